"""What must be caught as personal data, and what only looks like it and must pass.

All names, numbers and addresses are invented. The numbers with check digits are made here, not written down.
"""

from __future__ import annotations

from itertools import product

import pytest

from macros.validation.persondata import (
    account_numbers,
    birth_dates,
    emails,
    hashes_of,
    identity_numbers,
    is_identity_number,
    name_hash,
    names,
    phones,
)


def completed(nine: str) -> str:
    """Nine digits with their two check digits; the next number where they don't have any."""
    for k1, k2 in product(range(10), repeat=2):
        if is_identity_number(f"{nine}{k1}{k2}"):
            return f"{nine}{k1}{k2}"
    return completed(f"{int(nine) + 1:09}")


BORN = completed("120385123")
D_NUMBER = completed("520385123")
SYNTHETIC_40 = completed("125285123")
SYNTHETIC_65 = completed("127785123")
SYNTHETIC_80 = completed("129285123")
D_SYNTHETIC = completed("529285123")
OTHER = BORN[:-1] + str((int(BORN[-1]) + 1) % 10)
ACCOUNT = next(
    f"1234.56.789{a}{b}" for a, b in product("0123456789", repeat=2) if any(account_numbers(f"1234.56.789{a}{b}"))
)

EMAILS = (
    "ola@example.org",
    "Skriv til kari.nordmann@prikkeby.kommune.no i dag.",
    "Spør post@prikkeby.kommune.no.",
    "(ola_n@example.org)",
    "<ola@example.org>",
    "mailto:ola@example.org",
    "ola+bolig@example.org",
    "OLA@EXAMPLE.ORG",
    "ola@prikkeby.kommune.no,kari@example.org",
    "ola (at) example.org",
    "ola(at)example.org",
    "ola [at] example.org",
    "ola(a)example.org",
    "ola krøllalfa example.org",
    "ola alfakrøll prikkeby.no",
    "ola [at] example [dot] org",
    "ola @ example.org",
    "åse@example.org",
    "e-post: o@example.org",
)
NO_EMAILS = (
    "Følg @husbanken på nett.",
    "25 @ 30 kroner",
    "https://example.org/@bruker/innlegg",
    "Møtet var kl. 12.30 (atter en gang).",
    "en a b.c",
    "@media print",
    "a@b",
    "NAV.no og Husbanken.no",
    "Punkt (a) i loven og punkt (b).",
    "Bostøtte (a) er en ordning.",
    "pris@",
    "CC BY 4.0",
)

PHONES = (
    "Ring 22 33 44 55.",
    "Tlf. 22334455",
    "tlf: 22 33 44 55",
    "Telefon: 223 34 455",
    "Mobil 912 34 567",
    "912 34 567",
    "Ta kontakt på 412 34 567 før fredag.",
    "41234567",
    "Kontakt: 91234567",
    "+47 22 33 44 55",
    "+4791234567",
    "0047 912 34 567",
    "(+47) 22 33 44 55",
    "+47 912-34-567",
    "SMS til 98765432",
    "☎ 55 44 33 22",
    "Vakttelefon 5544 3322",
    "telefonnummeret er 77 66 55 44",
    "Mob: 9 1 2 3 4 5 6 7",
    "tel:22334455",
    "faks 22.33.44.55",
    "800 12 345",
    "+46 8 123 456 78",
    "+1 212 555 0100",
    "Kari svarer, 22 33 44 55, hele dagen",
    "mobilnummer 400 00 000",
    "22\u00a033\u00a044\u00a055",
    "ringes på 61 22 33 44",
    "Sentralbord: 75 12 34 56",
    "kontoret (912 34 567) er åpent",
    "Tlf 22 33 44 55/22 33 44 56",
)
NO_PHONES = (
    "6 000 000 kroner",
    "45 000 000 kroner",
    "45000000 kroner",
    "kr 45000000",
    "kr. 91 234 567",
    "41234567 kr",
    "Budsjettet: 41234567",
    "ISBN 978-82-0000-001-3",
    "978-82-7894-123-4",
    "ISBN 82-7894-123-4",
    "ISSN 0801-1234",
    "LOV-2022-12-20-121",
    "LOV-2009-12-18-131 § 15",
    "Org.nr. 974 760 673",
    "974760673",
    "974 760 673 MVA",
    "side 12–34",
    "side 15-25, 30-45",
    "2009–2015",
    "2009 2010 2011 2012",
    "31.08.2011",
    "2011-08-31",
    "20110831",
    "1. juli 2023",
    "kl. 08.30–15.30",
    "saksnr. 2011/12345",
    "sak 41234567",
    "arkivsaknr 91234567",
    "https://example.org/nyheter/91234567",
    "https://example.org/?id=41234567",
    "doi:10.1234/41234567",
    "kommune 3222, 0301 og 4204",
    "59.9139, 10.7522",
    "25 30 20 25 prosent",
    "40 50 60 70 år",
    "NOU 2011: 15",
    "Prop. 132 L (2021–2022)",
    "116 117",
    "Meld. St. 17 (2012–2013)",
    "gnr. 45 bnr. 12",
    "12 omsorgsboliger, 30 boliger og 60 plasser",
    "1 200 000 + 2 300 000 = 3 500 000",
    "5,5 prosent av 41 234",
    "33.5",
)

