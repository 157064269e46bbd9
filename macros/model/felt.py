"""What a schema says of one field, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Felt:
    """One field: its name, whether it must be there, what it is, how it is written, and the legal codes with their names."""

    navn: str
    kreves: bool
    hva: str
    hvordan: str = ""
    eksempel: str = ""
    koder: tuple[tuple[str, str], ...] = ()
    skjema: Mapping[str, Any] = field(default_factory=dict)
