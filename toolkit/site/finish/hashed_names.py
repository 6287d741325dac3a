"""What every page loads is published below one folder, under names that hold a hash of the content.

Other content has another name, so browsers may keep these files for ever, and a web host needs one rule for one folder.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from toolkit.site.compose.scripts import SCRIPT
from toolkit.site.compose.styles.sheet import SHEET

HASHED_FOLDER = "assets/hashed"


def publish_under_hashes(out: Path) -> dict[str, str]:
    """Moves the sheet and the script of a rendered site; gives the published path of each by its rendered path."""
    published = {name: name_with_hash(name, (out / name).read_bytes()) for name in (SHEET, SCRIPT)}
    (out / HASHED_FOLDER).mkdir(exist_ok=True)
    for name, new in published.items():
        (out / name).replace(out / new)
    return published


def name_with_hash(name: str, content: bytes) -> str:
    """Where a file with this rendered path and content is published."""
    path = PurePosixPath(name)
    return f"{HASHED_FOLDER}/{path.stem}.{hashlib.sha256(content).hexdigest()[:8]}{path.suffix}"


def link_published(html: str, published: Mapping[str, str]) -> str:
    """A rendered page with its links to the sheet and to the script under their published names."""
    html = html.replace(f'{SHEET}">', f'{published[SHEET]}">', 1)
    return html.replace(f'{SCRIPT}" defer>', f'{published[SCRIPT]}" defer>', 1)
