"""Every word that a reader sees stands in data/languages/, each is asked for, and the shipped Welsh is whole."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from toolkit.forms.kinds import QUESTION_KINDS
from toolkit.languages.browser import find_translation_keys
from toolkit.languages.read import read_languages
from toolkit.registers.display import InFacet, InFile, InRecord, InSearch, enum_of, marks_of
from toolkit.registers.resources import Resource
from toolkit.site.pages.generated import LIST_PAGES

SAID_TO = {"alt", "aria-label", "placeholder", "title"}  # attributes that are read out or shown
JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
SENTENCE = re.compile(r"[A-Z][a-z]+|[a-z]+ [a-z]+")  # what no key, class or path looks like
SCRIPT_TEXT = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|`((?:[^`\\]|\\.)*)`")
NOT_SAID = re.compile(
    r"^(?:application|text|image)/|^Arrow|^Escape$|^BEGIN:|^END:|^[A-Z-]+[;:]|^\$\{"
    r"|^<</|\b(?:begin|end)cmap\b"  # of PDF files
)
CALM = re.compile(
    r"console\.|new (?:[A-Z][a-z]+)?Error\(|querySelector|matches\(|closest\(|matchMedia|addEventListener"
)
PYTHON = (
    "toolkit/site/views/*.py",
    "toolkit/site/pages/generated.py",
    "toolkit/catalogue/facets.py",
    "toolkit/documents/paper.py",
)


class Texts(HTMLParser):
    """The letters that stand in a template outside its expressions."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside.append(tag)
        self.found += [value for name, value in attrs if name in SAID_TO and value and re.search("[A-Za-z]", value)]

    def handle_endtag(self, tag: str) -> None:
        if tag in self.inside:
            del self.inside[len(self.inside) - 1 - self.inside[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if re.search("[A-Za-z]{2}", data) and not {"style", "code"} & set(self.inside):
            self.found.append(data.strip())


def templates(root: Path) -> list[Path]:
    return sorted([*(root / "overrides").rglob("*.html"), *(root / "components").rglob("*.html")])


def scripts(root: Path) -> list[Path]:
    return sorted([*(root / "browser").rglob("*.mjs"), *(root / "components").rglob("*.mjs")])


def test_no_template_holds_words_of_its_own(root: Path) -> None:
    found = {}
    for path in templates(root):
        texts = Texts()
        texts.feed(JINJA.sub("", path.read_text("utf-8")))
        tree = Environment().parse(path.read_text("utf-8"))
        constants = [node.value for node in tree.find_all(nodes.Const) if isinstance(node.value, str)]
        if words := texts.found + [text for text in constants if SENTENCE.search(text)]:
            found[path.name] = words
    assert {} == found


def test_no_script_holds_words_of_its_own(root: Path) -> None:
    found = []
    for path in scripts(root):
        for line in path.read_text("utf-8").splitlines():
            code = line.split(" // ")[0].strip()
            if code.startswith(("*", "/*", "//", "import")) or CALM.search(code) or "ENGLISH_MONTHS" in code:
                continue
            for pair in SCRIPT_TEXT.findall(code):
                text = "".join(pair)
                if re.search(r"\b[A-Z][a-z]+ [a-z]+|[a-z]{2,} [a-z]{2,} [a-z]{2,}", text) and not NOT_SAID.search(text):
                    found.append(f"{path.name}: {text}")
    assert [] == found


def test_no_view_holds_words_of_its_own(root: Path) -> None:
    found = []
    for path in (path for pattern in PYTHON for path in sorted(root.glob(pattern))):
        tree = ast.parse(path.read_text("utf-8"))
        told = {id(node.body[0].value) for node in ast.walk(tree) if isinstance(node, DOCUMENTED) and is_told(node)}
        constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in told)
        texts = (node.value for node in constants if isinstance(node.value, str))
        found += [f"{path.name}: {text}" for text in texts if re.search(r"[A-Za-z]{2,} [a-z]{2,}", text)]
    assert [] == found


DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef)


def is_told(node: ast.Module | ast.ClassDef | ast.FunctionDef) -> bool:
    return bool(node.body) and isinstance(node.body[0], ast.Expr)


def test_every_word_is_asked_for(root: Path, sources: str) -> None:
    begun = set(re.findall(r"""["']([a-z-]+\.[a-z-]*)(?:["'] ~|\{)""", sources))  # keys whose end is a value
    begun |= {f"{kind.words}." for kind in QUESTION_KINDS.values() if kind.words}
    named = {
        f"{component}.{key}"
        for component, keys in re.findall(r"\(\"(form|document)\", key\) for key in \(([^)]*)\)", sources)
        for key in re.findall(r"\"([a-z-]+)\"", keys)
    }
    named |= {
        f"{kind.words}.{answer}" for kind in QUESTION_KINDS.values() if kind.words for answer in kind.fixed_answers
    }
    english = read_languages(root)["en"].words
    unused = [key for key in english if f'"{key}"' not in sources and f"'{key}'" not in sources]
    assert [] == [key for key in unused if key not in named and not key.startswith(tuple(begun))]


