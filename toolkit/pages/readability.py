"""How hard a page is to read: the Flesch-Kincaid grade (Kincaid et al., 1975), as an age.

The grade is a school year in the United States, where first grade begins at six: age = grade + 5. It counts
sentences, words and syllables only, so it is a hint for a second look and not a verdict.
"""

from __future__ import annotations

import re

ENGLISH_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
SENTENCE_END = re.compile(r"[.!?:](?=\s|$)|\n\s*\n|\n(?=\s*(?:[-*]|\d+\.)\s)")
NOT_PROSE = re.compile(r"^---\n.*?^---$|\{\{.*?\}\}|<[^>]+>|\]\([^)]*\)|^\|.*\|$|[#*_`>\[\]]", re.DOTALL | re.MULTILINE)
VOWELS = re.compile(r"[aeiouy]+")
SILENT_END = re.compile(r"(?:[^l]e|es|ed)$")


def reading_age(text: str) -> float:
    """The age, in years, at which a Markdown text can be read; 0 for a text without words."""
    prose = NOT_PROSE.sub("", text)
    words = ENGLISH_WORD.findall(prose)
    if not words:
        return 0.0
    sentences = max(1, sum(1 for part in SENTENCE_END.split(prose) if ENGLISH_WORD.search(part)))
    syllables = sum(map(count_syllables, words))
    grade = 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59
    return max(5.0, round(grade + 5, 1))


def count_syllables(word: str) -> int:
    """The syllables of an English word, by its groups of vowels less a silent ending."""
    plain = word.lower()
    groups = len(VOWELS.findall(plain))
    return max(1, groups - bool(groups > 1 and SILENT_END.search(plain) and not plain.endswith(("ted", "ded", "ses"))))
