"""Numbers and their units stay on one line."""

from __future__ import annotations

import pytest

from macros.finish.page import edited
from macros.finish.typografi import unbroken


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>omkring 25 000 kroner i måneden</p>", "<p>omkring 25 000\u00a0kroner i måneden</p>"),
        ("<p>etter § 5 og §§ 5–7</p>", "<p>etter §\u00a05 og §§\u00a05–7</p>"),
        ("<p>80 prosentpoeng</p>", "<p>80 prosentpoeng</p>"),
        ('<a title="5 kroner">5 kroner</a>', '<a title="5 kroner">5\u00a0kroner</a>'),
        ("<code>5 kroner</code><!-- 5 kroner -->", "<code>5 kroner</code><!-- 5 kroner -->"),
        ("<head><title>5 år</title></head><h1>5 år</h1>", "<head><title>5 år</title></head><h1>5\u00a0år</h1>"),
    ],
)
def test_a_number_is_not_parted_from_its_unit(html: str, expected: str) -> None:
    assert edited(html, unbroken(html)) == expected
