"""The invented base of tests/fixtures as typed objects, read once for all tests."""

from __future__ import annotations

import dataclasses
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from macros.loading import build_base, read_data
from macros.model import Kunnskapsbase
from macros.model.programvare import Bibliotek
from macros.model.side import Sidehode
from tests.felles import make_project

PAGES = (
    Sidehode(
        kilde="lov/bytte.md",
        tittel="Slik bytter du",
        ingress="Om å bytte bolig.",
        ansvarlig="Diktredaktøren",
        sist_gjennomgatt="2026-01-15",
        neste_gjennomgang="2027-01-15",
        bygger_pa=("diktlov § 2",),
        svarer_pa=("dl-1-bytte",),
        kilder=("diktlov",),
    ),
    Sidehode(kilde="lov/index.md", tittel="Lov", bygger_pa=("diktlov kap. 3", "ukjent lov § 1", "uleselig")),
    Sidehode(kilde="index.md", tittel="Forside", neste_gjennomgang="2026-06-15"),
)
"""The pages that the base knows of."""


@cache
def diktbase() -> Kunnskapsbase:
    """The base, with settings as in its own file and one library."""
    with tempfile.TemporaryDirectory() as scratch:
        raw = read_data(make_project(Path(scratch)))
    return build_base(raw, (Bibliotek(navn="diktbib", versjon="1.0", lisens="MIT"),), env={}, sider=PAGES)


def with_claim(base: Kunnskapsbase, part: str, number: int, **fields: Any) -> Kunnskapsbase:
    """The base with fields of one claim of the example prikkeby set to something else."""
    e = base.eksempler["prikkeby"]
    claims = list(getattr(e, part))
    claims[number] = dataclasses.replace(claims[number], **fields)
    e = dataclasses.replace(e, **{part: tuple(claims)})
    return dataclasses.replace(base, eksempler={**base.eksempler, "prikkeby": e})
