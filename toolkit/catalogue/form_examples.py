"""The filled-in examples of the forms of one site."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from toolkit.forms.definition import Form
from toolkit.forms.examples import Examples, example_files, read_examples
from toolkit.languages.read import ENGLISH
from toolkit.overlays.layers import Layer
from toolkit.sources.problems import Problems


def read_form_examples(root: Path, forms: Mapping[str, Form], layers: Sequence[Layer], code: str) -> Examples:
    """The examples of forms in a language: the toolkit's, and a copy's own besides. Raises ProblemsFound."""
    problems = Problems()
    if not layers:
        read_examples(example_files(root, "*"), forms, problems, strict=True)
    files = example_files(root, None if code == ENGLISH else code)
    examples = read_examples(files, forms, problems, strict=not layers)
    for layer in layers:
        examples = {id: texts for id, texts in examples.items() if id not in layer.forms.definitions}
        examples |= read_examples(layer.forms.examples, forms, problems, strict=True)
    problems.stop_if_any()
    return examples
