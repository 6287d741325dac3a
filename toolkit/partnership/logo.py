"""A copy's logo: a picture that is what its bytes say, that is not large, and that can do nothing but be seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from toolkit.overlays.folder import Folder
from toolkit.pictures.formats import LOGO_FORMATS, PictureFormat, format_of
from toolkit.pictures.pixels import UnreadablePixels, read_pixels
from toolkit.pictures.read import read_bytes, rewritten
from toolkit.sources.problems import Problems

MOST_BYTES = 200_000  # of the published file, which is in every page


class Place(NamedTuple):
    """The file and line of the settings where the logo is named."""

    file: str
    line: int


@dataclass(frozen=True)
class Logo:
    """A checked logo: its bytes, and the end of the name that it gets below assets/images."""

    content: bytes
    suffix: str

    @property
    def path(self) -> str:
        """The logo's path below the site's root."""
        return f"assets/images/logo{self.suffix}"


def read_logo(folder: Folder, name: str, place: Place, problems: Problems) -> Logo | None:
    """The logo of a copy; None, with problems in the picture or at its place, when it cannot be used."""
    path = folder.path / name
    if not path.is_file():
        problems.add(*place, f"the logo '{name}' is not there. Put it beside this file")
        return None
    file = folder.display(path)
    content = read_bytes(path, file, problems)
    return clean_logo(content, file, problems) if content is not None else None


def clean_logo(content: bytes, file: str, problems: Problems) -> Logo | None:
    """The logo in a file's bytes; None, with problems, when it cannot be used."""
    kind = format_of(content)
    if kind is None or kind not in LOGO_FORMATS:
        what = f"is {kind}" if kind else "is neither SVG nor PNG nor JPEG by its first bytes, whatever its name"
        problems.add(file, 0, f"{what}. Save the logo as SVG, PNG or JPEG")
        return None
    clean = rewritten(content, file, problems) if kind is PictureFormat.SVG else content
    if clean is None:
        return None
    if len(clean) > MOST_BYTES:
        advice = f"Save the logo smaller than {MOST_BYTES // 1000} kB: it is shown about 40 pixels high"
        problems.add(file, 0, f"would be {-(-len(clean) // 1000)} kB on every page. {advice}")
        return None
    try:
        if kind is not PictureFormat.SVG:
            read_pixels(clean)
    except UnreadablePixels as error:
        problems.add(file, 0, str(error))
        return None
    return Logo(clean, kind.suffix)
