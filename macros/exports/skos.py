"""The terms of the glossary as SKOS, in Turtle and in JSON-LD.

prefLabel is the term in bokmål, nynorsk and English; altLabel what else it is called; definition our explanation; note the
definitions of others, each with its owner. Addresses are those of the glossary: whole where the site has one, else relative.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from macros.exports.data import json_text
from macros.model import Kunnskapsbase
from macros.model.begrep import Begrep

TURTLE, JSONLD = "data/begreper.ttl", "data/begreper.jsonld"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_DCT = "http://purl.org/dc/terms/"


def skos_files(base: Kunnskapsbase) -> dict[str, bytes]:
    """Both files by their path from the root of the site."""
    return {TURTLE: turtle(base).encode(), JSONLD: json_text(jsonld(base)).encode()}


def _root(base: Kunnskapsbase) -> str:
    return base.innstillinger.nettadresse or "../"


def _scheme(base: Kunnskapsbase) -> str:
    return f"{_root(base)}begreper/ordliste/"


def _labels(b: Begrep) -> Iterator[tuple[str, str, str]]:
    """Every label as (property, text, language); no label stands both as preferred and as another."""
    yield "prefLabel", b.bokmal, "nb"
    if b.nynorsk:
        yield "prefLabel", b.nynorsk, "nn"
    if b.engelsk:
        yield "prefLabel", b.engelsk, "en"
    for name in dict.fromkeys((*b.synonymer, *b.forkortelser, *b.eldre_navn)):
        if name != b.bokmal:
            yield "altLabel", name, "nb"
    yield "definition", b.forklaring, "nb"
    for d in b.definisjoner:
        yield "note", f"{d.eier}: {d.tekst}", "nb"


def turtle(base: Kunnskapsbase) -> str:
    """The glossary as Turtle."""
    scheme = _scheme(base)
    lines = [
        f"@prefix skos: <{_SKOS}> .",
        f"@prefix dct: <{_DCT}> .",
        "",
        f"<{scheme}> a skos:ConceptScheme ;",
        f"  dct:title {_literal(f'{base.innstillinger.navn}: ordliste', 'nb')} ;",
        f"  dct:license <{base.innstillinger.lisens_innhold.url}> .",
    ]
    for b in base.begreper.values():
        lines += ["", f"<{scheme}#{b.id}> a skos:Concept ;", f"  skos:inScheme <{scheme}> ;"]
        lines += [f"  skos:{name} {_literal(text, lang)} ;" for name, text, lang in _labels(b)]
        lines += [f"  skos:related <{scheme}#{other}> ;" for other in b.se_ogsa]
        lines[-1] = lines[-1][:-1] + "."
    return "\n".join(lines) + "\n"


def _literal(text: str, lang: str) -> str:
    return f"{json.dumps(text, ensure_ascii=False)}@{lang}"  # the escapes of JSON are escapes of Turtle, too


def jsonld(base: Kunnskapsbase) -> dict[str, Any]:
    """The same as JSON-LD."""
    scheme = _scheme(base)
    concepts = []
    for b in base.begreper.values():
        node: dict[str, Any] = {"@id": f"{scheme}#{b.id}", "@type": "skos:Concept", "skos:inScheme": {"@id": scheme}}
        for name, text, lang in _labels(b):
            node.setdefault(f"skos:{name}", []).append({"@value": text, "@language": lang})
        if b.se_ogsa:
            node["skos:related"] = [{"@id": f"{scheme}#{other}"} for other in b.se_ogsa]
        concepts.append(node)
    head = {
        "@id": scheme,
        "@type": "skos:ConceptScheme",
        "dct:title": {"@value": f"{base.innstillinger.navn}: ordliste", "@language": "nb"},
        "dct:license": {"@id": base.innstillinger.lisens_innhold.url},
    }
    return {"@context": {"skos": _SKOS, "dct": _DCT}, "@graph": [head, *concepts]}
