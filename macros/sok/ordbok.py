"""Texts made shorter before they are sent: the words used most, with the space before them, become one sign each.

gzip looks back 32 kB and no further, and many a word of the field comes back more seldom than that. With the words said
once, in a list of their own, the index is a fourteenth smaller. frontend/sok/data.ts reads what this
module writes: change them together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

FIRST, AFTER = 0x100, 0x590
"""The signs: letters of two bytes that Norwegian does not use. One that a text does use, stands for itself."""
_WORD = re.compile(" ?[A-Za-zæøåÆØÅ]+")
_SIGN_BYTES = 2


def shorten(texts: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """The texts with signs in them, and the words by sign, one a line. The same texts give the same signs."""
    signs = [chr(code) for code in range(FIRST, AFTER)]
    used = {sign for text in texts for sign in set(text)}.intersection(signs)
    counts = Counter(word for text in texts for word in _WORD.findall(text))
    gains = {word: (len(word.encode()) - _SIGN_BYTES) * times - len(word) for word, times in counts.items()}
    best = sorted((word for word in gains if gains[word] > 0), key=lambda word: (-gains[word], word))
    most_used = sorted(best[: len(signs) - len(used)], key=lambda word: (-counts[word], word))
    words = iter(most_used)
    by_sign = {sign: sign if sign in used else next(words, "") for sign in signs}
    signs_of = {word: sign for sign, word in by_sign.items() if word}
    shortened = tuple(_WORD.sub(lambda found: signs_of.get(found[0], found[0]), text) for text in texts)
    return shortened, "\n".join(by_sign.values()).rstrip("\n")


def lengthen(text: str, words: str) -> str:
    """The text as it was before `shorten`."""
    by_sign = dict(zip(range(FIRST, AFTER), words.split("\n"), strict=False))
    return text.translate({code: word for code, word in by_sign.items() if word})
