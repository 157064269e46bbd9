"""A page of docs/ as it was written: its front matter with lines, and its text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from macros.loading import Yamlfil, parse_yaml
from macros.loading.pages import FRONT, page_paths


@dataclass(frozen=True, slots=True)
class Side:
    """One page. `kilde`: path from docs/ («eksempler/index.md»). `forste_linje`: the line the text starts on in the file.

    `uleselig_linje`: the first line that isn't UTF-8, or None.
    """

    kilde: str
    fil: str
    hode: Yamlfil | None
    tekst: str
    forste_linje: int
    uleselig_linje: int | None = None

    @property
    def tittel(self) -> str:
        """The title in the front matter, or the name of the file where there is none."""
        return str(self._felt("tittel") or Path(self.kilde).stem)

    @property
    def rekkefolge(self) -> int:
        """The place in the menu; pages without one come last."""
        value = self._felt("rekkefolge")
        return value if isinstance(value, int) else 1000

    @property
    def fane(self) -> str | None:
        """The tab a section shares with others, or None."""
        value = self._felt("fane")
        return value if isinstance(value, str) else None

    @property
    def i_menyen(self) -> bool:
        """Whether the page stands in the menu."""
        return self._felt("i_menyen") is not False

    @property
    def i_soket(self) -> bool:
        """Whether the search knows the page."""
        return self._felt("i_soket") is not False

    @property
    def eksempel(self) -> str | None:
        """The example the page tells of."""
        value = self._felt("om_eksempel")
        return value if isinstance(value, str) else None

    def _felt(self, navn: str) -> object:
        return self.hode.data.get(navn) if self.hode and isinstance(self.hode.data, dict) else None


def read_pages(rot: Path) -> list[Side]:
    """Every page below docs/, by path. Theme templates in docs/overrides/ are no pages."""
    return [read_page(path, rot) for path in page_paths(rot)]


def read_page(path: Path, rot: Path) -> Side:
    """The page at `path`. Text that isn't UTF-8 is read with replacement characters, so that the rest can be checked."""
    fil, content = path.relative_to(rot).as_posix(), path.read_bytes()
    text, unreadable = content.decode("utf-8-sig", errors="replace"), _unreadable_line(content)
    kilde = path.relative_to(rot / "docs").as_posix()
    front = FRONT.match(text)
    if not front:
        return Side(kilde, fil, None, text, 1, unreadable)
    head = parse_yaml(front.group(1), fil, first_line=2)
    return Side(kilde, fil, head, text[front.end() :], text.count("\n", 0, front.end()) + 1, unreadable)


def _unreadable_line(content: bytes) -> int | None:
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return content.count(b"\n", 0, error.start) + 1
    return None
