"""The names under which answers are kept: the same in files, pages, PDF and Word.

`record/setting` · `stop/bail` · `questions/hard` · `practice/policy/rating`; what repeats says which one it is:
`aims~2/actions~3/lead`, the first one has no number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

FORMAT = "safeguarding-toolkit-answers"  # says that a file of JSON holds answers
FORMAT_VERSION = 1
NAMESPACE = "urn:safeguarding-toolkit:answers:1"  # of the part of a Word file that holds the answers
CHECKBOX = "http://schemas.microsoft.com/office/word/2010/wordml"  # the namespace of Word's own tick boxes
EMPTY_BOX, TICKED_BOX = "\N{BALLOT BOX}", "\N{BALLOT BOX WITH X}"  # what those tick boxes show
FORM_KEY = "SafeguardingForm"  # in the root of a PDF: which form and version its fields belong to
# On the last page of a PDF: which answer a text continues, and the text; `more-room~2/of` is of the second box.
MORE_ROOM, CONTINUES, CONTINUED = "more-room", "of", "text"
STEP = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)(?:~([1-9][0-9]{0,3}))?")


@dataclass(frozen=True)
class Key:
    """A name split into its parts: ids and which one of a repetition each is (1 by default)."""

    ids: tuple[str, ...]
    numbers: tuple[int, ...]

    def __str__(self) -> str:
        return join(*zip(self.ids, self.numbers, strict=True))

    @property
    def plain(self) -> str:
        """The name of the question itself, whichever one of a repetition it is."""
        return "/".join(self.ids)


def join(*steps: tuple[str, int]) -> str:
    """The name made of (id, which one) pairs."""
    return "/".join(name if number == 1 else f"{name}~{number}" for name, number in steps)


@lru_cache(maxsize=50_000)  # many files of one form have the same names
def split(text: str) -> Key | None:
    """A name split into its parts; None if it is not one."""
    steps = [STEP.fullmatch(step) for step in text.split("/")]
    if not 2 <= len(steps) <= 3 or not all(steps):
        return None
    matches = [step for step in steps if step]
    return Key(tuple(step[1] for step in matches), tuple(int(step[2] or 1) for step in matches))
