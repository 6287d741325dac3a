"""A folder to begin a copy with: it builds as it is, and says in plain words what to write where."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from toolkit.forms.read import FORMS_FOLDER
from toolkit.overlays.folder import COPIES_FOLDER, FORM_CHANGES, NOTES_FOLDER, PAGES, RESOURCES, SETTINGS
from toolkit.overlays.words import capital
from toolkit.partnership.choices import PublisherKind
from toolkit.partnership.model import Colours
from toolkit.partnership.palette import make_palette
from toolkit.partnership.reference import setting_lines
from toolkit.registers.choices import HOME_NATIONS, Nation
from toolkit.registers.fields import ENTRY_ID
from toolkit.registers.read import data_files, read_drafts
from toolkit.sources.problems import Problem, Problems, ProblemsFound, did_you_mean, one_of, quote

OPTIONAL_ANSWERS, MOST_LETTERS = ("primary",), {"name": 200, "site_name": 120}
KEY = re.compile(r"^[ #]*([a-z_]+):", re.MULTILINE)
SCAFFOLD_TEMPLATES = Path(__file__).with_name("templates")
NATIONS: Mapping[str, tuple[Nation, ...]] = {
    **{nation.value: (nation,) for nation in HOME_NATIONS},
    "both": HOME_NATIONS,
}
CHOICES = {"kind": tuple(PublisherKind), "nation": tuple(NATIONS)}


@dataclass(frozen=True)
class NewCopy:
    """What is asked before a folder is written."""

    name: str
    site_name: str
    kind: str = PublisherKind.PARTNERSHIP
    jurisdictions: tuple[str, ...] = (Nation.ENGLAND,)
    areas: tuple[str, ...] = ()
    primary: str | None = None


@dataclass(frozen=True)
class TerminalQuestion:
    """One question for whoever runs the script in a terminal."""

    key: str
    words: str
    usual: Callable[[Mapping[str, str]], str]


QUESTIONS = (
    TerminalQuestion("name", "Who publishes this copy? (its full name)", lambda answers: ""),
    TerminalQuestion(
        "site_name",
        "What should the site be called?",
        lambda answers: f"Child sexual abuse toolkit: {answers['name']}"[:120],
    ),
    TerminalQuestion("kind", f"What are you? ({', '.join(PublisherKind)})", lambda answers: "partnership"),
    TerminalQuestion("nation", "England, Wales or both?", lambda answers: "england"),
    TerminalQuestion(
        "primary", "Your main colour, such as #0b4a5e (leave empty to keep the toolkit's)", lambda answers: ""
    ),
)


def write_folder(root: Path, slug: str, answers: NewCopy, into: Path | None = None) -> Path:
    """Writes the folder and returns it; raises ProblemsFound, with nothing written, if that cannot be done."""
    if not ENTRY_ID.fullmatch(slug) or len(slug) > 60:
        raise ProblemsFound([Problem(slug, 0, "a short name is made of small letters, digits and single hyphens")])
    target = (into or root / COPIES_FOLDER) / slug
    if target.exists():
        raise ProblemsFound(
            [Problem(str(target), 0, "is there already. Choose another short name, or edit what is there")]
        )
    files = {
        name: (SCAFFOLD_TEMPLATES / f"{name}.txt").read_text("utf-8")
        for name in ("README.md", SETTINGS, RESOURCES, FORM_CHANGES)
    }
    files[SETTINGS] = _settings(files[SETTINGS], answers)
    files["README.md"] = files["README.md"].replace("SLUG", slug)
    for folder in (PAGES, NOTES_FOLDER, FORMS_FOLDER):
        (target / folder).mkdir(parents=True)
    for name, text in files.items():
        (target / name).write_text(text, "utf-8", newline="\n")
    return target


def slug_of(name: str) -> str:
    """A short name made from a long one."""
    words = "".join(
        c if c.isascii() and c.isalnum() else " " for c in name.lower().replace("'", "").replace("’", "")
    ).split()
    return "-".join(words)[:60].rstrip("-") or "our-copy"


def ask(arguments: Mapping[str, str], read_line: Callable[[str], str], root: Path) -> dict[str, str]:
    """The answers with those to the questions that are still open; `read_line` shows a question and gives a line.

    A wrong answer is reported, and asked for again.
    """
    answers = dict(arguments)
    for question in (question for question in QUESTIONS if not answers.get(question.key)):
        usual, before = question.usual(answers), ""
        while True:
            answer = read_line(f"{before}{question.words}{f' [{usual}]' if usual else ''} ").strip() or usual
            fault = fault_of(question.key, answer, root)
            if not fault and (answer or question.key in OPTIONAL_ANSWERS):
                break
            before = f"{fault}\n" if fault else ""
        answers[question.key] = answer
    return answers


def fault_of(key: str, answer: str, root: Path) -> str | None:
    """Why an answer cannot be used, with what to do; None when it can."""
    if key in MOST_LETTERS and len(answer) > MOST_LETTERS[key]:
        return f"That has {len(answer)} letters and may have {MOST_LETTERS[key]}. Write it shorter."
    if key in CHOICES and answer.lower() not in CHOICES[key]:
        return f"{quote(answer)} is not one of: {one_of(CHOICES[key])}.{did_you_mean(answer, CHOICES[key])}"
    if key == "primary" and answer:
        try:
            colours = Colours(primary=answer)
        except ValidationError:
            return f"{quote(answer)} is not a colour. Write '#' and six digits or letters a to f, such as #0b4a5e."
        return next((f"{capital(refusal.message)}." for refusal in make_palette(colours, root)[1]), None)
    return None


def unknown_area(root: Path, areas: Iterable[str]) -> str | None:
    """A sentence about the first area that the toolkit does not know; None when it knows all."""
    drafts = (draft for name, path in data_files(root).items() for draft in read_drafts(path, name, Problems()))
    area_ids = sorted(id for draft in drafts if draft.key == "areas" for id in draft.ids())
    unknown = next((area for area in areas if area not in area_ids), None)
    if unknown is None:
        return None
    return f"no area is called {quote(unknown)}.{did_you_mean(unknown, area_ids) or f' Known: {one_of(area_ids, 20)}'}"


def unnamed_settings(text: str) -> Iterator[tuple[str, str]]:
    """(path, what it is) of each setting that a settings file does not name, be it in a remark."""
    names = set(KEY.findall(text))
    yield from ((path, about) for path, about in setting_lines() if not set(path.split(".")) <= names)


def _settings(template: str, answers: NewCopy) -> str:
    colours = (
        f'  colours:\n    primary: "{answers.primary}"' if answers.primary else '  # colours:\n  #   primary: "#0b4a5e"'
    )
    values = {
        "NAME": json.dumps(answers.name, ensure_ascii=False),
        "SITE": json.dumps(answers.site_name, ensure_ascii=False),
        "KIND": answers.kind,
        "JURISDICTIONS": ", ".join(answers.jurisdictions),
        "AREAS": ", ".join(answers.areas),
        "COLOURS": colours,
        "OTHERS": "\n".join(f"# {path}: {about}" for path, about in unnamed_settings(template)),
    }
    for key, value in values.items():
        template = template.replace(f"<{key}>", value)
    return template
