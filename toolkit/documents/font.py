"""The font that form fields are typed in: embedded once in each PDF, with the characters of Windows-1252.

A field's font is a simple one, which knows one byte a character; a viewer takes others from its own fonts.
"""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import Any

import font_source_sans_pro
from fontTools import subset
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Pdf

FONTS = Path(font_source_sans_pro.__file__).parent / "files"
NAME = "SourceSansPro-Regular"


@cache
def _subset() -> tuple[bytes, dict[int, int], TTFont]:
    """The font with the characters of Windows-1252, and the width of each code in thousandths."""
    options = subset.Options(notdef_outline=True, layout_features=[], name_IDs=[1, 2, 4, 6], drop_tables=["DSIG"])
    options.recalc_timestamp = False
    font = TTFont(FONTS / f"{NAME}.ttf", recalcTimestamp=False)
    codes = {code: bytes([code]).decode("cp1252", "ignore") for code in range(32, 256)}
    letters = {code: ord(letter) for code, letter in codes.items() if letter}
    tool = subset.Subsetter(options)
    tool.populate(unicodes=letters.values())
    tool.subset(font)
    out = io.BytesIO()
    font.save(out, reorderTables=True)
    map_, scale = font.getBestCmap(), 1000 / font["head"].unitsPerEm
    widths = {c: round(font["hmtx"][map_[u]][0] * scale) for c, u in letters.items() if u in map_}
    return out.getvalue(), widths, font


def embed_font(pdf: Pdf) -> Any:
    """The font as an object of the document."""
    data, widths, font = _subset()
    head, hhea, os2 = font["head"], font["hhea"], font["OS/2"]
    scale = 1000 / head.unitsPerEm
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name(f"/{NAME}"),
        Flags=32,
        FontBBox=Array([round(v * scale) for v in (head.xMin, head.yMin, head.xMax, head.yMax)]),
        ItalicAngle=0,
        Ascent=round(hhea.ascent * scale),
        Descent=round(hhea.descent * scale),
        CapHeight=round(getattr(os2, "sCapHeight", 660) * scale),
        StemV=80,
        FontFile2=pdf.make_stream(data, Length1=len(data)),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=Name(f"/{NAME}"),
            Encoding=Name.WinAnsiEncoding,
            FirstChar=32,
            LastChar=255,
            Widths=Array([widths.get(code, 0) for code in range(32, 256)]),
            FontDescriptor=pdf.make_indirect(descriptor),
        )
    )
