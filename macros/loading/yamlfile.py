"""One YAML file → plain data with the line of every field, and findings for all that can be wrong with the file itself.

The files are read as the JSON part of YAML: text, whole numbers, decimals, true/false, lists and mappings. What YAML
1.1 would silently turn into something else (0301 → 193, NO → false, 12:30 → 750) is a finding, and stays text.
Byte-order mark and Windows line ends are accepted. A text over several lines (| or >) loses the line break at its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from macros.loading.sti import Sti, field_name, short
from macros.loading.yamlfeil import syntax_finding
from macros.model import Funn, Regel
from macros.samtidig import side_by_side

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 40
MAX_DIGITS = 15  # longer numbers lose digits in browsers and spreadsheets, and no record counts that far
KODER = {
    "FIL-001": Regel(
        "Fila er ikke lagret som UTF-8.",
        "Lagre fila på nytt med tegnkodingen UTF-8. I Notisblokk: Lagre som, og velg UTF-8 under Koding.",
    ),
    "FIL-002": Regel(
        "Fila er for stor.",
        "Del innholdet på flere filer. Bilder og vedlegg hører ikke hjemme i en post.",
    ),
    "FIL-003": Regel(
        "Fila er tom.",
        "Fyll ut fila, eller slett den.",
    ),
    "FIL-004": Regel(
        "Fila kan ikke leses som YAML.",
        "Se på linja i meldingen og den over: innrykk, anførselstegn, og tekst med kolon, som må i anførselstegn.",
    ),
    "FIL-005": Regel(
        "Det er tabulator i innrykket.",
        "Bytt tabulatoren med mellomrom. De fleste skriveprogrammer kan gjøre det for hele fila på én gang.",
    ),
    "FIL-006": Regel(
        "Et felt står to ganger.",
        "Slå de to sammen, eller slett det ene.",
    ),
    "FIL-007": Regel(
        "Fila viser til en annen del av seg selv med & og *.",
        "Skriv innholdet der det skal stå. Begynner teksten med & eller *, så sett den i anførselstegn.",
    ),
    "FIL-008": Regel(
        "En verdi må stå i anførselstegn.",
        "Sett verdien i anførselstegn. Er det et tall, så skriv det uten 0 først og uten andre tegn.",
    ),
    "FIL-009": Regel(
        "En verdi har et YAML-merke (!) foran seg.",
        "Slett merket. Er utropstegnet en del av teksten, så sett teksten i anførselstegn.",
    ),
    "FIL-014": Regel(
        "Resten av linja blir borte, fordi den begynner med #.",
        "Sett teksten i anførselstegn. Er det en merknad til andre som skriver, så sett den på en egen linje.",
    ),
    "FIL-012": Regel(
        "Innholdet ligger for dypt.",
        "Se etter parenteser som ikke er lukket, eller innrykk som øker for hver linje.",
    ),
}

_WHOLE = re.compile(r"^-?(0|[1-9][0-9]*)$")
_DECIMAL = re.compile(r"^-?(0|[1-9][0-9]*)\.[0-9]+$")
_DATE = re.compile(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
_OTHER_NUMBER = re.compile(r"^(0[0-9]+|0o[0-7]+|[-+]?[0-9.]+[eE][-+]?[0-9]+)$")  # text here, a number to YAML 1.2
_TAG = "tag:yaml.org,2002:"


@dataclass(frozen=True, slots=True)
class Yamlfil:
    """What one file holds.

    data: None where nothing could be read. linjer: the line, from 1, of every field.
    """

    fil: str
    data: Any = None
    linjer: dict[Sti, int] = field(default_factory=dict)
    funn: tuple[Funn, ...] = ()

    def linje(self, sti: Sti) -> int:
        """The line of the field, or of the nearest one around it; 1 where the file has none."""
        while sti and sti not in self.linjer:
            sti = sti[:-1]
        return self.linjer.get(sti, 1)

    def felt(self, sti: Sti) -> str:
        """The way to the field in words."""
        return field_name(sti, self.data)


def read_each(files: Mapping[str, Path]) -> Iterator[Yamlfil]:
    """What each file holds, by what it is called in findings. Those that have not been read before are read side by side."""
    new = [fil for fil in files if (fil, 1) not in _parsed]
    for fil, kept in zip(new, side_by_side(lambda fil: _kept_of(files[fil], fil), new), strict=True):
        if kept:
            _parsed[fil, 1] = kept
    return (read_yaml(path, fil) for fil, path in files.items())


def _kept_of(path: Path, fil: str) -> tuple[str, Yamlfil] | None:
    read_yaml(path, fil)
    return _parsed.get((fil, 1))


def read_yaml(path: Path, fil: str) -> Yamlfil:
    """Read the file at `path`, called `fil` in findings. Never raises for what a file can hold."""
    raw = path.read_bytes()
    if len(raw) > MAX_BYTES:
        return _only(
            fil,
            0,
            "FIL-002",
            f"Fila er på {-(-len(raw) // 1024)} kB. Grensa er {MAX_BYTES // 1024} kB.",
            "Del innholdet på flere filer.",
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return _only(
            fil,
            line,
            "FIL-001",
            "Fila er ikke lagret som UTF-8, så æ, ø og å blir feil.",
            "Lagre fila på nytt med tegnkodingen UTF-8.",
        )
    return parse_yaml(text, fil)


def parse_yaml(text: str, fil: str, first_line: int = 1) -> Yamlfil:
    """Read YAML text that starts at `first_line` of the file `fil`; the same text gives the very same object, unread."""
    kept = _parsed.get((fil, first_line))
    if kept is None or kept[0] != text:
        kept = _parsed[fil, first_line] = (text, _parse(text, fil, first_line))
    return kept[1]


_parsed: dict[tuple[str, int], tuple[str, Yamlfil]] = {}
"""The last text of each file, and what it held. A build reads a record three times, and `vis` reads all at each save."""


def forget() -> None:
    """Let go of what has been parsed: a build that is not followed by another has better use for the memory."""
    _parsed.clear()


def _parse(text: str, fil: str, first_line: int) -> Yamlfil:
    try:
        if deep := _too_deep(text):
            return _only(
                fil,
                deep + first_line - 1,
                "FIL-012",
                f"Innholdet er lagt mer enn {MAX_DEPTH} nivåer innover. Så dypt er ingen post.",
                "Se etter parenteser som ikke er lukket, eller innrykk som øker for hver linje.",
            )
        node = yaml.compose(text, Loader=LOADER)
        anchors = _anchors(text)
    except yaml.YAMLError as error:
        return Yamlfil(fil, funn=(syntax_finding(error, text, fil, first_line),))
    reading = _Reading(fil, first_line - 1, text.splitlines(), anchors)
    data = None if node is None else reading.value(node, ())
    if data is None and not reading.funn:
        return _only(
            fil, first_line, "FIL-003", "Fila er tom, eller har bare kommentarer.", "Fyll den ut, eller slett den."
        )
    return Yamlfil(fil, data, reading.linjer, tuple(reading.findings(data)))


LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Ten times as fast where PyYAML has its C part; the nodes and their marks are the same."""


