"""Answers of a form → the records and the page they become, as texts by path. What the contributor wrote is only ever a value.

The source of it all is the contribution itself: the municipality tells it. What it refers to hasn't been read by anybody
here, so that stands as source criticism, and the one who goes through it reads the document and moves the claims over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from macros.loading import Raadata
from macros.rendering.tekst import adressenavn
from macros.scaffold import yamltekst
from macros.scaffold.innsendt import Innsendt, fields, is_unknown
from macros.validation.walk import by_key

_LINES = ("bakgrunn", "tiltak", "resultater", "erfaringer", "brukermedvirkning")
_HEADINGS = {
    "bakgrunn": "Bakgrunn",
    "tiltak": "Tiltak",
    "resultater": "Resultater",
    "erfaringer": "Erfaringer",
    "virket_ikke": "Det som ikke virket",
    "brukermedvirkning": "Brukermedvirkning",
    "okonomi": "Økonomi",
    "mangler": "Det som mangler",
}
_UNKNOWN = {
    "virket_ikke": "Kommunen vet ikke om noe som ikke virket.",
    "okonomi": "Kommunen vet ikke hva det kostet.",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Sak:
    """Where the contribution came from. id: end of the ids it gives («12»). navn: as readers meet it («sak 12»)."""

    id: str
    navn: str
    dato: str
    url: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Forslag:
    """What a contribution becomes: whole files by path, a title, the example it is about, and what a person must look at."""

    filer: Mapping[str, str]
    tittel: str
    eksempel: str
    sjekk: tuple[str, ...]


def proposal(innsendt: Innsendt, sak: Sak, raw: Raadata, read: Mapping[str, str]) -> Forslag:
    """The files of a contribution without faults. read: the texts of the files that may be added to, by path."""
    return _Arbeid(innsendt, sak, raw, read).proposal()


def files_read(raw: Raadata) -> tuple[str, ...]:
    """The paths that `proposal` may add to: the records of the examples and their pages."""
    ids = sorted(by_key(raw, "eksempel"))
    return tuple(path for id in ids for path in (f"data/eksempler/{id}.yml", f"docs/eksempler/{id}.md"))


class _Arbeid:
    def __init__(self, innsendt: Innsendt, sak: Sak, raw: Raadata, read: Mapping[str, str]) -> None:
        self.slag, self.svar, self.sak, self.raw, self.read = innsendt.slag, innsendt.svar, sak, raw, read
        self.spurt = {name: f["title"] for name, f in fields(innsendt.slag, raw).items()}
        self.kommune = str(by_key(raw, "kommune")[self.svar["kommune"]]["navn"])
        self.kilde = f"innsendt-{sak.id}"
        self.filer: dict[str, str] = {}

    def proposal(self) -> Forslag:
        existing = self._existing()
        id = existing or self._new_id()
        self.filer[f"data/kilder/{self.kilde}.yml"] = yamltekst.block(self._source())
        if existing:
            self._add_to(existing)
        else:
            self._make(id)
        what = {"laerdom": "én lærdom", "status": "status i dag", "eksempel": "nytt eksempel"}[self.slag]
        return Forslag(
            filer=self.filer, tittel=f"{self.kommune}: {what} ({self.sak.navn})", eksempel=id, sjekk=self._to_check()
        )

    # Where it goes

    def _existing(self) -> str | None:
        """The example that is added to: the one named, or for a lesson the municipality's own."""
        if self.slag == "status":
            return str(self.svar["eksempel"])
        if self.slag == "eksempel":
            return None
        found = []
        for id, post in sorted(by_key(self.raw, "eksempel").items()):
            numbers = [k.get("nummer") for k in post.get("kommuner", ()) if isinstance(k, dict)]
            if self.svar["kommune"] in numbers:
                found.append((len(numbers), id))
        return min(found)[1] if found else None

    def _new_id(self) -> str:
        taken = by_key(self.raw, "eksempel").keys() | by_key(self.raw, "utgatt").keys()
        plain = adressenavn(self.kommune)
        named = f"{plain}-{adressenavn(self.svar['tittel'])}"[:50].strip("-") if self.slag == "eksempel" else plain
        return next(id for id in (plain, named, f"{plain}-{self.sak.id}") if id not in taken)

    # The records

    def _source(self) -> dict[str, Any]:
        sak = self.sak
        post: dict[str, Any] = {
            "id": self.kilde,
            "kildetype": "bidrag",
            "dokumentstatus": "endelig",
            "tittel": f"Innsendt bidrag fra {self.kommune} kommune, {sak.navn}",
            "utgiver": f"{self.kommune} kommune",
            "utgitt": {"naar": sak.dato},
        }
        if sak.url:
            post |= {"url": sak.url, "adresse_svarer": {"svar": "ukjent"}}
        where = str(self.svar["kilde"])
        own = adressenavn(where).startswith("kommunen-selv")
        return post | {
            "lest": {"omfang": "alt", "dato": sak.dato, "form": "svar i et skjema"},
            "kildekritikk": [
                {
                    "id": "egen-beretning",
                    "tekst": "Kommunen forteller dette selv, og svaret er ikke sjekket mot andre kilder."
                    if own
                    else _sentence(f"Kommunen viser til: {where}") + " Redaksjonen har ikke lest det.",
                    "sted": [{"overskrift": self.spurt["kilde"]}],
                }
            ],
        }

    def _claim(self, id: str, text: str, field: str, **more: Any) -> dict[str, Any]:
        return {
            "id": f"{id}-{self.sak.id}" if self.slag != "eksempel" else id,
            "tekst": _sentence(text),
            "kilde": self.kilde,
            "sted": [{"overskrift": self.spurt[field]}],
            "hvem_sier": "kommunen",
            "slags": "rapportert",
            **more,
        }

    def _parts(self) -> dict[str, list[dict[str, Any]]]:
        """The claims by the part of an example that they belong to."""
        svar, parts = self.svar, {}
        themes = [svar["tema"]] if "tema" in svar else list(svar.get("temaer", ()))[:1]
        if "laerdom" in svar:
            parts["erfaringer"] = [
                self._claim("laerdom", svar["laerdom"], "laerdom", temaer=themes, retning="laerdom")
                | {"slags": "vurdert"}
            ]
        for name in _LINES:
            lines = svar.get(name, ())
            if lines:
                parts[name] = [self._line(name, i, text, themes) for i, text in enumerate(lines, 1)]
        failed = [text for text in _several(svar.get("virket_ikke")) if _known(text)]
        if failed:
            ids = ["virket-ikke", *(f"virket-ikke-{i}" for i in range(2, len(failed) + 1))]
            parts["virket_ikke"] = [
                self._claim(id, text, "virket_ikke", temaer=themes) for id, text in zip(ids, failed, strict=True)
            ]
        if _known(svar.get("kostnad")):
            parts["okonomi"] = [self._claim("kostnad", svar["kostnad"], "kostnad", belop=amount(svar["kostnad"]))]
        return parts

    def _line(self, part: str, number: int, text: str, themes: list[str]) -> dict[str, Any]:
        more: dict[str, Any] = {
            "tiltak": {
                "nivaa_i_kilden": "tiltak",
                "opphav": "ukjent",
                "tilstand": "ukjent",
                "ansvarlig": {"mangler": "kilden_tier"},
                "kostnad": {"mangler": "kilden_tier"},
            },
            "resultater": {"utfall": "ikke_vurdert"},
            "erfaringer": {"temaer": themes, "retning": "laerdom"},
        }.get(part, {})
        return self._claim(f"{part}-{number}", text, part, **more)

    def _contributor(self) -> dict[str, Any]:
        role = self.svar.get("rolle")
        return {
            "organisasjon": f"{self.kommune} kommune",
            **({"rolle": role} if role else {}),
            "bidro_med": "status" if self.slag == "status" else "erfaring",
            "dato": self.sak.dato,
        }

    def _status(self) -> dict[str, Any]:
        if self.slag == "laerdom":
            return {"svar": "ukjent", "tekst": "Vi vet ikke hva som er blitt av arbeidet.", "sjekket": self.sak.dato}
        field = "naa" if self.slag == "status" else "svar"
        said = {"tekst": _sentence(self.svar["naa"])} if self.slag == "status" else {}
        return {
            "svar": self.svar["svar"],
            **said,
            "sjekket": self.sak.dato,
            "kilde": self.kilde,
            "sted": [{"overskrift": self.spurt[field]}],
        }

    # A new example

    def _make(self, id: str) -> None:
        svar, parts = self.svar, self._parts()
        place = [{"overskrift": self.spurt["laerdom" if self.slag == "laerdom" else "tiltak"]}]
        grade = {"grad": "C", "grunn": "Kommunen forteller kort om det selv.", "sted": place}
        silent = {"grad": "D", "grunn": "Det er ikke sagt noe om det.", "sted": place}
        missing = [
            {"delen": part, "mangler": "kilden_tier", "tekst": text}
            for part, text in _UNKNOWN.items()
            if part not in parts
        ]
        lesson = self.slag == "laerdom"
        start: dict[str, Any] = {"mangler": "kilden_tier"} if lesson else {"fra": int(svar["fra"])}
        record: dict[str, Any] = {
            "id": id,
            "tittel": f"Lærdom fra {self.kommune}" if lesson else svar["tittel"],
            "ingress": f"{self.kommune} kommune har sendt inn én lærdom." if lesson else _sentence(svar["ingress"]),
            "kommuner": [{"nummer": svar["kommune"]}],
            "periode": start | ({"til": int(svar["til"])} if "til" in svar else {}),
            "kilder": [self.kilde],
            "malgrupper": list(svar.get("malgrupper", ("vanskeligstilte",))),
            "temaer": [svar["tema"]] if lesson else list(svar["temaer"]),
            "status_i_dag": self._status(),
            "deklarasjon": {
                "malgruppe": silent if lesson else grade,
                "metode": grade,
                "gjennomforing": silent if lesson else grade,
                "effekt": grade if "resultater" in parts else silent,
                "okonomi": grade if "okonomi" in parts else silent,
            },
            **parts,
            "bidragsytere": [self._contributor()],
            **({"mangler": missing} if missing else {}),
        }
        self.filer[f"data/eksempler/{id}.yml"] = yamltekst.block(record)
        shown = [*parts, *(["mangler"] if missing else [])]
        self.filer[f"docs/eksempler/{id}.md"] = self._page(id, record, shown)

    def _page(self, id: str, record: Mapping[str, Any], shown: list[str]) -> str:
        title, year = plain(record["tittel"]), int(self.sak.dato[:4]) + 1
        day = self.sak.dato[4:] if self.sak.dato[5:] != "02-29" else "-02-28"
        head = {
            "tittel": self.kommune if id == adressenavn(self.kommune) else f"{self.kommune} ({title[:40].strip()})",
            "ingress": plain(record["ingress"]),
            "temaer": record["temaer"],
            "malgrupper": record["malgrupper"],
            "om_eksempel": id,
            "i_menyen": False,
            "ansvarlig": "redaksjonen",
            "sist_gjennomgatt": self.sak.dato,
            "neste_gjennomgang": f"{year}{day}",
        }
        parts = [
            *((_HEADINGS[p], p) for p in shown),
            ("Hvor godt er dette dokumentert?", "deklarasjon"),
            ("Kilder", "kilder"),
        ]
        return (
            "\n".join(
                [
                    "---",
                    yamltekst.block(head).rstrip("\n"),
                    "---",
                    "",
                    f"# {title}" if self.slag == "laerdom" else f"# {self.kommune}: {title}",
                    "",
                    f"Dette har {self.kommune} kommune selv sendt inn. Det er for deg som vil vite hva andre har prøvd.",
                    "",
                    _call(id, "fakta"),
                    "",
                    *(line for heading, part in parts for line in (f"## {heading}", "", _call(id, part), "")),
                ]
            ).rstrip("\n")
            + "\n"
        )

    # An example that is there

    def _add_to(self, id: str) -> None:
        path, page = f"data/eksempler/{id}.yml", f"docs/eksempler/{id}.md"
        text, prose = self.read[path], self.read[page]
        before = by_key(self.raw, "eksempel")[id]
        if len(before["kilder"]) == 1:
            text = yamltekst.with_source(text, before["kilder"][0])
        text = yamltekst.with_name(text, "kilder", self.kilde)
        if self.slag == "status":
            text = yamltekst.with_field(text, "status_i_dag", self._status())
        parts = self._parts() if self.slag == "laerdom" else {}
        for part, claims in {**parts, "bidragsytere": [self._contributor()]}.items():
            if part in _HEADINGS and part not in before:
                prose = _with_part(prose, id, part)
            text = yamltekst.with_items(text, part, claims)
        self.filer[path] = text
        if prose != self.read[page]:
            self.filer[page] = prose

    def _to_check(self) -> tuple[str, ...]:
        own = adressenavn(str(self.svar["kilde"])).startswith("kommunen-selv")
        return (
            "Står det navn på noen, eller kan noen kjennes igjen? Tenk på små tall, steder og roller.",
            "Er teksten skrevet med egne ord, og er den sann mot det den viser til?",
            "Er den som har sendt inn, fra kommunen? Spør hvis du er i tvil."
            if own
            else "Les dokumentet bidraget viser til, lag en kilde for det, og flytt påstandene dit.",
            "Er målgrupper, temaer og retning riktige? Skjemaet har valgt det nærmeste.",
            "Står tallet for kostnad riktig, per år eller i alt?",
            "Har noen andre enn den som skrev, lest gjennom?",
        )