def test_every_key_that_is_asked_for_is_among_the_words(root: Path) -> None:
    """Also in a branch that no page takes; a key that ends in a value must at least begin one."""
    keys = read_languages(root)["en"].words
    asked = [
        *((path.name, key) for path in templates(root) for key in keys_in_template(path.read_text("utf-8"))),
        *((path.name, key) for path in (root / "toolkit").rglob("*.py") for key in keys_in_python(path)),
        *((path.name, (key, False)) for path in scripts(root) for key in keys_in_script(path) if key),
        *(("resources.py", key) for key in keys_of_fields()),
    ]
    assert 600 < len(asked)
    found = {key: any(word.startswith(key[0]) for word in keys) if key[1] else key[0] in keys for _, key in asked}
    assert [] == [f"{file}: {key}" for file, (key, begins) in asked if not found[key, begins]]


def test_keys_are_found_in_every_branch_of_a_template() -> None:
    template = '{% if x %}{{ t("a.b", c=t("a.d")) }}{% endif %}{{ t("c." ~ x) }}{{ t(x) }}'
    assert {("a.b", False), ("a.d", False), ("c.", True)} == set(keys_in_template(template))


Key = tuple[str, bool]  # what is written of a key, and whether a value follows


def keys_in_template(text: str) -> Iterator[Key]:
    for call in Environment().parse(text).find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "t":
            first = call.args[0]
            if isinstance(first, nodes.Const):
                yield first.value, False
            elif isinstance(first, nodes.Concat) and isinstance(first.nodes[0], nodes.Const):
                yield first.nodes[0].value, True


def keys_in_python(path: Path) -> Iterator[Key]:
    for call in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(call, ast.Call) and call.args and called(call.func) in {"t", "translate", "translate_html"}:
            first = call.args[0]
            if isinstance(first, ast.JoinedStr):
                first, begins = first.values[0], True
            else:
                begins = False
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value, begins


def called(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def keys_in_script(path: Path) -> Iterator[str]:
    yield from (key for _, key in find_translation_keys(path.read_text("utf-8")))


def keys_of_fields() -> Iterator[Key]:
    """The keys that marks on the fields of a resource name, with those of each value that the field can have."""
    for field, record in marks_of(Resource, InRecord).items():
        yield from ((key, False) for key in (record.label, record.sentence) if key)
        yield from ((f"{record.words}.{value}", False) for value in enum_of(Resource, field) or () if record.words)
    for field, facet in marks_of(Resource, InFacet).items():
        values = (*(facet.bands or enum_of(Resource, field) or ()), *([facet.none] if facet.none else []))
        yield f"facets.{facet.name}", False
        yield from ((f"{facet.words or 'facets'}.{value}", False) for value in values)
    yield from ((mark.heading, False) for mark in marks_of(Resource, InFile).values())
    for field, search in marks_of(Resource, InSearch).items():
        yield from ((f"{search.words}.{value}", False) for value in enum_of(Resource, field) or () if search.words)


def word_groups() -> set[str]:
    """The groups of words under which the fields of a resource are shown, each by its value."""
    marks = [mark for kind in (InRecord, InFacet, InSearch) for mark in marks_of(Resource, kind).values()]
    return {mark.words for mark in marks if mark.words} | {"facets"}


@pytest.fixture(scope="module")
def sources(root: Path) -> str:
    files = [*templates(root), *(root / "toolkit").rglob("*.py"), *scripts(root)]
    navigation = re.findall(r"- ([a-z-]+):", (root / "mkdocs.yml").read_text("utf-8"))
    singles = [page.component for page in LIST_PAGES]
    filed = [f'"{mark}.description"' for mark in ("topic", "audience", "kind")]  # of _filed in the same module
    filed += [f'"{component}." ~' for component in word_groups()]
    keys = [*filed, *(f'"navigation.{key}"' for key in navigation)]
    keys += [f'"{mark}.{part}"' for mark in singles for part in ("title", "description")]
    return "\n".join([*(file.read_text("utf-8") for file in sorted(files)), *keys])


def test_welsh_says_every_word_and_says_it_in_welsh(root: Path) -> None:
    languages = read_languages(root)
    assert () == languages["cy"].missing
    same = {key for key, words in languages["cy"].words.items() if words == languages["en"].words[key]}
    # Words that are the same in both languages.
    assert {
        "host-contact.post",
        "helplines.cost",
        "channels.post",
        "channels.bsl",
        "resource-page.doi",
        "report.withheld",
    } == same
