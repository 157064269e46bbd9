"""A server of one folder on this machine: what a static host such as GitHub Pages does, and nothing else."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

# Said here, not asked of the machine: Windows' registry may call a script text/plain.
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml; charset=utf-8",
    ".zip": "application/zip",
    "": "application/octet-stream",
}


class StaticHandler(SimpleHTTPRequestHandler):
    """Answers as a static host: index.html for a folder, 404.html for what isn't there."""

    extensions_map = TYPES

    def __init__(self, *args: Any, under: str = "/", **keywords: Any) -> None:
        """Under: the path the root lies under."""
        self.under = under
        super().__init__(*args, **keywords)

    def send_head(self) -> Any:
        """Open what is asked for; nothing is found outside of `under`."""
        if not self.path.startswith(self.under):
            return self._send_not_found()
        return super().send_head()

    def translate_path(self, path: str) -> str:
        """The file a path stands for."""
        return super().translate_path("/" + path.removeprefix(self.under))

    def list_directory(self, path: Any) -> None:
        """No listings: a folder without index.html is no page."""
        return self._send_not_found()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for what isn't found."""
        if code == HTTPStatus.NOT_FOUND:
            self._send_not_found()
        else:
            super().send_error(code, message, explain)

    def _send_not_found(self) -> None:
        page = Path(self.directory, "404.html")
        body = page.read_bytes() if page.is_file() else b"404"
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", TYPES[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self) -> None:
        """Let LinkChecker ask as fast as it can, and let no browser keep an old page."""
        self.send_header("LinkChecker", "1")
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Print nothing."""


class Server(ThreadingHTTPServer):
    """A threaded server that doesn't hold the process up."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Print nothing: a browser that hangs up in the middle of an answer is no fault."""


@contextlib.contextmanager
def tjener(mappe: Path, under: str = "/") -> Iterator[str]:
    """Serve a folder over loopback on a free port; yields the address of its root, ending in «/».

    under: the path the root lies under, starting and ending in «/»; "/base/" mimics a project site on GitHub Pages,
    where what lies outside of it is not found. Raises ValueError where it isn't written so.
    """
    if not (under.startswith("/") and under.endswith("/")):
        raise ValueError(f"under must start and end in «/», not {under!r}")

    def handler(*args: Any) -> StaticHandler:
        return StaticHandler(*args, directory=str(mappe), under=under)

    with Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{under}"
        finally:
            server.shutdown()
            thread.join()
