"""Zip files that are the same bytes for the same content: fixed times, the order that is given, nothing of the machine.

Written out here (PKWARE APPNOTE 6.3.3, sections 4.3.7, 4.3.12 and 4.3.16), since Python's own zipfile wants a file to write to.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable

_TIME, _DATE = 0, (0 << 9) | (1 << 5) | 1  # 1 January 1980, the first that a zip file can hold
_UTF8 = 0x0800


def pack(files: Iterable[tuple[str, bytes]], *, stored: tuple[str, ...] = ()) -> bytes:
    """The files as a zip file, in their order. `stored`: names that aren't compressed, as OpenDocument wants «mimetype»."""
    body, directory, count = b"", b"", 0
    for name, content in files:
        method, data = (0, content) if name in stored else (8, _deflate(content))
        encoded = name.encode()
        common = struct.pack(
            "<HHHHHIIIHH", 20, 0 if name.isascii() else _UTF8, method, _TIME, _DATE,
            zlib.crc32(content), len(data), len(content), len(encoded), 0,
        )  # fmt: skip
        directory += b"PK\1\2" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, len(body)) + encoded
        body += b"PK\3\4" + common + encoded + data
        count += 1
    end = struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), len(body), 0)
    return body + directory + b"PK\5\6" + end


def _deflate(content: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()
