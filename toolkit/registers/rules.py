"""Rules between values and between entries; they look at the file's data, so that one mistake hides no other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from toolkit.registers.fields import DOI
from toolkit.sources.problems import quote

Raw = dict[str, Any]
EntryFault = tuple[str, str]  # the key that it is about, and the sentence
MAY_HAVE_NO_ADDRESS = {"book", "helpline", "article", "research"}
MOST_SUMMARY_WORDS = 60
MOST_CARD_CHARACTERS = 580  # as the card is set in toolkit/documents/form.typ, with room for the imprint


def address_rule(entry: Raw) -> Iterator[EntryFault]:
    """A resource has its own address or its publisher's, not both; a book, paper or number may have none."""
    if "url" in entry and "host" in entry:
        yield "host", "has both 'url' and 'host'. Keep 'url' if it is the exact address, else 'host'"
    elif not {"url", "host", "phone"} & entry.keys() and entry.get("kind") not in MAY_HAVE_NO_ADDRESS:
        yield "", "has neither 'url' (its exact address) nor 'host' (its publisher's site). Add one"


def status_rule(entry: Raw) -> Iterator[EntryFault]:
    """What is superseded names what took its place, and nothing else does."""
    superseded = entry.get("status") == "superseded"
    if superseded and not entry.get("superseded_by"):
        yield "status", "is superseded but does not say by what. Add 'superseded_by' with the newer one's id"
    if entry.get("superseded_by") and not superseded:
        yield "superseded_by", "has 'superseded_by' but its status is not 'superseded'. Set the status"
    if entry.get("superseded_by") is not None and entry.get("superseded_by") == entry.get("id"):
        yield "superseded_by", "is superseded by itself. Name the newer one"


def age_rule(entry: Raw) -> Iterator[EntryFault]:
    """The lower age is not above the upper."""
    low, high = entry.get("min_age"), entry.get("max_age")
    if isinstance(low, int) and isinstance(high, int) and low > high:
        yield "min_age", f"has min_age {low} above max_age {high}. Swap them"


def summary_rule(entry: Raw) -> Iterator[EntryFault]:
    """A summary is short enough to be read in a list."""
    words = len(entry["summary"].split()) if isinstance(entry.get("summary"), str) else 0
    if words > MOST_SUMMARY_WORDS:
        yield "summary", f"has a summary of {words} words. Keep it under {MOST_SUMMARY_WORDS}"


def date_rule(entry: Raw) -> Iterator[EntryFault]:
    """Nothing was reviewed or checked before it was written."""
    for key in ("reviewed", "checked"):
        later, written = entry.get(key), entry.get("written")
        if _is_day(later) and _is_day(written) and str(later) < str(written):
            yield key, f"was {key} on {quote(later)}, before it was written on {quote(written)}. Correct one of them"


def doi_rule(entry: Raw) -> Iterator[EntryFault]:
    """The address of a work that has a DOI is that of its DOI."""
    doi, url = entry.get("doi"), entry.get("url")
    if isinstance(doi, str) and DOI.fullmatch(doi) and url != f"https://doi.org/{doi}":
        yield "doi", f"has a DOI, so its 'url' must be {quote('https://doi.org/' + doi)}"


def source_rule(entry: Raw) -> Iterator[EntryFault]:
    """A source has a year, or a reason why it has none."""
    if not entry.get("resource") and not entry.get("source"):
        yield "", "names no source. Add 'resource' (an id of the catalogue) or 'source' in words"
    if entry.get("year") is None and not entry.get("year_note"):
        yield "", "has no year. Add 'year', or say in 'year_note' why there is none"


def phone_rule(entry: Raw) -> Iterator[EntryFault]:
    """A channel by phone has a number."""
    if "phone" in (entry.get("channels") or ()) and not entry.get("phone"):
        yield "channels", "lists 'phone' among its channels but has no 'phone' number. Add the number"


def card_rule(entry: Raw) -> Iterator[EntryFault]:
    """A card for the pocket holds so many characters."""
    count = sum(len(line) for key in ("say", "avoid") for line in entry.get(key) or () if isinstance(line, str))
    if count > MOST_CARD_CHARACTERS:
        yield "say", f"has {count} characters in 'say' and 'avoid'. A card holds {MOST_CARD_CHARACTERS}: shorten them"


ENTRY_RULES: dict[str, tuple[Callable[[Raw], Iterator[EntryFault]], ...]] = {
    "resources": (address_rule, status_rule, age_rule, summary_rule, date_rule, doi_rule, phone_rule),
    "facts": (source_rule,),
    "phrases": (card_rule, date_rule),
}


def duplicate_rule(key: str, entries: list[Raw]) -> Iterator[tuple[int, str, int]]:
    """(position, key, first position) of each value of `key` that an earlier entry has too."""
    first: dict[str, int] = {}
    for position, entry in enumerate(entries):
        value = entry.get(key)
        if isinstance(value, bool) or not isinstance(value, str | int) or not str(value).strip():
            continue
        word = FOLDS.get(key, str)(str(value))
        if word not in first:
            first[word] = position
        elif not (key == "url" and _shares_page(entry, entries[first[word]])):
            yield position, key, first[word]


def fold(text: str) -> str:
    """A title for comparison: without case, punctuation and doubled spaces."""
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())


def fold_address(address: str) -> str:
    """An address for comparison: without scheme, a trailing slash, and the case of the host."""
    host, slash, rest = re.sub(r"^https?://", "", address.strip(), flags=re.IGNORECASE).partition("/")
    return (host.lower() + slash + rest).rstrip("/")


FOLDS: dict[str, Callable[[str], str]] = {
    "title": fold,
    "term": fold,
    "name": fold,
    "url": fold_address,
}


def _is_day(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value) is not None


def _shares_page(entry: Raw, earlier: Raw) -> bool:
    pages = {entry.get("same_page_as") or entry.get("id"), earlier.get("same_page_as") or earlier.get("id")}
    return len(pages) == 1
