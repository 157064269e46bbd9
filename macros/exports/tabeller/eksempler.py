"""The tables of examples and network surveys, and of every claim in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from macros.exports.tabeller.felt import (
    Datatabell,
    Felt,
    Rad,
    Tabellskriver,
    begins,
    claim_of,
    ends,
    flat_table,
    required,
    several,
    value_of,
)
from macros.model.eksempel import Eksempel
from macros.model.felles import Belop, Medlem

_PARTS: tuple[tuple[str, str, str, str], ...] = (
    ("bakgrunn", "bakgrunn", "Bakgrunn", "Hvorfor kommunene satte i gang."),
    ("organisering", "organisering", "Organisering", "Hvordan arbeidet var organisert, organene unntatt."),
    ("organer", "organer", "Organer", "Styringsgrupper, arbeidsgrupper, enheter og utvalg."),
    ("utfordringer", "utfordringer", "Utfordringer", "Det kommunene ville gjøre noe med."),
    ("maal", "maal", "Mål", "Målene, med det kilden kaller dem."),
    ("strategier", "strategier", "Strategier", "Strategiene, med det kilden kaller dem."),
    ("tiltak", "tiltak", "Tiltak", "Tiltakene, med tilstand, ansvar og kostnad."),
    ("resultater", "resultater", "Resultater", "Resultatene, og om målet var nådd."),
    ("erfaringer", "erfaringer", "Erfaringer", "Det som hjalp, hindret, eller burde vært gjort annerledes."),
    ("virket_ikke", "virket-ikke", "Det som ikke virket", "Det som ikke virket, slik kilden sier det."),
    ("brukermedvirkning", "brukermedvirkning", "Brukermedvirkning", "Hvordan de det gjelder, var med."),
    ("okonomi", "okonomi", "Økonomi", "Postene i økonomien."),
)


class Eksempeltabeller(Tabellskriver):
    """What municipalities did and learned, and the figures of their networks."""

    def eksempler(self) -> Datatabell:
        """One row an example."""
        grades = ("malgruppe", "metode", "gjennomforing", "effekt", "okonomi")
        return flat_table(
            "eksempler",
            "Eksempler",
            "Ett kommunalt eksempel på hver rad. Påstandene i eksemplene står i egne tabeller.",
            ("id",),
            (
                required("id", "Eksempelets navn i adresser og i de andre tabellene.", value_of("id")),
                required("tittel", "Eksempelets navn slik leseren møter det.", value_of("tittel")),
                required("ingress", "Hva kommunen gjorde, og hva en leser kan bruke det til.", value_of("ingress")),
                Felt("kommuner", "Nummeret til kommunene i dag.", lambda e: several(k.nummer for k in e.kommuner)),
                Felt("kommunenavn", "Navnet på kommunene i dag.", self._names),
                Felt("fra", "Når tiden eksempelet handler om, begynner.", lambda e: begins(e.periode)),
                Felt("til", "Når tiden eksempelet handler om, slutter. Tomt: åpen slutt, eller ukjent.", self._until),
                Felt("kilder", "Kildene eksempelet bygger på.", value_of("kilder")),
                Felt("malgrupper", "Hvem arbeidet er til for.", value_of("malgrupper")),
                Felt("temaer", "Hva eksempelet handler om.", value_of("temaer")),
                Felt(
                    "status_i_dag", "Om arbeidet er i drift i dag. Kode fra kodelister.", lambda e: e.status_i_dag.svar
                ),
                Felt("status_sjekket", "Når status sist ble sjekket.", lambda e: e.status_i_dag.sjekket, "date"),
                *(
                    Felt(
                        f"dokumentert_{name}",
                        f"Kunnskapsdeklarasjon, {name}: A til D, eller ikke_vurdert. Sier hvor godt det er dokumentert.",
                        lambda e, name=name: getattr(e.deklarasjon, name).grad,
                    )
                    for name in grades
                ),
                Felt("publisert", "Når eksempelet kom med i basen.", value_of("publisert"), "date"),
                required("adresse", "Eksempelets side.", lambda e: self.address(e.adresse)),
            ),
            self.base.eksempler.values(),
        )

    def _names(self, e: Eksempel) -> str | None:
        return several(self.base.kommuner[k.nummer].navn for k in e.kommuner)

    def _until(self, e: Eksempel) -> str | None:
        return ends(e.periode)

    def claims(self) -> Iterable[Datatabell]:
        """One table for each part of the examples."""
        more = {
            "organer": self._organ,
            "maal": self._maal,
            "strategier": self._strategi,
            "tiltak": self._tiltak,
            "resultater": self._resultat,
            "erfaringer": self._erfaring,
            "okonomi": self._okonomi,
        }
        for part, navn, tittel, forklaring in _PARTS:
            own = more[part]() if part in more else ()
            rows = [r for e in self.base.eksempler.values() for r in self._rows(e, part)]
            start, end = self._claim("eksempel", "eksempler")
            yield flat_table(navn, tittel, forklaring, ("eksempel", "id"), (*start, *own, *end), rows)

    def _rows(self, e: Eksempel, part: str) -> Iterable[Rad]:
        if part in ("organer", "organisering"):
            found = (getattr(e.organisering, "organer" if part == "organer" else "pastander")) if e.organisering else ()
        else:
            found = getattr(e, part)
        return [Rad(p, e.id, self.address(f"{e.adresse}#{p.id}")) for p in found]

    def _claim(self, whole: str, table: str) -> tuple[tuple[Felt, ...], tuple[Felt, ...]]:
        """The fields that every claim has: those that stand first, and those that stand last."""
        start = (
            required(whole, "Hva påstanden er en del av.", value_of("i"), viser_til=table),
            required("id", "Påstandens navn innenfor eksempelet.", value_of("id", claim_of)),
            required("tekst", "Påstanden med våre egne ord.", value_of("tekst", claim_of)),
        )
        end = (
            required("kilde", "Kilden påstanden bygger på.", value_of("kilde", claim_of), viser_til="kilder"),
            required("sted", "Hvor i kilden det står.", lambda r: self.place(r.p.sted)),
            Felt("hvem_sier", "Hvem som sier det. Kode fra kodelister.", value_of("hvem_sier", claim_of)),
            Felt(
                "slags", "Hva slags påstand: vedtatt, planlagt, rapportert og så videre.", value_of("slags", claim_of)
            ),
            Felt("gjengitt_av", "Den som gjengir, når kilden siterer andre.", value_of("gjengitt_av", claim_of)),
            Felt("gjelder", "Hvem påstanden gjelder, når det ikke er alle.", value_of("gjelder", claim_of)),
            Felt("fra", "Når det begynte eller skjedde. År, måned, årstid eller dato.", lambda r: begins(r.p.tid)),
            Felt("til", "Når det sluttet eller skjedde.", lambda r: ends(r.p.tid)),
            Felt("tid", "Tiden med ord.", lambda r: self.when(r.p.tid)),
            Felt("temaer", "Temaene.", value_of("temaer", claim_of)),
            Felt("malgrupper", "Målgruppene.", value_of("malgrupper", claim_of)),
            Felt("virkemidler", "Virkemidlene.", value_of("virkemidler", claim_of)),
            Felt("lovkrav", "Lovkravene påstanden har noe å si for.", value_of("lovkrav", claim_of)),
            Felt("motstrid", "Kilden sier to ting. Her står hvordan vi leser den.", self._contradiction),
            Felt("usikker_plassering", "Hvorfor plasseringen er usikker.", value_of("usikker_plassering", claim_of)),
            Felt("beregnet", "Regnestykket, når tallet er vårt.", value_of("beregnet", claim_of)),
            Felt("gyldig_i_dag", "Om påstanden holder i dag, når det er sjekket.", self._valid),
            Felt(
                "kildekritikk", "Det leseren bør vite om akkurat denne påstanden.", value_of("kildekritikk", claim_of)
            ),
            required("adresse", "Påstandens plass på nettstedet.", value_of("adresse")),
        )
        return start, end

    def _contradiction(self, r: Rad) -> str | None:
        return r.p.motstrid.var_lesning if r.p.motstrid else None

    def _valid(self, r: Rad) -> str | None:
        return r.p.gyldig_i_dag.svar if r.p.gyldig_i_dag else None

    def _level(self) -> tuple[Felt, ...]:
        return (
            Felt("nivaa_i_kilden", "Hva kilden selv kaller det.", value_of("nivaa_i_kilden", claim_of)),
            Felt("nr_i_kilden", "Nummeret kilden gir det.", value_of("nr_i_kilden", claim_of)),
        )

    def _organ(self) -> tuple[Felt, ...]:
        return (
            Felt("navn", "Organets navn.", value_of("navn", claim_of)),
            Felt("organslag", "Hva slags organ. Kode fra kodelister.", value_of("organslag", claim_of)),
            Felt("leder", "Rollen som leder.", lambda r: _member(r.p.leder) if r.p.leder else None),
            Felt("medlemmer", "Rollene som er med.", lambda r: several(map(_member, r.p.medlemmer))),
            Felt("oppgaver", "Oppgavene.", value_of("oppgaver", claim_of)),
            Felt("rapporterer_til", "Organene det rapporterer til.", value_of("rapporterer_til", claim_of)),
        )

    def _maal(self) -> tuple[Felt, ...]:
        return (
            *self._level(),
            Felt("under", "Målet det ligger under, når kilden sier det.", value_of("under", claim_of)),
            Felt("utfordringer", "Utfordringene kilden kobler det til.", value_of("utfordringer", claim_of)),
        )

    def _strategi(self) -> tuple[Felt, ...]:
        return (
            *self._level(),
            Felt("maal", "Målene kilden kobler den til.", value_of("maal", claim_of)),
            Felt("behandling", "Hvordan den ble behandlet. Kode fra kodelister.", value_of("behandling", claim_of)),
        )

    def _tiltak(self) -> tuple[Felt, ...]:
        return (
            *self._level(),
            Felt("maal", "Målet kilden kobler det til.", value_of("maal", claim_of)),
            Felt("strategi", "Strategien kilden kobler det til.", value_of("strategi", claim_of)),
            Felt("opphav", "Om det var nytt eller videreført. Kode fra kodelister.", value_of("opphav", claim_of)),
            Felt("tilstand", "Hvor langt det var kommet, slik vi leser kilden.", value_of("tilstand", claim_of)),
            Felt("oppgitt_opphav", "Kildens egne ord om opphavet.", lambda r: value_of("opphav")(r.p.oppgitt)),
            Felt("oppgitt_tilstand", "Kildens egne ord om tilstanden.", lambda r: value_of("tilstand")(r.p.oppgitt)),
            Felt("framdrift_prosent", "Framdrift i prosent.", lambda r: value_of("prosent")(r.p.framdrift), "number"),
            Felt("framdrift_av", "Hva prosenten er en del av.", lambda r: value_of("av")(r.p.framdrift)),
            Felt("frist", "Fristen med ord.", lambda r: self.when(r.p.frist)),
            Felt("ansvarlig", "Rollen eller enheten som svarer for det.", lambda r: r.p.ansvarlig.rolle),
            Felt("ansvarlig_mangler", "Hvorfor ingen er nevnt.", lambda r: r.p.ansvarlig.mangler),
            *self._amount(lambda r: r.p.kostnad),
            Felt("utfort", "Hva som ble gjort.", value_of("utfort", claim_of)),
            Felt("avvik", "Avvik fra planen.", value_of("avvik", claim_of)),
            Felt("begrunnelse", "Grunnen til avviket.", value_of("begrunnelse", claim_of)),
        )

    def _resultat(self) -> tuple[Felt, ...]:
        return (
            Felt("utfall", "Om målet var nådd. Kode fra kodelister.", value_of("utfall", claim_of)),
            Felt("maal", "Målene resultatet gjelder.", value_of("maal", claim_of)),
            Felt("oppgitt_utfall", "Kildens egne ord om utfallet.", value_of("oppgitt_utfall", claim_of)),
        )

    def _erfaring(self) -> tuple[Felt, ...]:
        return (
            Felt(
                "retning", "Om det hjalp, hindret eller er et råd. Kode fra kodelister.", value_of("retning", claim_of)
            ),
        )

    def _okonomi(self) -> tuple[Felt, ...]:
        return (
            *self._amount(lambda r: r.p.belop),
            Felt("sum_av", "Postene dette er summen av.", value_of("sum_av", claim_of)),
        )

    def _amount(self, of: Callable[[Any], Belop]) -> tuple[Felt, ...]:
        return (
            Felt("kroner", "Hele kroner.", value_of("kroner", of), "integer"),
            Felt("kroner_per", "Om beløpet er for hvert år eller samlet.", value_of("per", of)),
            Felt("kroner_fra", "Når tiden beløpet gjelder, begynner.", lambda r: begins(of(r).periode)),
            Felt("kroner_til", "Når tiden beløpet gjelder, slutter.", lambda r: ends(of(r).periode)),
            Felt("kroner_slags", "Drift, investering eller ukjent.", value_of("slags", of)),
            Felt("kroner_fra_hvem", "Hvem som betaler.", value_of("fra_hvem", of)),
            Felt("kroner_mangler", "Hvorfor beløpet ikke står her.", value_of("mangler", of)),
        )

    def mangler(self) -> Datatabell:
        """What is missing in the examples, and why."""
        pairs = [Rad(m, e.id, self.address(e.adresse)) for e in self.base.eksempler.values() for m in e.mangler]
        return flat_table(
            "mangler",
            "Det som mangler",
            "Deler av eksemplene som ikke er der, med grunnen.",
            ("eksempel", "delen"),
            (
                required("eksempel", "Eksempelet.", value_of("i"), viser_til="eksempler"),
                required("delen", "Delen som mangler.", value_of("delen", claim_of)),
                required("mangler", "Hvorfor den mangler. Kode fra kodelister.", value_of("mangler", claim_of)),
                Felt("tekst", "Grunnen med ord.", value_of("tekst", claim_of)),
                Felt("kilde", "Kilden det gjelder.", value_of("kilde", claim_of), viser_til="kilder"),
            ),
            pairs,
        )

    def nettverk(self) -> Datatabell:
        """One row a survey."""
        return flat_table(
            "nettverk",
            "Nettverk",
            "Én nettverksundersøkelse på hver rad.",
            ("id",),
            (
                required("id", "Undersøkelsens navn.", value_of("id")),
                required("tittel", "Tittelen.", value_of("tittel")),
                Felt("ingress", "Hva den handler om.", value_of("ingress")),
                Felt("kommune", "Kommunens nummer i dag.", value_of("kommune"), viser_til="kommuner"),
                Felt("eksempel", "Eksempelet den hører til.", value_of("eksempel"), viser_til="eksempler"),
                Felt("tid", "Når den ble gjort, med ord.", lambda n: self.when(n.tid)),
                Felt("kilder", "Kildene.", value_of("kilder")),
                required("adresse", "Plassen på nettstedet.", lambda n: self.address(n.adresse)),
            ),
            self.base.nettverk.values(),
        )

    def nettverkstall(self) -> Datatabell:
        """One row a printed figure."""
        rows = [Rad(p, n.id, self.address(n.adresse_til(p))) for n in self.base.nettverk.values() for p in n.tall]
        start, end = self._claim("nettverk", "nettverk")
        own = (
            Felt("tallslag", "Hva slags tall. Kode fra kodelister.", value_of("tallslag", claim_of)),
            Felt("verdi", "Tallet.", value_of("verdi", claim_of), "number"),
            Felt(
                "minst", "Minste verdi, når kilden gir to.", lambda r: r.p.mellom[0] if r.p.mellom else None, "number"
            ),
            Felt(
                "storst", "Største verdi, når kilden gir to.", lambda r: r.p.mellom[1] if r.p.mellom else None, "number"
            ),
            Felt("skala", "Skalaen.", value_of("skala", claim_of)),
            Felt("teller", "Hva tallet teller.", value_of("teller", claim_of)),
            Felt("sporsmal", "Spørsmålet som ble stilt.", value_of("sporsmal", claim_of)),
            Felt("mangler", "Hvorfor tallet ikke står her.", value_of("mangler", claim_of)),
        )
        return flat_table(
            "nettverkstall",
            "Tall fra nettverkene",
            "Ett trykt tall på hver rad, med hva det teller.",
            ("nettverk", "id"),
            (*start, *own, *end),
            rows,
        )


def _member(m: Medlem) -> str:
    return " ".join(x for x in (str(m.antall) if m.antall else "", m.rolle, f"({m.enhet})" if m.enhet else "") if x)
