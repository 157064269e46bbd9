"""The folder as a static host would show it."""

from __future__ import annotations

import http.client
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from macros.serve.static import tjener

Answer = tuple[int, dict[str, str], bytes]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("nettsted")
    for name, content in {
        "index.html": b"forside",
        "404.html": b"ikke her",
        "lov/index.html": b"lov",
        "tom/fil.txt": b"a\r\nb",
        "assets/x.js": b"1",
        "assets/x.svg": b"<svg/>",
    }.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_bytes(content)
    (root.parent / "hemmelig.txt").write_bytes(b"nei")
    return root


def ask(address: str, path: str, method: str = "GET") -> Answer:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=10)
    connection.request(method, path)
    answer = connection.getresponse()
    out = answer.status, dict(answer.getheaders()), answer.read()
    connection.close()
    return out


@pytest.mark.parametrize(
    ("path", "status", "body"),
    [
        ("/", 200, b"forside"),
        ("/index.html", 200, b"forside"),
        ("/lov/", 200, b"lov"),
        ("/lov/?a=b", 200, b"lov"),
        ("/tom/fil.txt", 200, b"a\r\nb"),
        ("/tom/", 404, b"ikke her"),
        ("/borte/", 404, b"ikke her"),
        ("/borte.js", 404, b"ikke her"),
        ("/../hemmelig.txt", 404, b"ikke her"),
        ("/%2e%2e/hemmelig.txt", 404, b"ikke her"),
    ],
)
def test_a_site_at_the_root_answers_with_pages_and_404(site: Path, path: str, status: int, body: bytes) -> None:
    with tjener(site) as address:
        found = ask(address, path)
    assert (found[0], found[2]) == (status, body)


@pytest.mark.parametrize(
    ("path", "status", "body"),
    [("/base/", 200, b"forside"), ("/base/lov/", 200, b"lov"), ("/lov/", 404, b"ikke her"), ("/", 404, b"ikke her")],
)
def test_a_site_below_a_path_answers_only_below_it(site: Path, path: str, status: int, body: bytes) -> None:
    with tjener(site, under="/base/") as address:
        assert address.endswith("/base/")
        found = ask(address, path)
    assert (found[0], found[2]) == (status, body)


def test_a_folder_without_its_slash_is_sent_on(site: Path) -> None:
    with tjener(site, under="/base/") as address:
        status, headers, _ = ask(address, "/base/lov")
    assert (status, urlsplit(headers["Location"]).path) == (301, "/base/lov/")


def test_head_has_no_body(site: Path) -> None:
    with tjener(site) as address:
        assert [ask(address, path, "HEAD")[::2] for path in ("/", "/borte/")] == [(200, b""), (404, b"")]


@pytest.mark.parametrize(("path", "kind"), [("/assets/x.js", "text/javascript"), ("/assets/x.svg", "image/svg+xml")])
def test_kinds_are_those_of_a_static_host_whatever_the_machine_says(site: Path, path: str, kind: str) -> None:
    with tjener(site) as address:
        headers = ask(address, path)[1]
    assert headers["Content-type"].startswith(kind)
    assert headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("under", ["base/", "/base", ""])
def test_a_path_has_slashes_at_both_ends(site: Path, under: str) -> None:
    with pytest.raises(ValueError, match="must start and end"), tjener(site, under=under):
        pass


def test_nothing_is_printed(site: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with tjener(site) as address:
        ask(address, "/borte/")
    assert capfd.readouterr() == ("", "")


def test_the_answer_is_a_function_of_the_folder_now(site: Path, tmp_path: Path) -> None:
    with tjener(tmp_path) as address:
        assert ask(address, "/")[::2] == (404, b"404"), "no site yet"
        (tmp_path / "index.html").write_bytes(b"ny")
        assert ask(address, "/")[::2] == (200, b"ny")
