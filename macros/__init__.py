"""The code of the base. mkdocs-macros looks for `define_env` and its like here; all else is in the modules.

model <- loading <- validation;  model <- queries <- rendering <- makroer;  finish on model alone;  entry, build and cli on top.
"""

from typing import Any


def define_env(env: Any) -> None:
    """Hand mkdocs-macros the macros of the base. Imported late, so that the other modules don't load the engine's shell."""
    from macros.entry import define_env as define

    define(env)


def on_pre_page_macros(env: Any) -> None:
    """Write the macros of a page where that takes no Jinja."""
    from macros.entry import on_pre_page_macros as write

    write(env)


def on_post_page_macros(env: Any) -> None:
    """Leave the front matter as it was written."""
    from macros.entry import on_post_page_macros as tidy

    tidy(env)
