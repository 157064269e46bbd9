"""Finding personal data in a text: e-mail addresses, telephone, account and national identity numbers, listed names.

Pure functions: a text in, what was found with its position out. Numbers that only look alike must pass: kroner, ISBN,
LOV numbers, organisation numbers, page ranges, years and dates. tests/validation/test_persondata.py has the tables.

Names are known by their hash alone (data/navnehasher.yml), so that the list of people who are not to be named does not
name them.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterator
from datetime import date
from functools import lru_cache

Treff = tuple[int, str]
"""Where in the text, and what stands there."""

# E-mail addresses

_AT = r"(?:\s?@\s?|\s?[(\[{]\s?(?:at|a|@|alfakr[øo]ll|krøllalfa)\s?[)\]}]\s?|\s(?:alfakr[øo]ll|krøllalfa)\s)"
_DOT = r"(?:\.|\s?[(\[]\s?(?:dot|punktum)\s?[)\]]\s?)"
_EMAIL = re.compile(
    rf"(?<![\w./@])[A-Za-zÆØÅæøå0-9][\wæøåÆØÅ.+-]{{0,63}}{_AT}(?:[\wæøå-]{{1,63}}{_DOT}){{1,5}}[A-Za-z]{{2,24}}(?![\w@])"
)


def emails(text: str) -> Iterator[Treff]:
    """E-mail addresses, also those written with (at) or «krøllalfa» so that machines shall not see them."""
    if not _MAY_BE_EMAIL.search(text):
        return iter(())
    return ((m.start(), m.group()) for m in _EMAIL.finditer(_LOGIN.sub(lambda m: " " * len(m.group()), text)))


_LOGIN = re.compile(r"://[^/@\s]+@")
_MAY_BE_EMAIL = re.compile(r"@|alfa|[(\[{]\s?at?\s?[)\]}]")  # one of these stands in all of them, and in few texts


# Telephone numbers

_GAP = r"[ \u00a0\u202f.-]?"
_PREFIX = rf"(?:\+|\b00){_GAP}47{_GAP}"
_ABROAD = re.compile(
    r"(?<![\w+])\+(?!47)(?=(?:[ -]?[0-9]){8,15}(?![0-9]))[1-9][0-9]{0,2}(?:[ \u00a0-]?[0-9]{1,4}){2,5}(?![\w-])"
)
_EIGHT = rf"[2-9](?:{_GAP}[0-9]){{7}}"
_WITH_PREFIX = re.compile(rf"(?:{_PREFIX}|\({_PREFIX}\)\s?){_EIGHT}(?![0-9])")
_GROUPED = re.compile(
    r"(?<![\w.,:/=–-])(?<![0-9][ \u00a0\u202f])"  # not the rest of a longer number
    r"(?:[489][0-9]{2}[ \u00a0][0-9]{2}[ \u00a0][0-9]{3}|[2-79][0-9](?:[ \u00a0][0-9]{2}){3}|[49][0-9]{7})"
    r"(?![0-9]|[.,:/–-][0-9]|[ \u00a0][0-9])"
)
_ANY = re.compile(rf"(?<![\w/=]){_EIGHT}(?![0-9]|{_GAP}[0-9])")
_PHONE_WORD = re.compile(
    r"(?:\b(?:tlf|telefon\w*|tel|mobil(?:nr|nummer|en|telefon)?|mob|ring(?:es|er)?|sms|faks|fax|vakttelefon)\b|☎|📞)\D{0,25}$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\s?(?:kr\b|kroner|mill|mrd|prosent|%|NOK|m2|m²|kvm|kvadratmeter|år\b|innbygger|personer|bolig|stk|euro|dager|timer)",
    re.IGNORECASE,
)
_OTHER_NUMBER = re.compile(
    r"(?:\b(?:kr|NOK|kroner|beløp\w*|sum|kostnad\w*|budsjett\w*|isbn|issn|doi|lov|for|prop|nou|st\.?\s?meld|meld|"
    r"org\w*\.?\s?(?:nr|nummer)|orgnr|saks?\w*|arkiv\w*|journal\w*|jp-?id|ref\w*|løpe\w*|dok\w*|id|versjon|"
    r"gnr|bnr|gårds\w*|kommune(?:nr|nummer)|postnr)\.?\s?(?:nr|nummer|id)?\b[.:\s#]{0,4}|§\s?)$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.|doi\.org/|10\.[0-9]{4,5}/)[^\s<>«»\"]+", re.IGNORECASE)


_DIGITS = re.compile(r"(?:[0-9][^0-9]{0,3}){7}")  # a telephone number has at least eight digits, near each other


def phones(text: str) -> Iterator[Treff]:
    """Norwegian telephone numbers by their grouping, by +47 or by a word before them; foreign ones by their +."""
    if not _DIGITS.search(text):
        return iter(())
    plain = _without_addresses(text)
    found = {m.start(): m.group() for pattern in (_WITH_PREFIX, _ABROAD) for m in pattern.finditer(plain)}
    for match in _GROUPED.finditer(plain):
        before = plain[max(match.start() - 30, 0) : match.start()]
        if not _OTHER_NUMBER.search(before) and not _COUNTED.match(plain, match.end()):
            found.setdefault(match.start(), match.group())
    for match in _ANY.finditer(plain):
        if _PHONE_WORD.search(plain[max(match.start() - 40, 0) : match.start()]):
            found.setdefault(match.start(), match.group())
    return _apart(found)


def _apart(found: dict[int, str]) -> Iterator[Treff]:
    """What was found, in order, without what lies inside the one before."""
    end = -1
    for start in sorted(found):
        if start >= end:
            end = start + len(found[start])
            yield start, found[start].strip()


def _without_addresses(text: str) -> str:
    """The text with web addresses blanked out: the numbers in them are keys of other people's systems."""
    return _ADDRESS.sub(lambda m: " " * len(m.group()), text)


