"""What happens to data between reading and checking: layers of changes are laid over it, then words are put in.

A layer is a folder of files named for what they change, each with `replace:` and entries by id. What differs for one
nation is such a layer, and a copy's own changes are the last.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from toolkit.forms.question import RATINGS
from toolkit.languages.language import Language
from toolkit.overlays.changes import FORMS, PATHWAYS, Change, Laid, lay_over, read_changes, without_place
from toolkit.overlays.folder import SETTINGS, Folder
from toolkit.overlays.forms import LocalForms, patched_source
from toolkit.overlays.wording import find_words, worded, worded_draft
from toolkit.overlays.words import NATIONS, Words
from toolkit.pathways.read import KEY
from toolkit.registers.draft import Draft
from toolkit.registers.models import MODELS
from toolkit.sources.problems import Problems, ProblemsFound, did_you_mean, one_of, quote
from toolkit.sources.yaml_source import Source, read_yaml


@dataclass(frozen=True)
class Layer:
    """Changes of registers and pathways, and what becomes of the forms."""

    changes: Sequence[Change] = ()
    forms: LocalForms = field(default_factory=LocalForms)
    is_translation: bool = False  # into the language of the site

    def of_registers(self) -> list[Change]:
        return [change for change in self.changes if change.register in MODELS]

    def of_pathways(self) -> list[Change]:
        return [change for change in self.changes if change.register == PATHWAYS]


@dataclass
class Layers:
    """Lays each layer over what those before it gave; keeps the words, and what became of the registers.

    The registers come first, because the words stand in them.
    """

    layers: Sequence[Layer] = ()
    chosen: Mapping[str, str] = field(default_factory=dict)
    nations: tuple[str, ...] = NATIONS
    words: Words = field(default_factory=Words)
    laid: Laid = field(default_factory=lambda: Laid([]))
    language: Language | None = None  # set once it is known; its words for ratings stand where a form gives none

    @property
    def translated(self) -> frozenset[tuple[str, str]]:
        """(class of entry, id) of all that a layer tells in the site's language."""
        changes = (change for layer in self.layers if layer.is_translation for change in layer.changes)
        kinds = {key: model.__name__ for key, model in MODELS.items()} | {PATHWAYS: "Pathway", FORMS: "Form"}
        return frozenset((kinds[change.register], change.id) for change in changes)

    def registers(self, drafts: list[Draft], problems: Problems) -> list[Draft]:
        self.laid = lay_over(drafts, (), problems)
        upstream = self.laid.upstream  # for the order of the entries
        for layer in self.layers:
            self.laid = lay_over(self.laid.drafts, layer.of_registers(), problems)
        self.laid.upstream = upstream
        self.words = find_words(self.laid.drafts, self.chosen, self.nations)
        return [worded_draft(draft, self.words, problems) for draft in self.laid.drafts]

    def pathways(self, sources: list[Source], problems: Problems) -> list[Source]:
        by_id = {str(source.data[KEY].get("id")): source for source in sources}
        for change in (change for layer in self.layers for change in layer.of_pathways()):
            if change.id in by_id:
                by_id[change.id] = patched_source(by_id[change.id], change, problems, within=(KEY,))
            else:
                problems.add(change.source.file, change.line, without_place(change, by_id))
        return [worded(source, self.words, problems) for source in by_id.values()]

    def forms(self, sources: list[Source], problems: Problems) -> list[Source]:
        for layer in self.layers:
            sources = layer.forms(sources, problems)
        sources = [worded(source, self.words, problems) for source in sources]
        if self.language:
            words = [self.language.translate(f"ratings.{rating}") for rating in RATINGS]
            for source in sources:
                _name_ratings(source.data, words)
        return sources


def _name_ratings(data: Any, words: list[str]) -> None:
    """Gives each rating of a form, which is a fresh copy of its file's data, its words if it has none of its own."""
    if isinstance(data, dict):
        if data.get("kind") == "rating" and not data.get("options"):
            data["options"] = words
        data = list(data.values())
    for part in data if isinstance(data, list) else ():
        _name_ratings(part, words)


def read_layer(folder: Folder, problems: Problems) -> Layer:
    """The layer of a folder whose files are named for a register, or are pathways.yml or forms.yml."""
    changes: list[Change] = []
    known = (*MODELS, PATHWAYS, FORMS)
    for path in sorted(path for path in folder.path.glob("*.yml") if path.name != SETTINGS):
        if path.stem not in known:
            advice = did_you_mean(path.stem, known) or f" Name it for one of: {one_of(known, 20)}"
            problems.add(folder.display(path), 0, f"nothing is called {quote(path.stem)}.{advice}")
            continue
        try:
            changes += read_changes(read_yaml(path, folder.display(path)), path.stem, problems)
        except ProblemsFound as found:
            problems.found += found.problems
    return Layer(tuple(changes), LocalForms(changes=[change for change in changes if change.register == FORMS]))


def read_language(folder: Folder, problems: Problems) -> Layer:
    """The layer of a folder that tells entries in another language."""
    return replace(read_layer(folder, problems), is_translation=True)


def read_nation(root: Path, nations: Sequence[str], problems: Problems, language: str | None = None) -> Layer:
    """What upstream itself changes for a copy that serves one nation alone: data/nations/<nation>/.

    What it changes there in another language stands in a folder of that language within.
    """
    if len(nations) != 1:
        return Layer()
    name = f"data/nations/{nations[0]}" + (f"/{language}" if language else "")
    folder = Folder(nations[0], root / name, name)
    return read_language(folder, problems) if language else read_layer(folder, problems)
