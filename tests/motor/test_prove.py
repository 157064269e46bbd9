"""What counts as a difference between two engines' pages."""

from __future__ import annotations

import pytest

from tests.motor.prove import differences

PAGE = '<html><article class="x"><h1>A</h1> <p>b <a href="/c/">d</a></p><table><td>1</td></table></article></html>'


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("<h1>A</h1> ", "<h1 id='a'>A</h1>\n", []),
        ("<p>b ", "<p>B ", ["tekst"]),
        ('href="/c/"', 'href="/e/"', ["lenker"]),
        ("<td>1</td>", "<td>2</td>", ["tekst", "tabeller"]),
        ("</article>", "</div>", ["siden har ingen artikkel"]),
    ],
)
def test_differences(old: str, new: str, expected: list[str]) -> None:
    assert differences(PAGE, PAGE.replace(old, new)) == expected
