"""What the fragments for authors and editors show."""

from __future__ import annotations

from macros import MACROS
from toolkit.pages.reference import describe
from toolkit.registers.reference import describe_registers
from toolkit.site.components import read_components
from toolkit.site.model import Site
from toolkit.site.views.words import Context


def macro_help(site: Site, path: str, macro: str) -> Context:
    return {"help": describe(macro, MACROS[macro])}


def register_help(site: Site, path: str, key: str) -> Context:
    return {"help": next(register for register in describe_registers() if register.key == key)}


def component_list(site: Site, path: str) -> Context:
    return {"components": read_components(site.root)}


VIEWS = (macro_help, register_help, component_list)
