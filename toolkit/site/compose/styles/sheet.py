"""The stylesheet that every page loads.

A file's folder says its layer, so a rule of a later layer holds against any rule of an earlier one, however the two are
written. No rule needs `!important` or a longer selector for that.
"""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from toolkit.artefacts.artefact import Artefact
from toolkit.artefacts.store import Store
from toolkit.site.compose.styles.check import check_css
from toolkit.site.compose.styles.minify import minify_css
from toolkit.site.compose.styles.theme import known_names, theme_sheet, used_theme
from toolkit.sources.problems import Problems
from toolkit.sources.text_file import read_text

SHEET = "assets/site.css"  # as pages are rendered; finish/hashed_names.py says where it is published
STYLES_CODE = Path(__file__).resolve().parent
MOST_SHEETS = 4  # of the joined sheet: branches, and a theme's release before and after
LAYERS = {
    "theme": (),
    "base": ("styles/base/*.css",),
    "components": ("styles/parts/*.css", "components/*/*.css"),
    "utilities": ("styles/utilities/*.css",),
}
NOTICE = (
    "/*! The layer `theme` is from Material for MkDocs, Copyright (c) 2016-2025 Martin Donath, MIT licence: "
    "https://github.com/squidfunk/mkdocs-material/blob/master/LICENSE */\n"
)


def site_sheet(root: Path, store: Store) -> str:
    """The theme's and the site's own styles as one sheet, minified.

    Raises ProblemsFound if the theme has none, or if a file of ours cannot be read.
    """
    problems = Problems()
    layers = {layer: _read_layer(root, patterns, problems) for layer, patterns in LAYERS.items()}
    problems.stop_if_any()
    names = known_names(root)
    made_with = (*sorted(STYLES_CODE.glob("*.py")), version("tinycss2"))
    artefact = Artefact.of("site.css", theme_sheet(), layers, names.words, names.classes, made_with)
    return store.get(artefact, lambda: _join(root, layers).encode()).decode()


def in_layer(layer: str, css: str) -> str:
    """Minified CSS as part of a layer; nothing for nothing."""
    return f"@layer {layer}{{{css}}}\n" if css else ""


def _join(root: Path, layers: dict[str, str]) -> str:
    sheets = {layer: minify_css(css) for layer, css in layers.items()}
    sheets["theme"] = used_theme(root, "".join(layers.values()))
    order = f"@layer {','.join(LAYERS)};\n"
    return NOTICE + order + "".join(in_layer(layer, css) for layer, css in sheets.items())


def _read_layer(root: Path, patterns: tuple[str, ...], problems: Problems) -> str:
    paths = [path for pattern in patterns for path in sorted(root.glob(pattern))]
    sheets = {path: read_text(path, path.relative_to(root).as_posix()) for path in paths}
    for path, css in sheets.items():
        check_css(css, path.relative_to(root).as_posix(), problems)
    return "\n".join(sheets.values())
