"""Draft chapters in Markdown, and a report of what somebody should look at."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from toolkit.drafts.blocks import Block, HeadingBlock, ItemBlock, ParagraphBlock, PictureBlock, RichText, TableBlock
from toolkit.drafts.match import KnownResources, ResourceRow, is_resource_table, resource_rows
from toolkit.registers.new_id import make_id

LONGEST_DESCRIPTION = 180
SHORTEST_SENTENCE = 20
DRAFT_ITEM = re.compile(r" *(-|1\.) ")


@dataclass
class DraftChapter:
    """A draft chapter: its title, its name as a file, its lines, and what its first sentence says."""

    title: str
    name: str
    lines: list[str] = field(default_factory=list)
    first_sentence: str = ""


@dataclass
class ToolkitDraft:
    """All chapters of a file, the rows of its tables of resources, and notes by chapter."""

    chapters: list[DraftChapter] = field(default_factory=list)
    rows: list[tuple[str, ResourceRow]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)

    def note(self, sentence: str) -> None:
        """Notes what is unsure in the chapter that is written now."""
        self.notes.append((self.chapters[-1].title if self.chapters else "", sentence))


def draft_chapters(blocks: Sequence[Block], catalogue: KnownResources, fallback: str) -> ToolkitDraft:
    """A chapter for each heading of the highest level; `fallback` is the title of what comes before the first."""
    draft = ToolkitDraft()
    levels = [block.level for block in blocks if isinstance(block, HeadingBlock) and not block.is_guess]
    top = min(levels, default=2)
    if levels.count(top) == 1 and len(set(levels)) > 1:  # the title of the whole file
        top = sorted(set(levels))[1]
    for block in blocks:
        if isinstance(block, HeadingBlock) and block.level <= top and not block.is_guess:
            _begin(draft, block.text.plain)
            continue
        if not draft.chapters:
            _begin(draft, fallback)
        _write_block(draft, block, top, catalogue)
    return draft


def chapter_text(chapter: DraftChapter, written: date) -> str:
    """The Markdown of a chapter, with the front matter that a page needs."""
    description = chapter.first_sentence[:LONGEST_DESCRIPTION].strip() or f"Draft: {chapter.title}"
    head = ["---", f"title: {json.dumps(chapter.title, ensure_ascii=False)}"]
    head += [f"description: {json.dumps(description, ensure_ascii=False)}", f"written: {written}", "---", ""]
    body = re.sub(r"\n{3,}", "\n\n", "\n".join(chapter.lines)).strip()
    return "\n".join([*head, f"# {chapter.title}", "", body, ""])


def _begin(draft: ToolkitDraft, title: str) -> None:
    names = {chapter.name for chapter in draft.chapters}
    draft.chapters.append(DraftChapter(title, make_id(title, names) or make_id("chapter", names)))


def _write_block(draft: ToolkitDraft, block: Block, top: int, catalogue: KnownResources) -> None:
    chapter = draft.chapters[-1]
    if isinstance(block, HeadingBlock):
        level = 2 if block.is_guess else max(2, min(block.level - top + 1, 4))
        chapter.lines += ["", f"{'#' * level} {block.text.markdown}", ""]
        if block.is_guess:
            draft.note(f"'{block.text.plain}' is bold and short, so it became a heading")
    elif isinstance(block, ParagraphBlock):
        chapter.lines += ["", _safe_start(block.text), ""]
        if not chapter.first_sentence:
            sentence = re.split(r"(?<=[.!?])\s", block.text.plain)[0]
            is_short = len(sentence) < SHORTEST_SENTENCE
            chapter.first_sentence = re.sub(r"[{}]", "", block.text.plain if is_short else sentence)
    elif isinstance(block, ItemBlock):
        _write_item(draft, chapter, block)
    elif isinstance(block, PictureBlock):
        draft.note(f"a picture was left out ({block.words or 'it has no words that say what it shows'})")
    elif is_resource_table(block):
        _write_resources(draft, chapter, block, catalogue)
    else:
        _write_table(draft, chapter, block)


def _write_item(draft: ToolkitDraft, chapter: DraftChapter, block: ItemBlock) -> None:
    symbol = "1." if block.is_ordered else "-"
    last = DRAFT_ITEM.match(chapter.lines[-1]) if chapter.lines else None
    if chapter.lines and chapter.lines[-1] and not last:
        chapter.lines.append("")
    elif last and not block.level and last[1] != symbol and not last[0].startswith(" "):
        chapter.lines += ["", "<!-- another list -->", ""]
    chapter.lines.append(f"{'    ' * block.level}{symbol} {block.text.markdown}")
    if block.is_typed:
        draft.note(f"'{block.text.plain[:60]}' begins with a typed bullet, so it became an item of a list")


def _write_resources(draft: ToolkitDraft, chapter: DraftChapter, block: TableBlock, catalogue: KnownResources) -> None:
    rows = resource_rows(block, catalogue)
    draft.rows += [(chapter.title, row) for row in rows]
    ids = list(dict.fromkeys(row.id for row in rows if row.is_sure))
    if ids:
        chapter.lines += ["", f"{{{{ resource_table(ids={json.dumps(ids)}) }}}}", ""]
    unsure = [row for row in rows if not row.is_sure]
    if unsure:
        chapter.lines += ["", "These are not surely in the catalogue, see the report:", ""]
        chapter.lines += [f"- {_link(row)}" for row in unsure]
        chapter.lines.append("")


def _link(row: ResourceRow) -> str:
    title = re.sub(r"([\\*_\[\]<>`|])", r"\\\1", row.title)
    return f"[{title}]({row.address.replace(' ', '%20')})" if row.address.startswith("http") else title


def _write_table(draft: ToolkitDraft, chapter: DraftChapter, block: TableBlock) -> None:
    width = max(len(row) for row in block.rows)
    if width == 1:
        chapter.lines += ["", *(cell.markdown + "\n" for row in block.rows for cell in row), ""]
        draft.note("a box of one column became paragraphs")
        return
    texts = [[cell.markdown for cell in row] + [""] * (width - len(row)) for row in block.rows]
    lines = [f"| {' | '.join(row)} |" for row in texts]
    chapter.lines += ["", lines[0], "|" + "---|" * width, *lines[1:], ""]
    if block.has_merged_cells:
        draft.note(f"the table that begins with '{block.rows[0][0].plain[:40]}' had merged cells, which are repeated")


def _safe_start(text: RichText) -> str:
    """A paragraph whose first characters are no mark of Markdown, such as `1.` or `+`."""
    return re.sub(r"^(\d+)([.)])(?=\s)", r"\1\\\2", re.sub(r"^([-+])(?=\s)", r"\\\1", text.markdown))
