"""The theme's style sheet, cut down to what the pages of this site use: a third of it.

Material's sheet has rules for its own search, blog, content tabs, annotations and other parts that no page here has. A
rule stays when each class its selector asks for is in CLASSES; a variable stays when something reads it. What is left is
not changed. A test holds the list against every class of the built pages and the scripts (tests/nettsted/test_vekt.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

SHEET = re.compile(r"assets/stylesheets/main\.[0-9a-f]+\.min\.css")

_FRAME = """
    md-container md-content md-content__inner md-ellipsis md-footer md-grid md-header md-header__inner md-icon md-main
    md-main__inner md-overlay md-skip md-tabs md-tabs__item md-tabs__item--active md-tabs__link md-tabs__list md-toggle
    md-top md-sidebar md-sidebar--primary md-sidebar--secondary md-sidebar__inner md-sidebar__scrollwrap
"""
_CONTENTS = """
    md-nav md-nav--secondary md-nav__icon md-nav__item md-nav__link md-nav__link--active md-nav__link--passed
    md-nav__list md-nav__title
"""
# What Markdown makes, with the extensions of mkdocs.yml; and the two that frontend/side/sidestotte.ts puts around tables.
_TEXT = """
    md-typeset md-typeset__scrollwrap md-typeset__table headerlink footnote footnote-ref footnote-backref
    admonition admonition-title note abstract info tip success question warning failure danger bug example quote
"""

CLASSES = frozenset((_FRAME + _CONTENTS + _TEXT).split())

_STRING = r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\''
_COMMENT = re.compile(rf"{_STRING}|/\*(?!!).*?\*/", re.DOTALL)
_LINE_ENDS = re.compile(r"[ \t]*\n\s*")
_TOKEN = re.compile(rf"{_STRING}|\\.|[{{}};]", re.DOTALL)
_COMMA = re.compile(rf"{_STRING}|\\.|[(\[\])]|,", re.DOTALL)
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
# What stands in these does not have to be in the page: :not() and the choices of :is() and :where().
_NOT_ASKED_FOR = re.compile(rf":(?:not|is|where)\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\]|{_STRING}")
_READ = re.compile(r"var\(\s*(--[\w-]+)")
_SET = re.compile(r"(--[\w-]+)\s*:")


def without_comments(css: str) -> str:
    """The style sheet without what only its writers read: comments, and the space before and after lines. «/*!» stays."""
    return _LINE_ENDS.sub("\n", _COMMENT.sub(lambda m: m[0] if m[0][0] in "\"'" else "", css)).lstrip("\n")


def lean(css: str, classes: frozenset[str], read_elsewhere: Iterable[str] = ()) -> str:
    """The style sheet with the rules that these classes can meet, and the variables that something reads.

    css: a sheet without comments. read_elsewhere: variables that other sheets read («--md-shadow-z3»).
    """
    left = "".join(_rules(css.rstrip(), classes))
    elsewhere = frozenset(read_elsewhere)
    while True:
        read = elsewhere.union(_READ.findall(left))
        less = "".join(_without_unread(left, read))
        if less == left:
            return left
        left = less


def variables(text: str) -> set[str]:
    """The variables that a style sheet reads («--md-shadow-z3»)."""
    return set(_READ.findall(text))


def _parts(css: str) -> Iterator[tuple[str, str | None]]:
    """Each rule as what stands before its braces and in them; a statement («@charset …;») has no braces."""
    depth = start = opened = 0
    for token in _TOKEN.finditer(css):
        if token[0] == "{":
            depth += 1
            if depth == 1:
                opened = token.start()
        elif token[0] == "}":
            depth -= 1
            if depth == 0:
                yield css[start:opened], css[opened + 1 : token.start()]
                start = token.end()
        elif token[0] == ";" and depth == 0:
            yield css[start : token.start()], None
            start = token.end()
    if css[start:].strip():
        yield css[start:], None


def _rules(css: str, classes: frozenset[str]) -> Iterator[str]:
    for before, body in _parts(css):
        if body is None:
            yield f"{before};"
        elif before.startswith(("@media", "@supports")):
            if inner := "".join(_rules(body, classes)):
                yield f"{before}{{{inner}}}"
        elif before.startswith("@"):
            yield f"{before}{{{body}}}"
        elif kept := [one for one in _selectors(before) if _can_meet(one, classes)]:
            yield f"{','.join(kept)}{{{body}}}"


def _selectors(text: str) -> Iterator[str]:
    """The selectors of a rule: «a:is(b,c),d» -> «a:is(b,c)», «d»."""
    depth = start = 0
    for token in _COMMA.finditer(text):
        if token[0] in "([":
            depth += 1
        elif token[0] in ")]":
            depth -= 1
        elif token[0] == "," and depth == 0:
            yield text[start : token.start()]
            start = token.end()
    yield text[start:]


def _can_meet(selector: str, classes: frozenset[str]) -> bool:
    """Norwegian and English are written from the left: what is for other scripts goes, too."""
    return "[dir=rtl]" not in selector and classes.issuperset(_CLASS.findall(_NOT_ASKED_FOR.sub("", selector)))


def _without_unread(css: str, read: frozenset[str]) -> Iterator[str]:
    for before, body in _parts(css):
        if body is None:
            yield f"{before};"
        elif before.startswith(("@media", "@supports")):
            yield f"{before}{{{''.join(_without_unread(body, read))}}}"
        elif before.startswith("@keyframes"):
            if re.search(rf"animation[^;}}]*[ :]{re.escape(before.split()[1])}\b", css):
                yield f"{before}{{{body}}}"
        elif kept := [one for one, _ in _parts(body) if not (m := _SET.match(one)) or m[1] in read]:
            yield f"{before}{{{';'.join(kept)}}}"
