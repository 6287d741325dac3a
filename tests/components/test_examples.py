"""Every component in every state of its examples.yml: rendered, well-formed, ids once, and nothing hostile runs."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

import pytest

from tests.conftest import ROOT
from toolkit.site.components import COMPONENTS, Component, ComponentExample, read_components
from toolkit.site.fragments.examples import render_example, with_own_ids
from toolkit.site.fragments.render import Fragments

EVERY = [(component, example) for component in read_components(ROOT) for example in component.examples]
WHERE = "development/components.md"
VOID = {
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "path",
    "rect",
    "source",
    "track",
    "wbr",
}
REFERS = ("for", "aria-labelledby", "aria-describedby", "aria-controls")
SKIPS = {"collated-report"}  # a file of its own, with its style in it


class Reader(HTMLParser):
    """Reads HTML as written: which elements are open, and the attributes of all."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str, str]] = []  # tag, name, value

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if len(attrs) != len({name for name, _ in attrs}):
            self.wrong.append(f"an attribute is twice in <{tag}>")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> ends what was not open")


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


def rendered(fragments: Fragments, component: Component, example: ComponentExample) -> str:
    return render_example(fragments.site, fragments.environment, component, example, WHERE, "../../")


@pytest.mark.parametrize(("component", "example"), EVERY, ids=lambda value: value.name.replace(" ", "-"))
def test_an_example_is_sound_html(component: Component, example: ComponentExample, fragments: Fragments) -> None:
    html = rendered(fragments, component, example)
    reader = read(html)
    assert [] == reader.wrong + reader.open
    ids = Counter(value for _, name, value in reader.attributes if name == "id")
    assert [] == [id for id, count in ids.items() if count > 1]
    assert [] == [
        value for tag, name, value in reader.attributes if name in REFERS and not set(value.split()) <= set(ids)
    ]
    assert component.name in SKIPS or not any(name == "style" for _, name, _ in reader.attributes)
    assert [] == [(tag, name) for tag, name, _ in reader.attributes if name.startswith("on")]
    assert [] == [value for _, _, value in reader.attributes if value.strip().lower().startswith("javascript:")]
    assert "script" not in reader.tags


def test_every_component_has_examples_and_a_file_of_its_name() -> None:
    components = read_components(ROOT)
    assert [] == [c.name for c in components if not c.examples]
    assert [] == [c.name for c in components if not {f"{c.name}.html", f"{c.name}.mjs"} & set(c.files)]


def test_a_component_with_a_script_is_mounted_under_its_name_on_an_element_of_its_class() -> None:
    for component in read_components(ROOT):
        if f"{component.name}.mjs" in component.files:
            script = (ROOT / COMPONENTS / component.name / f"{component.name}.mjs").read_text("utf-8")
            assert f'mount("{component.name}"' in script, component.name
    folders = {path.name for path in (ROOT / COMPONENTS).iterdir()}
    templates = [*(ROOT / COMPONENTS).rglob("*.html"), *(ROOT / "overrides").rglob("*.html")]
    for path in templates:
        for tag in re.findall(r"<[^<>]*data-component=\"[a-z-]+\"", path.read_text("utf-8")):
            name = tag.rsplit('"', 2)[1]
            assert name in folders, path
            assert name == "offline-links" or re.search(rf'class="{name}[ "{{]', tag), path


def test_no_data_of_a_hostile_example_is_read_as_a_template(fragments: Fragments) -> None:
    hostile = [(c, e) for c, e in EVERY if "7 * 7" in str(e.context)]
    assert 10 < len(hostile)
    for component, example in hostile:
        assert (
            "49" not in re.sub(r'\d+ resources?|="[^"]*"|\d{3,}', "", rendered(fragments, component, example)).split()
        )


def test_ids_begin_with_what_tells_examples_apart() -> None:
    html = '<p id="a" aria-describedby="a b"><label for="a"><a href="#b"><a href="c/#b" title="id=a">'
    expected = '<p id="x-a" aria-describedby="x-a x-b"><label for="x-a"><a href="#x-b"><a href="c/#b" title="id=a">'
    assert expected.replace('href="#x-b"', 'href="#component-x"') == with_own_ids(html, "x-", "component-x")
    assert '<b id="x-b"><a href="#x-b">' == with_own_ids('<b id="b"><a href="#b">', "x-", "component-x")
