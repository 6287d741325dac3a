"""The library in the languages that the project is translated into."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from toolkit.catalogue.library import Library
from toolkit.catalogue.read import make_library, read_project
from toolkit.languages.language import LANGUAGES_FOLDER
from toolkit.languages.read import ENGLISH, read_languages
from toolkit.overlays.folder import Folder
from toolkit.overlays.layers import read_language, translated_entries
from toolkit.sources.problems import Problems


def load_translations(root: Path) -> Iterator[Library]:
    """The library of the project at `root` in each language but English; raises ProblemsFound with every problem."""
    for code in read_languages(root):
        if code == ENGLISH:
            continue
        problems, name = Problems(), f"{LANGUAGES_FOLDER}/{code}"
        layer = read_language(Folder(code, root / name, name), problems)
        problems.stop_if_any()
        yield make_library(*read_project(root, layers=[layer], code=code), translated=translated_entries([layer]))
