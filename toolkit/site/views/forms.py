"""What the fragments about templates and plans show."""

from __future__ import annotations

import json
from dataclasses import dataclass

from toolkit.answers.page_definition import browser_definition
from toolkit.answers.review import can_be_late
from toolkit.catalogue.duties import duty_groups
from toolkit.documents.around import Around
from toolkit.documents.layout import lay_out
from toolkit.forms.carry import is_barred, targets
from toolkit.forms.definition import Form
from toolkit.forms.parts import papers
from toolkit.forms.text import read_text
from toolkit.site.compose.downloads import size_words
from toolkit.site.compose.formats import READ_ENDINGS, Use, formats_for, formats_of
from toolkit.site.compose.tree import composed_docs
from toolkit.site.model import Site
from toolkit.site.views.words import Context

OVERVIEW_FROM = 6  # given rows: a form with so many has an overview, and its rows fold
GROUPS = ("draft", "file", "none")  # how a form is saved, in the order of the library of templates


@dataclass(frozen=True)
class Download:
    """One file of a form: its address, what it is called, its format and its size in words."""

    address: str
    label: str
    format: str
    size: str
    part: str = ""  # the part of the form that it is of, in a form with parts


def template_library(site: Site, path: str) -> Context:
    """The library of templates and plans, in its groups."""
    forms = sorted(site.library.offered_forms, key=lambda form: form.title.casefold())
    groups = [(save, [form for form in forms if form.save == save]) for save in GROUPS]
    return {"groups": [group for group in groups if group[1]], "downloads": {f.id: _downloads(site, f) for f in forms}}


def form_page(site: Site, path: str, id: str) -> Context:
    """One form: to fill in, to download and to print."""
    form = site.library.forms[id]
    return {
        "form": form,
        "hidden": site.library.hidden_forms.get(id),
        "layout": lay_out(form),
        "has_overview": _has_overview(form),
        "has_dates": any(can_be_late(column) for section in form.sections for column in section.columns),
        "before_use": read_text(form.before_use, {}),
        "intros": {part.id: read_text(part.intro, {q.id: q for q in form.record}) for part in form.parts},
        "around": Around(site.library, site.page_at),
        "opens": ",".join(READ_ENDINGS),
        "definition": json.dumps(browser_definition(form), separators=(",", ":")),
        "sources": json.dumps(_sources(site, form), ensure_ascii=False, separators=(",", ":")),
        "personal": json.dumps(sorted(id for id, form in site.library.forms.items() if form.holds_personal_data)),
        "downloads": _downloads(site, form),
        "duties": duty_groups(form, site.library),
        "pages": [site.page_at[page] for page in form.pages if page in site.page_at],
    }


def _sources(site: Site, form: Form) -> list[dict[str, str]]:
    """The forms from which answers can be brought, in the order in which the form names them."""
    ids = dict.fromkeys(carries.form for target in targets(form) for carries in target.holder.carries_from)
    offered = {form.id: form for form in site.library.offered_forms}
    sources = (offered[id] for id in ids if id in offered and not is_barred(form, offered[id]))
    return [{"id": source.id, "title": source.title, "address": source.entrance} for source in sources]


def _has_overview(form: Form) -> bool:
    rows = [row for section in form.sections for row in section.rows]
    is_long = len(rows) >= OVERVIEW_FROM
    return form.is_fillable and (is_long or bool(form.choose_rows) or any(row.levels for row in rows))


def form_offer(site: Site, path: str, id: str) -> Context:
    """The line in a chapter that offers a form."""
    form = site.library.forms[id]
    return {"form": form, "hidden": site.library.hidden_forms.get(id), "downloads": _downloads(site, form)}


def _downloads(site: Site, form: Form) -> list[Download]:
    if form.id in site.library.hidden_forms:
        return []
    folder = composed_docs(site.root, site.slug) / "downloads"
    downloads = []
    for stem, part in papers(form):
        for format in (*formats_of(form), *formats_for(Use.EXAMPLE)):
            file = folder / f"{stem}{format.ending}"
            if Use.EXAMPLE in format.uses and not file.is_file():
                continue
            words, size = format.words_in(site.language), size_words(file.stat().st_size)
            downloads.append(Download(f"downloads/{file.name}", words, format.name, size, part.title if part else ""))
    return downloads


VIEWS = (template_library, form_page, form_offer)
