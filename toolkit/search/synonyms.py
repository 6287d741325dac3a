"""Other words for the same: sets of phrases, from the glossary and from data/search.yml."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from toolkit.catalogue.library import Library
from toolkit.search.words import stem, words_of

BETWEEN_NAMES = 0.9  # how much a result counts that has an acronym in place of the term, or the term in its place
BETWEEN_EVERYDAY = 0.6


@dataclass(frozen=True)
class SynonymSet:
    """Phrases with the same meaning: names of one thing, and other words that readers have for it.

    Each phrase is its stems. The browser leads from the variants to the names and, with less weight, back; from the
    ways in it leads to the names alone, because these often mean something else.
    """

    names: tuple[str, ...]
    variants: tuple[str, ...] = ()
    ways_in: tuple[str, ...] = ()
    weight: float = BETWEEN_NAMES

    @property
    def line(self) -> str:
        """The set as one line of the file that the page fetches."""
        return f"{self.weight:g};{'|'.join(self.names)};{'|'.join(self.variants)};{'|'.join(self.ways_in)}"


def synonym_sets_of(library: Library) -> list[SynonymSet]:
    """The sets of a site's glossary, of the words that it avoids with their better ones, and of everyday words."""
    return [s for s in _all_sets(library) if len(s.names) + len(s.variants) + len(s.ways_in) > 1]


def _all_sets(library: Library) -> Iterator[SynonymSet]:
    for term in library.terms.values():
        names = (term.term, *term.acronyms)
        yield SynonymSet(_phrases(names), _phrases(term.synonyms, names))
        for better in (library.terms[id] for id in term.use_instead):
            preferred = (better.term, *better.acronyms)
            yield SynonymSet(_phrases(preferred), _phrases((*names, *term.synonyms), preferred))
    for entry in library.synonyms.values():
        names = (*entry.words, *entry.welsh)
        yield SynonymSet(_phrases(names), ways_in=_phrases(entry.also, names), weight=BETWEEN_EVERYDAY)


def _phrases(texts: Iterable[str], without: Iterable[str] = ()) -> tuple[str, ...]:
    """Each text as its stems, once, in order."""
    stems = (" ".join(stem(word) for word in words_of(text)) for text in texts)
    excluded = set(_phrases(without)) if without else set()
    return tuple(dict.fromkeys(phrase for phrase in stems if phrase and phrase not in excluded))