IDENTITY = (
    BORN,
    f"{BORN[:6]} {BORN[6:]}",
    f"Brukeren ({BORN}) bodde alene.",
    f"fnr. {BORN}",
    f"Fødselsnummer: {BORN}",
    D_NUMBER,
    f"D-nummer {D_NUMBER}",
    SYNTHETIC_40,
    SYNTHETIC_65,
    SYNTHETIC_80,
    D_SYNTHETIC,
    f"{BORN[:6]}.{BORN[6:]}",
    f"{BORN[:6]}\u00a0{BORN[6:]}",
    f"fnr {OTHER}",
    f"personnummer: {OTHER}",
    f"Fødselsnummeret er {OTHER}.",
    f"f.nr. {OTHER}",
    f"d-nr {OTHER}",
    f"({BORN})",
    f"{BORN},",
    f"født {OTHER}",
    f"nr {BORN}:",
    f"«{BORN}»",
    f"a {D_NUMBER} b",
    f"Søker:{BORN}",
    f"{SYNTHETIC_80} og {BORN}",
    f"pnr {OTHER}",
    f"fødselsnr. {OTHER}",
    f"D-nummer: {OTHER[:6]} {OTHER[6:]}",
    f"personnr {BORN[:6]} {BORN[6:]}",
)
NO_IDENTITY = (
    OTHER,
    "00000000000",
    "12345678901",
    "99999999999",
    f"1{BORN}",
    f"{BORN}1",
    f"978{BORN[:10]}",
    "978-82-0000-001-3",
    "9788200000013",
    "LOV-2022-12-20-121",
    "10 000 000 000 kroner",
    "6000000",
    "974 760 673",
    "2009–2015",
    "31.08.2011 12.00",
    "20110831",
    f"https://example.org/sak/{BORN}",
    f"doi.org/10.1234/{BORN}",
    f"sak-{BORN}",
    "side 123456–78901",
    "2012-08-31",
    f"{BORN[:6]}",
    "500500 12345",
    "311299 1234",
    "Født i 1985",
    "Fødselsnummer skrives aldri.",
    "1,2345678901",
    "0,12345678901",
    "id123456",
    "tall: 123 456 789 01",
)

BIRTHS = (
    "født 12.03.1985",
    "født 12.3.85",
    "Født: 12. mars 1985",
    "f. 12.03.1985",
    "fødselsdato 1985-03-12",
    "Fødselsdato: 120385",
    "født den 2. mai 1990",
)
NO_BIRTHS = (
    "Født i 1985",
    "født 1985",
    "Planen er fra 12.03.1985.",
    "jf. 12.03.2011",
    "vedtatt 12. mars 2012",
    "Fødselsdato står i skjemaet.",
    "f. eks. 12 boliger",
)

ACCOUNTS = (
    ACCOUNT,
    ACCOUNT.replace(".", " "),
    f"Betal til {ACCOUNT}.",
    "kontonummer 12345678901",
    "konto: 1234.56.78901",
    "Kontonr. 1234 56 78901",
    "NO93 8601 1117 947",
)
NO_ACCOUNTS = (
    ACCOUNT.replace(".", ""),
    "1234.56.7890",
    "12.345.678,90",
    "konto i banken",
    "kontoret har 12 ansatte",
    "2011 12 34568",
    "978-82-0000-001-3",
)

