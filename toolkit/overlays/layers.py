"""Layers of changes that are applied to data before it is checked (`toolkit/overlays/stages.py` applies them).

A layer is a folder of files named for what they change, each with `replace:` and entries by id. What differs for one
nation is such a layer, and a copy's own changes are the last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from toolkit.overlays.changes import FORMS_KEY, PATHWAYS_KEY, Change, read_changes
from toolkit.overlays.folder import SETTINGS, Folder
from toolkit.overlays.forms import LocalForms
from toolkit.registers.models import MODELS
from toolkit.sources.problems import Problems, ProblemsFound, did_you_mean, one_of, quote
from toolkit.sources.yaml_source import read_yaml

SHOWN_APART = frozenset({"for_caller"})  # keys whose texts are shown apart from the rest of their entry


@dataclass(frozen=True)
class Layer:
    """Changes of registers and pathways, and what becomes of the forms."""

    changes: Sequence[Change] = ()
    forms: LocalForms = field(default_factory=LocalForms)
    is_translation: bool = False  # into the language of the site

    def of_registers(self) -> list[Change]:
        """The changes of registers."""
        return [change for change in self.changes if change.register in MODELS]

    def of_pathways(self) -> list[Change]:
        """The changes of pathways."""
        return [change for change in self.changes if change.register == PATHWAYS_KEY]


def translated_entries(layers: Sequence[Layer]) -> frozenset[tuple[str, str]]:
    """(class of entry, id) of all that a layer translates, and (class.key, id) of texts that are shown apart.

    A line for callers may be translated where the entry's own title and summary are not.
    """
    changes = [change for layer in layers if layer.is_translation for change in layer.changes]
    classes = {key: model.__name__ for key, model in MODELS.items()} | {PATHWAYS_KEY: "Pathway", FORMS_KEY: "Form"}
    whole = {(classes[c.register], c.id) for c in changes if set(c.entry) - {"id", *SHOWN_APART}}
    return frozenset(
        whole | {(f"{classes[c.register]}.{key}", c.id) for c in changes for key in SHOWN_APART & set(c.entry)}
    )


def read_layer(folder: Folder, problems: Problems) -> Layer:
    """The layer of a folder whose files are named for a register, or are pathways.yml or forms.yml."""
    changes: list[Change] = []
    names = (*MODELS, PATHWAYS_KEY, FORMS_KEY)
    for path in sorted(path for path in folder.path.glob("*.yml") if path.name != SETTINGS):
        if path.stem not in names:
            advice = did_you_mean(path.stem, names) or f" Name it for one of: {one_of(names, 20)}"
            problems.add(folder.display(path), 0, f"nothing is called {quote(path.stem)}.{advice}")
            continue
        try:
            changes += read_changes(read_yaml(path, folder.display(path)), path.stem, problems)
        except ProblemsFound as error:
            problems.entries += error.problems
    return Layer(tuple(changes), LocalForms(changes=[change for change in changes if change.register == FORMS_KEY]))


def read_language(folder: Folder, problems: Problems) -> Layer:
    """The layer of a folder that translates entries."""
    return replace(read_layer(folder, problems), is_translation=True)


def read_nation(root: Path, nations: Sequence[str], problems: Problems, language: str | None = None) -> Layer:
    """What upstream itself changes for a copy that serves one nation alone: data/nations/<nation>/.

    What it changes in another language is in a folder of that language within it.
    """
    if len(nations) != 1:
        return Layer()
    name = f"data/nations/{nations[0]}" + (f"/{language}" if language else "")
    folder = Folder(nations[0], root / name, name)
    return read_language(folder, problems) if language else read_layer(folder, problems)
