"""The harness itself, on small sites made here: every fault it is there to catch must make it fail."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Playwright

from tests.felles import ROOT
from tests.harness import axe, disk
from tests.harness import nettleser as nettlesere
from tests.harness.server import tjener
from tests.harness.side import SMAL, apen_side

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:"


def page(body: str, policy: str = POLICY, head: str = "") -> str:
    return (
        '<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>Prøve</title>'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        f'<link rel="icon" href="data:,">{head}</head><body><main><h1>Prøve</h1>{body}</main></body></html>'
    )


SITE = {
    "index.html": page('<a href="under/index.html">Videre</a>', head='<link rel="stylesheet" href="stil.css">'),
    "under/index.html": page('<p id="svar">Tomt</p><script src="../skript.js"></script>'),
    "404.html": page("<p>Fant ikke sida.</p>"),
    "stil.css": "main { color: #222; background: #fff }",
    "skript.js": "svar.textContent = String(matchMedia('(prefers-color-scheme: dark)').matches)",
    "tom/data.json": "{}",
}


def write(mappe: Path, filer: dict[str, str]) -> Path:
    for navn, innhold in filer.items():
        fil = mappe / navn
        fil.parent.mkdir(parents=True, exist_ok=True)
        fil.write_text(innhold, encoding="utf-8")
    return mappe


@pytest.fixture
def mappe(tmp_path: Path) -> Path:
    return write(tmp_path / "side", SITE)


@pytest.fixture
def rot(mappe: Path) -> Iterator[str]:
    with tjener(mappe) as adresse:
        yield adresse


def fetch(adresse: str) -> tuple[int, Message, str]:
    try:
        with urllib.request.urlopen(adresse) as svar:
            return svar.status, svar.headers, svar.read().decode()
    except urllib.error.HTTPError as fault:
        with fault:
            return fault.code, fault.headers, fault.read().decode()


# --- the server


def test_the_server_says_what_each_file_is_and_lets_linkchecker_through(rot: str) -> None:
    status, headers, _ = fetch(rot + "skript.js")
    assert status == 200
    assert headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert headers["LinkChecker"] == "1"


def test_the_server_answers_with_the_sites_own_404_page(rot: str) -> None:
    status, headers, text = fetch(rot + "finnes/ikke/")
    assert (status, headers["Content-Type"]) == (404, "text/html; charset=utf-8")
    assert "Fant ikke sida" in text


def test_the_server_lists_no_folder(rot: str) -> None:
    assert fetch(rot + "tom/")[0] == 404


def test_the_server_leads_a_folder_without_slash_on(rot: str) -> None:
    with urllib.request.urlopen(rot + "under") as svar:
        assert svar.url == rot + "under/"


def test_below_a_path_only_that_path_is_there(mappe: Path) -> None:
    with tjener(mappe, under="/base/") as adresse:
        assert adresse.endswith("/base/")
        assert fetch(adresse)[0] == 200
        assert fetch(adresse + "under/")[0] == 200
        assert fetch(adresse.removesuffix("base/") + "stil.css")[0] == 404
        with urllib.request.urlopen(adresse + "under") as svar:
            assert svar.url == adresse + "under/"


def test_a_path_must_have_both_its_slashes(mappe: Path) -> None:
    with pytest.raises(ValueError, match="must start and end"), tjener(mappe, under="base"):
        pass


# --- the watched page


@pytest.mark.nettleser
def test_a_page_without_faults_passes(nettleser: Browser, rot: str) -> None:
    with apen_side(nettleser, rot) as side:
        assert side.ga("/under/").locator("#svar").inner_text() == "false"
        side.krev_tilgjengelig()


@pytest.mark.nettleser
def test_the_machine_can_ask_for_dark_and_narrow(nettleser: Browser, rot: str) -> None:
    with apen_side(nettleser, rot, flate=SMAL, farge="dark") as side:
        assert side.ga("/under/").locator("#svar").inner_text() == "true"
        assert side.page.evaluate("innerWidth") == 360


FAULTS = {
    "et bilde fra et annet sted": (
        page('<img alt="" src="http://localhost:9/a.png">', "img-src *"),
        r"forespørsel ut av nettstedet: GET http://localhost:9/a\.png",
    ),
    "en annen port på samme maskin": (
        page('<img alt="" src="http://127.0.0.1:9/a.png">', "img-src *"),
        r"forespørsel ut av nettstedet: GET http://127\.0\.0\.1:9/a\.png",
    ),
    "en websocket": (
        page("<script>new WebSocket('ws://127.0.0.1:9/')</script>", "script-src 'unsafe-inline'; connect-src *"),
        r"forespørsel ut av nettstedet: ws://127\.0\.0\.1:9/",
    ),
    "en feil i konsollen": (
        page("<script>console.error('dette gikk galt')</script>", "script-src 'unsafe-inline'"),
        r"feil i konsollen: dette gikk galt",
    ),
    "et skript i sida": (page("<script>document.title = 'nei'</script>"), r"brudd på innholdsreglene \(CSP\)"),
    "en stil i sida": (page('<p style="color: red">Hei</p>'), r"brudd på innholdsreglene \(CSP\)"),
    "et bilde reglene ikke tillater": (
        page('<img alt="" src="http://localhost:9/a.png">'),
        r"brudd på innholdsreglene \(CSP\)",
    ),
    "et skript som stopper": (
        page("<script>throw new Error('stopp her')</script>", "script-src 'unsafe-inline'"),
        r"skriptet stoppet: stopp her",
    ),
    "et løfte som brytes": (
        page("<script>Promise.reject(new Error('ingen tok meg'))</script>", "script-src 'unsafe-inline'"),
        r"skriptet stoppet: ingen tok meg",
    ),
    "ei fil som mangler": (page('<img alt="" src="borte.png">'), r"svar 404: http://127\.0\.0\.1:\d+/feil/borte\.png"),
}


@pytest.mark.nettleser
@pytest.mark.parametrize(("html", "message"), FAULTS.values(), ids=FAULTS.keys())
def test_every_fault_makes_the_page_fail(nettleser: Browser, rot: str, mappe: Path, html: str, message: str) -> None:
    write(mappe, {"feil/index.html": html})
    with pytest.raises(AssertionError, match=message), apen_side(nettleser, rot) as side:
        side.ga("/feil/")


@pytest.mark.nettleser
def test_a_fault_in_a_page_that_the_site_opens_is_seen_too(nettleser: Browser, rot: str, mappe: Path) -> None:
    write(mappe, {"apner/index.html": page('<a href="/feil/index.html" target="_blank">Ny</a>')})
    write(mappe, {"feil/index.html": FAULTS["en stil i sida"][0]})
    with pytest.raises(AssertionError, match="CSP"), apen_side(nettleser, rot) as side:
        side.ga("/apner/")
        with side.page.expect_popup() as popup:
            side.page.get_by_role("link").click()
        popup.value.wait_for_load_state()


@pytest.mark.nettleser
def test_a_page_that_is_meant_not_to_be_found_passes(nettleser: Browser, rot: str) -> None:
    with apen_side(nettleser, rot) as side:
        assert "Fant ikke sida" in side.ga("/borte/", status=404).inner_text("main")


@pytest.mark.nettleser
def test_a_page_that_is_not_found_fails(nettleser: Browser, rot: str) -> None:
    with pytest.raises(AssertionError, match="svarte 404, ikke 200"), apen_side(nettleser, rot) as side:
        side.ga("/borte/")


@pytest.mark.nettleser
def test_without_scripts_nothing_runs(nettleser: Browser, rot: str) -> None:
    with apen_side(nettleser, rot, skript=False) as side:
        assert side.ga("/under/").locator("#svar").inner_text() == "Tomt"


# --- axe


@pytest.mark.nettleser
def test_axe_finds_what_is_wrong_and_says_where_and_why(nettleser: Browser, rot: str, mappe: Path) -> None:
    write(mappe, {"feil/index.html": page('<img src="data:," id="bilde"><p>Hei</p>')})
    with apen_side(nettleser, rot) as side:
        side.ga("/feil/")
        with pytest.raises(AssertionError, match=r"axe fant 1 brudd på .*\nimage-alt \(critical\).*\n +#bilde\n +\w+"):
            side.krev_tilgjengelig()
        assert axe.brudd(side.page, utvalg="p") == []
        assert axe.brudd(side.page, unntatt=("image-alt",)) == []


@pytest.mark.nettleser
def test_axe_sees_too_little_contrast(nettleser: Browser, rot: str, mappe: Path) -> None:
    write(mappe, {"stil.css": "main { color: #aaa; background: #fff }"})
    with apen_side(nettleser, rot) as side:
        side.ga("/")
        assert any(one.startswith("color-contrast") for one in axe.brudd(side.page))


# --- from disk


@pytest.fixture
def rot_pa_disk(mappe: Path, tmp_path: Path) -> str:
    return disk.rotadresse(disk.pakk_ut(disk.pakk(mappe, tmp_path / "pakke.zip"), tmp_path))


@pytest.mark.nettleser
def test_the_unpacked_site_opens_from_a_folder_with_an_everyday_name(nettleser: Browser, rot_pa_disk: str) -> None:
    assert "%20" in rot_pa_disk
    assert "%C3%B8" in rot_pa_disk
    with apen_side(nettleser, rot_pa_disk, uten_nett=True) as side:
        assert side.ga("/under/").locator("#svar").inner_text() == "false"
        side.ga("/").get_by_role("link").click()
        assert side.page.locator("#svar").inner_text() == "false"


@pytest.mark.nettleser
def test_from_disk_a_missing_file_fails(nettleser: Browser, rot_pa_disk: str) -> None:
    with pytest.raises(Error, match="ERR_FILE_NOT_FOUND"), apen_side(nettleser, rot_pa_disk, uten_nett=True) as side:
        side.ga("/borte/")


@pytest.mark.nettleser
@pytest.mark.parametrize("address", ["/stil.css", "http://127.0.0.1:9/stil.css"])
def test_from_disk_nothing_outside_the_folder_may_be_asked_for(
    nettleser: Browser, mappe: Path, tmp_path: Path, address: str
) -> None:
    write(mappe, {"index.html": page("", "style-src *", head=f'<link rel="stylesheet" href="{address}">')})
    rot = disk.rotadresse(disk.pakk_ut(disk.pakk(mappe, tmp_path / "pakke.zip"), tmp_path))
    with pytest.raises(AssertionError, match="ut av nettstedet"), apen_side(nettleser, rot, uten_nett=True) as side:
        side.ga("/")


def test_a_site_address_becomes_that_of_its_file() -> None:
    assert disk.filadresse("file:///a/", "/") == "file:///a/index.html"
    assert disk.filadresse("file:///a/", "/eksempler/x/#komp-5") == "file:///a/eksempler/x/index.html#komp-5"
    assert disk.filadresse("file:///a/", "/assets/stil.css") == "file:///a/assets/stil.css"


# --- the browser


class Machine:
    """A stand-in for playwright on a machine where only these browsers start."""

    def __init__(self, *working: str) -> None:
        self.chromium = self
        self.executable_path = "/finnes/ikke/chrome"
        self.working = working

    def launch(self, executable_path: str, args: list[str]) -> Machine:
        if executable_path not in self.working:
            raise Error(f"spawn {executable_path} ENOENT")
        return self

    def close(self) -> None:
        pass


@pytest.fixture
def bare_machine(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in ("KB_NETTLESER", "PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(nettlesere, "ON_MAC", ())
    monkeypatch.setattr(nettlesere.shutil, "which", lambda name: None)
    return monkeypatch


def machine(*working: str) -> Playwright:
    return Machine(*working)  # type: ignore[return-value]


def test_a_browser_that_does_not_start_is_passed_over(bare_machine: pytest.MonkeyPatch) -> None:
    bare_machine.setattr(nettlesere.shutil, "which", lambda name: f"/usr/bin/{name}")
    assert nettlesere.finn(machine("/usr/bin/chromium")) == "/usr/bin/chromium"


def test_the_browser_that_is_asked_for_is_not_swapped_for_another(bare_machine: pytest.MonkeyPatch) -> None:
    bare_machine.setenv("KB_NETTLESER", "/min/egen")
    assert nettlesere.finn(machine("/min/egen")) == "/min/egen"
    with pytest.raises(nettlesere.IngenNettleser, match=r"satt til /min/egen, men den starter ikke"):
        nettlesere.finn(machine())


def test_a_machine_without_browser_and_net_is_told_what_to_install(bare_machine: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    bare_machine.setattr(nettlesere, "_runs", lambda command: tried.append(" ".join(command)))
    assert nettlesere.finn(machine()) is None
    with pytest.raises(nettlesere.IngenNettleser, match=r"(?s)installer Chrome.*KB_NETTLESER"):
        nettlesere.installer(machine())
    assert re.search(r"-m playwright install chromium$", tried[-1])


def test_root_on_debian_installs_debians_chromium_first(bare_machine: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    here = {"apt-get": "/usr/bin/apt-get"}
    bare_machine.setattr(nettlesere.shutil, "which", here.get)
    bare_machine.setattr(nettlesere.os, "geteuid", lambda: 0, raising=False)

    def runs(command: list[str]) -> bool:
        tried.append(" ".join(command))
        here["chromium"] = "/usr/bin/chromium"
        return True

    bare_machine.setattr(nettlesere, "_runs", runs)
    assert nettlesere.installer(machine("/usr/bin/chromium")) == "/usr/bin/chromium"
    assert tried == ["apt-get update", "apt-get install --yes --no-install-recommends chromium"]


def test_what_a_test_waits_for_is_a_function():
    """The policy of the pages lets no text be run as a script; as text it only works where it is true at once."""
    waits = [
        given
        for path in (ROOT / "tests").rglob("*.py")
        for given in re.findall(r"""wait_for_function\(\s*f?["']([^"']*)""", path.read_text(encoding="utf-8"))
    ]
    assert len(waits) > 5
    assert [given for given in waits if "=>" not in given] == []
