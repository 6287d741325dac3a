"""The index: made by lunr, then thinned to what a browser needs to finish it with lunr's own code.

lunr's file form holds every score and every posting. Those follow from how often each stem is in each field, so
only the counts are sent: about a third of the bytes. browser/lib/index.mjs makes lunr's index again from them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from toolkit.search.entry import RESULT_KINDS, SearchEntry
from toolkit.search.numbers import without_places
from toolkit.search.words import is_indexed, stem, words_of

# How much a word counts in each field, and whether the field is a name (which keeps the words of questions).
FieldText = Callable[[SearchEntry], str]
FIELDS: dict[str, tuple[float, bool, FieldText]] = {
    "title": (8, True, lambda e: without_places(e.title)),
    "names": (6, True, lambda e: " ".join(e.names)),
    "within": (2.5, True, lambda e: e.within),
    "about": (1.5, False, lambda e: " ".join(e.about)),
    "summary": (2.5, False, lambda e: "" if e.within else e.summary),
    "answers": (1, False, lambda e: " ".join(e.answers)),
    "text": (1, False, lambda e: e.text),
}
INDEPENDENT_KINDS = frozenset(["examples", "phrases"])  # found on their own, not after the page that shows them
FACETS = ("topics", "audiences", "nations")
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class EntryTerms:
    """What an entry adds to the index: how often each stem is in each field, how long each field is; and its forms."""

    counts: tuple[Mapping[str, int], ...]
    lengths: tuple[int, ...]
    forms: frozenset[tuple[str, str]]


@lru_cache(maxsize=10_000)
def entry_terms(entry: SearchEntry) -> EntryTerms:
    """What an entry adds to the index, worked out once: many copies have most entries in common."""
    words = [_words(text(entry), is_name) for _, is_name, text in FIELDS.values()]
    counts = tuple(Counter(stem(word) for word in stems) for stems in words)
    lengths = dict(zip(FIELDS, map(len, words), strict=True))
    lengths["names"] = max((len(_words(name, True)) for name in entry.names), default=0)  # one more name hides no other
    return EntryTerms(
        counts, tuple(lengths.values()), frozenset((stem(word), word) for stems in words for word in stems)
    )


def _words(text: str, is_name: bool) -> list[str]:
    return [word for word in words_of(text) if is_indexed(word, is_name)]


def thin_index(entries: Sequence[SearchEntry]) -> dict[str, Any]:
    """What the browser makes its index from, as a few long texts (one line for each stem or entry)."""
    terms = [entry_terms(entry) for entry in entries]
    counts = _counts(terms)
    forms = _forms(terms)
    stems = sorted(counts)
    return {
        "fields": [[name, boost] for name, (boost, _, _) in FIELDS.items()],
        "forms": "\n".join(_forms_line(s, forms[s]) for s in stems),
        "counts": "\n".join(_posting(counts[s]) for s in stems),
        "lengths": [_lengths(terms, place) for place in range(len(FIELDS))],
        "entries": "\n".join(_result_line(entry) for entry in entries),
        "answers": "\n".join(_answers_lines(entries)),
        "filing": _filing(entries),
    }


def summaries(entries: Sequence[SearchEntry]) -> str:
    """A line for each entry: what a result says under its title. They are a file apart: a first answer needs none."""
    return "\n".join(" ".join(entry.summary.split()) for entry in entries)


def tail(base: str, form: str) -> str:
    """A form of a word as what follows the stem: `abus` and `abusing` give `ing`, `child` and `kids` give `5kids`."""
    same = 0
    while same < min(len(base), len(form)) and base[same] == form[same]:
        same += 1
    dropped = len(base) - same
    return (DIGITS[dropped] if dropped else "") + form[same:]


def base36(number: int) -> str:
    """A whole number in 36 digits, as JavaScript reads them with parseInt."""
    text = ""
    while True:
        number, digit = divmod(number, 36)
        text = DIGITS[digit] + text
        if not number:
            return text


def _counts(terms: Sequence[EntryTerms]) -> dict[str, dict[str, dict[int, int]]]:
    """By stem and field: how often it is in each entry, by the entry's number."""
    counts: dict[str, dict[str, dict[int, int]]] = defaultdict(lambda: defaultdict(dict))
    for number, entry in enumerate(terms):
        for field, stems in zip(FIELDS, entry.counts, strict=True):
            for word, count in stems.items():
                counts[word][field][number] = count
    return counts


def _lengths(terms: Sequence[EntryTerms], field: int) -> str:
    """How many stems each entry has in a field; nothing between the commas means none."""
    return ",".join(base36(entry.lengths[field]) if entry.lengths[field] else "" for entry in terms)


def _forms(terms: Iterable[EntryTerms]) -> dict[str, set[str]]:
    forms: dict[str, set[str]] = defaultdict(set)
    for entry in terms:
        for base, form in entry.forms:
            forms[base].add(form)
    return forms


def _forms_line(base: str, forms: Iterable[str]) -> str:
    """A stem with the forms of it; one that is itself no word of any text has an exclamation mark."""
    forms = set(forms)
    return ",".join([base if base in forms else f"{base}!", *(tail(base, form) for form in sorted(forms - {base}))])


def _answers_lines(entries: Sequence[SearchEntry]) -> Iterator[str]:
    """A line for each entry that answers questions: its number, and the questions between upright bars."""
    for number, entry in enumerate(entries):
        if entry.answers:
            yield f"{base36(number)}\t{'|'.join(entry.answers)}"


def _filing(entries: Sequence[SearchEntry]) -> dict[str, Any]:
    """By facet the ids that occur, and a line for each entry: of each facet the numbers of its ids, with semicolons.

    A section's line is empty, because it is filed as its page is.
    """
    ids = {facet: sorted({id for e in entries for id in getattr(e.filing, facet)}) for facet in FACETS}
    numbers = {facet: {id: base36(n) for n, id in enumerate(ids[facet])} for facet in FACETS}

    def line(entry: SearchEntry) -> str:
        if _is_section(entry):
            return ""
        return ";".join(",".join(numbers[f][id] for id in getattr(entry.filing, f)) for f in FACETS)

    return {**ids, "lines": "\n".join(map(line, entries))}


def _posting(fields: Mapping[str, Mapping[int, int]]) -> str:
    """`2,5*3//1`: in the first field the entries 2 and 7 (5 further on; there three times), in the third entry 1."""
    texts = []
    for name in FIELDS:
        last, steps = 0, []
        for number, count in sorted(fields.get(name, {}).items()):
            steps.append(base36(number - last) + (f"*{base36(count)}" if count > 1 else ""))
            last = number
        texts.append(",".join(steps))
    return "/".join(texts).rstrip("/")


def _is_section(entry: SearchEntry) -> bool:
    return bool(entry.within) and entry.kind not in INDEPENDENT_KINDS


def _result_line(entry: SearchEntry) -> str:
    """A result's line: kind, title, address (a section's from the page before it), status."""
    address = entry.url[entry.url.index("#") :] if _is_section(entry) else entry.url
    kind = base36(RESULT_KINDS.index(entry.kind))
    parts = [kind, entry.title, address, entry.status]
    return "\t".join(" ".join(part.split()) for part in parts).rstrip("\t")
