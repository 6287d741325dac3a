"""What was put right stays right: row by row, what pages say and what no page says any more."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from toolkit.catalogue.read import load_library
from toolkit.site.make import build_and_publish
from toolkit.site.model import Options
from toolkit.sources.yaml_source import read_yaml

pytestmark = pytest.mark.build

FILE = Path(__file__).with_name("corrections.yml")
ROOT = Path(__file__).resolve().parents[2]
ROWS: Mapping[str, Mapping[str, Any]] = read_yaml(FILE, FILE.name).data
ASIDE = re.compile(r"""<(script|style|svg)\b.*?</\1>|<span class="term__meaning".*?</span>""", re.DOTALL)
TAG = re.compile(r"<[^>]+>")
FOR_AUTHORS = "development"
Sites = Mapping[str, Path]


@pytest.fixture(scope="session")
def sites(site: Path, once: Callable[[str, Callable[[Path], object]], Path]) -> Sites:
    """The toolkit's own site, and the copy for Wales alone in both languages."""
    options = Options(partnership="dyffryn-helyg-demo")
    wales = once("dyffryn-helyg", lambda out: build_and_publish(ROOT, out, options, "mkdocs", report=lambda text: None))
    return {"says": site, "wales": wales}


@lru_cache(maxsize=2000)
def words_of(page: Path) -> str:
    """The words of a built page without the meanings of terms, with single spaces and none before a full stop."""
    plain = html.unescape(TAG.sub(" ", ASIDE.sub("", page.read_text("utf-8"))))
    return re.sub(r" (?=[.,:;)])", "", " ".join(plain.replace("\xad", "").split()))


def pattern_of(sentence: str) -> re.Pattern[str]:
    """The pattern of a sentence of the file; `|` stands between two ways to say it, `...` for what lies between."""
    ways = (".{0,400}?".join(map(re.escape, way.split(" ... "))) for way in sentence.split("|"))
    return re.compile("|".join(ways), re.IGNORECASE)


def _sayings() -> Iterator[tuple[str, str, str, str]]:
    """(row, site, address, sentence) of everything that a page must say."""
    for row, kinds in ROWS.items():
        for kind in ("says", "wales"):
            for address, sentences in kinds.get(kind, {}).items():
                yield from ((row, kind, address, sentence) for sentence in sentences)


def pages_of(folder: Path) -> Iterator[Path]:
    yield from (page for page in folder.rglob("*.html") if FOR_AUTHORS not in page.relative_to(folder).parts)


@pytest.mark.parametrize(("row", "kind", "address", "sentence"), [*_sayings()])
def test_a_page_says_what_was_put_right(sites: Sites, row: str, kind: str, address: str, sentence: str) -> None:
    text = words_of(sites[kind] / address / "index.html")
    assert pattern_of(sentence).search(text), f"{row}: {address} does not say {sentence!r}"


@pytest.mark.parametrize("row", [row for row, kinds in ROWS.items() if "never" in kinds or "wales_never" in kinds])
def test_no_page_says_what_was_wrong(sites: Sites, row: str) -> None:
    banned = [(folder, pattern) for folder in sites.values() for pattern in ROWS[row].get("never", ())]
    banned += [(sites["wales"], pattern) for pattern in ROWS[row].get("wales_never", ())]
    found = [
        (page.relative_to(folder).as_posix(), pattern)
        for folder, pattern in banned
        for page in pages_of(folder)
        if re.search(pattern, words_of(page), re.IGNORECASE)
    ]
    assert found == []


def test_each_row_says_something_that_could_fail() -> None:
    assert [row for row, kinds in ROWS.items() if not any(kinds.get(key) for key in ("says", "never"))] == []


def test_the_words_of_the_form_on_the_duty_are_those_of_the_register() -> None:
    library = load_library(ROOT)
    england = library.guidance["crime-and-policing-bill"]
    assert england.duty and england.in_force == "unknown"
    texts = [section.text or "" for section in library.forms["exploitation-policy"].sections]
    assert any(england.duty.sentence in text for text in texts)
    assert england.title in library.terms["duty-to-report"].meaning


def test_a_number_of_the_nation_says_so_and_no_crisis_line_is_without_a_way_to_reach_it() -> None:
    resources = load_library(ROOT).resources
    for id in ("samaritans", "napac", "rape-crisis", "nhs-111"):
        assert resources[id].phone_from == "A national number" and resources[id].phone, id
        assert resources[id].checked is None, id
    assert resources["mind-helpline"].phone is None


def test_an_address_that_no_source_prints_says_where_it_comes_from() -> None:
    for resource in load_library(ROOT).resources.values():
        assert not resource.address_from or resource.url or resource.host, resource.id
