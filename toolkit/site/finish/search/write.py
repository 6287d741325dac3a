"""Writes the files of the search: the index as a script, so that it also loads from a folder, and lunr itself."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from toolkit.catalogue.library import Library
from toolkit.registers.choices import HOME_NATIONS, Nation
from toolkit.search.english import (
    BASES,
    CONVERSATION,
    NUMBER_WORDS,
    QUESTION_WORDS,
    STOP_WORDS,
    WEAK_WELSH_WORDS,
    WEAK_WORDS,
)
from toolkit.search.entry import RESULT_KINDS, SearchEntry
from toolkit.search.index import summaries, thin_index
from toolkit.search.page_text import PageText
from toolkit.search.register_entries import SCHOOL_AGES
from toolkit.search.synonyms import synonym_sets_of
from toolkit.search.words import words_of
from toolkit.site.finish.search.entries import entries_of
from toolkit.site.finish.search.roles import roles_of
from toolkit.site.model import Site

INDEX_FOLDER = "assets/search"
LUNR = "contrib/search/templates/search/lunr.js"  # in the installed mkdocs package
NATIONS_NAMED = [nation for nation in HOME_NATIONS if nation != Nation.ENGLAND]  # most of what there is is for England
SCRIPT_COMMENT = re.compile(r"^[ \t]*/\*(?!!).*?\*/[ \t]*\n", re.DOTALL | re.MULTILINE)
SCRIPT_INDENT = re.compile(r"^[ \t]+|^\n", re.MULTILINE)


def write_search(site: Site, texts: Mapping[str, PageText], out: Path) -> None:
    """Makes the finished site at `out` searchable; `texts` are what its pages say, by address."""
    write_files(entries_of(site, texts), site, out)


def write_files(entries: list[SearchEntry], site: Site, out: Path) -> None:
    """Writes what the search needs into the finished site."""
    folder = out / INDEX_FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    data = search_data(entries, site)
    (folder / "index.js").write_text(delivery_script("index", data), "utf-8", newline="\n")
    (folder / "summaries.js").write_text(delivery_script("summaries", summaries(entries)), "utf-8", newline="\n")
    (folder / "lunr.js").write_text(lunr_script(), "utf-8", newline="\n")


def search_data(entries: list[SearchEntry], site: Site) -> dict[str, Any]:
    """All that the browser needs to answer: index, words and their relations."""
    t = site.language.translate
    return {
        **thin_index(entries),
        "kinds": [[kind, t(f"search.kind-{kind}")] for kind in RESULT_KINDS],
        "stop": " ".join(sorted(STOP_WORDS)),
        "weak": " ".join(sorted(WEAK_WORDS | WEAK_WELSH_WORDS)),
        "conversation": " ".join(sorted(CONVERSATION)),
        "questions": " ".join(QUESTION_WORDS),
        "welsh": " ".join(_welsh_words(site.library)),
        "numberWords": NUMBER_WORDS,
        "roles": "\n".join(f"{role}\t{','.join(audiences)}" for role, audiences in roles_of(site).items()),
        "alike": "\n".join("|".join((entry.id, *entry.words)) for entry in site.library.likenesses.values()),
        "nations": [[word, nation] for nation in NATIONS_NAMED for word in words_of(t(f"nations.{nation}"))],
        "ages": [[*ages, t(f"search.{band}")] for band, ages in SCHOOL_AGES.items()],
        "bases": "\n".join(_bases()),
        "synonyms": "\n".join(synonym_set.line for synonym_set in synonym_sets_of(site.library)),
        "facets": _facets(site),
        "entrances": _entrances(site),
        "topics": [[t.name, f"topics/{t.id}/"] for t in site.library.topics.values() if t.parent is None],
    }


def _facets(site: Site) -> dict[str, list[list[str]]]:
    """By facet: id and name of each of its values; of an audience also "work" or "public"."""
    library, t = site.library, site.language.translate
    return {
        "topics": [[topic.id, topic.name] for topic in library.topics.values()],
        "audiences": [[a.id, a.name, "public" if a.public else "work"] for a in library.audiences.values()],
        "nations": [[nation, t(f"nations.{nation}")] for nation in Nation],
    }


def _welsh_words(library: Library) -> list[str]:
    """The Welsh words of data/search.yml as a dictionary has them; readers type them with a mutated letter, too."""
    words = {word for entry in library.synonyms.values() for phrase in entry.welsh for word in words_of(phrase)}
    return sorted(words - WEAK_WELSH_WORDS - WEAK_WORDS - STOP_WORDS)


def _entrances(site: Site) -> list[list[str]]:
    """[address of a page, address of the page that readers pass on their way to it] of each that has such a one."""
    return [[form.address, form.entrance] for form in site.library.forms.values() if form.leads_through]


def delivery_script(name: str, value: Any) -> str:
    """A script that hands a value to the page that asked for it; JSON is JavaScript."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"toolkit.deliver({json.dumps(name)}, {text});\n"


def lunr_script() -> str:
    """Lunr as the mkdocs package brings it, with its licence, without its comments and indents."""
    text = (files("mkdocs") / LUNR).read_text("utf-8")
    head, body = text.split("*/", 1)
    return f"{head}*/\n{SCRIPT_INDENT.sub('', SCRIPT_COMMENT.sub('', body))}"


def _bases() -> list[str]:
    """A line for each base with the words that belong to it."""
    lines: dict[str, list[str]] = {}
    for word, base in BASES.items():
        lines.setdefault(base, [base]).append(word)
    return [" ".join(dict.fromkeys(words)) for words in lines.values()]
