"""Plain data that has been found right → typed objects."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

import msgspec

from macros.loading.felter import all_fields
from macros.loading.kinds import SLAG, Slag
from macros.loading.raw import Raadata
from macros.model import Innstillinger, Kunnskapsbase
from macros.model.lister import Kode
from macros.model.maaling import Maaling
from macros.model.programvare import Bibliotek, Byggepakke, Versjon
from macros.model.side import Sidehode


def build_base(
    raw: Raadata,
    biblioteker: tuple[Bibliotek, ...],
    env: Mapping[str, str] = os.environ,
    sider: tuple[Sidehode, ...] = (),
    omriss: tuple[tuple[tuple[float, float], ...], ...] = (),
    versjoner: tuple[Versjon, ...] = (),
    maalinger: tuple[Maaling, ...] = (),
    byggepakker: tuple[Byggepakke, ...] = (),
) -> Kunnskapsbase:
    """The typed base. Raises msgspec.ValidationError where the data haven't been validated first.

    env: where settings of the place may be said instead of in data/. omriss: the outline of the country, as points.
    The rest is what others have read: the libraries of the site, the heads of its pages, its versions, what has been
    measured, and the packages that build it.
    """
    samlinger = {slag.navn: _records(raw, slag) for slag in SLAG}
    return Kunnskapsbase(
        eksempler=samlinger["eksempel"],
        nettverk=samlinger["nettverk"],
        seminar=samlinger["seminar"],
        kilder=samlinger["kilde"],
        begreper=samlinger["begrep"],
        kommuner=samlinger["kommune"],
        temaer=samlinger["tema"],
        malgrupper=samlinger["malgruppe"],
        virkemidler=samlinger["virkemiddel"],
        lovkrav=samlinger["lovkrav"],
        lovendringer=samlinger["lovendring"],
        lovhistorie=samlinger["lovhendelse"],
        maler=samlinger["mal"],
        kodelister=_code_lists(raw),
        innstillinger=build_settings(raw, env),
        biblioteker=biblioteker,
        byggepakker=byggepakker,
        sider=sider,
        omriss=omriss,
        felter=all_fields(raw),
        maalinger=maalinger,
        versjoner=versjoner,
    )


def build_settings(raw: Raadata, env: Mapping[str, str]) -> Innstillinger:
    """Settings of the place; on GitHub the addresses come from the environment."""
    fil = raw.fil("innstilling")
    settings = dict(fil.yaml.data) if fil else {}
    if env.get("KB_NETTADRESSE"):
        settings["nettadresse"] = env["KB_NETTADRESSE"].rstrip("/") + "/"
    if env.get("GITHUB_REPOSITORY"):
        server = env.get("GITHUB_SERVER_URL") or "https://github.com"
        settings["kodelager"] = f"{server.rstrip('/')}/{env['GITHUB_REPOSITORY']}"
    return msgspec.convert(settings, Innstillinger)


def _records(raw: Raadata, slag: Slag) -> dict[str, Any]:
    """Records by key. Lists made for reading (temaer …) keep their order; files come in order of their names."""
    posts = [_with_source(post, _only_source(post)) for _, _, post in raw.av_slag(slag.navn)]
    return {post[slag.nokkel]: msgspec.convert(post, slag.klasse) for post in posts}


def _only_source(post: Mapping[str, Any]) -> str | None:
    sources = post.get("kilder")
    return sources[0] if isinstance(sources, list) and len(sources) == 1 else None


def _with_source(node: Any, kilde: str | None) -> Any:
    """The data with what a writer may leave out written in: the only source, and {side: 8} for a bare 8 in `sted`."""
    if isinstance(node, list):
        return [_with_source(item, kilde) for item in node]
    if not isinstance(node, dict):
        return node
    kilde = node["kilde"] if isinstance(node.get("kilde"), str) else kilde
    out = {key: _with_source(value, kilde) for key, value in node.items()}
    if "sted" in out:
        out["sted"] = [{"side": s} if isinstance(s, int) else s for s in out["sted"]]
    if kilde and ("sted" in out or ("mangler" in out and "delen" in out)):
        out.setdefault("kilde", kilde)
    return out


def _code_lists(raw: Raadata) -> dict[str, dict[str, Kode]]:
    fil = raw.fil("kodeliste")
    lists = fil.yaml.data if fil else {}
    return {name: {k["kode"]: msgspec.convert(k, Kode) for k in codes} for name, codes in lists.items()}
