"""The commands as they are typed: exit codes and what is printed."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import kb
from macros import cli
from macros.build import Bygg
from macros.cli import bygging, proving, sted, visning
from macros.cli.utskrift import disk_fault
from macros.model import Funn
from macros.serve.live import Hendelser
from tests.build.prosjekt import bytes_of, make_site_project, replace
from tests.felles import make_project

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A whole small project, which the commands take for the real one."""
    root = make_site_project(tmp_path)
    monkeypatch.setattr(sted, "ROT", root)
    monkeypatch.setattr(sted, "SITE", root / "site")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    return root


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*args: object) -> tuple[int, str, str]:
        code = cli.main([str(a) for a in args])
        return code, *capsys.readouterr()

    return command


FOUND = "Kilden «diktlova» finnes ikke. Mente du «diktlov»?"
TIP = "Alle makroer med forklaring står i docs/bidra/makroer.md."


@pytest.fixture
def broken(project: Path) -> Path:
    replace(project / "docs" / "om" / "index.md", "Mangler:", 'Mangler {{ kilde("diktlova", side=1) }}:')
    return project


def test_sjekk_of_what_is_right(project: Path, run: Run) -> None:
    assert run("sjekk") == (0, "Alt er i orden: ingen ting å rette.\n", "")


@pytest.mark.parametrize("form", ["github", "markdown"])
def test_for_machines_nothing_is_said_of_nothing(project: Path, run: Run, form: str) -> None:
    assert run("sjekk", "--format", form) == (0, "", "")


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("tekst", "docs/om/index.md:{line}: [SID-004] kilde: {found}\n    Tips: {tip}\n1 ting å rette.\n"),
        ("github", "::error file=docs/om/index.md,line={line},title=SID-004::kilde: {found}%0ATips: {tip}\n"),
        ("markdown", "- `docs/om/index.md` linje {line} **SID-004** kilde: {found} {tip}\n"),
    ],
)
def test_sjekk_of_what_is_wrong(broken: Path, run: Run, form: str, expected: str) -> None:
    lines = (broken / "docs" / "om" / "index.md").read_text(encoding="utf-8").splitlines()
    line = next(i for i, text in enumerate(lines, 1) if "diktlova" in text)
    assert run("sjekk", "--format", form) == (1, expected.format(line=line, found=FOUND, tip=TIP), "")


def test_bygg_of_what_is_right(project: Path, run: Run) -> None:
    code, out, err = run("bygg", "--ut", project / "et sted" / "nytt")
    assert (code, err) == (0, "")
    assert re.fullmatch(
        r"Alt er i orden: ingen ting å rette\.\n"
        r"Bygd: sjekk \d+,\d s, MkDocs \d+,\d s, finish \d+,\d s\.\n"
        rf"Nettstedet ligger i {re.escape(str(project / 'et sted' / 'nytt'))}\n",
        out,
    )
    assert (project / "et sted" / "nytt" / "index.html").is_file()
    assert run("bygg", "--ut", project / "et sted" / "nytt")[0] == 0, "a built site may be built anew"


def test_bygg_of_what_is_wrong(broken: Path, run: Run) -> None:
    code, out, _ = run("bygg")
    assert code == 1
    assert FOUND in out
    assert out.endswith("1 ting å rette.\nDet gamle nettstedet står urørt.\n")
    assert not (broken / "site").exists()


