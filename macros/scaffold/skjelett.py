"""A new example: source, record and page, with FYLL UT where something must stand and each field explained from its schema.

What is explained once isn't explained again further down. Parts that many have nothing to say about stand commented out.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field

from macros.loading import Raadata, Skjema, Skjemaer
from macros.loading.felter import Koder, fields_of, followed
from macros.model.felt import Felt
from macros.rendering.tekst import adressenavn
from macros.validation.rules.fyl_001_gjenstar import MERKE
from macros.validation.walk import by_key

_OPEN = ("bakgrunn", "tiltak", "erfaringer", "virket_ikke")
"""The optional parts that stand ready to be written in; the rest are there, commented out."""

_ALSO = {
    "periode": ("fra", "til"),
    "utgitt": ("naar",),
    "status_i_dag": ("tekst",),
    "organisering": ("pastander",),
    "belop": ("kroner", "per", "periode", "slags", "fra_hvem"),
}
"""Fields that aren't required, but that most need."""

_TOP_ALSO = ("url", "adresse_svarer")
"""The same, at the top of a source."""

_VALUES = {
    "hvem_sier": "kommunen",
    "slags": "rapportert",
    "opphav": "ukjent",
    "tilstand": "ukjent",
    "utfall": "ikke_vurdert",
    "ansvarlig": "{mangler: kilden_tier}",
    "kostnad": "{mangler: kilden_tier}",
    "adresse_svarer": "{svar: ukjent}",
    "dokumentstatus": "endelig",
    "grad": "ikke_vurdert",
    "grunn": "Ikke vurdert ennå.",
}
"""What is true until the contributor says something else, so that less is left to fill in."""

_LEVELS = {"maal": "mål", "strategier": "strategi", "tiltak": "tiltak"}
"""What most sources call it, by the part it stands in."""


@dataclass(slots=True)
class Skjelett:
    """Writes one record. skjemaer, koder: the definitions. verdier: what is known already, by field at the top."""

    skjemaer: Skjemaer
    koder: Koder
    verdier: dict[str, str]
    dag: str
    lister: dict[str, str]
    """The ids to choose among, by the kind that a field refers to."""
    _told: set[str] = field(default_factory=set)

    def record(self, skjema: str, intro: str, also: tuple[str, ...] = ()) -> str:
        """The whole record as YAML with comments."""
        lines = [*_comment(intro, ""), ""]
        for felt in fields_of(self.skjemaer[skjema], self.skjemaer, self.koder):
            body = [*self._field(felt, "", felt.navn)]
            if felt.kreves or felt.navn in also:
                lines += body
            else:
                off = felt.navn not in _OPEN
                lines += ["", *([f"# {line}".rstrip() for line in body] if off else body)]
        return "\n".join(lines) + "\n"

    def _field(self, felt: Felt, indent: str, part: str) -> Iterator[str]:
        yield from self._explanation(felt, indent)
        value = self.verdier.get(felt.navn) if not indent else None
        usual = _LEVELS.get(part) if felt.navn == "nivaa_i_kilden" else _VALUES.get(felt.navn)
        fits = not felt.koder or usual in dict(felt.koder)
        known = value or (usual if fits else None) or (self.dag if felt.navn in ("sjekket", "dato") else None)
        if known:
            yield f"{indent}{felt.navn}: {known}"
            return
        chain = followed(felt.skjema, self.skjemaer)
        if felt.navn == "id":
            yield f"{indent}id: {part.replace('_', '-')}-1"
        elif felt.navn == "sted":
            yield f"{indent}sted: [{MERKE}]"
        elif items := next((s["items"] for s in chain if "items" in s), None):
            yield from self._list(felt.navn, items, indent, part)
        elif any("properties" in s for s in chain):
            yield f"{indent}{felt.navn}:"
            yield from self._object(felt.skjema, indent + "  ", felt.navn, part)
        else:
            yield f"{indent}{felt.navn}: {MERKE}"

    def _list(self, navn: str, items: Skjema, indent: str, part: str) -> Iterator[str]:
        if not any("properties" in s for s in followed(items, self.skjemaer)) or navn in ("sted", "holdt"):
            yield f"{indent}{navn}: [{MERKE}]"
            return
        yield f"{indent}{navn}:"
        lines = list(self._object(items, indent + "    ", navn, part))
        first = next(i for i, line in enumerate(lines) if not line.lstrip().startswith("#"))
        lines[first] = f"{indent}  - {lines[first].lstrip()}"
        yield from lines

    def _object(self, skjema: Skjema, indent: str, navn: str, part: str) -> Iterator[str]:
        for felt in fields_of(skjema, self.skjemaer, self.koder):
            if felt.kreves or felt.navn in _ALSO.get(navn, ()):
                yield from self._field(felt, indent, part)

    def _explanation(self, felt: Felt, indent: str) -> Iterator[str]:
        of_list = felt.hvordan.startswith("Her skal det stå en liste")
        text = " ".join(part for part in (felt.hva, "" if of_list else felt.hvordan) if part)
        if felt.koder:
            text += " Velg én: " + ", ".join(f"{code} ({name})" for code, name in felt.koder) + "."
        elif choices := self._choices(felt):
            text += f" Velg blant: {choices}."
        elif felt.navn == "sted":
            text += f" {_STED}"
        elif felt.eksempel and not felt.hvordan:
            text += f" Eksempel: {felt.eksempel}"
        if text and text not in self._told:
            self._told.add(text)
            yield from _comment(text, indent)

    def _choices(self, felt: Felt) -> str | None:
        chain = followed(felt.skjema, self.skjemaer)
        refers = (s.get("x-viser-til") or s.get("items", {}).get("x-viser-til") for s in chain)
        return self.lister.get(next((slag for slag in refers if slag), ""))


