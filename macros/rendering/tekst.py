"""Small things as plain bokmål text: times, amounts, places in a source, names. No HTML."""

from __future__ import annotations

import re
import unicodedata

from macros.model.felles import MANEDER, Belop, Sted, Stedspunkt, Tid, Tidspunkt
from macros.model.kilde import Kilde

ARSTIDER = {"vinter": "vinteren", "var": "våren", "sommer": "sommeren", "host": "høsten"}
ORDENSTALL = ("", "første", "annet", "tredje", "fjerde", "femte", "sjette", "sjuende", "åttende", "niende", "tiende")
HARDT = "\u00a0"  # keeps a number and its unit on one line

DEKLARASJON = (
    ("malgruppe", "målgruppe"),
    ("metode", "metode"),
    ("gjennomforing", "gjennomføring"),
    ("effekt", "effekt"),
    ("okonomi", "økonomi"),
)
"""The five counts of a kunnskapsdeklarasjon with the word the reader meets."""


def tidspunkt(punkt: Tidspunkt) -> str:
    """2011 → «2011», «2011-08» → «august 2011», «2011-host» → «høsten 2011», «2011-08-31» → «31. august 2011»."""
    parts = str(punkt).split("-")
    if len(parts) == 1:
        return parts[0]
    if parts[1] in ARSTIDER:
        return f"{ARSTIDER[parts[1]]} {parts[0]}"
    month = MANEDER[int(parts[1]) - 1]
    return f"{month} {parts[0]}" if len(parts) == 2 else f"{int(parts[2])}.{HARDT}{month} {parts[0]}"


def tid(t: Tid, grunner: dict[str, str]) -> str:
    """A time as text. `grunner`: code of mangel → its name, for times that aren't known."""
    out = [_when(t, grunner)]
    if t.holdt:
        out.append("holdt " + ramse([tidspunkt(p) for p in t.holdt]))
    if t.merknad:
        out.append(t.merknad)
    return "; ".join(x for x in out if x)


def _when(t: Tid, grunner: dict[str, str]) -> str:
    if t.mangler:
        return grunner[t.mangler].lower()
    if t.gjentas:
        return " ".join(x for x in (_recurring(t), _interval(t)) if x)
    return tidspunkt(t.naar) if t.naar else _interval(t)


def _recurring(t: Tid) -> str:
    often = {"arlig": "hvert år", "halvarlig": "hvert halvår", "manedlig": "hver måned"}[str(t.gjentas)]
    if not t.hver_dato:
        return often
    month, day = t.hver_dato.split("-")
    return f"{int(day)}.{HARDT}{MANEDER[int(month) - 1]} {often}"


def _interval(t: Tid) -> str:
    if t.fra and t.til:
        years = all(isinstance(p, int) for p in (t.fra, t.til))
        return f"{t.fra}–{t.til}" if years else f"{tidspunkt(t.fra)} til {tidspunkt(t.til)}"
    if t.fra:
        return f"fra {tidspunkt(t.fra)}"
    return f"til {tidspunkt(t.til)}" if t.til else ""


def arstall(t: Tid) -> str:
    """The years a time covers: «2009–2011», «2012», «fra 2012», «til 2011»; «» where none is known."""
    first, last = (str(p)[:4] if p else "" for p in (t.naar or t.fra, t.naar or t.til))
    if first and last:
        return first if first == last else f"{first}–{last}"
    return f"fra {first}" if first else f"til {last}" if last else ""


def tall(verdi: int | float) -> str:
    """12345.5 → «12 345,5», with spaces that don't break."""
    whole, _, part = f"{verdi:,}".partition(".")
    return whole.replace(",", HARDT) + (f",{part}" if part and part != "0" else "")


def belop(b: Belop, koder: dict[str, dict[str, str]]) -> str:
    """An amount as text. `koder`: names of the lists mangel, per and belopsslag by code."""
    if b.kroner is None:
        return koder["mangel"][b.mangler] if b.mangler else ""
    return f"{tall(b.kroner)}{HARDT}kroner{belop_uten_tall(b, koder)}"


