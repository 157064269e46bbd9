"""Records broken at random, in the ways people break them: always findings or a base that can be built; no crash."""

from __future__ import annotations

import copy
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.loading import Raadata, Raafil, build_base, parse_yaml, read_data
from macros.loading.kinds import SLAG
from macros.loading.yamlfile import read_yaml
from macros.validation import all_codes, check_data, rule_modules
from tests.felles import ROOT, make_project
from tests.validation.endringer import ODD, change_data
from tests.validation.mutasjon import Plain, one_round_of_pages, records_in, run

ROUNDS = 100
SEED = 20230701
REAL_ROUNDS = 2


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Raadata:
    return read_data(make_project(Path(tmp_path_factory.mktemp("mutasjon"))))


def _mutant(rng: random.Random, fil: Raafil) -> Raafil:
    """The file as it is after one change to its data, or cut off somewhere in its text."""
    text = yaml.dump(change_data(rng, fil.yaml.data), Dumper=Plain, allow_unicode=True, sort_keys=False)
    if rng.random() < 0.1:
        text = text[: rng.randrange(len(text) + 1)]
    return replace(fil, yaml=parse_yaml(text, fil.yaml.fil))


def _one_round(rng: random.Random, base: Raadata) -> Raadata:
    """The base with one to three files of it changed; the small files as often as the large ones."""
    filer = list(base.filer)
    for i in rng.sample(range(len(filer)), rng.choice((1, 1, 1, 2, 3))):
        filer[i] = _mutant(rng, filer[i])
    return replace(base, filer=tuple(filer), funn=tuple(f for fil in filer for f in fil.yaml.funn))


def test_no_rule_stumbles_on_an_odd_value_in_a_top_field(base: Raadata) -> None:
    """Every field of the largest record of each kind, through every odd value: a finding or a fine record, never a crash."""
    for slag in SLAG:
        fil, _, post = max(base.av_slag(slag.navn), key=lambda found: len(found[2]))
        for field in post:
            variants = tuple(_with_value(fil, {**post, field: odd}) for odd in ODD)  # each as a file of its own
            raw = replace(base, filer=tuple(f for f in base.filer if f is not fil) + variants)
            for rule in rule_modules():
                list(rule.check(raw))


def _with_value(fil: Raafil, post: dict[str, Any]) -> Raafil:
    data = copy.deepcopy(post)
    return replace(fil, yaml=replace(fil.yaml, data=data if fil.slag.one_file_each else [data]))


def test_a_broken_record_is_told_of_or_can_be_built(base: Raadata) -> None:
    rng = random.Random(SEED)
    codes, built, told = all_codes(), 0, set()
    for _ in range(ROUNDS):
        raw = _one_round(rng, base)
        found = check_data(raw)
        told.update(f.kode for f in found)
        assert all(f.kode in codes and f.fil.startswith("data/") and len(f.melding) > 10 for f in found)
        assert all(len(f.melding) < 1000 and len(f.tips) < 1000 for f in found)
        if not found:
            built += 1
            kunnskap = build_base(raw, (), {})
            assert records_in(kunnskap) == sum(len(list(raw.av_slag(slag.navn))) for slag in SLAG)
    assert built > ROUNDS // 20, "the changes are too wild to say anything of what may be built"
    assert len(told) > 15, "the changes are too tame to reach the rules"


def test_every_real_record_broken_is_told_of_or_can_be_shown() -> None:
    """Each file several times, in its data, its text and its bytes. Longer: python -m tests.validation.mutasjon."""
    found = run(rounds=REAL_ROUNDS, seed=SEED)
    assert found.fortalt > found.mutanter // 2
    assert found.vist > found.mutanter // 20
    assert len(found.koder) > 20


def test_every_real_page_broken_is_told_of_or_fine() -> None:
    found = run(rounds=REAL_ROUNDS, seed=SEED, one=one_round_of_pages)
    assert found.fortalt and found.vist


@pytest.mark.parametrize("end", [b"\r\n", b"\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_byte_order_mark_and_other_line_ends_change_nothing(mark: bytes, end: bytes, tmp_path: Path) -> None:
    for path in sorted((ROOT / "data").rglob("*.yml")):
        other = tmp_path / "prove.yml"
        other.write_bytes(mark + path.read_bytes().replace(b"\n", end))
        assert read_yaml(other, "x.yml") == read_yaml(path, "x.yml")
