"""Where the commands work: the project, and the folder of its built site. Tests put another project here."""

from __future__ import annotations

import os
from pathlib import Path

ROT = Path(__file__).resolve().parents[2]
SITE = ROT / "site"
START = "py kb.py" if os.name == "nt" else "python3 kb.py"
"""How a command is started, for advice; as the launcher says it, which can't ask this package."""


def fil(skrevet: str) -> Path:
    """The file or folder that was written after a command: named from where the writer stood, whom the launcher moved."""
    return Path(os.environ.get("KB_HER", ""), skrevet)
