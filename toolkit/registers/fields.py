"""The field types that register entries are made of; each says in its error what to write instead."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from toolkit.registers.choices import Nation
from toolkit.registers.phones import phone_mistake, text_number_mistake
from toolkit.registers.refers import Refers as Refers
from toolkit.registers.register import Register
from toolkit.sources.names import is_reserved_name
from toolkit.sources.text_file import is_invisible, misread_characters

ENTRY_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LABEL = r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
ADDRESS = re.compile(
    rf"https?://({LABEL}\.)+[A-Za-z][A-Za-z0-9-]{{0,61}}[A-Za-z0-9](:(?P<port>\d{{1,5}}))?([/?#][^\s<>\"'{{}}|\\^`]*)?"
)
EMAIL = re.compile(r"[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
DOI = re.compile(r"10\.\d{4,9}/[^\s<>\"'{}]+")
LAST_PORT = 65535
FEWEST_WORDS_OF_ANSWER, LONGEST_ANSWER = 2, 120
SEARCH_WORDS = "{words}"  # in the address of a search: where the words go
EARLIEST_YEAR, LATEST_YEAR = 1800, 2200


class Entry(BaseModel):
    """An entry of a register: frozen, with an id that is permanent and never used again."""

    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True)

    register: ClassVar[Register]

    id: Id = Field(description="Permanent id: small letters, digits and single hyphens")


def mistake(message: str) -> PydanticCustomError:
    """An error whose whole sentence is shown to the person."""
    return PydanticCustomError("mistake", "{message}", {"message": message})


def _check_id(value: str) -> str:
    if not ENTRY_ID.fullmatch(value) or len(value) > 80:
        raise mistake("an id is made of small letters, digits and single hyphens, at most 80 of them")
    if is_reserved_name(value):
        raise mistake("Windows keeps this name for a device, and cannot hold a page of that name. Choose another id")
    return value


def check_text(value: str) -> str:
    """A text without what must not be in one; raises ValueError with the reason."""
    if not value.replace("\n", "").isprintable():  # nearly every text is, and this is told at once
        for character in value:
            if character != "\n" and is_invisible(character):
                raise mistake(f"the text holds an invisible character (U+{ord(character):04X}). Retype the text")
    value = value.strip()
    if not value:
        raise mistake("the text is empty. Write it, or leave the key out")
    if sentence := misread_characters(value):
        raise mistake(f"{sentence}. Type them again")
    return value


def _refuse_number(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        raise mistake(f"a number is here where a text belongs. If it is the text, put it in quotes: '{value}'")
    return value


def _check_line(value: str) -> str:
    if "\n" in value:
        raise mistake("the text must be on one line. Remove the line breaks")
    return value


def _check_address(value: str) -> str:
    match = ADDRESS.fullmatch(value) if len(value) <= 2000 else None
    if not match or int(match["port"] or 0) > LAST_PORT:
        raise mistake("an address begins with https:// or http:// and holds no spaces, quotes or brackets")
    for character in value:
        if is_invisible(character):
            raise mistake(f"the address holds an invisible character (U+{ord(character):04X}). Retype it")
    return value


def check_search(value: str) -> str:
    """The address of a search; raises ValueError with the reason."""
    if value.count(SEARCH_WORDS) != 1 or not value.startswith("https://"):
        raise mistake("a search begins with https:// and has {words} once, where the words go")
    _check_address(value.replace(SEARCH_WORDS, "words"))
    return value


def _check_doi(value: str) -> str:
    if not DOI.fullmatch(value):
        raise mistake("a DOI looks like 10.1234/abcd, without https://doi.org/ before it")
    return value


def _check_phone(value: str) -> str:
    if wrong := phone_mistake(value):
        raise mistake(wrong)
    return value.strip()


def _check_text_number(value: str) -> str:
    if wrong := text_number_mistake(value):
        raise mistake(wrong)
    return value.strip()


def _check_email(value: str) -> str:
    if not EMAIL.fullmatch(value) or len(value) > 200:
        raise mistake("an e-mail address looks like safeguarding@example.org")
    return value


def _check_answer(value: str) -> str:
    if len(value.split()) < FEWEST_WORDS_OF_ANSWER:
        raise mistake("a question or sentence has two words or more. Put a single word into 'also_known_as'")
    if len(value) > LONGEST_ANSWER:
        raise mistake(f"a question or sentence has {LONGEST_ANSWER} characters at most. Shorten it")
    if "|" in value:
        raise mistake("the sentence holds an upright bar. Take it out")
    return value


def _check_partial_date(value: str) -> str:
    parts = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", value)
    try:
        if parts:
            date(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1))
            return value
    except ValueError:
        pass
    raise mistake("a date is written as 2025, 2025-09 or 2025-09-30")


def _read_date(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise mistake("a date is written as year-month-day, such as 2026-11-23, and must exist")


def _as_tuple(value: Any) -> Any:
    if not isinstance(value, list):
        raise mistake("this should be a list: [one, two], or a line with '- ' for each")
    if len({repr(item) for item in value}) < len(value):
        raise mistake("an item of the list is repeated. Keep one of them")
    return tuple(value)


Id = Annotated[str, AfterValidator(_check_id), Field(json_schema_extra={"pattern": f"^{ENTRY_ID.pattern}$"})]
NoNumber = BeforeValidator(_refuse_number)
Line = Annotated[str, NoNumber, AfterValidator(check_text), AfterValidator(_check_line), Field(max_length=300)]
Text = Annotated[str, NoNumber, AfterValidator(check_text), Field(max_length=2000)]
LongText = Annotated[str, NoNumber, AfterValidator(check_text), Field(max_length=20_000)]
Address = Annotated[str, AfterValidator(_check_address), Field(json_schema_extra={"pattern": "^https?://"})]
SearchAddress = Annotated[str, AfterValidator(check_search)]
Doi = Annotated[str, AfterValidator(_check_doi)]
Phone = Annotated[str, AfterValidator(_check_phone)]
TextNumber = Annotated[str, AfterValidator(_check_text_number)]
Email = Annotated[str, AfterValidator(_check_email)]
PartialDate = Annotated[str, AfterValidator(_check_partial_date)]
Day = Annotated[date, BeforeValidator(_read_date)]
Year = Annotated[int, Field(strict=True, ge=EARLIEST_YEAR, le=LATEST_YEAR)]
Age = Annotated[int, Field(strict=True, ge=0, le=25)]
AsList = BeforeValidator(_as_tuple)
Lines = Annotated[tuple[Line, ...], AsList]
QuestionsAnswered = Annotated[tuple[Annotated[Line, AfterValidator(_check_answer)], ...], AsList, Field(max_length=80)]
Nations = Annotated[tuple[Nation, ...], AsList, Field(min_length=1)]

TopicId = Annotated[str, Refers(("topics",))]
AudienceId = Annotated[str, Refers(("audiences",))]
KindId = Annotated[str, Refers(("kinds",))]
PublisherId = Annotated[str, Refers(("publishers",))]
AreaId = Annotated[str, Refers(("areas",))]
SourceId = Annotated[str, Refers(("sources",))]
ResourceId = Annotated[str, Refers(("resources",))]
TermId = Annotated[str, Refers(("terms",))]
GuidanceId = Annotated[str, Refers(("guidance",))]
NounId = Annotated[str, Refers(("nouns",))]
TopicIds = Annotated[tuple[TopicId, ...], AsList]
AudienceIds = Annotated[tuple[AudienceId, ...], AsList]
SourceIds = Annotated[tuple[SourceId, ...], AsList]
ResourceIds = Annotated[tuple[ResourceId, ...], AsList]
FormIds = Annotated[tuple[Annotated[str, Refers(("forms",))], ...], AsList]
ContactIds = Annotated[tuple[Annotated[str, Refers(("contacts",))], ...], AsList]
PagePaths = Annotated[tuple[Annotated[str, Refers(("pages",))], ...], AsList]

Entry.model_rebuild()
