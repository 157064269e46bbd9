"""What the two OpenDocument formats (ISO/IEC 26300, ODF 1.3) have in common."""

from __future__ import annotations

from macros.rendering.kontor.pakke import pack
from macros.rendering.kontor.xml import HODE, esc

_NS = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "number": "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "config": "urn:oasis:names:tc:opendocument:xmlns:config:1.0",
    "of": "urn:oasis:names:tc:opendocument:xmlns:of:1.2",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
}
_SPACES = " ".join(f'xmlns:{name}="{uri}"' for name, uri in _NS.items())
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"

LANGUAGE = 'fo:language="nb" fo:country="NO"'
"""On the default styles, so that the proofing language is bokmål."""


def root(name: str, content: str) -> str:
    """A part of the package: <office:document-…> with all prefixes."""
    return f'<office:{name} {_SPACES} office:version="1.3">{content}</office:{name}>'


def package(kind: str, title: str, parts: dict[str, str]) -> bytes:
    """The file. kind: «text» or «spreadsheet». parts: content.xml and others by name; the description of the file is added."""
    mime = f"application/vnd.oasis.opendocument.{kind}"
    about = f"<office:meta><dc:title>{esc(title)}</dc:title><dc:language>nb-NO</dc:language></office:meta>"
    parts = {**parts, "meta.xml": root("document-meta", about)}
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in (("/", mime), *((name, "text/xml") for name in parts))
    )
    manifest = f'<manifest:manifest xmlns:manifest="{_MANIFEST}" manifest:version="1.3">{entries}</manifest:manifest>'
    files = [("mimetype", mime.encode())]
    files += [(name, (HODE + xml).encode()) for name, xml in (*parts.items(), ("META-INF/manifest.xml", manifest))]
    return pack(files, stored=("mimetype",))


def lines(text: str) -> str:
    """Running text: escaped, line breaks and runs of spaces as ODF wants them."""
    escaped = "<text:line-break/>".join(esc(line) for line in text.split("\n"))
    return escaped.replace("   ", ' <text:s text:c="2"/>')
