"""The command behind scripts/import_toolkit.py: a toolkit in Word as draft chapters and rows of resources."""

from __future__ import annotations

import argparse
import csv
import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from toolkit.answers.unreadable import Unreadable
from toolkit.catalogue.read import load_library
from toolkit.commands.report import WRONG, report_problems
from toolkit.drafts.blocks import Block, read_word
from toolkit.drafts.chapters import ToolkitDraft, chapter_text, draft_chapters
from toolkit.drafts.match import KnownResources
from toolkit.sources.problems import Problem, ProblemsFound
from toolkit.spreadsheet.cells import harmless

LARGEST_WORD_FILE = 50_000_000  # bytes


def import_toolkit(root: Path, arguments: Sequence[str]) -> int:
    """Writes draft chapters, new resources and a report into a new folder. 0: done. 1: nothing was written."""
    options = _parser().parse_args(arguments)
    done = report_problems(lambda: _import(root, options))
    return WRONG if done is None else 0


def _import(root: Path, options: argparse.Namespace) -> bool:
    out = options.out or Path(f"{options.file.stem}-draft")
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise ProblemsFound([Problem(str(out), 0, "is there already. Name another folder: --out")])
    blocks = _read_blocks(options.file)
    catalogue = KnownResources(load_library(root).resources.values())
    draft = draft_chapters(blocks, catalogue, options.file.stem.replace("-", " ").replace("_", " "))
    files = {f"{chapter.name}.md": chapter_text(chapter, options.today) for chapter in draft.chapters}
    files |= {"new-resources.csv": _new_resources(draft), "report.md": _report(options.file.name, draft)}
    out.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (out / name).write_text(text, "utf-8", newline="\n")
    sure = sum(row.is_sure for _, row in draft.rows)
    print(
        f"{out}: {len(draft.chapters)} chapters; {len(draft.rows)} rows of resources, {sure} of them in the catalogue."
    )
    print(f"Read {out / 'report.md'} first: it says what was unsure.")
    return True


def _read_blocks(path: Path) -> list[Block]:
    def stop(message: str) -> ProblemsFound:
        return ProblemsFound([Problem(str(path), 0, message)])

    if not path.is_file():
        raise stop("is not there. Check the name and the folder")
    if path.suffix.lower() != ".docx":
        raise stop("is not a Word file of the kind that is read here. Save it as a Word document (.docx)")
    if path.stat().st_size > LARGEST_WORD_FILE:
        raise stop(f"is larger than {LARGEST_WORD_FILE // 1_000_000} MB. Take large pictures out")
    try:
        blocks = read_word(path.read_bytes())
    except Unreadable:
        raise stop("is damaged, protected or not a Word file. Open it in Word and save it again") from None
    except Exception as error:  # noqa: BLE001  # a damaged document may fail in any part of the library
        raise stop(f"cannot be read ({type(error).__name__}). Open it in Word and save it again") from None
    if not blocks:
        raise stop("holds no text")
    return blocks


def _new_resources(draft: ToolkitDraft) -> str:
    """The rows that the catalogue lacks, as a sheet to complete and import."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["id", "title", "url", "summary", "publisher", "kind", "topics", "audience", "access"])
    rows = dict.fromkeys((row.title, row.address) for _, row in draft.rows if not row.id)
    writer.writerows(
        ["", harmless(title), address if address.startswith("http") else ""] + [""] * 6 for title, address in rows
    )
    return "\ufeff" + out.getvalue()


def _report(name: str, draft: ToolkitDraft) -> str:
    lines = [f"# What was made of {name}", "", "## Chapters", ""]
    lines += [f"- `{chapter.name}.md`: {chapter.title}" for chapter in draft.chapters]
    groups = {
        "Resources that are surely in the catalogue": [(c, r) for c, r in draft.rows if r.is_sure],
        "Resources that may be in the catalogue: decide": [(c, r) for c, r in draft.rows if r.id and not r.is_sure],
        "Resources that the catalogue lacks": [(c, r) for c, r in draft.rows if not r.id],
    }
    for heading, rows in groups.items():
        lines += [
            "",
            f"## {heading}",
            "",
            *(f"- {_row(chapter, row)}" for chapter, row in rows),
            *([] if rows else ["None."]),
        ]
    lines += ["", "## What to look at", ""]
    lines += [f"- {chapter}: {sentence}." for chapter, sentence in draft.notes] or ["Nothing else."]
    lines += [
        "",
        "## Before you publish",
        "",
        "- Write each sentence again in your own words where the text is somebody else's.",
        "- Take names, e-mail addresses and direct numbers of people out.",
        "- Give each chapter its topics and sources, and look at its description.",
        "- Footnotes, comments, text boxes, headers and footers of the Word file were not read.",
    ]
    return "\n".join(lines) + "\n"


def _row(chapter: str, row: object) -> str:
    id, why = getattr(row, "id", ""), getattr(row, "why", "")
    text = f"{getattr(row, 'title', '')} ({chapter})"
    return f"{text}: `{id}`" + (f", because {why}" if why else "") if id else text


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="import_toolkit.py",
        description="Turn a toolkit in Word into draft chapters, and find its resources in the catalogue.",
        epilog="Example: python3 scripts/import_toolkit.py our-toolkit.docx",
    )
    parser.add_argument("file", type=Path, metavar="FILE.docx", help="the Word file")
    parser.add_argument("--out", type=Path, metavar="DIR", help="the new folder (the name of the file, and -draft)")
    parser.add_argument("--today", type=date.fromisoformat, default=date.today(), metavar="DAY", help="when written")
    return parser
