"""A form of another field, and what its documents are made with."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.documents.paper import Imprint
from toolkit.forms.definition import Form
from toolkit.forms.read import read_forms
from toolkit.library import Library, load_library, page_paths

HERE = Path(__file__).parent
ALLOTMENT = HERE / "allotment-plan.yml"
IMPRINT = Imprint("A toolkit", "https://toolkit.example/")


@pytest.fixture(scope="session")
def library(root: Path) -> Library:
    return load_library(root)


@pytest.fixture(scope="session")
def known(root: Path, library: Library) -> dict[str, set[str]]:
    registers = ("topics", "audiences", "sources", "resources", "contacts")
    return {key: set(getattr(library, key)) for key in registers} | {"pages": page_paths(root)}


@pytest.fixture(scope="session")
def allotment(known: dict[str, set[str]]) -> Form:
    return read_forms({"forms/allotment-plan.yml": ALLOTMENT}, known)["allotment-plan"]
