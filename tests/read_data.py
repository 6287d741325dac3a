"""Files of one sort alone, read and checked as a site's are: for tests of their rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from toolkit.forms.definition import Form
from toolkit.forms.read import check_forms, read_form_sources
from toolkit.pathways.model import Pathway
from toolkit.pathways.read import check_pathways, read_pathway_sources
from toolkit.registers.read import Registers, check_registers, read_drafts
from toolkit.registers.refers import IdsByRegister
from toolkit.sources.problems import Problems


def read_registers(files: Mapping[str, Path], places: Mapping[str, Iterable[str]] | None = None) -> Registers:
    """The entries of all data files; without `places`, the pages that entries name are not checked."""
    problems = Problems()
    drafts = [draft for name, path in files.items() for draft in read_drafts(path, name, problems)]
    registers = check_registers(drafts, problems, places, is_whole=not problems)
    problems.stop_if_any()
    return registers


def read_pathways(files: Mapping[str, Path], ids: IdsByRegister | None) -> list[Pathway]:
    """The pathways of the files in their order."""
    problems = Problems()
    pathways = check_pathways(read_pathway_sources(files, problems), ids, problems)
    problems.stop_if_any()
    return pathways


def read_forms(files: Mapping[str, Path], ids: IdsByRegister | None) -> dict[str, Form]:
    """The forms by id, in order of id."""
    problems = Problems()
    forms = check_forms(read_form_sources(files, problems), ids, problems)
    problems.stop_if_any()
    return forms
