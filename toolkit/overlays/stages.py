"""The stages of the data, from its files to what is checked: raw, overlaid, worded. Each is made from the one before.

    RawData       what the files hold: upstream's, as they are written
    Overlaid  the same with each layer of changes applied: a nation's, a language's, a branded copy's
    Worded    the same with the words of a nation and a setting put in

The types are the order: nothing is worded before it is overlaid, and only what is worded can be checked
(`toolkit/catalogue/check.py`). Every stage keeps the line of each value.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from toolkit.forms.kinds import find_kind
from toolkit.forms.read import read_form_sources
from toolkit.languages.language import Language
from toolkit.overlays.apply import Upstream, apply_changes, refuse_change
from toolkit.overlays.forms import apply_to_forms, patch_source
from toolkit.overlays.layers import Layer
from toolkit.overlays.wording import find_words, word_draft, word_source
from toolkit.overlays.words import Words
from toolkit.pathways.read import TOP_KEY, read_pathway_sources
from toolkit.registers.choices import HOME_NATIONS
from toolkit.registers.draft import Draft
from toolkit.registers.read import read_drafts
from toolkit.sources.problems import Problems
from toolkit.sources.yaml_source import Source


@dataclass(frozen=True)
class RawData:
    """What the data files hold. `is_sound` is whether every register could be read."""

    registers: tuple[Draft, ...]
    pathways: tuple[Source, ...]
    forms: tuple[Source, ...]
    is_sound: bool


@dataclass(frozen=True)
class Overlaid:
    """RawData data with every layer applied, what the layers hide and why, and upstream's entries beneath them."""

    registers: tuple[Draft, ...]
    pathways: tuple[Source, ...]
    forms: tuple[Source, ...]
    is_sound: bool
    upstream: Upstream
    hidden: Mapping[str, str]
    hidden_forms: Mapping[str, str]


@dataclass(frozen=True)
class WordChoice:
    """The words that a site has chosen: its form of each noun, by id, and the nations that it serves."""

    nouns: Mapping[str, str] = field(default_factory=dict)
    nations: tuple[str, ...] = HOME_NATIONS


@dataclass(frozen=True)
class Worded:
    """Overlaid data with the words of its site put in."""

    overlaid: Overlaid
    registers: tuple[Draft, ...]
    pathways: tuple[Source, ...]
    forms: tuple[Source, ...]
    is_sound: bool
    words: Words


def read_raw(
    registers: Mapping[str, Path], pathways: Mapping[str, Path], forms: Mapping[str, Path], problems: Problems
) -> RawData:
    """What the files of each kind hold, by the names that messages use; what cannot be read is a problem."""
    before = len(problems)
    drafts = tuple(draft for name, path in registers.items() for draft in read_drafts(path, name, problems))
    is_sound = len(problems) == before
    return RawData(
        drafts, tuple(read_pathway_sources(pathways, problems)), tuple(read_form_sources(forms, problems)), is_sound
    )


def apply_layers(raw: RawData, layers: Sequence[Layer], problems: Problems) -> Overlaid:
    """RawData data with each layer applied to what those before it gave."""
    before = len(problems)
    drafts, upstream = raw.registers, Upstream.of(raw.registers)
    hidden: dict[str, str] = {}
    for layer in layers:
        drafts, reasons = apply_changes(drafts, layer.of_registers(), problems)
        hidden |= reasons
    is_sound = raw.is_sound and len(problems) == before
    forms = raw.forms
    hidden_forms: dict[str, str] = {}
    for layer in layers:
        forms, reasons = apply_to_forms(forms, layer.forms, problems)
        hidden_forms |= reasons
    pathways = _apply_to_pathways(raw.pathways, layers, problems)
    return Overlaid(drafts, pathways, forms, is_sound, upstream, hidden, hidden_forms)


def put_words(overlaid: Overlaid, choice: WordChoice, language: Language | None, problems: Problems) -> Worded:
    """Overlaid data with its words in place; a form's ratings have those of `language` where it gives none."""
    before = len(problems)
    words = find_words(overlaid.registers, choice.nouns, choice.nations)
    drafts = tuple(word_draft(draft, words, problems) for draft in overlaid.registers)
    is_sound = overlaid.is_sound and len(problems) == before
    pathways = tuple(word_source(source, words, problems) for source in overlaid.pathways)
    forms = tuple(word_source(source, words, problems) for source in overlaid.forms)
    if language:
        forms = tuple(name_fixed_answers(source, language) for source in forms)
    return Worded(overlaid, drafts, pathways, forms, is_sound, words)


def name_fixed_answers(source: Source, language: Language) -> Source:
    """A form with the words of a language for ratings, statuses and the choice of rows, where it gives none itself."""
    data = _with_options(source.data, language)
    if isinstance(data, dict) and data.get("choose_rows"):
        data = {"choose_label": language.translate("form.chosen"), **data}
    return Source(source.file, data, source.lines)


def _apply_to_pathways(sources: Sequence[Source], layers: Sequence[Layer], problems: Problems) -> tuple[Source, ...]:
    by_id = {str(source.data[TOP_KEY].get("id")): source for source in sources}
    for change in (change for layer in layers for change in layer.of_pathways()):
        if change.id in by_id:
            by_id[change.id] = patch_source(by_id[change.id], change, problems, within=(TOP_KEY,))
        else:
            problems.add(change.source.file, change.line, refuse_change(change, by_id))
    return tuple(by_id.values())


def _with_options(data: Any, language: Language) -> Any:
    if isinstance(data, dict):
        data = {key: _with_options(value, language) for key, value in data.items()}
        kind = find_kind(data.get("kind"))
        if not kind or not kind.words or data.get("options"):
            return data
        return {**data, "options": [language.translate(kind.words.format(answer)) for answer in kind.fixed_answers]}
    return [_with_options(part, language) for part in data] if isinstance(data, list) else data
