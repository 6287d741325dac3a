"""The closed lists that more than one module knows, each once. A member is its own word: `Access.FREE == "free"`."""

from __future__ import annotations

from enum import StrEnum


class Nation(StrEnum):
    """Where something applies."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern-ireland"
    INTERNATIONAL = "international"


HOME_NATIONS = (Nation.ENGLAND, Nation.WALES)  # those that this toolkit is written for, and that a copy can be for


class Access(StrEnum):
    """What stands between a reader and a resource."""

    FREE = "free"
    LOGIN = "login"
    MEMBERSHIP = "membership"


class Status(StrEnum):
    """Whether a resource is the one to use."""

    CURRENT = "current"
    FORTHCOMING = "forthcoming"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


class AgeBand(StrEnum):
    """Ages of children by which resources are narrowed."""

    UNDER_5 = "under-5"
    FROM_5_TO_10 = "5-to-10"
    FROM_11_TO_15 = "11-to-15"
    FROM_16_TO_17 = "16-to-17"


AGE_BANDS = {
    AgeBand.UNDER_5: (0, 4),
    AgeBand.FROM_5_TO_10: (5, 10),
    AgeBand.FROM_11_TO_15: (11, 15),
    AgeBand.FROM_16_TO_17: (16, 17),
}  # in whole years, first and last


class Theme(StrEnum):
    """What an example of practice is about."""

    PARTNERS_TOGETHER = "partners-together"
    WORKING_WITH_SCHOOLS = "working-with-schools"
    DESIGNATED_LEADS = "designated-leads"
    VOICE_OF_THE_CHILD = "voice-of-the-child"
    AUDIT = "audit"
