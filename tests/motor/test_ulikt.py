"""What counts as a difference between two engines' pages, and what does not."""

from __future__ import annotations

import pytest

from tests.motor.ulikt import differences

PAGE = (
    '<html><head><title>T</title></head><body><nav><a class="md-skip" href="#a">Hopp</a> <a href="../c/">C</a></nav>'
    '<article class="x"><h1 id="a">A</h1> <p>b <a href="../c/">d</a></p><table><td>1</td></table><img src="/e.svg" alt="e">'
    "</article></body></html>"
)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("<p>b ", "<p>B ", {"tekst": "«b» → «B»"}),
        ('<p>b <a href="../c/"', '<p>b <a href="/e/"', {"lenker": "«/c/» → «/e/»"}),
        ("<td>1</td>", "<td>2</td>", {"tekst": "«1» → «2»", "tabeller": "«1» → «2»"}),
        ('id="a"', 'id="b"', {"overskrifter": "«h1#a A» → «h1#b A»", "ankere": "«a» → «b»"}),
        (' alt="e"', "", {"bilder": "«/e.svg e» → «/e.svg »"}),
        ("<h1", "<p>mer</p><h1", {"tekst": "ingenting → «mer»"}),
        ('> <a href="../c/">C', '> <a href="/e/">C', {"rammen: lenker": "«/c/» → «/e/»"}),
        ("<title>T", "<title>U", {"rammen: tekst": "«T» → «U»"}),
    ],
)
def test_what_a_reader_meets_is_held_against_each_other(old: str, new: str, expected: dict[str, str]) -> None:
    assert differences(PAGE, PAGE.replace(old, new), "/b/") == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("</h1> ", "</h1>\n\n"),
        ('href="../c/"', "href='/c/'"),
        ("<p>b", "<p><span>b</span>"),
        ('href="#a">Hopp', 'href="#__skip">Til innholdet'),
        ("</head>", "<script>1</script></head>"),
    ],
)
def test_how_a_page_is_written_is_no_difference(old: str, new: str) -> None:
    assert differences(PAGE, PAGE.replace(old, new), "/b/") == {}
