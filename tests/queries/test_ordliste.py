"""The glossary letter by letter."""

from __future__ import annotations

from dataclasses import replace

from macros import queries
from macros.model.poster import Begrep
from tests.diktbase import diktbase


def term(bokmal: str, **more: object) -> Begrep:
    return Begrep(id=bokmal, bokmal=bokmal, forklaring="Noe.", **more)


def glossary(*terms: Begrep) -> dict[str, tuple[list[str], list[str]]]:
    base = replace(diktbase(), begreper={t.id: t for t in terms})
    return {d.bokstav: ([b.bokmal for b in d.begreper], [n for n, _ in d.henvisninger]) for d in queries.ordliste(base)}


def test_letters_and_terms_stand_in_norwegian_order() -> None:
    assert list(glossary(term("åre"), term("ære"), term("Zebra"), term("øre"), term("ane"))) == [
        "A",
        "Z",
        "Æ",
        "Ø",
        "Å",
    ]


def test_other_names_lead_to_the_term_under_their_own_letter() -> None:
    found = glossary(
        term("statsforvalteren", eldre_navn=("fylkesmannen",)), term("balansert målstyring", forkortelser=("BMS",))
    )
    assert found == {
        "B": (["balansert målstyring"], ["BMS"]),
        "F": ([], ["fylkesmannen"]),
        "S": (["statsforvalteren"], []),
    }


def test_a_name_that_would_stand_beside_the_term_has_no_pointer() -> None:
    assert glossary(term("leie til eie", synonymer=("leie før eie",))) == {"L": (["leie til eie"], [])}


def test_each_letter_has_an_anchor_of_its_own() -> None:
    base = replace(diktbase(), begreper={b: term(b) for b in ("ost", "øst", "ås", "as", "æsj")})
    assert [d.id for d in queries.ordliste(base)] == [
        "bokstav-a",
        "bokstav-o",
        "bokstav-ae",
        "bokstav-oe",
        "bokstav-aa",
    ]
