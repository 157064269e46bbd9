"""The files of references: what goes out can be read back by others' programs, and says the same."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache

import bibtexparser
import jsonschema
import pytest
import rispy
from bibtexparser import middlewares

from macros.exports import ALLE, make_references
from macros.exports.bibtex import bibtex
from macros.exports.csl import csl_json
from macros.exports.opplysninger import Form, form_of
from macros.exports.ris import body, ris
from macros.loading import load_base
from macros.model.felles import Tid
from macros.model.kilde import Adressesvar, Kilde, Lest
from macros.rendering.referanse import referanse
from tests.conftest import ROOT
from tests.diktbase import diktbase

PLAIN = Kilde(
    id="bok-1",
    kildetype="forskning",
    dokumentstatus="endelig",
    tittel="Da streken var satt",
    utgiver="Diktforlaget",
    utgitt=Tid(naar=2014),
    lest=Lest(omfang="ikke_lest", dato="2026-01-10"),
)
FULL = replace(
    PLAIN,
    tittel="100 % vekst & {sosial} profil_2: hva #1 koster i $ ~ ^ \\ «nå»",
    undertittel="Ei utgreiing",
    forfattere=("von Dikt, Æsa Øy", "Å, B.", "Etternavn"),
    serie="Notater & annet",
    nummer="7/14",
    isbn="978-82-0000-001-3",
    sider=41,
    utgitt=Tid(naar="2014-host", merknad="Datoen står ikke i boka."),
    url="https://example.org/a_b%20c?d={e}&f=~g#h",
    adresse_svarer=Adressesvar(svar="nei"),
    lest=Lest(omfang="alt", dato="2026-01-10"),
)
CSL_DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
        },
        "season": {"type": "integer", "minimum": 1, "maximum": 4},
    },
    "required": ["date-parts"],
    "additionalProperties": False,
}
CSL_STRINGS = (
    "id title title-short container-title collection-title publisher issue number genre number-of-pages ISBN URL note"
)
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            **{name: {"type": "string", "minLength": 1} for name in CSL_STRINGS.split()},
            "type": {
                "enum": [
                    "article-journal",
                    "article-newspaper",
                    "book",
                    "chapter",
                    "thesis",
                    "report",
                    "webpage",
                    "legislation",
                ]
            },
            "author": {
                "type": "array",
                "minItems": 1,
                "items": {
                    "type": "object",
                    "properties": {name: {"type": "string", "minLength": 1} for name in ("family", "given", "literal")},
                    "oneOf": [{"required": ["family"]}, {"required": ["literal"]}],
                    "additionalProperties": False,
                },
            },
            "issued": CSL_DATE,
            "accessed": CSL_DATE,
        },
        "required": ["id", "type", "title", "author", "publisher"],
        "additionalProperties": False,
    },
}
"""The part of the citation style language's own schema for data that we use, names and shapes as there."""


@cache
def files() -> dict[str, str]:
    """The files of the real base."""
    return {path: data.decode() for path, data in make_references(load_base(ROOT)).items()}


@cache
def sources() -> dict[str, Kilde]:
    return dict(load_base(ROOT).kilder)


def year_of(kilde: Kilde) -> str:
    return str(kilde.utgitt.naar or kilde.utgitt.fra or "")[:4]


# BibTeX


def entries(text: str) -> dict[str, dict[str, str]]:
    """The entries as bibtexparser reads them, braces off and TeX's signs read back."""
    library = bibtexparser.parse_string(
        text, append_middleware=[middlewares.LatexDecodingMiddleware(keep_braced_groups=True, keep_math_mode=False)]
    )
    assert library.failed_blocks == []
    return {e.key: {"ENTRYTYPE": e.entry_type} | {f.key: str(f.value) for f in e.fields} for e in library.entries}


def bare(value: str) -> str:
    return value.replace("{", "").replace("}", "")


def test_every_source_comes_back_from_bibtex() -> None:
    read = entries(files()[f"kilder/{ALLE}.bib"])
    assert list(read) == list(sources())
    for kilde in sources().values():
        entry = read[kilde.id]
        assert bare(entry["title"]) == kilde.hel_tittel
        assert entry.get("year", "")[:4] == year_of(kilde)
        authors = [bare(a) for a in entry["author"].split(" and ")] if kilde.forfattere else [bare(entry["author"])]
        assert authors == list(kilde.opphav)


