"""A change of law is adopted before it comes into force."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import finding, records

KODE = "LOV-003"
REGEL = "En lovendring gjelder fra før den ble vedtatt."
RAAD = "Rett den datoen som er feil."
LOKAL = True


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each Lovendring whose `i_kraft` is before `vedtatt`. Dates are year first, so text sorts as time."""
    for fil, sti, post in records(raw, "lovendring"):
        adopted, since = post.get("vedtatt"), post.get("i_kraft")
        if isinstance(adopted, str) and isinstance(since, str) and len(adopted) == len(since) == 10 and since < adopted:
            yield finding(
                fil,
                (*sti, "i_kraft"),
                KODE,
                f"Endringen gjelder fra {since}, men ble vedtatt {adopted}.",
                "Rett den datoen som er feil.",
            )
