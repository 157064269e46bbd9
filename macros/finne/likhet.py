"""Examples from municipalities that are alike: what the page «Kommuner som min» knows, and its lists without scripts.

How alike two municipalities are is said in one place, queries.lignende_kommuner: the same county counts for more than the
same size class, and both for more than one. frontend/finne/likhet.ts follows it for what the reader has chosen; a test
holds the two together.
"""

from __future__ import annotations

from macros.model import Kunnskapsbase
from macros.model.eksempel import Eksempel
from macros.model.kommune import Kommune
from macros.queries import kommuner_etter_fylke, norsk, storrelse
from macros.rendering import tekst

UKJENT = "Folketallet er ikke ført inn"


def eksempler_etter_fylke(base: Kunnskapsbase) -> list[tuple[str, list[Eksempel]]]:
    """The examples by county, in Norwegian order; one with municipalities in two counties stands in both."""
    found = [(fylke, _from(base, {k.nummer for k in kommuner})) for fylke, kommuner in kommuner_etter_fylke(base)]
    return [(fylke, examples) for fylke, examples in found if examples]


def eksempler_etter_storrelse(base: Kunnskapsbase) -> list[tuple[str, list[Eksempel]]]:
    """The examples by size class when last counted, smallest first; those not counted come last, and are said to be so."""
    classes: dict[str, set[str]] = {k.kode: set() for k in base.kodelister["storrelse"].values()}
    unknown = set()
    for k in base.kommuner.values():
        (classes[code] if (code := _size(base, k)) else unknown).add(k.nummer)
    names = {k.kode: k.navn for k in base.kodelister["storrelse"].values()}
    found = [(tekst.stor(names[code]), _from(base, numbers)) for code, numbers in classes.items()]
    return [(name, examples) for name, examples in (*found, (UKJENT, _from(base, unknown))) if examples]


def likhetsdata(base: Kunnskapsbase) -> dict[str, object]:
    """What the browser needs to sort examples by likeness: municipalities in short, size classes, counties, examples."""
    fylker = [fylke for fylke, _ in kommuner_etter_fylke(base)]
    koder = list(base.kodelister["storrelse"])
    return {
        "fylker": fylker,
        "storrelser": [[k.kode, k.navn] for k in base.kodelister["storrelse"].values()],
        "kommuner": [
            [
                k.nummer,
                k.navn,
                [name for name in k.alle_navn if name != k.navn],
                fylker.index(k.fylke),
                koder.index(code) if (code := _size(base, k)) else -1,
                k.innbyggere[-1].dato[:4] if k.innbyggere else "",
                [round(degree, 2) for degree in k.punkt],
            ]
            for k in sorted(base.kommuner.values(), key=lambda k: norsk(k.navn))
        ],
        "malgrupper": [[m.id, m.navn] for m in base.malgrupper.values()],
        "temaer": [[t.id, t.navn] for t in sorted(base.temaer.values(), key=lambda t: norsk(t.navn))],
        "eksempler": [
            [
                e.id,
                e.tittel,
                e.ingress,
                tekst.arstall(e.periode),
                [k.nummer for k in e.kommuner],
                list(e.malgrupper),
                list(e.temaer),
            ]
            for e in base.eksempler.values()
        ],
    }


def _from(base: Kunnskapsbase, numbers: set[str]) -> list[Eksempel]:
    found = [e for e in base.eksempler.values() if numbers & {k.nummer for k in e.kommuner}]
    return sorted(found, key=lambda e: (norsk(base.kommuner[e.kommuner[0].nummer].navn), norsk(e.tittel)))


def _size(base: Kunnskapsbase, kommune: Kommune) -> str | None:
    return storrelse(base, kommune.innbyggere[-1].antall).kode if kommune.innbyggere else None
