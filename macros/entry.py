"""The shell around mkdocs-macros: hands over the macros. The only module that knows mkdocs-macros."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from macros.build.koder import every_code
from macros.build.skrevet import macros_of
from macros.loading import load_base


def define_env(env: Any) -> None:
    """Register every macro of the base with mkdocs-macros, for the project that mkdocs.yml lies in."""
    rot = Path(env.project_dir)
    for name, macro in macros_of(load_base(rot), every_code()).items():
        env.macro(macro, name)
