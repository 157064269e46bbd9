"""What came in → checked files, an answer to the one who sent it, and the text of the pull request.

Two ways in: a GitHub issue (the recorded event that started the workflow), and a file saved from the form on the site. What
was sent in is text all the way: it is never run, never part of a path, and stands in values that are quoted.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from macros.build import validate
from macros.loading import read_data
from macros.model import Funn
from macros.rendering.tekst import adressenavn
from macros.scaffold.innsendt import fields, read_body
from macros.scaffold.poster import Forslag, Sak, files_read, proposal

_PATH = re.compile(r"(?:data/(?:eksempler|kilder)/[a-z0-9-]+\.yml|docs/eksempler/[a-z0-9-]+\.md)")
_MOST_FINDINGS = 20
_MOST_BYTES = 2_000_000
"""Far above what GitHub sends of an issue, and what the form lets anyone write."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Mottatt:
    """What became of a contribution: files by path (none where something is missing), the answer, and the pull request."""

    filer: Mapping[str, str] = field(default_factory=dict)
    svar: str
    tittel: str = ""
    tekst: str = ""
    eksempel: str = ""

    @property
    def ok(self) -> bool:
        """Whether there is something to go through and publish."""
        return bool(self.filer)


def from_event(path: Path) -> tuple[str, Sak]:
    """Body and place of the issue in a recorded GitHub event. Raises ValueError for a file that isn't one."""
    text = _text(path, "Fila er ikke en hendelse fra GitHub med en sak i.")
    try:
        issue = json.loads(text)["issue"]
        number, body = int(issue["number"]), str(issue["body"] or "")
        day, url = str(issue["created_at"])[:10], str(issue["html_url"])
    except (KeyError, TypeError, ValueError, OverflowError, RecursionError) as error:
        raise ValueError("Fila er ikke en hendelse fra GitHub med en sak i.") from error
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", day):
        raise ValueError("Saken har ingen dato.")
    safe = url if re.fullmatch(r"https://[A-Za-z0-9.-]+(?:/[A-Za-z0-9._-]+)+/issues/[0-9]+", url) else None
    return body, Sak(id=str(number), navn=f"sak {number}", dato=day, url=safe)


def from_file(path: Path, dato: str) -> tuple[str, Sak]:
    """Body and place of a saved form. Raises ValueError for what isn't text, or is more than a form can hold."""
    body = _text(path, "Fila kan ikke leses. Lagre den på nytt fra skjemaet, som tekst i UTF-8.")
    id = adressenavn(path.stem)[:40].strip("-") or "skjema"
    return body, Sak(id=id if dato in id else f"{id}-{dato}", navn=f"sendt inn {dato}", dato=dato)


