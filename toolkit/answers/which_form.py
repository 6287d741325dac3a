"""Which form a file belongs to, whether it says so or not."""

from __future__ import annotations

from collections.abc import Mapping

from toolkit.answers.answers import Answers
from toolkit.answers.visible import shows_title
from toolkit.forms.definition import Form
from toolkit.forms.keys import split
from toolkit.forms.names import plain_fields


def find_form(answers: Answers, forms: Mapping[str, Form]) -> Form | None:
    """The form that a file names; of one that names none, the form that it answers most of, or whose title it shows."""
    if answers.form:
        return forms.get(answers.form)

    plain_names = [name.plain for name in map(split, answers.texts) if name]

    def count(form: Form) -> int:
        names = {key for key, _, _ in plain_fields(form)}
        return sum(name in names for name in plain_names)

    best = max(forms.values(), key=count, default=None)
    if best and count(best):
        return best
    document = answers.document
    titled = [form for form in forms.values() if document and shows_title(document, form.paper_heading)]
    return max(titled, key=lambda form: len(form.title), default=None)