def test_signs_that_mean_something_to_tex_mean_themselves() -> None:
    text = bibtex([FULL])
    assert (
        r"title = {{100 \% vekst \& \textbraceleft{}sosial\textbraceright{} profil\_2: hva \#1 koster i \$ \textasciitilde{} "
        r"\textasciicircum{} \textbackslash{} «nå»: Ei utgreiing}}" in text
    )
    assert "url = {https://example.org/a_b%20c?d=%7Be%7D&f=~g#h}" in text
    assert text.count("{") == text.count("}"), "BibTeX counts every brace"


def test_a_full_entry_reads_as_a_librarian_would_write_it() -> None:
    assert bibtex([replace(FULL, tittel="Strek", url=None, adresse_svarer=None)]) == (
        "@techreport{bok-1,\n"
        "  author = {von Dikt, Æsa Øy and Å, B. and {Etternavn}},\n"
        "  title = {{Strek: Ei utgreiing}},\n"
        "  type = {Notater \\& annet},\n"
        "  institution = {Diktforlaget},\n"
        "  number = {7/14},\n"
        "  year = {2014},\n"
        "  month = {høsten},\n"
        "  isbn = {978-82-0000-001-3},\n"
        "  pagetotal = {41},\n"
        "  note = {Datoen står ikke i boka.},\n"
        "}\n"
    )


# RIS


def test_every_source_comes_back_from_ris() -> None:
    read = {entry["id"]: entry for entry in rispy.loads(files()[f"kilder/{ALLE}.ris"])}
    assert list(read) == list(sources())
    for kilde in sources().values():
        entry = read[kilde.id]
        assert entry["title"] == kilde.hel_tittel
        assert entry.get("year", "") == year_of(kilde)
        assert entry["authors"] == (list(kilde.forfattere) or [body(kilde.utgiver)])


def test_a_body_with_a_comma_is_not_taken_for_a_person() -> None:
    assert body("NAPHA, Nasjonalt senter") == "NAPHA – Nasjonalt senter"


def test_ris_lines_and_dates_are_as_the_format_asks() -> None:
    lines = ris([FULL]).split("\r\n")
    assert lines[0] == "TY  - RPRT"
    assert lines[-3:] == ["ER  - ", "", ""]
    assert "DA  - 2014///høst" in lines
    assert "Y2  - 2026/01/10/" in lines
    assert "N1  - 41 sider. Datoen står ikke i boka. Adressen svarer ikke lenger." in lines
    assert "DA  - 2011/08/31/" in ris([replace(PLAIN, utgitt=Tid(naar="2011-08-31"))])


# CSL-JSON


def test_every_source_comes_back_from_csl_json() -> None:
    read = json.loads(files()[f"kilder/{ALLE}.json"])
    jsonschema.Draft202012Validator(CSL).validate(read)
    assert [item["id"] for item in read] == list(sources())
    for item, kilde in zip(read, sources().values(), strict=True):
        assert item["title"] == kilde.hel_tittel
        assert str(item.get("issued", {"date-parts": [[""]]})["date-parts"][0][0]) == year_of(kilde)
        names = [", ".join(n[x] for x in ("family", "given", "literal") if x in n) for n in item["author"]]
        assert names == list(kilde.opphav)


@pytest.mark.parametrize(
    ("tid", "expected"),
    [
        (Tid(naar=2011), {"date-parts": [[2011]]}),
        (Tid(naar="2011-08"), {"date-parts": [[2011, 8]]}),
        (Tid(naar="2011-08-31"), {"date-parts": [[2011, 8, 31]]}),
        (Tid(naar="2011-host"), {"date-parts": [[2011]], "season": 3}),
        (Tid(fra=2009, til=2015), {"date-parts": [[2009], [2015]]}),
        (Tid(mangler="kilden_tier"), None),
    ],
)
def test_dates_keep_what_is_known_and_no_more(tid: Tid, expected: dict | None) -> None:
    (item,) = json.loads(csl_json([replace(PLAIN, utgitt=tid)]))
    assert item.get("issued") == expected


