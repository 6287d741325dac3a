"""Reads data/languages/: one file of words for each language, English first, the others compared with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from babel import Locale, UnknownLocaleError

from toolkit.languages.language import LANGUAGES_FOLDER, PLACEHOLDER, Language, Message
from toolkit.sources.problems import Problems, ProblemsFound, did_you_mean, one_of, quote
from toolkit.sources.yaml_source import Source, read_yaml

ENGLISH = "en"
CATEGORIES = ("zero", "one", "two", "few", "many", "other")
KEY_PATTERN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
BRACE = re.compile(r"[{}]")
ComponentKey = tuple[str, ...]


def read_languages(root: Path) -> Mapping[str, Language]:
    """Every language of the project at `root` by its code, English first; raises ProblemsFound with every mistake."""
    files = sorted((root / LANGUAGES_FOLDER).glob("*.yml"), key=lambda file: (file.stem != ENGLISH, file.stem))
    return _read_files(tuple((file, file.stat().st_mtime_ns, file.stat().st_size) for file in files))


@lru_cache(maxsize=8)
def _read_files(files: tuple[tuple[Path, int, int], ...]) -> Mapping[str, Language]:
    """The languages of files, read again only when a file has changed."""
    problems = Problems()
    by_code: dict[str, dict[str, Message]] = {}
    for file, *_ in files:
        name = f"{LANGUAGES_FOLDER}/{file.name}"
        try:
            source = read_yaml(file, name)
        except ProblemsFound as error:
            problems.entries += error.problems
            continue
        by_code[file.stem] = _words(source, file.stem, problems)
        if file.stem != ENGLISH:
            _compare(source, by_code[file.stem], by_code.get(ENGLISH, {}), problems)
    if ENGLISH not in by_code:
        problems.add(f"{LANGUAGES_FOLDER}/{ENGLISH}.yml", 0, "is missing. It holds the words of the interface")
    problems.stop_if_any()
    english = by_code[ENGLISH]
    missing = {code: tuple(key for key in english if key not in words) for code, words in by_code.items()}
    return {code: Language(code, {**english, **words}, missing[code]) for code, words in by_code.items()}


def _words(source: Source, code: str, problems: Problems) -> dict[str, Message]:
    """The words of one file by `component.key`; what is not sound is reported and left out."""
    try:
        plurals = {*Locale.parse(code).plural_form.tags, "other"}
    except (UnknownLocaleError, ValueError):
        problems.add(
            source.file,
            0,
            f"{quote(code)} is not a language code. Name the file after one, such as cy.yml for Welsh",
        )
        return {}
    words: dict[str, Message] = {}
    for place, value in _entries(source, problems):
        mistake = _mistake(place, value, plurals)
        if mistake:
            problems.add(source.file, source.line(place), f"{quote('.'.join(place))} {mistake}")
        else:
            words[".".join(place)] = value
    return words


def _entries(source: Source, problems: Problems) -> Iterator[tuple[ComponentKey, Message]]:
    components = source.data if isinstance(source.data, dict) else {}
    if not components:
        problems.add(source.file, 1, "the file must begin with a component, such as 'finder:', and its words below it")
    for component, entries in components.items():
        if isinstance(entries, dict):
            yield from (((component, key), value) for key, value in entries.items())
        else:
            problems.add(source.file, source.line((component,)), f"{quote(component)} needs keys with words below it")


def _mistake(place: ComponentKey, value: Message, plurals: set[str]) -> str | None:
    """What is wrong with the words of one key."""
    if not all(KEY_PATTERN.fullmatch(part) for part in place):
        return "is not a key. Use lower-case letters, digits and single hyphens"
    if isinstance(value, dict):
        if set(value) != plurals:
            order = [category for category in CATEGORIES if category in plurals]
            return f"needs exactly these plural forms: {one_of(order)}. It has: {one_of(value) or 'none'}"
        if "{count}" not in value["other"]:
            return "has plural forms, so 'other' must say {count}"
    for text in value.values() if isinstance(value, dict) else [value]:
        if not isinstance(text, str) or not text.strip():
            return f"needs words; put them in quotes if they are a number. Found {quote(text)}"
        if BRACE.search(PLACEHOLDER.sub("", text)):
            return "has a brace that belongs to no placeholder. A placeholder is a name in braces, such as {count}"
    return None


def _compare(source: Source, words: Mapping[str, Message], english: Mapping[str, Message], problems: Problems) -> None:
    for key, value in words.items():
        line = source.line(tuple(key.split(".", 1)))
        if key not in english:
            problems.add(source.file, line, f"{quote(key)} is not a key of English.{did_you_mean(key, english)}")
        elif isinstance(value, str) != isinstance(english[key], str):
            expected = "one text" if isinstance(english[key], str) else "a text for each plural form"
            problems.add(source.file, line, f"{quote(key)} needs {expected}, as in English")
        elif placeholders(value) != placeholders(english[key]):
            names = one_of(sorted(placeholders(english[key]))) or "none"
            problems.add(source.file, line, f"{quote(key)} must have the same placeholders as English: {names}")


def placeholders(words: Message) -> set[str]:
    """The names in braces in any form of some words."""
    texts = [words] if isinstance(words, str) else words.values()
    return {name for text in texts for name in PLACEHOLDER.findall(text)}
