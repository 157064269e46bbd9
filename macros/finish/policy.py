"""Content-Security-Policy: what a page may run and fetch, written into the page itself.

Everything comes from the site. Scripts run only from files of the site, or when they are one of the theme's own inline
scripts, known below word for word: a hash is never given to a script just because it stands in the page, since then a
script that slipped in through a record or a page would get one too.

What a policy in a <meta> tag cannot do: frame-ancestors (who may show the page in a frame), reporting and sandbox.
Those need a header from the server.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256

from macros.finish.findings import finding
from macros.finish.page import Block, Edit, Page, Tag
from macros.model.funn import Funn

# The theme's inline scripts (Material 9.8). The first differs by the depth of the page. A new version of the theme that
# changes one gives POL-001 on every page: read the new script, and put it here.
_THEME_SCRIPTS = tuple(
    re.compile(pattern)
    for pattern in (
        # partials/javascripts/base.html
        r'__md_scope=new URL\("[A-Za-z0-9._~%/-]*",location\),'
        + re.escape(
            "__md_hash=e=>[...e].reduce(((e,_)=>(e<<5)-e+_.charCodeAt(0)),0),"
            '__md_get=(e,_=localStorage,t=__md_scope)=>JSON.parse(_.getItem(t.pathname+"."+e)),'
            "__md_set=(e,_,t=localStorage,a=__md_scope)=>"
            '{try{t.setItem(a.pathname+"."+e,JSON.stringify(_))}catch(e){}}'
        ),
        # partials/javascripts/content.html
        re.escape(
            "var target=document.getElementById(location.hash.slice(1));"
            'target&&target.name&&(target.checked=target.name.startsWith("__tabbed_"))'
        ),
    )
)

# Types whose text the browser runs, or heeds when it loads scripts. All other types are data.
_RUN_TYPES = frozenset(
    {f"{kind}/{name}" for kind in ("application", "text") for name in ("javascript", "ecmascript")}
    | {f"{kind}/x-{name}" for kind in ("application", "text") for name in ("javascript", "ecmascript")}
    | {f"text/javascript1.{minor}" for minor in range(6)}
    | {"text/jscript", "text/livescript", "module", "importmap", "speculationrules"}
)

# What stands in a page that the policy would stop. The reader would see a hole; the build says so instead.
_STOPPED = frozenset({"iframe", "frame", "object", "embed", "applet", "video", "audio"})

_STYLE_TIP = "Bruk en klasse, og legg stilen i et stilark i docs/assets/css/."

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_IGNORED_BY_BROWSERS = re.compile(r"[\x00-\x20\x7f]+")
_LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_ADDRESSES = frozenset({"href", "xlink:href", "src", "action", "formaction", "data", "poster", "srcset"})


def policy(hashes: Iterable[str] = ()) -> str:
    """The policy of a page whose inline scripts have these hashes.

    style-src is 'self' alone: Material 9.8 with font: false has no <style>, and sets styles from its scripts through
    the object model, which the policy lets through (tests/finish/test_nettleser.py holds it to that). img-src has data:
    since the theme's icons are data: addresses in its style sheets; pictures made in a page must be data: too. frame-src is for
    the own seminar, which has a piece of another page by showing that page in a frame (frontend/opplegg/hent.ts).
    """
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'self'", *(f"'sha256-{value}'" for value in hashes))),
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "frame-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def policy_edits(page: Page) -> list[Edit]:
    """The edit that puts the policy in front of all that it shall govern; none when the page has no <head>."""
    if page.head is None:
        return []
    first = next((tag for tag in page.head_tags if tag.start >= page.head), None)
    # The charset must stand within the first 1024 bytes, so the policy comes after it, where nothing stands before it.
    place = first.end if first and first.name == "meta" and first.get("charset") is not None else page.head
    hashes = dict.fromkeys(_hash(script.text) for script in page.scripts if _is_known(script))
    return [Edit(place, place, f'\n      <meta http-equiv="Content-Security-Policy" content="{policy(hashes)}">')]


def _hash(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def _is_run(script: Block) -> bool:
    """Whether the browser runs what stands inside the element."""
    if script.tag.get("src") is not None:
        return False
    kind = (script.tag.get("type") or "").strip().lower()
    language = (script.tag.get("language") or "").strip().lower()
    return f"text/{language}" in _RUN_TYPES if not kind and language else not kind or kind in _RUN_TYPES


def _is_known(script: Block) -> bool:
    return _is_run(script) and any(pattern.fullmatch(script.text) for pattern in _THEME_SCRIPTS)


def policy_findings(page: Page, fil: str, edits: Iterable[Edit]) -> Iterator[Funn]:
    """What in the page the policy would stop, or must not let through.

    fil: the page's source. edits: what other modules change in it; a style= that a repair takes out is no fault.
    """
    if page.head is None:
        tips = "Bruk en mal med <head>."
        yield finding(fil, "POL-008", "head", "Siden mangler <head>, så den kan ikke få noen policy.", tips)
    for script in page.scripts:
        if _is_run(script) and not _is_known(script):
            melding = f"Siden har et skript i selve HTML-en: «{_start_of(script.text)}»."
            tips = "Legg skriptet i frontend/; er det temaets eget, må det føres opp i macros/finish/policy.py."
            yield finding(fil, "POL-001", "script", melding, tips)
    for style in page.styles:
        yield finding(fil, "POL-004", "style", f"Siden har et <style>-element: «{_start_of(style.text)}».", _STYLE_TIP)
    taken_out = {edit.start for edit in edits}
    for tag in page.tags:
        if tag.name in _STOPPED:
            melding = f"Siden har et <{tag.name}>-element, som policyen stopper."
            yield finding(fil, "POL-006", tag.name, melding, "Lenk til innholdet i stedet.")
        elif tag.name == "base":
            melding = "Siden har et <base>-element, som policyen stopper."
            yield finding(fil, "POL-007", "base", melding, "Ta det bort.")
        for name, value in tag.attributes:
            if name in _ADDRESSES or name == "style" or name.startswith("on"):
                yield from _attribute_findings(fil, tag, name, value or "", taken_out)


def _attribute_findings(fil: str, tag: Tag, name: str, value: str, taken_out: set[int]) -> Iterator[Funn]:
    place = f"{tag.name}[{name}]"
    if name.startswith("on"):
        melding = f"Siden har et skript i attributtet {name}: «{_start_of(value)}»."
        yield finding(fil, "POL-002", place, melding, "Legg skriptet i frontend/ og knytt det til elementet der.")
    elif name == "style":
        if not _is_taken_out(tag, taken_out):
            yield finding(fil, "POL-005", place, f"Siden har stil i et attributt: «{_start_of(value)}».", _STYLE_TIP)
    elif (scheme := _scheme(value)) and not _is_allowed(tag, scheme):
        melding = f"Adressen «{_start_of(value)}» begynner med «{scheme}:», som ikke er tillatt."
        tips = "Lov er http:, https:, mailto: og tel:, og data: i bilder."
        yield finding(fil, "POL-003", place, melding, tips)
    elif name in ("action", "formaction"):
        melding = f"Skjemaet sendes til «{_start_of(value)}», og policyen stopper alle skjemaer som sendes."
        yield finding(fil, "POL-009", place, melding, "La et skript i frontend/ lese skjemaet.")


def _is_taken_out(tag: Tag, taken_out: set[int]) -> bool:
    start, _ = tag.span("style")
    return start in taken_out or tag.without("style").start in taken_out


def _scheme(address: str) -> str | None:
    """The scheme as a browser reads it: it drops tabs, line breaks and spaces in front («java\\nscript:»)."""
    match = _SCHEME.match(_IGNORED_BY_BROWSERS.sub("", address)) if ":" in address else None
    return match[1].lower() if match else None


def _is_allowed(tag: Tag, scheme: str) -> bool:
    if scheme == "data":
        return tag.name in ("img", "source", "image") or (tag.name == "link" and "icon" in (tag.get("rel") or ""))
    # file: and addresses of other hosts are looked at in links.py.
    return scheme in _LINK_SCHEMES or scheme == "file"


def _start_of(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else words[:59] + "…"
