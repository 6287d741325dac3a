"""What somebody wrote into a cell: into its control, beside it, or in its place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from toolkit.answers.visible import Cell
from toolkit.forms.fingerprint import plain
from toolkit.forms.kinds import kind_of
from toolkit.forms.kinds.kind import Control
from toolkit.forms.kinds.tick import YES

TICKED = re.compile(r"[☒☑✓✔✗✘]")
BOXES = re.compile(r"[☐□]")
PROMPT = re.compile(r"\s*\[[^\]\n]+\]\s*")


def without_prompts(text: str, prompts: Collection[str]) -> str:
    """A text without what a form shows where nothing is answered yet. Where that is not known: words in brackets."""
    if not prompts:
        return "" if PROMPT.fullmatch(text) else text
    for prompt in prompts:
        text = text.replace(prompt, "") if prompt.strip() else text
    return text


def tick_in(text: str) -> str:
    """YES of a text with a box that is ticked."""
    return YES if TICKED.search(text) else ""


def written_in(cell: Cell, field: Mapping[str, Any] | None, prompts: Collection[str]) -> tuple[str, list[str]]:
    """(answer, other texts) of a cell that answers a question."""
    controls = [piece.text for piece in cell.controls]
    beside = without_prompts("\n".join(paragraph.own_text for paragraph in cell.paragraphs), prompts).strip()
    if not beside and len(controls) == 1:
        return controls[0], []
    if field is None or kind_of(field["kind"]).is_free_text:
        return without_prompts(cell.text, prompts).strip(), []
    if kind_of(field["kind"]).control is Control.CHECKBOX:
        return _tick(controls, beside)
    answers = [text for text in controls if text.strip()]
    if not answers:
        return _match_choice(beside, field.get("choices", ())), []
    return answers[0], [text for text in (*answers[1:], beside) if text]


def _match_choice(text: str, choices: Iterable[Sequence[str]]) -> str:
    """The words of a choice that a text means, in capitals or not; any other text as it is."""
    return next((words for _, words in choices if plain(words) == plain(text)), text)


def _tick(controls: list[str], beside: str) -> tuple[str, list[str]]:
    """A tick, and the words beside it, if they are more than a tick themselves."""
    words = BOXES.sub("", TICKED.sub("", beside)).strip()
    if any(controls) or tick_in(beside):
        return YES, [words] if words else []
    is_yes = words.lower() in ("x", "yes", "y")
    return (YES, []) if is_yes else ("", [words] if words else [])
