"""The columns of every generated table, each said once, by the kind of record the table is about."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from macros import queries
from macros.model import Kunnskapsbase
from macros.model.eksempel import Eksempel
from macros.model.felles import Belop, Pastand, Tid
from macros.model.kommune import Folketall, Kommune, Kommunenevning
from macros.model.lister import Emne
from macros.model.lov import Lovendring, Lovkrav
from macros.model.nettverk import Nettverk, Nettverkstall
from macros.model.side import Sidehode
from macros.queries import Kommunenavn, Treff
from macros.rendering import tekst
from macros.rendering.tables import Celle, Kolonne

_SKJEMA = "/bidra/skjema/"
"""The form for contributors; what stands after «?» is filled in by frontend/bidra."""


def _year(f: Folketall) -> str:
    return f.dato[:4]


def kommunens_side(kommune: Kommune) -> str:
    """Where the page of a municipality stands, if it has one: named by the first of its names."""
    return f"/kommuner/{tekst.adressenavn(kommune.navn.split(' - ')[0])}/"


class Kolonner:
    """Columns that know the base, so that codes get their names and ids their links."""

    def __init__(self, base: Kunnskapsbase) -> None:
        """Base: where names and addresses are looked up."""
        self.base = base
        self.navn = {liste: {k: v.navn for k, v in koder.items()} for liste, koder in base.kodelister.items()}

    # Cells

    def kode(self, liste: str, kode: str | None) -> Celle:
        """The name of a code as a label; an empty cell for None."""
        return Celle(self.navn[liste][kode], merke=f"{liste}-{kode}".replace("_", "-")) if kode else Celle("")

    def emner(self, ids: Iterable[str], emner: dict[str, Emne]) -> tuple[Celle, ...]:
        """The names of temaer, målgrupper or virkemidler, leading to the pages about them."""
        return tuple(Celle(emner[i].navn, emner[i].side) for i in ids) or (Celle(""),)

    def eksempel(self, e: Eksempel) -> Celle:
        """The municipalities of an example, leading to its page."""
        return Celle(self.kommunenavn(e), e.adresse)

    def kommunenavn(self, e: Eksempel) -> str:
        """«Rissa (i dag Indre Fosen)», «Karmøy og Haugesund»."""
        names = []
        for k in e.kommuner:
            today = self.base.kommuner[k.nummer].navn
            names.append(
                f"{k.navn_i_kilden} (i dag {today})" if k.navn_i_kilden and k.navn_i_kilden != today else today
            )
        return tekst.ramse(names)

    def storrelse(self, kommune: Kommune) -> str:
        """The size class of a municipality when first and last counted: «20 000–49 999 innbyggere (2012 og 2024)»."""
        if not kommune.innbyggere:
            return "folketallet er ikke ført inn ennå"
        first, last = kommune.innbyggere[0], kommune.innbyggere[-1]
        then, now = (queries.storrelse(self.base, f.antall).navn for f in (first, last))
        if first is last:
            return f"{now} ({_year(last)})"
        years = f"{_year(first)} og {_year(last)}"
        return f"{now} ({years})" if then == now else f"{then} ({_year(first)}), {now} ({_year(last)})"

    def storrelser(self, e: Eksempel) -> str:
        """The size classes of an example's municipalities in one line: «alle 5: 5 000–9 999 innbyggere (2012 til 2024)»."""
        counted = [self.base.kommuner[k.nummer].innbyggere for k in e.kommuner]
        classes = [tuple(queries.storrelse(self.base, f.antall).navn for f in (n[0], n[-1])) for n in counted if n]
        if len(e.kommuner) == 1 or len(set(classes)) != 1 or len(classes) != len(counted):
            return "; ".join(
                f"{self.base.kommuner[k.nummer].navn}: {self.storrelse(self.base.kommuner[k.nummer])}"
                if len(e.kommuner) > 1
                else self.storrelse(self.base.kommuner[k.nummer])
                for k in e.kommuner
            )
        years = sorted({_year(f) for n in counted for f in n})
        then, now = classes[0]
        span = f"{years[0]} til {years[-1]}" if len(years) > 1 else years[0]
        what = now if then == now else f"først {then}, nå {now}"
        return f"{'begge' if len(counted) == 2 else f'alle {len(counted)}'}: {what} ({span})"

    def side(self, s: Sidehode) -> Celle:
        """A page by its title."""
        return Celle(s.tittel, s.adresse)

    def kilde(self, p: Pastand) -> Celle:
        """The source of a claim with its place."""
        kilde = self.base.kilder[p.kilde]
        return Celle(f"{tekst.kildenavn(kilde)}, {tekst.sted(p.sted)}", kilde.adresse)

    def valgt(self, valg: str, id: str) -> str:
        """What a table was chosen by, in words. The id must stand for something: the question has been asked already."""
        if valg == "eksempel":
            return self.kommunenavn(self.base.eksempler[id])
        if valg == "lovkrav":
            return self.base.lovkrav[id].tittel
        known = {
            "malgruppe": self.base.malgrupper,
            "tema": self.base.temaer,
            "virkemiddel": self.base.virkemidler,
            "kommune": self.base.kommuner,
        }
        return known[valg][id].navn if valg in known else self.navn[valg][id]

    # Columns by kind

    def strategier(self) -> list[Kolonne]:
        """Strategies with what the source calls them, treatment and place."""
        return [
            self._claim("Strategi"),
            self._example(),
            Kolonne("nivaa", "Kalt i kilden", lambda t: Celle(t.pastand.nivaa_i_kilden)),
            Kolonne("behandling", "Behandling", lambda t: self.kode("behandling", t.pastand.behandling)),
            self._groups(),
            self._source(),
        ]

    def tiltak(self) -> list[Kolonne]:
        """Measures with origin, state, deadline and who answers for them."""
        return [
            self._claim("Tiltak"),
            self._example(),
            Kolonne("opphav", "Opphav", lambda t: self.kode("opphav", t.pastand.opphav)),
            Kolonne("tilstand", "Tilstand", lambda t: self.kode("tilstand", t.pastand.tilstand)),
            Kolonne(
                "frist",
                "Frist",
                lambda t: self._time(t.pastand.frist or t.pastand.tid),
            ),
            Kolonne(
                "ansvarlig",
                "Ansvarlig",
                lambda t: self._or_missing(t.pastand.ansvarlig.rolle, t.pastand.ansvarlig.mangler),
            ),
            Kolonne(
                "kostnad",
                "Kostnad",
                lambda t: self._amount(t.pastand.kostnad),
            ),
            self._groups(),
            self._source(),
        ]

    def resultater(self) -> list[Kolonne]:
        """Results with whether the goal was reached."""
        return [
            self._claim("Resultat"),
            self._example(),
            Kolonne("utfall", "Mål nådd?", lambda t: self.kode("utfall", t.pastand.utfall)),
            self._said_by(),
            self._source(),
        ]

    def erfaringer(self) -> list[Kolonne]:
        """Experiences with direction and theme."""
        return [
            self._claim("Erfaring"),
            self._example(),
            Kolonne("retning", "Hva den sier", lambda t: self.kode("retning", t.pastand.retning)),
            self._themes(),
            self._said_by(),
            self._source(),
        ]

    def virket_ikke(self) -> list[Kolonne]:
        """What did not work."""
        return [self._claim("Det som ikke virket"), self._example(), self._themes(), self._said_by(), self._source()]

    def lovkrav(self) -> list[Kolonne]:
        """Duties with strength and deadline, then the chain from method to seminar, then who, how it is shown, and its place."""
        return [
            Kolonne("tittel", "Krav", lambda k: Celle(k.tittel)),
            Kolonne("styrke", "Styrke", lambda k: Celle(self.navn["styrke"][k.styrke], merke=k.styrke)),
            Kolonne("tekst", "Hva", lambda k: Celle(k.tekst), lang=True),
            Kolonne("frist", "Frist", lambda k: Celle(tekst.tidspunkt(k.frist) if k.frist else "ingen egen frist")),
            self._chain("framgangsmate", "Slik gjør dere det"),
            self._chain("verktoy", "Verktøy og maler"),
            Kolonne(
                "eksempler",
                "Eksempler",
                lambda k: tuple(map(self.eksempel, queries.eksempler_for_krav(self.base, k))) or (Celle("ingen ennå"),),
            ),
            self._chain("seminar", "Seminar"),
            self._chain("bakgrunn", "Bakgrunn"),
            Kolonne("hvem", "Hvem", lambda k: Celle(k.hvem)),
            Kolonne("dokumenteres", "Hvordan det kan vises", lambda k: Celle(k.dokumenteres), lang=True),
            Kolonne("sted", "Hjemmel", self._krav_source),
        ]

    def _chain(self, ledd: str, tittel: str) -> Kolonne:
        return Kolonne(
            ledd,
            tittel,
            lambda k: tuple(map(self.side, queries.kjeden_for_krav(self.base, k)[ledd])) or (Celle("ingen ennå"),),
        )

    def lovendringer(self) -> list[Kolonne]:
        """Changes of law with the pages that rest on what is changed."""
        return [
            Kolonne("bestemmelser", "Bestemmelse", lambda e: tuple(Celle(b) for b in e.bestemmelser)),
            Kolonne("hva", "Hva er endret", lambda e: Celle(e.hva), lang=True),
            Kolonne("vedtatt", "Vedtatt", lambda e: Celle(tekst.tidspunkt(e.vedtatt) if e.vedtatt else "ikke ført")),
            Kolonne("i_kraft", "Gjelder fra", self._in_force, lang=True),
            Kolonne("sikkerhet", "Hvor sikkert", lambda e: Celle(self.navn["sikkerhet"][e.sikkerhet])),
            Kolonne("kilde", "Kilde", self._change_source, lang=True),
            Kolonne(
                "sider",
                "Sider som hviler på dette",
                lambda e: (
                    tuple(map(self.side, queries.sider_som_beror_pa(self.base, e.bestemmelser))) or (Celle("ingen"),)
                ),
            ),
        ]

    def kommuner(self) -> list[Kolonne]:
        """Municipalities of a county with what there is from each."""
        return [
            Kolonne("navn", "Kommune", lambda k: Celle(k.navn, self._own_page(k))),
            Kolonne("nummer", "Nummer", lambda k: Celle(k.nummer)),
            Kolonne("eksempler", "Eksempler", self._kommune_examples),
            Kolonne("nevnt", "Nevnt i", lambda k: tuple(map(self._naming, k.nevnt)) or (Celle(""),)),
            Kolonne("ligner", "Disse ligner", self._alike),
        ]

    def kommuner_i_kildene(self) -> list[Kolonne[Kommunenavn]]:
        """Municipalities of a county as the sources name them, with what they are today."""
        return [
            Kolonne("navn", "Navn i kilden", lambda n: Celle(n.navn)),
            Kolonne("i_dag", "I dag", lambda n: Celle(n.kommune.navn, f"/kommuner/#k{n.kommune.nummer}")),
            Kolonne("nevnt", "Nevnt i", lambda n: tuple(self._naming(p) for p in n.steder)),
            Kolonne(
                "endret", "Hva er endret", lambda n: Celle(" ".join(h.tekst for h in n.kommune.historie)), lang=True
            ),
            Kolonne("kilde", "Kilde for endringen", self._history_sources),
        ]

    def nettverkstall(self) -> list[Kolonne]:
        """Printed figures of a network survey."""
        return [
            Kolonne("tallslag", "Tall", lambda p: Celle(self.navn["tallslag"][p.tallslag])),
            Kolonne("verdi", "Verdi", self._figure, tall=True),
            Kolonne("tekst", "Hva det sier", lambda p: Celle(p.tekst)),
            Kolonne("grunnlag", "Spørsmål, skala og hva tallet teller", self._basis),
            Kolonne("hvem_sier", "Hvem sier det", lambda p: Celle(self.navn["hvem_sier"][p.hvem_sier])),
            Kolonne("kilde", "Kilde", self.kilde),
        ]

    def nettverkene(self) -> list[Kolonne]:
        """Network surveys side by side: the first figure of each kind that every survey has."""
        return [
            Kolonne(
                "nettverk", "Kommune", lambda n: Celle(n.navn_i_kilden or self.base.kommuner[n.kommune].navn, n.adresse)
            ),
            *(self._first_figure(kind) for kind in ("personer", "svarprosent", "antall_svar", "snitt")),
        ]

    def hull(self, sjekket: str | None) -> list[Kolonne]:
        """What each example lacks. Each gap leads to the form.

        sjekket: when the status was looked at where the row says nothing else; the caption says it once for all.
        """

        def to_form(h: Any, slag: str) -> str:
            own = f"&kommune={h.eksempel.kommuner[0].nummer}" if h.eksempel.kommuner else ""
            about = f"eksempel={h.eksempel.id}" if slag == "status" else f"tema={h.eksempel.temaer[0]}"
            return f"{_SKJEMA}?slag={slag}&{about}{own}"

        def lacks(h: Any, yes: bool) -> Celle:
            return Celle("mangler", to_form(h, "laerdom")) if yes else Celle("")

        def checked(h: Any) -> str:
            own = h.eksempel.status_i_dag.sjekket
            return "" if own == sjekket else f", sjekket {tekst.tidspunkt(own)}"

        def status(h: Any) -> Celle:
            return Celle(f"mangler{checked(h)}", to_form(h, "status")) if h.status else Celle("")

        return [
            Kolonne("eksempel", "Eksempel", lambda h: self.eksempel(h.eksempel)),
            Kolonne("kostnad", "Kostnad", lambda h: lacks(h, h.kostnad)),
            Kolonne("resultat", "Resultat", lambda h: lacks(h, h.resultat)),
            Kolonne("brukere", "Brukernes stemme", lambda h: lacks(h, h.brukere)),
            Kolonne("status", "Status i dag", status),
        ]

    def tomme_ruter(self) -> list[Kolonne]:
        """Themes with the target groups nobody has told anything about."""
        return [
            Kolonne("tema", "Tema", lambda r: Celle(r[0].navn, r[0].side)),
            Kolonne(
                "grupper",
                "Ingen eksempler om",
                lambda r: tuple(
                    Celle(g.navn.lower(), f"{_SKJEMA}?slag=eksempel&temaer={r[0].id}&malgrupper={g.id}") for g in r[1]
                ),
            ),
        ]

    def begreper(self) -> list[Kolonne]:
        """Terms in bokmål, nynorsk and English with other names."""
        return [
            Kolonne("bokmal", "Bokmål", lambda b: Celle(b.bokmal, b.adresse)),
            Kolonne("nynorsk", "Nynorsk", lambda b: Celle(b.nynorsk or "")),
            Kolonne("engelsk", "Engelsk", lambda b: Celle(b.engelsk or "")),
            Kolonne(
                "andre",
                "Andre navn",
                lambda b: tuple(Celle(x) for x in (*b.synonymer, *b.forkortelser, *b.eldre_navn)) or (Celle(""),),
            ),
        ]

    def engelske_begreper(self) -> list[Kolonne]:
        """Terms in English first, with both Norwegian languages."""
        return [
            Kolonne("engelsk", "English", lambda b: Celle(b.engelsk, b.adresse)),
            Kolonne("bokmal", "Norwegian (bokmål)", lambda b: Celle(b.bokmal)),
            Kolonne("nynorsk", "Norwegian (nynorsk)", lambda b: Celle(b.nynorsk or "")),
        ]

    def datafiler(self) -> list[Kolonne]:
        """Tables of the open data (exports/tabeller/) with their files."""
        return [
            Kolonne("tittel", "Tabell", lambda t: Celle(t.tittel)),
            Kolonne("forklaring", "Hva den har", lambda t: Celle(t.forklaring)),
            Kolonne("rader", "Rader", lambda t: Celle(tekst.tall(len(t.rader)))),
            Kolonne(
                "filer", "Filer", lambda t: tuple(Celle(e.upper(), f"/data/{t.navn}.{e}") for e in ("csv", "json"))
            ),
        ]

    # Columns that several tables share

    def _claim(self, tittel: str) -> Kolonne[Treff]:
        return Kolonne("tekst", tittel, lambda t: Celle(t.pastand.tekst, t.adresse))

    def _example(self) -> Kolonne[Treff]:
        return Kolonne("eksempel", "Kommune", lambda t: self.eksempel(t.eksempel))

    def _groups(self) -> Kolonne[Treff]:
        return Kolonne("malgrupper", "Målgrupper", lambda t: self.emner(t.pastand.malgrupper, self.base.malgrupper))

    def _themes(self) -> Kolonne[Treff]:
        return Kolonne("temaer", "Temaer", lambda t: self.emner(t.pastand.temaer, self.base.temaer))

    def _said_by(self) -> Kolonne[Treff]:
        return Kolonne("hvem_sier", "Hvem sier det", lambda t: Celle(self.navn["hvem_sier"][t.pastand.hvem_sier]))

    def _source(self) -> Kolonne[Treff]:
        return Kolonne("kilde", "Kilde", lambda t: self.kilde(t.pastand))

    def _or_missing(self, value: str | None, mangler: str | None) -> Celle:
        return Celle(value) if value else Celle(self.navn["mangel"][mangler], mangler=True) if mangler else Celle("")

    def _time(self, tid: Tid | None) -> Celle:
        if not tid:
            return Celle("")
        return Celle(
            tekst.tid(tid, self.navn["mangel"]), mangler=bool(tid.mangler), orden=queries.start_of(tid) or None
        )

    def _amount(self, belop: Belop) -> Celle:
        kroner = None if belop.kroner is None else str(belop.kroner)
        return Celle(tekst.belop(belop, self.navn), mangler=bool(belop.mangler), orden=kroner)

    def _krav_source(self, krav: Lovkrav) -> Celle:
        kilde = self.base.kilder[krav.kilde]
        return Celle(f"{tekst.kildenavn(kilde)} {tekst.sted(krav.sted)}", kilde.adresse)

    def _in_force(self, e: Lovendring) -> Celle:
        since = f"{tekst.tidspunkt(e.i_kraft)}. " if e.i_kraft and e.merknad else tekst.tidspunkt(e.i_kraft or "")
        return Celle(since + (e.merknad or "")) if since or e.merknad else Celle("ikke ført", mangler=True)

    def _change_source(self, e: Lovendring) -> Celle:
        kilde = self.base.kilder[e.kilde]
        return Celle(f"{tekst.kildenavn(kilde)}, {tekst.sted(e.sted)}", kilde.adresse)

    def _kommune_examples(self, kommune: Kommune) -> tuple[Celle, ...]:
        found = queries.eksempler_fra(self.base, kommune.nummer)
        return tuple(Celle(e.tittel, e.adresse) for e in found) or (
            Celle("ingen herfra ennå", f"{_SKJEMA}?kommune={kommune.nummer}"),
        )

    def _alike(self, kommune: Kommune) -> tuple[Celle, ...]:
        """Where to look when there is nothing from here."""
        if queries.eksempler_fra(self.base, kommune.nummer):
            return (Celle(""),)
        alike = queries.lignende_kommuner(self.base, kommune)
        return tuple(Celle(k.navn, f"/kommuner/#k{k.nummer}") for k in alike) or (Celle("vet ikke"),)

    def _own_page(self, kommune: Kommune) -> str | None:
        """The page of a municipality that has one."""
        adresse = kommunens_side(kommune)
        return adresse if adresse in self._pages else None

    @cached_property
    def _pages(self) -> frozenset[str]:
        return frozenset(s.adresse for s in self.base.sider)

    def _naming(self, p: Kommunenevning) -> Celle:
        kilde = self.base.kilder[p.kilde]
        return Celle(f"{tekst.kildenavn(kilde)} {tekst.sted(p.sted)}", kilde.adresse)

    def _history_sources(self, n: Kommunenavn) -> tuple[Celle, ...]:
        kilder = [self.base.kilder[id] for id in dict.fromkeys(h.kilde for h in n.kommune.historie)]
        return tuple(Celle(tekst.kildenavn(k), k.adresse) for k in kilder) or (Celle(""),)

    def _figure(self, p: Nettverkstall) -> Celle:
        if p.mellom is not None:
            return Celle("–".join(map(tekst.tall, p.mellom)))
        return Celle(tekst.tall(p.verdi)) if p.verdi is not None else self._or_missing(None, p.mangler)

    def _first_figure(self, kind: str) -> Kolonne[Nettverk]:
        def cell(n: Nettverk) -> Celle:
            found = next((p for p in n.tall if p.tallslag == kind), None)
            return self._figure(found) if found else Celle("")

        return Kolonne(kind, self.navn["tallslag"][kind], cell, tall=True)

    def _basis(self, p: Nettverkstall) -> Celle:
        scale = f"skala {p.skala}" if p.skala else None
        return Celle(tekst.stor("; ".join(x for x in (p.sporsmal, scale, p.teller) if x)))
