"""What may stand between the two lines of --- at the top of a page, and what is said of everything else."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import MACROS
from toolkit.catalogue.library import Library
from toolkit.catalogue.read import load_library
from toolkit.site.pages.check import check_related
from toolkit.site.pages.read import read_pages
from toolkit.sources.problems import Problems

NEEDED = "title: A page\ndescription: What the reader gets.\n"
BODY = "\n# A page\n"


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(Path(__file__).resolve().parents[2])


def problems_of(content: bytes, library: Library, folder: Path) -> list[str]:
    (folder / "docs").mkdir()
    (folder / "docs/page.md").write_bytes(content)
    problems = Problems()
    check_related(read_pages(folder / "docs", library, MACROS, problems), ["page.md", "topics/index.md"], problems)
    return [str(problem) for problem in problems]


REFUSED = {
    "unknown key": ("colour: red", "docs/page.md:4: front matter: unknown key 'colour'. Known keys: title, "),
    "misspelt key": ("topcs: [trauma]", "docs/page.md:4: front matter: unknown key 'topcs'. Did you mean 'topics'?"),
    "key twice": ("title: Another", "docs/page.md:4: the key 'title' is repeated (first on line 2). Keep one of them"),
    "unknown topic": (
        "topics: [truama]",
        "4: front matter: unknown topic 'truama' in 'topics'. Did you mean 'trauma'?",
    ),
    "unknown source": ("sources: [county]", "4: front matter: unknown source 'county' in 'sources'."),
    "unknown resource": ("resources: [childlin]", "4: front matter: unknown resource 'childlin' in 'resources'."),
    "unknown contact": ("contacts: [front]", "4: front matter: unknown contact 'front' in 'contacts'."),
    "topics as text": ("topics: trauma", "4: front matter: 'topics' is 'trauma': this should be a list"),
    "topic twice": (
        "topics: [trauma, trauma]",
        "4: front matter: 'topics' is [trauma, trauma]: an item of the list is repeated",
    ),
    "date that is none": ("written: 2026-02-30", "4: front matter: 'written' is '2026-02-30': a date is written"),
    "search as text": ('search: "no"', "4: front matter: 'search' is 'no': this should be true or false"),
    "search no": ("search: no", "4: front matter: 'search' is 'no': this should be true or false"),
    "unknown layout": ("layout: hom", "4: front matter: 'layout' cannot be 'hom'. Did you mean 'home'?"),
    "template": ("template: 404.html", "4: front matter: unknown key 'template'."),
    "related that is not there": (
        "related: [no.md]",
        "docs/page.md:4: front matter: related page 'no.md' is not there.",
    ),
    "related on a later line": (
        "related:\n  - page.md\n  - no.md",
        "docs/page.md:6: front matter: related page 'no.md'",
    ),
    "related as an address": (
        "related: ['https://example.org/']",
        "4: front matter: related page 'https://example.org/'",
    ),
    "reviewed without a role": ("reviewed: 2026-11-23", "front matter: 'reviewed' needs 'reviewed_by'"),
    "a role without a review": ("reviewed_by: a social worker", "front matter: 'reviewed_by' needs 'reviewed'"),
    "an alias": ("topics: &t [trauma]", "docs/page.md:4: the anchor '&t' is not allowed here."),
    "a tag": ("layout: !!python/name:os.system x", "docs/page.md:4: the tag '!!python/name:os.system' is not allowed."),
    "bad YAML": ("topics: [trauma", "docs/page.md:4: this is not valid YAML"),
    "colon in text": ("reviewed_by: a: b", "docs/page.md:4: the text after 'reviewed_by:' holds a colon"),
    "a bidi character": (
        'reviewed_by: "a\u202eb"\nreviewed: 2026-11-23',
        "4: front matter: 'reviewed_by' is 'a\ufffdb': the",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_mistake_in_the_front_matter_is_told_with_its_line(name: str, library: Library, tmp_path: Path) -> None:
    given, expected = REFUSED[name]
    problems = problems_of(f"---\n{NEEDED}{given}\n---\n{BODY}".encode(), library, tmp_path)
    assert 1 == len(problems), problems
    assert expected in problems[0]


WHOLE = {
    "no front matter": (BODY.encode(), "docs/page.md:1: the page has no front matter."),
    "empty file": (b"", "docs/page.md:1: the file is empty"),
    "empty front matter": (b"---\n---\n# A page\n", "docs/page.md:1: the page has no front matter."),
    "only a comment": (b"---\n# none\n---\n# A page\n", "docs/page.md:1: the page has no front matter."),
    "never closed": (f"---\n{NEEDED}{BODY}".encode(), "docs/page.md:1: the front matter is not closed"),
    "a list": (b"---\n- a\n---\n# A page\n", "docs/page.md:2: front matter: found [a]: this should be keys"),
    "a text": (b"---\nwords\n---\n# A page\n", "docs/page.md:2: front matter: found 'words': this should be keys"),
    "latin-1": (f"---\n{NEEDED}---\ncaf\xe9\n".encode("latin-1"), "docs/page.md:5: byte 61 is not UTF-8"),
    "utf-16": (f"---\n{NEEDED}---\n".encode("utf-16"), "docs/page.md:1: the file is not UTF-8 but UTF-16"),
    "nul": (f"---\n{NEEDED}---\n\n# A\0 page\n".encode(), "docs/page.md:6: there is a control character here"),
    "nul in the front matter": (
        f"---\n{NEEDED}layout: a\0\n---\n\n# A\n".encode(),
        "docs/page.md:4: there is a control character",
    ),
    "no heading": (f"---\n{NEEDED}---\n\nText.\n".encode(), "docs/page.md:5: the page has no heading"),
    "two headings": (
        f"---\n{NEEDED}---\n\n# A\n\n# B\n".encode(),
        "docs/page.md:8: this is a second heading",
    ),
}


@pytest.mark.parametrize("name", WHOLE)
def test_a_page_that_is_not_whole_is_refused_in_words(name: str, library: Library, tmp_path: Path) -> None:
    content, expected = WHOLE[name]
    problems = problems_of(content, library, tmp_path)
    assert 1 == len(problems), problems
    assert problems[0].startswith(expected), problems[0]


def test_windows_line_ends_and_a_byte_order_mark_are_no_mistake_and_lines_stay_right(
    library: Library, tmp_path: Path
) -> None:
    text = f'---\n{NEEDED}---\n{BODY}\n{{{{ fact("nothing") }}}}\n'.replace("\n", "\r\n")
    problems = problems_of(b"\xef\xbb\xbf" + text.encode(), library, tmp_path)
    assert 1 == len(problems) and problems[0].startswith("docs/page.md:8: fact()"), problems


def test_a_file_that_cannot_be_read_is_named(library: Library, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/gone.md").symlink_to("nowhere")
    problems = Problems()
    read_pages(tmp_path / "docs", library, MACROS, problems)
    assert ["docs/gone.md: cannot be read"] == [str(problem)[:28] for problem in problems]


def test_two_versions_left_by_a_merge_are_told_with_their_lines(library: Library, tmp_path: Path) -> None:
    text = f"---\n{NEEDED}---\n{BODY}\n<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> other\n"
    advice = "two versions of the text are here since a merge. Keep one, and delete the markers"
    assert [f"docs/page.md:8: {advice}", f"docs/page.md:12: {advice}"] == problems_of(text.encode(), library, tmp_path)
