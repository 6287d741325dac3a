"""What collations are made of in these tests: the forms and the process that reads files."""

from tests.forms.conftest import allotment, around, kitchen, known, library, one_reading_process, reading_process

__all__ = ["allotment", "around", "kitchen", "known", "library", "one_reading_process", "reading_process"]
