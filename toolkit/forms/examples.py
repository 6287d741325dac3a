"""Filled-in examples of forms: files of answers, as a form's page saves them, checked against the definition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from toolkit.forms.definition import Form
from toolkit.forms.keys import FORMAT, split
from toolkit.forms.kinds import kind_of
from toolkit.forms.names import fits, plain_fields
from toolkit.forms.question import Question
from toolkit.sources.problems import Problems, ProblemsFound, did_you_mean, one_of, quote
from toolkit.sources.yaml_source import Source, read_yaml

EXAMPLES_FOLDER = "forms/examples"
Examples = dict[str, dict[str, str]]  # by form: texts by name


def example_files(root: Path, language: str | None = None) -> dict[str, Path]:
    """The examples of a project or a copy, by the names that messages use.

    `language` is a code for those of a translation, which are in a folder of that name; `*` for those of all.
    """
    below = f"{language}/" if language else ""
    paths = sorted((root / EXAMPLES_FOLDER).glob(f"{below}*.json"))
    return {path.relative_to(root).as_posix(): path for path in paths}


def read_examples(
    files: Mapping[str, Path], forms: Mapping[str, Form], problems: Problems, *, strict: bool
) -> Examples:
    """The answers of each example. What does not fit its form is a problem.

    A copy may have changed or left out what an example of the toolkit answers: without `strict` that is left out.
    """
    examples = {}
    for name, path in files.items():
        try:
            source = read_yaml(path, name)  # JSON is YAML, and so each answer has its line
        except ProblemsFound as error:
            problems.entries += error.problems
            continue
        form = forms.get(path.stem)
        mistakes = list(_mistakes(source, path.stem, form, forms))
        if strict:
            for line, message in mistakes:
                problems.add(name, line, message)
        answers = source.data.get("answers") if isinstance(source.data, dict) else None
        if form and isinstance(answers, dict):
            examples[form.id] = {key: text for key, text in answers.items() if not _mistake(form, key, text)}
    return examples


def check_examples(root: Path, forms: Mapping[str, Form]) -> Examples:
    """Every example of a project in every language, checked; raises ProblemsFound."""
    problems = Problems()
    examples = read_examples(example_files(root) | example_files(root, "*"), forms, problems, strict=True)
    problems.stop_if_any()
    return examples


def _mistakes(source: Source, id: str, form: Form | None, forms: Mapping[str, Form]) -> Iterator[tuple[int, str]]:
    """(line, sentence) of everything that is wrong with an example."""
    data = source.data
    if not isinstance(data, dict) or data.get("format") != FORMAT or not isinstance(data.get("answers"), dict):
        yield 1, "this is not a file of answers. Fill in the form on its page, save it, and put that file here"
        return
    if form is None:
        near = did_you_mean(id, forms)
        yield 1, f"there is no form {quote(id)}.{near} An example is named after its form: <id>.json"
        return
    if data.get("form") != id:
        message = f"these are answers of {quote(data.get('form'))}, but the file is called {id}.json"
        yield source.line(("form",)), message
    if data.get("form_version") != form.version:
        message = f"it answers version {data.get('form_version')}, and the form is at version {form.version}"
        yield source.line(("form_version",)), f"{message}. Look through the example, then write {form.version} here"
    for key, text in data["answers"].items():
        if mistake := _mistake(form, key, text):
            yield source.line(("answers", key)), mistake


def _mistake(form: Form, key: str, text: object) -> str | None:
    """What is wrong with one answer; None if it is sound."""
    questions = {name: question for name, question, _ in plain_fields(form)}
    name = split(key)
    if name is None or name.plain not in questions:
        return f"the form asks nothing called {quote(key)}.{did_you_mean(name.plain if name else key, questions)}"
    if not fits(form, name, questions[name.plain]):
        return f"the form does not repeat {quote(key)} that often"
    if not isinstance(text, str) or not text.strip():
        return f"the answer {quote(key)} is not a text. Write it in quotation marks, or leave it out"
    return _wrong_kind(questions[name.plain], key, text)


def _wrong_kind(question: Question, key: str, text: str) -> str | None:
    kind = kind_of(question.kind)
    answers = kind.fixed_answers or [value for value, _ in question.choices]
    if answers and text not in answers:
        advice = f"{did_you_mean(text, answers)} It is one of: {one_of(answers)}"
        return f"{quote(text)} is not an answer to {quote(key)}.{advice}"
    if not kind.is_sound(text):
        return f"the {kind.name} {quote(text)} of {quote(key)} must be written as {kind.written_as}"
    return None
