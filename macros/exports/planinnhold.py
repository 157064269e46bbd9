"""What the tools Planverkstedet and Dreieboka take from the base, as scripts.

Two scripts: the lists a plan chooses from, loaded with the page; and the strategies, measures and lessons of others, loaded
when the reader asks for them. frontend/plan/kjerne/ reads what is written here (kjede.ts, basen.ts): change them together.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.model import Kunnskapsbase
from macros.model.eksempel import Eksempel, Strategi, Tiltak
from macros.model.felles import Pastand
from macros.model.lov import Lovkrav
from macros.rendering import skript, tekst
from macros.rendering.columns import Kolonner

LISTER = f"{skript.FOLDER}/planlister.js"
INNHOLD = f"{skript.FOLDER}/basen.js"

_LOV = "boligsosialloven"
_PARAGRAFER = ("5", "6", "7")
"""The duties a plan can answer: those of organisation, planning, help and procedure. The same as in the checklist."""


def planlister(base: Kunnskapsbase) -> str:
    """The script with the groups and duties, in the order of the base."""
    lists = {
        "malgrupper": [{"id": m.id, "navn": m.navn} for m in base.malgrupper.values()],
        "plikter": [
            {"id": k.id, "paragraf": _paragraph(k), "tittel": k.tittel, "styrke": k.styrke}
            for k in base.lovkrav.values()
            if k.kilde == _LOV and _paragraph(k) in _PARAGRAFER
        ],
    }
    return skript.set_value("kbPlanlister", lists)


def planinnhold(base: Kunnskapsbase) -> str:
    """The script with every strategy, measure and lesson: kind, text, municipality, source, address, state, groups, duties."""
    return skript.set_value(
        "kbBasen", {"innslag": [list(entry) for e in base.eksempler.values() for entry in _entries(base, e)]}
    )


def _paragraph(krav: Lovkrav) -> str:
    return krav.sted[0].paragraf or ""


def _entries(base: Kunnskapsbase, e: Eksempel) -> Iterator[tuple[str, ...]]:
    where = Kolonner(base).kommunenavn(e)
    for slag, claims in (
        ("strategi", e.strategier),
        ("tiltak", e.tiltak),
        ("erfaring", e.erfaringer),
        ("virket_ikke", e.virket_ikke),
    ):
        for claim in claims:
            source = base.kilder[claim.kilde]
            place = tekst.sted(claim.sted)
            yield (
                slag,
                claim.tekst,
                where,
                f"{tekst.kildenavn(source)}{', ' + place if place else ''}",
                f"{e.adresse}#{claim.id}",
                _about(base, claim),
                " ".join(claim.malgrupper),
                " ".join(claim.lovkrav),
            )


def _about(base: Kunnskapsbase, claim: Pastand) -> str:
    """The state of a measure as we read it; else the kind of claim it is: a plan is not a result."""
    if isinstance(claim, Tiltak):
        return base.kodelister["tilstand"][claim.tilstand].navn
    if isinstance(claim, Strategi) and claim.nr_i_kilden:
        return f"{base.kodelister['slags'][claim.slags].navn}, nr. {claim.nr_i_kilden} i kilden"
    return base.kodelister["slags"][claim.slags].navn
