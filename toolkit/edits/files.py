"""Writes several files as one step: all of them, or none."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from toolkit.sources.problems import Problem, ProblemsFound

BOM = b"\xef\xbb\xbf"


def read_file(path: Path) -> str:
    """The text of a file with its line ends; empty if it is not there."""
    return path.read_bytes().decode("utf-8-sig") if path.is_file() else ""


def replace_files(texts: Mapping[Path, tuple[str, str]]) -> None:
    """Writes (text before, text after) of each path. Raises ProblemsFound, and changes nothing, where that fails.

    A file that is not as it was before was changed by somebody else in the meantime, and is not overwritten.
    """
    changed = [path for path, (before, _) in texts.items() if read_file(path) != before]
    if changed:
        message = "was changed by somebody else in the meantime. Nothing was written: try again"
        raise ProblemsFound([Problem(str(path), 0, message) for path in changed])
    written: list[Path] = []
    try:
        files = {path: _write_beside(path, after) for path, (_, after) in texts.items()}
        for path, new in files.items():
            new.replace(path)
            written.append(path)
    except OSError as error:
        for path in written:
            path.write_bytes(_encode(path, texts[path][0]))
        raise ProblemsFound(
            [Problem(str(path), 0, f"cannot be written ({error.strerror})") for path in texts]
        ) from None


def _write_beside(path: Path, text: str) -> Path:
    """A new file in the same folder, so that it takes the place of the old one in a single step."""
    content = _encode(path, text)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
    return Path(name)


def _encode(path: Path, text: str) -> bytes:
    has_bom = path.is_file() and path.read_bytes().startswith(BOM)
    return (BOM if has_bom else b"") + text.encode()