def _with_part(prose: str, id: str, part: str) -> str:
    """The page with a heading and a call for one more part, before what is said of how well it is documented."""
    lines = prose.split("\n")
    at = next((i for i, line in enumerate(lines) if _call(id, "deklarasjon") in line), len(lines))
    at = next((i for i in range(at - 1, -1, -1) if lines[i].startswith("## ")), len(lines))
    return "\n".join([*lines[:at], f"## {_HEADINGS[part]}", "", _call(id, part), "", *lines[at:]])


def _call(id: str, part: str) -> str:
    return f'{{{{ eksempel("{id}", "{part}") }}}}'


def plain(text: str) -> str:
    """The text with letters, digits and the commonest signs alone: a page is Markdown and template, so nothing else is let in."""
    text = re.sub(r"\s*[&+]\s*", " og ", text)
    kept = "".join(c if c.isalnum() or c in " ,.:;?!()«»–-%/" else " " for c in text)
    return re.sub(r"(^[\s\-:.]+)|(?<=\s)-+(?=\s)", "", " ".join(kept.split()).replace("://", " ")) or "Uten navn"


def _sentence(text: str) -> str:
    text = " ".join(text.split())
    return text if re.search(r"[.!?…][»)\"']?$", text) else f"{text}."


def _several(answer: Any) -> list[str]:
    return [answer] if isinstance(answer, str) else list(answer or ())


