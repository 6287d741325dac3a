"""Reads a picture of a copy: what its bytes say it is, an SVG rewritten, everything else as it is."""

from __future__ import annotations

from pathlib import Path, PurePath

from toolkit.pictures.formats import BEGIN, PIXEL_FORMATS, SUFFIXES, PictureFormat, format_of
from toolkit.pictures.svg import rewrite_svg
from toolkit.sources.problems import Problems

LARGEST_PICTURE = 20_000_000  # bytes
LARGEST_SVG = 5_000_000  # bytes; as design programs write it, with all that they keep for themselves


def read_bytes(path: Path, file: str, problems: Problems) -> bytes | None:
    """The bytes of a file that is called `file` in messages; None, with a problem, where it cannot be read."""
    try:
        if path.stat().st_size <= LARGEST_PICTURE:
            return path.read_bytes()
    except OSError as error:
        problems.add(file, 0, f"cannot be read ({error.strerror}). Check that the file is there")
        return None
    problems.add(file, 0, f"is larger than {LARGEST_PICTURE // 1_000_000} MB. Save it smaller")
    return None


def read_picture(path: Path, file: str, problems: Problems) -> bytes | None:
    """What may be published of a page's picture; None, with problems, where it cannot be used."""
    content = read_bytes(path, file, problems)
    if content is None:
        return None
    kind, expected = format_of(content), SUFFIXES[path.suffix.lower()]
    if kind != expected and not {kind, expected} <= PIXEL_FORMATS:  # browsers show pixels whatever their name
        problems.add(file, 0, _wrong_format(file, content, expected))
        return None
    return rewritten(content, file, problems) if kind is PictureFormat.SVG else content


def rewritten(content: bytes, file: str, problems: Problems) -> bytes | None:
    """An SVG rewritten; None, with problems, where it holds what no picture may."""
    if len(content) > LARGEST_SVG:
        problems.add(file, 0, f"is larger than {LARGEST_SVG // 1_000_000} MB. Save it as PNG or JPEG")
        return None
    result, mistakes = rewrite_svg(content)
    for mistake in mistakes:
        problems.add(file, mistake.line, mistake.message)
    return None if mistakes else result


def _wrong_format(file: str, content: bytes, expected: PictureFormat) -> str:
    kind = format_of(content)
    if kind is None or (kind is PictureFormat.SVG and b"<svg" not in content[:BEGIN].replace(b"\0", b"")):
        kinds = "SVG, PNG, JPEG, WebP or PDF"
        return f"is not {expected} but something else by its first bytes, whatever its name. Save it as {kinds}"
    name = PurePath(file).with_suffix(kind.suffix).name
    return f"is {kind} by its first bytes, not {expected}. Call it '{name}'"
