"""data/ as it was written: every file with its data and lines, before anything is known to be right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from macros.loading.kinds import ALLE, NOT_RECORDS, Slag
from macros.loading.schemas import Skjema, read_schemas
from macros.loading.sti import Sti
from macros.loading.yamlfile import KODER as KODER_I_FILA
from macros.loading.yamlfile import Yamlfil, read_each
from macros.model import Funn, Regel

KODER = {
    **KODER_I_FILA,
    "FIL-011": Regel(
        "Ingenting leser fila.",
        "Flytt fila dit poster ligger, gi den endelsen .yml, eller slett den.",
    ),
    "FIL-015": Regel(
        "En fil i data/ er bare en snarvei til en annen.",
        "Legg selve fila der, ikke en snarvei til den.",
    ),
    "FIL-013": Regel(
        "En fil som må finnes, mangler.",
        "Hent fila tilbake fra kodelageret.",
    ),
}
"""The codes of loading, each with its rule."""


@dataclass(frozen=True, slots=True)
class Raafil:
    """One file of data/ and the kind of record it holds."""

    slag: Slag
    yaml: Yamlfil

    def poster(self) -> Iterator[tuple[Sti, dict[str, Any]]]:
        """The records of the file with the way to each; what isn't a mapping is passed over."""
        data = self.yaml.data
        if self.slag.one_file_each:
            if isinstance(data, dict):
                yield (), data
        elif isinstance(data, list):
            yield from (((i,), post) for i, post in enumerate(data) if isinstance(post, dict))


@dataclass(frozen=True, slots=True)
class Raadata:
    """All files of data/, the schemas beside them, and what was wrong with the files themselves."""

    rot: Path
    filer: tuple[Raafil, ...]
    skjema: dict[str, Skjema]
    funn: tuple[Funn, ...] = field(default=())

    def av_slag(self, navn: str) -> Iterator[tuple[Raafil, Sti, dict[str, Any]]]:
        """Every record of one kind with its file and the way to it in the file."""
        for fil in self.filer:
            if fil.slag.navn == navn:
                yield from ((fil, sti, post) for sti, post in fil.poster())

    def fil(self, navn: str) -> Raafil | None:
        """The one file of a kind that has only one, or None where it is missing."""
        return next((fil for fil in self.filer if fil.slag.navn == navn), None)


def read_data(rot: Path) -> Raadata:
    """Read all of `rot`/data. Raises nothing for what contributors can write; ValueError for a broken schema."""
    data = rot / "data"
    paths = {path.relative_to(rot).as_posix(): (path, slag) for slag in ALLE for path in _files(data, slag)}
    there = {name: path for name, (path, _) in paths.items() if path.is_file()}
    filer = [Raafil(paths[yaml.fil][1], yaml) for yaml in read_each(there)]
    funn = [
        Funn(
            fil=name,
            linje=0,
            kode="FIL-013",
            melding="Fila må finnes, men er borte.",
            tips="Hent den tilbake fra kodelageret.",
        )
        for name in paths
        if name not in there
    ]
    funn += [f for fil in filer for f in fil.yaml.funn]
    funn += _strays(rot, data)
    return Raadata(rot, tuple(filer), read_schemas(rot), tuple(funn))


def _files(data: Path, slag: Slag) -> list[Path]:
    """The files of a kind. Hidden ones are left alone: editors and macOS leave them, and no record is meant to hide."""
    if not slag.one_file_each:
        return [data / slag.sti]
    return sorted(
        p for p in (data / slag.sti).glob("*.yml") if p.is_file() and not p.is_symlink() and not p.name.startswith(".")
    )


def _strays(rot: Path, data: Path) -> Iterator[Funn]:
    """Findings of files that nothing reads: a record with the wrong ending would be lost in silence."""
    folders = {slag.sti for slag in ALLE if slag.one_file_each}
    files = {slag.sti for slag in ALLE if not slag.one_file_each}
    for path in sorted(data.rglob("*")):
        inside = path.relative_to(data)
        if path.is_symlink():
            yield Funn(
                fil=path.relative_to(rot).as_posix(),
                linje=0,
                kode="FIL-015",
                melding="Fila er bare en snarvei (symbolsk lenke). Hos andre kan den mangle eller vise noe annet.",
                tips="Legg selve fila her.",
            )
            continue
        if path.is_dir() or inside.parts[0] in NOT_RECORDS or path.name.startswith("."):
            continue
        a_record = len(inside.parts) == 2 and inside.parts[0] in folders and path.suffix == ".yml"
        if not a_record and inside.as_posix() not in files:
            yield Funn(
                fil=path.relative_to(rot).as_posix(),
                linje=0,
                kode="FIL-011",
                melding="Ingenting leser denne fila. Poster ligger i "
                + ", ".join(f"data/{f}/" for f in sorted(folders))
                + " og slutter på .yml.",
                tips="Flytt den, gi den endelsen .yml, eller slett den.",
            )
