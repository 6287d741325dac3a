"""Parts of a form that print, and go into files, apart: each read as a form of its own with the same names."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.forms.definition import Form, FormPart


def papers(form: Form) -> Iterator[tuple[str, FormPart | None]]:
    """(name of its files without their endings, part) of all that a form is handed out as.

    A form without parts is one paper. The files of the first part have the form's own name, so that an address from
    before there were parts still leads to something.
    """
    if not form.parts:
        yield form.id, None
    for number, part in enumerate(form.parts):
        yield (f"{form.id}-{part.id}" if number else form.id), part


def form_of_part(form: Form, part: FormPart | None) -> Form:
    """What is on the paper of one part of a form: the record and the part's own sections, under its own words."""
    if part is None:
        return form
    return form.model_copy(
        update={
            "title": f"{form.title} · {part.title}",
            "heading": part.heading or form.title,
            "about": part.about,
            "who": part.who or form.who,
            "intro": part.intro,
            "stop_if": form.stop_if if form.stop_if and form.stop_if.part == part.id else None,
            "sections": tuple(section for section in form.sections if section.part == part.id),
            "changes": () if part.handed_out else form.changes,
            "parts": (),
        }
    )
