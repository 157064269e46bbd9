"""What of the theme's files is left out of the finished site: what nothing on it asks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.finish.ubrukt import THEME, leave_out_unused, unused
from tests.felles import ROOT


def written(site: Path, files: dict[str, str]) -> list[str]:
    for path, text in files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, encoding="utf-8")
    return list(files)


SHEET = "assets/stylesheets/main.abc.css"
SCRIPT = "assets/javascripts/bundle.abc.js"
WORKER = "assets/javascripts/workers/sok.abc.js"


@pytest.mark.parametrize(
    ("page", "path"),
    [
        (f'<link rel="stylesheet" href="../{SHEET}">', "lov/index.html"),
        (f'<link rel="stylesheet" href="{SHEET}?v=1">', "index.html"),
        (f'<link rel="stylesheet" href="/under/{SHEET}">', "404.html"),
        (f'<link rel="stylesheet" href="https://x.example/{SHEET}">', "404.html"),
        (f"<a href={SHEET}>x</a>", "index.html"),
        (f'{{"icons": [{{"src": "{SHEET}"}}]}}', "app.webmanifest"),
        (f"@import url({SHEET});", "egen.css"),
        (f"hent(`{SHEET}`);", "assets/bygd/start.js"),
    ],
)
def test_what_is_pointed_at_stays(tmp_path: Path, page: str, path: str) -> None:
    paths = written(tmp_path, {path: page, SHEET: "a{}", SCRIPT: ""})
    assert unused(tmp_path, paths) == [SCRIPT]


def test_what_a_file_that_stays_mentions_stays_too(tmp_path: Path) -> None:
    files = {
        "index.html": f'<script src="{SCRIPT}"></script>',
        SCRIPT: 'new Worker("../workers/" + "sok.abc.js")',
        WORKER: "//# sourceMappingURL=sok.abc.js.map",
        WORKER + ".map": "{}",
        SHEET: "",
        SHEET + ".map": "{}",
    }
    assert unused(tmp_path, written(tmp_path, files)) == [SHEET, SHEET + ".map"]


def test_what_only_unused_files_mention_goes(tmp_path: Path) -> None:
    files = {"index.html": "", SCRIPT: '"sok.abc.js"', WORKER: ""}
    assert unused(tmp_path, written(tmp_path, files)) == [SCRIPT, WORKER]


def test_files_of_our_own_are_left_and_empty_folders_go(tmp_path: Path) -> None:
    ours = ["index.html", "assets/bygd/start.js", "data/eksempler.json"]
    leave_out_unused(tmp_path, written(tmp_path, {**dict.fromkeys(ours, ""), SCRIPT: "", WORKER: "", SHEET: ""}))
    assert sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()) == sorted(ours)
    assert sorted(p.name for p in (tmp_path / "assets").iterdir()) == ["bygd"]


def test_nothing_of_ours_lies_in_the_folders_of_the_theme() -> None:
    """What is in docs/ is put there by someone, and may be linked to from elsewhere."""
    assert [folder for folder in THEME if (ROOT / "docs" / folder).exists()] == []
