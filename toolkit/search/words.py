"""How text becomes words and words become stems; browser/lib/words.mjs does the same in the browser."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

from lunr.stemmer import PorterStemmer

from toolkit.search.english import BASES, STOP_WORDS, WEAK_WORDS

WORD_CHARACTERS = re.compile(r"[^\W_]+")
POSSESSIVE = re.compile(r"(?<=\w)['’ʼ]s?(?!\w)")
CONTRACTION = re.compile(r"(?<=\w)['’ʼ](?=(?:t|re|ve|ll|d|m)\b)")
SECTION_NUMBER = re.compile(r"\bs\.? ?(\d{1,3})\b")
EACH_OTHER = re.compile(r"\b(\w+)[ -]on[ -]\1\b")  # child-on-child is a word of its own, and not "child"
ACCENTS = re.compile(r"[\u0300-\u036f]")


class _Stemmer(PorterStemmer):  # type: ignore[misc]
    """The stemmer of the search on the page, lunr.js, which differs in one step from lunr's Python edition."""

    b: str  # the word
    k: int  # where it ends

    def step1c(self) -> None:
        """Turns y at the end into i after a consonant that is not the first character: policy, try, but not day."""
        if self.ends("y") and self.k >= 2 and self.b[self.k - 1] not in "aeiou":
            self.b = self.b[: self.k] + "i" + self.b[self.k + 1 :]


_stemmer: Any = _Stemmer()


def words_of(text: str) -> list[str]:
    """The words of a text in order: lower-case letters and digits, without accents, possessives and punctuation.

    `s47` and `s.47` are read as `section 47`, `child-on-child` as one word, `don't` as `dont`.
    """
    plain = ACCENTS.sub("", unicodedata.normalize("NFKD", text)).lower()
    plain = SECTION_NUMBER.sub(r"section \1", CONTRACTION.sub("", POSSESSIVE.sub("", plain)))
    return WORD_CHARACTERS.findall(EACH_OTHER.sub(r"\1on\1", plain))


@cache
def stem(word: str) -> str:
    """The form that all forms of a word share."""
    if word in BASES:
        return BASES[word]
    if not word.isascii() or any(c.isdigit() for c in word):
        return word
    return str(_stemmer.stem(word))


def is_indexed(word: str, is_name: bool) -> bool:
    """Whether a word is worth finding by; names and titles keep the words of questions."""
    return word not in STOP_WORDS and (is_name or word not in WEAK_WORDS)
