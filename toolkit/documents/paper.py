"""What a form shows on paper, as plain data for the typesetter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from toolkit.catalogue.ways import details, reach_in_words
from toolkit.documents.around import Around
from toolkit.documents.columns import asked_in_cells, band_height, band_width, columns_of
from toolkit.documents.imprint import DRAFT
from toolkit.documents.layout import Field, Layout, RowEntry, Sheet, TableRow
from toolkit.documents.more_room import more_room
from toolkit.documents.paper_fields import (
    answer_in_words,
    chapters_as_data,
    field_as_data,
    levels_in_words,
    once_fields,
    resources_as_data,
)
from toolkit.documents.texts import texts_as_data
from toolkit.forms.definition import Form, Section
from toolkit.forms.question import VersionChange
from toolkit.languages.language import Language

# What a PDF says besides the form's own words.
PAPER_WORDS = (
    *(
        ("form", key)
        for key in ("who", "time", "personal", "personal-about", "stop", "may-help", "read", "suggested", "for-example")
    ),
    *(("document", key) for key in ("number", "versions", "handed-out", "example", "example-about")),
    *(("document", key) for key in ("more-room", "more-room-about", "continues")),
)


def paper(layout: Layout, around: Around, *, linked: bool) -> dict[str, Any]:
    """The content of a form's PDF, with the drafts' imprint; keys as form.typ names them.

    `linked`: the site has an address, so that the chapters it names can be links.
    """
    form, language = layout.form, around.language
    answers = {field.key: answer_in_words(field, language) for field in layout.record if field.answer}
    return {
        "lang": language.code,
        "words": {key: language.translate(f"{component}.{key}") for component, key in PAPER_WORDS} | pages_of(language),
        "title": f"{form.title} · {language.translate('document.example')}" if layout.is_example else form.title,
        "heading": form.paper_heading,
        "part": layout.part and layout.part.title,
        "handed-out": bool(layout.part and layout.part.handed_out),
        "example": layout.is_example,
        "compact": form.compact,
        "about": form.about,
        "who": form.who,
        "time": form.time,
        "site": DRAFT.site,
        "address": DRAFT.address if linked else "",
        "brand": DRAFT.brand,
        "footer": footer(layout, language),
        "layout": form.layout,
        "held": held_notice(form, language),
        "review": review_status(form, language) if form.layout == "leaflet" else "",
        "fillable-form": form.is_fillable,
        "personal": form.holds_personal_data,
        "stop": form.stop_if
        and {
            "title": form.stop_if.title,
            "intro": form.stop_if.intro,
            "advice": form.stop_if.advice,
            "conditions": [field_as_data(field, around) for _, field in layout.stop],
        },
        "intro": texts_as_data(layout.intro, answers, around, linked=linked),
        "record": [field_as_data(field, around) for field in layout.record],
        "sheets": [_sheet(form, sheet, answers, around, linked=linked) for sheet in layout.sheets],
        "more-room": [
            {"of": field_as_data(room.continues, around), "text": field_as_data(room.text, around)}
            for room in more_room(layout, language)
        ],
        "changes": [change_in_words(change, language) for change in form.changes],
    }


def footer(layout: Layout, language: Language) -> str:
    """Title, version, date and where on the site the form stands."""
    form = layout.form
    version = language.translate("document.version", version=form.version)
    return f"{form.title} · {version} · {language.day(form.written)} · {form.address}"


def held_notice(form: Form, language: Language) -> str:
    """The notice at the top of each file of a form that is not to be given out yet; empty for any other."""
    return language.translate("document.held") if form.held_for_review else ""


def review_status(form: Form, language: Language) -> str:
    """When a form was written, and whether a practitioner has reviewed it."""
    written = language.translate("dates.written", day=language.day(form.written))
    reviewed = language.translate("dates.reviewed", day=language.day(form.reviewed)) if form.reviewed else ""
    return f"{written} {reviewed or language.translate('dates.not-reviewed')}"


def pages_of(language: Language) -> dict[str, str]:
    """The words around the two numbers of "Page 1 of 2"."""
    before, _, rest = language.translate("document.page", page="\0", pages="\1").partition("\0")
    between, _, after = rest.partition("\1")
    return {"page-before": before, "page-between": between, "page-after": after}


def change_in_words(change: VersionChange, language: Language) -> str:
    """A line of a form's history."""
    return language.translate("form.change", version=change.version, day=language.day(change.date), what=change.what)


def _sheet(form: Form, sheet: Sheet, answers: Mapping[str, str], around: Around, *, linked: bool) -> dict[str, Any]:
    section = sheet.section
    banded = sheet.is_banded
    columns = columns_of(form, section, around.language, banded=banded)
    return {
        "title": sheet.title,
        "intro": section.intro,
        "text": texts_as_data(sheet.text, answers, around, linked=linked),
        "helplines": [
            {
                "title": line.title,
                "reach": list(reach_in_words(line, around.language)),
                "caller": line.for_caller,
                "details": " · ".join(details(line, around.language)),
            }
            for line in around.helplines(section)
        ],
        "contacts": [
            {"name": c.name, "when": c.when, "numbers": c.numbers, "hours": c.hours} for c in around.contacts(section)
        ],
        "chapters": chapters_as_data(around.chapters(section.pages)),
        "resources": resources_as_data(around.resources(section.resources)),
        "questions": [field_as_data(field, around) for field in sheet.questions],
        "free": not section.rows,
        "first-heading": around.language.translate("document.row-heading"),
        "banded": banded,
        "noun": capitalised(section.row_repeat.noun) if section.row_repeat else "",
        "columns": [{"label": column.label} for column in asked_in_cells(section, banded=banded)],
        "widths": columns.widths,
        "heights": columns.heights,
        "band-width": band_width(form),
        "band-height": band_height(form),
        "rows": [_row(row, section, around, banded=banded) for row in sheet.rows],
        "page-break": section.page_break and sheet.number == 1,
    }


def _row(row: TableRow, section: Section, around: Around, *, banded: bool) -> dict[str, Any]:
    def cells(entry: RowEntry) -> Iterator[Field | None]:
        for column, field in zip(section.columns, entry.cells(section), strict=True):
            if not (banded and column.once):
                yield field

    once = once_fields(row) if banded else []
    return {
        "prompt": row.row.prompt,
        "outcomes": [outcome.text for outcome in row.row.outcomes],
        "chapters": chapters_as_data(around.chapters(row.row.pages)),
        "resources": resources_as_data(around.resources(row.row.resources)),
        "example": row.row.example,
        "levels": levels_in_words(row.row, row.entries[0].fields),
        "once": [field_as_data(field, around) for field in once],
        "entries": [[field and field_as_data(field, around) for field in cells(entry)] for entry in row.entries],
    }


def capitalised(words: str) -> str:
    """Words that begin with a capital letter; the others as they stand."""
    return words[:1].upper() + words[1:]
