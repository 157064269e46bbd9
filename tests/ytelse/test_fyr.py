"""What is told of a run of Lighthouse, and that its packages are locked. The run itself is `python3 kb.py ytelse`."""

from __future__ import annotations

import json

import pytest

import kb
from tests.ytelse import fyr

REPORT = {
    "categories": {
        "performance": {"score": 0.97},
        "accessibility": {"score": 1},
        "best-practices": {"score": 1},
        "seo": {"score": 1},
    },
    "audits": {
        "largest-contentful-paint": {"numericValue": 1860.4},
        "cumulative-layout-shift": {"numericValue": 0.0},
        "total-byte-weight": {"numericValue": 104_300},
    },
}


def test_a_report_becomes_figures_and_words():
    found = fyr._figures(REPORT)
    assert fyr.in_words(found) == (
        "ytelse 97, tilgjengelighet 100, god praksis 100, søkemotorer 100, LCP 1,9 s, CLS 0,000, 104 kB"
    )
    assert fyr.reached(found)


@pytest.mark.parametrize(("key", "value"), [("seo", 99), ("seo", None), ("lcp", 2.0), ("lcp", None)])
def test_what_is_worse_or_not_known_is_not_reached(key: str, value: float | None):
    found = fyr._figures(REPORT)
    found[key] = value
    assert not fyr.reached(found)
    assert (value is not None) or "ikke målt" in fyr.in_words(found)


def test_a_run_that_stopped_has_no_figures():
    assert set(fyr._figures({}).values()) == {None}


def test_nothing_is_measured_where_there_is_no_node(monkeypatch: pytest.MonkeyPatch, tmp_path):
    monkeypatch.setattr(fyr, "HOME", tmp_path / "borte")
    monkeypatch.setenv("KB_NPM", "[]")
    assert fyr.scores(tmp_path) == {}


def test_the_lock_has_versions_and_hashes_and_no_address():
    text = (fyr.LOCK / "package-lock.json").read_text(encoding="utf-8")
    assert kb.faults_of_package_lock(text) == []
    assert json.loads(text)["packages"]["node_modules/lighthouse"]["version"]
