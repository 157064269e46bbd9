"""`kb.py vis`: the finished site on this machine, built anew when a file is saved.

The pages are those of the finished site; only a script tag is added on the way out, which loads the page again after a
build and shows the findings that stopped one.
"""

from __future__ import annotations

import contextlib
import json
import queue
import threading
import time
from collections.abc import Callable, Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any

from macros.serve.static import Server, StaticHandler

_SCRIPT = Path(__file__).with_name("vis.js")
_TAG = b'<script src="/__vis/vis.js"></script></body>'
WATCHED = ("data", "docs", "macros/rendering/maler", "mkdocs.yml")
CODE = ("macros", "frontend")
LOOK_EVERY = 0.3  # seconds; a look at a thousand files takes a few milliseconds


class Hendelser:
    """Tells every open page what happened: («nytt», "") or («funn», the findings as text)."""

    def __init__(self) -> None:
        """Nobody listens yet."""
        self._listeners: list[queue.Queue[tuple[str, str]]] = []
        self._lock = threading.Lock()

    def tell(self, navn: str, tekst: str = "") -> None:
        """Send an event to all who listen."""
        with self._lock:
            for listener in self._listeners:
                listener.put((navn, tekst))

    @contextlib.contextmanager
    def listen(self) -> Iterator[Iterator[tuple[str, str] | None]]:
        """Events from now on as they come; None now and then, so that a page that is gone is noticed."""
        inbox: queue.Queue[tuple[str, str]] = queue.Queue()
        with self._lock:
            self._listeners.append(inbox)
        try:
            yield _from(inbox)
        finally:
            with self._lock:
                self._listeners.remove(inbox)


def _from(inbox: queue.Queue[tuple[str, str]]) -> Iterator[tuple[str, str] | None]:
    while True:
        try:
            yield inbox.get(timeout=15)
        except queue.Empty:
            yield None


def make_server(site: Path, port: int, hendelser: Hendelser) -> Server:
    """A server of `site` on loopback. Raises OSError where the port is taken."""

    class Handler(StaticHandler):
        def __init__(self, *args: Any) -> None:
            super().__init__(*args, directory=str(site))

        def do_GET(self) -> None:
            if self.path == "/__vis/hendelser":
                _stream(self, hendelser)
            elif self.path == "/__vis/vis.js":
                _send(self, _SCRIPT.read_bytes(), "text/javascript; charset=utf-8")
            else:
                super().do_GET()

        def send_head(self) -> Any:
            page = Path(self.translate_path(self.path.partition("?")[0].partition("#")[0]))
            if page.is_dir() and self.path.partition("?")[0].endswith("/"):
                page = page / "index.html"
            if page.suffix == ".html" and page.is_file():
                _send(self, page.read_bytes().replace(b"</body>", _TAG), "text/html; charset=utf-8")
                return None
            return super().send_head()

    return Server(("127.0.0.1", port), Handler)


def _send(handler: StaticHandler, body: bytes, kind: str) -> None:
    handler.send_response(HTTPStatus.OK)
    handler.send_header("Content-Type", kind)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    if handler.command != "HEAD":
        handler.wfile.write(body)


def _stream(handler: StaticHandler, hendelser: Hendelser) -> None:
    with hendelser.listen() as events:  # before the answer begins, so that nothing is missed
        handler.send_response(HTTPStatus.OK)
        handler.send_header("Content-Type", "text/event-stream")
        handler.end_headers()
        for event in events:
            handler.wfile.write(
                b": her\n\n" if event is None else f"event: {event[0]}\ndata: {json.dumps(event[1])}\n\n".encode()
            )
            handler.wfile.flush()


def watch(rot: Path, changed: Callable[[set[str]], None], stop: threading.Event) -> None:
    """Call `changed` with the top folders in which files have changed, until `stop` is set.

    A change made while `changed` runs is seen the next time.
    """
    seen = _state(rot)
    while not stop.wait(LOOK_EVERY):
        now = _state(rot)
        if now != seen:
            time.sleep(0.05)  # an editor may still be writing its second file
            now = _state(rot)
            paths = {p for p, _, _ in now ^ seen}
            seen = now
            changed({next(top for top in (*WATCHED, *CODE) if p == top or p.startswith(f"{top}/")) for p in paths})


def _state(rot: Path) -> set[tuple[str, int, int]]:
    out = set()
    for top in dict.fromkeys((*WATCHED, *CODE)):
        start = rot / top
        for path in [start] if start.is_file() else start.rglob("*"):
            name = path.relative_to(rot).as_posix()
            if (
                "node_modules/" in name
                or "__pycache__" in name
                or name.startswith("docs/assets/bygd/")
                or path.name.startswith((".", "~"))
            ):
                continue
            try:
                about = path.stat()
            except OSError:
                continue
            if path.is_file():
                out.add((name, about.st_mtime_ns, about.st_size))
    return out
