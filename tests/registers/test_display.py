"""Where readers meet a field of a resource follows from its marks; a field that is shown nowhere is found."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

from toolkit.registers.choices import Nation
from toolkit.registers.display import InFacet, InFile, InRecord, InSearch, enum_of, marks_of, register_of
from toolkit.registers.fields import Entry, Lines, TopicIds, Year
from toolkit.registers.resources import FOR_EDITORS, Resource


class Sample(Entry):
    """An entry with a field of each sort."""

    topics: Annotated[TopicIds, InRecord("a.b"), InSearch()]
    nation: Annotated[Nation | None, InFacet("nation", words="nations")] = None
    year: Annotated[Year | None, InFile("a.c")] = None
    lines: Lines = ()


def test_marks_are_read_by_their_kind() -> None:
    assert {"topics": InRecord("a.b")} == marks_of(Sample, InRecord)
    assert {"nation": InFacet("nation", words="nations")} == marks_of(Sample, InFacet)
    assert ["year"] == [*marks_of(Sample, InFile)]
    assert ["topics"] == [*marks_of(Sample, InSearch)]


def test_a_field_knows_the_register_or_the_enum_that_its_values_are_of() -> None:
    assert ["topics", None, None, None] == [register_of(Sample, name) for name in ("topics", "nation", "year", "lines")]
    assert [None, Nation, None, None] == [enum_of(Sample, name) for name in ("topics", "nation", "year", "lines")]


def test_every_field_of_a_resource_is_shown_somewhere_or_is_for_editors(root: Path) -> None:
    """Else add a mark to the field (toolkit/registers/display.py), show it in a template, or name it in FOR_EDITORS."""
    templates = "".join(path.read_text("utf-8") for path in (root / "components").rglob("*.html"))
    in_templates = {name for name in Resource.model_fields if re.search(rf"\b(?:resource|line)\.{name}\b", templates)}
    records, facets = marks_of(Resource, InRecord), marks_of(Resource, InFacet)
    marked = {*records, *facets, *marks_of(Resource, InFile), *(mark.to for mark in facets.values())}
    shown = in_templates | marked | {name for mark in records.values() for name in mark.beside}
    assert set() == Resource.model_fields.keys() - shown - FOR_EDITORS
    assert set() == FOR_EDITORS - Resource.model_fields.keys(), "FOR_EDITORS names what is no field"
    assert set() == FOR_EDITORS & marked, "a field is marked for readers, so it is not for editors alone"
