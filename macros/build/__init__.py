"""validate → MkDocs → finish: from data/ and docs/ to a finished site that replaces the old one whole, or not at all."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from macros.build.alene import alone
from macros.build.arbeidsbok import ARBEIDSBOK, make_workbook
from macros.build.check_pages import check_pages
from macros.build.deling import make_cards
from macros.build.engine import run_mkdocs
from macros.build.innhold import Innhold, innhold_of
from macros.build.koder import every_code
from macros.build.minne import peak_mb, reset_peak
from macros.build.nav import make_nav
from macros.build.page import Side, read_pages
from macros.build.skrevet import forget_macros, macros_of
from macros.exports import make_exports, make_tables, make_templates
from macros.exports.markdown import markdown
from macros.exports.sider import data_blocks
from macros.exports.utforsker import Utforskerfiler, later_pages, make_explorers
from macros.finish import finish, finish_pages
from macros.finish.stilark import CLASSES
from macros.finish.swap import mend, replace_site
from macros.finne.se_ogsa import Henvisning, se_ogsa
from macros.finne.skript import make_finder
from macros.loading import forget, load_base, read_data, schema_files
from macros.model import Funn, Innstillinger, Kunnskapsbase
from macros.samtidig import meanwhile, side_by_side
from macros.scaffold.nettskjema import make_form
from macros.sok import Sidehode, make_search
from macros.sok.register import PLACE
from macros.validation import check_data

__all__ = ["Bygg", "Innhold", "Miljofeil", "Sjekket", "alone", "build_part", "build_site", "mend", "validate"]

Engine = Callable[..., list[Funn]]
"""Root, folder of the new site, menu, base and build date, and `naere`: the form of run_mkdocs."""


@dataclass(frozen=True, slots=True)
class Sjekket:
    """The result of validation: findings, and where the records are right the base, the pages and what they hold."""

    funn: tuple[Funn, ...]
    base: Kunnskapsbase | None = None
    sider: tuple[Side, ...] = ()
    innhold: Innhold | None = None
    endret: frozenset[str] | None = None


@dataclass(slots=True)
class Bygg:
    """The result of a build: findings (none means that the site was replaced), seconds a stage, and what was left out.

    innhold: what the site was made of, where another build follows.
    """

    funn: tuple[Funn, ...] = ()
    tider: dict[str, float] = field(default_factory=dict)
    prosessortid: dict[str, float] = field(default_factory=dict)
    minne: dict[str, int] = field(default_factory=dict)
    utelatt: tuple[str, ...] = ()
    innhold: Innhold | None = None


def validate(rot: Path, before: Innhold | None = None, hold: bool = False) -> Sjekket:
    """All findings of records and pages. Pages are looked at once the records are right, since they lean on them.

    before: what another build was made of; then only the pages that may show something else are looked at, if the frame
    around them is the same. hold: another build follows, so tell what this one is made of.
    """
    raw = read_data(rot)
    if funn := check_data(raw):
        return Sjekket(funn)
    base, sider = load_base(rot), tuple(read_pages(rot))
    now = innhold_of(rot, raw, sider, base) if before or hold else None
    endret = now.changed_since(before) if now and before and before.rammen == now.rammen else None
    funn = tuple(check_pages(sider, raw, base, macros_of(base, every_code()), endret))
    return Sjekket(funn, base, sider, now, endret)


def build_site(rot: Path, out: Path, hold: bool = False, engine: Engine = run_mkdocs) -> Bygg:
    """Build the project at `rot` into `out`, which is replaced only when nothing is wrong. Raises OSError where disk fails.

    hold: another build follows, so keep in memory what it may use again. engine: what turns pages into HTML.
    """
    forget_macros()  # the templates may have been changed
    bygg = Bygg()
    mend(out)
    with _timed(bygg, "sjekk"):
        sjekket = validate(rot, hold=hold)
    if sjekket.funn or sjekket.base is None:
        bygg.funn = sjekket.funn
        return bygg
    base = sjekket.base
    bygg.utelatt = left_out(base.innstillinger)
    new = out.with_name(out.name + ".ny")
    shutil.rmtree(new, ignore_errors=True)
    try:
        _build(rot, out, new, sjekket, base, bygg, hold, engine)
    except OSError:
        shutil.rmtree(new, ignore_errors=True)  # a full disk needs the room
        raise
    return bygg


def _build(
    rot: Path, out: Path, new: Path, sjekket: Sjekket, base: Kunnskapsbase, bygg: Bygg, hold: bool, engine: Engine
) -> None:
    """The build after the validation: into the folder `new`, which takes the place of `out` when nothing is wrong."""
    form = make_form(read_data(rot), base.innstillinger)
    if not hold:
        forget()
    heads = {site_path(s.kilde): _head(s) for s in sjekket.sider}

    def from_records() -> tuple[dict[str, bytes], Utforskerfiler]:
        return make_files(rot, base, heads), make_explorers(base, lambda navn: _page_with(sjekket.sider, navn))

    with _timed(bygg, "MkDocs"), meanwhile(from_records) as made:
        bygg.funn = tuple(
            engine(rot, new, make_nav(sjekket.sider), base, build_date(), naere=_near(base, sjekket.sider))
        )
        files, explorers = made()
    if not hold:
        forget_macros()
    if bygg.funn:
        return
    with _timed(bygg, "finish"):
        searched = {site_path(s.kilde): heads[site_path(s.kilde)] for s in sjekket.sider if s.i_soket}
        later = later_pages(explorers.senere, lambda path: (new / path).read_text("utf-8"))
        files |= form | explorers.filer | later | make_search(new, base, searched) | make_twins(new, base)
        sources = {site_path(s.kilde): s.fil for s in sjekket.sider}
        bygg.funn = finish(
            new,
            base.innstillinger,
            anchors_required=required_anchors(base),
            begreper=base.begreper.values(),
            files=files,
            data_blocks=data_blocks(base),
            flyttet=explorers.flyttet,
            theme_classes=CLASSES,
            source_of=lambda p: sources.get(p, p),
        ).funn
    if not bygg.funn:
        replace_site(new, out)
        bygg.innhold = sjekket.innhold


def build_part(rot: Path, out: Path, before: Innhold | None) -> Bygg | None:
    """Build the pages that show what has changed since `before` into the finished site `out`.

    None where a whole build is needed: what stands on every page has changed, or nothing is known. Lists and tables that
    other pages make of the records, search, downloads and links from other pages are as they were until the next whole
    build. Raises OSError where the disk fails.
    """
    if before is None:
        return None
    bygg = Bygg()
    with _timed(bygg, "sjekk"):
        sjekket = validate(rot, before)
    if sjekket.funn or sjekket.base is None:
        bygg.funn = sjekket.funn
        return bygg
    base, sider, changed = sjekket.base, sjekket.sider, sjekket.endret
    if changed is None:
        return None
    bygg.innhold = sjekket.innhold
    new = out.with_name(out.name + ".del")
    shutil.rmtree(new, ignore_errors=True)
    with _timed(bygg, "MkDocs"):
        near = _near(base, sider, changed) if changed else {}
        bygg.funn = tuple(run_mkdocs(rot, new, make_nav(sider), base, build_date(), changed, near)) if changed else ()
    if bygg.funn:
        return bygg
    with _timed(bygg, "finish"):
        sources = {site_path(s.kilde): s.fil for s in sider if s.kilde in changed}
        if any(PLACE in (new / path).read_text("utf-8") for path in sources):
            return None  # the register is filled in by a whole build alone
        bygg.funn = finish_pages(
            new,
            out,
            sources,
            base.innstillinger,
            begreper=base.begreper.values(),
            data_blocks=data_blocks(base),
            source_of=lambda p: sources.get(p, p),
        )
    if not bygg.funn:
        for path in sources:
            (new / path).replace(out / path)
    shutil.rmtree(new, ignore_errors=True)
    return bygg


def make_files(rot: Path, base: Kunnskapsbase, heads: Mapping[str, Sidehode]) -> dict[str, bytes]:
    """The files that are made of the records alone, by path in the site. heads: what pages say of themselves, by theirs."""
    return (
        make_cards(rot, base.innstillinger, heads)
        | make_finder(base)
        | make_templates(base)
        | make_open_data(rot, base)
    )


def make_open_data(rot: Path, base: Kunnskapsbase) -> dict[str, bytes]:
    """Every file of open data and references, by its path in the site. Raises OSError for schemas that can't be read."""
    tables = make_tables(base)
    files = make_exports(base, tables, schema_files(rot), build_date())
    return files | {ARBEIDSBOK: make_workbook(base, tables, build_date())}


