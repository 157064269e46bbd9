"""What every page must have, whatever it is about."""

from __future__ import annotations

from collections.abc import Iterator

from macros.finish.findings import finding
from macros.finish.page import Page
from macros.model.funn import Funn


def structure_findings(page: Page, fil: str) -> Iterator[Funn]:
    """What is wrong with the page as a page. fil: its source."""
    if page.lang != "nb":
        yield finding(
            fil,
            "SID-101",
            "html[lang]",
            f"Siden sier at språket er «{page.lang or ''}». Det skal være «nb».",
            'Sett lang="nb" på <html>.',
        )
    if not page.title:
        yield finding(fil, "SID-102", "title", "Siden mangler tittel.", "Skriv «tittel» øverst på siden.")
    if page.h1 != 1:
        yield finding(
            fil,
            "SID-103",
            "h1",
            f"Siden har {page.h1 or 'ingen'} overskrifter på øverste nivå. Den skal ha nøyaktig én.",
            "Bruk «# » én gang, øverst, og «## » for delene.",
        )
    for name in dict.fromkeys(page.repeated_ids):
        yield finding(
            fil,
            "SID-104",
            "id",
            f"Id-en «{name}» står flere ganger på siden, så lenker til den er tvetydige.",
            "Gi hver del sin egen id.",
        )
