"""The shell around mkdocs-macros: hands over the macros. The only module that knows mkdocs-macros."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from macros.build.kall import written
from macros.build.koder import every_code
from macros.build.skrevet import macros_of
from macros.loading import load_base


def define_env(env: Any) -> None:
    """Register every macro of the base with mkdocs-macros, for the project that mkdocs.yml lies in."""
    rot = Path(env.project_dir)
    for name, macro in macros_of(load_base(rot), every_code()).items():
        env.macro(macro, name)


def on_pre_page_macros(env: Any) -> None:
    """Write the macros of a page where that takes no Jinja, and tell mkdocs-macros that it is done."""
    text = None if env.has_j2(env.page.title or "") else written(env.markdown, env.macros)
    if text is not None:
        env.markdown = text
        env.page.meta["render_macros"] = False


def on_post_page_macros(env: Any) -> None:
    """Leave the front matter as it was written."""
    env.page.meta.pop("render_macros", None)
