"""Translations of pages: `x.cy.md` beside `x.md` is that page in Welsh.

A translation has a title and a description of its own; everything else in the front matter stays the original's. Its
sections are in the order of the original's and keep their addresses, so that a link to one leads to it in each
language.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from toolkit.pages.front_matter import FrontMatter, split_front_matter
from toolkit.pages.headings import TRANSLATION, section_headings, sections_of
from toolkit.registers.fields import Day, Line
from toolkit.registers.messages import findings_of, sentence
from toolkit.sources.problems import Problems, ProblemsFound
from toolkit.sources.text_file import read_lines
from toolkit.sources.yaml_source import parse_yaml

OWN_ADDRESS = re.compile(r" *\{[^}]*\} *$")


class TranslationFrontMatter(BaseModel):
    """What is between the two lines of --- at the top of a translation."""

    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True)

    title: Line = Field(description="The page's name in this language")
    description: Annotated[Line, Field(max_length=200)] = Field(description="One sentence: what the reader gets")
    translated: Day | None = Field(None, description="When it was translated")
    translated_from: Line | None = Field(None, description="Which state of the original, as the doctor names it")


@dataclass(frozen=True)
class Translation:
    """A page in another language, read and checked."""

    meta: TranslationFrontMatter
    text: str
    file: str
    first_line: int


def translation_path(path: str, language: str) -> str:
    """The path of a page's translation into a language, whether there is one or not."""
    return f"{path.removesuffix('.md')}.{language}.md"


def fingerprint(text: str) -> str:
    """Eight characters that name a state of a text: an editor's translation was made from it."""
    return sha256(" ".join(text.split()).encode()).hexdigest()[:8]


def check_originals(paths: Iterable[str], problems: Problems, names: Mapping[str, str]) -> None:
    """Adds a problem for each translation without a page beside it."""
    originals = set(paths)
    for path in sorted(originals):
        match = TRANSLATION.fullmatch(path)
        if match and f"{match['page']}.md" not in originals:
            message = f"there is no page {match['page']}.md that this could be a translation of"
            problems.add(names.get(path, f"docs/{path}"), 0, message)


def read_translation(path: Path, file: str, problems: Problems) -> Translation | None:
    """A translation; None, with the problems added, if it is unsound."""
    try:
        text = read_lines(path, file)
        front, body, line = split_front_matter(text)
        source = parse_yaml("\n" + front, file)
        meta = TranslationFrontMatter.model_validate(source.data or {})
    except ProblemsFound as error:
        problems.entries += error.problems
        return None
    except ValidationError as error:
        for finding in findings_of(error):
            message = sentence(finding, TranslationFrontMatter.model_fields, "translation")
            problems.add(file, source.line(finding["loc"]), f"front matter: {message}")
        return None
    return Translation(meta, body, file, line)


def front_matter_text(meta: FrontMatter, language: str | None = None) -> str:
    """The front matter that the site engine needs; JSON is YAML that no title can break."""
    values = {"title": meta.title, "description": meta.description, "layout": meta.layout, "lang": language}
    lines = "".join(f"{key}: {json.dumps(value)}\n" for key, value in values.items() if value)
    return f"---\n{lines}---\n"


def with_addresses(translation: Translation, original: str, problems: Problems) -> str:
    """The translation's text with its sections under the original's addresses."""
    anchors = [heading.id for heading in section_headings(original)]
    rows = translation.text.split("\n")
    places = [heading.line for heading in section_headings(translation.text)]
    if len(places) != len(anchors):
        message = f"has {len(places)} headings of two #, and the original has {len(anchors)}. Keep each of them"
        problems.add(translation.file, translation.first_line, message)
        return translation.text
    for place, anchor in zip(places, anchors, strict=True):
        heading = OWN_ADDRESS.sub("", rows[place]).rstrip(" #")
        rows[place] = f"{heading} {{: #{anchor} }}"  # "{#" would begin a comment
    return "\n".join(rows)


def named_sections(translation: str, original: str) -> dict[str, str]:
    """The words of each of the original's sections, with those of the translation's in their place."""
    ours, theirs = sections_of(original).values(), sections_of(translation).values()
    return dict(zip(ours, theirs, strict=False))
