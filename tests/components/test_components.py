"""What is wrong with a component: told with the file, the line and the component's name."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.site.components import COMPONENTS, Component, ComponentExample, read_components
from toolkit.site.fragments.examples import render_example
from toolkit.site.fragments.render import Fragments, PageLocation
from toolkit.sources.problems import ProblemsFound

PLACE = PageLocation("toolkit/trauma/", "toolkit/trauma.md")


def write(root: Path, text: str) -> Path:
    folder = root / COMPONENTS / "fact"
    folder.mkdir(parents=True)
    (folder / "fact.html").write_text("<p></p>", "utf-8")
    (folder / "examples.yml").write_text(text, "utf-8")
    return root


BROKEN = [
    ("- name: x\n", 1, "the file must begin with the keys 'about:' and 'examples:'"),
    ("about: x\nexamples: []\n", 2, "'examples' is []: the list needs at least 1"),
    ("about: x\nexamples:\n  - name: a\n    hiden: true\n", 4, "unknown key 'hiden'. Did you mean 'hidden'?"),
    ("about: x\nexamples:\n  - hidden: true\n", 3, "'name' is missing. Every example needs it"),
    (
        "about: x\nexamples:\n  - name: a\n  - name: a\n",
        4,
        "another example is called 'a' too. Name each for its state",
    ),
]


@pytest.mark.parametrize(("text", "line", "message"), BROKEN)
def test_a_mistake_in_a_file_of_examples_is_told(tmp_path: Path, text: str, line: int, message: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        read_components(write(tmp_path, text))
    assert [("components/fact/examples.yml", line, message)] == [
        (problem.file, problem.line, problem.message) for problem in found.value.problems
    ]


UNFIT = [
    ({"arguments": {"ident": "x"}}, "the arguments do not fit the component: missing a required argument: 'id'"),
    ({"arguments": {"id": "x"}}, "the data and pages hold no 'x'"),
    (
        {"arguments": {"id": "boys-tell-less"}, "context": {"fact": {"statment": "x"}}},
        "Fact has no 'statment'. Did you mean 'statement'?",
    ),
]


@pytest.mark.parametrize(("given", "message"), UNFIT)
def test_an_example_that_does_not_fit_is_told(given: dict[str, object], message: str, fragments: Fragments) -> None:
    example = ComponentExample(name="one", **given)  # type: ignore[arg-type]
    component = Component("fact", examples=(example,), lines={"one": 7})
    with pytest.raises(ProblemsFound) as found:
        render_example(fragments.site, fragments.environment, component, example, PLACE.path, PLACE.root)
    assert f"components/fact/examples.yml:7: example 'one': {message}" == str(found.value)


def test_a_placeholder_for_a_component_that_is_not_there_names_the_nearest(fragments: Fragments) -> None:
    with pytest.raises(ProblemsFound) as found:
        fragments.render("fakt", {}, PLACE)
    expected = "asks for the component 'fakt', which has no template components/fakt/fakt.html. Did you mean 'fact'?"
    assert f"docs/toolkit/trauma.md: {expected}" == str(found.value)


def test_a_placeholder_for_a_component_without_a_template_names_the_component(fragments: Fragments) -> None:
    template = fragments.site.root / COMPONENTS / "sources/sources.html"
    text = template.read_text("utf-8")
    template.unlink()
    try:
        with pytest.raises(ProblemsFound) as found:
            fragments.render("sources", {}, PLACE)
    finally:
        template.write_text(text, "utf-8")
    expected = "asks for the component 'sources', which has no template components/sources/sources.html"
    assert f"docs/toolkit/trauma.md: {expected}" == str(found.value)
