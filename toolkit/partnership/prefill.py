"""Puts into the forms of a copy what it says of itself: who fills one in need not write it again."""

from __future__ import annotations

from collections.abc import Mapping

from toolkit.forms.definition import Form
from toolkit.partnership.model import Partnership
from toolkit.registers.vocabulary import Contact


def prefill_forms(
    forms: Mapping[str, Form], partnership: Partnership, contacts: Mapping[str, Contact]
) -> dict[str, Form]:
    """The forms with the record's questions filled by the copy, unless they have a value of their own."""
    values = {"name": partnership.name}
    values |= {f"policy {merge_field}": value for merge_field, value in partnership.policy.items()}
    values |= {f"contact {id}": "; ".join(contact.numbers) for id, contact in contacts.items() if contact.numbers}
    return {id: _prefill(form, values) for id, form in forms.items()}


def _prefill(form: Form, values: Mapping[str, str]) -> Form:
    if not any(question.filled_by in values for question in form.record):
        return form
    record = [
        question.model_copy(update={"value": question.value or values.get(question.filled_by or "")})
        for question in form.record
    ]
    return form.model_copy(update={"record": tuple(record)})
