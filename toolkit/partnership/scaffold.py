"""A folder to begin a copy with: it builds as it is, and says in plain words what to write where."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from toolkit.partnership.folder import FOLDER, FORM_CHANGES, FORMS, NOTES, PAGES, RESOURCES, SETTINGS
from toolkit.problems import Problem, ProblemsFound
from toolkit.registers.fields import ID

TEMPLATES = Path(__file__).with_name("templates")
KINDS = ("partnership", "trust", "school", "college", "health", "council", "charity")


@dataclass(frozen=True)
class Answers:
    """What is asked before a folder is written."""

    name: str
    site_name: str
    kind: str = "partnership"
    jurisdictions: tuple[str, ...] = ("england",)
    areas: tuple[str, ...] = ()
    primary: str | None = None


@dataclass(frozen=True)
class Question:
    """One question for whoever runs the script in a terminal."""

    key: str
    words: str
    usual: Callable[[Mapping[str, str]], str]


QUESTIONS = (
    Question("name", "Who publishes this copy? (its full name)", lambda given: ""),
    Question(
        "site_name",
        "What shall the site be called?",
        lambda given: f"Child sexual abuse toolkit: {given['name']}"[:120],
    ),
    Question("kind", f"What are you? ({', '.join(KINDS)})", lambda given: "partnership"),
    Question("nation", "England, Wales or both?", lambda given: "england"),
    Question("primary", "Your main colour, such as #0b4a5e (leave empty to keep the toolkit's)", lambda given: ""),
)


def write_folder(root: Path, slug: str, answers: Answers, into: Path | None = None) -> Path:
    """Writes the folder and returns it; raises ProblemsFound, with nothing written, if that cannot be done."""
    if not ID.fullmatch(slug) or len(slug) > 60:
        raise ProblemsFound([Problem(slug, 0, "a short name is made of small letters, digits and single hyphens")])
    target = (into or root / FOLDER) / slug
    if target.exists():
        raise ProblemsFound(
            [Problem(str(target), 0, "is there already. Choose another short name, or edit what is there")]
        )
    files = {
        name: (TEMPLATES / f"{name}.txt").read_text("utf-8")
        for name in ("README.md", SETTINGS, RESOURCES, FORM_CHANGES)
    }
    files[SETTINGS] = _settings(files[SETTINGS], answers)
    files["README.md"] = files["README.md"].replace("SLUG", slug)
    for folder in (PAGES, NOTES, FORMS):
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


def ask(given: Mapping[str, str], read: Callable[[str], str]) -> dict[str, str]:
    """The given answers with those to the questions that are still open; `read` shows a question and gives a line."""
    answers = dict(given)
    for question in QUESTIONS:
        while not answers.get(question.key):
            usual = question.usual(answers)
            answers[question.key] = read(f"{question.words}{f' [{usual}]' if usual else ''} ").strip() or usual
            if question.key == "primary":
                break
    return answers


def _settings(template: str, answers: Answers) -> str:
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
    }
    for key, value in values.items():
        template = template.replace(f"<{key}>", value)
    return template
