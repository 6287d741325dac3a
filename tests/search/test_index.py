"""The thin index: what it holds, and that the browser answers from it as Python's lunr does from its own."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from lunr.builder import Builder
from lunr.query import QueryPresence

from tests.search.node import NODE
from toolkit.search.entry import RESULT_KINDS, SearchEntry
from toolkit.search.index import FIELDS, base36, entry_terms, summaries, tail, thin_index
from toolkit.search.words import stem, words_of
from toolkit.site.finish.search.write import lunr_script

ENTRIES = [
    SearchEntry(
        "chapters", "a/", "Trauma", "How trauma shows.", text="Children who were abused may freeze. Trauma lasts."
    ),
    SearchEntry(
        "chapters", "a/#x", "What helps", "Calm …", within="Trauma", text="Calm helps children. Trauma, trauma."
    ),
    SearchEntry("resources", "r/b/", "Child abuse", "On abuse and trauma.", names=("CA",), about=("Guide", "Free")),
    SearchEntry("glossary", "glossary/#c", "calm", "Being still, as a child."),
]
ASK = """
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { openIndex } from "ROOT/browser/lib/index.mjs";
const [folder, asked] = process.argv.slice(2);
const lunr = createRequire(import.meta.url)(`${folder}/lunr.js`);
const data = JSON.parse(readFileSync(`${folder}/data.json`, "utf8"));
const stems = data.forms.split("\\n").map((line) => line.split(",")[0].replace("!", ""));
const { query } = openIndex(lunr, data, stems);
const answer = (words) => query(words.map((word) => stems.indexOf(word)));
const answers = JSON.parse(asked).map((words) => answer(words).map(({ ref, score }) => [ref, score]));
process.stdout.write(JSON.stringify(answers));
"""


def make_builder(entries: Sequence[SearchEntry]) -> Builder:
    """lunr's own builder with every entry: `build()` on it gives an index that answers in Python."""
    builder: Any = Builder()
    builder.ref("n")
    for name, (boost, _, _) in FIELDS.items():
        builder.field(name, boost=boost)
    for number, entry in enumerate(entries):
        stems = (Counter(counts).elements() for counts in entry_terms(entry).counts)
        builder.add({"n": number, **{name: list(found) for name, found in zip(FIELDS, stems, strict=True)}})
    return builder


def test_the_browser_gives_the_results_and_scores_of_pythons_lunr(tmp_path: Path, root: Path) -> None:
    asked = [["trauma"], ["child"], ["calm"], ["child", "trauma"], ["free"]]
    (tmp_path / "lunr.js").write_text(lunr_script(), "utf-8")
    (tmp_path / "data.json").write_text(
        json.dumps(thin_index(ENTRIES) | {"kinds": [[kind, kind] for kind in RESULT_KINDS]}), "utf-8"
    )
    (tmp_path / "ask.mjs").write_text(ASK.replace("ROOT", str(root)), "utf-8")
    command = [*NODE, str(tmp_path / "ask.mjs"), str(tmp_path), json.dumps(asked)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    index = make_builder(ENTRIES).build()
    for words, found in zip(asked, json.loads(done.stdout), strict=True):
        query = index.create_query()
        for word in words:
            query.term(word, use_pipeline=False, presence=QueryPresence.REQUIRED)
        expected = {result["ref"]: result["score"] for result in index.query(query)}
        assert expected.keys() == {ref for ref, _ in found}
        assert all(abs(expected[ref] - score) < 0.01 for ref, score in found), (words, expected, found)


def test_an_entry_is_shown_by_one_line_and_a_section_by_its_anchor() -> None:
    lines = thin_index(ENTRIES)["entries"].split("\n")
    assert "2\tTrauma\ta/" == lines[0]
    assert "2\tWhat helps\t#x" == lines[1]


def test_counts_are_told_by_their_distance() -> None:
    thin = thin_index(ENTRIES)
    stems = [line.split(",")[0] for line in thin["forms"].split("\n")]
    assert "0//1//0,2//0,1*2" == thin["counts"].split("\n")[stems.index("trauma")]


@pytest.mark.parametrize(("base", "form", "expected"), [("abus", "abusing", "ing"), ("child", "kids", "5kids")])
def test_a_form_is_written_as_what_follows_its_stem(base: str, form: str, expected: str) -> None:
    assert expected == tail(base, form)


def test_numbers_are_written_short() -> None:
    assert ["0", "z", "10", "rs"] == [base36(number) for number in (0, 35, 36, 1000)]


def test_the_words_of_questions_count_in_names_only() -> None:
    found = entry_terms(SearchEntry("chapters", "a/", "Whom to tell", text="Whom to tell")).counts
    assert {"who", "tell"} == set(found[list(FIELDS).index("title")]) - {"to"}
    assert {"tell"} == set(found[list(FIELDS).index("text")])


@pytest.mark.parametrize(
    ("one", "other"),
    [("children", "kids"), ("referral", "referred"), ("disclosure", "disclosed"), ("abusive", "abuse")],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_python_and_the_browser_see_the_same_words(root: Path) -> None:
    texts = ["Children’s s.47; CAFÉ — ﬁlm", "child-on-child", "don't 0800 1111", "поиск ÅÉ ß", "a_b <b>x</b>"]
    script = f"""import {{ wordsOf }} from "{root}/browser/lib/words.mjs";
        process.stdout.write(JSON.stringify({json.dumps(texts)}.map(wordsOf)));"""
    done = subprocess.run([*NODE, "--input-type=module", "-e", script], capture_output=True, text=True, check=False)
    assert [words_of(text) for text in texts] == json.loads(done.stdout), done.stderr


def test_summaries_travel_apart_in_the_order_of_the_entries() -> None:
    assert ["How trauma shows.", "Calm …", "On abuse and trauma.", "Being still, as a child."] == summaries(
        ENTRIES
    ).split("\n")