def _too_deep(text: str) -> int:
    """The line, from 1, where the text goes too deep; 0 where it doesn't.

    Asked before the nodes are made, since the C composer would overrun the stack and take the whole process with it.
    """
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                return event.start_mark.line + 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return 0


def _anchors(text: str) -> dict[tuple[int, int], str]:
    """The names after & that no * uses, by line and column from 0: such a word is taken out, and the nodes don't tell."""
    if "&" not in text:
        return {}
    events = [e for e in yaml.parse(text, Loader=LOADER) if getattr(e, "anchor", None)]
    used = {e.anchor for e in events if isinstance(e, yaml.AliasEvent)}
    return {(e.start_mark.line, e.start_mark.column): e.anchor for e in events if e.anchor not in used}


def _only(fil: str, linje: int, kode: str, melding: str, tips: str = "") -> Yamlfil:
    return Yamlfil(fil, funn=(Funn(fil=fil, linje=linje, kode=kode, melding=melding, tips=tips),))


class _Reading:
    """One walk over the nodes of a file; collects data, lines and findings."""

    def __init__(self, fil: str, offset: int, lines: list[str], anchors: dict[tuple[int, int], str]) -> None:
        self.fil, self.offset, self.lines, self.anchors = fil, offset, lines, anchors
        self.linjer: dict[Sti, int] = {}
        self.funn: list[tuple[int, str, Sti, str, str]] = []
        self.seen: set[int] = set()

    def value(self, node: yaml.Node, sti: Sti) -> Any:
        self.linjer.setdefault(sti, self._line(node))
        if id(node) in self.seen:
            line = self.linjer[sti]  # where the field is; the node stands at the other part
            melding = "Her brukes & og * for å vise til en annen del av fila. Det er ikke lov."
            self.funn.append((line, "FIL-007", sti, melding, "Skriv innholdet der det skal stå."))
            return None
        self.seen.add(id(node))
        if anchor := self.anchors.get((node.start_mark.line, node.start_mark.column)):
            melding = f"«&{short(anchor)}» først i verdien blir tatt bort, fordi & betyr noe annet her."
            self._find(node, "FIL-007", sti, melding, "Sett teksten i anførselstegn, eller slett &.")
        if isinstance(node, yaml.CollectionNode) and not node.tag.startswith((f"{_TAG}map", f"{_TAG}seq")):
            self._tag(node, sti)
        if isinstance(node, yaml.MappingNode):
            return dict(self._pairs(node, sti))
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*sti, i)) for i, item in enumerate(node.value)]
        return self._scalar(node, sti)

    def _pairs(self, node: yaml.MappingNode, sti: Sti) -> Iterator[tuple[str, Any]]:
        keys: set[str] = set()
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._find(
                    key_node,
                    "FIL-004",
                    sti,
                    "Et feltnavn kan ikke være en liste eller ha felter under seg.",
                    "Er teksten en verdi, så sett den i anførselstegn.",
                )
                continue
            key = key_node.value
            if key in keys:
                self._find(
                    key_node,
                    "FIL-006",
                    (*sti, key),
                    f"Feltet «{short(key)}» står to ganger. Bare det ene ville blitt brukt.",
                    "Slå dem sammen, eller slett det ene.",
                )
                continue
            keys.add(key)
            self.linjer[(*sti, key)] = self._line(key_node)
            yield key, self.value(value_node, (*sti, key))

    def _scalar(self, node: yaml.ScalarNode, sti: Sti) -> Any:
        text, tag = node.value, node.tag.removeprefix(_TAG)
        if not node.style and (lost := self._lost(node)):
            self._find(
                node,
                "FIL-014",
                sti,
                f"Alt fra # og ut linja blir borte: «{short(lost)}».",
                "Sett teksten i anførselstegn. Er det en merknad til andre som skriver, så sett den på en egen linje.",
            )
        if node.style in ("|", ">"):
            text = text.rstrip("\n")
        if node.tag.startswith(_TAG) and (node.style or (tag == "str" and not _OTHER_NUMBER.match(text))):
            return text
        if tag == "null":
            return None
        if tag == "bool" and text in ("true", "false"):
            return text == "true"
        if tag == "int" and _WHOLE.match(text) and len(text) <= MAX_DIGITS:
            return int(text)
        if tag == "float" and _DECIMAL.match(text) and len(text) <= MAX_DIGITS:
            return float(text)
        if tag == "timestamp" and _DATE.match(text):
            return text
        if node.tag.startswith(_TAG) and tag in ("bool", "int", "float", "timestamp", "str", "merge", "value"):
            self._find(
                node,
                "FIL-008",
                sti,
                f"{short(text)} står uten anførselstegn, og kan bli lest som et annet tall eller et annet ord.",
                f'Skriv "{short(text)}". Skal det være et tall, så skriv høyst {MAX_DIGITS} sifre, uten 0 først.',
            )
        else:
            self._tag(node, sti)
        return text

    def _tag(self, node: yaml.Node, sti: Sti) -> None:
        tag = node.tag.replace(_TAG, "!!")
        self._find(
            node,
            "FIL-009",
            sti,
            f"Et merke med utropstegn ({short(tag)}) er ikke lov.",
            "Slett merket. Er utropstegnet en del av teksten, så sett teksten i anførselstegn.",
        )

    def _lost(self, node: yaml.Node) -> str:
        """The comment that follows a value without quotes on its last line: it may be meant as a part of the text."""
        end = node.end_mark
        rest = self.lines[end.line][end.column :] if node.value and end.line < len(self.lines) else ""
        return rest.strip() if rest.lstrip().startswith("#") else ""

    def _line(self, node: yaml.Node) -> int:
        return node.start_mark.line + 1 + self.offset

    def _find(self, node: yaml.Node, kode: str, sti: Sti, melding: str, tips: str = "") -> None:
        self.funn.append((self._line(node), kode, sti, melding, tips))

    def findings(self, data: Any) -> Iterator[Funn]:
        """What was found, each with the field in words: only now are the ids of a list known."""
        for line, kode, sti, melding, tips in self.funn:
            yield Funn(fil=self.fil, linje=line, kode=kode, felt=field_name(sti, data), melding=melding, tips=tips)
