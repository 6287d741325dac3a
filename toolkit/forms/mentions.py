"""Where in a form a page is named, so that the page can offer the form and say which part of it helps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from toolkit.forms.definition import Form, Section
from toolkit.forms.question import Question
from toolkit.forms.table import Row


@dataclass(frozen=True)
class Mention:
    """A part of a form: what it is called there, and the id that it has on the form's page."""

    title: str
    anchor: str


def mentions(form: Form) -> Mapping[str, tuple[Mention, ...]]:
    """By path of each page that the form names: the parts that name it; none where only the whole form does."""
    by_path: dict[str, list[Mention]] = {path: [] for path in form.pages}
    for part, mention in _parts(form):
        for name in part.pages:
            by_path.setdefault(name.partition("#")[0], []).append(mention)
    return {path: tuple(dict.fromkeys(parts)) for path, parts in by_path.items()}


def _parts(form: Form) -> Iterator[tuple[Section | Question | Row, Mention]]:
    """Each part that can name pages. A question is called by its section, whose heading can be linked."""
    for section in form.sections:
        mention = Mention(section.title, f"s/{section.id}")
        yield section, mention
        for question in (*section.questions, *section.columns):
            yield question, mention
        for row in section.rows:
            yield row, Mention(row.prompt, f"row/{section.id}~1/{row.id}")
