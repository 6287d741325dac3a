"""What is believed of a page's headings and calls is what the page has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.config import load_config

from toolkit.pages.lists import Lists
from toolkit.pages.markdown import EXTENSIONS, read_markdown

SHAPES = [
    "# T", "### Same", "## Same", "## A [link](x.md) here",
    "Underlined", "## A [link](x.md#y) and `code` **b** _e_ *e*",
    "===", "---", "##No space", "## R&D &amp; more", "## Own {: #mine }", "## Own {: .c }", "## Closed ##",
    "##", "#", "####### Seven", "- ## In a list", "> ## Quoted", "    ## Indented", "1. item", "- item", "  - nested",
    "~~~", "```", "<!--", "-->", "<div>", "</div>", "| a | b |", "|---|---|", "Term", ":   Definition", "",
    "text", "\\# not one", "## Über & Ähren 5 – 10", '## <b>Bold</b> "quoted"', "## Same", "## 1. Number",
    "* * *",
    "## {{ term('x') }} here", "{{ fact('x') }}", "{# a note #}", "{% raw %}## {{ x }}{% endraw %}",
    "## ![picture](a.png) alt", "text {: #taken }", "## Taken", "## https://a.example/", "[x]: y.md", "## [x]",
]  # fmt: skip
INERT = '<span data-placeholder="x" data-arguments="y"></span>'


def render(text: str) -> str:
    """What the engine makes of a text: Jinja first, which takes notes away and puts placeholders in, then Markdown."""
    text = re.sub(
        r"\{%-?\s*raw\s*-?%\}(.*?)\{%-?\s*endraw\s*-?%\}|\{#.*?#\}|\{\{.*?\}\}",
        lambda match: INERT if match[0].startswith("{{") else match[1] or "",
        text,
        flags=re.DOTALL,
    )
    return Markdown(extensions=[*EXTENSIONS, Lists()]).convert(text)


def ids_of(html: str) -> list[str]:
    return re.findall(r"<h[1-6][^>]*\bid=\"([^\"]*)\"", re.sub(r"<!--.*?-->|<pre>.*?</pre>", "", html, flags=re.DOTALL))


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(SHAPES), max_size=12))
@example(["# T", "", "### Same", "", "## Same"])
@example(["- item", "---"])
@example(["```", "---", "# T", "```"])
@example(["text", "- item", "---"])
@example(["Underlined", "---", "Underlined", "==="])
def test_the_ids_of_headings_are_those_that_the_page_has(rows: list[str]) -> None:
    text = "\n".join(rows)
    assert ids_of(render(text)) == [heading.id for heading in read_markdown(text).headings]


@given(st.lists(st.sampled_from(SHAPES), max_size=12))
@settings(max_examples=100, deadline=None, derandomize=True)
def test_a_heading_is_on_the_line_that_holds_its_words(rows: list[str]) -> None:
    for heading in read_markdown("\n".join(rows)).headings:
        first = heading.words.split()[:1]
        assert not first or heading.has_call or first[0].strip("*`&")[:3] in rows[heading.line].replace("&amp;", "&")


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("{{ a() }}", ""),
        ("Words {{ a() }} words", ""),
        ("- {{ a() }}", ""),
        ("1. one\n\n    {{ a() }}", ""),
        ("<div>{{ a() }}</div>", ""),
        ("`{{ a() }}`", "code"),
        ("``x ` {{ a() }}``", "code"),
        ("```\n{{ a() }}\n```", "code"),
        ("~~~~\n```\n{{ a() }}\n~~~~", "code"),
        ("    {{ a() }}", "code"),
        ("- x\n\n        {{ a() }}", "code"),
        ("[{{ a() }}](x.md)", "link"),
        ("[x]({{ a() }})", "link"),
        ('<a href="{{ a() }}">x</a>', "tag"),
        ('<div class="{{ a() }}">x</div>', "tag"),
    ],
)
def test_where_a_call_is_decides_whether_it_may_be_there(text: str, context: str) -> None:
    assert (context,) == read_markdown(text).calls


def test_the_reader_parses_as_the_engine_does(root: Path) -> None:
    configured = load_config(str(root / "mkdocs.yml"))["markdown_extensions"]
    assert sorted(EXTENSIONS) == sorted(configured)
