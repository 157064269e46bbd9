"""A run at one size keeps what was measured before at the others."""

from __future__ import annotations

import subprocess
import sys
import time

from macros.model.maaling import Tall
from tests.ytelse.maal import merged
from tests.ytelse.prosessene import held_mb

BEFORE = (
    Tall(hva="Tid per side", verdi="1,1"),
    Tall(hva="100 eksempler: mest minne", verdi="165 MB"),
    Tall(hva="100 eksempler, 212 sider: prosessortid", verdi="sjekk 8 s"),
    Tall(hva="1000 eksempler: mest minne", verdi="300 MB"),
)


def test_a_new_size_is_added_and_the_same_size_is_replaced() -> None:
    new = [
        Tall(hva="Tid per side", verdi="ikke målt"),
        Tall(hva="100 eksempler: mest minne", verdi="150 MB"),
        Tall(hva="100 eksempler, 289 sider: prosessortid", verdi="sjekk 5 s"),
    ]
    assert [(t.hva, t.verdi) for t in merged(new, BEFORE)] == [
        ("Tid per side", "1,1"),
        ("100 eksempler: mest minne", "150 MB"),
        ("100 eksempler, 289 sider: prosessortid", "sjekk 5 s"),
        ("1000 eksempler: mest minne", "300 MB"),
    ]


def test_the_memory_of_workers_is_counted_with_their_parents() -> None:
    """A build with two workers must not look as if it needed the memory of one."""
    hold = "import subprocess, sys; x = bytearray(60_000_000); sys.stdin.readline()"
    run = f"import subprocess, sys; p = subprocess.Popen([sys.executable, '-c', {hold!r}], stdin=0); p.wait()"
    process = subprocess.Popen([sys.executable, "-c", run], stdin=subprocess.PIPE)
    assert process.stdin
    deadline = time.monotonic() + 60
    while (held := held_mb(process.pid)) < 60 and time.monotonic() < deadline:
        assert process.poll() is None
    process.stdin.write(b"\n")
    process.stdin.close()
    process.wait()
    assert 60 <= held < 120