def _text(path: Path, unreadable: str) -> str:
    """The text of a file, of which no more is read than one may hold. Raises ValueError with what to do."""
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
        if len(content) > _MOST_BYTES:
            most = f"{_MOST_BYTES // 1_000_000} megabyte"
            raise ValueError(
                f"Fila er på mer enn {most}. Et skjema er aldri så stort. Velg fila som ble lagret fra skjemaet."
            )
        return content.decode("utf-8-sig")
    except FileNotFoundError as error:
        raise ValueError(f"Fila «{path}» finnes ikke. Se etter skrivefeil, eller skriv hele veien til den.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError(unreadable) from error


def receive(body: str, sak: Sak, rot: Path) -> Mottatt:
    """The contribution as checked files, or what is missing. Changes nothing in `rot`.

    Raises ValueError for a file that no contribution may make, which the names of records rule out.
    """
    raw = read_data(rot)
    innsendt = read_body(body, raw)
    if innsendt.mangler:
        return Mottatt(svar=_missing([harmless(text) for text in innsendt.mangler]))
    if f"innsendt-{sak.id}" in {p.get("id") for _, _, p in raw.av_slag("kilde")}:
        return Mottatt(
            svar=_missing([f"Bidraget «{sak.id}» er tatt inn før. Kilden data/kilder/innsendt-{sak.id}.yml finnes."])
        )
    forslag = proposal(innsendt, sak, raw, {name: (rot / name).read_text(encoding="utf-8") for name in files_read(raw)})
    if strange := [name for name in forslag.filer if not _PATH.fullmatch(name)]:
        raise ValueError(f"not a path of a record: {strange}")
    if found := _findings(forslag, rot, {name: f["title"] for name, f in fields(innsendt.slag, raw).items()}):
        return Mottatt(svar=_missing([harmless(text) for text in found]))
    return Mottatt(
        filer=forslag.filer,
        tittel=forslag.tittel,
        tekst=_pull_request(forslag, sak),
        eksempel=forslag.eksempel,
        svar=f"Takk. Svarene er gjort om til et forslag: {forslag.tittel}. Redaksjonen leser det gjennom, og sier fra her.",
    )


def _findings(forslag: Forslag, rot: Path, spurt: Mapping[str, str]) -> list[str]:
    """What the check says of a copy of the project with the files in it, by the question that was answered."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch)
        for folder in ("data", "docs"):
            shutil.copytree(rot / folder, copy / folder, ignore=shutil.ignore_patterns("assets", "overrides"))
        for name, text in forslag.filer.items():
            (copy / name).write_text(text, encoding="utf-8", newline="\n")
        return list(dict.fromkeys(_told(f, spurt) for f in validate(copy).funn))[:_MOST_FINDINGS]


_QUESTION = {"okonomi": "kostnad", "status_i_dag": "naa", "kildekritikk": "kilde", "bidragsytere": "rolle"}
"""The question of a field of the records, where the two have different names."""


def _told(funn: Funn, spurt: Mapping[str, str]) -> str:
    part = funn.felt.partition(",")[0]
    name = "laerdom" if part == "erfaringer" and "laerdom" in spurt else _QUESTION.get(part, part)
    where = f"**{spurt[name]}** " if name in spurt else f"({funn.fil}) "
    return f"{where}{funn.melding} {funn.tips}".rstrip()


def _missing(faults: list[str]) -> str:
    listed = "\n".join(f"- {text}" for text in faults)
    return (
        f"Takk for at du deler. Dette må rettes før det kan tas inn:\n\n{listed}\n\n"
        "Rediger saken, eller send skjemaet på nytt. Da prøver vi igjen. Vet dere det ikke, så skriv «ukjent» der det går."
    )


def _pull_request(forslag: Forslag, sak: Sak) -> str:
    files = "\n".join(f"- `{name}`" for name in forslag.filer)
    checks = "\n".join(f"- [ ] {text}" for text in forslag.sjekk)
    return (
        f"Laget av et innsendt bidrag ({sak.navn}){f': {sak.url}' if sak.url else ''}\n\n"
        f"Filene er sjekket, og sjekken fant ikke noe å rette.\n\n{files}\n\n## Før det legges ut\n\n{checks}\n"
    )


def harmless(text: str) -> str:
    """Text that others have written, as Markdown that shows it: no links, no pictures, nobody called upon."""
    plain = " ".join(text.split()).replace("@", "(krøllalfa)").replace("&", "&amp;").replace("<", "&lt;")
    return re.sub(r"([\\`\[\]!|~#])", r"\\\1", plain.replace("://", ":// "))


def write(mottatt: Mottatt, ut: Path) -> None:
    """The result for the workflow: the files below `filer/`, the texts, and resultat.json."""
    ut.mkdir(parents=True, exist_ok=True)
    for name, text in mottatt.filer.items():
        path = ut / "filer" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    (ut / "svar.md").write_text(mottatt.svar + "\n", encoding="utf-8", newline="\n")
    (ut / "forslag.md").write_text(mottatt.tekst, encoding="utf-8", newline="\n")
    result: dict[str, Any] = {"ok": mottatt.ok, "tittel": mottatt.tittel, "eksempel": mottatt.eksempel}
    (ut / "resultat.json").write_text(json.dumps(result, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
