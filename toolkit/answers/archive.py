"""ZIP archives, as Word files are, within limits. browser/lib/archive.mjs reads them by the same rules."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.answers.limits import MOST_PARTS, MOST_UNPACKED
from toolkit.answers.unreadable import Reason, Unreadable

STORED, DEFLATED = 0, 8
ENCRYPTED = 1
END, CENTRAL, LOCAL = b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04"
CENTRAL_HEADER = struct.Struct("<8xHH4xIIIHHH8xI")  # flags, method, sum, packed, size, name, extra, comment, local


@dataclass(frozen=True)
class Entry:
    """A part of an archive; `content` is as it is there, packed; `size` is what the archive says that it unpacks to."""

    name: str
    flags: int
    method: int
    crc: int
    size: int
    content: memoryview


class Archive:
    """The parts of an archive in their order. What is unpacked of it is counted together."""

    def __init__(self, content: bytes) -> None:
        """Raises Unreadable for what is no archive, is damaged or holds too many parts."""
        try:
            self.entries = list(_read_directory(content))
        except struct.error:
            raise Unreadable(Reason.DAMAGED_OR_SHORT) from None
        self.room = MOST_UNPACKED

    def unpack(self, entry: Entry) -> bytes:
        """What a part holds, unpacked; raises Unreadable for one that is encrypted, damaged or too large."""
        if entry.flags & ENCRYPTED:
            raise Unreadable(Reason.PROTECTED)
        if entry.size > self.room:
            raise Unreadable(Reason.TOO_LARGE)
        data = bytes(entry.content) if entry.method == STORED else inflate(entry.content, self.room, raw=True)
        if zlib.crc32(data) != entry.crc:
            raise Unreadable(Reason.DAMAGED)
        self.room -= len(data)
        return data


def inflate(content: bytes | memoryview, most: int, *, raw: bool = False) -> bytes:
    """Bytes unpacked, with or without the header of zlib; raises Unreadable for damaged ones and more than `most`."""
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS if raw else zlib.MAX_WBITS)
    try:
        data = unpacking.decompress(content, most + 1)
    except zlib.error:
        raise Unreadable(Reason.DAMAGED) from None
    if len(data) > most:
        raise Unreadable(Reason.TOO_LARGE)
    if not unpacking.eof:
        raise Unreadable(Reason.DAMAGED)
    return data


def _read_directory(content: bytes) -> Iterator[Entry]:
    end = content.rfind(END, max(0, len(content) - 22 - 65_535), max(0, len(content) - 18))
    if end < 0:
        raise Unreadable(Reason.NOT_WORD_OR_DAMAGED)
    count, at = struct.unpack_from("<H4xI", content, end + 10)
    if count > MOST_PARTS:
        raise Unreadable(Reason.TOO_MANY_PARTS)
    for _ in range(count):
        if content[at : at + 4] != CENTRAL:
            raise Unreadable(Reason.DAMAGED_OR_SHORT)
        flags, method, crc, packed_size, size, name, extra, comment, local = CENTRAL_HEADER.unpack_from(content, at)
        if content[local : local + 4] != LOCAL:
            raise Unreadable(Reason.DAMAGED_OR_SHORT)
        start = local + 30 + sum(struct.unpack_from("<HH", content, local + 26))
        if start + packed_size > len(content):
            raise Unreadable(Reason.DAMAGED_OR_SHORT)
        title = content[at + 46 : at + 46 + name].decode("utf-8", "replace")
        yield Entry(title, flags, method, crc, size, memoryview(content)[start : start + packed_size])
        at += 46 + name + extra + comment
