"""A built page → its sections, by the headings h1–h3, without what is a record of its own or repeated from elsewhere."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from macros.model import Kunnskapsbase
from macros.model.bestemmelse import read_provisions
from macros.model.eksempel import Eksempel
from macros.queries import storrelse
from macros.samtidig import side_by_side
from macros.sok.document import Dokument, Sidehode, Sidetekst

_ARTICLE = re.compile(r'<article class="md-content__inner[^>]*>(.*)</article>', re.S)
_TOKEN = re.compile(
    r"""<!--.*?-->|<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]*+)(?P<attributes>(?:[^>"']++|"[^"]*+"|'[^']*+')*+)>|(?P<text>[^<]++)""",
    re.S,
)
_ID = re.compile(r"""\sid=["']?([^\s"'>]+)""")
_HREF = re.compile(r"""\shref=["']?([^\s"'>]+)""")
_CLASS = re.compile(r"""\sclass=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_HIDDEN = re.compile(r"""\s(?:hidden(?=[\s=/]|$)|data-sok=["']?nei)""")

_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "cite",
        "code",
        "dfn",
        "em",
        "i",
        "kbd",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
    ]
)
_SKIPPED = frozenset(["script", "style", "svg", "template", "button", "select", "textarea", "math"])
# Parts that macros make of records and pages: each is a hit of its own, and its text stands once in the index.
_REPEATED = frozenset(
    [
        "headerlink",
        "kb-anker",
        "kb-kilde",
        "kb-kilder",
        "kb-kortrad",
        "kb-kort--fakta",
        "kb-krav",
        "kb-tidslinje",
        "kb-nokkeltall",
        "kb-malkilder",
        "kb-malliste",
        "kb-register",
        "kb-sider",
        "kb-sjekkliste",
        "kb-sok",
    ]
)
_WORD = re.compile(r"[\w§.:-]*\w")
_NO_WORDS: list[str] = []
_LEVELS = {"h1": 1, "h2": 2, "h3": 3}
# Where a row of a table begins or ends, and where a cell ends; no page holds these signs.
_ROW, _CELL = "\x1e", "\x1f"
_BETWEEN = {"tr": _ROW, "td": _CELL, "th": _CELL}
_GAP = re.compile(r" (?=[.,;:](?: |$))")  # left where a reference to a source stood, which the search passes over
_MOSTLY_LINKS = 0.4
SIDE, EKSEMPEL, LOV, VERKTOY, KURS = "s", "e", "l", "v", "u"
_ROOMS = {"lov": LOV, "verktoy": VERKTOY, "seminar": KURS}


def read_site(site: Path, base: Kunnskapsbase, heads: Mapping[str, Sidehode]) -> tuple[Sidetekst, ...]:
    """Every page of the built site that was made from a page of docs/, by address. Raises OSError."""
    addresses = {path: "/" + path.removesuffix("index.html") for path in sorted(heads)}
    told_elsewhere = _record_addresses(base) | {side.adresse for side in base.sider}

    def read(path: str) -> Sidetekst:
        return read_page((site / path).read_text("utf-8"), addresses[path], heads[path], base, told_elsewhere)

    return tuple(side_by_side(read, (path for path in addresses if (site / path).is_file())))


def _record_addresses(base: Kunnskapsbase) -> frozenset[str]:
    """The addresses of elements that are records."""
    ids = {f"{e.adresse}#{p.id}" for e in base.eksempler.values() for _, p in e.pastander()}
    ids |= {n.adresse_til(p) for n in base.nettverk.values() for _, p in n.pastander()}
    for posts in (base.nettverk, base.kilder, base.begreper, base.lovkrav, base.lovendringer):
        ids |= {post.adresse for post in posts.values()}
    return frozenset(ids | {f"/kommuner/#k{nummer}" for nummer in base.kommuner})


@dataclass(slots=True)
class _Section:
    """A heading and what stands below it, up to the next one."""

    level: int
    anker: str
    tittel: list[str] = field(default_factory=list)
    tekst: list[str] = field(default_factory=list)
    lenket: int = 0

    @property
    def is_list_of_links(self) -> bool:
        """Whether it leads on («Se også», «Les videre») and says little itself."""
        return self.level > 1 and self.lenket > _MOSTLY_LINKS * max(1, sum(len(part.strip()) for part in self.tekst))


def read_page(text: str, adresse: str, head: Sidehode, base: Kunnskapsbase, records: frozenset[str]) -> Sidetekst:
    """What the search reads of one built page.

    text: its HTML. adresse: its place on the site. head: its front matter. records: the addresses of record elements, and
    of pages, whose rows in a table repeat them.
    """
    article = _ARTICLE.search(text)
    reader = _Reader(adresse, records)
    reader.read(article[1] if article else "")
    sections = [s for s in reader.sections if s.tittel or s.tekst]
    title = _plain(sections[0].tittel) if sections and sections[0].level == 1 else ""
    return Sidetekst(
        adresse=adresse,
        tittel=title or head.tittel,
        documents=tuple(_documents(sections, adresse, head, base)),
        ids=frozenset(reader.ids),
    )


def _documents(sections: list[_Section], adresse: str, head: Sidehode, base: Kunnskapsbase) -> Iterator[Dokument]:
    slag = EKSEMPEL if head.eksempel else _ROOMS.get(adresse.split("/")[1], SIDE)
    temaer, malgrupper, words, about = head.temaer, head.malgrupper, (), ()
    if head.eksempel and head.eksempel in base.eksempler:
        e = base.eksempler[head.eksempel]
        temaer, malgrupper, words = e.temaer, e.malgrupper, example_words(base, head.eksempel)
        about = _about_example(base, e)
    over = ""
    for number, s in enumerate(sections):
        title, body = _plain(s.tittel), _plain(s.tekst)
        if s.level == 2:
            over = title
        if s.is_list_of_links or (slag == KURS and number and not body):
            continue  # a kit shows records under many headings: each record is a hit of its own
        yield Dokument(
            slag=slag,
            side=adresse,
            anker="" if number == 0 else s.anker,
            tittel=title,
            tekst=body,
            over=over if s.level == 3 else "",
            emneord=words,
            omtale=_not_said((head.tittel, head.ingress, *about, *_sections_of_other_acts(head)), f"{title} {body}")
            if number == 0
            else (),
            temaer=temaer,
            malgrupper=malgrupper,
        )


def _sections_of_other_acts(head: Sidehode) -> tuple[str, ...]:
    """«sosialtjenesteloven §27»: what a page rests on, for who asks by section. Those of our own act have pages of their own."""
    resting = (b for text in head.bestemmelser for b in read_provisions(text) if b.lov != "boligsosialloven")
    return tuple(f"{b.lov} §{b.del_}" for b in resting if b.del_[:1].isdigit())


def _not_said(texts: Iterable[str], said: str) -> tuple[str, ...]:
    """The words of the texts, each once, that are not said already; the search reads them as words, not as sentences."""
    known = {word.lower() for word in _WORD.findall(said)}
    return tuple(dict.fromkeys(w for text in texts for w in _WORD.findall(text) if w.lower() not in known))


def example_words(base: Kunnskapsbase, id: str) -> tuple[str, ...]:
    """The municipalities of an example, by their names today and in the source."""
    kommuner = base.eksempler[id].kommuner
    names = [n for k in kommuner for n in (base.kommuner[k.nummer].navn, k.navn_i_kilden) if n]
    return tuple(dict.fromkeys(names))


def _about_example(base: Kunnskapsbase, e: Eksempel) -> tuple[str, ...]:
    """What the box of facts says that one may ask for: how large the municipalities are, and whom the work is for."""
    counted = [f.antall for k in e.kommuner for f in base.kommuner[k.nummer].innbyggere]
    sizes = [f"{size.navn} {size.forklaring}" for size in (storrelse(base, antall) for antall in counted)]
    return (*dict.fromkeys(sizes), *(base.malgrupper[m].navn for m in e.malgrupper))


@dataclass(slots=True)
class _Row:
    """A row of a generated table. One whose name leads to a record or a page repeats it, and is left out when it ends."""

    start: int
    lenket: int
    in_name: bool = False
    is_record: bool = False


class _Reader:
    """Goes through the tokens of a page once. What lies in a skipped element or in a record is left out."""

    def __init__(self, adresse: str, records: frozenset[str]) -> None:
        self.adresse, self.records = adresse, records
        self.sections = [_Section(1, "")]
        self.ids: set[str] = set()
        self._open: list[tuple[str, bool]] = []
        self._skips = 0
        self._heading: str | None = None
        self._in_table = 0
        self._links = 0
        self._row: _Row | None = None

    def read(self, article: str) -> None:
        for end, name, attributes, text in _TOKEN.findall(article):
            if text:
                if not self._skips and "{{" not in text:
                    text = html.unescape(text)
                    self._here().append(text)
                    if self._links and not self._heading:
                        self.sections[-1].lenket += len(text.strip())
            elif name:
                if end:
                    self._close(name.lower())
                else:
                    self._start(name.lower(), attributes)

    def _here(self) -> list[str]:
        return self.sections[-1].tittel if self._heading else self.sections[-1].tekst

    def _start(self, name: str, attributes: str) -> None:
        id, classes, hidden = "", _NO_WORDS, False
        if attributes:
            found = _ID.search(attributes)
            id = html.unescape(found[1]) if found else ""
            if id:
                self.ids.add(id)
            classes = _words(_CLASS.search(attributes))
            hidden = bool(_HIDDEN.search(attributes)) or bool(id and f"{self.adresse}#{id}" in self.records)
        skip = (
            hidden or name in _SKIPPED or not _REPEATED.isdisjoint(classes) or (name == "thead" and self._in_table > 0)
        )
        if not self._skips and not skip and name in _LEVELS and (id or name == "h1"):
            level = _LEVELS[name]
            self._heading = name
            if level > 1 or any(s.tittel for s in self.sections):
                self.sections.append(_Section(level, id))
        if name not in _INLINE and not self._skips:
            self._here().append(_BETWEEN.get(name, " "))
        if name in _VOID or attributes.endswith("/"):
            return
        if name == "tr" and self._in_table:
            self._row = _Row(len(self.sections[-1].tekst), self.sections[-1].lenket)
        elif name == "th" and self._row:
            self._row.in_name = True
        elif name == "a" and self._row and self._row.in_name:
            self._row.is_record |= self._leads_to_record(attributes)
        self._open.append((name, skip))
        self._skips += skip
        self._links += name == "a"
        if "kb-tabell__tabell" in classes:
            self._in_table = len(self._open)

    def _leads_to_record(self, attributes: str) -> bool:
        found = _HREF.search(attributes)
        address = html.unescape(found[1]) if found else ""
        return (self.adresse + address if address.startswith("#") else address) in self.records

    def _close(self, name: str) -> None:
        if name == "th" and self._row:
            self._row.in_name = False
        elif name == "tr" and self._row:
            if self._row.is_record:
                del self.sections[-1].tekst[self._row.start :]
                self.sections[-1].lenket = self._row.lenket
            self._row = None
        if name == self._heading:
            self._heading = None
        if not self._open or (self._open[-1][0] != name and not any(open_name == name for open_name, _ in self._open)):
            return
        while self._open:
            closed, skip = self._open.pop()
            self._skips -= skip
            self._links -= closed == "a"
            if closed == name:
                break
        if self._in_table > len(self._open):
            self._in_table = 0
        if name not in _INLINE and not self._skips:
            self._here().append(_BETWEEN.get(name, " "))


def _words(match: re.Match[str] | None) -> list[str]:
    return next((group for group in match.groups() if group), "").split() if match else []


def _plain(parts: list[str]) -> str:
    lines = map(_line, "".join(parts).split(_ROW))
    return _GAP.sub("", " ".join(" ".join(lines).split()))


def _line(text: str) -> str:
    """A row as a sentence with its cells told apart; what is no row, as it is."""
    if _CELL not in text:
        return text
    row = " · ".join(cell.strip() for cell in text.split(_CELL) if cell.strip())
    return f"{row}." if row and row[-1] not in ".:?!" else row
