"""Where the commands work: the project, and the folder of its built site. Tests put another project here."""

from __future__ import annotations

from pathlib import Path

ROT = Path(__file__).resolve().parents[2]
SITE = ROT / "site"
