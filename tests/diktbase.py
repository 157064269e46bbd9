"""The invented base of tests/fixtures as typed objects, read once for all tests."""

from __future__ import annotations

import dataclasses
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from macros.loading import build_base, read_data
from macros.model import Kunnskapsbase
from macros.model.poster import Bibliotek
from tests.felles import make_project


@cache
def diktbase() -> Kunnskapsbase:
    """The base, with settings as in its own file and one library."""
    with tempfile.TemporaryDirectory() as scratch:
        raw = read_data(make_project(Path(scratch)))
    return build_base(raw, (Bibliotek(navn="diktbib", versjon="1.0", lisens="MIT"),), env={})


def with_claim(base: Kunnskapsbase, part: str, number: int, **fields: Any) -> Kunnskapsbase:
    """The base with fields of one claim of the example prikkeby set to something else."""
    e = base.eksempler["prikkeby"]
    claims = list(getattr(e, part))
    claims[number] = dataclasses.replace(claims[number], **fields)
    e = dataclasses.replace(e, **{part: tuple(claims)})
    return dataclasses.replace(base, eksempler={**base.eksempler, "prikkeby": e})
