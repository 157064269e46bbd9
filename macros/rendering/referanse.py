"""A source as one line of a reference list, in plain Norwegian text. No HTML."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.kilde import Kilde
from macros.rendering import tekst


@dataclass(frozen=True, slots=True)
class Referanse:
    """The parts of a reference: who and when, the title, the rest. `str()` is the whole line."""

    hvem: str
    tittel: str
    resten: str
    hentet: str

    def __str__(self) -> str:
        """«Navn (2011). Tittel: Undertittel. Utgiver. Serie 1/2011. Hentet 22. november 2026 fra https://…»."""
        return " ".join(x for x in (self.hvem, _ended(self.tittel), self.resten, self.hentet) if x)


def referanse(kilde: Kilde) -> Referanse:
    """The reference of a source. What the source doesn't tell of itself is left out; a missing year is said."""
    return Referanse(
        hvem=f"{'; '.join(kilde.opphav)} ({_when(kilde)}).",
        tittel=kilde.hel_tittel,
        resten=" ".join(_ended(x) for x in _details(kilde) if x),
        hentet=_fetched(kilde),
    )


def _details(kilde: Kilde) -> tuple[str | None, ...]:
    numbered = " ".join(x for x in (kilde.serie, kilde.nummer) if x)
    return (
        kilde.utgiver if kilde.forfattere and kilde.utgiver != kilde.serie else None,
        None if kilde.nummer == kilde.tittel else numbered,
        f"ISBN {kilde.isbn}" if kilde.isbn else None,
        f"{kilde.sider} sider" if kilde.sider else None,
    )


def _when(kilde: Kilde) -> str:
    t = kilde.utgitt
    if t.naar:
        return tekst.tidspunkt(t.naar)
    if t.fra and t.til:
        return f"{tekst.tidspunkt(t.fra)}–{tekst.tidspunkt(t.til)}"
    if t.fra:
        return f"fra {tekst.tidspunkt(t.fra)}"
    return "uten år" if t.mangler == "kilden_tier" else "ukjent år"


def _fetched(kilde: Kilde) -> str:
    if not kilde.url:
        return ""
    if kilde.adresse_svarer and kilde.adresse_svarer.svar == "nei":
        return f"Adressen svarer ikke lenger: {kilde.url}"
    if kilde.lest.omfang == "ikke_lest":
        return kilde.url
    return f"Hentet {tekst.tidspunkt(kilde.lest.dato)} fra {kilde.url}"


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
