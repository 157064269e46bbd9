"""Put a finished site in the place of the old one, so that one of them stands there whatever happens.

Three names: `site` is what is read; `site.gammel` is the old site while the new one takes its place, always whole;
`site.slettes` is an old site on its way out, never to be used again.
"""

from __future__ import annotations

import contextlib
import shutil
import sys
import time
from pathlib import Path


class SiteInUseError(OSError):
    """A folder could not be renamed because a file in it is open (Windows). Its text is for the one at the keyboard."""


def replace_site(new: Path, site: Path) -> None:
    """Put the folder `new` in the place of the folder `site`, which need not exist.

    A folder cannot be renamed onto one that holds files, so there is one moment, between two renames, when `site` is
    not there. If the process is killed in it, `mend` puts the old site back at the next start.

    Raises FileNotFoundError when `new` is not there, and SiteInUseError when the system will not let go of `site`; then
    the old site stands as it was.
    """
    if not new.is_dir():
        raise FileNotFoundError(f"Mappa «{new.name}» finnes ikke.")
    mend(site)
    old = _old(site)
    if site.exists():
        _rename(site, old)
    try:
        _rename(new, site)
    except OSError:
        if old.exists():
            _rename(old, site)
        raise
    if old.exists():
        _throw_away(old, site)


def mend(site: Path) -> bool:
    """Tidy up after a `replace_site` that was killed; returns if the old site was put back. Call it at every start.

    Raises SiteInUseError when the system will not let the old site be put back.
    """
    old = _old(site)
    put_back = False
    if old.exists():
        if site.exists():
            _throw_away(old, site)
        else:
            _rename(old, site)
            put_back = True
    shutil.rmtree(_doomed(site), ignore_errors=True)
    return put_back


def _old(site: Path) -> Path:
    return site.with_name(site.name + ".gammel")


def _doomed(site: Path) -> Path:
    return site.with_name(site.name + ".slettes")


def _throw_away(old: Path, site: Path) -> None:
    """Delete the old site. It gets another name first, so that half a site is never taken for a whole one.

    What cannot go (in use on Windows, a disk that has failed) stays, and goes at the next start: the new site stands already.
    """
    doomed = _doomed(site)
    shutil.rmtree(doomed, ignore_errors=True)
    with contextlib.suppress(OSError):
        _rename(old, doomed)
        shutil.rmtree(doomed, ignore_errors=True)


def _rename(source: Path, target: Path) -> None:
    """Rename a folder. On Windows virus scanners hold files for a moment, so it is tried for two seconds."""
    tries = 20 if sys.platform == "win32" else 1
    for attempt in range(tries):
        try:
            source.rename(target)
            return
        except PermissionError as error:
            if attempt == tries - 1:
                raise SiteInUseError(
                    f"Får ikke flyttet mappa «{source.name}» til «{target.name}»: noe i den er i bruk, eller du "
                    "mangler rett til å skrive der. Lukk programmer som viser filer derfra, og prøv igjen. Nettstedet "
                    "som lå der, er ikke endret."
                ) from error
            time.sleep(0.1)
