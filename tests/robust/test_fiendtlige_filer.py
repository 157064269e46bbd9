"""Hostile files in every tool that opens one: nothing runs, nothing leaves its field, and what is saved again is the same.

The files are made from the tools' own schemas, so that a new field is covered by itself. What a page may hold is read off it
while it works with the same files with letters for signs: with hostile texts no other kind of element may ever be added.
"""

from __future__ import annotations

import base64
import csv
import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import jsonschema
import markdown
import openpyxl
import pytest
from playwright.sync_api import Page

from tests.felles import ROOT
from tests.harness.side import Side
from tests.robust.filer import Fil
from tests.robust.vakt import TEXTS, hostile, letters, nothing_has_happened, watched

pytestmark = [
    pytest.mark.nettleser,
    pytest.mark.filterwarnings("ignore:Workbook contains no default style"),  # Excel itself needs none
]

Tekst = Callable[[int], str]
Innhold = dict[str, Any]


def cleaned(text: str) -> str:
    """As the tools keep it: one sign for a line end, and none of those that no one can type."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", text.replace("\r\n", "\n"))


def one_line(text: str, row: int) -> str:
    """As the network tool keeps it; the number keeps codes apart."""
    line = re.sub(r"[\x00-\x1f\x7f\s\ufeff]+", " ", re.sub("[\ufffe\uffff]", "", text)).strip()
    return f"{line[:50].strip()} {row}"


def plan(page: Page, schema: Innhold, text: Tekst, rows: int) -> Innhold:
    return Fil(schema, lambda row: cleaned(text(row)), rows).lag() | {"neste": 10_000}


def checklist(page: Page, schema: Innhold, text: Tekst, rows: int) -> Innhold:
    made = Fil(schema, lambda row: cleaned(text(row)), rows).lag()
    demands = page.locator("[data-krav]").evaluate_all("all => all.map((e) => e.dataset.krav)")
    tasks = page.locator("[data-oppgave]").evaluate_all("all => all.map((e) => e.dataset.oppgave)")
    for one, id in zip(made["svar"][1:], demands, strict=False):
        one["krav"] = id
    for one, id in zip(made["vei"]["oppgaver"][1:], tasks, strict=False):
        one["oppgave"] = id
    return made


def assessment(page: Page, schema: Innhold, text: Tekst, rows: int) -> Innhold:
    return Fil(schema, lambda row: cleaned(text(row)), rows).lag()


def network(page: Page, schema: Innhold, text: Tekst, rows: int) -> Innhold:
    made = Fil(schema, lambda row: one_line(text(row), row), max(rows, 4)).lag()
    people = [one["id"] for one in made["personer"]]
    functions = [one["id"] for one in made["funksjoner"]]
    for i, one in enumerate(made["personer"]):
        one["funksjoner"] = [functions[i % len(functions)]]
    contact = made["runder"][0]["kontakter"][0]
    for one in made["runder"]:
        one |= {"id": one["id"].strip(), "dato": one["dato"].strip()}
        one |= {"spurt": people[1:], "svart": people[1:-1], "utenfor": people[:1]}
        one["kontakter"] = [contact | {"fra": a, "til": b} for a, b in pairwise(people[1:])]
    return made


def seminar(page: Page, schema: Innhold, text: Tekst, rows: int) -> Innhold:
    """It has no published schema: a file of its own is taken, with every text in it replaced."""
    if not page.locator("#eget-opplegg .ol-deler li").count():
        page.locator("#kb-klosser summary").first.click()
        page.locator("#kb-klosser .ol-legg").first.click()
    own = json.loads(page.evaluate("vakt.lagre('#eget-opplegg')"))
    part = own["deler"][0]
    parts = [
        {key: cleaned(text(i))[:200] if isinstance(part[key], str) else part[key] for key in part} for i in range(rows)
    ]
    if rows > 2:
        parts[-1]["kloss"] = f"/metoder/dreiebok/#{parts[-1]['kloss']}"  # a place on another page, fetched in a frame
    return own | {key: cleaned(text(0))[:200] for key in ("tittel", "kommune")} | {"deler": parts}


@dataclass(frozen=True)
class Verktoy:
    """Where a tool is, the field that opens a file, its published schema, and how to make a file.

    tom: what empties the page where a file is added to what is open. klar: what shows that a step is drawn.
    """

    sti: str
    rot: str
    felt: str
    skjema: str
    lag: Callable[[Page, Innhold, Tekst, int], Innhold]
    tom: str = ""
    mest: int = 100
    knapper: int = 2
    klar: dict[str, str] = field(default_factory=dict)


PICTURE = {"Bilde og tall": ".nv-bilde", "Før og etter": ".nv-bilde"}
VERKTOY = {
    "planverkstedet": Verktoy("/verktoy/planverksted/", ".pl-rot", "#pl-apne", "plan", plan),
    "dreieboka": Verktoy("/verktoy/dreiebok/", ".pl-rot", "#pl-apne", "plan", plan),
    "sjekklista": Verktoy("/verktoy/sjekkliste/", ".vk-ramme", "#sj-apne", "sjekkliste", checklist),
    "egenvurderingen": Verktoy(
        "/verktoy/egenvurdering/", ".vk-ramme", "#ev-apne", "egenvurdering", assessment, tom="#ev-tom"
    ),
    "nettverksverkstedet": Verktoy(
        "/verktoy/nettverksverksted/",
        ".vk-rot",
        "#nv-apne",
        "nettverksverksted",
        network,
        knapper=1,
        mest=40,
        klar=PICTURE,
    ),
    "eget opplegg": Verktoy("/seminar/eget-opplegg/", "#eget-opplegg", "#ol-fil", "", seminar, mest=60),
}


def work_through(page: Page, tool: Verktoy, schema: Innhold, text: Tekst) -> list[dict[str, str]]:
    """The tool with a large file and all its views, then with a small one and all its buttons. The files it made."""
    for rows, most in ((min(len(TEXTS), tool.mest), 0), (5, tool.knapper)):
        opened(page, tool, json.dumps(tool.lag(page, schema, text, rows)))
        page.evaluate("([root, ready, most]) => vakt.walk(root, ready, most)", [tool.rot, tool.klar, most])
    return page.evaluate("vakt.hentFiler()")


def opened(page: Page, tool: Verktoy, content: str, name: str = "fil.json") -> str:
    """What the tool says of the file."""
    if tool.tom:
        page.click(tool.tom)
    return page.evaluate("([f, n, c]) => vakt.apne(f, n, c)", [tool.felt, name, content])


def open_and_save(page: Page, tool: Verktoy, content: Innhold, name: str) -> None:
    """What is saved again is what was opened."""
    said = opened(page, tool, json.dumps(content), name)
    assert json.loads(page.evaluate("(root) => vakt.lagre(root)", tool.rot)) == content, said


def with_open_work(side: Side, site: Path, tool: Verktoy) -> tuple[Page, Innhold]:
    """The tool with a small file open, and what is in it."""
    page = watched(side, tool.sti)
    published = site / "verktoy" / f"{tool.skjema}.schema.json"
    content = tool.lag(page, json.loads(published.read_text(encoding="utf-8")) if tool.skjema else {}, letters, 3)
    opened(page, tool, json.dumps(content))
    return page, content


TAGS = {
    "h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "strong", "em", "br",
}  # fmt: skip


def harmless_file(name: str, content: bytes) -> str:
    """The ending of the file, when what is in it is text: no formula, no field or link of its own, no HTML."""
    ending = Path(name).suffix
    if ending == ".xlsx":
        cells = [
            cell for sheet in openpyxl.load_workbook(io.BytesIO(content)) for row in sheet.iter_rows() for cell in row
        ]
        assert not [cell.value for cell in cells if cell.data_type == "f"], name
    elif ending == ".csv":
        rows = csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";")
        assert not [one for row in rows for one in row if re.match(r"\s*[=+@]|\s*-(?!\d+(,\d+)?$)", one)], name
    elif ending == ".docx":
        docx.Document(io.BytesIO(content))
    elif ending == ".md":
        html = markdown.markdown(content.decode(), extensions=["tables"])
        assert set(re.findall(r"<([a-z][a-z0-9]*)", html)) <= TAGS, name
        assert not re.search(r"<[a-z]+ (?!style=.text-align)", html), name
    if ending in (".xlsx", ".docx"):
        parts = zipfile.ZipFile(io.BytesIO(content))
        linked = [part for part in parts.namelist() if part.endswith(".rels") and b"External" in parts.read(part)]
        fields = re.findall(rb"<w:instrText[^>]*>(.*?)</w:instrText>", b"".join(map(parts.read, parts.namelist())))
        assert not linked, name
        assert {one.split()[0] for one in fields} <= {b"TOC", b"PAGE", b"PAGEREF", b"NUMPAGES"}, name
    return ending


@pytest.mark.parametrize("name", VERKTOY)
def test_hostile_files_are_shown_as_text_and_saved_as_they_were(side: Side, bygd_nettsted: Path, name: str) -> None:
    tool = VERKTOY[name]
    published = bygd_nettsted / "verktoy" / f"{tool.skjema}.schema.json"
    schema = json.loads(published.read_text(encoding="utf-8")) if tool.skjema else {}
    legal = jsonschema.Draft202012Validator(schema)
    page = watched(side, tool.sti)
    work_through(page, tool, schema, letters)
    usual = set(page.evaluate("vakt.sett()")["slag"])
    files = work_through(page, tool, schema, hostile)
    nothing_has_happened(page, usual)
    assert ".docx" in {harmless_file(one["navn"], base64.b64decode(one["innhold"])) for one in files}
    for i in range(len(TEXTS)):
        content = tool.lag(page, schema, lambda row, i=i: hostile(row + i), 2)
        legal.validate(content)
        open_and_save(page, tool, content, f"{hostile(i)}.json"[:200])
    nothing_has_happened(page, usual)
    assert page.url == side.adresse(tool.sti)


BAD: dict[str, str | bytes] = {
    "tom": "",
    "halv": '{"format": "boligsosial-plan", "versjon": 1, "tiltak": [',
    "liste": "[]",
    "fremmed": '{"format": "noe-annet", "versjon": 1}',
    "uten utgave": '{"format": "FORMAT"}',
    "framtidig": '{"format": "FORMAT", "versjon": 99}',
    "dyp": "[" * 100_000 + "]" * 100_000,
    "zip": "PK\x03\x04rest",
    "bilde": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "annet tegnsett": '{"format": "FORMAT", "versjon": 1, "tittel": "Åsnes"}'.encode("latin-1"),
    "bredt tegnsett": '{"format": "FORMAT", "versjon": 1}'.encode("utf-16"),
    "feil slag": '{"format": ["FORMAT"], "versjon": {"a": 1}}',
    "HTML": "<!doctype html><script>alert(1)</script>",
}


@pytest.mark.parametrize("name", VERKTOY)
def test_a_file_that_cannot_be_used_leaves_the_open_work_as_it_was(side: Side, bygd_nettsted: Path, name: str) -> None:
    """What is wrong is said, and what to do."""
    tool = VERKTOY[name]
    page, content = with_open_work(side, bygd_nettsted, tool)
    before = page.evaluate("(root) => vakt.lagre(root)", tool.rot)
    for what, bad in BAD.items():
        given = bad.replace("FORMAT", content["format"]) if isinstance(bad, str) else list(bad)
        said = page.evaluate("([f, n, c]) => vakt.apne(f, n, c)", [tool.felt, f"{what}.json", given])
        assert re.search("Åpne|Velg|Last inn", said), (what, said)
        assert re.search("Det du hadde.* står som", said), (what, said)
        assert page.evaluate("(root) => vakt.lagre(root)", tool.rot) == before, what
    nothing_has_happened(page, set(page.evaluate("vakt.sett()")["slag"]))


FIELDS = [(name, tool.felt) for name, tool in VERKTOY.items()] + [
    ("planverkstedet", "#pl-les-excel"),
    ("planverkstedet", "#pl-forrige"),
    ("nettverksverkstedet", "#nv-fil-personer"),
    ("nettverksverkstedet", "#nv-fil-svar"),
]
"""Every field of every tool that takes a file."""


def test_every_field_that_takes_a_file_is_known(bygd_nettsted: Path) -> None:
    """They are made by one function (frontend/felles/filer.ts), which has the limit; a new one must be put into FIELDS."""
    asked = set()
    for script in (ROOT / "frontend").rglob("*.ts"):
        text = script.read_text(encoding="utf-8") if "node_modules" not in script.parts else ""
        asked |= set(re.findall(r"\bfilvelger\('[^']*', '([\w-]+)'", text))
        made = script.relative_to(ROOT).as_posix()
        assert "type: 'file'" not in text or made == "frontend/felles/filer.ts", made
    assert {f"#{one}" for one in asked} == {field for _, field in FIELDS}


@pytest.mark.parametrize(("name", "field"), FIELDS)
def test_a_file_over_the_limit_is_refused_unread(side: Side, bygd_nettsted: Path, name: str, field: str) -> None:
    tool = VERKTOY[name]
    page, _ = with_open_work(side, bygd_nettsted, tool)
    before = page.evaluate("(root) => vakt.lagre(root)", tool.rot)
    said = page.evaluate("([f, s]) => vakt.apneStor(f, s)", [field, 10_000_001])
    assert "Fila er på 11 megabyte. Verktøyet tar filer på inntil 10 megabyte. Velg en mindre fil" in said
    assert re.search("Det du hadde.* står som", said), said
    assert page.evaluate("(root) => vakt.lagre(root)", tool.rot) == before
    nothing_has_happened(page, set(page.evaluate("vakt.sett()")["slag"]))


@pytest.mark.parametrize("name", VERKTOY)
def test_names_that_every_object_has_and_lists_without_end_are_left_out(
    side: Side, bygd_nettsted: Path, name: str
) -> None:
    tool = VERKTOY[name]
    page, content = with_open_work(side, bygd_nettsted, tool)
    opened(page, tool, json.dumps(poisoned(content)))
    assert json.loads(page.evaluate("(root) => vakt.lagre(root)", tool.rot)) == content
    lists = {key: "LANG" for key, value in content.items() if isinstance(value, list)}
    endless = json.dumps({"format": content["format"], "versjon": 1, **lists})
    said = page.evaluate(
        "([f, c]) => vakt.apne(f, 'lang.json', c.replace('\"LANG\"', `[${'0,'.repeat(1e6)}0]`))", [tool.felt, endless]
    )
    assert "ikke" in said, said
    nothing_has_happened(page, set(page.evaluate("vakt.sett()")["slag"]))


def poisoned(node: Any) -> Any:
    """The same with the names that every object of a script has, in every object."""
    if isinstance(node, list):
        return [poisoned(one) for one in node]
    if not isinstance(node, dict):
        return node
    more = {"__proto__": {"rammet": True}, "constructor": {"prototype": {"rammet": True}}, "prototype": {"rammet": 1}}
    return {key: poisoned(value) for key, value in node.items()} | more


def test_every_text_goes_through_excel_and_back(side: Side, bygd_nettsted: Path) -> None:
    published = {one.name.removesuffix(".schema.json") for one in (bygd_nettsted / "verktoy").glob("*.schema.json")}
    assert published == {one.skjema for one in VERKTOY.values() if one.skjema}, "a new tool must be put into VERKTOY"
    tool = VERKTOY["planverkstedet"]
    page = watched(side, tool.sti)
    schema = json.loads((bygd_nettsted / "verktoy" / "plan.schema.json").read_text(encoding="utf-8"))
    content = tool.lag(page, schema, lambda row: f"x{hostile(row)}x", len(TEXTS))
    opened(page, tool, json.dumps(content))
    page.click("#pl-steg-ut")
    page.evaluate("document.getElementById('pl-excel').click()")
    page.wait_for_function("() => vakt.filer.length > 0")
    sheet = page.evaluate("async () => [...new Uint8Array(await vakt.filer.at(-1).blob.arrayBuffer())]")
    page = side.ga(tool.sti)
    page.evaluate("([f, n, c]) => vakt.apne(f, n, c)", ["#pl-les-excel", "plan.xlsx", sheet])
    page.click("#pl-bruk-ark")
    assert json.loads(page.evaluate("(root) => vakt.lagre(root)", tool.rot)) == content
    nothing_has_happened(page, set(page.evaluate("vakt.sett()")["slag"]))
