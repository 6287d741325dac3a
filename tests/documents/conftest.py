"""The forms whose documents are looked at: one of another field, and the project's own."""

from tests.forms.conftest import allotment, around, known, library

__all__ = ["allotment", "around", "known", "library"]
