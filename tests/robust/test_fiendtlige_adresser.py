"""Hostile addresses and hostile typing: nothing runs, nothing leaves the page, and what is shown is shown as text."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from tests.felles import ROOT
from tests.harness.side import Side
from tests.harness.sider import one_of_each_kind
from tests.robust.vakt import TEXTS, letters, nothing_has_happened, watched

pytestmark = pytest.mark.nettleser

NAMES = sorted(
    {
        name
        for path in (ROOT / "frontend").rglob("*.ts")
        if "node_modules" not in path.parts
        for name in re.findall(r"\.(?:get|getAll|has)\('(\w+)'\)", path.read_text(encoding="utf-8"))
    }
)
"""Every name that a script reads from an address, read from the scripts."""
SHORT = [text for text in TEXTS if len(text) < 1000]


def with_address(page: Page, texts: list[str]) -> None:
    """Takes the page to addresses with the texts in every name it reads, and lets it follow, without loading it anew."""
    page.evaluate(
        """async ([names, texts]) => {
          const own = [...document.querySelectorAll('main [name]')].map((e) => e.name);
          for (const text of texts) {
            const query = new URLSearchParams([...new Set([...names, ...own])].map((name) => [name, text]));
            history.replaceState(null, '', `${location.pathname}?${query}`);
            dispatchEvent(new PopStateEvent('popstate', { state: null }));
            location.hash = text;
            await vakt.ro();
            location.hash = query.toString();
            await vakt.ro();
          }
          history.replaceState(null, '', location.pathname);
        }""",
        [[*NAMES, "__proto__", "constructor[prototype]"], texts],
    )


def test_hostile_addresses_on_a_page_of_every_kind(side: Side, bygd_nettsted: Path) -> None:
    """Opened with one, and taken through all of them."""
    assert {"q", "kommune", "tema"} <= set(NAMES), "the names are read from the scripts"
    watched(side, "/")
    for i, address in enumerate(one_of_each_kind(bygd_nettsted)):
        text = SHORT[i % 6]
        query = "&".join(f"{name}={quote(text)}" for name in NAMES if name not in ("opplegg", "lysbilder"))
        page = side.ga(f"{address}?{query}#{quote(SHORT[1])}")
        nothing_has_happened(page)
        with_address(page, SHORT[:: 7 if i else 1])
        nothing_has_happened(page)
        assert page.url.startswith(side.adresse(address)), "the page has been left"


@pytest.mark.parametrize(
    "address", ["/sok/", "/strategier/", "/eksempler/sammenlign/", "/kommuner/som-min/", "/eksempler/praksiskart/"]
)
def test_a_tool_that_reads_its_address_shows_it_as_text(side: Side, address: str) -> None:
    page = watched(side, f"{address}?q=bolig&e=tromso,rana&kommune=4214&tema=boligskole")
    with_address(page, [" ", *(letters(i) for i, text in enumerate(TEXTS) if text in SHORT)])
    usual = set(page.evaluate("vakt.sett()")["slag"])
    with_address(page, SHORT)
    nothing_has_happened(page, usual)


def test_a_hostile_shared_seminar_is_shown_as_text(side: Side) -> None:
    page = watched(side, "/seminar/eget-opplegg/")
    for text in SHORT:
        part = {"kloss": "", "tittel": text[:100], "minutter": 10, "tekst": text[:100]}
        kit = {
            "format": "seminaropplegg",
            "versjon": 1,
            "tittel": text,
            "kommune": text,
            "starter": "09:00",
            "deler": [part],
        }
        page.evaluate("(hash) => history.replaceState(null, '', hash)", f"#opplegg={quote(json.dumps(kit))}")
        nothing_has_happened(page)
    side.ga(f"/seminar/eget-opplegg/?x#opplegg={quote(json.dumps(kit | {'tittel': TEXTS[1]}))}")
    assert page.get_by_label("Navn på seminaret").input_value() == TEXTS[1]
    nothing_has_happened(page)


FORMS = [
    "/sok/",
    "/strategier/",
    "/metoder/dreiebok/",
    "/kommuner/som-min/",
    "/bidra/skjema/",
    "/seminar/eget-opplegg/",
]


@pytest.mark.parametrize("address", FORMS)
def test_every_field_of_a_form_takes_hostile_text_as_text(side: Side, address: str) -> None:
    """All kinds are typed into all fields; nothing else is added to the page than when letters are."""
    page = watched(side, address)
    for opener in page.locator(".kb-sok__apne:visible").all():
        opener.click()
    plain = [letters(i) for i, text in enumerate(TEXTS) if text in SHORT]
    page.evaluate("vakt.skriv", ["fro", "bolig", "nei", "x", *plain])  # the first ones are found
    usual = set(page.evaluate("vakt.sett()")["slag"])
    assert page.evaluate("vakt.skriv", SHORT) > 0
    nothing_has_happened(page, usual)
    assert re.split("[?#]", page.url)[0] == side.adresse(address)
