"""A folder that keeps what was made between builds, and knows what became of it meanwhile.

Each file begins with the hash of the rest. One that was cut, or that something else has written, is as good as not
there; where the folder cannot be written to, nothing is kept. Several builds may use it at a time.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

HASH_LENGTH = 32  # bytes of SHA-256


@dataclass(frozen=True)
class KeptFiles:
    """A folder of at most `most` files, each named by the key of what it was made from."""

    folder: Path
    most: int

    def has(self, key: str) -> bool:
        """Whether something is kept under a key, whole or not."""
        return (self.folder / key).is_file()

    def find(self, key: str) -> bytes | None:
        """What was kept under a key; None where nothing was, or where it is not as it was kept."""
        path = self.folder / key
        try:
            content = path.read_bytes()
        except OSError:
            return None
        rest = content[HASH_LENGTH:]
        if content[:HASH_LENGTH] != sha256(rest).digest():
            with suppress(OSError):
                path.unlink()
            return None
        with suppress(OSError):
            os.utime(path)
        return rest

    def keep(self, key: str, content: bytes) -> None:
        """Keeps a content under its key: whole, or not at all."""
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self.folder, prefix=".new-", delete=False) as new:
                new.write(sha256(content).digest() + content)
            Path(new.name).replace(self.folder / key)

    def remove_oldest(self) -> None:
        """Removes what was used longest ago, down to the bound, with what builds that were killed left half written."""
        with suppress(OSError):
            files = sorted(self.folder.iterdir(), key=lambda file: file.stat().st_mtime_ns)
            for file in files[: max(0, len(files) - self.most)]:
                file.unlink(missing_ok=True)


def pack(files: Mapping[str, bytes]) -> bytes:
    """Several files as one content."""
    head = json.dumps([[name, len(content)] for name, content in files.items()]).encode()
    return b"%d\n" % len(head) + head + b"".join(files.values())


def unpack(content: bytes) -> dict[str, bytes]:
    """The files of a content, by name."""
    length, _, rest = content.partition(b"\n")
    place = int(length)
    files = {}
    for name, size in json.loads(rest[:place]):
        files[name] = rest[place : place + size]
        place += size
    return files
