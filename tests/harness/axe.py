"""Accessibility, as axe-core sees it: WCAG 2.0–2.2 A and AA, and axe's own best practice."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@cache
def source() -> str:
    """The script of axe-core."""
    return AXE.read_text(encoding="utf-8")


def brudd(page: Page, utvalg: str | None = None, unntatt: tuple[str, ...] = ()) -> list[str]:
    """Return what axe finds wrong in the page as it stands now, one readable text a rule; empty when all is well.

    utvalg: CSS selector of the part to look at; the whole page when None.
    unntatt: ids of rules that are left out; say why where you use it.
    Raises AssertionError when axe looked at nothing.
    """
    page.evaluate(source())
    found = page.evaluate(
        "([utvalg, valg]) => axe.run(utvalg ?? document, valg)",
        [
            utvalg,
            {
                "runOnly": {"type": "tag", "values": RULES},
                "rules": {rule: {"enabled": False} for rule in unntatt},
                "resultTypes": ["violations"],
                "preload": False,  # asks for nothing: what a page fetches is the page's doing
            },
        ],
    )
    assert found["passes"], f"axe fant ingenting å vurdere på {page.url}"
    return [_readable(one) for one in found["violations"]]


def _readable(violation: dict[str, Any]) -> str:
    nodes = [f"    {' '.join(map(str, node['target']))}\n        {_reason(node)}" for node in violation["nodes"]]
    return "\n".join([f"{violation['id']} ({violation['impact']}): {violation['help']}", *nodes])


def _reason(node: dict[str, Any]) -> str:
    checks = [*node["any"], *node["all"], *node["none"]]
    return "; ".join(check["message"] for check in checks) or node["html"][:200]
