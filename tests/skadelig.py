"""The one list of texts that would do harm, and the way to put one of them into every text of a base.

For records, macros, exports, forms, addresses and the files that the tools open.
"""

from __future__ import annotations

import dataclasses
from typing import Any

NOT_TEXT = {
    # ids and codes
    "id", "kilde", "kilder", "kommune", "nummer", "begrep", "under", "maal", "strategi", "utfordringer", "rapporterer_til",
    "sum_av", "se_ogsa", "malgrupper", "malgruppe", "temaer", "virkemidler", "lovkrav", "gjelder", "hvem_sier", "gjengitt_av",
    "slags", "spor", "mangler", "delen", "svar", "grad", "organslag", "behandling", "opphav", "tilstand", "utfall", "retning",
    "tallslag", "kildetype", "dokumentstatus", "omfang", "styrke", "kode", "krever", "per", "gjentas", "eksempel",
    "krav", "pastander", "saken", "fasit", "forst", "slutt", "pastand", "sider", "oppgave", "starter", "slutter",
    # times, and addresses that the schema holds to http(s) or to a page of the site
    # provisions, which must name a known act
    "bestemmelser", "bygger_pa", "slag", "fase", "filslag",
    "vedtatt", "i_kraft", "sikkerhet", "sist_gjennomgatt", "publisert", "neste_gjennomgang", "svarer_pa",
    "bidro_med", "utgivelse",
    "naar", "fra", "til", "hver_dato", "holdt", "dato", "sjekket", "frist", "gjelder_fra", "url", "punkt", "side",
}  # fmt: skip
"""Fields that the schema holds to ids, codes, times and addresses. All others are text, also those that come later."""

OWN_WORDS = {"Oppgitt", "Serie"}
"""Classes whose fields are the source's own words, though they have the names of codes."""

FIENDTLIG = '=HYPERLINK("http://x")<img src=x onerror=alert(1)>\n+SUM(A1) {{ 1 }} «æøå» \u202e 👍'
"""One text that a careless tool would run, calculate or turn round in the files it makes."""

OWN_FIELDS = {("Forberedelse", "naar"), ("Evalueringssporsmal", "svar"), ("Seminar", "maal"), ("Sted", "side")}
"""Fields that have the name of a code or a time, and hold text."""

HARMFUL = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</td></tr></table></div><h1>nei</h1>",
    "\" onmouseover=\"alert(1)",
    "' onmouseover='alert(1)",
    "](javascript:alert(1))",
    "[x](javascript:alert(1))",
    "![x](/nei.png)",
    "[x][y] [^1] *[HTML]: z",
    "a | b | c",
    "a\nb\n\nc\n\n# nei\n\n- nei\n\n    nei",
    "{{ x }} {% if x %} {# x #}",
    "`<b>nei</b>` ``x`` `",
    "*nei* _nei_ **nei** __nei__ ~~nei~~ ^nei^",
    "{: #nei .nei onclick=alert(1) }",
    "&lt;b&gt; &amp; <!-- nei -->",
    "\\* \\` \\[ \\",
    "!!! note \"nei\"",
    "<https://nei.no> <nei@nei.no>",
    ": nei",
    "<svg onload=alert(1)>",
    "<svg><animate onbegin=alert(1) attributeName=x>",
    '<math><mi xlink:href="javascript:alert(1)">nei</mi></math>',
    "<style>*{display:none}</style>",
    'x" style="background:url(javascript:alert(1))',
    "</script><script>alert(1)</script>",
    "</title></textarea><script>alert(1)</script>",
    "<!--><script>alert(1)</script>-->",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    "<form action=https://nei.no><input name=x>",
    "<base href=https://nei.no/><meta http-equiv=refresh content=0;url=//nei.no>",
    '=HYPERLINK("https://nei.no";"x")',
    "+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd",
    "../../../etc/passwd",
    "\u202enei\u202c \u2066nei\u2069",
    "<\u200bscript>alert(1)</script>",
    "\uff1cscript\uff1ealert(1)\uff1c/script\uff1e",
    "%3Cscript%3Ealert(1)%3C/script%3E %00",
    "${alert(1)} #{x} <%= x %> <?php x ?>",
    "!!python/object/apply:os.system ['nei']",
    "[nei]: javascript:alert(1) 'nei'",
    "<![CDATA[<script>alert(1)</script>]]>",
    "]]><!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]><x>&y;</x>",
    "{{constructor.constructor('alert(1)')()}}",
    "__proto__ constructor prototype",
    "jav\u0430script:alert(1) \u0458avascript:alert(1)",
    "}} @book{nei, title = {nei}} \\input{/etc/passwd} $x$ % nei",
    "nei;BEGIN:VEVENT,SUMMARY:nei\\n",
    "-2+3+cmd|' /C calc'!A0",
    'DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"',
    "--- ... %TAG ! tag:nei,2000: &nei *nei !nei",
]  # fmt: skip
"""Fifty-three kinds that a text of a record can have: HTML, attribute, address, Markdown, template, SVG, CSS, comment, frame,
form, formula, path, Unicode, YAML, XML, TeX, calendar, prototype."""

UNSEEN = [
    "\t=1+1",
    "\r\nBEGIN:VEVENT\r\nSUMMARY:nei\r\nEND:VEVENT",
    "nei\nER  - \nTY  - BOOK\nTI  - nei",
    "<b>" + "x" * 5000,
    "\ufeff<script>alert(1)</script>",
]
"""More kinds: line ends, a tab, a byte-order mark, and a text without end."""

CONTROL = ["a\x00b", "a\x0bb", "a\x1bb", "a\u2028alert(1)", "a\x85b", "a\ufffeb", "a\u202eb", "a\u200bb", "a\ue000b"]
"""Signs that no record may hold: they would break XML, end a line of a script, or hide what is written."""


ADDRESSES = [
    "javascript:alert(1)",
    "JaVa\tScript:alert(1)//https://nei.no",
    "data:text/html,<script>alert(1)</script>",
    "//nei.no/x",
    "/\\nei.no/x",
    "/..//..//nei.no/x",
    "https://nei.no\\@nei.no/#<img src=x onerror=alert(1)>",
    "#<img src=x onerror=alert(1)>",
    "vbscript:alert(1)",
]
"""Where a link or a frame must never lead, for fields that hold an address."""


def replaced(node: Any, text: str, is_text: bool = False) -> Any:
    """The same objects with every text in them replaced."""
    if dataclasses.is_dataclass(node):
        name = type(node).__name__
        held = set() if name in OWN_WORDS else NOT_TEXT - {field for of, field in OWN_FIELDS if of == name}
        fields = {f.name: getattr(node, f.name) for f in dataclasses.fields(node)}
        return dataclasses.replace(node, **{k: replaced(v, text, k not in held) for k, v in fields.items()})
    if isinstance(node, dict):
        return {k: replaced(v, text) for k, v in node.items()}
    if isinstance(node, tuple):
        return tuple(replaced(v, text, is_text) for v in node)
    return text if is_text and isinstance(node, str) else node
