"""The theme's sheet is cut down to what the pages use, and what is left is as the theme wrote it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.finish.stilark import CLASSES, SHEET, lean, variables, without_comments


@pytest.mark.parametrize(
    ("css", "left"),
    [
        (".a{x:1}.b{x:2}", ".a{x:1}"),
        (".a,.b,p{x:1}", ".a,p{x:1}"),
        (".a .b{x:1}.a p{x:2}", ".a p{x:2}"),
        (".a:not(.b){x:1}.a:is(.b,p){x:2}", ".a:not(.b){x:1}.a:is(.b,p){x:2}"),
        ("@media print{.b{x:1}}@media screen{.a{x:1}.b{x:2}}", "@media screen{.a{x:1}}"),
        ('.a:after{content:"}.b{;"}.b{x:1}', '.a:after{content:"}.b{;"}'),
        ("[dir=ltr] .a{x:1}[dir=rtl] .a{x:2}", "[dir=ltr] .a{x:1}"),
        ('@charset "UTF-8";.b{x:1}', '@charset "UTF-8";'),
        (
            "@keyframes en{to{x:1}}@keyframes to{to{x:1}}.a{animation:en 1s}",
            "@keyframes en{to{x:1}}.a{animation:en 1s}",
        ),
        (':root{--x:1;--y:2;--z:url("data:a;b")}.a{x:var(--z)}', ':root{--z:url("data:a;b")}.a{x:var(--z)}'),
        (":root{--x:var(--y);--y:1}.a{x:1}", ".a{x:1}"),
    ],
)
def test_a_rule_stays_when_a_page_can_meet_it(css: str, left: str):
    assert lean(css, frozenset({"a"})) == left


def test_a_variable_stays_when_another_sheet_reads_it():
    other = ".kb { box-shadow: var(--md-shadow-z3); }"
    assert lean(":root{--md-shadow-z3:1px;--md-x:2px}", frozenset(), variables(other)) == ":root{--md-shadow-z3:1px}"


def _without_keyframes(css: str) -> str:
    return re.sub(r"@keyframes \w+\{(?:[^{}]*\{[^{}]*\})*\}", "", css).replace(";}", "}")


def test_of_the_theme_s_own_sheet_nothing_is_changed_that_is_kept(as_built: Path):
    sheet = next((as_built / "assets/stylesheets").glob("main.*.min.css"))
    assert SHEET.fullmatch(sheet.relative_to(as_built).as_posix())
    css = without_comments(sheet.read_text("utf-8")).rstrip().replace("[dir=rtl]", "[dir=right]")
    classes, read = (frozenset(re.findall(rf"{mark}([A-Za-z_-][\w-]*)", css)) for mark in (r"\.", "(?=--)"))
    assert _without_keyframes(lean(css, classes, read)) == _without_keyframes(css)
    assert len(lean(css, CLASSES)) < len(css) / 3


def test_comments_and_indentation_go_and_text_in_strings_stays():
    css = '/* Hva: */\n.a { content: "/* står */"; } /* bort */\n  /*! lisens */\n\n  .b { x: url("data:a/*b*/") }\n'
    assert without_comments(css) == '.a { content: "/* står */"; }\n/*! lisens */\n.b { x: url("data:a/*b*/") }\n'
