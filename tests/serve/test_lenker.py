"""LinkChecker over a finished site: dead links are found, and told of without the address of this machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import msgspec
import pytest

from macros.cli.proving import save_links
from macros.lenker import Adresse, Lenkesvar, check_links
from macros.model.maaling import Maaling

PAGE = '<!doctype html><html lang="nb"><head><title>x</title></head><body><h1>x</h1>{}</body></html>'

ANSWERS = {"/her": 200, "/ny": 200, "/flyttet": 301, "/borte": 404, "/fjernet": 410, "/ofte": 429, "/syk": 500}


class Other(BaseHTTPRequestHandler):
    """Another host, on loopback. Robots are asked to stay out of one folder."""

    def do_GET(self) -> None:
        """Answer as ANSWERS says; HEAD too."""
        robots = self.path == "/robots.txt"
        self.send_response(200 if robots else ANSWERS.get(self.path, 404))
        self.send_header("Location", "/ny") if self.path == "/flyttet" else None
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(b"User-agent: *\nDisallow: /lukket/\n" if robots else b"x")

    do_HEAD = do_GET

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@contextmanager
def other_host() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Other) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize(("link", "ok"), [("lov/", True), ("lav/", False)])
def test_links_inside_the_site(tmp_path: Path, link: str, ok: bool) -> None:
    site = tmp_path / "site"
    (site / "lov").mkdir(parents=True)
    (site / "index.html").write_text(PAGE.format(f'<a href="{link}">x</a>'), encoding="utf-8")
    (site / "lov" / "index.html").write_text(PAGE.format(""), encoding="utf-8")
    answer = check_links(site, tmp_path / "arbeid" / "lenker")
    assert answer.ok is ok
    assert "127.0.0.1" not in answer.rapport
    assert ("/lav/" in answer.rapport) is not ok


def test_what_other_hosts_answered_is_counted_and_stored(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    with other_host() as host:
        links = "".join(f'<a href="{host}{path}">{path}</a>' for path in (*ANSWERS, "/lukket/x"))
        (site / "index.html").write_text(PAGE.format(links), encoding="utf-8")
        answer = check_links(site, tmp_path / "arbeid", eksterne=True)
    assert not answer.ok
    assert answer.antall == {"svarte": 2, "flyttet": 1, "borte": 2, "feil": 1, "utelatt": 2}
    assert f"{host}/borte på /: 404 Not Found" in answer.rapport
    assert f"{host}/her" not in answer.rapport

    stored = save_links(tmp_path, answer)
    assert stored == tmp_path / "data" / "tilstand" / "lenker.json"
    found = msgspec.json.decode(stored.read_bytes(), type=Maaling)
    assert [t.verdi for t in found.tall] == ["8", "2", "1", "2", "1", "2"]
    assert [line.partition(" ")[0] for line in found.liste] == [
        f"{host}/{p}" for p in ("borte", "fjernet", "flyttet", "syk")
    ]


def test_nothing_is_stored_where_no_host_answered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A machine without the net would else say that every link is dead."""
    nothing = Lenkesvar(False, "", (Adresse("https://a.example/", "/", "ConnectionError", "feil"),))
    assert save_links(tmp_path, nothing) is None
    assert not (tmp_path / "data").exists()
    assert "Tallene er ikke lagret" in capsys.readouterr().err
