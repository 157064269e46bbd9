"""Accessibility, as axe-core sees it: WCAG 2.0–2.2 A and AA, and axe's own best practice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOUR_RULES = ("color-contrast", "link-in-text-block")  # the ones another colour scheme can change
# As axe has it, but for the first: a single letter is judged, too.
_CONTRAST = {
    "ignoreLength": True,
    "ignoreUnicode": True,
    "ignorePseudo": False,
    "boldValue": 700,
    "boldTextPt": 14,
    "largeTextPt": 18,
    "contrastRatio": {"normal": {"expected": 4.5}, "large": {"expected": 3}},
    "pseudoSizeThreshold": 0.25,
    "shadowOutlineEmMax": 0.2,
    "textStrokeEmMin": 0.03,
}

# What axe leaves open («incomplete») comes with the reason it gives, and what of `kjente` it is, by place; -1 is none.
_RUN = """async ([utvalg, valg, kjente]) => {
  const reasons = (node) => [...node.any, ...node.all, ...node.none].map((one) => one.data?.messageKey ?? '');
  const result = await axe.run(utvalg ?? document, valg);
  const known = (rule, node) => kjente.findIndex(
    (one) => one.regel === rule && reasons(node).includes(one.grunnkode) && node.element?.matches(one.velger));
  return {
    passes: result.passes.length,
    violations: result.violations.map(({ id, impact, help, nodes }) => ({ id, impact, help, nodes: nodes.map((node) => (
      { target: node.target, html: node.html, any: node.any, all: node.all, none: node.none })) })),
    incomplete: result.incomplete.flatMap(({ id, nodes }) => nodes.map((node) => (
      { regel: id, grunnkode: reasons(node).join(' '), html: node.html.slice(0, 200), kjent: known(id, node) }))),
  };
}"""


@dataclass(frozen=True)
class Uavklart:
    """One place that axe can't judge: the rule, the reason axe gives, the HTML, and which known kind it is (-1: none)."""

    regel: str
    grunnkode: str
    html: str
    kjent: int = -1

    def __str__(self) -> str:
        return f"axe kan ikke avgjøre {self.regel} ({self.grunnkode or 'ingen grunn'}): {self.html}"


@dataclass(frozen=True)
class Funn:
    """What axe said of a page: `brudd` by rule, readable; `uavklart` is every place it left to a human."""

    brudd: dict[str, str]
    uavklart: tuple[Uavklart, ...]


@cache
def source() -> str:
    """The script of axe-core."""
    return AXE.read_text(encoding="utf-8")


def se(
    page: Page,
    utvalg: str | None = None,
    unntatt: Sequence[str] = (),
    kjente: Sequence[dict[str, str]] = (),
    bare: Sequence[str] = (),
) -> Funn:
    """Return what axe says of the page as it stands now.

    utvalg: CSS selector of the part to look at; the whole page when None.
    unntatt: ids of rules that are left out; say why where you use it. bare: ids of the only rules to run.
    kjente: known kinds of what axe can't judge, each with regel, grunnkode and velger.
    Raises AssertionError when axe looked at nothing.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(source())
    valg = {
        "runOnly": {"type": "rule", "values": list(bare)} if bare else {"type": "tag", "values": RULES},
        "rules": {rule: {"enabled": False} for rule in unntatt},
        "checks": {"color-contrast": {"options": _CONTRAST}},
        "resultTypes": ["violations", "incomplete"],
        "elementRef": True,
        "preload": False,  # asks for nothing: what a page fetches is the page's doing
    }
    found = page.evaluate(_RUN, [utvalg, valg, list(kjente)])
    assert found["passes"], f"axe fant ingenting å vurdere på {page.url}"
    return Funn(
        {one["id"]: _readable(one) for one in found["violations"]},
        tuple(Uavklart(**one) for one in found["incomplete"]),
    )


def brudd(page: Page, utvalg: str | None = None, unntatt: tuple[str, ...] = ()) -> list[str]:
    """Return what axe finds wrong in the page as it stands now, one readable text a rule; empty when all is well."""
    return list(se(page, utvalg, unntatt).brudd.values())


def _readable(violation: dict[str, Any]) -> str:
    nodes = [f"    {' '.join(map(str, node['target']))}\n        {_reason(node)}" for node in violation["nodes"]]
    return "\n".join([f"{violation['id']} ({violation['impact']}): {violation['help']}", *nodes])


def _reason(node: dict[str, Any]) -> str:
    checks = [*node["any"], *node["all"], *node["none"]]
    return "; ".join(check["message"] for check in checks) or node["html"][:200]
