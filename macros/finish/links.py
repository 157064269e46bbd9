"""Links: root-absolute ones made relative, and every link and anchor of the finished site checked.

Pages and templates write site addresses («/eksempler/lorenskog/#komp-5»). A site that lies below a sub-path, or is read
from disk, has no such root, so each address becomes relative to the page it stands in. What the theme has already made
relative is left as it is; both kinds are checked against the files and the anchors that are really there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from macros.finish.addresses import (
    Address,
    addresses,
    addresses_in_css,
    fault_of,
    host_of,
    is_plain,
    joined,
    names_scheme,
    relative,
    spliced,
    split_address,
)
from macros.finish.findings import finding
from macros.finish.page import Edit, Page, Tag
from macros.finish.proposals import Proposals
from macros.model.funn import Funn

_SVG_ID = re.compile(r"""\bid\s*=\s*["']([^"']+)["']""")
_LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "0.0.0.0", "::1"})


class Target(NamedTuple):
    """What an address points at: its path from the site's root without «/» in front, still percent-encoded (None when
    it climbs out of the site), and the file that is there (None when none is)."""

    path: str | None
    file: str | None


@dataclass(slots=True)
class _Wanted:
    """An anchor in another file that a page links to; checked when all pages are read."""

    source: str
    place: str
    shown: str
    file: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Sett:
    """What was seen in some of the pages: the number of links and of anchors asked for, the findings, the anchors of each
    page, and those that other pages shall have."""

    links: int
    anchors: int
    funn: list[Funn]
    anchors_in: Mapping[str, set[str]]
    wanted: list[_Wanted]


@dataclass(slots=True)
class Links:
    """The links of one site: rewritten page by page, checked at the end.

    files: every file of the site, as paths from its root. source_of: the source of such a file, for findings.
    nettadresse: the site's own address, if it has one. read_text: the text of a file of the site.
    flyttet: for places that stand on a later page of a list («/kilder/#x»), the page: links lead straight to it.
    """

    files: frozenset[str]
    source_of: Callable[[str], str]
    read_text: Callable[[str], str]
    nettadresse: str | None = None
    flyttet: Mapping[str, str] = field(default_factory=dict)
    links: int = 0
    anchors: int = 0
    funn: list[Funn] = field(default_factory=list)
    _anchors_in: dict[str, set[str]] = field(default_factory=dict)
    _wanted: list[_Wanted] = field(default_factory=list)
    _from_root: dict[str, Target] = field(default_factory=dict)
    _proposals: Proposals = field(init=False)

    def __post_init__(self) -> None:
        """What to propose hangs on the files alone."""
        self._proposals = Proposals(self.files)

    @property
    def base(self) -> str | None:
        """The path of the site's own address, with «/» at both ends; None when it has no address."""
        if self.nettadresse is None:
            return None
        inner = urlsplit(self.nettadresse).path.strip("/")
        return f"/{inner}/" if inner else "/"

    def for_pages(self) -> Links:
        """The links of the same site, with nothing seen yet: for some of its pages."""
        pages = Links(self.files, self.source_of, self.read_text, self.nettadresse, self.flyttet)
        pages._from_root = self._from_root  # where an address leads is the same for all
        return pages

    def seen(self) -> Sett:
        """What has been seen so far."""
        return Sett(self.links, self.anchors, self.funn, self._anchors_in, self._wanted)

    def add(self, sett: Sett) -> None:
        """Count what has been seen in other pages as seen here."""
        self.links += sett.links
        self.anchors += sett.anchors
        self.funn += sett.funn
        self._anchors_in.update(sett.anchors_in)
        self._wanted += sett.wanted

    # ---- a page ------------------------------------------------------------------------------------------------

    def edits(self, page: Page) -> list[Edit]:
        """The edits that make the page's root-absolute addresses relative. Notes its anchors, and checks its links."""
        self._anchors_in[page.path] = page.ids | page.names
        seen: dict[str, str | None] = {}
        folder = page.path.rpartition("/")[0].split("/") if "/" in page.path else []
        edits: list[Edit] = []
        changed: dict[tuple[int, str], tuple[Tag, list[tuple[int, int, str]]]] = {}
        for tag in page.tags:
            for address in addresses(tag):
                self.links += 1
                key = address.text if not address.fetched else "\0" + address.text
                if key not in seen:
                    seen[key] = self._treat(page, folder, address)
                new = seen[key]
                if new is not None and new != address.text:
                    _, pieces = changed.setdefault((tag.start, address.attribute), (tag, []))
                    pieces.append((address.start, address.start + len(address.text), new))
        for (_, attribute), (tag, pieces) in changed.items():
            edits.append(tag.with_value(attribute, spliced(tag.get(attribute) or "", pieces)))
        return edits

    def _treat(self, page: Page, folder: list[str], address: Address) -> str | None:
        """Check the address, and return what shall stand in its place, or None to leave it."""
        text = address.text
        plain = is_plain(text)
        if not plain and (fault := fault_of(text)):
            self._note(
                page.path,
                "LEN-008",
                address.place,
                f"Adressen «{text}» er feil skrevet: {fault}.",
                "Skriv adressen slik den står i nettleserens adressefelt.",
            )
            return None
        if text.startswith("#"):
            self._want(page.path, address.place, text, page.path, text[1:])
            return None
        if not plain and (text.startswith("//") or names_scheme(text)):
            self._check_whole(page, address)
            return None
        path, query, anchor = split_address(text)
        if not path.startswith("/"):
            self._check_relative(page, folder, address, path, anchor)
            return None
        if page.is_404:
            target, new = self._on_404(path)
            self._check(page, address, target, anchor)
            return new + query + anchor
        target = self.target(self.flyttet.get(path + anchor, path))
        self._check(page, address, target, anchor)
        return None if target.path is None else relative(page.path, target.path, query, anchor)

    def _on_404(self, path: str) -> tuple[Target, str]:
        """What a root-absolute path on the 404 page points at, and how it is written there.

        The 404 page is shown in place of any address that is missing, at any depth, so relative links don't work on
        it. MkDocs writes its links with the path of site_url in front; ours are site addresses. Both shall end up with
        the path of the site's own address in front. Where the site has no address, it is taken to lie at the root of
        its host, as it does in the command that shows it here; below a sub-path nobody can know which. From disk the
        page is never shown.
        """
        base = self.base
        if base is None or base == "/":
            target = self.target(path)
            return target, "/" + target.path if target.path is not None else path
        if path.startswith(base):
            made_by_theme = self.target("/" + path.removeprefix(base))
            if made_by_theme.file is not None:
                return made_by_theme, path
        elif path + "/" == base:
            return self.target("/"), base
        target = self.target(path)
        return target, base + target.path if target.path is not None else path

    def _inside(self, text: str) -> str | None:
        """The address as a site address, where it is written with the whole address of this site; else None."""
        if self.nettadresse and (text + "/").startswith(self.nettadresse):
            return "/" + text.removeprefix(self.nettadresse.rstrip("/")).lstrip("/")
        return None

    def target(self, path: str) -> Target:
        """What a root-absolute path («/eksempler/lorenskog/», also «….md») points at."""
        if path not in self._from_root:
            self._from_root[path] = self._found(joined([], path[1:]))
        return self._from_root[path]

    def _found(self, path: str | None) -> Target:
        """The target at this path: its folder's index.html, itself, or the page that was made from the .md file."""
        if path is None:
            return Target(None, None)
        plain = unquote(path) if "%" in path else path
        if not plain or plain.endswith("/"):
            return Target(path, self._file(plain + "index.html"))
        if plain in self.files:
            return Target(path, plain)
        if plain + "/index.html" in self.files:
            return Target(path + "/", plain + "/index.html")
        if plain.endswith(".md"):
            stem, plain_stem = path.removesuffix(".md"), plain.removesuffix(".md")
            if plain_stem.rpartition("/")[2] in ("index", "README"):
                stem, plain_stem = (s.rpartition("/")[0] + "/" if "/" in s else "" for s in (stem, plain_stem))
                return Target(stem, self._file(plain_stem + "index.html"))
            if plain_stem + "/index.html" in self.files:
                return Target(stem + "/", plain_stem + "/index.html")
            return (
                Target(stem + ".html", plain_stem + ".html")
                if plain_stem + ".html" in self.files
                else Target(path, None)
            )
        return Target(path, None)

    def _file(self, path: str) -> str | None:
        return path if path in self.files else None

    # ---- checks ------------------------------------------------------------------------------------------------

    def _check(self, page: Page, address: Address, target: Target, anchor: str) -> None:
        if target.path is None:
            self._note(
                page.path,
                "LEN-007",
                address.place,
                f"«{address.text}» peker utenfor nettstedet.",
                "Skriv adressen fra roten av nettstedet, med «/» først.",
            )
        elif target.file is None:
            shown = "/" + target.path
            says = " finnes ikke" if address.text.startswith("/") else f" peker på «{shown}», som ikke finnes"
            self._note(
                page.path,
                "LEN-001",
                address.place,
                f"«{address.text}»{says} på nettstedet.{self._proposals.file(target.path)}",
                "Rett adressen, eller lag det den peker på.",
            )
        elif anchor:
            self._want(page.path, address.place, address.text, target.file, anchor[1:])

    def _check_relative(self, page: Page, folder: list[str], address: Address, path: str, anchor: str) -> None:
        if page.is_404:
            self._note(
                page.path,
                "LEN-010",
                address.place,
                f"«{address.text}» virker ikke på 404-siden, som vises for adresser på alle nivåer.",
                "Skriv adressen fra roten av nettstedet, med «/» først.",
            )
            return
        target = self._found(joined(folder, path)) if path else Target(page.path, page.path)
        self._check(page, address, target, anchor)

    def _check_whole(self, page: Page, address: Address) -> None:
        """Check an address with its scheme or host: the site's own leads to a page here, others elsewhere."""
        inside = self._inside(address.text) if not address.fetched else None
        if inside is None:
            self._check_external(page, address)
        else:
            path, _, anchor = split_address(inside)
            self._check(page, address, self.target(path), anchor)

    def _check_external(self, page: Page, address: Address) -> None:
        scheme = address.text.partition(":")[0]
        if not address.text.startswith("//") and scheme.lower() not in ("http", "https", "file"):
            return
        host = "" if scheme.lower() == "file" else (host_of(address.text) or "")
        if scheme.lower() == "file" or host in _LOCAL_HOSTS:
            self._note(
                page.path,
                "LEN-009",
                address.place,
                f"«{address.text}» finnes bare på én maskin.",
                "Bytt til en adresse som alle kan åpne.",
            )
        elif address.fetched:
            self._note(
                page.path,
                "LEN-003",
                address.place,
                f"Siden henter «{address.text}» fra en annen tjener ({host}).",
                "Legg fila i docs/assets/ og pek på den der: nettstedet skal klare seg uten andre tjenere.",
            )

    def _want(self, source: str, place: str, shown: str, file: str, anchor: str) -> None:
        # «#:~:text=» is the browser's own; «#steg=3» holds the state of a tool.
        anchor = anchor.partition(":~:")[0]
        if anchor and anchor != "top" and "=" not in anchor:
            self.anchors += 1
            if anchor not in self._anchors_in.get(file, ()):
                self._wanted.append(_Wanted(source, place, shown, file, anchor))

    def check_anchors(self) -> None:
        """Check what was linked to in other pages. Call it when every page has been through `edits`."""
        for want in self._wanted:
            anchors = self._anchors(want.file)
            if anchors is None or want.anchor in anchors or unquote(want.anchor) in anchors:
                continue
            proposed = self._proposals.nearest(want.file, want.anchor, anchors)
            self._note(
                want.source,
                "LEN-002",
                want.place,
                f"Lenken «{want.shown}»: siden finnes, men ikke stedet «{unquote(want.anchor)}» på den."
                + (f" Mente du «#{proposed}»?" if proposed else ""),
                "Rett det som står etter «#», eller gi overskriften denne id-en.",
            )
        self._wanted.clear()

    def _anchors(self, file: str) -> set[str] | None:
        """The anchors of a file; None where it can have others than we know of (a PDF's «#page=2»)."""
        if file not in self._anchors_in:
            if not file.endswith(".svg"):
                return None
            self._anchors_in[file] = set(_SVG_ID.findall(self.read_text(file)))
        return self._anchors_in[file]

    def require(self, wanted: Iterable[str]) -> None:
        """Check that these site addresses exist. Call it when every page has been through `edits`."""
        for address in wanted:
            self.anchors += 1
            path, _, anchor = split_address(address)
            target = self.target(path)
            if target.file is None:
                proposed = self._proposals.file(target.path or "")
                self._note(
                    target.path or "index.html",
                    "LEN-006",
                    "",
                    f"Adressen «{address}» skal finnes, men siden er ikke laget.{proposed}",
                    "Lag siden, eller rett adressen der den blir bestemt.",
                )
            elif anchor and anchor[1:] not in (known := self._anchors(target.file) or set()):
                proposed = self._proposals.nearest(target.file, anchor[1:], known)
                self._note(
                    target.file,
                    "LEN-006",
                    "",
                    f"Adressen «{address}» skal finnes, men siden har ikke stedet «{anchor[1:]}»."
                    + (f" Nærmest er «#{proposed}»." if proposed else ""),
                    "Sørg for at siden viser det som har denne id-en.",
                )

    # ---- style sheets ------------------------------------------------------------------------------------------

    def css_edits(self, path: str, text: str) -> list[Edit]:
        """The edits that make a style sheet's root-absolute addresses relative. Checks all of them."""
        edits: list[Edit] = []
        folder = path.rpartition("/")[0].split("/") if "/" in path else []
        for start, address in addresses_in_css(text):
            self.links += 1
            if address.startswith("//") or names_scheme(address):
                self._note(
                    path,
                    "LEN-005",
                    "",
                    f"Stilarket henter «{address}» fra en annen tjener.",
                    "Legg fila i docs/assets/ og pek på den der: nettstedet skal klare seg uten andre tjenere.",
                )
                continue
            plain, query, anchor = split_address(address)
            target = self.target(plain) if plain.startswith("/") else self._found(joined(folder, plain))
            if target.file is None:
                self._note(
                    path,
                    "LEN-004",
                    "",
                    f"Stilarket viser til «{address}», som ikke finnes på nettstedet."
                    f"{self._proposals.file(target.path or '')}",
                    "Rett adressen, eller legg fila der.",
                )
            elif plain.startswith("/") and target.path is not None:
                edits.append(Edit(start, start + len(address), relative(path, target.path, query, anchor)))
        return edits

    def _note(self, path: str, kode: str, felt: str, melding: str, tips: str) -> None:
        self.funn.append(finding(self.source_of(path), kode, felt, melding, tips))
