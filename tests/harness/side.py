"""A page in a real browser that is watched: what a reader must never meet makes the test fail.

Watched are requests to anywhere but the site, answers that say a file is missing, errors on the console, breaches of
the content policy, and scripts that stop. All waiting is for events; nothing sleeps.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response, WebError, WebSocket

from tests.harness import axe, disk

BRED = {"width": 1280, "height": 900}
SMAL = {"width": 360, "height": 740}
LOCAL = ("data:", "blob:", "about:")

Farge = Literal["light", "dark"]


@dataclass
class Vakt:
    """What has gone wrong on the watched pages so far, one readable text each.

    rot: the address that everything must lie under. venter_404: addresses that a test wants not to be found.
    """

    rot: str
    funn: list[str] = field(default_factory=list)
    venter_404: set[str] = field(default_factory=set)

    def folg(self, context: BrowserContext) -> None:
        """Watch every page of a context, also those that open later."""
        context.on("request", self._request)
        context.on("response", self._response)
        context.on("console", self._console)
        context.on("weberror", self._weberror)
        context.on("page", lambda page: page.on("websocket", self._websocket))

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.rot, *LOCAL)):
            self.funn.append(f"forespørsel ut av nettstedet: {request.method} {request.url}")

    def _websocket(self, socket: WebSocket) -> None:
        self.funn.append(f"forespørsel ut av nettstedet: {socket.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 400 and response.url not in self.venter_404:
            self.funn.append(f"svar {response.status}: {response.url}")

    def _console(self, message: ConsoleMessage) -> None:
        where = message.location.get("url", "")
        if message.type != "error" or where in self.venter_404:
            return
        kind = "brudd på innholdsreglene (CSP)" if "Content Security Policy" in message.text else "feil i konsollen"
        self.funn.append(f"{kind}: {message.text} ({where})")

    def _weberror(self, fault: WebError) -> None:
        self.funn.append(f"skriptet stoppet: {fault.error.message}")


@dataclass
class Side:
    """A watched page, and the way to get about on the site. `page` is Playwright's own."""

    page: Page
    rot: str
    vakt: Vakt

    def ga(self, sti: str, status: int = 200) -> Page:
        """Open a site address («/eksempler/lorenskog/#komp-5») and wait until it has loaded.

        status: the answer the test expects; 404 lets one be not found. From disk, where there are no answers, a missing
        file raises playwright's Error.
        """
        adresse = self.adresse(sti)
        if status >= 400:
            self.vakt.venter_404.add(adresse)
        svar = self.page.goto(adresse)
        if svar and not self.rot.startswith("file:"):
            assert svar.status == status, f"{adresse} svarte {svar.status}, ikke {status}"
        return self.page

    def adresse(self, sti: str) -> str:
        """Return the whole address of a site address, as this page reaches it: over the server or from disk."""
        if self.rot.startswith("file:"):
            return disk.filadresse(self.rot, sti)
        return self.rot + sti.removeprefix("/")

    def krev_tilgjengelig(self, utvalg: str | None = None, unntatt: tuple[str, ...] = ()) -> None:
        """Fail with everything axe finds wrong in the page as it stands now; see axe.brudd."""
        brudd = axe.brudd(self.page, utvalg, unntatt)
        assert not brudd, f"axe fant {len(brudd)} brudd på {self.page.url}:\n" + "\n".join(brudd)

    def krev_feilfri(self) -> None:
        """Fail with everything the watch has seen; done at the end of every test that has a Side."""
        for page in self.page.context.pages:
            page.evaluate("0")  # a round trip: what was reported before it has arrived when it is back
        funn = list(dict.fromkeys(self.vakt.funn))
        assert not funn, "Siden skal være uten feil, men:\n" + "\n".join(f"  - {one}" for one in funn)


@contextlib.contextmanager
def apen_side(
    nettleser: Browser,
    rot: str,
    *,
    flate: dict[str, int] = BRED,
    farge: Farge = "light",
    uten_nett: bool = False,
    skript: bool = True,
    utskrift: bool = False,
    ro: bool = True,
) -> Iterator[Side]:
    """Yield a watched page in a browser profile of its own; fails at the end if anything went wrong on it.

    rot: address of the site, ending in «/». flate: size of the window (BRED, SMAL). farge: what the machine asks for.
    uten_nett: the network is off. skript: whether scripts run. utskrift: as on paper. ro: the reader has asked for less
    motion, which also spares tests from waiting for it.
    """
    context = nettleser.new_context(
        viewport=flate,
        color_scheme=farge,
        offline=uten_nett,
        java_script_enabled=skript,
        reduced_motion="reduce" if ro else "no-preference",
        locale="nb-NO",
        timezone_id="Europe/Oslo",
        service_workers="block",
    )
    try:
        vakt = Vakt(rot)
        vakt.folg(context)
        page = context.new_page()
        if utskrift:
            page.emulate_media(media="print")
        side = Side(page, rot, vakt)
        yield side
        side.krev_feilfri()
    finally:
        context.close()


def lastet_ned(page: Page, klikk: str) -> bytes:
    """What is in the file that comes when something is clicked."""
    with page.expect_download() as waiting:
        page.click(klikk)
    return Path(waiting.value.path()).read_bytes()
