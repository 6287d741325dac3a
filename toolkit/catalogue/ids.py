"""What names the ids of a library: pages that were sound with the same ids are sound still."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

from toolkit.artefacts.artefact import fingerprint
from toolkit.catalogue.library import Library
from toolkit.catalogue.written import WrittenLibrary


def ids_of(library: Library | WrittenLibrary) -> str:
    """A hash of every id that a page may name."""
    if isinstance(library, WrittenLibrary):
        return fingerprint({key: sorted(ids) for key, ids in library.ids.items()} | {"": ["written"]})
    registers = [getattr(library, part.name) for part in fields(library)]
    ids = [sorted(map(str, register)) for register in registers if isinstance(register, Mapping)]
    return fingerprint(ids)
