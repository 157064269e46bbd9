"""The server of the tests: the one that `vis` and `lenker` use, so that what is tested is what a reader gets."""

from macros.serve.static import tjener

__all__ = ["tjener"]
