"""What a form shows on paper, as plain data for the typesetter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from toolkit.catalogue.ways import details, reach_in_words
from toolkit.documents.around import Around
from toolkit.documents.chapter import Chapter
from toolkit.documents.imprint import DRAFT
from toolkit.documents.layout import Field, Layout, Sheet
from toolkit.documents.texts import texts_as_data
from toolkit.forms.definition import Form, VersionChange
from toolkit.forms.kinds import kind_of
from toolkit.forms.kinds.kind import Control
from toolkit.forms.kinds.tick import YES
from toolkit.languages.language import Language
from toolkit.registers.resources import Resource

# What a PDF says besides the form's own words.
WORDS = (
    *(("form", key) for key in ("who", "time", "personal", "personal-about", "stop", "may-help", "read", "suggested")),
    *(("document", key) for key in ("number", "versions", "handed-out", "example", "example-about")),
)


def paper(layout: Layout, around: Around, *, linked: bool) -> dict[str, Any]:
    """The content of a form's PDF, with the drafts' imprint; keys as form.typ names them.

    `linked`: the site has an address, so that the chapters it names can be links.
    """
    form, language = layout.form, around.language
    given = {field.key: _in_words(field, language) for field in layout.record if field.answer}
    return {
        "lang": language.code,
        "words": {key: language.translate(f"{component}.{key}") for component, key in WORDS} | pages_of(language),
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
            "conditions": [_field(field, around) for _, field in layout.stop],
        },
        "intro": texts_as_data(layout.intro, given, around, linked=linked),
        "record": [_field(field, around) for field in layout.record],
        "sheets": [_sheet(sheet, given, around, linked=linked) for sheet in layout.sheets],
        "changes": [change_in_words(change, language) for change in form.changes],
    }


def footer(layout: Layout, language: Language) -> str:
    """Title, version, date and where on the site the form stands."""
    form = layout.form
    version = language.translate("document.version", version=form.version)
    return f"{form.title} · {version} · {language.day(form.written)} · {form.address}"


def held_notice(form: Form, language: Language) -> str:
    """What stands at the top of each file of a form that is not to be given out yet; empty for any other."""
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


def _sheet(sheet: Sheet, given: Mapping[str, str], around: Around, *, linked: bool) -> dict[str, Any]:
    section = sheet.section
    return {
        "title": sheet.title,
        "intro": section.intro,
        "text": texts_as_data(sheet.text, given, around, linked=linked),
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
        "chapters": _chapters(around.chapters(section.pages)),
        "resources": _resources(around.resources(section.resources)),
        "questions": [_field(field, around) for field in sheet.questions],
        "free": not section.rows,
        "first-heading": around.language.translate("document.row-heading"),
        "columns": [{"label": c.label, "share": kind_of(c.kind).column_share} for c in section.columns],
        "rows": [
            {
                "prompt": row.row.prompt,
                "outcomes": row.row.outcomes,
                "chapters": _chapters(around.chapters(row.row.pages)),
                "resources": _resources(around.resources(row.row.resources)),
                "entries": [[f and _field(f, around) for f in entry.cells(section)] for entry in row.entries],
            }
            for row in sheet.rows
        ],
        "page-break": section.page_break and sheet.number == 1,
    }


def _field(field: Field, around: Around) -> dict[str, Any]:
    question, kind = field.question, kind_of(field.kind)
    return {
        "key": field.key,
        "control": kind.control,
        "is-short": kind.is_short,
        "grows": kind.is_free_text,
        "hint": around.language.translate(kind.paper_hint) if kind.paper_hint else "",
        "label": field.label,
        "value": _in_words(field, around.language) if field.answer else field.value,
        "chosen": [value for value, _ in field.choices].index(field.answer) if _is_chosen(field) else None,
        "ticked": kind.control is Control.CHECKBOX and field.answer == YES,
        "lines": field.lines if kind.has_lines else 1,
        "help": question and question.help,
        "points": question.points if question else (),
        "chapters": _chapters(around.chapters(question.pages)) if question else [],
        "resources": _resources(around.resources(question.resources)) if question else [],
        "choices": [words for _, words in field.choices],
    }


def _chapters(chapters: Iterable[Chapter]) -> list[dict[str, str]]:
    return [{"title": chapter.name, "url": chapter.url} for chapter in once(chapters)]


def once(chapters: Iterable[Chapter]) -> list[Chapter]:
    """One of each page: paper, where room is short, names the page alone."""
    return list({chapter.name: chapter for chapter in reversed([*chapters])}.values())[::-1]


def _resources(resources: Iterable[Resource]) -> list[dict[str, Any]]:
    return [{"title": resource.title, "url": resource.url} for resource in resources]


def _in_words(field: Field, language: Language) -> str:
    """An example's answer as people read it."""
    return kind_of(field.kind).in_words(field.answer, field.choices, language)


def _is_chosen(field: Field) -> bool:
    return any(field.answer == value for value, _ in field.choices)
