"""The texts of forms as blocks: paragraphs, lists, small headings; with emphasis, links, and fields of the record.

They are written in a part of Markdown. `markdown.py` says which, and reports what else is in a text; so whoever
reads the text of a form that was checked finds only what every format can show.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from markdown_it.tree import SyntaxTreeNode

from toolkit.forms.markdown import parse
from toolkit.forms.question import Question

FIELD = re.compile(r"\{([a-z0-9-]+)\}")
STYLES = ("strong", "em")
LIST_KINDS: Mapping[str, Literal["bullets", "numbers"]] = {"bullet_list": "bullets", "ordered_list": "numbers"}


@dataclass(frozen=True)
class Run:
    """A stretch of text, or the place of an answer of the record: its label, its name, and the text that may be there.

    `link` is a page, as in `pages:`, or an https address. A link without words has the empty text.
    """

    text: str
    key: str | None = None
    value: str | None = None
    strong: bool = False
    emphasis: bool = False
    link: str | None = None


@dataclass(frozen=True)
class Item:
    """One item of a list, with the list below it if there is one; a paragraph and a heading are one item too."""

    runs: tuple[Run, ...]
    inner: Block | None = None


@dataclass(frozen=True)
class Block:
    """A paragraph, a small heading or a list."""

    kind: Literal["paragraph", "heading", "bullets", "numbers"]
    entries: tuple[Item, ...]


def read_text(text: str | None, record: Mapping[str, Question]) -> tuple[Block, ...]:
    """The blocks of a text that was checked; `record` gives the questions of the record by their ids."""
    return tuple(_block(node, record) for node in parse(text or "").children)


def is_elsewhere(link: str) -> bool:
    """Whether a link leads out of the site."""
    return link.casefold().startswith("https:")


def _block(node: SyntaxTreeNode, record: Mapping[str, Question]) -> Block:
    if node.type in LIST_KINDS:
        return Block(LIST_KINDS[node.type], tuple(_item(item.children, record) for item in node.children))
    return Block("heading" if node.type == "heading" else "paragraph", (_item([node], record),))


def _item(nodes: list[SyntaxTreeNode], record: Mapping[str, Question]) -> Item:
    """The item that a paragraph makes with the list that may follow it."""
    runs = _with_fields(_join_runs(_runs(nodes[0].children[0].children, Run(""))), record)
    return Item(tuple(runs), _block(nodes[1], record) if nodes[1:] else None)


def _runs(nodes: Iterable[SyntaxTreeNode], style: Run) -> Iterator[Run]:
    for node in nodes:
        if node.type == "link":
            link_style = replace(style, link=str(node.attrs["href"]))
            yield from [*_runs(node.children, link_style)] or [link_style]
        elif node.type in STYLES:
            strong, emphasis = style.strong or node.type == "strong", style.emphasis or node.type == "em"
            yield from _runs(node.children, replace(style, strong=strong, emphasis=emphasis))
        elif node.type == "softbreak":
            yield replace(style, text=" ")
        elif node.content:
            yield replace(style, text=node.content)


def _join_runs(runs: Iterable[Run]) -> Iterator[Run]:
    """Runs, with neighbours that look alike made one."""
    last: Run | None = None
    for run in runs:
        if last and replace(last, text=run.text) == run:
            last = replace(last, text=last.text + run.text)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last


def _with_fields(runs: Iterable[Run], record: Mapping[str, Question]) -> Iterator[Run]:
    for run in runs:
        for position, piece in enumerate(FIELD.split(run.text)):
            if position % 2:
                yield replace(run, text=record[piece].label, key=f"record/{piece}", value=record[piece].value)
            elif piece or run.text == "":
                yield replace(run, text=piece)
