"""A copy's logo: an SVG or PNG that is what it says, that is not large, and that can do nothing but be seen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from toolkit.sources.problems import Problems

MOST_BYTES = 200_000
PNG = b"\x89PNG\r\n\x1a\n"
# What an SVG could do besides being seen: run, fetch, frame, or pull in what stands elsewhere.
ACTIVE = re.compile(
    rb"<\s*(?:\w+:)?(script|foreignObject|iframe|animate\w*|set|handler|style\b[^>]*>[^<]*@import)"
    rb"|\s(on[a-z]+)\s*=|(?:href|src)\s*=\s*[\"']\s*(?!#|data:image/png)([^\"']{1,30})|(<!ENTITY|<!DOCTYPE)|url\(\s*[\"']?(?!#)(\w+)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Logo:
    """A checked logo: its bytes, and the name that it gets below assets/images."""

    content: bytes
    suffix: str

    @property
    def path(self) -> str:
        """The logo's path below the site's root."""
        return f"assets/images/logo{self.suffix}"


def read_logo(path: Path, file: str, line: int, problems: Problems) -> Logo | None:
    """The logo; None, with a problem at the given file and line, when it cannot be used."""
    try:
        content = path.read_bytes()
    except OSError as error:
        problems.add(file, line, f"the logo '{path.name}' cannot be read ({error.strerror}). Put it beside this file")
        return None
    fault = find_fault(content, path.suffix)
    if fault:
        problems.add(file, line, f"the logo '{path.name}' {fault}")
        return None
    return Logo(content, path.suffix)


def find_fault(content: bytes, suffix: str) -> str | None:
    """Why a picture cannot be used, with what to do; None when it can."""
    if len(content) > MOST_BYTES:
        return f"is larger than {MOST_BYTES // 1000} kB. Save it smaller: it is shown about 40 pixels high"
    if suffix == ".png":
        return (
            None if content.startswith(PNG) else "is not a PNG picture, whatever its name says. Save it as PNG or SVG"
        )
    text = content.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not re.match(rb"(<\?xml[^>]*>|<!--.*?-->|\s)*<svg[\s>]", text, re.DOTALL):
        return "is not an SVG picture, whatever its name says. Save it as SVG or PNG"
    active = ACTIVE.search(text)
    if active:
        match = next(group for group in active.groups() if group).decode("utf-8", "replace").strip()
        return f"holds something that can run or fetch ('{match[:30]}'). Save it as plain SVG, or as PNG"
    return None