_STED = 'Er kilden en nettside, skriver du overskriften: [{overskrift: "Bakgrunn"}].'


def _comment(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text, 110, initial_indent=f"{indent}# ", subsequent_indent=f"{indent}# ", break_on_hyphens=False
    )


def example_files(
    id: str, raw: Raadata, koder: Koder, dag: str, kommune: tuple[str, str, str] | None = None
) -> dict[str, str]:
    """The three files of a new example by path: source, record and page.

    dag: today's date. kommune: number, name and county, where the municipality is known.
    """
    kilde = f"{id}-kilde"
    nummer, navn, fylke = kommune or (MERKE, "", "")
    where = f"\n  # {navn} i {fylke}." if navn else ""
    skjemaer, lister = raw.skjema, {slag: ", ".join(by_key(raw, slag)) for slag in ("malgruppe", "tema")}
    utgiver = {"utgiver": f"{navn} kommune"} if navn else {}
    kilden = Skjelett(skjemaer, koder, {"id": kilde, **utgiver}, dag, lister)
    known = {
        "id": id,
        "kilder": f"[{kilde}]",
        "kommuner": f'{where}\n  - {{nummer: "{nummer}"}}',
        "publisert": dag,
    }
    eksempelet = Skjelett(skjemaer, koder, known, dag, lister)
    return {
        f"data/kilder/{kilde}.yml": kilden.record("kilde.schema.json", _KILDE, _TOP_ALSO).replace(": \n", ":\n"),
        f"data/eksempler/{id}.yml": eksempelet.record("eksempel.schema.json", _EKSEMPEL, ("publisert",)).replace(
            ": \n", ":\n"
        ),
        f"docs/eksempler/{id}.md": _side(id, navn, dag),
    }


def municipality_in(raw: Raadata, navn: str) -> tuple[str, str, str] | None:
    """Number, name and county of the municipality that is called this, or whose name the text starts with; None where none is."""
    words = adressenavn(navn)
    known = {
        adressenavn(str(k.get("navn"))): (str(k.get("nummer")), str(k.get("navn")), str(k.get("fylke")))
        for _, _, k in raw.av_slag("kommune")
    }
    found = [name for name in known if words == name or words.startswith(name + "-")]
    return known[max(found, key=len)] if found else None


_KILDE = (
    f"Kilden til eksempelet. Bytt ut hvert {MERKE}. Linjer som begynner med # er hjelp til deg, og kan slettes. "
    "Det som er utkommentert, er det få som trenger: ta bort # foran linjene for å bruke det. "
    "Er kilden ikke på nett, sletter du url og adresse_svarer."
)
_EKSEMPEL = (
    f"Eksempelet. Bytt ut hvert {MERKE}. Linjer som begynner med # er hjelp til deg, og kan slettes. Deler dere ikke har noe om, "
    "sletter du, også på siden i docs/. Deler som er utkommentert, tar du i bruk ved å ta bort # og mellomrommet etter."
)


def _side(id: str, navn: str, dag: str) -> str:
    aar = int(dag[:4]) + 1
    call = '{{{{ eksempel("{}", "{}") }}}}'.format
    parts = [
        ("Bakgrunn", "bakgrunn"),
        ("Tiltak", "tiltak"),
        ("Erfaringer", "erfaringer"),
        ("Det som ikke virket", "virket_ikke"),
        ("Hvor godt er dette dokumentert?", "deklarasjon"),
        ("Kilder", "kilder"),
    ]
    head = [
        "---",
        "# Navnet i menyen. Kort, gjerne bare kommunen.",
        f"tittel: {navn or MERKE}",
        "# Hva siden er og hvem den er for, i én eller to setninger.",
        f"ingress: {MERKE}",
        f"om_eksempel: {id}",
        "i_menyen: false",
        "ansvarlig: redaksjonen",
        f"sist_gjennomgatt: {dag}",
        f"neste_gjennomgang: {aar}{dag[4:] if dag[5:] != '02-29' else '-02-28'}",
        "---",
        "",
        f"# {navn + ': ' if navn else ''}{MERKE} hva kommunen gjorde",
        "",
        f"{MERKE} en setning om hva dette er, og hvem det er for.",
        "",
        call(id, "fakta"),
        "",
    ]
    return (
        "\n".join(head + [line for title, part in parts for line in (f"## {title}", "", call(id, part), "")]).rstrip()
        + "\n"
    )
