"""The words of the chapters: what they must say, what they must not, and the shape that each has."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from macros import MACROS
from toolkit.site.model import Site
from toolkit.site.read import read_site

ROOT = Path(__file__).resolve().parents[2]
MUST_SAY = yaml.safe_load((Path(__file__).parent / "must_say.yml").read_text("utf-8"))
EXPLAINS_WORDS = {  # they name the words in order to say why not to use them
    "toolkit/language.md",
    "toolkit/harmful-sexual-behaviour.md",
    "toolkit/safety-plan-siblings.md",
    "schools/index.md",
}
AVOIDED = {
    "an abbreviation for the abuse itself": r"\bCSA\b(?! Centre)",
    "a word that states guilt or labels a child": r"\b(perpetrators?|abusers?|sex offenders?|paedophiles?)\b",
    "disclosing for telling": r"\bdisclos(e|es|ed|ing|ures?)\b(?! scheme)",
    "an older term for child-on-child abuse": r"\bpeer[- ]on[- ]peer\b",
    "a term against the social model": r"\bchildren with disabilit",
    "a term that hides the abuse": r"\bchild porn",
    "a body that is gone": r"\blocal safeguarding children boards?\b",
    "a cut-off for a medical examination": r"\b(24|72) (to 72 )?hours?\b(?=.{0,80}(medical|examin|forensic))",
}
MACRO = re.compile(r"\{\{.*?\}\}")


@pytest.fixture(scope="module")
def sources() -> Site:
    return read_site(ROOT, MACROS)


@pytest.mark.parametrize(("path", "pattern"), [(p, line) for p, lines in MUST_SAY.items() for line in lines])
def test_a_chapter_says_what_it_must(sources: Site, path: str, pattern: str) -> None:
    text = " ".join(sources.page_at[path].text.split())
    assert re.search(pattern, text, re.IGNORECASE), f"{path} no longer says: {pattern}"


@pytest.mark.parametrize("why", AVOIDED)
def test_no_page_uses_a_word_that_we_avoid(sources: Site, why: str) -> None:
    pages = [page for page in sources.pages if page.path not in EXPLAINS_WORDS]
    found = [page.path for page in pages if re.search(AVOIDED[why], MACRO.sub("", page.text), re.IGNORECASE)]
    allowed = {"exploitation/policy-for-a-setting.md"}  # it lists what was corrected against its source
    assert set(found) <= allowed, f"{why}: {found}"


def test_every_chapter_begins_in_short_with_three_to_five_points(sources: Site) -> None:
    for page in sources.pages:
        if page.path.startswith(("toolkit/", "strategy/", "exploitation/", "whole-setting/")):
            match = re.search(r"^## In short\n\n((?:- .*\n(?:  .*\n)*)+)", page.text, re.MULTILINE)
            assert match, page.path
            assert 3 <= len(re.findall(r"^- ", match[1], re.MULTILINE)) <= 5, page.path


def test_every_chapter_says_where_its_facts_come_from_and_when_it_was_written(sources: Site) -> None:
    for page in sources.pages:
        if page.path.startswith(("toolkit/", "strategy/", "exploitation/", "whole-setting/", "schools/")):
            assert page.meta.sources and page.meta.written, page.path


def test_nothing_claims_a_review_or_a_check_before_it_was_written(sources: Site) -> None:
    today = max(page.meta.written for page in sources.pages if page.meta.written)
    assert today >= date(2026, 11, 23)
    for page in sources.pages:
        assert not page.meta.reviewed or (page.meta.written and page.meta.reviewed >= page.meta.written), page.path


def test_no_figure_stands_in_a_chapter_by_hand(sources: Site) -> None:
    for page in sources.pages:
        if page.path.startswith(("toolkit/", "strategy/", "schools/")):
            prose = MACRO.sub("", page.text)
            found = re.findall(r"\b\d+(?:\.\d+)?(?:%| per cent)|\b\d+ in \d+\b", prose)
            assert not found or page.path == "strategy/how-large-is-the-problem.md", (page.path, found)


def test_every_resource_is_named_by_a_page_unless_a_newer_one_took_its_place(sources: Site) -> None:
    stated = {sources.library.facts[id].resource for id in sources.pages_stating}
    unnamed = [r for r in sources.library.resources.values() if r.id not in {*sources.pages_naming, *stated}]
    assert [r.id for r in unnamed if r.status != "superseded"] == []


def test_every_figure_and_practice_example_is_used(sources: Site) -> None:
    assert [id for id in sources.library.facts if id not in sources.pages_stating] == []
    assert len(sources.library.examples) == 17


def test_help_for_people_worried_about_themselves_stands_apart_from_help_for_survivors(sources: Site) -> None:
    for resource in sources.library.resources.values():
        topics, audience = set(resource.topics), set(resource.audience)
        assert not {"own-behaviour", "victims-and-survivors"} <= topics, resource.id
        assert not {"own-behaviour", "adult-survivors"} <= audience, resource.id


def test_no_person_is_named_by_address_in_the_sources_of_the_site() -> None:
    for folder in ("docs", "data", "resources.yml"):
        path = ROOT / folder
        for file in [path] if path.is_file() else [*path.rglob("*.md"), *path.rglob("*.yml")]:
            assert not re.search(r"[\w.]+@[\w-]+\.(gov|ac|org|police|co)\b", file.read_text("utf-8")), file
