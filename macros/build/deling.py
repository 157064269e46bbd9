"""The picture that is shown where a page is shared: its title on the site's own colour, above a row of houses.

Drawn from delingskort.svg.j2 with resvg, which needs no network and no font of the machine: the same bytes every time.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import resvg_py
from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from macros.finish import CARD_SIZE, card_path
from macros.model.innstillinger import Innstillinger
from macros.model.side import Sidehode
from macros.rendering.figurer.svg import linjer

_FONT = "docs/assets/bygd/skrift-kort.ttf"
_PICTURES = "docs/assets/bilder"
_ROOM, _SIZE, _SIZE_OF_SENTENCE = 1040, 72, 52


def make_cards(rot: Path, innstillinger: Innstillinger, sider: Mapping[str, Sidehode]) -> dict[str, bytes]:
    """A picture for each page, by its path in the site; none where the site has no address, since no one could point at it.

    sider: front matter of the pages by their path in the site. Raises ValueError where a picture can't be drawn.
    """
    font = rot / _FONT
    if innstillinger.nettadresse is None or not font.is_file():
        return {}
    template = Environment(loader=PackageLoader("macros.build", "."), autoescape=True).get_template(
        "delingskort.svg.j2"
    )
    parts = {
        name: _inside((rot / _PICTURES / f"{name}.svg").read_text(encoding="utf-8")) for name in ("merke", "husrekke")
    }
    out = {}
    for path, side in sider.items():
        front = path == "index.html"
        title, size = (innstillinger.undertittel, _SIZE_OF_SENTENCE) if front else (side.tittel, _SIZE)
        lines = linjer(title, _ROOM, mest=4, storrelse=size)
        svg = template.render(navn=innstillinger.navn, linjer=lines, storrelse=size, maal=CARD_SIZE, **parts)
        out[card_path(path)] = resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=[str(font)])
    return out


def _inside(svg: str) -> Markup:
    """What stands in the svg element of a picture of ours."""
    return Markup(svg[svg.index(">") + 1 : svg.rindex("</svg>")])
