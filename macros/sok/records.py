"""The records of the base as hits: each claim, term, duty, source and municipality at its own address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.model import Kunnskapsbase
from macros.model.begrep import Begrep
from macros.model.eksempel import Okonomipost, Tiltak
from macros.model.felles import Belop, Organ, Pastand
from macros.model.kilde import Kilde
from macros.model.kommune import Kommune
from macros.model.lov import Lovkrav
from macros.model.nettverk import Nettverkstall
from macros.rendering import tekst
from macros.sok.document import Dokument, Sidetekst
from macros.sok.pages import LOV, example_words

TILTAK, PASTAND, BEGREP, KOMMUNE, KILDE = "t", "p", "b", "k", "o"

_PART_WORDS = {
    "bakgrunn": "bakgrunn",
    "organisering": "organisering",
    "utfordringer": "utfordring",
    "maal": "mål",
    "strategier": "strategi",
    "tiltak": "tiltak",
    "resultater": "resultat",
    "erfaringer": "erfaring",
    "virket_ikke": "virket ikke, mislyktes",
    "brukermedvirkning": "brukermedvirkning",
    "okonomi": "økonomi, kostnad",
    "tall": "nettverk, tall",
    "bilder": "nettverk, bilde",
    "observasjoner": "nettverk",
}


def record_documents(base: Kunnskapsbase, pages: Iterable[Sidetekst]) -> Iterator[Dokument]:
    """Every record that stands on one of the pages, in the order of the base."""
    there = {page.adresse: page.ids for page in pages}
    for made in (
        _begreper(base),
        _lovkrav(base),
        _changes(base),
        _claims(base),
        _networks(base),
        _kilder(base),
        _kommuner(base),
    ):
        yield from (d for d in made if d.anker in there.get(d.side, ()))


def _place(adresse: str) -> dict[str, str]:
    side, _, anker = adresse.partition("#")
    return {"side": side, "anker": anker}


def _begreper(base: Kunnskapsbase) -> Iterator[Dokument]:
    for b in base.begreper.values():
        first = b.definisjoner[0] if b.definisjoner else None
        definitions = [f"{tekst.stor(d.eier)}: {d.tekst}" for d in b.definisjoner]
        yield Dokument(
            slag=BEGREP,
            **_place(b.adresse),
            tittel=b.bokmal,
            tekst=" ".join((b.forklaring, *definitions)),
            navn=_names(b),
            kildelinje=_source(base, first.kilde, first.sted, first.tid) if first else "",
        )


def _names(b: Begrep) -> tuple[str, ...]:
    names = (b.nynorsk, b.engelsk, *b.synonymer, *b.forkortelser, *b.eldre_navn)
    return tuple(dict.fromkeys(n for n in names if n and n != b.bokmal))


def _source(base: Kunnskapsbase, kilde: str, sted, tid=None) -> str:
    """Source, place and date of an answer: «bustøttelova, § 1 (fra 1. januar 2013)»."""
    post = base.kilder[kilde]
    place = tekst.sted(sted)
    when = tekst.tid(tid or post.utgitt, {k: v.navn for k, v in base.kodelister["mangel"].items()})
    named = tekst.kildenavn(post)
    dated = "" if when and when in named else f" ({when})" if when else ""
    return f"{named}{', ' + place if place else ''}{dated}"


def _lovkrav(base: Kunnskapsbase) -> Iterator[Dokument]:
    for k in base.lovkrav.values():
        yield Dokument(slag=LOV, **_place(k.adresse), **_lovkrav_text(base, k))


def _lovkrav_text(base: Kunnskapsbase, k: Lovkrav) -> dict:
    law = tekst.kildenavn(base.kilder[k.kilde])
    dates = f"gjelder fra {tekst.tidspunkt(k.gjelder_fra)}" + (f", frist {tekst.tidspunkt(k.frist)}" if k.frist else "")
    sections = tuple(f"{law} §\u00a0{p.paragraf}" for p in k.sted if p.paragraf)
    return {
        "tittel": k.tittel,
        "tekst": f"{k.tekst} {k.dokumenteres}",
        "navn": tuple(dict.fromkeys(sections)),
        "omtale": (base.kodelister["styrke"][k.styrke].navn, k.hvem, "lovkrav"),
        "temaer": k.temaer,
        "kildelinje": f"{law}, {tekst.sted(k.sted)} ({dates})",
    }


def _claims(base: Kunnskapsbase) -> Iterator[Dokument]:
    for e in base.eksempler.values():
        words = example_words(base, e.id)
        for part, p in e.pastander():
            yield Dokument(
                slag=TILTAK if part == "tiltak" else PASTAND,
                side=e.adresse,
                anker=p.id,
                tittel=p.navn if isinstance(p, Organ) else "",
                tekst=_claim_text(base, p),
                emneord=words,
                omtale=(_PART_WORDS.get(part, part),),
                temaer=p.temaer or e.temaer,
                malgrupper=p.malgrupper or e.malgrupper,
            )


def _networks(base: Kunnskapsbase) -> Iterator[Dokument]:
    for n in base.nettverk.values():
        words = tuple(dict.fromkeys(x for x in (base.kommuner[n.kommune].navn, n.navn_i_kilden) if x))
        yield Dokument(slag=PASTAND, **_place(n.adresse), tittel=n.tittel, tekst=n.ingress, emneord=words)
        for part, p in n.pastander():
            yield Dokument(
                slag=PASTAND,
                **_place(n.adresse_til(p)),
                tekst=_claim_text(base, p),
                emneord=words,
                omtale=(_PART_WORDS[part], n.tittel),
                temaer=p.temaer,
                malgrupper=p.malgrupper,
            )


def _changes(base: Kunnskapsbase) -> Iterator[Dokument]:
    for c in base.lovendringer.values():
        dates = [f"vedtatt {tekst.tidspunkt(c.vedtatt)}" if c.vedtatt else ""]
        dates += [f"i kraft {tekst.tidspunkt(c.i_kraft)}" if c.i_kraft else ""]
        yield Dokument(
            slag=LOV,
            **_place(c.adresse),
            tittel="; ".join(c.bestemmelser),
            tekst=" ".join(x for x in (c.hva, c.merknad) if x),
            omtale=("lovendring", *dates),
            kildelinje=_source(base, c.kilde, c.sted),
        )


def _claim_text(base: Kunnskapsbase, p: Pastand) -> str:
    """All that a claim says, in the order of its page."""
    parts: list[str | None] = [p.tekst]
    if isinstance(p, Tiltak):
        parts += [p.utfort, p.avvik, p.begrunnelse, p.ansvarlig.rolle, _amount(base, p.kostnad)]
    elif isinstance(p, Organ):
        parts += [p.leder.rolle if p.leder else None, *(m.rolle for m in p.medlemmer), *p.oppgaver]
    elif isinstance(p, Okonomipost):
        parts.append(_amount(base, p.belop))
    elif isinstance(p, Nettverkstall) and p.verdi is not None:
        parts.append(tekst.tall(p.verdi))
    if p.motstrid:
        parts += [u.tekst for u in p.motstrid.sier]
    return " ".join(x for x in parts if x)


def _amount(base: Kunnskapsbase, b: Belop) -> str | None:
    names = {liste: {k: v.navn for k, v in koder.items()} for liste, koder in base.kodelister.items()}
    return None if b.mangler else tekst.belop(b, names)


def _kilder(base: Kunnskapsbase) -> Iterator[Dokument]:
    for k in base.kilder.values():
        title, about = _title(k), _about(base, k)
        yield Dokument(
            slag=KILDE, **_place(k.adresse), tittel=title, tekst=about, navn=_new_name(k, f"{title} {about}")
        )


def _new_name(k: Kilde, said: str) -> tuple[str, ...]:
    """The short name of a source, where it has a word that is not said already."""
    name = tekst.kildenavn(k)
    return (
        () if set(name.replace("(uten år)", "").split()) <= {*said.split(), *said.replace(".", "").split()} else (name,)
    )


def _title(k: Kilde) -> str:
    return f"{k.tittel}: {k.undertittel}" if k.undertittel else k.tittel


def _about(base: Kunnskapsbase, k: Kilde) -> str:
    series = " ".join(x for x in (k.serie, k.nummer) if x)
    year = str(k.utgitt.naar or k.utgitt.fra or "")[:4]
    kind = base.kodelister["kildetype"][k.kildetype].navn
    return ". ".join(x for x in ("; ".join(k.forfattere), k.utgiver, series, year, kind) if x)


def _kommuner(base: Kunnskapsbase) -> Iterator[Dokument]:
    used = {k.nummer for e in base.eksempler.values() for k in e.kommuner}
    for k in base.kommuner.values():
        yield Dokument(
            slag=KOMMUNE,
            side="/kommuner/",
            anker=f"k{k.nummer}",
            tittel=k.navn,
            tekst=_history(k),
            navn=tuple(navn for navn in k.alle_navn if navn != k.navn),
            emneord=(k.nummer,),
            omtale=(k.fylke, *(("eksempel",) if k.nummer in used else ())),
        )


def _history(k: Kommune) -> str:
    return " ".join((k.fylke, *(h.tekst for h in k.historie)))