# All formats


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"kildetype": "lov"}, Form.LOV),
        ({"kildetype": "forskrift"}, Form.LOV),
        ({"kildetype": "presse"}, Form.AVIS),
        ({"kildetype": "nettside"}, Form.NETTSIDE),
        ({"kildetype": "sluttrapport"}, Form.RAPPORT),
        ({"kildetype": "forskning", "utgivelse": "artikkel"}, Form.ARTIKKEL),
        ({"kildetype": "forskning", "utgivelse": "bok"}, Form.BOK),
        ({"kildetype": "veileder", "url": "https://example.org"}, Form.NETTSIDE),
        ({"kildetype": "veileder", "url": "https://example.org", "isbn": "82-536-0915-9"}, Form.RAPPORT),
        ({"kildetype": "plan", "url": "https://example.org"}, Form.RAPPORT),
    ],
)
def test_the_form_follows_the_record(changes: dict, expected: Form) -> None:
    assert form_of(replace(PLAIN, **changes)) is expected


@pytest.mark.parametrize("form", Form)
def test_every_form_has_its_type_in_every_format(form: Form) -> None:
    kilde = replace(PLAIN, kildetype={Form.LOV: "lov", Form.AVIS: "presse"}.get(form, "plan"))
    if form not in (Form.LOV, Form.AVIS):
        kilde = replace(kilde, utgivelse=form.value)
    assert bibtex([kilde]).startswith("@")
    assert ris([kilde]).startswith("TY  - ")
    jsonschema.Draft202012Validator(CSL).validate(json.loads(csl_json([kilde])))


def test_the_codes_of_utgivelse_are_forms() -> None:
    assert set(diktbase().kodelister["utgivelse"]) == {f.value for f in Form} - {Form.LOV.value, Form.AVIS.value}


@pytest.mark.parametrize(("mangler", "text"), [("kilden_tier", "Uten år."), ("ikke_lest", "Året er ikke kjent.")])
def test_a_missing_year_is_said_and_not_made_up(mangler: str, text: str) -> None:
    kilde = replace(PLAIN, utgitt=Tid(mangler=mangler))
    assert f"note = {{{text}}}" in bibtex([kilde])
    assert "year =" not in bibtex([kilde])
    assert f"N1  - {text}" in ris([kilde])
    assert "PY  -" not in ris([kilde])


def test_each_source_has_its_files_at_addresses_that_can_be_guessed() -> None:
    expected = {f"kilder/{id}.{ending}" for id in (*sources(), ALLE) for ending in ("bib", "ris", "json")}
    assert set(files()) == {*expected, f"kilder/{ALLE}.txt"}
    for id in sources():
        assert list(entries(files()[f"kilder/{id}.bib"])) == [id]


def test_the_same_base_gives_the_same_bytes() -> None:
    assert make_references(diktbase()) == make_references(diktbase())


def test_no_source_can_have_the_name_of_the_whole_list() -> None:
    base = diktbase()
    taken = replace(base, kilder={ALLE: replace(PLAIN, id=ALLE)})
    with pytest.raises(ValueError, match="«alle»"):
        make_references(taken)


# The reference as text


@pytest.mark.parametrize(
    ("kilde", "expected"),
    [
        (PLAIN, "Diktforlaget (2014). Da streken var satt."),
        (replace(PLAIN, utgitt=Tid(mangler="kilden_tier")), "Diktforlaget (uten år). Da streken var satt."),
        (replace(PLAIN, tittel="Hva nå?"), "Diktforlaget (2014). Hva nå?"),
        (
            replace(FULL, tittel="Strek", utgitt=Tid(naar="2014-03")),
            "von Dikt, Æsa Øy; Å, B.; Etternavn (mars 2014). Strek: Ei utgreiing. Diktforlaget. Notater & annet 7/14. "
            "ISBN 978-82-0000-001-3. 41 sider. Adressen svarer ikke lenger: https://example.org/a_b%20c?d={e}&f=~g#h",
        ),
        (
            replace(PLAIN, url="https://example.org", lest=FULL.lest),
            "Diktforlaget (2014). Da streken var satt. Hentet 10.\u00a0januar 2026 fra https://example.org",
        ),
        (replace(PLAIN, url="https://example.org"), "Diktforlaget (2014). Da streken var satt. https://example.org"),
    ],
)
def test_the_reference_as_a_reader_copies_it(kilde: Kilde, expected: str) -> None:
    assert str(referanse(kilde)) == expected
