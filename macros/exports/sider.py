"""What is made of each page: how to cite it, what search engines are told of it (schema.org), and the list for machines.

Citations and data blocks lean on the heads of the pages alone; the Markdown twins are made of the built pages (markdown.py).
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from typing import Any

from macros.exports.bibtex import escaped
from macros.model import Kunnskapsbase
from macros.model.side import Sidehode
from macros.rendering import tekst

LLMS = "llms.txt"
_ROOMS_LAST = ("om", "bidra")


def site_folder(side: Sidehode) -> str:
    """The folder of the page in the site, with «/» at its end, or «» for the front page."""
    return side.adresse.removeprefix("/")


def citations(base: Kunnskapsbase) -> dict[str, str]:
    """The reference of every page as text, by its source («metoder/dreiebok.md»)."""
    return {side.kilde: citation(base, side) for side in base.sider}


def citation(base: Kunnskapsbase, side: Sidehode) -> str:
    """«Boligsosial kunnskapsbase (2026): Dreiebok. Sist gjennomgått 22. november 2026. Versjon 1.0.0. Adresse.»"""
    parts = [f"{base.innstillinger.navn}{_year(side)}: {side.tittel}."]
    if side.sist_gjennomgatt:
        parts.append(f"Sist gjennomgått {tekst.tidspunkt(side.sist_gjennomgatt)}.")
    if base.versjoner:
        parts.append(f"Versjon {base.versjoner[0].nummer}.")
    if address := _address(base, side):
        parts.append(address)
    return " ".join(parts).replace(tekst.HARDT, " ")


def _year(side: Sidehode) -> str:
    return f" ({side.sist_gjennomgatt[:4]})" if side.sist_gjennomgatt else ""


def _address(base: Kunnskapsbase, side: Sidehode) -> str | None:
    root = base.innstillinger.nettadresse
    return root + site_folder(side) if root else None


def citation_files(base: Kunnskapsbase) -> dict[str, bytes]:
    """siter.bib and siter.ris beside every page."""
    files = {}
    for side in base.sider:
        files[f"{site_folder(side)}siter.bib"] = _bibtex(base, side).encode()
        files[f"{site_folder(side)}siter.ris"] = _ris(base, side).encode()
    return files


def _name(side: Sidehode) -> str:
    return side.kilde.removesuffix(".md").removesuffix("/index").replace("/", "-")


def _bibtex(base: Kunnskapsbase, side: Sidehode) -> str:
    fields = {
        "author": "{" + escaped(base.innstillinger.navn) + "}",
        "title": "{" + escaped(side.tittel) + "}",
        "year": side.sist_gjennomgatt[:4],
        "note": escaped(f"Versjon {base.versjoner[0].nummer}") if base.versjoner else "",
        "url": _address(base, side) or "",
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{_name(side)},\n{lines}}}\n"


def _ris(base: Kunnskapsbase, side: Sidehode) -> str:
    year, month, day = ([*side.sist_gjennomgatt.split("-"), "", "", ""])[:3]
    tags = [
        ("TY", "ELEC"),
        ("ID", _name(side)),
        ("AU", base.innstillinger.navn),
        ("TI", side.tittel),
        ("PY", year),
        ("DA", f"{year}/{month}/{day}/" if year else ""),
        ("N1", f"Versjon {base.versjoner[0].nummer}" if base.versjoner else ""),
        ("UR", _address(base, side) or ""),
    ]
    return "".join(f"{tag}  - {_one_line(value)}\r\n" for tag, value in tags if value) + "ER  - \r\n"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _plain(text: str) -> str:
    """Text on one line of Markdown, where none of its signs begins anything."""
    marked = re.sub(r"([\\`*_\[\]])", r"\\\1", _one_line(text))
    return marked.replace("&", "&amp;").replace("<", "&lt;")


def data_blocks(base: Kunnskapsbase) -> dict[str, str]:
    """What schema.org says of every page, as the text of a data block, by the path of the page in the site."""
    published = {f"{e.adresse.removeprefix('/')}": e.publisert for e in base.eksempler.values() if e.publisert}
    out = {}
    for side in base.sider:
        folder = site_folder(side)
        path = f"{folder}index.html"
        block = json.dumps(_block(base, side, published.get(folder)), ensure_ascii=False, separators=(",", ":"))
        out[path] = block.replace("<", "\\u003c")
    return out


def _block(base: Kunnskapsbase, side: Sidehode, published: str | None) -> dict[str, Any]:
    settings = base.innstillinger
    site = {"@type": "WebSite", "name": settings.navn}
    if settings.nettadresse:
        site |= {"url": settings.nettadresse}
    front = side.kilde == "index.md"
    block = {
        "@context": "https://schema.org",
        "@type": "WebSite" if front else _TYPES.get(side.kilde, "Article"),
        "name" if front or side.kilde in _TYPES else "headline": settings.navn if front else side.tittel,
        "description": settings.undertittel if front else side.ingress,
        "inLanguage": "en" if side.engelsk_side else "nb",
        "license": settings.lisens_innhold.url,
        "datePublished": published,
        "dateModified": side.sist_gjennomgatt,
        "url": _address(base, side),
        "author": {"@type": "Organization", "name": settings.redaktor or settings.navn},
        "isPartOf": None if front else site,
    }
    if side.kilde == DATASIDE:
        root = settings.nettadresse
        block["distribution"] = [
            {"@type": "DataDownload", "name": name, "encodingFormat": form, "contentUrl": (root or "../../") + path}
            for name, form, path in _DISTRIBUTIONS
        ]
        block["version"] = base.versjoner[0].nummer if base.versjoner else None
    return {name: value for name, value in block.items() if value}


DATASIDE = "om/apne-data.md"
_TYPES = {DATASIDE: "Dataset", "begreper/ordliste.md": "DefinedTermSet"}
_DISTRIBUTIONS = (
    ("Datapakke", "application/json", "data/datapackage.json"),
    (
        "Excel",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "data/kunnskapsbasen.xlsx",
    ),
    ("Begreper som SKOS", "text/turtle", "data/begreper.ttl"),
)


def llms(base: Kunnskapsbase) -> str:
    """The pages by room, each with its Markdown twin and its lead, for those who read with a language model."""
    settings = base.innstillinger
    rooms: dict[str, list[Sidehode]] = defaultdict(list)
    for side in base.sider:
        rooms[side.kilde.split("/")[0] if "/" in side.kilde else ""].append(side)
    titles = {
        room: next((s.tittel for s in pages if s.kilde == f"{room}/index.md"), room) for room, pages in rooms.items()
    }
    lines = [
        f"# {settings.navn}",
        "",
        f"> {settings.undertittel}",
        "",
        "Språket er bokmål. Hver påstand har kilde og sted. Er noe ukjent, står det at det er ukjent. "
        f"Innholdet kan brukes fritt når kilden oppgis ({settings.lisens_innhold.navn}). "
        "Alle data ligger i data/datapackage.json.",
    ]
    order = sorted(rooms, key=lambda room: (room in _ROOMS_LAST, room))
    for room in order:
        lines += ["", f"## {tekst.stor(_plain(titles[room])) or 'Forsider'}", ""]
        for side in sorted(rooms[room], key=lambda s: (s.rekkefolge, s.kilde)):
            address = (settings.nettadresse or "") + site_folder(side) + "index.md"
            lead = f": {_plain(side.ingress)}" if side.ingress else ""
            lines.append(f"- [{_plain(side.tittel)}]({address}){lead}")
    return "\n".join(lines) + "\n"