def test_bygg_says_what_is_left_out(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    bygg = Bygg(tider={"sjekk": 0.25}, utelatt=("Uten postkasse: det står ingen e-postadresse for bidrag.",))
    monkeypatch.setattr(bygging, "build_site", lambda rot, out, hold=False: bygg)
    assert "Merk: Uten postkasse: det står ingen e-postadresse for bidrag.\nBygd: sjekk 0,2 s.\n" in run("bygg")[1]


@pytest.mark.parametrize("name", ["mappe", "fil.txt"])
def test_bygg_does_not_replace_what_is_no_site(project: Path, run: Run, name: str) -> None:
    folder = project / "mappe"
    folder.mkdir()
    (folder / "brev.txt").write_text("kjære", encoding="utf-8")
    (project / "fil.txt").write_text("kjære", encoding="utf-8")
    code, out, err = run("bygg", "--ut", project / name)
    assert (code, out) == (2, "")
    assert err == f"I {project / name} ligger det noe annet enn et bygd nettsted. Velg en tom eller ny mappe.\n"
    assert bytes_of(folder) == {"brev.txt": "kjære".encode()}


def test_bygg_where_the_disk_fails(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(rot: Path, out: Path) -> Bygg:
        raise OSError(28, "No space left on device", str(out))

    monkeypatch.setattr(bygging, "build_site", full)
    code, _, err = run("bygg")
    assert code == 1
    assert err == ("Det gikk ikke: disken er full, eller kvoten din er brukt opp. Frigjør plass, og prøv igjen.\n")


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (PermissionError(13, "Permission denied", "x"), "mappa eller fila kan ikke leses eller skrives (x). Legg"),
        (FileNotFoundError(2, "No such file", "x"), "noe som trengs, finnes ikke (x). Er det slettet"),
        (OSError(5, "Input/output error", "x"), "Input/output error (x). Se om disken"),
        (OSError(None, "portene er opptatt"), "portene er opptatt."),
    ],
)
def test_a_fault_of_the_disk_is_told_in_plain_words(error: OSError, expected: str) -> None:
    assert disk_fault(error).startswith(f"Det gikk ikke: {expected}")