# National identity numbers, dates of birth and account numbers

_ELEVEN = re.compile(r"(?<![\w.,/=-])([0-9]{6})[ \u00a0.-]?([0-9]{5})(?![\w-]|[.,][0-9])")
_SIX_DIGITS = re.compile(r"[0-9]{6}")
_BIRTH_WORD = re.compile(
    r"\b(?:f(?:ødsels?|ødt)?\.?\s?(?:nr|nummer|nummeret|numre)\b|fnr|pnr|person(?:nr|nummer|nummeret)|d-?(?:nr|nummer)|"
    r"f(?:ødsels)?dato|fødselsdatoen|født|f\.)\D{0,20}$",
    re.IGNORECASE,
)
_MONTHS = "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
_DAY = re.compile(
    r"(?<![\w.,/-])(?:[0-3]?[0-9]\.\s?[01]?[0-9]\.\s?(?:19|20)?[0-9]{2}|(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]|"
    rf"[0-3]?[0-9]\.\s?(?:{_MONTHS})\s(?:19|20)[0-9]{{2}}|[0-3][0-9][01][0-9][0-9]{{2}})(?![\w-])",
    re.IGNORECASE,
)
_BORN = re.compile(r"\b(?:født|fødselsdato(?:en)?|f\.|f\.?\s?dato)[:\s]{1,3}(?:den\s)?$", re.IGNORECASE)
_ACCOUNT = re.compile(r"(?<![\w.,/-])([0-9]{4})([ .\u00a0]?)([0-9]{2})\2([0-9]{5})(?![\w-]|[.,][0-9])")
_ACCOUNT_WORD = re.compile(r"\bkonto(?:nr|nummer|nummeret|en)?\b\D{0,15}$", re.IGNORECASE)
_MAY_BE_ACCOUNT = re.compile(r"[0-9]{5}|NO[0-9]{2}")
_IBAN = re.compile(r"\bNO[0-9]{2}(?:\s?[0-9]{4}){2}\s?[0-9]{3}\b")

_FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


def identity_numbers(text: str) -> Iterator[Treff]:
    """Fødselsnummer, D-number and their synthetic kin by date and check digits, or by a word before eleven digits."""
    if not _SIX_DIGITS.search(text):
        return
    plain = _without_addresses(text)
    for match in _ELEVEN.finditer(plain):
        digits = match.group(1) + match.group(2)
        before = plain[max(match.start() - 40, 0) : match.start()]
        if is_identity_number(digits) or _BIRTH_WORD.search(before):
            yield match.start(), match.group()


def is_identity_number(digits: str) -> bool:
    """Whether eleven digits are a fødselsnummer, a D-number (day + 40) or a synthetic one (month + 40, + 65 or + 80).

    Both check digits count, by modulus 11, as Skatteetaten defines them.
    """
    values = [int(sign) for sign in digits]
    first = sum(w * v for w, v in zip(_FIRST, values, strict=False)) % 11
    second = sum(w * v for w, v in zip(_SECOND, values, strict=True)) % 11
    return first == 0 and second == 0 and _is_day(values)


