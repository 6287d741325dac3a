"""Checks a finished page, and names the line that wrote what must not reach a reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from selectolax.lexbor import LexborHTMLParser

from toolkit.html.judge import Mistake
from toolkit.html.tree import tree_mistakes
from toolkit.site.compose.brand import ADDRESS_PLACEHOLDER, LOCAL_PLACEHOLDER, NAME_PLACEHOLDER
from toolkit.site.model import Site
from toolkit.site.pages.generated import SHELL_TITLE
from toolkit.sources.problems import Problems
from toolkit.sources.text_file import read_text

# Looked for in the text of the page, not in its tree: there, what data writes as &#123;{ has become {{ too.
UNRENDERED = re.compile(r"\{\{|\{%|" + f"{SHELL_TITLE}|{NAME_PLACEHOLDER}|{ADDRESS_PLACEHOLDER}|{LOCAL_PLACEHOLDER}")
UNRENDERED_PLACEHOLDER = re.compile(
    r'data-placeholder=(?:"|&quot;)[^<>]{0,40}'
)  # the second: inside code, which Markdown escapes
VERBATIM = re.compile(r"<(pre|code)\b.*?</\1>", re.DOTALL)
TEMPLATE_FILES = ("components/*/*.html", "overrides/**/*.html")


def check_page(site: Site, path: str, name: str, html: str, tree: LexborHTMLParser, problems: Problems) -> None:
    """Adds a problem for what must not reach a reader; `path` is that of the page's source, `name` that of its file."""
    for sentence in _unrendered_mistakes(html):
        problems.add(name, 0, sentence)
    for mistake in tree_mistakes(tree):
        file, line = find_author(site, path, mistake) or (name, 0)
        problems.add(file, line, mistake.sentence)


def find_author(site: Site, path: str, mistake: Mistake) -> tuple[str, int] | None:
    """(file, line) of what an author, or else a template, wrote that became a mistake; None if it is not found."""
    pattern, sources = _pattern(mistake), list(_author_sources(site, path))
    for file, first_line, text in sources:
        for line, row in enumerate(text.split("\n"), start=first_line):
            if mistake.attribute != "id" and len(mistake.value) > 1 and mistake.value in unescape(row):
                return file, line
    for file, first_line, text in [*sources, *_templates(site)]:
        if match := pattern.search(text):
            return file, first_line + text.count("\n", 0, match.start())
    page = site.page_at.get(path)
    return (page.file, 0) if page else None


def _unrendered_mistakes(html: str) -> Iterator[str]:
    prose = VERBATIM.sub("", html) if UNRENDERED.search(html) else ""
    for match in UNRENDERED.finditer(prose):
        around = " ".join(prose[max(0, match.start() - 30) : match.end() + 40].split())
        yield f"something is not rendered near: {around}"
    for match in UNRENDERED_PLACEHOLDER.finditer(html):
        yield f"a macro is where it cannot be rendered: {match[0]}"


def _pattern(mistake: Mistake) -> re.Pattern[str]:
    """What the author of a mistake has typed, as far as it can be known."""
    element, attribute = re.escape(mistake.element), re.escape(mistake.attribute)
    if not element:
        return re.compile(r"</?(?:article|main|body|html|textarea|plaintext|div|title|select)\b", re.IGNORECASE)
    if not attribute:
        return re.compile(rf"<{element}\b", re.IGNORECASE)
    if mistake.attribute == "id":
        id = re.escape(mistake.value)
        return re.compile(rf"\bid\s*=\s*[\"']?{id}(?![\w-])|\{{:?[^}}\n]*#{id}(?![\w-])", re.IGNORECASE)
    markdown = {"a": r"(?<!!)\]\(|\]:", "img": r"!\["}
    patterns = [rf"<{element}\b[^>]*?{attribute}", rf"\{{[^}}\n]*{attribute}"]
    patterns += [markdown[mistake.element]] if mistake.element in markdown else []
    return re.compile("|".join(patterns), re.IGNORECASE)


def _author_sources(site: Site, path: str) -> Iterator[tuple[str, int, str]]:
    """(file, first line, text) of what authors wrote for a page: its notes, and the page itself."""
    for note in site.local.notes.get(path, ()):
        yield note.file, note.line, note.text
    if page := site.page_at.get(path):
        file = site.root / page.file
        file = file if file.is_file() else site.local.pages.get(path, file)
        yield page.file, 1, read_text(file, page.file) if file.is_file() else page.source


def _templates(site: Site) -> Iterator[tuple[str, int, str]]:
    for pattern in TEMPLATE_FILES:
        for file in sorted(site.root.glob(pattern)):
            name = file.relative_to(site.root).as_posix()
            yield name, 1, read_text(file, name)
