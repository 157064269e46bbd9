"""The commands: the only part that prints and exits. kb.py sets up what a command needs and starts it here."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from macros.build import Miljofeil
from macros.cli import bidrag, bygging, proving, visning
from macros.cli.utskrift import disk_fault


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code: 0 fine, 1 something to mend, 2 wrong use."""
    parser = _parser()
    args = parser.parse_args(argv)
    try:
        return args.command(args)
    except KeyboardInterrupt:
        print()
        return 130
    except Miljofeil as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(disk_fault(error), file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kb.py", description="Boligsosial kunnskapsbase.")
    commands = parser.add_subparsers(required=True, metavar="KOMMANDO")
    for part in (visning, bygging, bidrag, proving):
        part.add_commands(commands)
    return parser
