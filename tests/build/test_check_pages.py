"""Pages that are wrong, each with the exact text that its writer reads."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.build import validate
from macros.build.check_pages import KODER, check_pages
from macros.build.page import read_page
from macros.loading import read_data
from macros.makroer import Makroer
from macros.validation.report import report
from tests.build.prosjekt import make_site_project, replace
from tests.diktbase import diktbase

HEAD = """\
---
tittel: Prøveside
ingress: En side i en base som ikke finnes.
ansvarlig: Diktredaktøren
sist_gjennomgatt: 2026-01-15
neste_gjennomgang: 2027-01-15
---

"""

Look = Callable[[str | bytes], str]

MACROS = "    Tips: Alle makroer med forklaring står i docs/bidra/makroer.md.\n"


@pytest.fixture(scope="module")
def look(tmp_path_factory: pytest.TempPathFactory) -> Look:
    """What the writer of docs/prove.md is told, in the small project."""
    root = make_site_project(tmp_path_factory.mktemp("sider"))
    raw, path = read_data(root), root / "docs" / "prove.md"
    no_examples, makroer = dataclasses.replace(diktbase(), eksempler={}), Makroer(diktbase()).alle()

    def told_of(page: str | bytes) -> str:
        path.write_bytes(page if isinstance(page, bytes) else page.encode())
        text = report(check_pages([read_page(path, root)], raw, no_examples, makroer))
        return text + "\n" if text else ""

    return told_of


def told(root: Path) -> str:
    text = report(validate(root).funn)
    return text + "\n" if text else ""


def test_the_small_project_has_no_findings(tmp_path: Path) -> None:
    assert told(make_site_project(tmp_path)) == ""


NO_HTML = (
    "    Tips: Bruk Markdown eller en makro. "
    "Skal tegnet < vises, så skriv &lt; eller sett teksten mellom `grave aksenter`.\n"
)

NAMED = (
    "    Tips: Skriv rollen i stedet, for eksempel «programlederen». "
    "Navn på en forfatter står bare i «forfattere» i kilden.\n"
)
SCRIPT = "    Tips: Bruk en vanlig adresse som begynner med https://, eller ta bort kolonet.\n"

ATTRIBUTE = "    Tips: Bruk bare #id og .klasse. Stil hører hjemme i et stilark, og kode i frontend/.\n"
PICTURE = (
    "    Tips: Legg det i docs/assets/bilder/, hvis vi har lov til å bruke det. "
    "Leserens maskin skal ikke spørre andre.\n"
)

INVALID = {
    "SID-001": (
        "# Uten hode\n",
        "docs/prove.md:1: [SID-001] Siden mangler hodet øverst, mellom to linjer med ---.\n"
        "    Tips: Kopier hodet fra en annen side. Feltene står forklart i data/skjema/side.schema.json.\n",
    ),
    "SID-002": (
        HEAD + '# Prøve\n\nSe {{ kjelde("diktlov", side=1) }}.\n',
        "docs/prove.md:11: [SID-002] Makroen «kjelde» finnes ikke. Mente du «kilde»?\n" + MACROS,
    ),
    "SID-003": (
        HEAD
        + '# Prøve\n\n{{ kilde(side=1) }}\n{{ kilde("diktlov") }}\n{{ begrep(navn) }}\n{{ erfaringer("hjalp", 2) }}\n',
        "docs/prove.md:11: [SID-003] «kilde» er brukt feil. Slik skrives den: {{ kilde(id, side=…, sted=…) }}\n"
        + MACROS
        + "docs/prove.md:12: [SID-003] kilde: Si hvor i kilden det står: side=5 eller "
        + 'sted="§ 5 annet ledd".\n'
        + MACROS
        + "docs/prove.md:13: [SID-003] Verdiene til «begrep» må skrives rett ut, i anførselstegn.\n"
        + MACROS
        + "docs/prove.md:14: [SID-003] «erfaringer» er brukt feil. "
        + "Slik skrives den: {{ erfaringer(retning=…, malgruppe=…, tema=…) }}\n"
        + MACROS,
    ),
    "SID-004": (
        HEAD + '# Prøve\n\n{{ begrep("husbyte") }} og {{ tiltak(tema="hyss") }}\n',
        "docs/prove.md:11: [SID-004] begrep: Begrepet «husbyte» finnes ikke. Mente du «husbytte»?\n"
        + MACROS
        + "docs/prove.md:11: [SID-004] tiltak: Temaet «hyss» finnes ikke. Lovlige verdier: «bytte», «hus».\n"
        + MACROS,
    ),
    "SID-005": (
        HEAD + "# Prøve\n\n{% if true %}Hei{% endif %}\n\n{{ 1 + 1 }}\n",
        "docs/prove.md:11: [SID-005] Her står det malkode som ikke er et makrokall.\n"
        '    Tips: Bare makroer kan brukes på en side, for eksempel {{ kilde("tromso-2011", side=5) }}.\n'
        "docs/prove.md:13: [SID-005] Her står det malkode som ikke er et makrokall.\n"
        '    Tips: Bare makroer kan brukes på en side, for eksempel {{ kilde("tromso-2011", side=5) }}.\n',
    ),
    "SID-006": (
        HEAD + '# Prøve\n\n{{ kilde("diktlov", side=1 }}\n',
        "docs/prove.md:11: [SID-006] Malkoden {{ }} kan ikke leses her.\n"
        "    Tips: Se etter anførselstegn eller parenteser som ikke er lukket. "
        'Anførselstegn må være rette ("), ikke buede. '
        "Skal tegnene {{ vises, så skriv dem i {% raw %} … {% endraw %}.\n",
    ),
    "SID-007": (
        HEAD + "# Prøve\n\nHei <b>du</b>.\n\n<!-- husk dette -->\n",
        "docs/prove.md:11: [SID-007] HTML (<b…) kan ikke stå i en side.\n"
        + NO_HTML
        + "docs/prove.md:13: [SID-007] HTML (<!--…) kan ikke stå i en side.\n"
        + NO_HTML,
    ),
    "SID-010": (
        (HEAD + "# Prøve\n\nBlåbær\n").replace("Prøve", "Prove").encode("latin-1"),
        "docs/prove.md:4: [SID-010] Her står det tegn som ikke kan leses. Siden er ikke lagret som UTF-8.\n"
        "    Tips: Lagre fila på nytt som UTF-8. I Notisblokk: Lagre som, og velg UTF-8 under Koding.\n",
    ),
    "SID-011": (
        HEAD + '# P\n\nSe { kilde("prikkeby-rapport", side=4) }, men ikke `{ kilde("x") }` eller { .knapp }.\n',
        "docs/prove.md:11: [SID-011] Makroen «kilde» står i enkle klammer og ville blitt vist som tekst.\n"
        "    Tips: Skriv to klammer på hver side: {{ kilde(…) }}\n",
    ),
    "SID-012": (
        HEAD.replace("neste_gjennomgang: 2027", "neste_gjennomgang: 2025") + "# P\n",
        "docs/prove.md:6: [SID-012] neste_gjennomgang: Neste gjennomgang (2025-01-15) er ikke etter den siste (2026-01-15).\n"
        "    Tips: Rett den datoen som er feil.\n",
    ),
    "SID-014": (
        HEAD
        + '# P {: #anker .klasse }\n\n[Lenke](/lov/){: onclick="x()" }\n\nAvsnitt\n{: .a style=color:red }\n\n`{: onclick=x }`\n',
        "docs/prove.md:11: [SID-014] Attributtet «onclick» kan ikke stå i {: … }.\n"
        + ATTRIBUTE
        + "docs/prove.md:14: [SID-014] Attributtet «style» kan ikke stå i {: … }.\n"
        + ATTRIBUTE,
    ),
    "SID-015": (
        HEAD
        + "# P\n\n![Et hus](https://nei.example/hus.png) og ![To][b] og ![Tre](/assets/tre.png)\n\n[b]: //nei.example/to.png\n",
        "docs/prove.md:11: [SID-015] Bildet hentes fra et annet sted: «//nei.example/to.png».\n"
        + PICTURE
        + "docs/prove.md:11: [SID-015] Bildet hentes fra et annet sted: «https://nei.example/hus.png».\n"
        + PICTURE,
    ),
    "TEKST": (
        HEAD.replace("tittel: Prøveside", 'tittel: "Prøveside {{ x }}"').replace(
            "En side", "Petter Prikkesen og en side"
        )
        + "# P\n\nSkriv til petter@example.org.\n\n[Les mer](javascript:x), men ikke `javascript:x`.\n"
        + "Ring 22 33 44 55\nTODO: Petter\nPrikkesen er f\u200bødt 12.03.1985 og fø\ufffdre.\n"
        + "[Mer](java&#115;cript:x), men [data](/data:sett/).\n",
        "docs/prove.md:2: [TEK-001] tittel: Teksten har malkode i seg: «{{». Her skal det stå vanlig tekst.\n"
        "    Tips: Skriv bare teksten. I poster virker ikke malkode.\n"
        "docs/prove.md:3: [PER-004] ingress: «Petter Prikkesen» er navnet på en ansatt, og ansatte nevnes ikke med navn.\n"
        + NAMED
        + "docs/prove.md:11: [PER-001] Her står det en e-postadresse: «petter@example.org».\n"
        "    Tips: Slett den. Skriv rollen eller kontoret i stedet.\n"
        "docs/prove.md:13: [TEK-001] Siden har en skriptadresse: «javascript:».\n"
        + SCRIPT
        + "docs/prove.md:14: [PER-002] «22 33 44 55» ser ut som et telefonnummer.\n"
        "    Tips: Slett det. Er det et annet tall, så skriv hva det teller rett etter, for eksempel «kroner».\n"
        "docs/prove.md:15: [PER-004] «Petter Prikkesen» er navnet på en ansatt, og ansatte nevnes ikke med navn.\n"
        + NAMED
        + "docs/prove.md:15: [TEK-005] Her står det en påminnelse eller fylltekst: «TODO».\n"
        "    Tips: Gjør det som gjenstår. Er det ikke kjent, så la feltet være borte, eller bruk «mangler».\n"
        "docs/prove.md:16: [TEK-002] Det står et usynlig tegn (U+200B) etter «Prikkesen er f».\n"
        "    Tips: Slett tegnene rundt, og skriv dem på nytt. Slikt følger gjerne med når tekst limes inn.\n"
        "docs/prove.md:16: [TEK-004] Tegn er blitt ødelagt i «fø\ufffdre.».\n"
        "    Tips: Skriv ordet på nytt.\n"
        "docs/prove.md:17: [TEK-001] Siden har en skriptadresse: «java&#115;cript:».\n" + SCRIPT,
    ),
    "SID-013": (
        HEAD.replace("ansvarlig", "bygger_pa: [diktlov §§ 1–2, diktlov paragraf 3, diktloven § 4]\nansvarlig")
        + "# P\n",
        "docs/prove.md:4: [SID-013] bygger_pa, punkt 2: «diktlov paragraf 3» kan ikke leses som en bestemmelse i en lov.\n"
        "    Tips: Skriv lovens navn og bestemmelsen, for eksempel «boligsosialloven § 5», «boligsosialloven §§ 6–7» "
        "eller «plan- og bygningsloven kap. 11».\n"
        "docs/prove.md:4: [SID-013] bygger_pa, punkt 3: Loven «diktloven» finnes ikke i data/kilder/. Mente du «diktlov»?\n"
        "    Tips: Lag en kilde for loven, med korttittel, eller rett navnet.\n",
    ),
    "SKJ": (
        HEAD.replace("ansvarlig: Diktredaktøren\n", "ansvarleg: Diktredaktøren\ntemaer: [hyss]\nrekkefolge: først\n")
        + "# P\n",
        "docs/prove.md:2: [SKJ-002] Feltet «ansvarlig» må være med.\n"
        "    Tips: ansvarlig: Rollen som svarer for siden.\n"
        "docs/prove.md:4: [SKJ-001] ansvarleg: Feltet «ansvarleg» finnes ikke. Mente du «ansvarlig»?\n"
        "    Tips: Rett navnet, eller slett feltet. Alle felter er forklart i data/skjema/.\n"
        "docs/prove.md:5: [REF-001] temaer, punkt 1: «hyss» finnes ikke. Lovlige verdier: «bytte», «hus».\n"
        "    Tips: Alle som finnes, står i data/temaer.yml.\n"
        "docs/prove.md:6: [SKJ-003] rekkefolge: Her skal det stå et helt tall, ikke teksten «først».\n",
    ),
    "FIL": (
        HEAD.replace("tittel: Prøveside", "tittel: En: to"),
        "docs/prove.md:2: [FIL-004] Fila kan ikke leses fra denne linja: det står et kolon inni teksten.\n"
        '    Tips: Sett anførselstegn (") rundt hele teksten.\n',
    ),
}


@pytest.mark.parametrize(("page", "expected"), INVALID.values(), ids=INVALID)
def test_an_invalid_page_gives_exactly_this_text(look: Look, page: str | bytes, expected: str) -> None:
    assert look(page) == expected


def test_every_code_of_pages_is_tested() -> None:
    assert {*INVALID, "SID-008", "SID-009"} - {"SKJ", "FIL", "TEKST"} == set(KODER)


@pytest.mark.parametrize("moved_to", [None, "eksempler/prikkby.md", "prikkeby.md"])
def test_an_example_without_its_page(tmp_path: Path, moved_to: str | None) -> None:
    root = make_site_project(tmp_path)
    page = root / "docs" / "eksempler" / "prikkeby.md"
    page.rename(root / "docs" / moved_to) if moved_to else page.unlink()
    assert told(root) == (
        "data/eksempler/prikkeby.yml:1: [SID-008] Eksempelet har ingen side. Den skal hete docs/eksempler/prikkeby.md.\n"
        "    Tips: Kopier en annen eksempelside, og skriv om_eksempel: prikkeby i hodet.\n"
    )


def test_a_page_that_leaves_a_part_of_its_example_out(tmp_path: Path) -> None:
    root = make_site_project(tmp_path)
    page = root / "docs" / "eksempler" / "strekvoll.md"
    replace(page, '{{ eksempel("strekvoll", "erfaringer") }}', "Kommer.")
    assert told(root) == (
        "docs/eksempler/strekvoll.md:1: [SID-009] Posten har noe under «erfaringer», men siden viser det ikke.\n"
        '    Tips: Legg inn {{ eksempel("strekvoll", "erfaringer") }} under en overskrift.\n'
    )
    replace(page, "Kommer.", '{{ eksempel(del_="erfaringer", id="strekvoll") }}')
    assert told(root) == ""


def test_a_page_that_cant_be_read_is_told_of_once(tmp_path: Path) -> None:
    root = make_site_project(tmp_path)
    page = root / "docs" / "eksempler" / "strekvoll.md"
    replace(page, '{{ eksempel("strekvoll", "erfaringer") }}', '{{ eksempel("strekvoll", "erfaringer)')
    assert [line[:40] for line in told(root).splitlines() if "[" in line] == [
        "docs/eksempler/strekvoll.md:31: [SID-006"
    ]


def test_an_example_whose_page_has_a_broken_head_is_not_said_to_have_no_page(tmp_path: Path) -> None:
    root = make_site_project(tmp_path)
    page = root / "docs" / "eksempler" / "strekvoll.md"
    replace(page, "tittel: ", "tittel: [")
    found = told(root)
    assert "docs/eksempler/strekvoll.md:" in found
    assert "SID-008" not in found


VALID = {
    "raw": "{% raw %}Skriv {{ kilde }} og {% if %} slik.{% endraw %}",
    "fence": "```html\n<div>\n```\n\n~~~\n<p>\n~~~",
    "inline code": "Skriv `<div>` eller `{: #navn }`.",
    "less than": "3 < 4, 3<4 og <3",
    "addresses": "<https://example.org/> og <post@example.org>",
    "list argument": '{{ innganger([\n  ["A", "/", "B."],\n  ["C", "/om/", "D."]\n]) }}',
    "keywords": '{{ kilde(id="prikkeby-rapport", side=4) }} {{ erfaringer(tema="hus", retning="laerdom", kommune="9902") }}',
    "two on a line": '{{ begrep("strek") }}{{ begrep("strek", "streken") }}',
    "comment": "{# husk dette #}",
    "anchor of a heading": "## Del {: #del }",
}


@pytest.mark.parametrize("text", VALID.values(), ids=VALID)
def test_what_is_allowed(look: Look, text: str) -> None:
    assert look(f"{HEAD}# Prøve\n\n{text}\n") == ""


@pytest.mark.parametrize(
    ("page", "line"),
    [
        (HEAD + "{{ x() }}", 9),
        (HEAD + "\n\n\n{{ x() }}\n", 12),
        ("\ufeff" + HEAD + "{{ x() }}\n", 9),
        (HEAD.replace("\n", "\r\n") + "# A\r\n\r\n{{ x() }}\r\n", 11),
        (HEAD + "{% raw %}\n{{ y }}\n{% endraw %}\n{{ x() }}\n", 12),
        (HEAD + '{{ innganger([\n["A", "/", "B"]\n]) }}\n{{ x() }}\n', 12),
        (HEAD + "```\nkode\n```\n{{ x() }}\n", 12),
        (HEAD.replace("---\n\n", "for: [en]\n---\n\n") + "{{ x() }}\n", 10),
    ],
)
def test_the_line_is_that_of_the_file(look: Look, page: str, line: int) -> None:
    assert look(page).startswith(f"docs/prove.md:{line}: [SID-002] Makroen «x» finnes ikke.")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{{ erfaringer(**{"tema": "hyss"}) }}', "SID-003"),
        ('{{ kilde(*["diktlov"]) }}', "SID-003"),
        ('{{ kilde("diktlov", side="1") }}', None),
        ('{{ kilde("prikkeby-rapport", side="1") }}', "SID-003"),
        ('{{ kilde(["diktlov"], side=1) }}', "SID-003"),
        ('{{ begrep(begrep("strek")) }}', "SID-003"),
        ("{{ kilde }}", "SID-005"),
        ('{{ kilde("diktlov", sted="x") | upper }}', "SID-005"),
        ('{{ kilde.id("x") }}', "SID-005"),
        ("{% set x = 1 %}", "SID-005"),
        ("{% include 'x' %}", "SID-005"),
        ("{{ }}", "SID-006"),
        ("{% finnes %}", "SID-006"),
        ("## Del {#del}", "SID-006"),
        ("> <div>", "SID-007"),
        ("    ```\n    <div>\n    ```", "SID-007"),
        ("<script>alert(1)</script>", "SID-007"),
    ],
)
def test_code_of_a_mistake(look: Look, text: str, code: str | None) -> None:
    text = look(f"{HEAD}# Prøve\n\n{text}\n")
    assert (f"[{code}]" in text) if code else text == ""


def test_a_heading_with_an_anchor_gets_the_right_advice(look: Look) -> None:
    assert "skriv {: #navn } med kolon." in look(HEAD + "## Del {#del}\n")


def test_pages_are_looked_at_when_the_records_are_right(tmp_path: Path) -> None:
    """They lean on the records: a macro that shows a broken record would only say the same once more."""
    root = make_site_project(tmp_path)
    replace(root / "data" / "lovkrav.yml", "styrke: skal", "styrke: maa")
    (root / "docs" / "om" / "index.md").write_text("x", encoding="utf-8")
    assert [f.fil for f in validate(root).funn] == ["data/lovkrav.yml"]


def test_the_theme_is_no_page(tmp_path: Path) -> None:
    root = make_site_project(tmp_path)
    (root / "docs" / "overrides" / "les.md").write_text("<b>", encoding="utf-8")
    assert validate(root).funn == ()


def test_a_page_knows_its_head(tmp_path: Path) -> None:
    path = tmp_path / "docs" / "a" / "b.md"
    path.parent.mkdir(parents=True)
    path.write_text("---\ntittel: Å\nrekkefolge: 3\ni_menyen: false\nom_eksempel: x\n---\n\n# A\n", encoding="utf-8")
    page = read_page(path, tmp_path)
    assert (page.kilde, page.fil) == ("a/b.md", "docs/a/b.md")
    assert (page.tittel, page.rekkefolge, page.i_menyen, page.eksempel) == ("Å", 3, False, "x")
    assert (page.tekst, page.forste_linje) == ("\n# A\n", 7)


def test_a_page_without_a_head_is_called_by_its_file(tmp_path: Path) -> None:
    path = tmp_path / "docs" / "b.md"
    path.parent.mkdir(parents=True)
    path.write_text("# A\n", encoding="utf-8")
    page = read_page(path, tmp_path)
    assert (page.tittel, page.rekkefolge, page.i_menyen, page.eksempel) == ("b", 1000, True, None)
