"""What a reader's browser fetches, and how soon the page stands there: over a slow line, beside default Material.

The line and the machine are those of Lighthouse's mobile profile: 150 ms there and back, 1.6 Mbit/s, a fourth of the speed.
"""

from __future__ import annotations

import gzip
import statistics
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from macros.serve.static import TYPES, Server, StaticHandler
from tests.harness import nettleser

_PACKED = frozenset({".css", ".html", ".js", ".json", ".svg", ".txt", ".xml"})
_VITALS = """() => new Promise((done) => {
  const out = {lcp: 0, cls: 0};
  new PerformanceObserver((l) => { for (const e of l.getEntries()) out.lcp = e.startTime; })
    .observe({type: 'largest-contentful-paint', buffered: true});
  new PerformanceObserver((l) => { for (const e of l.getEntries()) if (!e.hadRecentInput) out.cls += e.value; })
    .observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(out), 1000);
})"""


def bytes_by_kind(site: Path) -> dict[str, int]:
    """Bytes of the whole site by the ending of the files, the largest first."""
    out: dict[str, int] = defaultdict(int)
    for path in site.rglob("*"):
        if path.is_file():
            out[path.suffix or "uten"] += path.stat().st_size
    return dict(sorted(out.items(), key=lambda item: -item[1]))


class _Packed(StaticHandler):
    """A static host that packs text and keeps the line open, as GitHub Pages does, and tells what it sent."""

    protocol_version = "HTTP/1.1"
    sent: dict[str, int]

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path.partition("?")[0]))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in _PACKED or not path.is_file():
            if path.is_file():
                self.sent[path.suffix] = self.sent.get(path.suffix, 0) + path.stat().st_size
            super().do_GET()
            return
        body = gzip.compress(path.read_bytes(), 6)
        self.sent[path.suffix] = self.sent.get(path.suffix, 0) + len(body)
        self.send_response(200)
        self.send_header("Content-Type", TYPES[path.suffix])
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def packed(site: Path) -> Iterator[tuple[str, dict[str, int]]]:
    """The site served with packed text: its address, with «/» at the end, and the bytes sent so far by kind of file."""
    sent: dict[str, int] = {}
    handler = type("Handler", (_Packed,), {"sent": sent})

    def make(*args: Any) -> StaticHandler:
        return handler(*args, directory=str(site))

    with Server(("127.0.0.1", 0), make) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", sent
        server.shutdown()


def first_view(site: Path, address: str = "", times: int = 5) -> dict[str, Any]:
    """Bytes by kind as they are sent, LCP in seconds and CLS: the medians of so many first visits to a page of the site."""
    with packed(site) as (root, sent), sync_playwright() as playwright:
        browser = nettleser.start(playwright, str(nettleser.finn(playwright)))
        visits = []
        for _ in range(times):
            sent.clear()
            visits.append(_visit(browser, root + address))
        browser.close()
    return {
        "byte": dict(sorted(sent.items(), key=lambda item: -item[1])),
        "lcp": statistics.median(v["lcp"] for v in visits) / 1000,
        "cls": statistics.median(v["cls"] for v in visits),
    }


def _visit(browser: Browser, address: str) -> dict[str, float]:
    context = browser.new_context(viewport={"width": 412, "height": 823}, device_scale_factor=1.75)
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    speed = 1.6 * 1024 * 1024 / 8 * 0.9
    line.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 150, "downloadThroughput": speed, "uploadThroughput": speed},
    )
    line.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(address, wait_until="load")
    found = page.evaluate(_VITALS)
    context.close()
    return found
