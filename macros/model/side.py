"""What is known of a page before it is built: its place, and the part of its front matter that other pages join on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Sidehode:
    """One page of docs/. `kilde`: its path from there («lov/plikter.md»). Fields as in data/skjema/side.schema.json.

    `kilder`: the sources that the text of the page refers to, each once, in order."""

    kilde: str
    tittel: str
    ingress: str = ""
    rekkefolge: int = 1000
    ansvarlig: str = ""
    sist_gjennomgatt: str = ""
    neste_gjennomgang: str = ""
    bygger_pa: tuple[str, ...] = ()
    svarer_pa: tuple[str, ...] = ()
    kilder: tuple[str, ...] = ()
    temaer: tuple[str, ...] = ()
    malgrupper: tuple[str, ...] = ()
    om_eksempel: str = ""
    engelsk: str = ""

    @property
    def engelsk_side(self) -> bool:
        """Whether the page itself is written in English."""
        return self.kilde.startswith("en/")

    @property
    def adresse(self) -> str:
        """The page's place on the site."""
        stem = self.kilde.removesuffix(".md")
        return f"/{stem.removesuffix('index')}" if stem == "index" or stem.endswith("/index") else f"/{stem}/"
