"""What the fragments for authors and editors show."""

from __future__ import annotations

from macros import MACROS
from toolkit.pages.reference import describe
from toolkit.registers.reference import describe_registers
from toolkit.site.components import read_components
from toolkit.site.model import Site
from toolkit.site.views.words import Context


def macro_help(site: Site, path: str, macro: str) -> Context:
    """How a macro is written, for authors."""
    return {"help": describe(macro, MACROS[macro])}


def register_help(site: Site, path: str, key: str) -> Context:
    """The keys of a register, for editors."""
    return {"help": next(register for register in describe_registers() if register.key == key)}


def component_list(site: Site, path: str) -> Context:
    """Every component in each of its states, for developers."""
    return {"components": read_components(site.root)}


VIEWS = (macro_help, register_help, component_list)
