"""A folder that keeps artefacts between builds.

Several builds may use one store at a time: a file is put in place whole or not at all, and one that another build has
just removed is made again.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from toolkit.artefacts.artefact import Artefact

KEY_LENGTH = 16  # characters of a key in the name of a file


@dataclass(frozen=True)
class Store:
    """A folder of artefacts; of each name the `most` that were used last are kept."""

    folder: Path
    most: int

    def get(self, artefact: Artefact, make: Callable[[], bytes]) -> bytes:
        """The content of an artefact, made unless it is there."""
        path = self.folder / f"{artefact.key[:KEY_LENGTH]}-{artefact.name}"
        try:
            content = path.read_bytes()
            os.utime(path)
        except FileNotFoundError:
            content = make()
            self._put(path, content)
            self._remove_oldest(artefact.name)
        return content

    def _put(self, path: Path, content: bytes) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=self.folder, prefix=".new-", delete=False) as new:
            new.write(content)
        Path(new.name).replace(path)

    def _remove_oldest(self, name: str) -> None:
        files = [(file.stat().st_mtime_ns, file.name) for file in self.folder.glob(f"{'?' * KEY_LENGTH}-{name}")]
        for _, old in sorted(files)[: -self.most]:
            (self.folder / old).unlink(missing_ok=True)
