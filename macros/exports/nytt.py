"""What is new, as an Atom feed, and the days to remember, as a calendar (iCalendar, RFC 5545)."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from macros.model import Kunnskapsbase
from macros.rendering import tekst

FEED, KALENDER = "nytt.xml", "kalender.ics"
_SPACE = uuid.UUID("6f1f0f5e-2f0e-5c0b-9d0c-7a3f5d1e8b42")
"""Names of entries and events are made in this space, so that they stay the same when the site moves."""


@dataclass(frozen=True, slots=True)
class Innslag:
    """One entry of the feed: what, where, when (a date), and a sentence."""

    navn: str
    tittel: str
    adresse: str
    dato: str
    tekst: str


def news_files(base: Kunnskapsbase, byggedato: str) -> dict[str, bytes]:
    """Both files by their path. byggedato: «2026-11-22»; nothing later than it is told of as new."""
    return {FEED: feed(base, byggedato).encode(), KALENDER: calendar(base, byggedato).encode()}


def entries(base: Kunnskapsbase, byggedato: str) -> list[Innslag]:
    """New versions, examples and changes of law in force, newest first."""
    found = [
        *(
            Innslag(f"versjon-{v.nummer}", f"Versjon {v.nummer}", "/om/versjoner/", v.dato, " ".join(v.punkter))
            for v in base.versjoner
        ),
        *(
            Innslag(f"eksempel-{e.id}", f"Nytt eksempel: {e.tittel}", e.adresse, e.publisert, e.ingress)
            for e in base.eksempler.values()
            if e.publisert
        ),
        *(
            Innslag(f"lovendring-{e.id}", f"Endret lov: {', '.join(e.bestemmelser)}", e.adresse, e.i_kraft, e.hva)
            for e in base.lovendringer.values()
            if e.i_kraft
        ),
    ]
    past = [e for e in found if e.dato <= byggedato]
    return sorted(sorted(past, key=lambda e: e.navn), key=lambda e: e.dato, reverse=True)


def _urn(name: str) -> str:
    return f"urn:uuid:{uuid.uuid5(_SPACE, name)}"


def feed(base: Kunnskapsbase, byggedato: str) -> str:
    """The feed. Addresses are relative to it where the site has none of its own."""
    settings, news = base.innstillinger, entries(base, byggedato)
    root = settings.nettadresse or ""
    self_link = f'  <link rel="self" href="{escape(root)}{FEED}"/>\n' if root else ""
    updated = news[0].dato if news else byggedato
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nb">\n'
        f"  <id>{_urn('nytt')}</id>\n"
        f"  <title>Hva er nytt i {escape(settings.navn)}</title>\n"
        f"  <updated>{updated}T00:00:00Z</updated>\n"
        f"  <author><name>{escape(settings.redaktor or settings.navn)}</name></author>\n"
        f'  <link rel="alternate" type="text/html" href="{escape(root or "index.html")}"/>\n{self_link}'
        f"{''.join(_entry(e, root) for e in news)}</feed>\n"
    )


def _entry(e: Innslag, root: str) -> str:
    return (
        "  <entry>\n"
        f"    <id>{_urn(e.navn)}</id>\n"
        f"    <title>{escape(e.tittel)}</title>\n"
        f'    <link rel="alternate" type="text/html" href="{escape(root + e.adresse.removeprefix("/"))}"/>\n'
        f"    <published>{e.dato}T00:00:00Z</published>\n"
        f"    <updated>{e.dato}T00:00:00Z</updated>\n"
        f"    <summary>{escape(e.tekst)}</summary>\n"
        "  </entry>\n"
    )


@dataclass(frozen=True, slots=True)
class Dag:
    """One day to remember: name, date, title, a text, and an address."""

    navn: str
    dato: str
    tittel: str
    tekst: str
    adresse: str
    slag: str


def days(base: Kunnskapsbase) -> list[Dag]:
    """The deadlines of the law, and the days when pages are to be gone through, earliest first."""
    due: dict[str, list[str]] = defaultdict(list)
    for side in base.sider:
        if side.neste_gjennomgang:
            due[side.neste_gjennomgang].append(side.tittel)
    found = [
        Dag(f"frist-{k.id}", k.frist, f"Frist: {k.tittel}", k.tekst, k.adresse, "Frist i loven")
        for k in base.lovkrav.values()
        if k.frist and len(k.frist) == len("2027-07-01")
    ]
    found += [
        Dag(
            f"gjennomgang-{dato}",
            dato,
            f"Gjennomgang: {tekst.tallord(len(titles))} {'side' if len(titles) == 1 else 'sider'}",
            "Disse sidene skal leses gjennom igjen: " + "; ".join(titles),
            "/om/gjennomgang/",
            "Gjennomgang",
        )
        for dato, titles in due.items()
    ]
    return sorted(found, key=lambda d: (d.dato, d.navn))


def calendar(base: Kunnskapsbase, byggedato: str) -> str:
    """The calendar: whole days, lines folded at 75 bytes."""
    settings = base.innstillinger
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{_ics(settings.navn)}//NONSGML//NO",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_ics(settings.navn)}",
        *(line for day in days(base) for line in _event(day, byggedato, settings.nettadresse)),
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(day: Dag, byggedato: str, root: str | None) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid.uuid5(_SPACE, day.navn)}"
    yield f"DTSTAMP:{byggedato.replace('-', '')}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day.dato.replace('-', '')}"
    yield f"SUMMARY:{_ics(day.tittel)}"
    yield f"DESCRIPTION:{_ics(day.tekst)}"
    yield f"CATEGORIES:{_ics(day.slag)}"
    if root:
        yield f"URL:{root}{day.adresse.removeprefix('/')}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _ics(text: str) -> str:
    text = "\n".join(text.splitlines())
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> Iterable[str]:
    """The line in parts of at most 75 bytes, never in the middle of a letter; each after the first begins with a space."""
    part = ""
    for letter in line:
        if len((part + letter).encode()) > 75:
            yield part
            part = " "
        part += letter
    yield part
