"""Reads everything that a library is made from, through the stages of the data, and makes the library of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from toolkit.catalogue.check import Checked, check_data, written_ids
from toolkit.catalogue.form_examples import read_form_examples
from toolkit.catalogue.library import Library, Translated
from toolkit.catalogue.written import SpokenLanguage, UnsoundData, WrittenLibrary
from toolkit.forms.read import form_files
from toolkit.languages.language import Language
from toolkit.languages.read import ENGLISH, read_languages
from toolkit.overlays.layers import Layer
from toolkit.overlays.stages import WordChoice, Worded, apply_layers, put_words, read_raw
from toolkit.pages.headings import page_places
from toolkit.pathways.read import pathway_files
from toolkit.registers.read import data_files
from toolkit.sources.problems import Problems, ProblemsFound


@dataclass(frozen=True)
class Data:
    """The files that a library is read from, by the name that messages give them."""

    registers: Mapping[str, Path]
    pathways: Mapping[str, Path]
    forms: Mapping[str, Path]

    @classmethod
    def of(cls, root: Path, catalogue: Path | None = None) -> Data:
        """The data files of the project at `root`, with another catalogue in place of its own."""
        return cls(data_files(root, catalogue), pathway_files(root), form_files(root))


def load_library(root: Path, catalogue: Path | None = None, areas: Iterable[str] = ()) -> Library:
    """The library of the project at `root`, without any copy; raises ProblemsFound with every problem."""
    language, checked = read_project(root, catalogue)
    return make_library(language, checked, areas)


def read_project(
    root: Path,
    catalogue: Path | None = None,
    layers: Sequence[Layer] = (),
    choice: WordChoice | None = None,
    code: str = ENGLISH,
) -> tuple[Language, Checked]:
    """A language of the project at `root`, and its checked data; raises ProblemsFound with every problem of both."""
    problems, language = Problems(), None
    with problems.collect():
        language = read_languages(root)[code]
    checked = read_data(Data.of(root, catalogue), page_places(root / "docs"), problems, layers, choice, language)
    assert language is not None  # or read_data would have raised its problems
    try:
        examples = read_form_examples(root, checked.forms, layers, code)
    except ProblemsFound as error:
        raise UnsoundData(error.problems, written_library(checked, code), checked.words) from None
    return language, replace(checked, form_examples=examples)


def written_library(checked: Checked, code: str) -> WrittenLibrary:
    """What pages may name of sound data, where something beside it is not sound."""
    ids: dict[str, Collection[str]] = {
        key: {entry.id for entry in entries} for key, entries in checked.registers.entries.items()
    }
    ids |= {"forms": set(checked.forms), "pathways": {pathway.id for pathway in checked.pathways}}
    return WrittenLibrary(ids, SpokenLanguage(code))


def read_data(
    data: Data,
    places: Mapping[str, Iterable[str]],
    problems: Problems,
    layers: Sequence[Layer] = (),
    choice: WordChoice | None = None,
    language: Language | None = None,
) -> Checked:
    """What the files hold, under the layers and in the site's words; raises UnsoundData with every problem."""
    raw = read_raw(data.registers, data.pathways, data.forms, problems)
    overlaid = apply_layers(raw, layers, problems)
    worded = put_words(overlaid, choice or WordChoice(), language, problems)
    sound_files = {source.file for source in (*raw.forms, *raw.pathways)}
    unread = {
        key: {path.stem for name, path in files.items() if name not in sound_files}
        for key, files in (("forms", data.forms), ("pathways", data.pathways))
    }
    try:
        return check_data(worded, {**places, **unread}, problems)
    except ProblemsFound as error:
        code = language.code if language else ENGLISH
        raise UnsoundData(error.problems, _written(data, worded, layers, code), worded.words) from None


def _written(data: Data, worded: Worded, layers: Sequence[Layer], code: str) -> WrittenLibrary:
    """What was written, as far as it could be read. Where layers are not sound, nothing is known of any register."""
    ids: dict[str, Collection[str]] = dict(written_ids(worded)) if worded.is_sound or not layers else {}
    if ids:
        ids["forms"] = {*ids["forms"], *(path.stem for path in data.forms.values())}
        ids["pathways"] = {path.stem for path in data.pathways.values()}
    return WrittenLibrary(ids, SpokenLanguage(code))


def make_library(
    language: Language,
    checked: Checked,
    areas_shown: Iterable[str] = (),
    translated: Translated = frozenset(),
) -> Library:
    """The library of checked data, which lists the resources of the areas given besides those for everywhere."""
    by_id: dict[str, Any] = {
        key: {entry.id: entry for entry in entries} for key, entries in checked.registers.entries.items()
    }
    return Library(
        **by_id,
        places=checked.registers.places,
        language=language,
        translated=translated,
        areas_shown=frozenset(areas_shown),
        hidden=checked.hidden,
        hidden_forms=checked.hidden_forms,
        pathways={pathway.id: pathway for pathway in checked.pathways},
        forms=checked.forms,
        form_examples=checked.form_examples,
    )
