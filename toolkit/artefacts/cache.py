"""Files that are dear to make, kept by a hash of all that they are made from.

Several builds may use one cache at a time: a file is put in place whole or not at all, and one that another build has
just taken away is made again.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cache:
    """A folder of made files; of each name the `most` that were used last are kept."""

    folder: Path
    most: int

    def get(self, name: str, key: str, make: Callable[[], bytes]) -> bytes:
        """The file of a name and a key (16 signs), made unless it is there."""
        path = self.folder / f"{key}-{name}"
        try:
            content = path.read_bytes()
            os.utime(path)
        except FileNotFoundError:
            content = make()
            self._put(path, content)
            self._remove_oldest(name)
        return content

    def _put(self, path: Path, content: bytes) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=self.folder, prefix=".new-", delete=False) as new:
            new.write(content)
        Path(new.name).replace(path)

    def _remove_oldest(self, name: str) -> None:
        kept = [(file.stat().st_mtime_ns, file.name) for file in self.folder.glob(f"{'?' * 16}-{name}")]
        for _, old in sorted(kept)[: -self.most]:
            (self.folder / old).unlink(missing_ok=True)
