"""The files of words: what is refused, what falls back to English, and how a language counts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from toolkit.languages.language import Language
from toolkit.languages.read import read_languages
from toolkit.sources.problems import ProblemsFound

ENGLISH = """\
finder:
  clear-all: Clear all
  count:
    one: "{count} resource by {name}"
    other: "{count} resources by {name}"
"""
WELSH = """\
finder:
  clear-all: Clirio popeth
  count:
    zero: "{count} adnodd gan {name}"
    one: "{count} adnodd gan {name}"
    two: "{count} adnodd gan {name}"
    few: "{count} adnodd gan {name}"
    many: "{count} adnodd gan {name}"
    other: "{count} o adnoddau gan {name}"
"""


def read(root: Path, **files: str) -> dict[str, Language]:
    folder = root / "data/languages"
    folder.mkdir(parents=True, exist_ok=True)
    for code, text in files.items():
        (folder / f"{code}.yml").write_text(text, "utf-8")
    return dict(read_languages(root))


def problems(root: Path, **files: str) -> list[str]:
    with pytest.raises(ProblemsFound) as found:
        read(root, **files)
    return [str(problem) for problem in found.value.problems]


def test_a_language_counts_in_its_own_plurals(tmp_path: Path) -> None:
    languages = read(tmp_path, en=ENGLISH, cy=WELSH)
    assert "1 resource by A" == languages["en"].translate("finder.count", count=1, name="A")
    assert "1,200 resources by A" == languages["en"].translate("finder.count", count=1200, name="A")
    assert "7 o adnoddau gan A" == languages["cy"].translate("finder.count", count=7, name="A")


def test_days_and_lists_are_written_as_the_language_writes_them(tmp_path: Path) -> None:
    languages = read(tmp_path, en=ENGLISH, cy=WELSH)
    assert "23 November 2026" == languages["en"].day(date(2026, 11, 23))
    assert "23 Tachwedd 2026" == languages["cy"].day(date(2026, 11, 23))
    assert "a, b and &lt;c&gt;" == languages["en"].join_items(["a", "b", "<c>"])


def test_words_and_values_are_escaped_in_a_page_unless_a_template_made_them(tmp_path: Path) -> None:
    english = read(tmp_path, en=ENGLISH)["en"]
    assert "1 resource by &lt;b&gt;" == english.translate_html("finder.count", count=1, name="<b>")


def test_a_key_that_a_language_lacks_is_said_in_english_and_listed(tmp_path: Path) -> None:
    welsh = read(tmp_path, en=ENGLISH, cy=WELSH.replace("  clear-all: Clirio popeth\n", ""))["cy"]
    assert "Clear all" == welsh.translate("finder.clear-all")
    assert ("finder.clear-all",) == welsh.missing


def test_a_value_in_braces_is_never_looked_through_again(tmp_path: Path) -> None:
    english = read(tmp_path, en=ENGLISH)["en"]
    assert "1 resource by {count}" == english.translate("finder.count", count=1, name="{count}")


@pytest.mark.parametrize(
    ("welsh", "expected"),
    [
        ("finder:\n  clear-al: Clirio\n", "cy.yml:2: 'finder.clear-al' is not a key of English. Did you mean"),
        (
            WELSH.replace('    two: "{count} adnodd gan {name}"\n', ""),
            "plural forms: zero, one, two",
        ),
        (WELSH.replace("{name}", "{enw}"), "must have the same placeholders as English: count, name"),
        ("finder:\n  clear-all:\n    other: '{count}'\n", "needs exactly these plural forms"),
        ("finder:\n  count: '{count} {name}'\n", "needs a text for each plural form"),
        ("finder:\n  clear-all: 'Clirio {'\n", "has a brace that belongs to no placeholder"),
        ("finder:\n  clear-all:\n", "needs words"),
        ("finder:\n  Clear: x\n", "is not a key. Use lower-case letters"),
        ("finder: x\n", "'finder' needs keys with words below it"),
    ],
)
def test_each_mistake_of_a_translator_is_told_with_its_line(tmp_path: Path, welsh: str, expected: str) -> None:
    told = problems(tmp_path, en=ENGLISH, cy=welsh)
    assert any(expected in line for line in told), told
    assert all("cy.yml:" in line for line in told)


def test_a_file_named_for_no_language_is_refused(tmp_path: Path) -> None:
    expected = (
        "data/languages/qqqq.yml: 'qqqq' is not a language code. Name the file after one, such as cy.yml for Welsh"
    )
    assert [expected] == problems(tmp_path, en=ENGLISH, qqqq=ENGLISH)
