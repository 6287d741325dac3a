"""The part of Markdown that texts of forms are written in, and a sentence for whatever else is in one.

Everything of Markdown is parsed, so that what no format of a form could show is recognised and refused.
What is not Markdown (a lone asterisk, brackets that make no link) would be shown as it was typed: it
is refused as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from toolkit.sources.problems import quote

RowMistake = tuple[int, str]  # the row within the text, from 0, and the sentence
DEEPEST_LIST = 2
LIST_NODES = ("bullet_list", "ordered_list")
ALLOWED_NODES = {
    "paragraph",
    "heading",
    "list_item",
    "inline",
    "text",
    "softbreak",
    "strong",
    "em",
    "link",
    *LIST_NODES,
}
NODE_REASONS = {
    "blockquote": "a quotation ('>') cannot be used in a text of a form. Write it as a paragraph",
    "code_block": "a line that begins with four spaces or more is code in Markdown. Take the spaces out",
    "code_inline": "backticks cannot be used in a text of a form. Leave them out, or use **bold**",
    "fence": "code cannot be used in a text of a form. Write it as a paragraph",
    "hardbreak": "a line ends with two spaces or a backslash, to break it. Take them out, or begin a new paragraph",
    "hr": "a horizontal line cannot be used in a text of a form. Use a small heading ('### ') or a section of its own",
    "html_block": "HTML cannot be used in a text of a form. Write paragraphs, lists, **bold** and *italics*",
    "html_inline": "HTML cannot be used in a text of a form. Write paragraphs, lists, **bold** and *italics*",
    "image": "a picture cannot be used in a text of a form. Leave it out, or put it on a page and link the page",
    "table": "a table cannot be used in a text of a form. Make it a table of a section, with 'columns' and 'rows'",
}
HEADING_ADVICE = "a heading in a text begins with '### '. Larger ones are the titles of sections"
ENTITY_ADVICE = "{character} is a character written as HTML. Type the character itself"
# What remains of markup that is not balanced, with what to say about it.
UNBALANCED_MARKUP = (
    (r"\*\S|\S\*", "an asterisk has no partner. Bold is **so**, italics are *so*; the character itself is \\*"),
    (
        r"(?<!\w)_{1,2}[^\W_]|[^\W_]_{1,2}(?!\w)",
        "an underscore has no partner. Italics are *so*; the character itself is \\_",
    ),
    (r"`", "a backtick has no partner. Leave it out; the character itself is \\`"),
    (r"\]\(|\]\[", "the link is not closed, or its address holds a space. A link is written [words](address)"),
    (r"(?<=\n)\d{1,9}[.)] ", "a numbered list begins with 1, after an empty line"),
)


class _Reader(MarkdownIt):
    """A reader that leaves addresses as they are written: they are checked where they are known to be links."""

    def validateLink(self, url: str) -> bool:  # noqa: N802  (the name is the library's)
        """Every address makes a link."""
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802  (as above)
        """An address stays as it is."""
        return url


# References would vanish without a word; joined texts would not distinguish \* from an asterisk without a partner.
READER = _Reader("commonmark").enable("table").disable(["reference", "text_join"])


def parse(text: str) -> SyntaxTreeNode:
    """The tree of a text."""
    return SyntaxTreeNode(READER.parse(text))


def markup_mistakes(text: str) -> list[RowMistake]:
    """What a text holds that no format of a form shows, in the order of the rows."""
    return sorted(mistake for block in parse(text).children for mistake in _in_blocks(block, 0))


def links_in(text: str) -> list[tuple[int, str, str]]:
    """(row, words, address) of each link of a text."""
    links = []
    for row, node in _inlines(parse(text), 0):
        if node.type == "link":
            links.append((row, "".join(each.content for each in node.walk()), str(node.attrs["href"])))
    return links


def _in_blocks(node: SyntaxTreeNode, depth: int) -> Iterator[RowMistake]:
    row = node.map[0] if node.map else 0
    if node.type not in ALLOWED_NODES:
        yield (
            row,
            NODE_REASONS.get(node.type, f"{node.type} cannot be used in a text of a form. Write paragraphs and lists"),
        )
        return
    if node.type == "inline":
        yield from _in_line(node, row)
        return
    depth += node.type in LIST_NODES
    yield from ((row, sentence) for sentence in _of_block(node, depth))
    for child in node.children if depth <= DEEPEST_LIST else ():
        yield from _in_blocks(child, depth)


def _of_block(node: SyntaxTreeNode, depth: int) -> Iterator[str]:
    if node.type == "heading" and (node.tag != "h3" or node.markup != "###" or depth):
        yield (
            HEADING_ADVICE
            if not depth
            else "a heading cannot be inside a list. Begin it at the start of a line of its own"
        )
    if node.type in LIST_NODES and depth > DEEPEST_LIST:
        yield "a list in a list in a list is one too deep. Put its items into the list above"
    if node.type == "ordered_list" and node.attrs.get("start", 1) != 1:
        yield f"a numbered list begins with 1, not {node.attrs['start']}. Number it from 1, or write 2026\\."
    if node.type == "list_item":
        shape = ["list" if child.type in LIST_NODES else child.type for child in node.children]
        if not shape:
            yield "an item of the list is empty. Write it, or take it out"
        elif shape not in (["paragraph"], ["paragraph", "list"]) and not set(shape) - {"paragraph", "list"}:
            yield "an item of a list is one paragraph, and one list below it at most. Put the rest after the list"


def _in_line(inline: SyntaxTreeNode, first: int) -> Iterator[RowMistake]:
    for row, node in _inlines(inline, first):
        if node.type == "text_special":
            if node.token and node.token.info == "entity":
                yield row, ENTITY_ADVICE.format(character=quote(node.markup))
        elif node.type not in ALLOWED_NODES:
            yield row, NODE_REASONS.get(node.type, f"{node.type} cannot be used in a text of a form. Leave it out")
        elif node.type == "link" and node.attrs.get("title"):
            yield row, "a link has no title in a form. Write it as [words](address)"
        elif node.type == "link" and "{" in "".join(each.content for each in node.walk()):
            yield row, "the words of a link hold no field in braces. Put the field before or after the link"
    yield from _unbalanced_markup(inline, first)


def _unbalanced_markup(inline: SyntaxTreeNode, first: int) -> Iterator[RowMistake]:
    breaks = {"softbreak": "\n", "hardbreak": "\n"}
    plain = "".join(
        node.content if node.type == "text" else breaks.get(node.type, " ")
        for _, node in _inlines(inline, first)
        if node.type in ("text", "text_special", *breaks)
    )
    for pattern, sentence in UNBALANCED_MARKUP:
        match = re.search(pattern, plain)
        if match:
            yield first + plain[: match.start()].count("\n"), sentence


def _inlines(node: SyntaxTreeNode, row: int) -> Iterator[tuple[int, SyntaxTreeNode]]:
    """(row, node) of everything below a block or a line of text, in reading order."""
    for child in node.walk(include_self=False):
        if child.type == "inline":
            row = child.map[0] if child.map else row
        yield row, child
        row += child.type in ("softbreak", "hardbreak")
