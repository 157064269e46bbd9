"""Numbers and their units stay on one line."""

from __future__ import annotations

import pytest

from macros.finish.page import edited
from macros.finish.typografi import unbroken

HEL = '<span class="kb-hel">'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>omkring 25 000 kroner i måneden</p>", "<p>omkring 25\u00a0000\u00a0kroner i måneden</p>"),
        ("<p>etter § 5 og § 4a</p>", "<p>etter §\u00a05 og §\u00a04a</p>"),
        ("<p>etter § 5-12.</p>", f"<p>etter {HEL}§\u00a05-12</span>.</p>"),
        (
            "<p>se §§ 14-5, 14-7 og 20-1 til 20-5, 2009-2011</p>",
            f"<p>se {HEL}§§\u00a014-5</span>, {HEL}14-7</span> og {HEL}20-1</span> til {HEL}20-5</span>, 2009-2011</p>",
        ),
        ("<p>§§ 5–7 og 8</p>", f"<p>{HEL}§§\u00a05–7</span> og 8</p>"),
        ('<h2>§ 5-12</h2><a title="§ 5-12">x</a>', '<h2>§\u00a05-12</h2><a title="§ 5-12">x</a>'),
        ('<p>Ferdig. <a class="kb-anker" href="#a"></a>', '<p>Ferdig.\u00a0<a class="kb-anker" href="#a"></a>'),
        ("<p>80 prosentpoeng</p>", "<p>80 prosentpoeng</p>"),
        ('<a title="5 kroner">5 kroner</a>', '<a title="5 kroner">5\u00a0kroner</a>'),
        ("<code>5 kroner</code><!-- 5 kroner -->", "<code>5 kroner</code><!-- 5 kroner -->"),
        ("<head><title>5 år</title></head><h1>5 år</h1>", "<head><title>5 år</title></head><h1>5\u00a0år</h1>"),
    ],
)
def test_a_number_is_not_parted_from_its_unit(html: str, expected: str) -> None:
    assert edited(html, unbroken(html)) == expected
