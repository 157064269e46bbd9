"""The policy of the pages, tried from the inside: what has come into a page can neither run nor call out."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.harness.sider import one_of_each_kind

pytestmark = pytest.mark.nettleser

TOLD = {"script-src-elem", "script-src-attr", "style-src-elem", "connect-src", "img-src"}

# Each leaves a mark on window if it runs. The host is of a kind that no one can own.
_TRIES = """async (awaited) => {
  window.ran = [];
  const told = [];
  document.addEventListener('securitypolicyviolation', (e) => told.push(e.effectiveDirective));
  const put = (html) => { const d = document.createElement('div'); d.innerHTML = html; document.body.append(d); return d; };
  const script = (set) => { const s = document.createElement('script'); set(s); document.body.append(s); };
  script((s) => { s.textContent = "window.ran.push('inline')"; });
  script((s) => { s.src = 'https://nei.invalid/x.js'; });
  script((s) => { s.src = "data:text/javascript,window.ran.push('data')"; });
  script((s) => { s.type = 'module'; s.textContent = "window.ran.push('modul')"; });
  put("<img src='/finnes-ikke.png' onerror=\\"window.ran.push('onerror')\\">");
  put("<svg><script>window.ran.push('svg')</scr" + "ipt></svg>");
  put("<svg><animate onbegin=\\"window.ran.push('onbegin')\\" attributeName=x dur=1s></animate></svg>");
  put("<details open ontoggle=\\"window.ran.push('ontoggle')\\">x</details>");
  put("<a href=\\"javascript:window.ran.push('lenke')\\">x</a>").firstChild.click();
  put("<button onclick=\\"window.ran.push('onclick')\\">x</button>").firstChild.click();
  put("<iframe srcdoc=\\"<script>parent.ran.push('srcdoc')</scr" + "ipt>\\"></iframe>");
  put("<iframe src='https://nei.invalid/'></iframe>");
  put("<object data='https://nei.invalid/x'></object><embed src='https://nei.invalid/y'>");
  put("<img src='https://nei.invalid/sporing.png'>");
  put("<style>body{outline:9px solid red}</style>");
  put("<link rel=stylesheet href='https://nei.invalid/x.css'>");
  put("<form action='https://nei.invalid/'><button>x</button></form>").querySelector('button').click();
  put("<base href='https://nei.invalid/'>");
  await new Promise((done) => setTimeout(() => {  // on a turn of its own: what a test evaluates may itself use eval
    try { eval("window.ran.push('eval')"); } catch { }
    try { new Function("window.ran.push('Function')")(); } catch { }
    done();
  }));
  try { setTimeout("window.ran.push('setTimeout')", 0); } catch { }
  try { await fetch('https://nei.invalid/'); window.ran.push('fetch'); } catch { }
  try { navigator.sendBeacon('https://nei.invalid/', 'x'); } catch { }
  try { new WebSocket('wss://nei.invalid/'); } catch { }
  try { new EventSource('https://nei.invalid/'); } catch { }
  try { new Worker("data:text/javascript,postMessage(1)").onmessage = () => window.ran.push('arbeider'); } catch { }
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  // The browser tells of what it has refused on turns of its own, later on a loaded machine.
  for (let turns = 0; turns < 1000 && !awaited.every((one) => told.includes(one)); turns += 1) {
    await new Promise((done) => setTimeout(done, 20));
  }
  return {ran: window.ran, outline: getComputedStyle(document.body).outlineWidth, base: new URL('x', document.baseURI).host,
          told: [...new Set(told)].sort()};
}"""


def test_nothing_runs_and_nothing_is_sent(nettleser: Browser, nettsted: str, bygd_nettsted: Path) -> None:
    """On a page of each kind, the page for what isn't found too."""
    for address in [*one_of_each_kind(bygd_nettsted), "/finnes-ikke/"]:
        context = nettleser.new_context()
        try:
            page = context.new_page()
            sent = requests_of(page)
            page.goto(nettsted.rstrip("/") + address)
            found = page.evaluate(_TRIES, sorted(TOLD))
            assert found["ran"] == [], address
            assert found["outline"] != "9px", f"a style of one's own was let through: {address}"
            assert found["base"] in nettsted, address
            assert set(found["told"]) >= TOLD, address
            assert page.url.startswith(nettsted), f"the form was sent: {address}"
            # Chromium tells of a request before the policy stops it; none of them has got an answer or a connection.
            out = [
                url for url in sent if not url.startswith((nettsted, "data:", "blob:", "about:")) and "nei" not in url
            ]
            assert not out, address
        finally:
            context.close()


def requests_of(page: Page) -> list[str]:
    """The addresses the page asks for from now on."""
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    return sent
