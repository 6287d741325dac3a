"""The index: made by lunr, then thinned to what a browser needs to finish it with lunr's own code.

lunr's file form holds every score and every posting. Those follow from how often each stem stands in each field, so
only the counts travel: about a third of the bytes. docs/assets/lib/index.mjs puts them back into a lunr builder.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from lunr.builder import Builder

from toolkit.search.entries import KINDS, Entry
from toolkit.search.words import is_indexed, stem, words_of

# How much a word counts in each field, and whether the field is a name (which keeps the words of questions).
Text = Callable[[Entry], str]
FIELDS: dict[str, tuple[float, bool, Text]] = {
    "title": (8, True, lambda e: e.title),
    "names": (6, True, lambda e: " ".join(e.names)),
    "within": (2.5, True, lambda e: e.within),
    "about": (1.5, False, lambda e: " ".join(e.about)),
    "summary": (2.5, False, lambda e: "" if e.within else e.summary),
    "text": (1, False, lambda e: e.text),
}
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def stems_of(text: str, is_name: bool) -> list[str]:
    """The stems of a text by which it can be found, in order."""
    return [stem(word) for word in words_of(text) if is_indexed(word, is_name)]


def make_builder(entries: Sequence[Entry]) -> Builder:
    """A lunr builder that holds every entry; `build()` on it gives an index that answers in Python."""
    builder: Any = Builder()
    builder.ref("n")
    for name, (boost, _, _) in FIELDS.items():
        builder.field(name, boost=boost)
    for number, entry in enumerate(entries):
        fields = {name: stems_of(text(entry), is_name) for name, (_, is_name, text) in FIELDS.items()}
        builder.add({"n": number, **fields})
    return builder


def thin_index(entries: Sequence[Entry]) -> dict[str, Any]:
    """What the browser makes its index from, as a few long texts (one line for each stem or entry)."""
    builder = make_builder(entries)
    counts = _counts(builder)
    forms = _forms(entries)
    stems = sorted(counts)
    return {
        "fields": [[name, boost] for name, (boost, _, _) in FIELDS.items()],
        "forms": "\n".join(",".join([s, *(tail(s, form) for form in sorted(forms[s] - {s}))]) for s in stems),
        "counts": "\n".join(_posting(counts[s]) for s in stems),
        "lengths": [_lengths(builder, name, len(entries)) for name in FIELDS],
        "entries": "\n".join(_shown(entry) for entry in entries),
    }


def summaries(entries: Sequence[Entry]) -> str:
    """A line for each entry: what a result says under its title. They travel apart, since a first answer needs none."""
    return "\n".join(" ".join(entry.summary.split()) for entry in entries)


def tail(base: str, form: str) -> str:
    """A form of a word as what follows the stem: `abus` and `abusing` give `ing`, `child` and `kids` give `5kids`."""
    same = 0
    while same < min(len(base), len(form)) and base[same] == form[same]:
        same += 1
    dropped = len(base) - same
    return (DIGITS[dropped] if dropped else "") + form[same:]


def base36(number: int) -> str:
    text = ""
    while True:
        number, digit = divmod(number, 36)
        text = DIGITS[digit] + text
        if not number:
            return text


def _counts(builder: Builder) -> dict[str, dict[str, dict[int, int]]]:
    """By stem and field: how often it stands in each entry, by the entry's number."""
    counts: dict[str, dict[str, dict[int, int]]] = defaultdict(lambda: defaultdict(dict))
    frequencies: Mapping[str, Mapping[str, int]] = builder.field_term_frequencies
    for ref, found in frequencies.items():
        field, number = ref.split("/")
        for word, count in found.items():
            counts[word][field][int(number)] = count
    return counts


def _lengths(builder: Builder, field: str, total: int) -> str:
    """How many stems each entry has in a field; nothing between the commas stands for none."""
    lengths: Mapping[str, int] = builder.field_lengths
    return ",".join(base36(n) if (n := lengths[f"{field}/{number}"]) else "" for number in range(total))


def _forms(entries: Iterable[Entry]) -> dict[str, set[str]]:
    forms: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        for _, is_name, text in FIELDS.values():
            for word in words_of(text(entry)):
                if is_indexed(word, is_name):
                    forms[stem(word)].add(word)
    return forms


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


def _shown(entry: Entry) -> str:
    """A result's line: kind, title, address (a section's from the page before it), status."""
    address = entry.url[entry.url.index("#") :] if entry.within and entry.kind != "examples" else entry.url
    kind = base36(KINDS.index(entry.kind))
    parts = [kind, entry.title, address, entry.status]
    return "\t".join(" ".join(part.split()) for part in parts).rstrip("\t")
