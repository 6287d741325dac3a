"""What the fragments for authors and editors show."""

from __future__ import annotations

from macros import MACROS
from toolkit.languages.read import ENGLISH
from toolkit.pages.reference import describe
from toolkit.partnership.reference import setting_groups
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


def setting_help(site: Site, path: str, group: str) -> Context:
    """The settings of a group of partnership.yml, for those who host a copy."""
    return {"help": next(settings for settings in setting_groups() if settings.path == group)}


def component_list(site: Site, path: str) -> Context:
    """Every component in each of its states, for developers; on the toolkit's own site in its first language alone."""
    is_here = site.copy is None and site.language.code == ENGLISH
    return {"components": read_components(site.root) if is_here else ()}


VIEWS = (macro_help, register_help, setting_help, component_list)
