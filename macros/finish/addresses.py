"""Addresses: read out of tags and style sheets, taken apart, and written relative to the page they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from macros.finish.page import Tag

# Attributes that hold an address. «data» and «content» do so only in <object> and <meta http-equiv="refresh">.
_ADDRESS_ATTRIBUTES = frozenset(
    {"href", "src", "srcset", "imagesrcset", "poster", "data", "action", "formaction", "xlink:href", "cite", "content"}
)
_LISTS = frozenset({"srcset", "imagesrcset"})
_LINK_ATTRIBUTES = frozenset({"action", "formaction", "cite", "content"})
_LINK_TAGS = frozenset({"a", "area"})
# What a <link> of these kinds points at is fetched when the page is read; other kinds (canonical, next …) are not.
_FETCHED_RELS = frozenset(
    {"stylesheet", "preload", "modulepreload", "prefetch", "prerender", "preconnect", "dns-prefetch"}
    | {"icon", "apple-touch-icon", "mask-icon", "manifest"}
)

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_WEB = re.compile(r"https?:", re.IGNORECASE)
_PLAIN = re.compile(r"(?!//)[A-Za-z0-9._~!$&()*+,;=@/?#-]+")
_BAD_PERCENT = re.compile(r"%(?![0-9a-fA-F]{2})")
_ODD = re.compile(r"[\x00-\x20\x7f\\]")
_SRCSET = re.compile(r"[\s,]*(\S*[^\s,])[^,]*(?:,|$)")
_REFRESH = re.compile(r"""^\s*[\d.]*\s*[;,]\s*(?:url\s*=\s*)?["']?([^"']+)""", re.IGNORECASE)
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CSS_ADDRESS = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE
)


class Address(NamedTuple):
    """An address in a page. start: where it begins in the attribute's value. fetched: the page needs what is there."""

    tag: Tag
    attribute: str
    text: str
    start: int
    fetched: bool

    @property
    def place(self) -> str:
        """The tag and attribute, as CSS would name them: «a[href]»."""
        return f"{self.tag.name}[{self.attribute}]"


def addresses(tag: Tag) -> Iterator[Address]:
    """The addresses in a start tag."""
    for name, value in tag.attributes:
        if name not in _ADDRESS_ATTRIBUTES or value is None or tag.name == "base":
            continue
        if name in _LISTS:
            for match in _SRCSET.finditer(value):
                yield Address(tag, name, match[1], match.start(1), True)
        elif name == "content":
            if (tag.get("http-equiv") or "").lower() == "refresh" and (match := _REFRESH.match(value)):
                yield Address(tag, name, match[1].strip(), match.start(1), False)
        elif name != "data" or tag.name == "object":
            text = value.strip()
            yield Address(tag, name, text, value.find(text), _is_fetched(tag, name))


def _is_fetched(tag: Tag, attribute: str) -> bool:
    if tag.name in _LINK_TAGS or attribute in _LINK_ATTRIBUTES:
        return False
    if tag.name == "link":
        return not _FETCHED_RELS.isdisjoint((tag.get("rel") or "").lower().split())
    return True


def addresses_in_css(text: str) -> Iterator[tuple[int, str]]:
    """The addresses in a style sheet that lead to another file, each with where it begins in the text."""
    for match in _CSS_ADDRESS.finditer(_CSS_COMMENT.sub(lambda comment: " " * len(comment[0]), text)):
        group = match.lastindex or 0
        address = match[group] if group else ""
        if address and not address.startswith("#") and not address.lower().startswith("data:"):
            yield match.start(group), address


def is_plain(address: str) -> bool:
    """Whether the address is like most: no scheme, no host, no escape, nothing odd."""
    return _PLAIN.fullmatch(address) is not None


def names_scheme(address: str) -> bool:
    """Whether the address begins with a scheme («https:», «mailto:»)."""
    return _SCHEME.match(address) is not None


def split_address(address: str) -> tuple[str, str, str]:
    """Path, query and anchor of an address, the two last with their «?» and «#»; together they are the address."""
    rest, mark, anchor = address.partition("#")
    path, question, query = rest.partition("?")
    return path, question + query, mark + anchor


def joined(folder: list[str], path: str) -> str | None:
    """The path from the site's root when `path` is read in the folder; None when it climbs out of the site."""
    parts = [] if path.startswith("/") else folder.copy()
    steps = path.split("/")
    last = steps.pop()
    for step in steps:
        if step == "..":
            if not parts:
                return None
            parts.pop()
        elif step not in ("", "."):
            parts.append(step)
    if last == "..":
        if not parts:
            return None
        parts.pop()
        last = ""
    elif last == ".":
        last = ""
    return "/".join((*parts, last))


def relative(page: str, target: str, query: str = "", anchor: str = "") -> str:
    """The address of `target` (a path from the site's root) as written in the file `page`."""
    here = page.removesuffix("index.html") if page.endswith("/index.html") or page == "index.html" else page
    if target == here:
        if anchor and not query:
            return anchor
        return (target.rpartition("/")[2] or "./") + query + anchor
    folders, steps = page.split("/")[:-1], target.split("/")
    shared = 0
    while shared < len(folders) and shared < len(steps) - 1 and folders[shared] == steps[shared]:
        shared += 1
    path = "../" * (len(folders) - shared) + "/".join(steps[shared:])
    # «a:b» at the front would be read as a scheme.
    return ("./" if not path or ":" in path.partition("/")[0] else "") + path + query + anchor


def spliced(value: str, pieces: list[tuple[int, int, str]]) -> str:
    """The value with each piece (from, to, new text) put in."""
    for start, end, new in sorted(pieces, reverse=True):
        value = value[:start] + new + value[end:]
    return value


def fault_of(address: str) -> str | None:
    """What is wrong with how the address is written, or None."""
    if not address:
        return "den er tom"
    if _SCHEME.match(address) and not _WEB.match(address):
        return None  # mailto:, tel:, data: … have rules of their own; policy.py says which may be used
    if odd := _ODD.search(address):
        return "den har en omvendt skråstrek" if odd[0] == "\\" else "den har mellomrom eller styretegn"
    if bad := _BAD_PERCENT.search(address):
        return f"«{address[bad.start() :][:3]}» er ikke en gyldig prosentkode"
    host = host_of(address)
    if host is None:
        return "tjenernavnet kan ikke leses"
    needs_host = address.startswith("//") or _WEB.match(address)
    return "den mangler navnet på tjeneren" if needs_host and not host else None


def host_of(address: str) -> str | None:
    """The host of an address, "" where it names none, None when it can't be read."""
    if not (address.startswith("//") or _SCHEME.match(address)):
        return ""
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return None
