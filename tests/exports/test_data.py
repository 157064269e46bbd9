"""The open data: what is published can be read back by others' programs, means what it is said to mean, and is all there."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import re
import xml.etree.ElementTree as ET
from functools import cache
from urllib.parse import urldefrag

import jsonschema
import openpyxl
import pytest
import rdflib
import yaml
from rdflib.namespace import SKOS
from referencing import Registry, Resource

from macros.build.arbeidsbok import make_workbook
from macros.exports import make_exports, make_tables
from macros.exports.markdown import markdown
from macros.exports.nytt import days, entries
from macros.exports.tabeller import Datatabell
from macros.loading import load_base, schema_files
from macros.loading.kinds import SLAG
from macros.loading.versjoner import read_versions
from macros.model import Kunnskapsbase
from tests.conftest import ROOT
from tests.diktbase import diktbase

DAY = "2026-11-22"
BASES = ["dikt", "ekte"]


@cache
def base(which: str) -> Kunnskapsbase:
    return diktbase() if which == "dikt" else load_base(ROOT)


@cache
def tables(which: str) -> tuple[Datatabell, ...]:
    return make_tables(base(which))


@cache
def files(which: str) -> dict[str, str]:
    made = make_exports(base(which), tables(which), schema_files(ROOT), DAY)
    return {path: content.decode() for path, content in made.items()}


def rows(which: str, table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files(which)[f"data/{table}.csv"], newline=""), strict=True))


each = pytest.mark.parametrize("which", BASES)


@each
def test_every_kind_of_record_is_there_whole(which: str):
    """Nothing that the base knows is kept from those who want to use it."""
    lists = {"eksempel": "eksempler", "kilde": "kilder", "begrep": "begreper", "kommune": "kommuner", "tema": "temaer"}
    lists |= {"malgruppe": "malgrupper", "virkemiddel": "virkemidler", "lovendring": "lovendringer"}
    lists |= {"lovhendelse": "lovhistorie", "mal": "maler"}
    for slag in SLAG:
        name = lists.get(slag.navn, slag.navn)
        records = getattr(base(which), name)
        assert [r[slag.nokkel] for r in json.loads(files(which)[f"data/{name}.json"])] == list(records)
        assert [r[slag.nokkel] for r in rows(which, name)] == list(records)


@each
def test_every_claim_of_an_example_has_a_row_and_an_address(which: str):
    wanted = {(e.id, p.id) for e in base(which).eksempler.values() for _, p in e.pastander()}
    found = [
        (r["eksempel"], r["id"], r["adresse"])
        for t in tables(which)
        if t.nokkel == ("eksempel", "id")
        for r in rows(which, t.navn)
    ]
    assert sorted((e, i) for e, i, _ in found) == sorted(wanted)
    assert all(address.endswith(f"eksempler/{e}/#{i}") for e, i, address in found)


@each
def test_the_whole_records_are_what_the_published_schema_says(which: str):
    schemas = {name: json.loads(text) for name, text in schema_files(ROOT).items()}
    registry = Registry().with_resources((name, Resource.from_contents(s)) for name, s in schemas.items())
    for slag in SLAG:
        path = f"data/{slag.sti.removesuffix('.yml')}.json"
        schema = schemas[slag.skjema] if slag.one_file_each else schemas[slag.skjema]["items"]
        if "$ref" not in schema and not slag.one_file_each:
            schema = {"$ref": f"{slag.skjema}#/items"}
        check = jsonschema.Draft202012Validator(schema, registry=registry)
        for record in json.loads(files(which)[path]):
            assert [f"{path}: {e.json_path}: {e.message[:100]}" for e in check.iter_errors(record)] == []
    assert files(which)["data/skjema/eksempel.schema.json"] == schema_files(ROOT)["eksempel.schema.json"].decode()


@each
def test_the_data_package_describes_the_files_as_they_are(which: str):
    """Fields, types, keys and links between tables, as a program that trusts the description would find them."""
    resources = json.loads(files(which)["data/datapackage.json"])["resources"]
    keys = {r["name"]: {row[r["schema"]["primaryKey"][0]] for row in rows(which, r["name"])} for r in resources}
    for r in resources:
        found, schema = rows(which, r["name"]), r["schema"]
        assert files(which)[f"data/{r['path']}"].splitlines()[0].split(",") == [f["name"] for f in schema["fields"]]
        identities = [tuple(row[k] for k in schema["primaryKey"]) for row in found]
        assert len(identities) == len(set(identities)), r["name"]
        for field in schema["fields"]:
            values = [row[field["name"]] for row in found]
            if field.get("constraints"):
                assert all(values), (r["name"], field["name"])
            pattern = {"integer": r"-?\d+", "number": r"-?\d+(\.\d+)?", "date": r"\d{4}-\d\d-\d\d"}.get(
                field["type"], r"[\s\S]*"
            )
            assert all(re.fullmatch(pattern, v) for v in values if v), (r["name"], field["name"])
        for link in schema.get("foreignKeys", ()):
            values = {row[link["fields"][0]] for row in found} - {""}
            assert values <= keys[link["reference"]["resource"]], (r["name"], link)


@each
def test_the_workbook_has_the_same_rows_and_no_formula(which: str):
    made = make_workbook(base(which), tables(which), DAY)
    assert made == make_workbook(base(which), tables(which), DAY)
    book = openpyxl.load_workbook(io.BytesIO(made), read_only=True)
    assert book.sheetnames == ["Les meg", *(t.navn for t in tables(which))]
    for t in tables(which):
        read = list(book[t.navn].iter_rows(values_only=True))
        assert read[0] == tuple(f.navn for f in t.felter)
        assert [tuple(x for x in row) for row in read[1:]] == [tuple(row) for row in t.rader], t.navn


def test_what_looks_like_a_formula_is_text_in_the_workbook():
    t = dataclasses.replace(tables("dikt")[0], rader=(("=1+1", *[None] * (len(tables("dikt")[0].felter) - 1)),))
    cell = openpyxl.load_workbook(io.BytesIO(make_workbook(base("dikt"), [t], DAY)))["eksempler"]["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # rdflib about itself
@each
def test_the_terms_are_skos_that_another_program_reads_the_same_in_both_forms(which: str):
    place = "https://example.org/base/data/begreper.ttl"
    graphs = [
        rdflib.Graph().parse(data=files(which)[f"data/begreper.{ending}"], format=form, publicID=place)
        for ending, form in (("ttl", "turtle"), ("jsonld", "json-ld"))
    ]
    if base(which).innstillinger.nettadresse:
        assert set(graphs[0]) == set(graphs[1])
    assert len(graphs[0]) == len(graphs[1])
    concepts = {urldefrag(str(s)).fragment: s for s in graphs[0].subjects(rdflib.RDF.type, SKOS.Concept)}
    assert set(concepts) == set(base(which).begreper)
    for b in base(which).begreper.values():
        labels = {(str(x), x.language) for x in graphs[0].objects(concepts[b.id], SKOS.prefLabel)}
        assert labels == {(x, lang) for x, lang in ((b.bokmal, "nb"), (b.nynorsk, "nn"), (b.engelsk, "en")) if x}
        others = {str(x) for x in graphs[0].objects(concepts[b.id], SKOS.altLabel)}
        assert not others & {x for x, lang in labels if lang == "nb"}, "en etikett er enten foretrukket eller ikke"


@each
def test_the_feed_tells_of_what_has_happened_newest_first(which: str):
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ET.fromstring(files(which)["nytt.xml"])
    dates = [e.findtext(f"{atom}updated") for e in feed.iter(f"{atom}entry")]
    assert dates == sorted(dates, reverse=True)
    assert all(date[:10] <= DAY for date in dates)
    ids = [e.text for e in feed.iter(f"{atom}id")]
    assert len(ids) == len(set(ids))
    published = [e.id for e in base(which).eksempler.values() if e.publisert]
    told = [e.navn for e in entries(base(which), DAY)]
    assert {f"eksempel-{id}" for id in published} <= set(told)


def test_nothing_from_the_future_is_news():
    assert [e.navn for e in entries(base("dikt"), "2020-01-01") if e.dato > "2020-01-01"] == []


@each
def test_the_calendar_has_every_deadline_and_lines_that_all_programs_read(which: str):
    text = files(which)["kalender.ics"]
    lines = text.split("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in lines)
    whole = text.replace("\r\n ", "")
    for krav in base(which).lovkrav.values():
        if krav.frist:
            assert f"DTSTART;VALUE=DATE:{krav.frist.replace('-', '')}" in whole
    assert whole.count("BEGIN:VEVENT") == whole.count("END:VEVENT") == len(days(base(which)))
    assert len(set(re.findall(r"^UID:(.*)$", whole, re.M))) == len(days(base(which)))


@each
def test_every_page_can_be_cited_and_is_in_the_list_for_machines(which: str):
    for side in base(which).sider:
        folder = side.adresse.removeprefix("/")
        assert side.tittel in files(which)[f"{folder}siter.ris"]
        assert files(which)[f"{folder}siter.bib"].startswith("@misc{")
        assert f"{folder}index.md" in files(which)["llms.txt"]


@each
def test_the_same_base_gives_the_same_bytes(which: str):
    again = make_exports(base(which), make_tables(base(which)), schema_files(ROOT), DAY)
    assert {path: content.decode() for path, content in again.items()} == files(which)


def test_the_version_is_the_same_wherever_it_stands():
    """One who cites the base from GitHub and one who cites it from a page must cite the same thing."""
    newest = read_versions(ROOT)[0]
    cff = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert (str(cff["version"]), str(cff["date-released"])) == (newest.nummer, newest.dato)
    assert f'\nversion = "{newest.nummer}"\n' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert cff["title"] == load_base(ROOT).innstillinger.navn
    assert cff["license"] == load_base(ROOT).innstillinger.lisens_innhold.navn.replace("CC BY 4.0", "CC-BY-4.0")


# The Markdown twin

PAGE = """<html><body><nav>meny</nav><article class="md-content__inner md-typeset"><h1>Tittel
<a class="headerlink" href="#x">#</a></h1>
<p>Et <strong>ord</strong>, <em>ett</em> til og <a href="/lov/klage/#frist">en lenke</a>.<br>Ny linje * og [hake].</p>
<ul><li>Punkt<ol><li>Under</li></ol></li><li><p>To</p><p>avsnitt</p></li></ul>
<table><caption>Navn</caption><thead><tr><th>A</th><th>B|C</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>
<pre><code>x = 1
y &lt; 2</code></pre><blockquote><p>Sagt.</p></blockquote><svg><text>tegning</text></svg><p hidden>nei</p>
<script>skript</script>
<dl><dt>Ord</dt><dd>Forklaring</dd></dl></article></body></html>"""


def test_the_twin_says_what_the_page_says():
    assert markdown(PAGE, "metoder/x/index.html", None) == (
        "# Tittel\n\nEt **ord**, *ett* til og [en lenke](../../lov/klage/#frist).\nNy linje \\* og \\[hake\\].\n\n"
        "- Punkt\n  1. Under\n- To\n  avsnitt\n\n**Navn**\n\n| A | B\\|C |\n| --- | --- |\n| 1 |  |\n\n"
        "```\nx = 1\ny < 2\n```\n\n> Sagt.\n\n**Ord**\n\n: Forklaring\n"
    )


def test_the_twin_of_a_site_with_an_address_has_whole_addresses():
    twin = markdown(PAGE, "metoder/x/index.html", "https://example.org/base/")
    assert twin and "(https://example.org/base/lov/klage/#frist)" in twin


def test_what_is_no_page_of_the_site_has_no_twin():
    assert markdown("<html><body>frem</body></html>", "x.html", None) is None
