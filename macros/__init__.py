"""The code of the base. mkdocs-macros looks for `define_env` here; all else is in the modules.

model <- loading <- validation;  model <- queries <- rendering <- makroer;  finish on model alone;  entry, build and cli on top.
"""

from typing import Any


def define_env(env: Any) -> None:
    """Hand mkdocs-macros the macros of the base. Imported late, so that the other modules don't load the engine's shell."""
    from macros.entry import define_env as define

    define(env)
