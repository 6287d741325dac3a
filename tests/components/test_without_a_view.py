"""A macro whose arguments are all that its template needs has no view; one with `part` frames a passage."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import pytest

from macros import MACROS
from toolkit.pages.calls import OneOf, find_calls
from toolkit.pages.passages import Part, edge, passage_mistakes
from toolkit.pages.placeholders import block
from toolkit.site.components import COMPONENTS, Component, ComponentExample
from toolkit.site.fragments.examples import render_example
from toolkit.site.fragments.render import Fragments, PageLocation
from toolkit.site.fragments.template_names import undeclared_names
from toolkit.sources.problems import Problems, ProblemsFound

PLACE = PageLocation("toolkit/trauma/", "toolkit/trauma.md")
Tone = Annotated[str, OneOf(("calm", "urgent"))]
TEMPLATE = """\
{% if part != "end" %}
<aside class="sample-box sample-box--{{ tone }}">{% if title %}<p>{{ title }}</p>{% endif %}
{% endif %}
{% if part != "start" %}</aside>{% endif %}
"""


def sample_box(part: Part | None = None, tone: Tone = "calm", title: str | None = None) -> str:
    return edge("sample-box", part, tone=tone, title=title) if part else block("sample-box", tone=tone, title=title)


@pytest.fixture
def sample(fragments: Fragments, monkeypatch: pytest.MonkeyPatch) -> Iterator[Fragments]:
    """The fragments with one more macro and its template, without a view."""
    monkeypatch.setitem(MACROS, "sample_box", sample_box)
    undeclared_names.cache_clear()
    template = fragments.site.root / COMPONENTS / "sample-box/sample-box.html"
    template.parent.mkdir()
    template.write_text(TEMPLATE, "utf-8")
    yield fragments
    template.unlink()
    template.parent.rmdir()


def test_the_arguments_of_a_macro_are_the_names_of_its_template(sample: Fragments) -> None:
    html = sample.render_page(sample_box(title="A <b>"), PLACE)
    assert '<aside class="sample-box sample-box--calm"><p>A &lt;b&gt;</p></aside>' == "".join(html.split("\n"))


def test_a_macro_frames_whatever_markdown_stands_between_its_two_calls(sample: Fragments) -> None:
    html = sample.render_page(f"{sample_box('start', tone='urgent')}<p>Words</p>{sample_box('end')}", PLACE)
    assert '<aside class="sample-box sample-box--urgent"><p>Words</p></aside>' == "".join(html.split("\n"))


def test_a_template_that_asks_for_what_nothing_gives_is_named(sample: Fragments) -> None:
    (sample.site.root / COMPONENTS / "sample-box/sample-box.html").write_text("{{ tone }} {{ size }} {{ t }}", "utf-8")
    with pytest.raises(ProblemsFound) as found:
        sample.render_page(sample_box(), PLACE)
    expected = "asks for 'size', which neither an argument of sample_box() nor a view in toolkit/site/views/ gives"
    assert f"components/sample-box/sample-box.html: {expected}" == str(found.value)


def test_an_example_gives_what_the_macro_takes_and_nothing_else(sample: Fragments) -> None:
    site, environment = sample.site, sample.environment
    good, bad = (
        ComponentExample(name="one", arguments={"title": "T"}),
        ComponentExample(name="one", arguments={"titel": "T"}),
    )
    component = Component("sample-box", examples=(good,), lines={"one": 7})
    assert "<p>T</p>" in render_example(site, environment, component, good, PLACE.path, PLACE.root)
    with pytest.raises(ProblemsFound, match=r"examples\.yml:7: example 'one': the arguments do not fit the component"):
        render_example(site, environment, component, bad, PLACE.path, PLACE.root)


START, END, OTHER = '{{ sample_box("start") }}', '{{ sample_box("end") }}', '{{ other_box("start") }}'
UNPAIRED = [
    ([START, END], []),
    ([START, END, START, END], []),
    ([START], [(1, 'sample_box("start") has no end. Write {{ sample_box("end") }} after the passage')]),
    ([END], [(1, 'sample_box("end") ends nothing. Write {{ sample_box("start") }} before the passage')]),
    ([START, START, END], [(1, 'sample_box("start") does not end before sample_box("start").')]),
    (
        [START, OTHER, END],
        [
            (1, 'sample_box("start") does not end before other_box("start").'),
            (5, 'sample_box("end") ends nothing.'),
        ],
    ),
]


@pytest.mark.parametrize(("lines", "expected"), UNPAIRED)
def test_a_passage_begins_and_ends(lines: list[str], expected: list[tuple[int, str]]) -> None:
    problems = Problems()
    macros = {"sample_box": sample_box, "other_box": sample_box}
    calls = find_calls("\n\n".join(lines), 1, macros, "docs/page.md", problems)
    found = [(call.line, message) for call, message in passage_mistakes(calls)]
    assert not problems and len(expected) == len(found)
    for (line, begins), (at, message) in zip(expected, found, strict=True):
        assert line == at and message.startswith(begins)
