"""Every word of pages and records is in a bokmål dictionary, is put together of two that are, or is a word of our own.

Names (words that are never written with a small letter) are not asked about, nor are words with digits.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator

import yaml

from macros.build.page import read_pages
from macros.build.sprak import blocks_of, words_of
from tests.felles import ROOT

OWN_WORDS = ROOT / "tests" / "sprak" / "ord.txt"
OWN_TEXTS = {
    "tekst", "ingress", "grunn", "merknad", "forklaring", "kildekritikk", "usikker_plassering", "var_lesning", "dokumenteres",
    "avsnitt", "hjelp", "eget", "kort",
}  # fmt: skip
SEMINAR_NAMES = {
    "id", "slags", "krav", "sider", "side", "oppgave", "pastand", "pastander", "saken", "fasit", "forst", "slutt",
    "starter", "slutter",
}  # fmt: skip
"""The fields of a seminar that name something; all its other texts are ours."""
RECORDS = (
    "eksempler/*.yml",
    "maler/*.yml",
    "nettverk/*.yml",
    "lovkrav.yml",
    "malgrupper.yml",
    "temaer.yml",
    "virkemidler.yml",
)


def test_words_are_spelled_as_in_the_dictionary():
    """A misspelled word in a guide makes a reader doubt the figures, too."""
    places = {word: place for word, place in _written_words() if word not in _own_words()}
    unknown = _not_in_dictionary(sorted(places))
    assert not unknown, "Ukjente ord. Rett dem, eller legg dem i tests/sprak/ord.txt:\n" + "\n".join(
        f"{places[word]}: {word}" for word in unknown
    )


def test_our_own_words_are_needed_and_in_order():
    """An exception nobody needs hides the next misspelling."""
    own = [line for line in OWN_WORDS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert own == sorted(set(own))
    written = {word for word, _ in _written_words()}
    assert [word for word in own if word not in written] == []
    assert _not_in_dictionary(own) == own


def _own_words() -> set[str]:
    return {line for line in OWN_WORDS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")}


def _written_words() -> list[tuple[str, str]]:
    """Each word that is somewhere written with a small letter, with one place where it stands."""
    words = [(word, place) for text, place in _texts() for word in words_of(text)]
    small = {word for word, _ in words if word[0].islower() and len(word) > 1 and not any(c.isdigit() for c in word)}
    return [(word, place) for word, place in words if word in small]


def _texts() -> Iterator[tuple[str, str]]:
    for side in (s for s in read_pages(ROOT) if not s.kilde.startswith("en/")):
        yield from ((block.tekst, f"{side.fil}:{block.linje}") for block in blocks_of(side))
    for pattern in RECORDS:
        for path in sorted((ROOT / "data").glob(pattern)):
            record = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
            yield from ((text, path.relative_to(ROOT).as_posix()) for text in _own_texts(record))
    for path in sorted((ROOT / "data" / "seminar").glob("*.yml")):
        record = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        yield from ((text, path.relative_to(ROOT).as_posix()) for text in _seminar_texts(record))


def _own_texts(node: object) -> Iterator[str]:
    """Every text of the record that is written by us, at any depth."""
    if isinstance(node, dict):
        yield from (value for key, value in node.items() if key in OWN_TEXTS and isinstance(value, str))
        node = list(node.values())
    if isinstance(node, list):
        for part in node:
            yield from _own_texts(part)


def _seminar_texts(node: object) -> Iterator[str]:
    """Every text of a seminar that is written for people, at any depth."""
    if isinstance(node, str):
        yield node
    if isinstance(node, dict):
        node = [value for key, value in node.items() if key not in SEMINAR_NAMES]
    if isinstance(node, list):
        for part in node:
            yield from _seminar_texts(part)


def _not_in_dictionary(words: list[str]) -> list[str]:
    answer = subprocess.run(
        [os.environ.get("KB_NODE", "node"), "staving.mjs"],
        cwd=ROOT / "frontend",
        input=json.dumps(words),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return json.loads(answer.stdout)
