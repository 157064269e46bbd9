"""The language of the pages: the longest sentence, the longest paragraph, and LIX, read from the text as it is written.

What macros put in is not counted: records have their own texts. A heading, a list item and a cell of a table each end a
sentence, whether there is a full stop or not, since that is how a reader meets them. LIX is taken of paragraphs and list
items only: headings and cells are so short that they would make any page look easy.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.build.page import Side
from macros.model import Funn, Regel

LENGST_SETNING = 30
LENGST_AVSNITT = 90
HOYEST_LIX = 48

KODER = {
    "SPR-001": Regel("En setning er for lang.", "Del den i to."),
    "SPR-002": Regel("Et avsnitt er for langt.", "Del det, eller gjør det om til en liste."),
    "SPR-003": Regel("Teksten er for tung.", "Skriv kortere setninger, og bytt lange ord mot vanlige."),
}

_CODE = re.compile(r"(?ms)^(`{3,}|~{3,})[^\n]*\n.*?^\1[ \t]*$")
_MACRO = re.compile(r"(?s)\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"[*_`#>|☐]+|\{:.*?\}|^\s*(?:[-*+]|\d+\.)\s+|^\s*(?:!!!|\?\?\?)\+?[ \t]*[\w-]*", re.M)
_NEW_BLOCK = re.compile(r"^\s*(?:[-*+]|\d+\.)\s|^#|^\||^\s*(?:!!!|\?\?\?)|^:\s")
_CELL = re.compile(r"(?<!\\)\|")
_WORD = re.compile(r"[\wæøåÆØÅ]+(?:-[\wæøåÆØÅ]+)*")
_ABBREVIATED = re.compile(r"\b(?:mfl|bl\.a|f\.eks|jf|kap|nr|pkt|ca|dvs|osv|St|Meld|Prop)\.|(?<=\d)\.(?= ?[a-zæøå])")
_END = re.compile(r"(?<=[.!?:])[»\"”)]*\s+(?=[«\"“(]?[A-ZÆØÅ0-9§])|\n")


@dataclass(frozen=True, slots=True)
class Avsnitt:
    """One block of text with the line it begins on: a paragraph, a list item, a heading or a cell."""

    linje: int
    tekst: str
    prosa: bool

    def setninger(self) -> list[str]:
        """The sentences of the block; never empty where it has words."""
        whole = _ABBREVIATED.sub(lambda m: m.group().replace(".", ""), self.tekst)
        return [s for s in _END.split(whole) if _WORD.search(s)]


@dataclass(frozen=True, slots=True)
class Sprak:
    """What is measured of one page."""

    side: Side
    ord: int
    lix: float
    lengste_setning: int
    lengste_avsnitt: int


def measure(side: Side) -> Sprak:
    """The figures of one page; all are 0 where it has no words of its own."""
    blocks = list(blocks_of(side))
    sentences = [s for block in blocks for s in block.setninger()]
    prose = [s for block in blocks if block.prosa for s in block.setninger()]
    return Sprak(
        side=side,
        ord=sum(map(count, sentences)),
        lix=lix([w for s in prose for w in _WORD.findall(s)], len(prose)),
        lengste_setning=max((count(s) for s in sentences), default=0),
        lengste_avsnitt=max((count(b.tekst) for b in blocks), default=0),
    )


def lix(words: list[str], sentences: int) -> float:
    """Words a sentence, plus long words (over six letters) of a hundred."""
    return len(words) / sentences + 100 * sum(len(w) > 6 for w in words) / len(words) if words else 0.0


def count(text: str) -> int:
    """How many words the text has."""
    return len(words_of(text))


def words_of(text: str) -> list[str]:
    """The words of the text, one with hyphens being one."""
    return _WORD.findall(text)


def check_language(sider: Iterable[Side]) -> list[Funn]:
    """A finding for each sentence and paragraph that is too long, and each page that is too heavy."""
    return sorted(f for side in sider for f in _findings(side))


def _findings(side: Side) -> Iterator[Funn]:
    for block in blocks_of(side):
        for sentence in block.setninger():
            if (n := count(sentence)) > LENGST_SETNING:
                yield _finding(
                    side,
                    block.linje,
                    "SPR-001",
                    f"Setningen «{sentence.strip()[:60]}…» har {n} ord. Grensen er {LENGST_SETNING}.",
                )
        if (n := count(block.tekst)) > LENGST_AVSNITT:
            yield _finding(
                side,
                block.linje,
                "SPR-002",
                f"Avsnittet har {n} ord. Grensen er {LENGST_AVSNITT}.",
            )
    if (found := measure(side)).lix > HOYEST_LIX:
        yield _finding(
            side,
            1,
            "SPR-003",
            f"Lesbarheten (LIX) er {found.lix:.0f}. Grensen er {HOYEST_LIX}.",
        )


def _finding(side: Side, linje: int, kode: str, melding: str) -> Funn:
    return Funn(fil=side.fil, linje=linje, kode=kode, melding=melding, tips=KODER[kode].rad)


def blocks_of(side: Side) -> Iterator[Avsnitt]:
    """Every block of the page's own text, without macros, addresses and marks of Markdown."""
    text = _blanked(_CODE, _blanked(_MACRO, side.tekst))
    start, lines = 0, list[str]()
    for number, line in enumerate([*text.split("\n"), ""]):
        if lines and (not line.strip() or _NEW_BLOCK.match(line)):
            yield from _block(side.forste_linje + start, lines)
            lines = []
        if line.strip():
            start = start if lines else number
            lines.append(line)


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    """The text without what the pattern finds, every line where it was."""
    return pattern.sub(lambda m: "\n" * m.group().count("\n"), text)


def _block(linje: int, lines: list[str]) -> Iterator[Avsnitt]:
    text = " ".join(line.strip() for line in lines)
    for cell in _CELL.split(text) if text.startswith("|") else [text]:
        plain = _MARKS.sub(" ", _LINK.sub(r"\1", cell))
        if _WORD.search(plain):
            yield Avsnitt(
                linje, re.sub(r"\s+([.,:;?!])", r"\1", " ".join(plain.split())), not text.startswith(("|", "#"))
            )