def make_twins(site: Path, base: Kunnskapsbase) -> dict[str, bytes]:
    """The Markdown twin of every page of the freshly built site, beside it. Raises OSError."""

    def twin(path: str) -> bytes:
        return markdown((site / path).read_text("utf-8"), path, base.innstillinger.nettadresse).encode()

    paths = [site_path(side.kilde) for side in base.sider]
    twins = zip(paths, side_by_side(twin, paths), strict=True)
    return {path.removesuffix("index.html") + "index.md": text for path, text in twins if text}


def _near(
    base: Kunnskapsbase, sider: Iterable[Side], bare: frozenset[str] | None = None
) -> dict[str, tuple[Henvisning, ...]]:
    return se_ogsa(base, {s.kilde: s.tekst for s in sider}, bare)


class Miljofeil(ValueError):
    """A variable of the environment has a value that can't be used. The message is bokmål."""


def build_date() -> str:
    """The date of the build: SOURCE_DATE_EPOCH, else today; set in the environment so that every stage uses the same.

    Raises Miljofeil where SOURCE_DATE_EPOCH is no point in time.
    """
    midnight = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    epoch = os.environ.setdefault("SOURCE_DATE_EPOCH", str(int(midnight.timestamp())))
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        raise Miljofeil(
            f"SOURCE_DATE_EPOCH er «{epoch}», men skal være et antall sekunder, for eksempel 1795305600."
        ) from None


