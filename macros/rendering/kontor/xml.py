"""Text on its way into XML."""

from __future__ import annotations

import re

HODE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def esc(text: str) -> str:
    """The text with what XML would read as markup escaped, and without characters that XML can't hold."""
    return "".join(_ENTITIES.get(c, c) for c in _NOT_XML.sub("", text))
