"""What axe can't judge and we have judged: a list that must shrink (uavklart.yml)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from tests.harness.axe import Funn

LISTE = Path(__file__).with_name("uavklart.yml")


@cache
def kjente() -> list[dict[str, str]]:
    """The known kinds, in the order of the list: regel, grunnkode, velger, sett and grunn of each."""
    return yaml.safe_load(LISTE.read_text(encoding="utf-8"))


def nytt(funn: Funn) -> list[str]:
    """What axe could not judge and no kind of the list covers; told once for each reason and opening tag."""
    new = {(one.grunnkode, one.html.partition(">")[0]): str(one) for one in funn.uavklart if one.kjent < 0}
    return list(new.values())
