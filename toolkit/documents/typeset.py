"""The typesetter, Typst, with our font alone: every machine makes the same bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import typst

from toolkit.documents.font import FONTS

_compile: Any = typst.compile  # its stubs do not know that it also takes several files at once


def typeset(
    template: bytes, data: Mapping[str, Any], files: Mapping[str, bytes] | None = None, **options: Any
) -> bytes:
    """A template typeset with data (as `sys.inputs.data`, JSON) and the files that it names; a PDF unless told."""
    made = _compile(
        {"main.typ": template} | dict(files or {}),
        sys_inputs={"data": json.dumps(data, sort_keys=True)},
        font_paths=_fonts(),
        **options,
    )
    assert isinstance(made, bytes)
    return made


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(font_paths=[str(FONTS)], include_system_fonts=False)
