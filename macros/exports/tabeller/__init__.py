"""The records as flat tables: what stands in the CSV files, in the workbook, and in the description of both.

A table is its fields, each said once (name, type, meaning, value), and its rows. Fields hold codes and ids, whose names
stand in other tables; several values in one field have a semicolon between them.
"""

from __future__ import annotations

from macros.exports.tabeller.eksempler import Eksempeltabeller
from macros.exports.tabeller.felt import Datatabell, Felt, Verdi
from macros.exports.tabeller.oppslag import Oppslagstabeller
from macros.model import Kunnskapsbase

__all__ = ["Datatabell", "Felt", "Verdi", "make_tables"]


def make_tables(base: Kunnskapsbase) -> tuple[Datatabell, ...]:
    """Every table, the same for the same base. Addresses are whole where the site has one."""
    e, o = Eksempeltabeller(base), Oppslagstabeller(base)
    return (
        e.eksempler(),
        *e.claims(),
        e.mangler(),
        e.nettverk(),
        e.nettverkstall(),
        o.kilder(),
        o.begreper(),
        o.definisjoner(),
        o.lovkrav(),
        o.lovendringer(),
        o.lovhistorie(),
        o.maler(),
        o.seminar(),
        o.kommuner(),
        o.folketall(),
        *o.emner(),
        o.kodelister(),
    )
