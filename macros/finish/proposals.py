"""«Mente du …?»: what stands on the site with a name nearest to the one that was written."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from urllib.parse import unquote

# Looking for the nearest name costs milliseconds; a site with more faults than this has one big fault.
_MOST = 200
# In a site with more files of a kind than this, only the folder that was written is looked through.
_MANY = 500


class Proposals:
    """The names nearest to those that lead nowhere, each looked for once."""

    def __init__(self, files: frozenset[str]) -> None:
        """Files: every file of the site, as paths from its root."""
        self._files = files
        self._nearest: dict[tuple[str, str], str | None] = {}

    def file(self, path: str) -> str:
        """« Mente du «/eksempler/lorenskog/»?», or "" when nothing is near the path from the root."""
        plain = unquote(path)
        name = plain.rpartition("/")[2]
        ending = name.rpartition(".")[2] if "." in name else ""
        if ending in ("", "html", "md"):
            near = [file.removesuffix("index.html") for file in self._files if file.endswith(".html")]
            plain = plain.removesuffix(".md") + "/" if ending == "md" else plain
        else:
            near = [file for file in self._files if file.endswith("." + ending)]
        top = plain.partition("/")[0]
        in_folder = [file for file in near if file.partition("/")[0] == top] if len(near) > _MANY else near
        proposed = self.nearest("", plain, in_folder or near)
        return f" Mente du «/{proposed}»?" if proposed else ""

    def nearest(self, file: str, wanted: str, known: Iterable[str]) -> str | None:
        """The known name nearest to the one wanted, None when none is. file: whose names they are, "" for the site's own."""
        key = (file, wanted)
        if key not in self._nearest:
            matches = get_close_matches(wanted, sorted(known), n=1) if len(self._nearest) < _MOST else []
            self._nearest[key] = matches[0] if matches else None
        return self._nearest[key]
