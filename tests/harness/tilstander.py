"""The states of every tool, as data: where it is, what a reader has done, and what shows that it is done.

The tests and `kb.py ytelse --tilgjengelighet` look at each of them in every width and both colour schemes. A new tool, or
a new state of one, is a line in TILSTANDER.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.harness.axe import COLOUR_RULES, Funn, se

BREDDER = (1440, 768, 320)
FARGER = ("light", "dark")

STRATEGIER = "/strategier/"  # the explorer with the fewest rows: what axe looks at is the tool
PLAN = "/verktoy/planverksted/"
DREIEBOK = "/verktoy/dreiebok/"
NETTVERK = "/verktoy/nettverksverksted/"
SJEKKLISTE = "/verktoy/sjekkliste/"
EGENVURDERING = "/verktoy/egenvurdering/"
OPPLEGG = "/seminar/eget-opplegg/"
BIDRA = "/bidra/skjema/"
METODE = "/metoder/dreiebok/"
EKSEMPEL = "/eksempler/lorenskog/"
SOKEFELT = "[data-kb-sok]:has(.kb-sok__panel:not([hidden]))"
LYSBILDER = "/seminar/veien-til-2027-lysbilder/"

Handling = Callable[[Page], object]


@dataclass(frozen=True)
class Tilstand:
    """One state: its name in bokmål, the address it begins at, and the steps to it.

    bredder: the widths it exists in. papir: as it is printed. del_: CSS selector of the part that axe looks at; what is
    around it is the same on every page, and looked at there, or it lies behind and can't be reached. pa_nytt: the steps are
    taken anew in each width, since what they open is folded away when the window changes.
    """

    navn: str
    sti: str
    gjor: tuple[Handling, ...] = ()
    bredder: tuple[int, ...] = BREDDER
    papir: bool = False
    del_: str = "main"
    pa_nytt: bool = False

    def __str__(self) -> str:
        return self.navn.replace(" ", "-")


def klikk(velger: str) -> Handling:
    """Click the first one of these."""
    return lambda page: page.locator(velger).first.click()


def skriv(velger: str, tekst: str) -> Handling:
    """Write in the field."""
    return lambda page: page.locator(velger).first.fill(tekst)


def kryss(velger: str) -> Handling:
    """Tick the first one of these."""
    return lambda page: page.locator(velger).first.check()


def vent(velger: str) -> Handling:
    """Wait until one of these can be seen."""
    return lambda page: page.locator(velger).first.wait_for()


def fil(velger: str, innhold: bytes, navn: str = "fil.json") -> Handling:
    """Give the tool a file."""
    return lambda page: page.locator(velger).first.set_input_files(
        {"name": navn, "mimeType": "application/octet-stream", "buffer": innhold}
    )


def tast(tast_: str) -> Handling:
    """Press a key."""
    return lambda page: page.keyboard.press(tast_)


def fold_ut(innen: str) -> Handling:
    """Unfold everything that is folded within."""
    return lambda page: page.evaluate(
        "(where) => document.querySelectorAll(`${where} details`).forEach((one) => { one.open = true; })", innen
    )


def _sok(ord_: str, *videre: Handling) -> tuple[Handling, ...]:
    def type_it(page: Page) -> None:
        field = page.get_by_role("combobox", name="Søk i kunnskapsbasen").first
        if not field.is_visible():
            page.locator(".kb-sok__apne").first.click()
        field.fill(ord_)

    return (type_it, vent(".kb-sok__panel:not([hidden])"), *videre)


def _til_lysbilde(velger: str) -> Handling:
    """Go on until the slide shows one of these."""

    def go(page: Page) -> None:
        for _ in range(80):
            if page.locator(f".kb-lys__ark--na {velger}").count():
                return
            page.keyboard.press("ArrowRight")
        raise AssertionError(f"ingen lysbilder har {velger}")

    return go


def _vis_lysbilder(*videre: Handling) -> tuple[Handling, ...]:
    return (
        lambda page: page.get_by_role("button", name="Vis som lysbilder").first.click(),
        vent(".kb-lys__ark--na"),
        *videre,
    )


def _planen(steg: str, *videre: Handling) -> tuple[Handling, ...]:
    return (klikk("#pl-eksempel"), *((klikk(f"#pl-steg-{steg}"),) if steg else ()), *videre)


def _nettverket(steg: str, *videre: Handling) -> tuple[Handling, ...]:
    def to(page: Page) -> None:
        steps = page.get_by_role("navigation", name="Steg i nettverksverkstedet")
        steps.get_by_role("button", name=steg).click()

    return (klikk("#nv-eksempel"), vent("#nv-scene[data-ferdig]"), to, vent(".vk-innhold h2:focus"), *videre)


def _fyll_sjekklista(page: Page) -> None:
    forms = page.locator("[data-krav]")
    for i in range(forms.count()):
        forms.nth(i).locator(f"input[value={('ja', 'delvis', 'nei', 'vet_ikke')[i % 4]}]").check()
    forms.first.locator("textarea").first.fill("Vedtak i kommunestyret")
    page.locator("#sj-vedtak").fill("2027-06-10")
    page.locator("#sj-vedtak").dispatch_event("change")


def _fyll_opplegget(page: Page) -> None:
    page.get_by_label("Kommunens navn").fill("Prikkeby")
    page.locator("#kb-klosser summary").first.click()
    for _ in range(2):
        page.locator("#kb-klosser .ol-legg").first.click()
    page.get_by_text("Legg til egen tekst").click()
    page.get_by_label("Overskrift", exact=True).fill("Vårt eget")
    page.get_by_role("button", name="Legg til teksten").click()
    page.get_by_role("button", name="Lag adresse å dele").click()


def _fyll_bidraget(page: Page) -> None:
    page.locator("#bi-kommune").fill("Tromsø")
    page.locator("#bi-tema").select_option(index=1)
    page.locator("#bi-laerdom").fill("Vi lot tre familier velge bolig først.")
    for button in page.get_by_role("button", name="Vi vet ikke").all():
        button.click()


_UTEN_UTKLIPP = """() => {
  navigator.clipboard.write = () => Promise.reject(new Error('nei'));
  document.execCommand = () => false;
}"""
_ODELAGT = b'{"format":"boligsosial-plan","versjon":1,"strategier":[{"id":5}],"tiltak":"nei"}'
_PERSONER = "Navn\tFunksjon\nAnne Prøve\tTildeling av bolig\nBjørn Prøve\tUkjent funksjon\n\tDrift"
_FORRIGE = json.dumps(
    {"format": "boligsosial-plan", "versjon": 1, "id": "annen", "plan": {"tittel": "Fjorårets"}}
).encode()

TILSTANDER: tuple[Tilstand, ...] = (
    Tilstand(
        "søk med treff",
        METODE,
        _sok("bostøtte", vent("[role=option]"), tast("ArrowDown")),
        del_=SOKEFELT,
        pa_nytt=True,
    ),
    Tilstand("søk uten treff", METODE, _sok("xyzzyqwv", vent(".kb-sok__ingen p")), del_=SOKEFELT, pa_nytt=True),
    Tilstand(
        "søket på forsiden", "/", _sok("startlån refinansiering", vent("[role=option]")), del_=SOKEFELT, pa_nytt=True
    ),
    Tilstand(
        "søkesiden med treff",
        "/sok/#q=depositum",
        (vent("[data-kb-sokeside] a:visible"), fold_ut("[data-kb-sokeside]")),
    ),
    Tilstand("søkesiden uten treff", "/sok/#q=xyzzyqwv", (vent("text=Ingen treff"),)),
    Tilstand(
        "menyen på telefon",
        METODE,
        (klikk("button:visible:has-text('Meny')"), vent(".kb-meny:visible")),
        (320,),
        del_=".kb-meny",
    ),
    Tilstand(
        "innstillinger", METODE, (klikk("button:has-text('Innstillinger')"), vent("dialog[open]")), del_="dialog[open]"
    ),
    Tilstand("utforsker med åpne filtre", STRATEGIER, (klikk(".kb-utforsker__filtre summary"), vent("fieldset label"))),
    Tilstand("utforsker filtrert", f"{STRATEGIER}?q=bolig", (vent(".kb-utforsker__valgt li"),)),
    Tilstand("utforsker uten treff", f"{STRATEGIER}?q=xyzzyq", (vent(".kb-utforsker .kb-ingen"),)),
    Tilstand(
        "utforsker med kolonnevalg",
        STRATEGIER,
        (klikk(".kb-utforsker__oppsett summary"), vent(".kb-utforsker__sortering")),
    ),
    Tilstand("sammenlign to", "/eksempler/sammenlign/?e=lorenskog,tromso", (vent(".sl-tabell"),)),
    Tilstand("sammenlign fire", "/eksempler/sammenlign/?e=lorenskog,tromso,rana,asker", (vent(".sl-tabell"),)),
    Tilstand(
        "praksiskart med valg", "/eksempler/praksiskart/?tema=boligskole&gruppe=unge", (vent("#boligskole li:visible"),)
    ),
    Tilstand(
        "som min med forslag",
        "/kommuner/som-min/",
        (skriv("#sm-kommune", "fro"), vent("#sm-kommuner [role=option]")),
        del_=".sm-felt",
    ),
    Tilstand("som min med svar", "/kommuner/som-min/?kommune=4214", (vent(".sm-liste > li"),)),
    Tilstand("sjekklista fylt ut", SJEKKLISTE, (_fyll_sjekklista,)),
    Tilstand("sjekklista med feil fil", SJEKKLISTE, (fil("#sj-apne", b"{halv"), vent("[role=status]:not(:empty)"))),
    Tilstand(
        "egenvurdering med svar og feil",
        EGENVURDERING,
        (
            kryss("[data-faktor=samordning] input[value='4']"),
            skriv("#ev-lim", "Enhet\tSamordning\nNav\t2\nHelse\tkanskje"),
            klikk("#ev-les-inn"),
            vent("#ev-tabell"),
        ),
    ),
    Tilstand("planverkstedet tomt", PLAN, (vent("#pl-eksempel"),)),
    Tilstand("planen grunnlag", PLAN, _planen("grunnlag", klikk("[id^=pl-utfordringer-linje-]"))),
    Tilstand("planen tiltak", PLAN, _planen("tiltak", klikk("#pl-strategier-linje-s5"))),
    Tilstand("planen hent fra basen", PLAN, _planen("hent", skriv("#pl-sok", "boligskole"), vent(".pl-treff li"))),
    Tilstand("planen sjekk", PLAN, _planen("sjekk", klikk("[id^=pl-utelat-]"))),
    Tilstand("planen ut", PLAN, _planen("ut", fold_ut("#planverksted"))),
    Tilstand("planen åpnet med feil", PLAN, (fil("#pl-apne", _ODELAGT), vent(".vk-feil"))),
    Tilstand("dreieboka status", DREIEBOK, _planen("status", klikk("#pl-status-linje-t9"))),
    Tilstand("dreieboka ledere", DREIEBOK, _planen("ledere")),
    Tilstand("dreieboka økonomi", DREIEBOK, _planen("okonomi", klikk("#pl-ny-kontroll"))),
    Tilstand("dreieboka ut", DREIEBOK, _planen("ut")),
    Tilstand("dreieboka og forrige fil", DREIEBOK, _planen("start", fil("#pl-forrige", _FORRIGE))),
    Tilstand("nettverket personer", NETTVERK, _nettverket("Hvem er med", fold_ut(".vk-rot"))),
    Tilstand(
        "nettverket feil i lista",
        NETTVERK,
        (klikk("#nv-nytt"), skriv("#nv-lim-personer", _PERSONER), klikk("#nv-legg-til-personer")),
    ),
    Tilstand("nettverket skjema", NETTVERK, _nettverket("Skjema", fold_ut(".vk-rot"))),
    Tilstand("nettverket svar", NETTVERK, _nettverket("Svar inn", fold_ut(".vk-rot"))),
    Tilstand("nettverket bilde og tall", NETTVERK, _nettverket("Bilde og tall", vent(".nv-bilde"), fold_ut(".vk-rot"))),
    Tilstand(
        "nettverket hva om",
        NETTVERK,
        _nettverket("Hva om", klikk("#nv-ta-ut"), vent("#nv-hvaom-svar *"), fold_ut(".vk-rot")),
    ),
    Tilstand("nettverket før og etter", NETTVERK, _nettverket("Før og etter", vent(".nv-bilde"), fold_ut(".vk-rot"))),
    Tilstand("nettverket rapport", NETTVERK, _nettverket("Rapport og fil", fold_ut(".vk-rot"))),
    Tilstand("eget opplegg fylt ut", OPPLEGG, (_fyll_opplegget, vent("a:has-text('Adressen til opplegget')"))),
    Tilstand(
        "eget opplegg med feil fil", OPPLEGG, (fil("input[type=file]", b"{halv"), vent("[role=status]:not(:empty)"))
    ),
    Tilstand("lysbilder av en metode", METODE, _vis_lysbilder(tast("ArrowRight")), del_=".kb-lys"),
    Tilstand("lysbilde med tabell", METODE, _vis_lysbilder(_til_lysbilde("table")), del_=".kb-lys"),
    Tilstand(
        "lysbilde med notater",
        LYSBILDER,
        _vis_lysbilder(tast("ArrowRight"), klikk(".kb-lys button:has-text('Notater')"), vent(".kb-lys__notat")),
        del_=".kb-lys",
    ),
    Tilstand("quiz med svar", "/seminar/veien-til-2027/", (fold_ut("article"), klikk(".kb-teller button"))),
    Tilstand("bidraget med feil", BIDRA, (skriv("#bi-kommune", "Diktvik"), klikk("#bi-lagre"), vent(".bi-mangler li"))),
    Tilstand("bidraget fylt ut", BIDRA, (_fyll_bidraget, fold_ut("article"), vent(".bi-visning li"))),
    Tilstand(
        "del med kopiert lenke",
        METODE,
        (klikk("[data-kb-del]"), vent(".kb-kopiert"), vent(".kb-anker--del")),
        del_="body",
    ),
    Tilstand(
        "del uten tilgang til utklipp",
        METODE,
        (lambda page: page.evaluate(_UTEN_UTKLIPP), klikk("[data-kb-del]"), vent(".kb-kopiert textarea")),
        del_="body",
    ),
    Tilstand("sjekklista på papir", SJEKKLISTE, (_fyll_sjekklista,), (768,), papir=True),
    Tilstand("planen på papir", PLAN, _planen("ut"), (768,), papir=True),
    Tilstand("et eksempel på papir", EKSEMPEL, (), (768,), papir=True),
)


def apne(page: Page, rot: str, tilstand: Tilstand, bredde: int = 0) -> None:
    """Bring the page to the state in light colours; bredde: the widest it has, when 0."""
    page.set_viewport_size({"width": bredde or tilstand.bredder[0], "height": 900})
    page.emulate_media(color_scheme="light", media="screen")
    page.goto(rot + tilstand.sti.removeprefix("/"))
    for step in tilstand.gjor:
        step(page)
    if tilstand.papir:
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")


def se_paa(page: Page, rot: str, tilstand: Tilstand, kjente: list[dict[str, str]]) -> dict[str, Funn]:
    """What axe says of the state in each of its widths and schemes, by «320 light».

    All rules run in each width; in dark only those that colours decide, since nothing else is another.
    """
    found: dict[str, Funn] = {}
    for nr, width in enumerate(tilstand.bredder):
        if nr == 0 or tilstand.pa_nytt:
            apne(page, rot, tilstand, width)
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in FARGER[: 1 if tilstand.papir else 2]:
            page.emulate_media(color_scheme=scheme)
            page.evaluate("scrollTo(0, 0)")  # the bar at the top must not lie over what is looked at
            only = COLOUR_RULES if scheme == "dark" else ()
            found[f"{width} {scheme}"] = se(page, tilstand.del_, kjente=kjente, bare=only)
    return found
