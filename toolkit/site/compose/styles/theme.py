"""The theme's stylesheet, of which a site takes what its pages can use."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

from toolkit.site.compose.styles.prune import KnownNames, prune_css
from toolkit.sources.problems import Problem, ProblemsFound

THEME = "material"
SHEETS = "templates/assets/stylesheets"
CSS_NAME = re.compile(r"[A-Za-z_][\w-]*")
CLASSES = re.compile(r"""\bclass(?:="|: [`"]|(?:Name|List)\b[^"`\n]*["`])([^"`]*)""")  # in templates, in scripts
KNOWN_IN = (("overrides", "*.html"), ("components", "*.html"), ("components", "*.mjs"), ("browser", "*.mjs"))
MARKDOWN = frozenset(["align", "style", "type", "start", "id", "href", "title", "alt", "src"])  # attributes


def theme_sheet() -> Path:
    """The theme's stylesheet as it was installed. Raises ProblemsFound if it is not where it was."""
    spec = find_spec(THEME)
    folder = Path(spec.origin).parent / SHEETS if spec and spec.origin else Path(THEME)
    sheets = sorted(folder.glob("main.*.css"))
    if len(sheets) != 1:
        where = f"{THEME}/{SHEETS}"
        raise ProblemsFound(
            [Problem(where, 0, f"must hold one main.*.css and holds {len(sheets)}: is the theme whole?")]
        )
    return sheets[0]


def known_names(root: Path) -> KnownNames:
    """The classes in the site's templates and scripts, and every word in them, as ids and attributes.

    Pages do not count, so that copies share one result: what an author marks up takes the site's own classes.
    """
    files = (path for folder, pattern in KNOWN_IN for path in sorted((root / folder).rglob(pattern)))
    text = "\n".join(path.read_text("utf-8") for path in files)
    classes = (word for value in CLASSES.findall(text) for word in CSS_NAME.findall(value))
    return KnownNames(MARKDOWN | frozenset(CSS_NAME.findall(text)), frozenset(classes))


def used_theme(root: Path, css: str) -> str:
    """The theme's rules that a page of the site may need, minified; `own` is the site's CSS, which reads variables."""
    return prune_css(theme_sheet().read_text("utf-8"), known_names(root), css)
