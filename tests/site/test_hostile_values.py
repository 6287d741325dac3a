"""Whatever the data files may hold is text to a reader: never markup, never run, on any page that shows it."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from tests.conftest import copy_sources
from toolkit.site.make import build_and_publish
from toolkit.site.model import Options

pytestmark = pytest.mark.build

HOSTILE = {
    "markup": '<b onclick="x()">MARK</b> & "quotes" \'too\' <script>alert(1)</script>',
    "expression": "MARK {{ 7*7 }} {{ config }} and }} alone",
    "statement": "MARK {% raw %} {% include 'x' %} {% endraw %} {# note #}",
    "markdown": "MARK **bold** [link](javascript:alert(1)) `code` <https://example.org> | pipe | # and ![x](y)",
    "marks": 'MARK <div data-placeholder="fact" data-arguments="%7B%7D"></div> --> ]]>',
    "entities": "MARK &lt;b&gt; &amp;amp; &#123;&#123; &quot;",
}
ENTRY = """
  - id: hostile-{name}
    title: {text}
    also_known_as: [{text}]
    summary: {text}
    publisher: hostile-{name}
    author: {text}
    kind: hostile-{name}
    topics: [hostile-{name}]
    audience: [hostile-{name}]
    access: free
    cost: {text}
    time: {text}
    format: {text}
    hours: {text}
    phone: "0800 1111"
    url: https://example.org/{name}?a=1&b=%22
    content_note: {text}
    edition: {text}
    named_in: [hostile-{name}]
    written: 2026-11-23
"""
CHAPTER = """---
title: {text}
description: {text}
topics: [hostile-{name}]
sources: [hostile-{name}]
written: 2026-11-23
reviewed: 2026-11-23
reviewed_by: {text}
related: [hostile-{name}.md, topics/hostile-{name}.md]
---

# A chapter

{{{{ resource("hostile-{name}") }}}} and {{{{ resource("hostile-{name}", text="MARK <i>x</i>") }}}}
{{{{ fact("hostile-{name}") }}}} {{{{ term("hostile-{name}") }}}}

{{{{ resource_table(topic="hostile-{name}") }}}}

{{{{ helplines(audience="hostile-{name}") }}}}
"""
VOCABULARY = """
topics: [{{id: hostile-{name}, name: {text}, intro: {text}}}]
audiences: [{{id: hostile-{name}, name: {text}, intro: {text}}}]
kinds: [{{id: hostile-{name}, name: {text}, plural: {text}, intro: {text}}}]
publishers: [{{id: hostile-{name}, name: {text}}}]
sources:
  - {{id: hostile-{name}, title: {text}, short: {text}, publisher: nspcc, year: 2023, date: "2023", gives: {text}}}
terms:
  - id: hostile-{name}
    term: {text}
    meaning: {text}
    synonyms: [{text}]
    acronyms: [{text}]
    topics: [hostile-{name}]
facts:
  - id: hostile-{name}
    statement: {text}
    population: {text}
    source: {text}
    year_note: {text}
    named_in: []
    topics: [hostile-{name}]
"""


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = copy_sources(tmp_path_factory.mktemp("hostile") / "project")
    catalogue = project / "resources.yml"
    text = catalogue.read_text("utf-8")
    navigation = ""
    for name, value in HOSTILE.items():
        given = {"name": name, "text": "'" + value.replace("'", "''") + "'"}
        text += ENTRY.format(**given)
        (project / f"data/hostile-{name}.yml").write_text(VOCABULARY.format(**given), "utf-8")
        (project / f"docs/hostile-{name}.md").write_text(CHAPTER.format(**given), "utf-8")
        navigation += f"      - hostile-{name}.md\n"
    catalogue.write_text(text, "utf-8")
    config = project / "mkdocs.yml"
    begins = re.compile("^nav:.*$", re.MULTILINE)
    config.write_text(begins.sub(f"nav:\n  - Hostile:\n{navigation}".rstrip(), config.read_text("utf-8")), "utf-8")
    # As if the check of data had overlooked the markup in it: what is published is harmless all the same.
    with pytest.MonkeyPatch.context() as patch:
        for reader in ("toolkit.registers.read", "toolkit.pages.front_matter"):
            patch.setattr(f"{reader}.markup_mistakes_of", lambda entry: ())
        return build_and_publish(project, project / "site", Options(), "mkdocs", lambda _: None)


def addresses(name: str) -> dict[str, str]:
    """By what it shows: the page to look at."""
    return {
        "resource": f"r/hostile-{name}/",
        "chapter": f"hostile-{name}/",
        "topic": f"topics/hostile-{name}/",
        "audience": f"audiences/hostile-{name}/",
        "kind": f"kinds/hostile-{name}/",
        "topics": "topics/",
        "finder": "resources/",
        "A to Z": "a-to-z/",
        "glossary": "glossary/",
        "figures": "about/figures/",
    }


def words(page: str) -> str:
    """What a reader sees of a page: its text, with entities resolved and white space joined."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page)).split())


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_value_is_shown_letter_for_letter(name: str, hostile_site: Path) -> None:
    expected = " ".join(HOSTILE[name].split())
    for what, address in addresses(name).items():
        page = (hostile_site / address / "index.html").read_text("utf-8")
        assert expected in words(page), f"not on the {what} page"


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_value_is_the_title_and_the_description_letter_for_letter(name: str, hostile_site: Path) -> None:
    for what in ("resource", "chapter", "topic", "audience", "kind"):
        page = (hostile_site / addresses(name)[what] / "index.html").read_text("utf-8")
        title = re.search(r"<title>(.*?)</title>", page, re.DOTALL)
        description = re.search(r'<meta name="description" content="([^"]*)"', page)
        assert title and HOSTILE[name] in html.unescape(title[1]), what
        assert description and "MARK" in html.unescape(description[1]), what


def test_no_page_gains_an_element_from_a_hostile_value(hostile_site: Path) -> None:
    for path in hostile_site.rglob("*.html"):
        page = path.read_text("utf-8")
        for forbidden in ("<b onclick", "<script>", "alert(1)</script", "<strong>bold", 'javascript:alert(1)"', "<i>x"):
            assert forbidden not in page, f"{forbidden} in {path}"
        assert "MARK 49" not in words(page)
        assert 'data-placeholder="' not in page
