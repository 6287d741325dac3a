"""Whether a text names a time, as a lead and a timeframe in one field do; browser/lib/times.mjs is its twin."""

from __future__ import annotations

import re

from toolkit.forms.holds import Holds
from toolkit.forms.question import Question

WORDS_OF_TIME = (
    *("jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "june?", "july?", "aug(?:ust)?", "sept?(?:ember)?"),
    *("oct(?:ober)?", "nov(?:ember)?", "dec(?:ember)?", "spring", "summer", "autumn", "winter", "easter", "christmas"),
    *("terms?", "termly", "half-term", "half term", "weeks?", "weekly", "months?", "monthly", "years?", "yearly"),
    *("annually", "ongoing", "immediately", "today", "tomorrow", "tymor", "hanner tymor", "wythnos", "mis"),
    *("blwyddyn", "gwanwyn", "haf", "hydref", "gaeaf", "pasg", "nadolig", "ionawr", "chwefror", "mawrth", "ebrill"),
    *("mai", "mehefin", "gorffennaf", "awst", "medi", "tachwedd", "rhagfyr"),
)
TIME = re.compile(rf"[0-9]|\b(?:{'|'.join(WORDS_OF_TIME)})\b", re.IGNORECASE | re.ASCII)


def names_time(text: str) -> bool:
    """Whether a text names a day, a month, a term or another time."""
    return bool(TIME.search(text))


def is_unsplit(question: Question, text: str) -> bool:
    """Whether an answer still says who leads and by when in one, where a form once asked for both together."""
    return question.part is Holds.LEAD and question.changed_note is not None and names_time(text)
