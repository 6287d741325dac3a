"""Which part of an activity, or of a judgement, an answer is: all else asks for the part and never for an id."""

from enum import StrEnum


class Holds(StrEnum):
    """What a question or column holds."""

    ACTION = "action"  # what is to be done
    LEAD = "lead"  # who leads it
    DUE = "due"  # the day by which it is done
    STATUS = "status"
    PRIORITY = "priority"  # a choice, the highest first
    SIGN = "sign"  # how anybody will notice that it worked
    NOTE = "note"  # what came of it
    EVIDENCE = "evidence"  # how a judgement is known: seen or told by whom, kept where
    CHOSEN = "chosen"  # whether a row is among those that people work on; `choose_rows` adds it
