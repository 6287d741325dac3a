"""What Markdown tables lack for those who hear them: a name, and which cells are headings of what.

An extension of the parser that renders the site. It is passed to the engine, because mkdocs.yml can only name
modules that are installed.
"""

from __future__ import annotations

from html import unescape
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.extensions.toc import render_inner_html, strip_tags
from markdown.treeprocessors import Treeprocessor

HEADINGS = ("h1", "h2", "h3", "h4")
AFTER_HEADINGS_ARE_READ = 4  # the parser's table of contents, which gives headings their ids, has 5


class NameTables(Treeprocessor):
    """Names each table after the heading above it, and says that its first row heads the columns."""

    def run(self, root: Element) -> None:
        """Changes the tables of a page in place."""
        name = ""
        for element in list(root.iter()):
            if element.tag in HEADINGS:
                name = " ".join(unescape(strip_tags(render_inner_html(element, self.md))).split())
            elif element.tag == "table":
                _head_columns(element)
                if name and element.find("caption") is None:
                    caption = Element("caption", {"class": "visually-hidden"})
                    caption.text = name
                    element.insert(0, caption)


def _head_columns(table: Element) -> None:
    for cell in list(table.iter("th")):
        if len(cell) or (cell.text or "").strip():
            cell.set("scope", "col")
        else:
            cell.tag = "td"  # the corner above a column of names heads nothing


class TableNames(Extension):
    """Registers the processor that names tables."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the parser's own name
        """Adds the processor to a parser."""
        md.treeprocessors.register(NameTables(md), "table_names", AFTER_HEADINGS_ARE_READ)