def site_path(kilde: str) -> str:
    """Where a page of docs/ lands in the site: «metoder/dreiebok.md» → «metoder/dreiebok/index.html»."""
    stem = kilde.removesuffix(".md")
    return f"{stem}.html" if stem == "index" or stem.endswith("/index") else f"{stem}/index.html"


def _page_with(sider: Iterable[Side], navn: str) -> str | None:
    """The path in the site of the page that an explorer stands on; None where no page has it."""
    call = re.compile(rf"""{{{{ *utforsker\(["']{navn}["']\) *}}}}""")
    return next((site_path(s.kilde) for s in sider if call.search(s.tekst)), None)


def _head(side: Side) -> Sidehode:
    """What the search wants to know of a page's front matter."""
    data = side.hode.data if side.hode and isinstance(side.hode.data, dict) else {}
    return Sidehode(
        tittel=side.tittel,
        ingress=str(data.get("ingress", "")),
        temaer=tuple(data.get("temaer", ())),
        malgrupper=tuple(data.get("malgrupper", ())),
        bestemmelser=tuple(data.get("bygger_pa", ())),
        eksempel=side.eksempel,
    )


def required_anchors(base: Kunnskapsbase) -> Iterator[str]:
    """The addresses that others may have linked to and that must be there: every claim, source, term, duty, municipality."""
    for e in base.eksempler.values():
        yield from (f"{e.adresse}#{p.id}" for _, p in e.pastander())
    for n in base.nettverk.values():
        yield n.adresse
        yield from (n.adresse_til(p) for _, p in n.pastander())
    for post in (*base.kilder.values(), *base.begreper.values(), *base.lovkrav.values(), *base.lovendringer.values()):
        yield post.adresse
    yield from (f"{k.adresse}--{p.id}" for k in base.kilder.values() for p in k.kildekritikk)
    yield from (f"{mal.adresse}#filer" for mal in base.maler.values())
    yield from (f"{b.adresse}--{d.id}" for b in base.begreper.values() for d in b.definisjoner)
    yield from (f"/kommuner/#k{nummer}" for nummer in base.kommuner)


def left_out(innstillinger: Innstillinger) -> tuple[str, ...]:
    """What the site goes without because a setting of the place is missing."""
    return tuple(
        text
        for value, text in (
            (
                innstillinger.nettadresse,
                "Uten nettadresse: siteliste og kort for deling er utelatt, "
                "og feilsiden er uten stil hvis nettstedet ligger under en sti.",
            ),
            (innstillinger.kodelager, "Uten kodelager: «rediger denne siden» og lenker til GitHub er utelatt."),
            (innstillinger.postkasse, "Uten postkasse: det står ingen e-postadresse for bidrag."),
        )
        if not value
    )


@contextlib.contextmanager
def _timed(bygg: Bygg, stage: str) -> Iterator[None]:
    reset_peak()
    start, cpu = time.perf_counter(), _processor_time()
    yield
    bygg.tider[stage] = time.perf_counter() - start
    bygg.prosessortid[stage] = _processor_time() - cpu
    bygg.minne[stage] = peak_mb()


def _processor_time() -> float:
    """Seconds that this process has used, with those of the workers it has ended."""
    return sum(os.times()[:4])
