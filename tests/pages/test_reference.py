"""The authors' page cannot drift: it is made from the macros and the models, and its examples run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros import MACROS
from toolkit.catalogue.read import load_library
from toolkit.pages.calls import argument_constraints
from toolkit.pages.reference import can_run, describe
from toolkit.registers.models import MODELS
from toolkit.registers.reference import describe_registers
from toolkit.registers.refers import Refers


@pytest.mark.parametrize("name", MACROS)
def test_every_example_of_a_macro_runs_with_the_real_data(name: str, root: Path) -> None:
    library = load_library(root)
    examples = describe(name, MACROS[name]).examples
    assert examples and all(can_run(example, MACROS, lambda key: getattr(library, key)) for example in examples)


def test_the_page_shows_every_macro_with_its_arguments_and_what_its_examples_give(site: Path) -> None:
    page = (site / "development/macros/index.html").read_text("utf-8")
    for name, macro in MACROS.items():
        assert f'id="macro-{name.replace("_", "-")}"' in page
        for argument in describe(name, macro).arguments:
            assert f"<code>{argument.name}</code>" in page
    assert len(re.findall(r"<pre>", page)) == sum(len(describe(n, m).examples) for n, m in MACROS.items())
    assert 'href="../../r/communicating-with-children-guide/">the CSA Centre' in page


def test_the_page_shows_every_key_of_every_register(site: Path) -> None:
    page = (site / "development/data/index.html").read_text("utf-8")
    described = {register.key: {key.name for key in register.keys} for register in describe_registers()}
    assert {key: set(model.model_fields) for key, model in MODELS.items()} == described
    assert all(f'id="register-{key}"' in page for key in MODELS)
    assert all(f"<code>{name}</code>" in page for names in described.values() for name in names)


def test_every_argument_that_is_an_id_names_a_register_of_the_library(root: Path) -> None:
    library = load_library(root)
    constraints = [it for macro in MACROS.values() for it in argument_constraints(macro).values()]
    assert set() == {
        name for it in constraints if isinstance(it, Refers) for name in it.registers if not hasattr(library, name)
    }