def _is_day(values: list[int]) -> bool:
    day, month = values[0] * 10 + values[1], values[2] * 10 + values[3]
    day -= 40 if day > 40 else 0
    month -= next((n for n in (80, 65, 40) if n < month <= n + 12), 0)
    try:
        date(2000, month, day)  # a leap year; which century it is shows in the digits after, and isn't asked
    except ValueError:
        return False
    return True


def birth_dates(text: str) -> Iterator[Treff]:
    """Whole dates that a word says somebody was born on."""
    for match in _DAY.finditer(text):
        if _BORN.search(text[max(match.start() - 25, 0) : match.start()]):
            yield match.start(), match.group()


def account_numbers(text: str) -> Iterator[Treff]:
    """Bank account numbers: in their grouping with the right check digit, after the word, or as IBAN."""
    if not _MAY_BE_ACCOUNT.search(text):
        return
    plain = _without_addresses(text)
    for match in _ACCOUNT.finditer(plain):
        digits = "".join(match.group(1, 3, 4))
        right = sum(w * int(v) for w, v in zip(_SECOND, digits, strict=True)) % 11 == 0
        word = _ACCOUNT_WORD.search(plain[max(match.start() - 40, 0) : match.start()])
        if word or (right and match.group(2)):
            yield match.start(), match.group()
    yield from ((m.start(), m.group()) for m in _IBAN.finditer(plain))


# Names

_SALT = "boligsosial-kunnskapsbase:"
_CAPITAL = r"[^\W\d_a-zæøåäöéèüáíóúčđŋšŧžñçß][\w'’´-]*\.?"
_NAME_WORD = re.compile(rf"(?<![\w-])(?:{_CAPITAL})")
_BETWEEN = re.compile(r"[ \t\u00a0*_]*\n?[ \t\u00a0*_>]*(?:(?:van|von|de|der|av|af|el|al|bin)[ \t\u00a0]+)?")
_COMMA = re.compile(r",\s+")
_LONGEST = 4


def names(text: str, hashes: Collection[str]) -> Iterator[Treff]:
    """Names whose hash is listed: every run of two to four capitalised words, also «Etternavn, Fornavn»."""
    if not hashes:
        return
    end = -1
    for start, stop, name in _candidates(text):
        if start >= end and name_hash(name) in hashes:
            end = stop
            yield start, text[start:stop].rstrip(".")


def _candidates(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and name of everything that may be a name, longest first from each word."""
    words = list(_NAME_WORD.finditer(text))
    for i, first in enumerate(words):
        run = [first]
        for word in words[i + 1 : i + _LONGEST]:
            if not _BETWEEN.fullmatch(text, run[-1].end(), word.start()):
                break
            run.append(word)
        for n in range(len(run), 1, -1):
            parts = [word.group() for word in run[:n]]
            yield first.start(), run[n - 1].end(), " ".join(parts)
            if parts[-1].endswith(("s", "s'", "’", "'")):  # genitive
                yield first.start(), run[n - 1].end(), " ".join(parts).rstrip("'’").removesuffix("s")
        after = words[i + 1 : i + 3]
        if after and _COMMA.fullmatch(text, first.end(), after[0].start()):
            for n in range(len(after), 0, -1):
                given = [word.group() for word in after[:n]]
                yield first.start(), after[n - 1].end(), " ".join([*given, first.group()])


def normalised(name: str) -> str:
    """A name as it is compared: small letters, one blank between words, no full stops."""
    text = unicodedata.normalize("NFC", name).casefold().replace(".", " ").replace("´", "'").replace("’", "'")
    return " ".join(text.split())


@lru_cache(maxsize=20_000)
def name_hash(name: str) -> str:
    """The hash that a name is listed with: SHA-256 of salt and normalised name, the first 32 digits."""
    return hashlib.sha256((_SALT + normalised(name)).encode()).hexdigest()[:32]


def hashes_of(name: str) -> tuple[str, ...]:
    """The hashes to list for one person: the whole name and the shorter ways to write it. Raises ValueError for one word."""
    words = normalised(name).split()
    if len(words) < 2:
        raise ValueError(name)
    ways = [words[: _LONGEST - 1] + words[-1:] if len(words) > _LONGEST else words, [words[0], words[-1]]]
    if len(words) > 2:
        ways += [[*words[:2], words[-1]], [words[0], *words[-2:]], [words[0][0], words[-1]]]
        ways += [[w for w in words if len(w) > 1]]
    else:
        ways += [[words[0][0], words[-1]]]
    return tuple(dict.fromkeys(name_hash(" ".join(way)) for way in ways if len(way) > 1))
