"""The policy: what stands in it, and what a page may not have."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from macros.finish import finish
from macros.finish.page import read_page
from macros.finish.policy import policy, policy_edits
from tests.finish.lite import MED_ADRESSE, finished, page, told

TARGET = (
    "var target=document.getElementById(location.hash.slice(1));"
    'target&&target.name&&(target.checked=target.name.startsWith("__tabbed_"))'
)
STYLE_TIP = "Bruk en klasse, og legg stilen i et stilark i docs/assets/css/."


def policy_of(text: str) -> str:
    (found,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', text)
    return found


def test_the_policy_allows_the_site_itself_and_nothing_else():
    assert policy(["abc="]) == (
        "default-src 'none'; script-src 'self' 'sha256-abc='; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; worker-src 'self' blob:; frame-src 'self'; base-uri 'none'; form-action 'none'"
    )


def test_it_stands_after_the_charset_and_before_all_else(built: Path):
    finish(built, MED_ADRESSE)
    for file in built.rglob("*.html"):
        text = file.read_text("utf-8")
        names = [(tag.name, tag.get("charset"), tag.get("http-equiv")) for tag in read_page("x.html", text).head_tags]
        assert names[:2] == [("meta", "utf-8", None), ("meta", None, "Content-Security-Policy")]


@pytest.mark.parametrize("head", ["<head><script src=x></script><meta charset=utf-8>", "<head></head>", "<head>"])
def test_where_the_charset_is_not_first_it_stands_first(head: str):
    (edit,) = policy_edits(read_page("x.html", head))
    assert edit.start == len("<head>")


def test_every_page_has_the_hashes_of_its_own_theme_scripts(built: Path):
    assert told(finish(built, MED_ADRESSE)) == []
    seen = set()
    for file in built.rglob("*.html"):
        text = file.read_text("utf-8")
        inline = [script for script in read_page("x.html", text).scripts if script.tag.get("src") is None]
        scripts = [script.text for script in inline if script.tag.get("type") is None]
        hashes = [f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts]
        assert len(scripts) == 2
        assert f"script-src 'self' {' '.join(hashes)};" in policy_of(text)
        seen.add(hashes[0])
    assert len(seen) == 4, "the first script differs by depth, and again on the 404 page"


def test_windows_line_ends_give_the_same_page(tmp_path: Path):
    text = page(f"<script>{TARGET}</script>\n<p>x</p>")
    finished(tmp_path / "a", {"index.html": text})
    finished(tmp_path / "b", {"index.html": text.replace("\n", "\r\n")})
    assert (tmp_path / "a/index.html").read_bytes() == (tmp_path / "b/index.html").read_bytes()


@pytest.mark.parametrize(
    ("body", "kode", "felt", "melding", "tips"),
    [
        (
            "<script>alert(1)</script>",
            "POL-001",
            "script",
            "Siden har et skript i selve HTML-en: «alert(1)».",
            "Legg skriptet i frontend/; er det temaets eget, må det føres opp i macros/finish/policy.py.",
        ),
        (
            f"<script>{TARGET};alert(1)</script>",
            "POL-001",
            "script",
            "Siden har et skript i selve HTML-en: «var target=document.getElementById(location.hash.slice(1));…».",
            "Legg skriptet i frontend/; er det temaets eget, må det føres opp i macros/finish/policy.py.",
        ),
        (
            '<p onclick="x()">',
            "POL-002",
            "p[onclick]",
            "Siden har et skript i attributtet onclick: «x()».",
            "Legg skriptet i frontend/ og knytt det til elementet der.",
        ),
        (
            '<a href=" Java&#10;Script:x()">',
            "POL-003",
            "a[href]",
            "Adressen «Java Script:x()» begynner med «javascript:», som ikke er tillatt.",
            "Lov er http:, https:, mailto: og tel:, og data: i bilder.",
        ),
        (
            '<a href="data:text/html,x">',
            "POL-003",
            "a[href]",
            "Adressen «data:text/html,x» begynner med «data:», som ikke er tillatt.",
            "Lov er http:, https:, mailto: og tel:, og data: i bilder.",
        ),
        (
            '<script src="data:text/javascript,x"></script>',
            "POL-003",
            "script[src]",
            "Adressen «data:text/javascript,x» begynner med «data:», som ikke er tillatt.",
            "Lov er http:, https:, mailto: og tel:, og data: i bilder.",
        ),
        (
            "<style>a{}</style>",
            "POL-004",
            "style",
            "Siden har et <style>-element: «a{}».",
            STYLE_TIP,
        ),
        ('<p style="color:red">', "POL-005", "p[style]", "Siden har stil i et attributt: «color:red».", STYLE_TIP),
        (
            '<td style="text-align: right; color: red">',
            "POL-005",
            "td[style]",
            "Siden har stil i et attributt: «text-align: right; color: red».",
            STYLE_TIP,
        ),
        (
            "<iframe></iframe>",
            "POL-006",
            "iframe",
            "Siden har et <iframe>-element, som policyen stopper.",
            "Lenk til innholdet i stedet.",
        ),
        (
            "<video controls></video>",
            "POL-006",
            "video",
            "Siden har et <video>-element, som policyen stopper.",
            "Lenk til innholdet i stedet.",
        ),
        ('<base href="/">', "POL-007", "base", "Siden har et <base>-element, som policyen stopper.", "Ta det bort."),
        (
            '<form action="/"></form>',
            "POL-009",
            "form[action]",
            "Skjemaet sendes til «/», og policyen stopper alle skjemaer som sendes.",
            "La et skript i frontend/ lese skjemaet.",
        ),
    ],
)
def test_what_the_policy_would_stop_is_told(tmp_path: Path, body: str, kode: str, felt: str, melding: str, tips: str):
    result = [line for line in told(finished(tmp_path, {"index.html": page(body)})) if "[LEN" not in line]
    assert result == [f"docs/index.md:0: [{kode}] {felt}: {melding} Tips: {tips}"]


def test_a_page_without_head(tmp_path: Path):
    result = told(finished(tmp_path, {"index.html": '<html lang="nb"><title>x</title><h1>x</h1>'}))
    assert result == [
        "docs/index.md:0: [POL-008] head: Siden mangler <head>, så den kan ikke få noen policy. "
        "Tips: Bruk en mal med <head>."
    ]


@pytest.mark.parametrize("body", ['<svg onload="x()">', "<IMG src='data:,'/oNeRrOr=x()>", "<script/>x()</script>"])
def test_scripts_in_odd_spellings_are_seen(tmp_path: Path, body: str):
    assert {f.kode for f in finished(tmp_path, {"index.html": page(body)}).funn} & {"POL-001", "POL-002"}


@pytest.mark.parametrize(
    "body",
    [
        '<script type="application/json">{"a": 1}</script>',
        '<script type="text/template"><p></p></script>',
        f"<script>{TARGET}</script>",
        '<a href="https://lovdata.no/">',
        '<img alt="" src="data:image/png;base64,AAAA">',
        "<form></form>",
        '<p data-onclick="x" title="style=x">',
    ],
)
def test_what_is_allowed(tmp_path: Path, body: str):
    assert told(finished(tmp_path, {"index.html": page(body)})) == []


def test_a_script_that_is_not_known_gets_no_hash(tmp_path: Path):
    finished(tmp_path, {"index.html": page("<script>alert(1)</script>")})
    assert "script-src 'self';" in policy_of((tmp_path / "index.html").read_text("utf-8"))
