"""One file of YAML: what it may hold, what it may not, and on which line."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from macros.loading import field_name, parse_yaml
from macros.loading.yamlfile import KODER, MAX_BYTES, MAX_DEPTH, read_yaml


def _codes(text: str) -> list[tuple[str, int]]:
    return [(f.kode, f.linje) for f in parse_yaml(text, "data/prove.yml").funn]


@pytest.mark.parametrize(
    ("skrevet", "lest"),
    [
        ("3", 3),
        ("-3", -3),
        ("0", 0),
        ("3.5", 3.5),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("2011", 2011),
        ("2011-08-31", "2011-08-31"),
        ("2011-08", "2011-08"),
        ("2011-8-31", "2011-8-31"),
        ("08:30", "08:30"),
        ("6/2015", "6/2015"),
        ("978-82-0000-001-3", "978-82-0000-001-3"),
        ("Ås", "Ås"),
        ('"0301"', "0301"),
        ("'NO'", "NO"),
        ('"12:30"', "12:30"),
        ('"1e3"', "1e3"),
        ('"null"', "null"),
        ("[1, to]", [1, "to"]),
        ("{a: 1}", {"a": 1}),
        ("|\n  to\n  linjer\n", "to\nlinjer"),
        (">\n  to\n  linjer\n", "to linjer"),
        ("|+\n  to\n\n", "to"),
    ],
)
def test_what_is_read(skrevet: str, lest: Any) -> None:
    found = parse_yaml(f"felt: {skrevet}\n", "data/prove.yml")
    assert (found.data, found.funn) == ({"felt": lest}, ())
    assert type(found.data["felt"]) is type(lest)


@pytest.mark.parametrize(
    "skrevet",
    [
        "0301",
        "NO",
        "no",
        "Yes",
        "on",
        "OFF",
        "True",
        "12:30",
        "1:30:00",
        "1e3",
        "1.0e3",
        "1_000",
        "0x1F",
        "0o17",
        "0b11",
        "+5",
        ".5",
        "5.",
        ".inf",
        "-.INF",
        ".NaN",
        "2011-08-31 10:00:00",
        "2011-08-31T10:00:00Z",
        "9" * 20,
        "9" * 5000,
        "=",
        "1." + "1" * 5000,
    ],
)
def test_what_programs_disagree_on_is_a_finding_and_stays_text(skrevet: str) -> None:
    found = parse_yaml(f"a: 1\nfelt: {skrevet}\n", "data/prove.yml")
    assert [(f.kode, f.linje, f.felt) for f in found.funn] == [("FIL-008", 2, "felt")]
    assert found.data["felt"] == skrevet
    assert len(found.funn[0].melding + found.funn[0].tips) < 300


@pytest.mark.parametrize(
    ("tekst", "funn"),
    [
        ("", [("FIL-003", 1)]),
        ("# bare en kommentar\n", [("FIL-003", 1)]),
        ("---\n", [("FIL-003", 1)]),
        ("~\n", [("FIL-003", 1)]),
        ("a: b: c\n", [("FIL-004", 1)]),
        ("a: 1\n? [x, y]\n: 2\n", [("FIL-004", 2)]),
        ("a: 1\nb: [1, 2\nc: 3\n", [("FIL-004", 2)]),
        ('a: 1\nb: "x\nc: 3\n', [("FIL-004", 2)]),
        ("a: 1\n---\nb: 2\n", [("FIL-004", 2)]),
        ("a: \x00\n", [("FIL-004", 1)]),
        ("a: 1\nb: \x07\n", [("FIL-004", 2)]),
        ("a:\n\t- 1\n", [("FIL-005", 2)]),
        ("a:\n  b: 1\n\tc: 2\n", [("FIL-005", 3)]),
        ("a: 1\nb: 2\na: 3\n", [("FIL-006", 3)]),
        ("a: 1\n'a': 3\n", [("FIL-006", 2)]),
        ("a: &x [1]\nb: *x\n", [("FIL-007", 2)]),
        ("a: &x\n  - *x\n", [("FIL-007", 1)]),
        ("a: &x {c: 1}\nb:\n  <<: *x\n", [("FIL-007", 3)]),
        ("a: *x\n", [("FIL-004", 1)]),
        ("a: &x\n  b: 1\n", [("FIL-007", 1)]),
        ("a: 1\nb: &Bolig for alle\n", [("FIL-007", 2)]),
        ('a: &x "b"\n', [("FIL-007", 1)]),
        ("a: Hus #1\n", [("FIL-014", 1)]),
        ("a: 1 # talt\n", [("FIL-014", 1)]),
        ("- hus\n- bil  #2\n", [("FIL-014", 2)]),
        ("a: hus\n  og #1\nb: 2\n", [("FIL-014", 1)]),
        ("a: {b: hus #1\n  }\n", [("FIL-014", 1)]),
        ("a: {b: hus #1}\n", [("FIL-004", 1)]),
        ("a: !navn x\n", [("FIL-009", 1)]),
        ('a: !navn "x"\n', [("FIL-009", 1)]),
        ("a: !!binary x\n", [("FIL-009", 1)]),
        ("a: !!set {x}\n", [("FIL-009", 1)]),
        ("a: !!python/object/apply:os.system [ls]\n", [("FIL-009", 1)]),
        ("a: " + "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), [("FIL-012", 1)]),
    ],
)
def test_findings_and_their_lines(tekst: str, funn: list[tuple[str, int]]) -> None:
    assert _codes(tekst) == funn


def test_a_key_may_look_like_anything() -> None:
    assert parse_yaml("NO: 1\n0301: 2\n12:30: 3\n", "data/prove.yml").data == {"NO": 1, "0301": 2, "12:30": 3}


def test_just_deep_enough_is_read() -> None:
    tekst = "[" * MAX_DEPTH + "]" * MAX_DEPTH
    assert _codes(tekst) == []


@pytest.mark.parametrize(
    "tekst",
    [
        "[" * 1_000_000,
        "{a: " * 200_000,
        "- " * 500_000,
        "? " * 400_000,
        "\n".join(" " * i + "a:" for i in range(1_000)),
        "a: &a [x,x,x,x,x,x,x,x,x]\n"
        + "".join(
            f"{name}: &{name} [{','.join(f'*{before}' for _ in range(9))}]\n"
            for before, name in zip("abcdefghi", "bcdefghij", strict=True)
        ),
    ],
    ids=["klammer", "krøller", "streker", "spørsmålstegn", "innrykk", "aliasbombe"],
)
def test_bombs_are_quick(tekst: str) -> None:
    start = time.process_time()
    codes = {kode for kode, _ in _codes(tekst)}
    assert codes and codes <= {"FIL-004", "FIL-007", "FIL-012"}
    assert time.process_time() - start < 2


def test_every_field_knows_its_line_or_that_of_what_it_stands_in() -> None:
    found = parse_yaml("# topp\nid: x\nliste:\n  - a: 1\n    b: 2\n  - {a: 3,\n     b: 4}\n", "data/prove.yml")
    lines = {(): 2, ("id",): 2, ("liste",): 3, ("liste", 0): 4, ("liste", 0, "b"): 5, ("liste", 1, "b"): 7}
    assert {sti: found.linje(sti) for sti in lines} == lines
    assert found.linje(("liste", 1, "finnes-ikke", 0)) == 6
    assert parse_yaml("", "data/prove.yml").linje(("a",)) == 1


def test_text_inside_a_page_counts_lines_from_where_it_starts() -> None:
    found = parse_yaml("tittel: x\nfor: NO\n", "docs/side.md", first_line=2)
    assert [(f.linje, f.fil) for f in found.funn] == [(3, "docs/side.md")]
    assert [f.linje for f in parse_yaml("a: [", "docs/side.md", first_line=2).funn] == [2]
    assert [f.linje for f in parse_yaml("[" * 50, "docs/side.md", first_line=2).funn] == [2]


@pytest.mark.parametrize(
    "innhold",
    [
        "id: x\nnavn: Ås\nfeil: NO\n".encode(),
        "\ufeffid: x\nnavn: Ås\nfeil: NO\n".encode(),
        b"id: x\r\nnavn: \xc3\x85s\r\nfeil: NO\r\n",
        b"\xef\xbb\xbfid: x\r\nnavn: \xc3\x85s\r\nfeil: NO\r\n",
        "id: x\nnavn: Ås\nfeil: NO".encode(),
    ],
    ids=["vanlig", "BOM", "CRLF", "BOM og CRLF", "uten siste linjeskift"],
)
def test_marks_and_line_ends_of_other_systems(innhold: bytes, tmp_path: Path) -> None:
    path = tmp_path / "prove.yml"
    path.write_bytes(innhold)
    found = read_yaml(path, "data/prove.yml")
    assert found.data == {"id": "x", "navn": "Ås", "feil": "NO"}
    assert [(f.kode, f.linje) for f in found.funn] == [("FIL-008", 3)]


@pytest.mark.parametrize(
    ("innhold", "funn"),
    [
        ("id: x\nnavn: Ås\n".encode("latin-1"), ("FIL-001", 2)),
        ("id: x\nnavn: Ås\n".encode("utf-16"), ("FIL-001", 1)),
        ("id: x\nnavn: As\n".encode("utf-16-le"), ("FIL-004", 1)),
        (b"id: x\nnavn: \xed\xa0\x80\n", ("FIL-001", 2)),
        (b"# " + b"." * MAX_BYTES, ("FIL-002", 0)),
        (b"# " + b"." * 2 * MAX_BYTES, ("FIL-002", 0)),
        (b"", ("FIL-003", 1)),
    ],
)
def test_what_a_file_can_be(innhold: bytes, funn: tuple[str, int], tmp_path: Path) -> None:
    path = tmp_path / "prove.yml"
    path.write_bytes(innhold)
    found = read_yaml(path, "data/prove.yml")
    assert [(f.kode, f.linje) for f in found.funn] == [funn]
    assert found.data is None


def test_file_of_exactly_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "prove.yml"
    path.write_bytes(b"id: x\n#" + b"." * (MAX_BYTES - 7))
    assert read_yaml(path, "data/prove.yml").data == {"id": "x"}


def test_every_code_of_the_file_is_tested_here() -> None:
    """A new code in yamlfile needs a case above; FIL-010, 011, 013 and 015 are about more than one file."""
    here = Path(__file__).read_text(encoding="utf-8")
    assert [kode for kode in KODER if f'"{kode}"' not in here] == []


@pytest.mark.parametrize(
    ("sti", "navn"),
    [
        ((), ""),
        (("id",), "id"),
        (("erfaringer", 2, "temaer", 0), "erfaringer, punkt 3, temaer, punkt 1"),
        ((0, "nummer"), "punkt 1, nummer"),
        (("", "x"), "(uten navn), x"),
    ],
)
def test_a_field_is_named_in_words_counted_from_one(sti: tuple[str | int, ...], navn: str) -> None:
    assert field_name(sti) == navn


@pytest.mark.parametrize(
    ("data", "navn"),
    [
        ({"erfaringer": [{"id": "a"}, {"id": "komp-5"}]}, "erfaringer, punkt 2 (id komp-5), temaer, punkt 1"),
        (
            {"erfaringer": [{}, {"nummer": "0301", "navn": "Oslo"}]},
            "erfaringer, punkt 2 (nummer 0301), temaer, punkt 1",
        ),
        ({"erfaringer": [{}, {"id": 3}]}, "erfaringer, punkt 2, temaer, punkt 1"),
        ({"erfaringer": [{}, {"id": " "}]}, "erfaringer, punkt 2, temaer, punkt 1"),
        ({"erfaringer": [{}, {"id": "x" * 90}]}, f"erfaringer, punkt 2 (id {'x' * 39}…), temaer, punkt 1"),
        ({"erfaringer": "tekst"}, "erfaringer, punkt 2, temaer, punkt 1"),
        ({"erfaringer": [{}]}, "erfaringer, punkt 2, temaer, punkt 1"),
        (None, "erfaringer, punkt 2, temaer, punkt 1"),
    ],
)
def test_field_name_tells_the_id(data: Any, navn: str) -> None:
    assert field_name(("erfaringer", 1, "temaer", 0), data) == navn
