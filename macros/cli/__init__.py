"""The commands: the only part that prints and exits. kb.py sets up what a command needs and starts it here."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

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


class _Parser(argparse.ArgumentParser):
    """Tells in bokmål how a command is written; argparse itself has English alone."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(add_help=False, **settings)
        self._optionals.title, self._positionals.title = "valg", "det som skrives etter"
        self.add_argument("-h", "--help", action="help", help="viser dette")

    def format_help(self) -> str:
        return super().format_help().replace("usage:", "Slik skrives det:", 1)

    def error(self, message: str) -> NoReturn:
        unknown = message.partition("unrecognized arguments: ")[2]
        what = f"Forstår ikke «{unknown}»." if unknown else "Noe mangler, eller er ikke en lovlig verdi."
        usage = self.format_usage().replace("usage: ", "", 1)
        self.exit(2, f"{what} Slik skrives det:\n  {usage}Skriv --help etter kommandoen, så står det mer.\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="kb.py", description="Boligsosial kunnskapsbase.")
    commands = parser.add_subparsers(required=True, metavar="KOMMANDO")
    for part in (visning, bygging, bidrag, proving):
        part.add_commands(commands)
    return parser
