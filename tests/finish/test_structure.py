"""What every page must have."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.finish.lite import finished, page, told


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            page(lang="en"),
            '[SID-101] html[lang]: Siden sier at språket er «en». Det skal være «nb». Tips: Sett lang="nb" på <html>.',
        ),
        (page(title=""), "[SID-102] title: Siden mangler tittel. Tips: Skriv «tittel» øverst på siden."),
        (page(title="<title></title>"), "[SID-102] title: Siden mangler tittel. Tips: Skriv «tittel» øverst på siden."),
        (
            page(h1=0),
            "[SID-103] h1: Siden har ingen overskrifter på øverste nivå. Den skal ha nøyaktig én. "
            "Tips: Bruk «# » én gang, øverst, og «## » for delene.",
        ),
        (
            page(h1=2),
            "[SID-103] h1: Siden har 2 overskrifter på øverste nivå. Den skal ha nøyaktig én. "
            "Tips: Bruk «# » én gang, øverst, og «## » for delene.",
        ),
        (
            page('<p id="a"></p><p id="a"></p><p id="a"></p>'),
            "[SID-104] id: Id-en «a» står flere ganger på siden, så lenker til den er tvetydige. "
            "Tips: Gi hver del sin egen id.",
        ),
        (
            page("øl").encode("latin-1"),
            "[SID-105] : Siden er ikke lagret som UTF-8. Tips: Lagre fila på nytt som UTF-8.",
        ),
    ],
)
def test_a_fault_of_the_page_is_told(tmp_path: Path, text: str | bytes, line: str):
    assert told(finished(tmp_path, {"a/b/index.html": text})) == [f"docs/a/b.md:0: {line}"]
