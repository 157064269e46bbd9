"""The shell around mkdocs-macros: hands over the macros. The only module that knows mkdocs-macros."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from macros.build.koder import every_code
from macros.loading import load_base
from macros.makroer import Makroer


def define_env(env: Any) -> None:
    """Register every macro of the base with mkdocs-macros, for the project that mkdocs.yml lies in."""
    rot = Path(env.project_dir)
    for name, macro in Makroer(load_base(rot), every_code()).alle().items():
        env.macro(macro, name)
