"""What a form says of where its answers can be brought from: which answer of another form answers this, too."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, Field

from toolkit.registers.fields import Entry, Id, Line

MOST_SOURCES = 20


class CarriesFrom(BaseModel):
    """An answer of another form that answers this, too. Readers choose it; nothing is carried by itself."""

    model_config = Entry.model_config

    form: Id = Field(description="Id of the other form")
    source: Line = Field(
        alias="from",
        description="What it asks: section/question, section/row/column, section/*/column for every row, "
        "section/* for the rows' prompts; for a section, the id of the other section",
    )
    row: Id | None = Field(None, description="For a column of a table with given rows: the row that it answers")


def _as_list(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else (value,)


Carries = Annotated[tuple[CarriesFrom, ...], BeforeValidator(_as_list), Field(max_length=MOST_SOURCES)]
