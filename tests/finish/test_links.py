"""Links: how each kind is rewritten, and the exact message of each fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.finish import finish
from macros.finish.addresses import joined, relative
from tests.finish.lite import MED_ADRESSE, UTEN_ADRESSE, finished, page, told, write

AROUND = {
    "eksempler/index.html": page(),
    "eksempler/lorenskog/index.html": page('<h2 id="komp-5">Fem</h2><a name="gammelt"></a>'),
    "om/æ ø/index.html": page(),
    "assets/x.svg": '<svg xmlns="http://www.w3.org/2000/svg"><g id="ikon"/></svg>',
    "assets/x.css": "",
    "assets/brev.pdf": b"%PDF",
    "404.html": page(),
}
HERE = "verktoy/plan/index.html"


def rewritten(tmp_path: Path, body: str) -> str:
    result = finished(tmp_path, {**AROUND, HERE: page(body)})
    assert told(result) == []
    return (tmp_path / HERE).read_text("utf-8").partition("</h1>\n")[2].removesuffix("\n</body>\n</html>\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="/eksempler/lorenskog/#komp-5">', '<a href="../../eksempler/lorenskog/#komp-5">'),
        ('<a href="/eksempler/lorenskog#komp-5">', '<a href="../../eksempler/lorenskog/#komp-5">'),
        ('<a href="/eksempler/lorenskog.md#komp-5">', '<a href="../../eksempler/lorenskog/#komp-5">'),
        ('<a href="/eksempler/index.md">', '<a href="../../eksempler/">'),
        ("<a class=x href='/eksempler/?sok=a&amp;b#top'>", '<a class=x href="../../eksempler/?sok=a&amp;b#top">'),
        ('<a href="/verktoy/plan/">', '<a href="./">'),
        ('<h2 id="a">x</h2><a href="/verktoy/plan/#a">', '<h2 id="a">x</h2><a href="#a">'),
        ('<a href="/om/%C3%A6%20%C3%B8/">', '<a href="../../om/%C3%A6%20%C3%B8/">'),
        ('<img alt="" src="/assets/x.svg">', '<img alt="" src="../../assets/x.svg">'),
        (
            '<img alt="" srcset="/assets/x.svg 1x, /assets/x.svg 2x">',
            '<img alt="" srcset="../../assets/x.svg 1x, ../../assets/x.svg 2x">',
        ),
        ('<svg><use href="/assets/x.svg#ikon"/></svg>', '<svg><use href="../../assets/x.svg#ikon"/></svg>'),
        ('<svg><use xlink:href="/assets/x.svg#ikon"/></svg>', '<svg><use xlink:href="../../assets/x.svg#ikon"/></svg>'),
        (
            '<meta http-equiv="refresh" content="0; url=/eksempler/">',
            '<meta http-equiv="refresh" content="0; url=../../eksempler/">',
        ),
        ('<blockquote cite="/eksempler/">', '<blockquote cite="../../eksempler/">'),
        ('<link rel="stylesheet" href="/assets/x.css">', '<link rel="stylesheet" href="../../assets/x.css">'),
    ],
)
def test_root_absolute_addresses_become_relative(tmp_path: Path, before: str, after: str):
    assert rewritten(tmp_path, before) == after


@pytest.mark.parametrize(
    "body",
    [
        '<a href="../../eksempler/lorenskog/#komp-5">',
        '<a href="../../eksempler/lorenskog/#gammelt">',
        '<a href="../../eksempler">',
        '<a href="./">',
        '<a href="#">',
        '<a href="#top">',
        '<a href="#:~:text=ord">',
        '<a href="#steg=3">',
        '<a href="../../assets/brev.pdf#page=2">',
        '<a href="https://lovdata.no/dokument/x#a">',
        '<a href="mailto:post@eksempel.no?subject=to ord">',
        '<a href="tel:+4712345678">',
        '<img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
        "<!-- <a href='/finnes-ikke/'> -->",
        '<a data-href="/finnes-ikke/">',
    ],
)
def test_what_is_right_is_left_as_it_is(tmp_path: Path, body: str):
    assert rewritten(tmp_path, body) == body


TIPS = {
    "LEN-001": "Rett adressen, eller lag det den peker på.",
    "LEN-002": "Rett det som står etter «#», eller gi overskriften denne id-en.",
    "LEN-003": "Legg fila i docs/assets/ og pek på den der: nettstedet skal klare seg uten andre tjenere.",
    "LEN-007": "Skriv adressen fra roten av nettstedet, med «/» først.",
    "LEN-008": "Skriv adressen slik den står i nettleserens adressefelt.",
    "LEN-009": "Bytt til en adresse som alle kan åpne.",
}


@pytest.mark.parametrize(
    ("body", "kode", "felt", "melding"),
    [
        (
            '<a href="/eksempler/lorenskg/">',
            "LEN-001",
            "a[href]",
            "«/eksempler/lorenskg/» finnes ikke på nettstedet. Mente du «/eksempler/lorenskog/»?",
        ),
        (
            '<a href="/eksempler/lorenskg.md">',
            "LEN-001",
            "a[href]",
            "«/eksempler/lorenskg.md» finnes ikke på nettstedet. Mente du «/eksempler/lorenskog/»?",
        ),
        (
            '<a href="/Eksempler/">',
            "LEN-001",
            "a[href]",
            "«/Eksempler/» finnes ikke på nettstedet. Mente du «/eksempler/»?",
        ),
        (
            '<a href="../pln/">',
            "LEN-001",
            "a[href]",
            "«../pln/» peker på «/verktoy/pln/», som ikke finnes på nettstedet. Mente du «/verktoy/plan/»?",
        ),
        (
            '<img alt="" src="/assets/y.svg">',
            "LEN-001",
            "img[src]",
            "«/assets/y.svg» finnes ikke på nettstedet. Mente du «/assets/x.svg»?",
        ),
        ('<a href="/qqq/">', "LEN-001", "a[href]", "«/qqq/» finnes ikke på nettstedet."),
        (
            '<a href="/eksempler/lorenskog/#komp-55">',
            "LEN-002",
            "a[href]",
            "Lenken «/eksempler/lorenskog/#komp-55»: siden finnes, men ikke stedet «komp-55» på den. "
            "Mente du «#komp-5»?",
        ),
        (
            '<a href="/eksempler/lorenskog/#Komp-5">',
            "LEN-002",
            "a[href]",
            "Lenken «/eksempler/lorenskog/#Komp-5»: siden finnes, men ikke stedet «Komp-5» på den. Mente du «#komp-5»?",
        ),
        (
            '<a href="#borte">',
            "LEN-002",
            "a[href]",
            "Lenken «#borte»: siden finnes, men ikke stedet «borte» på den.",
        ),
        (
            '<svg><use href="/assets/x.svg#ikn"/></svg>',
            "LEN-002",
            "use[href]",
            "Lenken «/assets/x.svg#ikn»: siden finnes, men ikke stedet «ikn» på den. Mente du «#ikon»?",
        ),
        (
            '<script src="https://unpkg.com/x.js"></script>',
            "LEN-003",
            "script[src]",
            "Siden henter «https://unpkg.com/x.js» fra en annen tjener (unpkg.com).",
        ),
        (
            '<img alt="" src="//a.no/x.png">',
            "LEN-003",
            "img[src]",
            "Siden henter «//a.no/x.png» fra en annen tjener (a.no).",
        ),
        (
            '<img alt="" srcset="https://a.no/x.png 2x">',
            "LEN-003",
            "img[srcset]",
            "Siden henter «https://a.no/x.png» fra en annen tjener (a.no).",
        ),
        (
            '<link rel="preload" href="https://a.no/f.woff2">',
            "LEN-003",
            "link[href]",
            "Siden henter «https://a.no/f.woff2» fra en annen tjener (a.no).",
        ),
        (
            '<svg><use href="https://a.no/x.svg#i"/></svg>',
            "LEN-003",
            "use[href]",
            "Siden henter «https://a.no/x.svg#i» fra en annen tjener (a.no).",
        ),
        ('<a href="../../../x/">', "LEN-007", "a[href]", "«../../../x/» peker utenfor nettstedet."),
        ('<a href="">', "LEN-008", "a[href]", "Adressen «» er feil skrevet: den er tom."),
        (
            '<a href="/to ord/">',
            "LEN-008",
            "a[href]",
            "Adressen «/to ord/» er feil skrevet: den har mellomrom eller styretegn.",
        ),
        (
            '<a href="\\\\a\\b">',
            "LEN-008",
            "a[href]",
            "Adressen «\\\\a\\b» er feil skrevet: den har en omvendt skråstrek.",
        ),
        (
            '<a href="/100%/">',
            "LEN-008",
            "a[href]",
            "Adressen «/100%/» er feil skrevet: «%/» er ikke en gyldig prosentkode.",
        ),
        (
            '<a href="https:/lovdata.no">',
            "LEN-008",
            "a[href]",
            "Adressen «https:/lovdata.no» er feil skrevet: den mangler navnet på tjeneren.",
        ),
        (
            '<a href="https://[x/">',
            "LEN-008",
            "a[href]",
            "Adressen «https://[x/» er feil skrevet: tjenernavnet kan ikke leses.",
        ),
        (
            '<a href="http://localhost:8000/x/">',
            "LEN-009",
            "a[href]",
            "«http://localhost:8000/x/» finnes bare på én maskin.",
        ),
        ('<a href="file:///C:/x.html">', "LEN-009", "a[href]", "«file:///C:/x.html» finnes bare på én maskin."),
    ],
)
def test_a_fault_in_a_link_is_told(tmp_path: Path, body: str, kode: str, felt: str, melding: str):
    result = finished(tmp_path, {**AROUND, HERE: page(body)})
    assert told(result) == [f"docs/verktoy/plan.md:0: [{kode}] {felt}: {melding} Tips: {TIPS[kode]}"]


def test_a_link_with_the_sites_own_address_is_checked_as_one_of_its_own(tmp_path: Path):
    body = '<a href="https://eksempel.no/base/eksempler/">a</a><a href="https://eksempel.no/base/borte/">b</a>'
    result = finished(tmp_path, {**AROUND, HERE: page(body)}, MED_ADRESSE)
    assert [(f.kode, f.melding) for f in result.funn] == [
        ("LEN-001", "«https://eksempel.no/base/borte/» peker på «/borte/», som ikke finnes på nettstedet.")
    ]


def css(tmp_path: Path, text: str) -> tuple[list[str], str]:
    result = finished(tmp_path, {**AROUND, "assets/css/y.css": text})
    return told(result), (tmp_path / "assets/css/y.css").read_text("utf-8")


def test_addresses_in_style_sheets(tmp_path: Path):
    rest = "/* url(/borte) */ c{d:url(../x.svg) url(data:,x)}"
    before = "@import '/assets/x.css'; a{b:url( \"/assets/x.svg#ikon\" )} " + rest
    after = "@import '../x.css'; a{b:url( \"../x.svg#ikon\" )} " + rest
    assert css(tmp_path, before) == ([], after)


def test_a_style_sheet_that_points_at_nothing(tmp_path: Path):
    assert css(tmp_path, "a{b:url(../z.svg)}")[0] == [
        "docs/assets/css/y.css:0: [LEN-004] : Stilarket viser til «../z.svg», som ikke finnes på nettstedet. "
        "Mente du «/assets/x.svg»? Tips: Rett adressen, eller legg fila der."
    ]


@pytest.mark.parametrize(
    "text", ["a{b:url(https://a.no/x)}", '@import "https://a.no/x";', "@import url(https://a.no/x);"]
)
def test_a_style_sheet_that_fetches_from_another_host(tmp_path: Path, text: str):
    assert css(tmp_path, text)[0] == [
        "docs/assets/css/y.css:0: [LEN-005] : Stilarket henter «https://a.no/x» fra en annen tjener. Tips: Legg fila i "
        "docs/assets/ og pek på den der: nettstedet skal klare seg uten andre tjenere."
    ]


def test_addresses_that_must_exist(tmp_path: Path):
    wanted = ["/eksempler/lorenskog/#komp-5", "/eksempler/lorenskog/#komp-6", "/eksempler/lorenskig/#komp-5"]
    assert told(finished(tmp_path, AROUND, anchors_required=wanted)) == [
        "docs/eksempler/lorenskig.md:0: [LEN-006] : Adressen «/eksempler/lorenskig/#komp-5» skal finnes, men siden er "
        "ikke laget. Mente du «/eksempler/lorenskog/»? Tips: Lag siden, eller rett adressen der den blir bestemt.",
        "docs/eksempler/lorenskog.md:0: [LEN-006] : Adressen «/eksempler/lorenskog/#komp-6» skal finnes, men siden har "
        "ikke stedet «komp-6». Nærmest er «#komp-5». Tips: Sørg for at siden viser det som har denne id-en.",
    ]


@pytest.mark.parametrize(
    ("innstillinger", "before", "after"),
    [
        (UTEN_ADRESSE, "/eksempler/", "/eksempler/"),
        (UTEN_ADRESSE, "/eksempler.md", "/eksempler/"),
        (MED_ADRESSE, "/eksempler/", "/base/eksempler/"),
        (MED_ADRESSE, "/base/eksempler/", "/base/eksempler/"),
        (MED_ADRESSE, "/eksempler/lorenskog/#komp-5", "/base/eksempler/lorenskog/#komp-5"),
        (MED_ADRESSE, "/base/eksempler/lorenskog/#komp-5", "/base/eksempler/lorenskog/#komp-5"),
    ],
)
def test_the_404_page_gets_addresses_that_hold_at_any_depth(tmp_path: Path, innstillinger, before: str, after: str):
    files = {**AROUND, "404.html": page(f'<a href="{before}">')}
    assert told(finished(tmp_path, files, innstillinger)) == []
    assert f'<a href="{after}">' in (tmp_path / "404.html").read_text("utf-8")


def test_a_relative_link_on_the_404_page(tmp_path: Path):
    assert told(finished(tmp_path, {**AROUND, "404.html": page('<a href="eksempler/">')})) == [
        "docs/overrides/404.html:0: [LEN-010] a[href]: «eksempler/» virker ikke på 404-siden, som vises for adresser "
        "på alle nivåer. Tips: Skriv adressen fra roten av nettstedet, med «/» først."
    ]


def test_a_broken_link_on_the_404_page(tmp_path: Path):
    result = finished(tmp_path, {**AROUND, "404.html": page('<a href="/base/borte/">')}, MED_ADRESSE)
    assert [f.kode for f in result.funn] == ["LEN-001"]


@pytest.mark.parametrize(
    ("here", "target", "written"),
    [
        ("index.html", "", "./"),
        ("index.html", "a/", "a/"),
        ("a/index.html", "", "../"),
        ("a/index.html", "b/c.css", "../b/c.css"),
        ("a/b/index.html", "a/", "../"),
        ("a/b/index.html", "a/c/", "../c/"),
        ("a/x.html", "a/x.html", "x.html"),
        ("a/index.html", "a/b:c/", "./b:c/"),
    ],
)
def test_a_relative_address_leads_back_to_its_target(here: str, target: str, written: str):
    assert relative(here, target) == written
    if ":" not in target and target != "a/x.html":
        assert joined(here.split("/")[:-1], written) == target


def test_a_link_to_a_row_of_a_later_page_leads_straight_there(tmp_path: Path) -> None:
    rows = {"kilder/index.html": page('<p id="a"></p><p id="b"></p>'), "kilder/side-2.html": page('<p id="b"></p>')}
    site = write(tmp_path, {**rows, HERE: page('<a href="/kilder/#b"></a><a href="/kilder/#a"></a>')})
    assert told(finish(site, UTEN_ADRESSE, flyttet={"/kilder/#b": "/kilder/side-2.html"})) == []
    text = (site / HERE).read_text("utf-8")
    assert '<a href="../../kilder/side-2.html#b"></a><a href="../../kilder/#a"></a>' in text
