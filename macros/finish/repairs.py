"""Small repairs of the theme's HTML, each with its reason.

Only what docs/overrides cannot reach, or could reach only by copying a long template of the theme, is mended here. A
repair that changes nothing on a built page any more fails in the tests and is to be taken out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from macros.finish.page import Edit, Page, Tag

_ALIGNED = re.compile(r"\s*text-align:\s*(left|center|right);?\s*")
ALIGN_CLASSES = {"left": "tekst-venstre", "center": "tekst-midt", "right": "tekst-hoyre"}


def toggles_without_autocomplete(page: Page) -> Iterator[Edit]:
    """Material sets autocomplete="off" on the checkboxes that open its menus. HTML does not allow the attribute on a
    checkbox (Nu checker: error). Without it Firefox may keep a menu open over a reload; nothing is lost by that."""
    for tag in page.tags:
        if tag.name == "input" and "md-toggle" in tag.classes() and tag.get("autocomplete") is not None:
            yield tag.without("autocomplete")


def cells_aligned_by_class(page: Page) -> Iterator[Edit]:
    """Python-Markdown aligns the columns of a table («|--:|») with style= attributes, which the policy stops. They
    become classes: tekst-venstre, tekst-midt, tekst-hoyre. Material aligns cells with three classes' weight, so the
    rule is «.md-typeset table:not([class]) :is(th, td).tekst-hoyre.tekst-hoyre»."""
    for tag in page.tags:
        if tag.name in ("td", "th") and (match := _ALIGNED.fullmatch(tag.get("style") or "")):
            yield from _class_for_style(tag, ALIGN_CLASSES[match[1]])


def labels_of_a_control(page: Page) -> Iterator[Edit]:
    """Material titles the list of headings with a label for a checkbox that our templates have left out. A label for
    nothing is an error to the Nu checker, and a screen reader may say that there is something to press."""
    controls = {tag.get("id") for tag in page.tags if tag.name in _CONTROLS}
    for tag in page.tags:
        if tag.name == "label" and tag.get("for") is not None and tag.get("for") not in controls:
            yield tag.without("for")


_CONTROLS = frozenset({"input", "select", "textarea", "button", "output", "meter", "progress"})


def _class_for_style(tag: Tag, name: str) -> Iterator[Edit]:
    if tag.get("class") is None:
        yield Edit(*tag.span("style"), f'class="{name}"')
    else:
        yield tag.without("style")
        yield tag.with_value("class", " ".join((*tag.classes(), name)))


REPAIRS: tuple[Callable[[Page], Iterator[Edit]], ...] = (
    toggles_without_autocomplete,
    cells_aligned_by_class,
    labels_of_a_control,
)


def repairs(page: Page) -> list[Edit]:
    """The edits of all repairs on this page."""
    return [edit for repair in REPAIRS for edit in repair(page)]
