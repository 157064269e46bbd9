"""What the templates are told of each page, and that they ask for it in a way that another engine understands too."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from macros.build.sideopplysninger import pages_of
from macros.finne.se_ogsa import Henvisning
from macros.model.side import Sidehode
from tests.diktbase import diktbase

OVERRIDES = Path(__file__).resolve().parents[2] / "docs" / "overrides"
OURS = {"lang.t", "meny.adresse", "meny.er_fane", "meny.her", "meny.rom_med_sider", "dato.skriv", "rom.navn"}


def test_room_and_way_back_follow_the_address() -> None:
    sider = tuple(
        Sidehode(kilde=kilde, tittel=tittel)
        for kilde, tittel in [
            ("index.md", "Hjem"),
            ("lov/index.md", "Lov"),
            ("lov/a.md", "A"),
            ("uten/forside/b.md", "B"),
        ]
    )
    found = pages_of(
        dataclasses.replace(diktbase(), sider=sider),
        {"lov/a.md": (Henvisning(tittel="Lov", adresse="/lov/", grunn="fordi"),)},
    )
    assert {url: (page["rom"], page["smulesti"]) for url, page in found.items()} == {
        "": ("forside", []),
        "lov/": ("lov", []),
        "lov/a/": ("lov", [{"url": "lov/", "tittel": "Lov"}]),
        "uten/forside/b/": ("uten", []),
    }
    assert found["lov/a/"]["se_ogsa"] == [{"adresse": "/lov/", "tittel": "Lov", "grunn": "fordi"}]


@pytest.mark.parametrize("path", sorted(OVERRIDES.rglob("*.html")), ids=lambda path: path.name)
def test_templates_call_no_method_of_python(path: Path) -> None:
    code = re.findall(r"{%.*?%}|{{.*?}}", re.sub(r"{#.*?#}", "", path.read_text("utf-8"), flags=re.S), re.S)
    assert set(re.findall(r"[\w\]).]+\.\w+(?=\()", " ".join(code))) <= OURS
