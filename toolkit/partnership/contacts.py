"""A copy's local contacts: which of them pages need, which are missing, and which nobody has rung for too long."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from toolkit.catalogue.library import Library
from toolkit.pages.page import Page
from toolkit.partnership.copy import Copy
from toolkit.partnership.read import CONTACTS
from toolkit.registers.phones import national_digits
from toolkit.registers.vocabulary import Contact, ContactNumber
from toolkit.sources.problems import Problems, one_of

EXAMPLE_AREA = "01632"  # numbers that begin so are kept for drama; nobody can be reached on them


def pages_needing(contact_ids: Sequence[str], pages: Iterable[Page]) -> dict[str, list[Page]]:
    """By id of a contact: the pages that show it, in order."""
    needing: dict[str, list[Page]] = {}
    for page in pages:
        shows_all = any(call.name == "local_contacts" for call in page.calls)
        for id in contact_ids if shows_all else page.meta.contacts:
            needing.setdefault(id, []).append(page)
    return needing


def missing_contacts(library: Library, pages: Iterable[Page]) -> list[tuple[Contact, list[Page]]]:
    """Each contact that pages need and that the copy has not set, with those pages."""
    needing = pages_needing(list(library.contacts), pages)
    contacts = [library.contacts[id] for id in library.contacts if id in needing]
    return [(c, needing[c.id]) for c in contacts if not (c.is_set or c.national)]


def check_for_publishing(copy: Copy, library: Library, pages: Iterable[Page], problems: Problems) -> None:
    """Adds a problem for each contact without which the copy should not be published."""
    for contact, needing in missing_contacts(library, pages):
        where = one_of([page.file for page in needing], 3)
        message = (
            f"the contact '{contact.id}' ({contact.name}) is not set, and pages need it: {where}. Add its 'number'"
        )
        problems.add(copy.settings_name, copy.line(CONTACTS), message)
    for contact in library.contacts.values() if not copy.partnership.demonstration else ():
        for line in contact.lines:
            if national_digits(line.number or "").startswith(EXAMPLE_AREA):
                message = f"the contact '{contact.id}' still has an example's number, {line.number}. Write the real one"
                problems.add(copy.settings_name, copy.line(CONTACTS), message)


def due_on(contact: Contact, line: ContactNumber) -> date | None:
    """The day by which a number must be rung again: its review period after it was checked, or else written."""
    since = line.checked or line.written
    return add_months(since, contact.review_months) if since else None


def overdue(library: Library, today: date) -> list[tuple[Contact, ContactNumber, date | None]]:
    """Each number whose check has run out, with its contact, and since when; None if the copy gives no date at all."""
    numbered = [(contact, line) for contact in library.contacts.values() for line in contact.lines if line.number]
    dated = [(contact, line, due_on(contact, line)) for contact, line in numbered]
    return [(contact, line, due) for contact, line, due in dated if due is None or due < today]


def add_months(day: date, months: int) -> date:
    """The same day some months later; the last of the month where that day does not exist."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in range(day.day, 0, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError("every month has a first day")
