"""Why a text can't be read as YAML, told to one who does not know YAML."""

from __future__ import annotations

import re

import yaml

from macros.model import Funn

_FIELD = r"^(?P<before>[ ]*(?:-[ ]+)*)[A-Za-zÆØÅæøå_]+:"
_NO_SPACE = re.compile(_FIELD + r"[^\s]")
_COLON_IN_TEXT = re.compile(_FIELD + r"[ ]+[^\s\"'\[{|>#].*:(\s|$)")
_GOES_ON = re.compile(_FIELD + r"[ ]+\"[^\"]*\"[ ]*[^\s\",#}\]]")
_COMMENT_INSIDE = re.compile(r"[\[{].*[^\s]\s+#")
_OPEN = re.compile(_FIELD + r"[ ]+(?:[\[{].*[\[{ ,])?\"[^\"]*$")


def syntax_finding(error: yaml.YAMLError, text: str, fil: str, first_line: int) -> Funn:
    """The finding of a text that YAML can't read, at the line the writer has to mend: FIL-004, or FIL-005 for a tabulator."""
    opened = getattr(error, "context", None) or ""
    where = ("context_mark", "problem_mark") if opened.endswith(_NOT_CLOSED) else ("problem_mark", "context_mark")
    mark = getattr(error, where[0], None) or getattr(error, where[1], None)
    number = mark.line if mark else text.count("\n", 0, getattr(error, "position", 0))
    lines = text.splitlines()
    number = min(number, max(len(lines) - 1, 0))
    line = lines[number] if lines else ""
    problem = " ".join(str(getattr(error, part, None) or "") for part in ("context", "problem", "reason"))
    if "\t" in line[: len(line) - len(line.lstrip()) + 1]:
        kode, melding = "FIL-005", "Linja begynner med tabulator. YAML godtar bare mellomrom."
        tips = "Bytt tabulatoren med mellomrom."
    elif clue := _clue(lines, number, problem):
        kode, (number, what, tips) = "FIL-004", clue
        melding = f"Fila kan ikke leses fra denne linja: {what}"
    else:
        kode, melding = "FIL-004", f"Fila kan ikke leses fra denne linja: {_what(problem)}"
        tips = (
            "Se på linja og den over: Står innrykket likt? Er anførselstegn lukket? "
            "Er tekst med kolon satt i anførselstegn?"
        )
    return Funn(fil=fil, linje=number + first_line, kode=kode, melding=melding, tips=tips)


def _clue(lines: list[str], number: int, problem: str) -> tuple[int, str, str] | None:
    """The line, what is wrong and a tip, where the mistake is one of the usual ones and shows in the text itself."""
    if number < len(lines) and "did not find expected ',' or" in problem and _COMMENT_INSIDE.search(lines[number]):
        what = "alt etter # er borte, også parentesen som skulle lukkes."
        return number, what, 'Er # en del av teksten, så sett anførselstegn (") rundt hele teksten.'
    if not any(part in problem for part in _UNSURE) or number >= len(lines):
        return None
    line, above = lines[number], max((i for i in range(number) if lines[i].strip()), default=None)
    quoted = max((i for i in range(number) if '"' in lines[i]), default=None)
    if quoted is not None and _OPEN.match(lines[quoted]):
        return quoted, "et anførselstegn er ikke lukket.", 'Sett " også der teksten slutter.'
    for i in (number, above):
        if i is not None and _NO_SPACE.match(lines[i]):
            return i, "det mangler et mellomrom etter kolon.", "Skriv feltet, kolon, mellomrom og så verdien."
    if _GOES_ON.match(line):
        what = "teksten begynner med et anførselstegn, men fortsetter etter det neste."
        return number, what, "Sett enkle anførselstegn (') rundt hele teksten."
    if "mapping values" in problem and _COLON_IN_TEXT.match(line):
        return number, "det står et kolon inni teksten.", 'Sett anførselstegn (") rundt hele teksten.'
    earlier = [m["before"] for text in lines[:number] if (m := re.match(_FIELD, text))]
    field = re.match(_FIELD, line)
    if field and earlier and above is not None and re.match(_FIELD, lines[above]) and "-" not in field["before"]:
        here, over = len(field["before"]), len(earlier[-1])
        begins_here = lines[above].rstrip().endswith(":")
        if (here > over and not begins_here) or (here < over and here not in map(len, earlier)):
            what = f"feltet står {here} tegn inn, men feltet på linja over står {over} tegn inn."
            return number, what, "Felter som hører sammen, står rett under hverandre. Rett innrykket med mellomrom."
    return None


_UNSURE = (
    "mapping values are not allowed",
    "did not find expected key",
    "did not find expected '-' indicator",
    "could not find expected ':'",
)
"""What the reader says about many different mistakes."""
_NOT_CLOSED = ("quoted scalar", "flow sequence", "flow mapping")
"""What is told at the line where it begins: the reader notices only much later that it has no end."""
_PROBLEMS = (
    ("mapping values are not allowed", "det står et kolon for mye, eller innrykket er feil."),
    ("did not find expected key", "innrykket er feil, et komma mangler, eller et anførselstegn står inni teksten."),
    ("did not find expected '-' indicator", "innrykket i lista passer ikke med linjene over."),
    ("block sequence entries are not allowed", "en strek (-) står der det ikke kan stå en liste."),
    ("did not find expected ',' or", "en parentes er ikke lukket, eller et komma mangler."),
    ("could not find expected ':'", "et kolon mangler, eller innrykket er feil."),
    ("cannot start any token", "et tegn kan ikke stå først. Sett teksten i anførselstegn."),
    ("undefined alias", "tegnet * kan ikke stå først. Sett teksten i anførselstegn."),
    ("expected alphabetic or numeric", "tegnet * eller & kan ikke stå først. Sett teksten i anførselstegn."),
    ("found unknown escape character", "tegnet \\ kan ikke stå slik i doble anførselstegn. Bruk enkle."),
    ("control characters are not allowed", "det er et usynlig styretegn i teksten."),
    ("special characters are not allowed", "det er et usynlig styretegn i teksten."),
    ("expected a single document", "fila har tre streker (---) et sted de ikke skal stå."),
    ("unknown tag", "et utropstegn (!) står først. Sett teksten i anførselstegn."),
    ("quoted scalar", "et anførselstegn er ikke lukket."),
)


def _what(problem: str) -> str:
    return next((text for part, text in _PROBLEMS if part in problem), "innrykk eller tegnsetting er feil.")
