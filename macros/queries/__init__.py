"""The questions that pages ask of the base. Pure: a base in, records out, always in the same order.

One module for what is asked about: callers know the question, and take it from here.
"""

from macros.queries.eksempel import Vist, kjedeposter, koblinger, regnskap, vist
from macros.queries.engelsk import Omtale, engelske_eksempler, engelske_metoder
from macros.queries.kilder import Sitert, kildeliste, kilder_i, sitert_i
from macros.queries.kommuner import (
    Kartrad,
    Kommunenavn,
    kartrader,
    kommunenavn_etter_fylke,
    kommunenavn_i_kildene,
    kommuner_etter_fylke,
    lignende_kommuner,
    storrelse,
)
from macros.queries.lov import (
    kjeden_for_krav,
    krav_etter_paragraf,
    krav_med_frist,
    lovendringer,
    provisions,
    sider_for_krav,
    sider_som_beror_pa,
)
from macros.queries.nyheter import Nokkeltall, Nyhet, nokkeltall, nytt
from macros.queries.orden import norsk, start_of
from macros.queries.sider import adressen, seminar_for_side, side_med_adresse, sider_etter_gjennomgang, sider_i
from macros.queries.tid import Hendelse, hendelser, lovtidslinje, utviklingen
from macros.queries.utvalg import (
    Treff,
    Utvalg,
    eksempler,
    eksempler_for_krav,
    eksempler_fra,
    erfaringer,
    resultater,
    strategier,
    tiltak,
    virket_ikke,
)

__all__ = [
    "Hendelse",
    "Kartrad",
    "Kommunenavn",
    "Nokkeltall",
    "Nyhet",
    "Omtale",
    "Sitert",
    "Treff",
    "Utvalg",
    "Vist",
    "adressen",
    "eksempler",
    "eksempler_for_krav",
    "eksempler_fra",
    "engelske_eksempler",
    "engelske_metoder",
    "erfaringer",
    "hendelser",
    "kartrader",
    "kildeliste",
    "kilder_i",
    "kjeden_for_krav",
    "kjedeposter",
    "koblinger",
    "kommunenavn_etter_fylke",
    "kommunenavn_i_kildene",
    "kommuner_etter_fylke",
    "krav_etter_paragraf",
    "krav_med_frist",
    "lignende_kommuner",
    "lovendringer",
    "lovtidslinje",
    "nokkeltall",
    "norsk",
    "nytt",
    "provisions",
    "regnskap",
    "resultater",
    "seminar_for_side",
    "side_med_adresse",
    "sider_etter_gjennomgang",
    "sider_for_krav",
    "sider_i",
    "sider_som_beror_pa",
    "sitert_i",
    "start_of",
    "storrelse",
    "strategier",
    "tiltak",
    "utviklingen",
    "virket_ikke",
    "vist",
]