def belop_uten_tall(b: Belop, koder: dict[str, dict[str, str]]) -> str:
    """What follows the figure of an amount: « per år, 2012–2015 (investering), fra Lørenskog kommune»."""
    out = f" {koder['per'][b.per]}" if b.per else ""
    if b.periode:
        out += f", {tid(b.periode, koder['mangel'])}"
    if b.slags:
        out += f" ({koder['belopsslag'][b.slags]})"
    return out + (f", fra {b.fra_hvem}" if b.fra_hvem else "")


def sted(punkter: Sted) -> str:
    """Places in a source as a reader writes them: «s. 4, 8–9», «§ 5 annet ledd», «tabell 2, s. 26»."""
    plain = [p.side for p in punkter if isinstance(p.side, int) and p == Stedspunkt(side=p.side)]
    rest = [_punkt(p) for p in punkter if not (isinstance(p.side, int) and p == Stedspunkt(side=p.side))]
    pages = [f"s.{HARDT}{', '.join(_ranges(sorted(set(plain))))}"] if plain else []
    return "; ".join(pages + rest)


def _ranges(sider: list[int]) -> list[str]:
    out: list[list[int]] = []
    for side in sider:
        if out and side == out[-1][-1] + 1:
            out[-1].append(side)
        else:
            out.append([side])
    return [f"{r[0]}–{r[-1]}" if len(r) > 1 else str(r[0]) for r in out]


def _punkt(p: Stedspunkt) -> str:
    out = []
    if p.paragraf:
        ledd = f" {_nth(p.ledd)} ledd" if p.ledd else ""
        punktum = f" {_nth(p.punktum)} punktum" if p.punktum else ""
        out.append(f"§{HARDT}{p.paragraf}{ledd}{punktum}")
    if p.kapittel:
        out.append(f"kapittel {p.kapittel}")
    if p.overskrift:
        out.append(f"under «{p.overskrift}»")
    if p.tabell:
        out.append(f"tabell {p.tabell}")
    if p.figur:
        out.append(f"figur {p.figur}")
    if p.side:
        out.append(f"s.{HARDT}{p.side}")
    return ", ".join(out)


def _nth(number: int) -> str:
    return ORDENSTALL[number] if number < len(ORDENSTALL) else f"{number}."


def ramse(deler: list[str]) -> str:
    """["a", "b", "c"] → «a, b og c»."""
    return deler[0] if len(deler) == 1 else f"{', '.join(deler[:-1])} og {deler[-1]}" if deler else ""


def kildenavn(kilde: Kilde) -> str:
    """The short name of a source: «Lørenskog kommune (2011)», «Yttredal mfl. (2015)», «boligsosialloven»."""
    if kilde.korttittel:
        return kilde.korttittel
    who = kilde.utgiver
    if kilde.forfattere:
        names = [f.split(",")[0] for f in kilde.forfattere]
        who = names[0] if len(names) == 1 else f"{names[0]} og {names[1]}" if len(names) == 2 else f"{names[0]} mfl."
    year = str(kilde.utgitt.naar or kilde.utgitt.fra or "")[:4]
    return f"{who} ({year or 'uten år'})"


_TALLORD = ("null", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv")


def tallord(antall: int) -> str:
    """A whole number as it is written in running text: «fem», «13»."""
    return _TALLORD[antall] if antall < len(_TALLORD) else tall(antall)


def adressenavn(tekst: str) -> str:
    """The text as part of an address or a file name: «Møre og Romsdal» → «more-og-romsdal»."""
    plain = tekst.lower().translate(str.maketrans({"ø": "o", "æ": "ae", "đ": "d", "ŋ": "n", "ŧ": "t"}))
    letters = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def stor(tekst: str) -> str:
    """The text with a capital first letter."""
    return tekst[:1].upper() + tekst[1:]


def overskriftsnavn(tekst: str, skille: str) -> str:
    """The anchor of a heading («Økonomi» → «okonomi»). The form is the one Python-Markdown's toc asks for."""
    return adressenavn(tekst).replace("-", skille)
