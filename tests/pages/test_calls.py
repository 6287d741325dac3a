"""What an author may write between braces, and what is said of everything else, with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import MACROS
from toolkit.catalogue.library import Library
from toolkit.catalogue.read import load_library
from toolkit.pages.page import Page
from toolkit.site.pages.read import read_pages
from toolkit.sources.problems import Problems, one_of

FRONT = "---\ntitle: A page\ndescription: What the reader gets.\n---\n# A page\n"  # five lines


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(Path(__file__).resolve().parents[2])


def read(text: str, library: Library, folder: Path, front: str = FRONT) -> tuple[list[Page], list[str]]:
    """The pages of a folder with one page of this text, and the problems as lines."""
    (folder / "docs").mkdir()
    (folder / "docs/page.md").write_text(front + text, "utf-8")
    problems = Problems()
    pages = read_pages(folder / "docs", library, MACROS, problems)
    return pages, [str(problem) for problem in problems]


REFUSED = {
    "unknown id": ('{{ resource("childlin") }}', "6: resource() names the unknown resource 'childlin'. Did you mean"),
    "unknown id in a list": (
        '{{ resource_table(ids=["childline", "pant"]) }}',
        "6: resource_table() names the unknown",
    ),
    "unknown topic": ('{{ resource_table(topic="truama") }}', "unknown topic 'truama'. Did you mean 'trauma'?"),
    "unknown audience": (
        '{{ helplines(audience="children-") }}',
        "unknown audience 'children-'. Did you mean 'children'?",
    ),
    "unknown fact": ('{{ fact("nothing") }}', "6: fact() names the unknown fact 'nothing'"),
    "unknown term": ('{{ term("ladoo") }}', "6: term() names the unknown term 'ladoo'. Did you mean 'lado'?"),
    "law without a duty": ('{{ duty_to_report("kcsie") }}', "6: duty_to_report() names the unknown duty 'kcsie'."),
    "unknown theme": ('{{ practice_examples("audits") }}', "practice_examples() names the unknown theme 'audits'."),
    "unknown macro": ('{{ resorce("childline") }}', "6: unknown macro 'resorce'. Did you mean 'resource'?"),
    "unknown macro, nothing near": (
        "{{ zzz() }}",
        f"6: unknown macro 'zzz'. Known macros: {one_of(sorted(MACROS), 30)}",
    ),
    "macro of the engine": ("{{ context() }}", "6: unknown macro 'context'"),
    "misspelt argument": ('{{ resource_table(topc="trauma") }}', "has no argument 'topc'. Did you mean 'topic'?"),
    "argument missing": ("{{ resource() }}", "6: resource(): missing a required argument: 'id'. Usage: resource("),
    "argument too many": ('{{ fact("a", "b") }}', "6: fact(): too many positional arguments. Usage: fact("),
    "argument twice": ('{{ resource("childline", id="childline") }}', "6: resource(): "),
    "number for an id": ("{{ resource(12) }}", "6: resource(): 'id' is 12: it should be text in quotes"),
    "list for an id": (
        '{{ resource(["childline"]) }}',
        "6: resource(): 'id' is [childline]: it should be text in quotes",
    ),
    "mapping for an id": ('{{ resource({"a": 1}) }}', "6: resource(): 'id' is {a: 1}: it should be text in quotes"),
    "nothing for an id": ("{{ resource(none) }}", "6: resource(): 'id' is nothing: it should be text in quotes"),
    "true for a text": (
        '{{ resource("childline", text=true) }}',
        "6: resource(): 'text' is true: it should be text in quotes",
    ),
    "text for a list": (
        '{{ resource_table(ids="childline") }}',
        "6: resource_table(): 'ids' is 'childline': it should be a list",
    ),
    "list of numbers": ("{{ resource_table(ids=[1]) }}", "6: resource_table(): 'ids' is [1]: it should be a list"),
    "empty text": ('{{ resource("childline", text="") }}', "6: resource(): 'text' is '': it is empty"),
    "a name": ("{{ childline }}", "6: there should be a macro call between the braces."),
    "a name near a macro's": (
        "{{ resource }}",
        "6: there should be a macro call between the braces. Did you mean 'resource'?",
    ),
    "a literal": ('{{ "childline" }}', "6: there should be a macro call between the braces."),
    "arithmetic": ("{{ 7 * 7 }}", "6: there should be a macro call between the braces."),
    "a filter": ('{{ resource("childline") | upper }}', "6: there should be a macro call between the braces."),
    "an attribute": ("{{ config.site_name }}", "6: there should be a macro call between the braces."),
    "a method": ('{{ "x".upper() }}', "6: there should be a macro call between the braces."),
    "a way out": (
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "6: there should be a macro call between the braces.",
    ),
    "a call inside a call": ('{{ resource(fact("x")) }}', "6: resource() takes text in quotes, numbers and lists only"),
    "a variable inside a call": ("{{ resource(id) }}", "6: resource() takes text in quotes, numbers and lists only"),
    "arguments unpacked": (
        '{{ resource(*["childline"]) }}',
        "6: resource() takes text in quotes, numbers and lists only",
    ),
    "keywords unpacked": (
        '{{ resource(**{"id": "x"}) }}',
        "6: resource() takes text in quotes, numbers and lists only",
    ),
    "an if": ("{% if true %}x{% endif %}", "6: '{% if true %}' is an order of another program"),
    "a loop": ("{% for i in [1] %}x{% endfor %}", "6: '{% for i in [1] %}' is an order"),
    "a set": ("{% set a = 1 %}", "6: '{% set a = 1 %}' is an order"),
    "an include": ("{% include 'main.html' %}", "6: '{% include 'main.html' %}' is an order"),
    "an import": ("{% import 'main.html' as x %}", "6: '{% import 'main.html' as x %}' is an order"),
    "unknown tag": ("{% nothing %}", "6: '{% nothing %}' is an order"),
    "not closed": ('First.\n\nSecond {{ resource("childline")\n\nThird.\n', "8: the braces here are not closed."),
    "half closed": ('{{ resource("childline") }', "6: the braces here"),
    "quote not closed": ('{{ resource("childline) }}', "6: the braces here cannot be read (unexpected char '\"'"),
    "no brackets closed": ('{{ resource("childline" }}', "6: the braces here cannot be read"),
    "raw not closed": ("{% raw %}{{ x }}", "6: the braces of {% raw %} are not closed."),
    "a comment not closed": ("{# a note", "6: the braces here"),
    "two calls between braces": ('{{ fact("a") fact("b") }}', "6: the braces here cannot be read"),
    "in a table": ('| A | B |\n|---|---|\n| {{ resource("childlin") }} | x |', "8: resource() names the unknown"),
    "in a list": ('- one\n- {{ resource("childlin") }}', "7: resource() names the unknown resource"),
    "in a heading": ('## About {{ resource("childlin") }}', "6: resource() names the unknown resource"),
    "in a comment": ('<!--\n{{ resource("childlin") }}\n-->', "7: resource() names the unknown resource"),
    "in a code block": ('```\n{{ resource("childline") }}\n```', "7: resource() is inside code"),
    "in a tilde block": ('~~~ text\n{{ resource("childline") }}\n~~~', "7: resource() is inside code"),
    "in a line of code": ('Write `{{ resource("childline") }}` here.', "6: resource() is inside code"),
    "in an indented block": ('Text.\n\n    {{ resource("childline") }}\n', "8: resource() is inside code"),
    "in an address": ('[a link]({{ resource("childline") }})', "6: resource() is inside a link"),
    "in an attribute": ('<a title="{{ resource("childline") }}">x</a>', "6: resource() is inside a tag"),
    "a block in a sentence": ('See {{ helplines("children") }} here.', "6: helplines() must be alone on its line"),
    "a block in a list": ('- {{ resource_table(topic="trauma") }}', "6: resource_table() must be alone on its line"),
    "a block in a table": (
        '| A |\n|---|\n| {{ resource_table(topic="trauma") }} |',
        "8: resource_table() must be alone on its line",
    ),
    "on the fourth line of a call": ('{{\nresource(\n"childlin"\n) }}', ": resource() names the unknown resource"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_rendered_is_refused_with_file_and_line(name: str, library: Library, tmp_path: Path) -> None:
    text, expected = REFUSED[name]
    _, problems = read(text, library, tmp_path)
    assert 1 == len(problems), problems
    assert problems[0].startswith("docs/page.md:") and expected in problems[0]


TAKEN = {
    "a call": '{{ resource("childline") }}',
    "a call without spaces": '{{resource("childline")}}',
    "a call with dashes": '{{- resource("childline") -}}',
    "single quotes": "{{ resource('childline') }}",
    "its argument by name": '{{ resource(id="childline") }}',
    "over lines": '{{ resource(\n  "childline"\n) }}',
    "in a table": '| A | B |\n|---|---|\n| {{ resource("childline") }} | x |',
    "in a list": '- {{ resource("childline") }}',
    "in a heading": '## About {{ resource("childline") }}',
    "in bold": '**{{ resource("childline") }}**',
    "in a quotation": '> {{ resource("childline") }}',
    "in a nested list": '- one\n\n    - {{ resource("childline") }}',
    "twice on a line": '{{ resource("childline") }} and {{ resource("childline") }}',
}


@pytest.mark.parametrize("name", TAKEN)
def test_a_call_is_found_wherever_markdown_allows_it(name: str, library: Library, tmp_path: Path) -> None:
    pages, problems = read(TAKEN[name], library, tmp_path)
    assert [] == problems
    assert ("childline",) == pages[0].mentions


LITERAL = {
    "raw": "{% raw %}{{ anything }} {% at all %}{% endraw %}",
    "raw in code": '`{% raw %}{{ resource("childlin") }}{% endraw %}`',
    "raw round a block": '{% raw %}\n```\n{{ resource("childlin") }}\n```\n{% endraw %}',
    "a note to authors": "{# not shown #}",
    "single braces": "{ x } and } and {",
    "closing braces": "x }} y %}",
}


@pytest.mark.parametrize("name", LITERAL)
def test_braces_between_raw_and_lone_braces_are_no_call(name: str, library: Library, tmp_path: Path) -> None:
    pages, problems = read(LITERAL[name], library, tmp_path)
    assert [] == problems
    assert () == pages[0].calls


def test_all_mistakes_of_a_page_are_told_at_once(library: Library, tmp_path: Path) -> None:
    text = '{{ resorce("a") }}\n\n{{ fact("nothing") }}\n\n{{ resource(x=1) }}\n\n{{ 1 }}\n'
    _, problems = read(text, library, tmp_path, "---\ntitle:\ncolour: red\n---\n\n")
    lines = [int(problem.split(":")[1]) for problem in problems]
    assert [2, 2, 3, 5, 6, 8, 10, 12] == sorted(lines), problems
