"""The forms whose documents are looked at, one of another field and the project's own; and a LibreOffice."""

import pytest

from tests.documents.office import LibreOffice
from tests.forms.conftest import allotment, known, library

__all__ = ["allotment", "known", "library"]


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> LibreOffice:
    return LibreOffice(tmp_path_factory.mktemp("libreoffice"))