def _known(answer: Any) -> bool:
    return bool(answer) and not is_unknown(str(answer))


_TIMES = {"tuse": 1_000, "mill": 1_000_000}
_AMOUNT = re.compile(
    r"(?!ingen|gratis|bare|kun)(?:[a-zæøå][a-zæøå. ]* )?(?:kr\.? ?)?"
    r"(?P<tall>[0-9][0-9 \u00a0.]*(?:,[0-9]+)?) ?(?P<ganger>tusen|mill\.?|million(?:er)?)?"
)
"""As in the pattern of the question: a word or two, the figure, and what it is counted in."""


def amount(text: str) -> dict[str, Any]:
    """The amount that the answer begins with, as the question asks for; none in «ingenting ekstra»."""
    found = _AMOUNT.match(text.lower())
    if not found:
        return {"mangler": "kilden_tier"}
    number, times = found["tall"].strip(" \u00a0."), _TIMES.get((found["ganger"] or "")[:4], 1)
    if times > 1:
        whole = Decimal(re.sub(r"[ \u00a0]", "", number).replace(",", "."))
    else:
        whole = Decimal(re.sub(r"\D", "", number.partition(",")[0]))
    yearly = re.search(r" per år| i året| pr\.? år| årlig", text.lower())
    return {
        "kroner": int(whole * times),
        "per": "ar" if yearly else "totalt",
        "periode": {"mangler": "kilden_tier"},
        "slags": "ukjent",
    }
