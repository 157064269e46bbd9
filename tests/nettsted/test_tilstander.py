"""Every state of every tool can be read by all: three widths, light and dark, 400 % zoom, colours of one's own, and at rest."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.harness.axe import se
from tests.harness.side import Side
from tests.harness.tilstander import TILSTANDER, Tilstand, apne, se_paa
from tests.harness.uavklart import kjente, nytt
from tests.nettsted.test_ansikt import CUT, WITHOUT_EDGE
from tests.nettsted.test_sider import UNFOLD, width_faults
from tests.nettsted.test_utskrift import MOVING

pytestmark = pytest.mark.nettleser


@pytest.mark.parametrize("tilstand", TILSTANDER, ids=str)
def test_every_state_of_every_tool_is_accessible(apne_side: Callable[..., Side], tilstand: Tilstand):
    side = apne_side()
    page = side.page
    found = [
        f"{width}: {one}"
        for width, funn in se_paa(page, side.rot, tilstand, kjente()).items()
        for one in (*funn.brudd.values(), *nytt(funn))
    ]
    if not tilstand.papir:
        found += [f"rører seg: {one}" for one in page.evaluate(MOVING)]
        for width in tilstand.bredder:  # 320 points is what 1280 are at 400 % zoom
            found += width_faults(page, width)
        found += [f"kuttet ved {width} punkter: {one}" for one in page.evaluate(CUT)]
        page.set_viewport_size({"width": tilstand.bredder[0], "height": 900})
        page.emulate_media(forced_colors="active")
        found += [f"uten kant i egne farger: {one}" for one in page.evaluate(WITHOUT_EDGE)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("nummer", range(len(kjente())), ids=lambda i: f"{kjente()[i]['velger']}-{kjente()[i]['sett']}")
def test_what_axe_no_longer_leaves_open_is_struck_off_the_list(apne_side: Callable[..., Side], nummer: int):
    one = kjente()[nummer]
    assert len(one["grunn"].split()) > 5, "grunnen må stå der"
    where, _, width = one["sett"].partition("@")
    side = apne_side()
    page = side.page
    if where.startswith("/"):
        side.ga(where)
        page.evaluate(UNFOLD)
    else:
        apne(page, side.rot, next(state for state in TILSTANDER if state.navn == where), int(width or 1280))
        page.evaluate("scrollTo(0, 0)")
    page.set_viewport_size({"width": int(width or 1280), "height": 900})
    left_open = se(page, kjente=kjente(), bare=(one["regel"], "document-title")).uavklart
    assert any(place.kjent == nummer for place in left_open), f"{one['velger']} er ikke lenger uavklart: stryk linja"
