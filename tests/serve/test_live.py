"""`vis`: a saved file is noticed once, open pages are told, and only pages get the script."""

from __future__ import annotations

import contextlib
import http.client
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.serve import live
from macros.serve.live import Hendelser, make_server, watch
from tests.harness.side import apen_side

TAG = b'<script src="/__vis/vis.js"></script></body>'


class Steps(threading.Event):
    """A stop signal that does one thing at each look, and stops when there is no more to do: no waiting, no threads."""

    def __init__(self, *steps: Callable[[], object]) -> None:
        super().__init__()
        self._steps = list(steps)

    def wait(self, timeout: float | None = None) -> bool:
        if not self._steps:
            return True
        self._steps.pop(0)()
        return False


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in (
        "data/kilder/a.yml",
        "docs/index.md",
        "macros/mottak.py",
        "macros/rendering/maler/x.j2",
        "mkdocs.yml",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    (tmp_path / "frontend" / "node_modules" / "y").mkdir(parents=True)
    (tmp_path / "docs" / "assets" / "bygd").mkdir(parents=True)
    return tmp_path


def watched(project: Path, *steps: Callable[[], object]) -> list[set[str]]:
    told: list[set[str]] = []
    watch(project, told.append, Steps(*steps, lambda: None))
    return told


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("data/kilder/a.yml", "data"),
        ("data/kilder/ny.yml", "data"),
        ("docs/index.md", "docs"),
        ("docs/assets/css/base.css", "docs"),
        ("mkdocs.yml", "mkdocs.yml"),
        ("macros/mottak.py", "macros"),
        ("macros/rendering/maler/x.j2", "macros/rendering/maler"),
        ("frontend/start/start.ts", "frontend"),
    ],
)
def test_a_saved_file_is_told_of_once_with_its_folder(project: Path, name: str, folder: str) -> None:
    def save() -> None:
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text("noe annet", encoding="utf-8")

    assert watched(project, lambda: None, save) == [{folder}]


def test_so_is_one_that_is_deleted(project: Path) -> None:
    assert watched(project, (project / "docs" / "index.md").unlink) == [{"docs"}]


def test_two_at_once_are_one_build(project: Path) -> None:
    def save() -> None:
        (project / "docs" / "index.md").write_text("noe annet", encoding="utf-8")
        (project / "data" / "kilder" / "a.yml").write_text("noe annet", encoding="utf-8")

    assert watched(project, save) == [{"data", "docs"}]


@pytest.mark.parametrize(
    "name",
    [
        "site/index.html",
        "docs/assets/bygd/side.js",
        "frontend/node_modules/y/z.js",
        "docs/.index.md.swp",
        "docs/~las.md",
        "macros/__pycache__/x.pyc",
        "README.md",
    ],
)
def test_what_nobody_wrote_is_not_told_of(project: Path, name: str) -> None:
    def save() -> None:
        (project / name).parent.mkdir(exist_ok=True)
        (project / name).write_text("noe annet", encoding="utf-8")

    assert watched(project, save) == []


def test_what_is_saved_during_a_build_is_built_next(project: Path) -> None:
    told: list[set[str]] = []

    def build(folders: set[str]) -> None:
        told.append(folders)
        if len(told) == 1:
            (project / "docs" / "index.md").write_text("under byggingen", encoding="utf-8")

    save = (project / "data" / "kilder" / "a.yml").write_text
    watch(project, build, Steps(lambda: save("noe annet"), lambda: None, lambda: None))
    assert told == [{"data"}, {"docs"}]


# The server


@contextlib.contextmanager
def served(site: Path, events: Hendelser) -> Iterator[http.client.HTTPConnection]:
    with make_server(site, 0, events) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
        try:
            yield connection
        finally:
            connection.close()
            server.shutdown()


def got(connection: http.client.HTTPConnection, path: str) -> tuple[int, bytes]:
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer.status, answer.read()


def test_pages_get_the_script_and_other_files_their_own_bytes(tmp_path: Path) -> None:
    (tmp_path / "lov").mkdir()
    (tmp_path / "lov" / "index.html").write_bytes(b"<body>lov</body>")
    (tmp_path / "x.js").write_bytes(b"'</body>'\r\n")
    with served(tmp_path, Hendelser()) as connection:
        assert got(connection, "/lov/") == (200, b"<body>lov" + TAG)
        assert got(connection, "/lov/index.html?x=1") == (200, b"<body>lov" + TAG)
        assert got(connection, "/x.js") == (200, b"'</body>'\r\n")
        assert got(connection, "/borte/")[0] == 404
        assert b"EventSource" in got(connection, "/__vis/vis.js")[1]
    assert (tmp_path / "lov" / "index.html").read_bytes() == b"<body>lov</body>", "the finished site is left as it is"


@pytest.mark.parametrize(
    ("event", "text", "expected"),
    [
        ("nytt", "", b'event: nytt\ndata: ""\n\n'),
        ("funn", "docs/a.md:1: [SID-001]\n    Tips: æ", b'event: funn\ndata: "docs/a.md:1: [SID-001]\\n    Tips: \\u00e6"\n\n'),
    ],
)  # fmt: skip
def test_an_open_page_is_told(tmp_path: Path, event: str, text: str, expected: bytes) -> None:
    events = Hendelser()
    with served(tmp_path, events) as connection:
        connection.request("GET", "/__vis/hendelser")
        answer = connection.getresponse()
        assert answer.getheader("Content-Type") == "text/event-stream"
        events.tell(event, text)
        assert b"".join(answer.readline() for _ in range(3)) == expected


def test_all_who_listen_are_told_and_who_has_gone_is_forgotten() -> None:
    events = Hendelser()
    with events.listen() as one, events.listen() as other:
        events.tell("nytt")
        assert (next(one), next(other)) == (("nytt", ""), ("nytt", ""))
    assert events._listeners == []


def test_a_taken_port_is_said(tmp_path: Path) -> None:
    with make_server(tmp_path, 0, Hendelser()) as server, pytest.raises(OSError):
        make_server(tmp_path, server.server_port, Hendelser())


def test_what_is_watched_is_there() -> None:
    from tests.felles import ROOT

    assert [name for name in (*live.WATCHED, *live.CODE) if not (ROOT / name).exists()] == []


@pytest.mark.nettleser
def test_a_page_is_loaded_again_only_when_it_has_become_another(nettleser: Browser, tmp_path: Path) -> None:
    """A whole build follows each save: what the reader has typed and opened on other pages must stand through it."""
    page_file = tmp_path / "index.html"
    page_file.write_text(
        f"<!doctype html><title>x</title><link rel=icon href='data:,'><body><input><p>Før</p>{'x' * 9}</body>",
        encoding="utf-8",
    )
    events = Hendelser()
    server = make_server(tmp_path, 0, events)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with apen_side(nettleser, f"http://127.0.0.1:{server.server_port}/") as side:
        with side.page.expect_response(lambda answer: answer.url.endswith("/__vis/hendelser")):
            side.page.goto(side.adresse("/"))
        side.page.fill("input", "halvskrevet")
        events.tell("funn", "docs/a.md:3: feil")
        side.page.get_by_role("alert").wait_for()
        events.tell("nytt")
        side.page.get_by_role("alert").wait_for(state="detached")
        assert side.page.input_value("input") == "halvskrevet"
        page_file.write_text(page_file.read_text(encoding="utf-8").replace("Før", "Etter"), encoding="utf-8")
        events.tell("nytt")
        side.page.get_by_text("Etter").wait_for()
    server.shutdown()
    server.server_close()
