"""Every code that a finding can have, from the rules themselves: records, pages, and the finished site."""

from __future__ import annotations

from macros.build.check_pages import KODER as KODER_I_SIDER
from macros.build.sprak import KODER as KODER_FOR_SPRAK
from macros.finish.koder import KODER as KODER_I_NETTSTEDET
from macros.model import Regel
from macros.validation import all_codes


def every_code() -> dict[str, Regel]:
    """The codes in order, each with what it means and what to do."""
    return dict(sorted((all_codes() | KODER_I_SIDER | KODER_I_NETTSTEDET | KODER_FOR_SPRAK).items()))
