"""A reader with a keyboard and no mouse: goes from stop to stop, and must see where the focus is at each."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page

# What has the focus, and what is wrong with how it shows: an outline of two points, on itself or the line around a search
# field; in the window; and not wholly under something else, such as the bar at the top (WCAG 2.4.7 and 2.4.11).
_STOP = """async () => {
  const e = document.activeElement;
  if (!e || e === document.body || e === document.documentElement) return ['', ''];
  const said = (e.getAttribute('aria-label') ?? e.innerText ?? '').trim().slice(0, 40);
  const name = `${e.localName}#${e.id}.${e.className} «${said}»`;
  const outlined = (x) => {
    const style = getComputedStyle(x);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  };
  const line = e.closest('.kb-sok__linje');
  if (!outlined(e) && !(line && outlined(line))) return [name, 'fokus vises ikke'];
  const seen = () => [...e.getClientRects()].some((box) => [0.5, 0.1, 0.9].some((dx) => [0.5, 0.15, 0.85].some((dy) => {
    const hit = document.elementFromPoint(box.left + box.width * dx, box.top + box.height * dy);
    return hit && (e.contains(hit) || hit.contains(e) && hit.localName === 'label');
  })));
  for (let frames = 0; frames < 20 && !seen(); frames += 1) await new Promise(requestAnimationFrame); // it may still scroll
  return [name, seen() ? '' : 'fokus er skjult eller utenfor vinduet'];
}"""


@dataclass
class Tastatur:
    """The keyboard of a page. `feil`: what was wrong at the stops so far, one readable text each."""

    page: Page
    feil: list[str] = field(default_factory=list)

    def trykk(self, *taster: str) -> None:
        """Press keys, one after the other."""
        for tast in taster:
            self.page.keyboard.press(tast)

    def skriv(self, tekst: str) -> None:
        """Write where the focus is."""
        self.page.keyboard.type(tekst)

    def stopp(self, tast: str = "Tab") -> str:
        """Go to the next stop; return what it is, «» when there is none."""
        self.page.keyboard.press(tast)
        name, fault = self.page.evaluate(_STOP)
        if fault:
            self.feil.append(f"{name}: {fault}")
        return name

    def til(self, hit: Locator, mest: int = 200, bakover: bool = False) -> None:
        """Go from stop to stop until this has the focus. Raises AssertionError when it is not among the next `mest`."""
        for _ in range(mest):
            self.stopp("Shift+Tab" if bakover else "Tab")
            if hit.count() and hit.first.evaluate("e => e === document.activeElement"):
                return
        raise AssertionError(f"kom ikke til {hit} med tastaturet på {mest} trykk")

    def krev_synlig(self) -> None:
        """Fail with every stop where the reader could not see the focus."""
        assert not self.feil, "\n".join(dict.fromkeys(self.feil))
