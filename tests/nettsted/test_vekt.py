"""What a reader's browser fetches before anything is pressed: little enough for a slow line, and all that the page needs."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from macros.finish.stilark import CLASSES
from tests.conftest import ROOT

pytestmark = pytest.mark.nettleser  # it asks for the built site

_WITHOUT_TYPE, _TYPE = 75_000, 35_000
_FETCHED = re.compile(r'<(?:script|img)\b[^>]*\bsrc="([^"]+)"|<link\b[^>]*\brel="(?:stylesheet|icon)" href="([^"]+)"')
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
# In the frame of the theme, and empty: its script, which the pages do not load, would have filled and used them.
_UNUSED = {"no-js", "md-dialog", "md-dialog__inner"}


@pytest.mark.parametrize("place", ["", "metoder/dreiebok/", "eksempler/lorenskog/"])
def test_the_first_view_is_light(bygd_nettsted: Path, place: str):
    page = bygd_nettsted / place / "index.html"
    addresses = {a or b for a, b in _FETCHED.findall(page.read_text("utf-8"))}
    files = [page, *((page.parent / address).resolve() for address in sorted(addresses) if ":" not in address)]
    sizes = {file.name: len(gzip.compress(file.read_bytes(), 6)) for file in files}
    assert sum(sizes.values()) <= _WITHOUT_TYPE, sizes
    assert not any("bundle" in name for name in sizes), "Temaets eget skript lastes: se docs/overrides/main.html."


def test_the_type_is_light(bygd_nettsted: Path):
    assert (bygd_nettsted / "assets/bygd/skrift-latin.woff2").stat().st_size <= _TYPE


def test_no_class_in_use_has_lost_its_rules(bygd_nettsted: Path):
    """The theme's sheet is cut down (macros/finish/stilark.py). A class that stands here goes into the list there."""
    import material

    whole = next((Path(material.__file__).parent / "templates/assets/stylesheets").glob("main.*.min.css"))
    dropped = set(re.findall(r"\.([A-Za-z_][\w-]*)", _STRING.sub("", whole.read_text("utf-8")))) - CLASSES - _UNUSED
    used = set[str]()
    for page in bygd_nettsted.rglob("*.html"):
        used.update(
            name for value in re.findall(r'\bclass="([^"]*)"', page.read_text("utf-8")) for name in value.split()
        )
    for script in (ROOT / "frontend").glob("[!n]*/**/*.ts"):
        used.update(re.findall(r"['\" .](md-[\w-]+)", script.read_text("utf-8")))
    assert used & dropped == set()
