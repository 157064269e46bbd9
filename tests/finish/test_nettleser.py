"""The finished site in a real browser, with its policy in force: below a path, and from disk.

The watch on the page (tests/harness) fails the test on any breach of the policy, missing file or request to elsewhere.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from macros.finish import finish
from tests.finish.lite import MED_ADRESSE, UTEN_ADRESSE
from tests.harness.server import tjener
from tests.harness.side import BRED, SMAL, Side, apen_side

pytestmark = pytest.mark.nettleser


@pytest.fixture(scope="module", params=["under en sti", "fra disk"])
def root(
    request: pytest.FixtureRequest,
    as_built: Path,
    as_built_without_address: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:
    """The address of the finished site: served below /base/, and as a folder on disk."""
    made = as_built_without_address if request.param == "fra disk" else as_built
    site = Path(shutil.copytree(made, tmp_path_factory.mktemp("ferdig") / "nett sted"))
    if request.param == "fra disk":
        assert finish(site, UTEN_ADRESSE).funn == ()
        yield site.as_uri() + "/"
    else:
        assert finish(site, MED_ADRESSE).funn == ()
        with tjener(site, under="/base/") as address:
            yield address


@pytest.fixture(params=[BRED, SMAL], ids=["bred", "smal"])
def side(request: pytest.FixtureRequest, nettleser: Browser, root: str) -> Iterator[Side]:
    with apen_side(nettleser, root, flate=request.param) as one:
        one.page.add_init_script(
            "window.brudd = []; addEventListener('securitypolicyviolation', e => brudd.push(e.effectiveDirective))"
        )
        yield one


def breaches(page: Page) -> list[str]:
    return page.evaluate("brudd")


def test_the_theme_runs_and_is_styled_with_style_src_self_alone(side: Side):
    page = side.ga("/")
    page.wait_for_function("() => document.documentElement.classList.contains('js')")
    for place in (".footnote-ref", "article a[title]", "abbr"):
        page.locator(place).first.hover()
    page.wait_for_selector(".md-tooltip2--active")
    page.locator("details summary").click()
    page.mouse.wheel(0, 400)
    assert page.locator("td.tekst-hoyre").evaluate("e => getComputedStyle(e).textAlign") == "right"
    assert page.locator("article img").evaluate("e => e.complete && e.naturalWidth") == 9
    assert breaches(page) == []


def test_links_lead_where_they_say(side: Side):
    page = side.ga("/")
    link = page.get_by_role("link", name="stedet")
    link.evaluate("e => location.protocol === 'file:' && (e.pathname += 'index.html')")  # as the site's own script does
    link.click()
    page.wait_for_url("**/eksempler/lorenskog/**#komp-5")
    assert page.locator("h2:target").inner_text().startswith("Komp 5")
    assert breaches(page) == []


def test_a_script_that_slips_in_does_not_run(nettleser: Browser, as_built: Path, tmp_path: Path):
    site = Path(shutil.copytree(as_built, tmp_path / "site"))
    front = site / "index.html"
    bad = (
        "<script>window.rammet = 1</script>"
        '<img alt="" src="data:," onerror="window.rammet = 1"><b style="color: red">b</b>'
    )
    front.write_text(front.read_text("utf-8").replace("</h1>", f"</h1>{bad}", 1), "utf-8")
    assert {f.kode for f in finish(site, MED_ADRESSE).funn} == {"POL-001", "POL-002", "POL-005"}
    page = nettleser.new_page()
    try:
        with tjener(site, under="/base/") as address:
            page.goto(address)
            assert page.evaluate("typeof rammet") == "undefined"
            assert page.evaluate("getComputedStyle(document.querySelector('article b')).color") != "rgb(255, 0, 0)"
    finally:
        page.close()


def test_the_404_page_is_whole_at_any_depth(nettleser: Browser, as_built: Path, tmp_path: Path):
    site = Path(shutil.copytree(as_built, tmp_path / "site"))
    assert finish(site, MED_ADRESSE).funn == ()
    with tjener(site, under="/base/") as address, apen_side(nettleser, address) as side:
        page = side.ga("/a/b/c/d", status=404)
        page.wait_for_function("() => document.documentElement.classList.contains('js')")
        page.locator(".md-logo").first.click()
        page.wait_for_url(address)
