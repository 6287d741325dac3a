"""An option of these tests."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-forms", action="store_true", help="write tests/vectors/forms/ anew")
