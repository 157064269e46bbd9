"""A question of a quiz has exactly one right answer."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import finding, items, records

KODE = "SEM-004"
REGEL = "Et spørsmål i quizen har ikke ett rett svar."
RAAD = "Skriv «rett: true» på det ene svaret som er rett."
LOKAL = True


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each question with no right answer, or several."""
    for fil, sti, post in records(raw, "seminar"):
        for i, question in items(post, "quiz"):
            right = sum(answer.get("rett") is True for _, answer in items(question, "svar"))
            if right != 1:
                melding = f"Spørsmålet har {right} rette svar. Det skal ha ett."
                yield finding(fil, (*sti, "quiz", i, "svar"), KODE, melding, RAAD)