@pytest.mark.parametrize(
    "args", [[], ["bygge"], ["sjekk", "--format", "html"], ["vis", "--port", "åtti"], ["sjekk", "x"]]
)
def test_wrong_use(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(args)
    assert stopped.value.code == 2
    said = capsys.readouterr().err
    assert "Slik skrives det:\n  kb.py" in said
    assert not re.search("usage|error|argument|invalid|required", said)


def test_help_is_in_bokmal(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["sjekk", "--help"])
    said = capsys.readouterr().out
    assert said.startswith("Slik skrives det: kb.py sjekk")
    assert not re.search("usage|options|show this", said)


def test_the_launcher_knows_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    known = set(re.findall(r"^    ([a-z-]+)(?:  |$)", capsys.readouterr().out, re.M))
    assert known == set(kb.COMMANDS) - {"laas", "hjelp"}, "the launcher has these two itself"


def test_a_language_check_of_no_pages_is_no_praise(project: Path, run: Run) -> None:
    code, _, said = run("sprak", "finnes-ikke")
    assert (code, said.partition(".")[0]) == (2, "Ingen sider i docs/ begynner med «finnes-ikke»")


def test_an_unknown_part_of_the_tests(run: Run) -> None:
    parts = ", ".join(proving.test_parts())
    assert run("test", "enhett") == (2, "", f"Delen «enhett» finnes ikke. Delene er {parts}.\n")


# vis, without a browser


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    out: list[tuple[str, str]] = []
    monkeypatch.setattr(Hendelser, "tell", lambda self, navn, tekst="": out.append((navn, tekst)))
    return out


def test_a_save_is_built_and_the_page_told(
    told: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bygging, "build_site", lambda rot, out, hold=False: Bygg(tider={"sjekk": 0.1}))
    visning.rebuild({"docs"}, Hendelser())
    assert told == [("nytt", "")]
    assert re.search(r"^Oppdatert på \d+,\d s\.$", capsys.readouterr().out, re.M)


def test_a_save_with_a_fault_shows_the_finding(
    told: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    funn = Funn(fil="docs/a.md", linje=3, kode="SID-002", melding="Makroen «x» finnes ikke.")
    monkeypatch.setattr(bygging, "build_site", lambda rot, out, hold=False: Bygg(funn=(funn,)))
    visning.rebuild({"data"}, Hendelser())
    assert told == [("funn", "docs/a.md:3: [SID-002] Makroen «x» finnes ikke.")]
    assert "Det gamle nettstedet står urørt." in capsys.readouterr().out


@pytest.mark.parametrize("folders", [{"macros"}, {"frontend"}, {"macros", "frontend"}, {"macros", "data"}])
def test_changed_code_asks_for_a_new_start(
    folders: set[str], told: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bygging, "build_site", lambda rot, out, hold=False: pytest.fail("the old code builds nothing"))
    visning.rebuild(folders, Hendelser())
    assert [name for name, _ in told] == ["funn"]
    assert told[0][1].startswith("Koden er endret.")
    assert capsys.readouterr().out.startswith("Koden er endret.")


def test_a_build_that_crashes_is_told_of_and_the_server_goes_on(
    told: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A half-saved template must not take the whole of `vis` down."""
    monkeypatch.setattr(
        bygging, "build_site", lambda rot, out, hold=False: (_ for _ in ()).throw(RuntimeError("halv mal"))
    )
    visning.rebuild({"docs"}, Hendelser())
    assert told == [("funn", capsys.readouterr().err.strip())]
    assert "halv mal" in told[0][1] and "Det gamle nettstedet står" in told[0][1]


def test_a_taken_port_gives_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []

    def make(site: Path, port: int, events: Hendelser) -> str:
        tried.append(port)
        if port < 8002:
            raise OSError("opptatt")
        return "tjener"

    monkeypatch.setattr(visning, "make_server", make)
    assert visning.serve_on_free_port(8000, Hendelser()) == "tjener"
    assert tried == [8000, 8001, 8002]


def test_no_port_at_all_is_told(monkeypatch: pytest.MonkeyPatch, run: Run, tmp_path: Path) -> None:
    def make(site: Path, port: int, events: Hendelser) -> None:
        raise OSError("opptatt")

    monkeypatch.setattr(visning, "make_server", make)
    monkeypatch.setattr(bygging, "build_site", lambda rot, out, hold=False: Bygg())
    code, _, err = run("vis", "--port", 9000)
    assert code == 1
    assert "portene 9000–9019 er opptatt" in err


def test_the_records_alone_are_no_project(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Examples without pages are found, not passed over."""
    monkeypatch.setattr(sted, "ROT", make_project(tmp_path))
    code, out, _ = run("sjekk")
    assert code == 1
    assert out.count("[SID-008]") == 2
    assert out.endswith("2 ting å rette.\n")


def test_names_become_hashes(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    path = project / "data" / "navnehasher.yml"
    before = path.read_text(encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO("Mia Prikkesen\nMia Prikkesen\nMia\n\nikke lest\n"))
    code, out, err = run("navnehash")
    after = path.read_text(encoding="utf-8")
    assert (code, err) == (1, "Skriv både fornavn og etternavn.\n")
    assert "Lagt til: 2 måter" in out
    assert "Mia" not in after
    assert set(before.splitlines()) < set(after.splitlines())
    page = project / "docs" / "index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nMia Prikkesen.\n", encoding="utf-8")
    assert "[PER-004] «Mia Prikkesen»" in run("sjekk")[1]


def test_a_file_is_named_from_where_the_writer_stands(
    run: Run, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "bidrag.json").write_text("ikke et bidrag", encoding="utf-8")
    monkeypatch.chdir(project)
    monkeypatch.setenv("KB_HER", str(tmp_path))
    _, answer, _ = run("bidrag", "bidrag.json")
    assert "Takk" in answer
    monkeypatch.setenv("KB_HER", str(project))
    code, _, advice = run("bidrag", "bidrag.json")
    assert code == 2 and "finnes ikke" in advice


def test_advice_starts_a_command_as_the_launcher_says_it():
    assert sted.START == kb.START
