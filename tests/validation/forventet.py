"""Write down what the invalid fixtures are answered with, for a person to read: never part of a test run.

    python -m tests.validation.forventet            all codes
    python -m tests.validation.forventet EKS-004    some of them

Prints each text that is new or changed. Read it aloud, and mend the message or the fixture until it is right.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.felles import FIXTURES, make_project, report_of


def main(codes: list[str]) -> None:
    """Write forventet.txt of the codes, or of all where none are named."""
    for folder in sorted((FIXTURES / "funn").iterdir()):
        if codes and folder.name not in codes:
            continue
        with tempfile.TemporaryDirectory() as scratch:
            text = report_of(make_project(Path(scratch), folder / "ugyldig"))
        expected = folder / "ugyldig" / "forventet.txt"
        if not expected.is_file() or expected.read_text(encoding="utf-8") != text:
            expected.write_text(text, encoding="utf-8", newline="\n")
            print(f"--- {folder.name}\n{text}")


if __name__ == "__main__":
    main(sys.argv[1:])
