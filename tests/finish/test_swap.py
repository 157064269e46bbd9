"""The old site or the new one, whatever happens."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from macros.finish import SiteInUseError, mend, replace_site, swap
from tests.finish.lite import write


class Killed(BaseException):
    """Stands for a kill: no handler of ours may catch it."""


def sites(tmp_path: Path, *, old: bool = True) -> tuple[Path, Path]:
    if old:
        write(tmp_path, {"site/index.html": "gammel", "site/x.html": "x"})
    write(tmp_path, {"site.ny/index.html": "ny"})
    return tmp_path / "site.ny", tmp_path / "site"


def shown(site: Path) -> str:
    return (site / "index.html").read_text()


@pytest.mark.parametrize("old", [True, False])
def test_the_new_site_takes_the_place(tmp_path: Path, old: bool):
    new, site = sites(tmp_path, old=old)
    replace_site(new, site)
    assert shown(site) == "ny"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert [path.name for path in site.iterdir()] == ["index.html"]


@pytest.mark.parametrize("step", range(12))
def test_a_kill_at_any_step_leaves_a_whole_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int):
    new, site = sites(tmp_path)
    steps = iter(range(100))
    rename, rmtree = Path.rename, swap.shutil.rmtree

    def dying_rename(self: Path, target: Path) -> Path:
        if next(steps) == step:
            raise Killed
        done = rename(self, target)
        if next(steps) == step:
            raise Killed
        return done

    def dying_rmtree(path: Path, ignore_errors: bool = False) -> None:
        if next(steps) == step:
            raise Killed
        if path.exists():
            (path / "index.html").unlink()
            if next(steps) == step:
                raise Killed
        rmtree(path, ignore_errors=ignore_errors)

    monkeypatch.setattr(Path, "rename", dying_rename)
    monkeypatch.setattr(swap.shutil, "rmtree", dying_rmtree)
    with contextlib.suppress(Killed):
        replace_site(new, site)
    monkeypatch.undo()
    missing = not site.exists()
    assert mend(site) is missing
    assert shown(site) in ("gammel", "ny")
    if shown(site) == "gammel":
        assert (site / "x.html").exists() and shown(new) == "ny"
    assert {path.name for path in tmp_path.iterdir()} <= {"site", "site.ny"}


def test_a_folder_in_use_is_told_in_plain_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    new, site = sites(tmp_path)

    def refused(self: Path, target: Path) -> Path:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(SiteInUseError) as caught:
        replace_site(new, site)
    assert str(caught.value) == (
        "Får ikke flyttet mappa «site» til «site.gammel»: noe i den er i bruk, eller du mangler rett til å skrive der. "
        "Lukk programmer som viser filer derfra, og prøv igjen. Nettstedet som lå der, er ikke endret."
    )
    assert shown(site) == "gammel"


def test_when_the_new_site_cannot_be_moved_the_old_one_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    new, site = sites(tmp_path)
    rename = Path.rename

    def refused(self: Path, target: Path) -> Path:
        if self == new:
            raise PermissionError(13, "in use")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(SiteInUseError, match=r"site\.ny"):
        replace_site(new, site)
    assert shown(site) == "gammel"


def test_without_a_new_site_the_old_one_stands(tmp_path: Path):
    _, site = sites(tmp_path)
    with pytest.raises(FileNotFoundError, match=r"Mappa «borte» finnes ikke\."):
        replace_site(tmp_path / "borte", site)
    assert shown(site) == "gammel"


def test_mend_has_nothing_to_do_on_a_whole_site(tmp_path: Path):
    _, site = sites(tmp_path)
    assert mend(site) is False
    assert mend(tmp_path / "aldri-bygd") is False
    assert shown(site) == "gammel"
