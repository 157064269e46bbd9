"""The editor knows the schemas, and the page of fields and the page of gaps say what the data say."""

from __future__ import annotations

import json
from dataclasses import replace

from macros.finne.mangler import hull, tomme_ruter
from macros.loading.kinds import ALLE
from macros.makroer import Makroer
from tests.diktbase import diktbase
from tests.felles import ROOT


def test_the_editor_holds_each_kind_to_its_own_schema() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    kinds = {
        f"data/{slag.sti}/*.yml" if slag.one_file_each else f"data/{slag.sti}": f"data/skjema/{slag.skjema}"
        for slag in ALLE
    }
    for schema, files in settings.items():
        assert kinds[files] == schema
    assert set(kinds) == set(settings.values())


def test_a_field_is_explained_with_form_and_codes() -> None:
    html = Makroer(diktbase()).felter("resultat")
    assert "<code>utfall</code> (må være med)" in html
    assert "<code>nadd</code> (Nådd)" in html
    assert "<code>deklarasjon</code> (må være med)" in Makroer(diktbase()).felter("eksempel")


def test_an_example_without_amounts_or_users_is_a_gap() -> None:
    found = {h.eksempel.id: h for h in hull(diktbase())}
    assert (found["strekvoll"].kostnad, found["strekvoll"].resultat) == (True, False)
    assert (found["strekvoll"].brukere, found["strekvoll"].status) == (True, True)
    assert "prikkeby" not in found


def test_a_cell_with_an_example_is_not_empty() -> None:
    assert tomme_ruter(diktbase()) == []


def test_a_gap_leads_to_the_form_with_what_is_known_filled_in() -> None:
    html = Makroer(diktbase()).hva_mangler()
    assert 'href="/bidra/skjema/?slag=laerdom&amp;tema=' in html
    assert 'href="/bidra/skjema/?slag=status&amp;eksempel=strekvoll&amp;kommune=' in html


def test_the_day_all_were_checked_is_said_once_and_another_day_in_its_row() -> None:
    base = diktbase()
    assert Makroer(base).hva_mangler().count("sjekket") == 1
    one = base.eksempler["strekvoll"]
    older = replace(one, id="eldre", status_i_dag=replace(one.status_i_dag, sjekket="2001-02-03"))
    html = Makroer(replace(base, eksempler={**base.eksempler, "eldre": older})).hva_mangler()
    assert html.count("sjekket") == 2 and ", sjekket 3.\N{NO-BREAK SPACE}februar 2001<" in html
