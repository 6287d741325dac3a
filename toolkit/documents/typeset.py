"""The typesetter, Typst, with our font alone: every machine makes the same bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from toolkit.documents.font import FONTS

if TYPE_CHECKING:  # at run time where it is needed: a build that makes no document does without it
    import typst

CHECK = b"""#let data = json(bytes(sys.inputs.data))
#set document(title: "Check")
#text(font: "Source Sans Pro", data.text)"""
UNSHOWN = re.compile(r'the text `"(.+?)"` could not be displayed')


class NotTypeset(Exception):
    """What cannot be typeset, in the typesetter's words: a damaged picture, for one."""


class UnshownSign(NotTypeset):
    """A sign that no font of the documents holds, such as an emoji."""


def sign_without_font(text: str) -> str | None:
    """The first sign of a text that documents cannot show; None when they can show all."""
    try:
        typeset(CHECK, {"text": text}, pdf_standards=["ua-1"], timestamp=0)
    except UnshownSign as error:
        return str(error)
    return None


def typeset(
    template: bytes, data: Mapping[str, Any], files: Mapping[str, bytes] | None = None, **options: Any
) -> bytes:
    """A template typeset with data (as `sys.inputs.data`, JSON) and the files that it names; a PDF unless told."""
    import typst

    compile_files: Any = typst.compile  # its stubs do not know that it also takes several files at once
    try:
        document = compile_files(
            {"main.typ": template} | dict(files or {}),
            sys_inputs={"data": json.dumps(data, sort_keys=True)},
            font_paths=_fonts(),
            **options,
        )
    except (typst.TypstError, RuntimeError) as error:
        unshown = UNSHOWN.search(str(error))
        if unshown:
            raise UnshownSign(unshown[1]) from error
        raise NotTypeset(str(error).splitlines()[0]) from error
    assert isinstance(document, bytes)
    return document


@cache
def _fonts() -> typst.Fonts:
    import typst

    return typst.Fonts(font_paths=[str(FONTS)], include_system_fonts=False)
