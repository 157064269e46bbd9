"""Data for the browser as classic scripts that set a value: they work from disk, where nothing can be fetched."""

from __future__ import annotations

import json
from typing import Any

FOLDER = "assets/bygd"
"""Where they lie in the site: beside the bundles, since one loader finds both (frontend/felles/last.ts)."""


def set_value(name: str, value: Any) -> str:
    """The script that sets `window.<name>`. value: what JSON can hold; raises TypeError for anything else."""
    return f"window.{name}={_json(value)};\n"


def set_entry(name: str, key: str, value: Any) -> str:
    """The script that sets one entry of `window.<name>`, which several scripts fill. Else as `set_value`."""
    return f"(window.{name}=window.{name}||{{}})[{_json(key)}]={_json(value)};\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
