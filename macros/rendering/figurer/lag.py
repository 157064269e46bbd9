"""What each figure shows: records in, a Figur out. The drawing itself is in the modules beside this one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from macros import queries
from macros.model import Kunnskapsbase
from macros.model.eksempel import Eksempel, Okonomipost
from macros.model.felles import Pastand, Sted, Tid
from macros.model.lov import Lovhendelse
from macros.model.nettverk import Nettverk, Nettverkstall
from macros.rendering import tekst
from macros.rendering.columns import Kolonner
from macros.rendering.figurer.soyler import Skala, Soyle, tegn_prikker, tegn_soyler
from macros.rendering.figurer.svg import BRED, SMAL, Tegning
from macros.rendering.figurer.tidslinje import Periode, tegn_tidslinje
from macros.rendering.figurer.tre import Node, tegn_tre
from macros.rendering.tables import Celle, Kolonne, Tabell, make_table


@dataclass(frozen=True, kw_only=True, slots=True)
class Figur:
    """A figure ready to be written: its two drawings, what is said of it, where it is from, and the table behind it."""

    navn: str
    tittel: str
    beskrivelse: str
    smal: Tegning
    bred: Tegning
    tabell: Tabell
    merknad: str = ""
    kilder: tuple[tuple[str, Sted], ...] = ()
    med_lenker: bool = False


class IngenFigurError(ValueError):
    """The records have nothing for the figure to show. The message is bokmål, for the writer of the page."""


def _both(draw: Callable[[int], Tegning]) -> dict[str, Tegning]:
    return {"smal": draw(SMAL), "bred": draw(BRED)}


def _column(navn: str, tittel: str, text: Callable[[object], str]) -> Kolonne:
    return Kolonne(navn, tittel, lambda row: Celle(text(row)))


# Time


def lag_tidslinje(base: Kunnskapsbase) -> Figur:
    """Law, strategies, programmes and reports on one axis of time."""
    groups = queries.utviklingen(base)
    drawn = [(name, [_period(h) for h in events]) for name, events in groups]
    rows = [(name, h) for name, events in groups for h in events]
    kolonner = [
        _column("tekst", "Hva", lambda r: r[1].tekst),
        _column("tid", "Når", lambda r: tekst.stor(_when(r[1].tid))),
        _column("spor", "Slag", lambda r: r[0]),
        Kolonne("kilde", "Kilde", lambda r: _source_cell(base, r[1].kilde, r[1].sted)),
    ]
    years = [int(p.fra) for _, group in drawn for p in group]
    return Figur(
        navn="utviklingen",
        tittel=f"Lov, strategier og programmer {min(years)}–{max(int(p.til) for _, group in drawn for p in group)}",
        beskrivelse=". ".join(f"{name}: {len(group)}" for name, group in drawn)
        + ". Hver linje har tid og navn, med et merke eller en søyle under som viser årene. Alt står i tabellen under.",
        tabell=make_table("utviklingen", "Lov, strategier og programmer", kolonner, rows),
        **_both(lambda w: tegn_tidslinje(drawn, w)),
    )


def _when(t: Tid) -> str:
    return tekst.tidspunkt(t.naar) if t.naar else tekst.arstall(t)


def _period(h: Lovhendelse) -> Periode:
    start, end = (_year(p) for p in (h.tid.naar or h.tid.fra or h.tid.til, h.tid.naar or h.tid.til or h.tid.fra))
    whole_years = h.tid.fra is not None and isinstance(h.tid.til, int)
    return Periode(h.tekst.rstrip("."), tekst.stor(_when(h.tid)), start, end + 1 if whole_years else end)


def _year(point: object) -> float:
    year, _, rest = str(point).partition("-")
    month = rest[:2]
    return int(year) + ((int(month) - 1) / 12 if month.isdigit() else 0)


# Trees


def lag_organisering(base: Kunnskapsbase, e: Eksempel, navn: dict[str, dict[str, str]]) -> Figur:
    """Who reports to whom, only where the source says so. Raises IngenFigurError."""
    bodies = e.organisering.organer if e.organisering else ()
    known = {o.id for o in bodies}
    linked = {o.id for o in bodies if o.rapporterer_til} | {r for o in bodies for r in o.rapporterer_til if r in known}

    def node(o: object) -> Node:
        leader = f" – {o.leder.rolle} leder" if o.leder and o.leder.rolle.lower() not in o.navn.lower() else ""
        below = tuple(node(b) for b in bodies if o.id in b.rapporterer_til)
        return Node(tekst.stor(navn["organslag"][o.organslag]), o.navn + leader, f"#{o.id}", below)

    roots = tuple(node(o) for o in bodies if o.id in linked and not any(r in known for r in o.rapporterer_til))
    if not roots:
        raise IngenFigurError(
            f"Kilden til «{e.id}» sier ikke hvem som rapporterer til hvem, så det er ingenting å tegne."
        )
    names = {o.id: o.navn for o in bodies}
    kolonner = [
        Kolonne("navn", "Organ", lambda o: Celle(o.navn, f"#{o.id}")),
        Kolonne("slag", "Slags organ", lambda o: Celle(navn["organslag"][o.organslag])),
        Kolonne(
            "over",
            "Rapporterer til",
            lambda o: tuple(Celle(names[r], f"#{r}") for r in o.rapporterer_til) or (Celle("kilden sier det ikke"),),
        ),
    ]
    outside = [o.navn for o in bodies if o.id not in linked]
    return Figur(
        navn=f"organisering-{e.id}",
        tittel=f"Hvem som rapporterer til hvem: {Kolonner(base).kommunenavn(e)}",
        beskrivelse=f"{len(linked)} ruter. Ruta under hører til den over. Lenkene går til det kilden sier om hvert organ.",
        merknad=f"Bare streker som kilden selv beskriver, er tegnet. Uten strek i kilden: {tekst.ramse(outside)}."
        if outside
        else "Bare streker som kilden selv beskriver, er tegnet.",
        tabell=make_table(f"organisering-{e.id}", "Organene og hvem de rapporterer til", kolonner, bodies),
        kilder=_places(o for o in bodies if o.id in linked),
        med_lenker=True,
        **_both(lambda w: tegn_tre(roots, w)),
    )


def lag_kjede(base: Kunnskapsbase, e: Eksempel) -> Figur:
    """From challenge to goal to strategy to measure, only along the links the source makes. Raises IngenFigurError."""
    links = queries.koblinger(e)
    posts = {p.id: (slag, p) for slag, p in queries.kjedeposter(e)}
    below = {over for over, _ in links}
    hanging = {under for _, under in links}

    def node(id: str) -> Node:
        slag, p = posts[id]
        return Node(slag, p.tekst, f"#{id}", tuple(node(under) for over, under in links if over == id))

    roots = tuple(node(id) for id in posts if id in below and id not in hanging)
    if not roots:
        raise IngenFigurError(
            f"Kilden til «{e.id}» kobler ikke mål, strategier og tiltak, så det er ingen kjede å tegne."
        )
    loose = len([id for id in posts if id not in below | hanging])
    kolonner = [
        Kolonne("under", "Dette", lambda k: Celle(posts[k[1]][1].tekst, f"#{k[1]}")),
        Kolonne("slag", "Er i kilden", lambda k: Celle(posts[k[1]][0])),
        Kolonne("over", "Hører under", lambda k: Celle(posts[k[0]][1].tekst, f"#{k[0]}")),
    ]
    return Figur(
        navn=f"kjede-{e.id}",
        tittel=f"Hva som hører sammen i planen: {Kolonner(base).kommunenavn(e)}",
        beskrivelse=f"{len(links)} koblinger. Ruta under hører til den over. Lenkene går til hvert punkt på siden.",
        merknad="Bare koblinger som kilden selv gjør, er tegnet." + _loose(loose),
        tabell=make_table(f"kjede-{e.id}", "Hva som hører sammen", kolonner, links),
        kilder=_places(posts[id][1] for id in posts if id in below | hanging),
        med_lenker=True,
        **_both(lambda w: tegn_tre(roots, w)),
    )


def _loose(number: int) -> str:
    if not number:
        return ""
    what = "Ett annet punkt" if number == 1 else f"{tekst.stor(tekst.tallord(number))} andre punkter"
    return f" {what} i planen står uten kobling i kilden."


# Bars


def lag_tiltak(base: Kunnskapsbase, e: Eksempel, navn: dict[str, dict[str, str]]) -> Figur:
    """How many measures of an example are in each state. Raises IngenFigurError."""
    counted = [(kode, [t for t in e.tiltak if t.tilstand == kode]) for kode in navn["tilstand"]]
    rows = [Soyle(navn["tilstand"][kode], len(found), str(len(found))) for kode, found in counted if found]
    if not rows:
        raise IngenFigurError(f"Eksempelet «{e.id}» har ingen tiltak.")
    kolonner = [
        Kolonne("tekst", "Tiltak", lambda t: Celle(t.tekst, f"#{t.id}")),
        Kolonne("tilstand", "Tilstand", lambda t: Celle(navn["tilstand"][t.tilstand], merke=f"tilstand-{t.tilstand}")),
        _column("oppgitt", "Kildens ord", lambda t: "; ".join(t.oppgitt.tilstand) if t.oppgitt else ""),
    ]
    in_order = [t for _, found in counted for t in found]
    return Figur(
        navn=f"tilstand-{e.id}",
        tittel=f"Hvor langt tiltakene var kommet: {Kolonner(base).kommunenavn(e)}",
        beskrivelse=f"{len(e.tiltak)} tiltak. " + ", ".join(f"{r.navn}: {r.vist}" for r in rows) + ".",
        merknad="Tilstanden er slik vi leser kilden. Kildens egne ord står i tabellen.",
        tabell=make_table(f"tilstand-{e.id}", "Tiltakene og hvor langt de var kommet", kolonner, in_order),
        kilder=_places(e.tiltak),
        **_both(lambda w: tegn_soyler(rows, Skala(0, max(r.verdi or 0 for r in rows)), w)),
    )


def lag_nettverk(base: Kunnskapsbase, tallslag: str, kolonner: Kolonner) -> Figur:
    """One figure of every network survey, side by side, with how many answers it rests on. Raises IngenFigurError."""
    found = [(n, p) for n in base.nettverk.values() if (p := _first(n, tallslag)) and p.verdi is not None]
    if not found:
        raise IngenFigurError(f"Ingen nettverk har tallet «{tallslag}».")
    found.sort(key=lambda pair: (-(pair[1].verdi or 0), queries.norsk(_name(base, pair[0]))))
    unit = " %" if tallslag == "svarprosent" else ""
    rows = [Soyle(_name(base, n), p.verdi, f"{tekst.tall(p.verdi or 0)}{unit}") for n, p in found]
    name = kolonner.navn["tallslag"][tallslag]
    one = found[0][1]
    on_scale = tallslag == "snitt"
    scale = Skala(1, 6, ("1", "6")) if on_scale else Skala(0, 100 if unit else max(r.verdi or 0 for r in rows))
    draw = tegn_prikker if on_scale else tegn_soyler
    cols = [
        Kolonne("kommune", "Kommune", lambda r: Celle(_name(base, r[0]), r[0].adresse_til(r[1]))),
        Kolonne("verdi", name, lambda r: Celle(f"{tekst.tall(r[1].verdi or 0)}{unit}"), tall=True),
        Kolonne("svar", "Antall svar", lambda r: Celle(_answers(r[0])), tall=True),
        Kolonne("teller", "Hva tallet teller", lambda r: Celle(r[1].teller or "")),
        Kolonne("kilde", "Kilde", lambda r: kolonner.kilde(r[1])),
    ]
    basis = "; ".join(x for x in (one.sporsmal, f"skala {one.skala}" if one.skala else None, one.teller) if x)
    return Figur(
        navn=f"nettverk-{tallslag.replace('_', '-')}",
        tittel=f"{name} i {tekst.tallord(len(found))} kommuner",
        beskrivelse=", ".join(f"{r.navn}: {r.vist}" for r in rows) + ".",
        merknad=f"{tekst.stor(basis)}. Få har svart, så en liten forskjell kan være tilfeldig.",
        tabell=make_table(f"figur-{tallslag}", f"{name} side om side", cols, found),
        kilder=_places(p for _, p in found),
        **_both(lambda w: draw(rows, scale, w)),
    )


def _first(n: Nettverk, tallslag: str) -> Nettverkstall | None:
    return next((p for p in n.tall if p.tallslag == tallslag), None)


def _answers(n: Nettverk) -> str:
    p = _first(n, "antall_svar")
    return f"{tekst.tall(p.verdi)} ({p.teller})" if p and p.verdi is not None else "ikke oppgitt"


def _name(base: Kunnskapsbase, n: Nettverk) -> str:
    return n.navn_i_kilden or base.kommuner[n.kommune].navn


def lag_okonomi(base: Kunnskapsbase, e: Eksempel) -> Figur:
    """The sums of an example's economy, each with the lines it is the sum of. Raises IngenFigurError."""
    groups = queries.regnskap(e)
    if not groups:
        raise IngenFigurError(f"Økonomien til «{e.id}» har ingen summer å vise.")
    rows = [_money(p, i == 0) for group in groups for i, p in enumerate(group)]
    kolonner = [
        Kolonne("tekst", "Post", lambda p: Celle(p.tekst, f"#{p.id}")),
        _column("belop", "Kroner", lambda p: tekst.tall(p.belop.kroner)),
        Kolonne("kilde", "Kilde", lambda p: _source_cell(base, p.kilde, p.sted)),
    ]
    posts = [p for group in groups for p in group]
    return Figur(
        navn=f"okonomi-{e.id}",
        tittel=f"Regnskapet: {Kolonner(base).kommunenavn(e)}",
        beskrivelse=f"{len(groups)} summer, hver med postene den er satt sammen av. "
        + ". ".join(f"{g[0].tekst}: {tekst.tall(g[0].belop.kroner or 0)} kroner" for g in groups)
        + ".",
        merknad="Beløpene er i kroner fra den tida, ikke regnet om til dagens.",
        tabell=make_table(f"figur-okonomi-{e.id}", "Summene og postene i dem", kolonner, posts),
        kilder=_places(posts),
        **_both(lambda w: tegn_soyler(rows, Skala(0, max(r.verdi or 0 for r in rows)), w)),
    )


def _money(p: Okonomipost, er_sum: bool) -> Soyle:
    return Soyle(p.tekst.rstrip("."), p.belop.kroner, f"{tekst.tall(p.belop.kroner or 0)} kr", er_sum)


# Sources


def _source_cell(base: Kunnskapsbase, kilde: str, sted: Sted) -> Celle:
    return Celle(f"{tekst.kildenavn(base.kilder[kilde])}, {tekst.sted(sted)}", base.kilder[kilde].adresse)


def _places(posts: Iterable[Pastand]) -> tuple[tuple[str, Sted], ...]:
    """Each source of the claims once, with every place in it, pages first."""
    by_source: dict[str, list] = {}
    for p in posts:
        by_source.setdefault(p.kilde, []).extend(p.sted)
    return tuple((kilde, _plain(places)) for kilde, places in by_source.items())


def _plain(places: Sequence) -> Sted:
    """The places without repetition; a page that has been named stands in for the tables and figures on it."""
    pages = {p.side: type(p)(side=p.side) for p in places if isinstance(p.side, int)}
    others = dict.fromkeys(p for p in places if not isinstance(p.side, int))
    return tuple(pages[n] for n in sorted(pages)) + tuple(others)
