"""From a recorded issue to checked files: what is right lands in its place, what is missing is answered, nothing gets loose."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.build import validate
from macros.loading import Raadata, read_data
from macros.loading.yamlfile import LOADER
from macros.mottak import Mottatt, from_event, from_file, harmless, receive, write
from macros.scaffold import yamltekst
from macros.scaffold.innsendt import SLAG, fields, read_body
from macros.scaffold.issueskjema import issue_forms
from macros.scaffold.poster import Sak, amount, files_read, plain, proposal
from tests.build.prosjekt import PAGES
from tests.felles import FIXTURES, ROOT, make_project
from tests.skadelig import CONTROL, UNSEEN
from tests.skadelig import HARMFUL as SKADELIG

SAKER = FIXTURES / "saker"


@pytest.fixture
def prosjekt(tmp_path: Path) -> Path:
    root = make_project(tmp_path)
    shutil.copytree(PAGES, root / "docs")
    return root


def received(name: str, rot: Path) -> Mottatt:
    return receive(*from_event(SAKER / f"{name}.json"), rot)


def taken_in(name: str, rot: Path) -> Mottatt:
    """The contribution with its files put into the project, which must be without findings afterwards."""
    mottatt = received(name, rot)
    assert mottatt.ok, mottatt.svar
    for path, text in mottatt.filer.items():
        (rot / path).write_text(text, encoding="utf-8")
    assert validate(rot).funn == ()
    return mottatt


def record(rot: Path, path: str) -> Any:
    return yaml.safe_load((rot / "data" / path).read_text(encoding="utf-8"))


def test_a_lesson_lands_in_the_example_of_its_municipality_and_nothing_else_changes(prosjekt: Path) -> None:
    before = record(prosjekt, "eksempler/prikkeby.yml")
    comments = (prosjekt / "data/eksempler/prikkeby.yml").read_text(encoding="utf-8").count("#")
    taken_in("laerdom-kjent", prosjekt)
    after = record(prosjekt, "eksempler/prikkeby.yml")
    lesson = after["erfaringer"].pop()
    assert lesson["tekst"] == "Vi lot byttekontoret ringe alle før de flyttet. Da ble det færre bytter tilbake."
    assert after["virket_ikke"].pop()["tekst"] == "Brev: ingen åpnet dem."
    assert after["okonomi"].pop()["belop"]["kroner"] == 12500
    assert after["bidragsytere"].pop()["rolle"] == "byttekontoret"
    assert after["kilder"] == ["prikkeby-rapport", "innsendt-11"]
    assert without_sources(after) == without_sources(before)
    assert (prosjekt / "data/eksempler/prikkeby.yml").read_text(encoding="utf-8").count("#") == comments
    criticism = record(prosjekt, "kilder/innsendt-11.yml")["kildekritikk"][0]["tekst"]
    assert criticism == "Kommunen viser til: Årsrapporten 2013, side 4. Redaksjonen har ikke lest det."


def without_sources(node: Any) -> Any:
    """The record without what the second source made it necessary to write."""
    if isinstance(node, dict):
        return {k: without_sources(v) for k, v in node.items() if k not in ("kilde", "kilder")}
    return [without_sources(v) for v in node] if isinstance(node, list) else node


def test_what_is_unknown_stays_unknown(prosjekt: Path) -> None:
    mottatt = taken_in("laerdom-ukjent", prosjekt)
    assert mottatt.eksempel == "strekvoll"
    after = record(prosjekt, "eksempler/strekvoll.yml")
    assert "virket_ikke" not in after
    assert "okonomi" not in after
    assert after["erfaringer"][-1]["slags"] == "vurdert"


def test_a_status_takes_the_place_of_the_old_one(prosjekt: Path) -> None:
    taken_in("status", prosjekt)
    assert record(prosjekt, "eksempler/prikkeby.yml")["status_i_dag"] == {
        "svar": "avsluttet",
        "tekst": "Byttet ble lagt ned da disken ble solgt.",
        "sjekket": "2026-11-20",
        "kilde": "innsendt-13",
        "sted": [{"overskrift": "Hva er blitt av det?"}],
    }


def test_a_whole_example_becomes_source_record_and_page(prosjekt: Path) -> None:
    mottatt = taken_in("eksempel", prosjekt)
    id = mottatt.eksempel
    assert sorted(mottatt.filer) == sorted(
        [f"data/eksempler/{id}.yml", "data/kilder/innsendt-14.yml", f"docs/eksempler/{id}.md"]
    )
    e = record(prosjekt, f"eksempler/{id}.yml")
    assert [t["tekst"] for t in e["tiltak"]] == ["Vi kjøpte ti linjaler.", "Vi lånte dem ut."]
    assert e["periode"] == {"fra": 2019, "til": 2021}
    assert e["temaer"] == ["bytte", "hus"]
    assert "mangler" not in e


def test_lists_as_people_write_them_become_claims_without_their_marks() -> None:
    """Numbers and bullets go, «1. juli» stays, and each thing that failed is a claim of its own."""
    body, _ = from_event(SAKER / "eksempel.json")
    written = {
        "Hva gjorde dere?": "1. Vi ringte\n2) Vi skrev",
        "Hva lærte dere av det?": "• Ring først\n1. juli var for sent",
        "Hva virket ikke?": "– Brevene\n– Felles postboks",
    }
    parts = body.replace("\r", "").split("### ")
    parts = [f"{title}\n\n{written.get(title, said)}\n\n" for title, _, said in (p.partition("\n") for p in parts[1:])]
    answers = read_body("".join(f"### {part}" for part in parts), read_data(ROOT)).svar
    assert answers["tiltak"] == ["Vi ringte", "Vi skrev"]
    assert answers["erfaringer"] == ["Ring først", "1. juli var for sent"]
    assert answers["virket_ikke"] == ["Brevene", "Felles postboks"]


def test_a_new_municipality_gets_an_example_of_its_own() -> None:
    raw = read_data(ROOT)
    body, sak = from_event(SAKER / "laerdom-ukjent.json")
    innsendt = read_body(body.replace("strekvoll", "Utsira").replace("Hus", "Samordning"), raw)
    made = proposal(innsendt, sak, raw, {}).filer
    e = yaml.safe_load(made["data/eksempler/utsira.yml"])
    assert [m["delen"] for m in e["mangler"]] == ["virket_ikke", "okonomi"]
    assert e["status_i_dag"]["svar"] == "ukjent"
    assert "# Lærdom fra Utsira\n" in made["docs/eksempler/utsira.md"]


def test_what_is_missing_is_answered_question_by_question(prosjekt: Path) -> None:
    mottatt = received("mangelfull", prosjekt)
    assert not mottatt.ok
    assert mottatt.svar == (SAKER / "mangelfull.svar.md").read_text(encoding="utf-8").rstrip("\n")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("persondata", "**Hva har dere lært?**"),
        ("uten-skjema", "Vi kjenner ikke igjen skjemaet."),
        ("to-overskrifter", "står to ganger eller på feil plass"),
    ],
)
def test_what_cannot_be_taken_in_is_answered(prosjekt: Path, name: str, told: str) -> None:
    mottatt = received(name, prosjekt)
    assert mottatt.filer == {}
    assert told in mottatt.svar


def test_the_same_issue_is_not_taken_in_twice(prosjekt: Path) -> None:
    taken_in("laerdom-kjent", prosjekt)
    assert "er tatt inn før" in received("laerdom-kjent", prosjekt).svar


HOSTILE = [
    '"\nid: annet\nkilder: [x]\n#',
    "' }, {id: nei",
    "&a !!python/object/apply:os.system [id]",
    "${{ github.token }} $(id) `id` %0A::set-output name=x::y",
    "{{ config }} {% raw %} {# nei #}",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "[x](javascript:alert(1)) ![x](https://nei.example/x.png)",
    "../../../.github/workflows/nei.yml",
    "---\n- a\n...\n%YAML 1.2",
    "# Overskrift\n## To\n\n!!! note",
    "@alle @org/team #1 \u202e\u200b\x00\x1b[31m",
    "| a | b |\n\n    kode\n\n***",
]
_ALL = [text for text in (*SKADELIG, *UNSEEN, *CONTROL) if len(text) < 1000]
TOGETHER = [" ".join(_ALL[i::12]) for i in range(12)]
"""The list that all the tests have, some at a time: each stands within a text here anyway."""


@pytest.fixture(scope="module")
def lest(tmp_path_factory: pytest.TempPathFactory) -> tuple[Raadata, dict[str, str]]:
    """The small project, read once: its raw data, and the texts of the files that may be added to."""
    root = make_project(tmp_path_factory.mktemp("lest"))
    shutil.copytree(PAGES, root / "docs")
    raw = read_data(root)
    return raw, {name: (root / name).read_text(encoding="utf-8") for name in files_read(raw)}


@pytest.mark.parametrize("hostile", [*HOSTILE, *TOGETHER])
@pytest.mark.parametrize("name", ["laerdom-kjent", "eksempel"])
def test_hostile_text_stays_a_value_or_is_refused(
    lest: tuple[Raadata, dict[str, str]], hostile: str, name: str
) -> None:
    """In every field of text in turn: the files stay where they belong, and the keys of the records are the same."""
    raw, read = lest
    body, sak = from_event(SAKER / f"{name}.json")
    clean = proposal(read_body(body, raw), sak, raw, read).filer
    expected = {path: shape(yaml.load(text, Loader=LOADER)) for path, text in clean.items() if path.endswith(".yml")}
    headings = re.findall(r"### .+\r\n\r\n", body)
    sent = [read_body(body.replace(start, f"{start}Vanlig tekst først. {hostile}"), raw) for start in headings]
    accepted = [innsendt for innsendt in sent if not innsendt.mangler]
    assert accepted, "hostile text that no field takes in tries nothing"
    for innsendt in accepted:
        for path, text in proposal(innsendt, sak, raw, read).filer.items():
            assert re.fullmatch(r"(data/(eksempler|kilder)|docs/eksempler)/[a-z0-9-]+\.(yml|md)", path)
            if path in expected:
                assert shape(yaml.load(text, Loader=LOADER)) == expected[path], innsendt.svar
            elif path.endswith(".md"):
                calls = re.findall(r"\{[{%#].*", text)
                assert all(re.fullmatch(r'\{\{ eksempel\("[a-z0-9-]+", "[a-z_]+"\) \}\}', c) for c in calls)
                assert not re.search(r"[<>`\\\[|]", text.split("---", 2)[2])


@pytest.mark.parametrize("hostile", HOSTILE[3:7])
def test_an_answer_to_hostile_text_shows_it_harmless(prosjekt: Path, hostile: str) -> None:
    body, sak = from_event(SAKER / "laerdom-kjent.json")
    mottatt = receive(
        re.sub(r"(?<=\r\n\r\n)(Vi lot|Brev|Årsr|Prikk|Bytte)", lambda m: hostile + m.group(), body), sak, prosjekt
    )
    assert "<script" not in mottatt.svar + mottatt.tekst
    assert not re.search(r"(?<!\w)@\w|(?<!\\)\]\(", mottatt.svar + mottatt.tekst)


def shape(node: Any) -> Any:
    """The keys of a record, whatever its values and however many there are of the same."""
    if isinstance(node, dict):
        return {
            k: shape(v)
            for k, v in node.items()
            if k not in ("bakgrunn", "resultater", "brukermedvirkning", "rolle", "id")
        }
    return [shape(node[0])] if isinstance(node, list) and node else None


@pytest.mark.parametrize(
    "text", [*HOSTILE, *_ALL, "", "null", "0301", "2026-11-22", "ja: nei", "- a", "\u2028x", "æøå «»", "\\n"]
)
def test_a_scalar_reads_back_as_it_was(text: str) -> None:
    kept = "".join(c for c in text if c.isprintable() or c == "\n")
    assert yaml.safe_load(yamltekst.scalar(kept)) == kept.replace("\u2028", " ")


def test_a_title_for_a_page_is_letters_and_the_commonest_signs() -> None:
    assert plain("--- {{ x }} <b>Hei</b>\n# [æ](http://x)") == "x b Hei /b æ (http x)"


def test_an_answer_calls_upon_nobody_and_links_nowhere() -> None:
    assert (
        harmless("@alle [x](https://nei.no) <b> `kode`") == "(krøllalfa)alle \\[x\\](https:// nei.no) &lt;b> \\`kode\\`"
    )


def test_a_saved_form_is_read_like_an_issue(prosjekt: Path, tmp_path: Path) -> None:
    body, _ = from_event(SAKER / "laerdom-kjent.json")
    (tmp_path / "Lærdom fra Prikkeby.txt").write_text("\ufeff" + body, encoding="utf-8")
    text, sak = from_file(tmp_path / "Lærdom fra Prikkeby.txt", "2026-11-22")
    assert sak == Sak(id="laerdom-fra-prikkeby-2026-11-22", navn="sendt inn 2026-11-22", dato="2026-11-22")
    assert receive(text, sak, prosjekt).ok


def test_the_result_for_the_workflow_is_files_and_texts(prosjekt: Path, tmp_path: Path) -> None:
    write(received("laerdom-ukjent", prosjekt), tmp_path / "ut")
    made = sorted(p.relative_to(tmp_path / "ut").as_posix() for p in (tmp_path / "ut").rglob("*") if p.is_file())
    assert made == [
        "filer/data/eksempler/strekvoll.yml",
        "filer/data/kilder/innsendt-12.yml",
        "forslag.md",
        "resultat.json",
        "svar.md",
    ]
    assert json.loads((tmp_path / "ut/resultat.json").read_text(encoding="utf-8"))["ok"] is True


def test_an_event_without_an_issue_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('{"issue": {"number": "1; rm -rf"}}', encoding="utf-8")
    with pytest.raises(ValueError, match="hendelse fra GitHub"):
        from_event(tmp_path / "x.json")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"x" * 2_000_001, "mer enn 2 megabyte.*Velg fila som ble lagret fra skjemaet"),
        (b"\x89PNG\r\n\x1a\n", "tekst i UTF-8"),
        ("### Hvilken kommune?\n\nMålselv".encode("utf-16"), "tekst i UTF-8"),
    ],
)
def test_a_file_that_is_no_form_is_refused_with_what_to_do(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "x.txt").write_bytes(content)
    with pytest.raises(ValueError, match=message):
        from_file(tmp_path / "x.txt", "2026-11-22")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no endless file on this machine")
def test_no_more_of_a_file_is_read_than_a_form_can_hold(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="mer enn 2 megabyte"):
        from_file(Path("/dev/zero"), "2026-11-22")
    (tmp_path / "dyp.json").write_text("[" * 100_000 + "]" * 100_000, encoding="utf-8")
    with pytest.raises(ValueError, match="hendelse fra GitHub"):
        from_event(tmp_path / "dyp.json")


def test_the_issue_forms_are_those_the_schema_makes() -> None:
    """After a change of the schema: python3 kb.py issueskjema."""
    for name, text in issue_forms(read_data(ROOT)).items():
        assert (ROOT / name).read_text(encoding="utf-8") == text, name


@pytest.mark.parametrize("slag", SLAG)
def test_an_issue_form_asks_every_question_of_the_schema(slag: str) -> None:
    raw = read_data(ROOT)
    form = yaml.safe_load(issue_forms(raw)[f".github/ISSUE_TEMPLATE/{slag}.yml"])
    asked = {part["id"]: part["attributes"]["label"] for part in form["body"] if "id" in part}
    assert asked == {name: f["title"] for name, f in fields(slag, raw).items()}
    for part in form["body"]:
        options = part["attributes"].get("options", [])
        names = [o for o in options if isinstance(o, str)]
        assert len(set(names)) == len(names)
        assert not any("," in o for o in names), "GitHub setter komma mellom svarene"


def test_each_kind_is_known_by_its_own_questions() -> None:
    raw = read_data(ROOT)
    for slag in SLAG:
        text = "\n\n".join(f"### {f['title']}\n\nx" for f in fields(slag, raw).values())
        assert read_body(text, raw).slag == slag


@pytest.mark.parametrize(
    ("svar", "belop"),
    [
        ("ca. 40 tusen kroner", {"kroner": 40_000, "per": "totalt"}),
        ("Om lag 1,5 millioner kroner per år", {"kroner": 1_500_000, "per": "ar"}),
        ("kr 15.000 i alt", {"kroner": 15_000, "per": "totalt"}),
        ("Ingenting ekstra", {"mangler": "kilden_tier"}),
        ("bare 2 timer i uka", {"mangler": "kilden_tier"}),
    ],
)
def test_a_cost_may_be_written_as_people_write_it(svar: str, belop: dict[str, Any]) -> None:
    pattern = read_data(ROOT).skjema["bidrag.schema.json"]["$defs"]["kostnad"]["pattern"]
    assert re.match(pattern, svar)
    assert {**amount(svar), **belop} == amount(svar)


def test_a_number_of_something_else_is_no_cost() -> None:
    pattern = read_data(ROOT).skjema["bidrag.schema.json"]["$defs"]["kostnad"]["pattern"]
    assert not any(re.match(pattern, text) for text in ("3 stillinger", "mye", "10-15 000 kr", "2022, 400 000 kr"))


def lesson(kommune: str) -> Any:
    """The answers of a lesson from a municipality, held to the municipalities there are."""
    text = json.loads((SAKER / "laerdom-kjent.json").read_text(encoding="utf-8"))["issue"]["body"]
    return read_body(re.sub(r"(### Hvilken kommune\?\s+)[^\r\n]*", rf"\g<1>{kommune}", text, count=1), read_data(ROOT))


def test_a_municipality_with_two_names_is_known_by_either() -> None:
    names = [str(k["navn"]) for _, _, k in read_data(ROOT).av_slag("kommune") if " - " in str(k["navn"])][:1]
    for name in (*names, *names[0].split(" - ")):
        assert "kommune" in lesson(name).svar, name


def test_two_municipalities_in_one_answer_are_told_to_be_one() -> None:
    assert any("Skriv én kommune, med navnet den har i dag." in told for told in lesson("Lier og Drammen").mangler)