LISTED = {h for name in ("Kari Anne Prikkesen", "Ola Strekberg", "Åse-Lill von Strek Vik") for h in hashes_of(name)}
NAMES = (
    "Kari Anne Prikkesen",
    "Kari Prikkesen ledet arbeidet.",
    "Programleder Kari Prikkesen",
    "Leder: Kari Anne Prikkesen.",
    "KARI PRIKKESEN",
    "Kari Prikkesens arbeid",
    "Prikkesen, Kari",
    "Prikkesen, Kari Anne",
    "Kari Anne  Prikkesen",
    "Kari\nPrikkesen",
    "K. Prikkesen",
    "**Kari Prikkesen**",
    "*Kari* Prikkesen",
    "Ola Strekberg",
    "O. Strekberg",
    "Strekberg, Ola",
    "I Prikkeby var Ola Strekberg boligsjef.",
    "Rådmann Ola Strekberg, Prikkeby",
    "(Ola Strekberg)",
    "«Ola Strekberg»",
    "med Ola Strekberg og andre",
    "Ola\u00a0Strekberg",
    "Ola Strekbergs",
    "Åse-Lill Vik",
    "Åse-Lill von Strek Vik",
    "Boligsjef Åse-Lill Vik",
    "Nav. Ola Strekberg",
    "Ola Strekberg.",
    "Ola Strekberg: leder",
    "Leder for arbeidet var Ola Strekberg",
)
NO_NAMES = (
    "Kari Nordmann",
    "Kari",
    "Prikkesen",
    "kari prikkesen",
    "Kari ville at Prikkesen skulle bytte.",
    "Ola og Strekberg",
    "Ola. Det var Strekberg.",
    "Strekberg og Ola",
    "Lørenskog kommune",
    "Boligsosialt Utviklingsprogram",
    "Anne Prikkesen",
    "Strekberg Ola",
    "Prikkesenter Kari",
    "Oladunk Strekberg",
    "Ola Strekbergveien",
    "Nav Tromsø",
    "Indre Fosen",
    "Husbanken Region Vest",
    "Kari; Prikkesen",
    "Kari (Prikkesen)",
    "Kari\n\nPrikkesen",
    "OlaStrekberg",
    "Rissa, Ørland, Nærøy og Oppdal",
    "Hans Nielsen Hauge",
    "P. Prikkesen",
    "Vik",
    "Lill Vik",
    "Åse Vik",
    "Ola i Strekberg",
    "Ola-Strekberg",
)

TABLES = (
    (emails, EMAILS, NO_EMAILS),
    (phones, PHONES, NO_PHONES),
    (identity_numbers, IDENTITY, NO_IDENTITY),
    (birth_dates, BIRTHS, NO_BIRTHS),
    (account_numbers, ACCOUNTS, NO_ACCOUNTS),
    (lambda text: names(text, LISTED), NAMES, NO_NAMES),
)


@pytest.mark.parametrize("find, text", [(find, text) for find, caught, _ in TABLES for text in caught])
def test_persondata_is_caught_where_it_stands(find, text: str) -> None:
    found = list(find(text))
    assert found
    assert all(text[at : at + len(what)] == what for at, what in found)


@pytest.mark.parametrize("find, text", [(find, text) for find, _, passed in TABLES for text in passed])
def test_what_is_no_persondata_passes(find, text: str) -> None:
    assert list(find(text)) == []


def test_two_numbers_are_two() -> None:
    assert [what for _, what in phones("Tlf 22 33 44 55 eller 912 34 567")] == ["22 33 44 55", "912 34 567"]


def test_a_name_is_listed_by_its_hash_alone() -> None:
    assert name_hash("Kari  Prikkesen") == name_hash("KARI PRIKKESEN.") != name_hash("Kari Prikkeson")
    assert all(len(h) == 32 and "kari" not in h for h in hashes_of("Kari Prikkesen"))
    with pytest.raises(ValueError, match="Kari"):
        hashes_of("Kari")
