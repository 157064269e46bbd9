"""The tables that the others point to: sources, terms, law, templates, seminars, municipalities, themes and codes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
from macros.queries import kilder_i


class Oppslagstabeller(Tabellskriver):
    """What is looked up: the lists and registers of the base."""

    def kilder(self) -> Datatabell:
        """One row a source."""
        return flat_table(
            "kilder",
            "Kilder",
            "Én kilde på hver rad.",
            ("id",),
            (
                required("id", "Kildens navn.", value_of("id")),
                required("tittel", "Tittel og undertittel.", value_of("hel_tittel")),
                Felt("forfattere", "Forfatterne.", value_of("forfattere")),
                Felt("utgiver", "Utgiveren.", value_of("utgiver")),
                Felt("fra", "Når den kom ut, eller første år.", lambda k: begins(k.utgitt)),
                Felt("til", "Når den kom ut, eller siste år.", lambda k: ends(k.utgitt)),
                Felt("kildetype", "Plan, rapport, forskning, lov og så videre.", value_of("kildetype")),
                Felt("dokumentstatus", "Forslag, vedtatt, endelig og så videre.", value_of("dokumentstatus")),
                Felt("serie", "Serien.", value_of("serie")),
                Felt("nummer", "Nummeret i serien.", value_of("nummer")),
                Felt("isbn", "ISBN.", value_of("isbn")),
                Felt("sider", "Antall sider.", value_of("sider"), "integer"),
                Felt("url", "Adressen.", value_of("url")),
                Felt("lest", "Hvor mye vi har lest. Kode fra kodelister.", lambda k: k.lest.omfang),
                Felt("lest_dato", "Når vi leste den.", lambda k: k.lest.dato, "date"),
                required("adresse", "Plassen på nettstedet.", lambda k: self.address(k.adresse)),
            ),
            self.base.kilder.values(),
        )

    def begreper(self) -> Datatabell:
        """One row a term."""
        return flat_table(
            "begreper",
            "Begreper",
            "Ett begrep på hver rad, på bokmål, nynorsk og engelsk.",
            ("id",),
            (
                required("id", "Begrepets navn i adresser.", value_of("id")),
                required("bokmal", "Bokmål.", value_of("bokmal")),
                Felt("nynorsk", "Nynorsk.", value_of("nynorsk")),
                Felt("engelsk", "Engelsk.", value_of("engelsk")),
                required("forklaring", "Forklaringen.", value_of("forklaring")),
                Felt("synonymer", "Andre ord for det samme.", value_of("synonymer")),
                Felt("forkortelser", "Forkortelser.", value_of("forkortelser")),
                Felt("eldre_navn", "Eldre navn.", value_of("eldre_navn")),
                Felt("se_ogsa", "Beslektede begreper.", value_of("se_ogsa")),
                required("adresse", "Plassen på nettstedet.", lambda b: self.address(b.adresse)),
            ),
            self.base.begreper.values(),
        )

    def definisjoner(self) -> Datatabell:
        """One row a definition."""
        rows = [
            Rad(d, b.id, self.address(f"{b.adresse}--{d.id}"))
            for b in self.base.begreper.values()
            for d in b.definisjoner
        ]
        return flat_table(
            "definisjoner",
            "Definisjoner",
            "Én definisjon på hver rad, med den som eier den. Ett begrep kan ha flere.",
            ("begrep", "id"),
            (
                required("begrep", "Begrepet.", value_of("i"), viser_til="begreper"),
                required("id", "Definisjonens navn.", value_of("id", claim_of)),
                required("tekst", "Definisjonen med våre egne ord.", value_of("tekst", claim_of)),
                required("eier", "Den som definerer det slik.", value_of("eier", claim_of)),
                required("kilde", "Kilden.", value_of("kilde", claim_of), viser_til="kilder"),
                Felt("sted", "Hvor i kilden det står.", lambda r: self.place(r.p.sted)),
                required("adresse", "Plassen på nettstedet.", value_of("adresse")),
            ),
            rows,
        )

    def lovkrav(self) -> Datatabell:
        """One row a demand."""
        return flat_table(
            "lovkrav",
            "Lovkrav",
            "Ett krav i lov eller forskrift på hver rad.",
            ("id",),
            (
                required("id", "Kravets navn.", value_of("id")),
                required("tittel", "Kort om kravet.", value_of("tittel")),
                required("tekst", "Kravet med våre egne ord.", value_of("tekst")),
                required("styrke", "Skal, bør eller kan.", value_of("styrke")),
                Felt("hvem", "Hvem kravet gjelder.", value_of("hvem")),
                Felt("gjelder_fra", "Når det begynte å gjelde.", value_of("gjelder_fra")),
                Felt("frist", "Fristen.", value_of("frist")),
                Felt("frist_grunn", "Hvordan fristen er regnet ut.", value_of("frist_grunn")),
                Felt("dokumenteres", "Hvordan det kan vises.", value_of("dokumenteres")),
                required("kilde", "Loven eller forskriften.", value_of("kilde"), viser_til="kilder"),
                Felt("sted", "Paragrafen.", lambda k: self.place(k.sted)),
                Felt("temaer", "Temaene.", value_of("temaer")),
                required("adresse", "Plassen på nettstedet.", lambda k: self.address(k.adresse)),
            ),
            self.base.lovkrav.values(),
        )

    def lovendringer(self) -> Datatabell:
        """One row a change of law."""
        return flat_table(
            "lovendringer",
            "Lovendringer",
            "Én endring i lov eller forskrift på hver rad.",
            ("id",),
            (
                required("id", "Endringens navn.", value_of("id")),
                required("bestemmelser", "Bestemmelsene som er endret.", value_of("bestemmelser")),
                required("hva", "Hva som er endret.", value_of("hva")),
                Felt("vedtatt", "Når den ble vedtatt.", value_of("vedtatt")),
                Felt("i_kraft", "Når den gjelder fra.", value_of("i_kraft")),
                Felt("sikkerhet", "Hvor sikkert det er. Kode fra kodelister.", value_of("sikkerhet")),
                Felt("merknad", "Det leseren må vite i tillegg.", value_of("merknad")),
                required("kilde", "Kilden.", value_of("kilde"), viser_til="kilder"),
                Felt("sted", "Hvor i kilden det står.", lambda e: self.place(e.sted)),
                required("adresse", "Plassen på nettstedet.", lambda e: self.address(e.adresse)),
            ),
            self.base.lovendringer.values(),
        )

    def lovhistorie(self) -> Datatabell:
        """One row an event in the story of the field."""
        return flat_table(
            "lovhistorie",
            "Lovhistorie",
            "Én hendelse på feltet på hver rad: lover, strategier og programmer.",
            ("id",),
            (
                required("id", "Hendelsens navn.", value_of("id")),
                required("tekst", "Hva som skjedde.", value_of("tekst")),
                Felt("fra", "Når det begynte eller skjedde.", lambda h: begins(h.tid)),
                Felt("til", "Når det sluttet eller skjedde.", lambda h: ends(h.tid)),
                Felt("spor", "Sporet på tidslinja. Kode fra kodelister.", value_of("spor")),
                required("kilde", "Kilden.", value_of("kilde"), viser_til="kilder"),
                Felt("sted", "Hvor i kilden det står.", lambda h: self.place(h.sted)),
            ),
            self.base.lovhistorie.values(),
        )

    def maler(self) -> Datatabell:
        """One row a template; its parts stand in the JSON."""
        return flat_table(
            "maler",
            "Maler",
            "Én mal på hver rad. Innholdet i malene står i maler.json.",
            ("id",),
            (
                required("id", "Malens navn.", value_of("id")),
                required("tittel", "Tittelen.", value_of("tittel")),
                required("kort", "Hva malen er til.", value_of("kort")),
                required("fase", "Når en trenger den. Kode fra kodelister.", value_of("fase")),
                required("filslag", "Dokument eller regneark. Kode fra kodelister.", value_of("filslag")),
                Felt("kilder", "Kildene malen bygger på.", lambda m: several(sorted(set(kilder_i(m))))),
            ),
            self.base.maler.values(),
        )

    def seminar(self) -> Datatabell:
        """One row a seminar kit; its programme stands in the JSON."""
        return flat_table(
            "seminar",
            "Seminarer",
            "Ett seminar på hver rad. Programmet står i seminar.json.",
            ("id",),
            (
                required("id", "Seminarets navn.", value_of("id")),
                required("tittel", "Tittelen.", value_of("tittel")),
                required("ingress", "Hva seminaret er.", value_of("ingress")),
                required("for_hvem", "Hvem det er for.", value_of("for_hvem")),
            ),
            self.base.seminar.values(),
        )

    def kommuner(self) -> Datatabell:
        """One row a municipality."""
        return flat_table(
            "kommuner",
            "Kommuner",
            "Alle kommuner i dag, med nummer, fylke og et punkt på kartet.",
            ("nummer",),
            (
                required("nummer", "Kommunenummeret, fire siffer.", value_of("nummer")),
                required("navn", "Navnet.", value_of("navn")),
                required("fylke", "Fylket.", value_of("fylke")),
                Felt("breddegrad", "Breddegrad.", lambda k: k.punkt[0], "number"),
                Felt("lengdegrad", "Lengdegrad.", lambda k: k.punkt[1], "number"),
                Felt("nummer_2020_2023", "Nummeret fra 2020 til 2023.", value_of("nummer_2020_2023")),
                Felt("eksempler", "Eksemplene herfra.", self._examples_from),
            ),
            self.base.kommuner.values(),
        )

    def _examples_from(self, kommune: Any) -> str | None:
        return several(
            e.id for e in self.base.eksempler.values() if any(k.nummer == kommune.nummer for k in e.kommuner)
        )

    def folketall(self) -> Datatabell:
        """One row a count of inhabitants."""
        rows = [Rad(f, k.nummer, "") for k in self.base.kommuner.values() for f in k.innbyggere]
        return flat_table(
            "folketall",
            "Folketall",
            "Folketallet i kommunene som har eksempler.",
            ("kommune", "dato"),
            (
                required("kommune", "Kommunens nummer.", value_of("i"), viser_til="kommuner"),
                required("dato", "Datoen tallet gjelder.", value_of("dato", claim_of), "date"),
                required("antall", "Antall innbyggere.", value_of("antall", claim_of), "integer"),
                required("kilde", "Kilden.", value_of("kilde", claim_of), viser_til="kilder"),
                Felt("sted", "Hvor i kilden det står.", lambda r: self.place(r.p.sted)),
            ),
            rows,
        )

    def emner(self) -> Iterable[Datatabell]:
        """Themes, groups and instruments."""
        lists: Mapping[str, tuple[str, Mapping[str, Any]]] = {
            "temaer": ("Temaer", self.base.temaer),
            "malgrupper": ("Målgrupper", self.base.malgrupper),
            "virkemidler": ("Virkemidler", self.base.virkemidler),
        }
        for navn, (tittel, poster) in lists.items():
            yield flat_table(
                navn,
                tittel,
                f"{tittel} som påstander og eksempler er merket med.",
                ("id",),
                (
                    required("id", "Navnet som står i de andre tabellene.", value_of("id")),
                    required("navn", "Navnet leseren møter.", value_of("navn")),
                    Felt("forklaring", "Hva det omfatter.", value_of("forklaring")),
                    Felt("begrep", "Begrepet i ordlista.", value_of("begrep"), viser_til="begreper"),
                    Felt("adresse", "Siden om dette.", lambda e: self.address(e.side) if e.side else None),
                ),
                poster.values(),
            )

    def kodelister(self) -> Datatabell:
        """Every code with its name."""
        rows = [Rad(k, liste, "") for liste, koder in self.base.kodelister.items() for k in koder.values()]
        return flat_table(
            "kodelister",
            "Kodelister",
            "Kodene i de andre tabellene, med navn og forklaring.",
            ("liste", "kode"),
            (
                required("liste", "Lista koden står i.", value_of("i")),
                required("kode", "Koden.", value_of("kode", claim_of)),
                required("navn", "Navnet.", value_of("navn", claim_of)),
                Felt("forklaring", "Hva den betyr.", value_of("forklaring", claim_of)),
            ),
            rows,
        )
