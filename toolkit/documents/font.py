"""The font that form fields are typed in: embedded once in each PDF, with every letter that it has.

It is a composite one, because a simple font has no more than 256 letters: no ŵ and no ŷ, for a start.
"""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import font_source_sans_pro

if TYPE_CHECKING:  # at run time where it is needed: a build that makes no document does without these libraries
    from fontTools.ttLib import TTFont
    from pikepdf import Pdf

FONTS = Path(font_source_sans_pro.__file__).parent / "files"
FONT_NAME = "SourceSansPro-Regular"
# What fields call the font. Chrome looks into it for a letter outside Western Europe only if it goes by the name of a
# font of symbols. Else it takes whatever font it finds, and leaves Welsh letters out.
ALIAS = "Wingdings"
LAST_LETTER = 0x24FF  # what follows are drawings
UNUSED_TABLES = ("DSIG", "GDEF", "GPOS", "GSUB", "BASE")
MOST_IN_A_BLOCK = 100  # of a character map
CHARACTER_MAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
{blocks}
endcmap CMapName currentdict /CMap defineresource pop end end
"""


@cache
def embedded_font() -> tuple[bytes, TTFont]:
    """The font with its Latin, Greek and Cyrillic letters, as a file and as an object."""
    from fontTools import subset
    from fontTools.ttLib import TTFont

    options = subset.Options(notdef_outline=True, layout_features=[], name_IDs=[1, 2, 4, 6], hinting=False)
    options.drop_tables += UNUSED_TABLES
    options.recalc_timestamp = False
    font = TTFont(FONTS / f"{FONT_NAME}.ttf", recalcTimestamp=False)
    tool = subset.Subsetter(options)
    tool.populate(unicodes=[code for code in font.getBestCmap() if code <= LAST_LETTER])
    tool.subset(font)
    out = io.BytesIO()
    font.save(out, reorderTables=True)
    return out.getvalue(), font


def embed_font(pdf: Pdf) -> Any:
    """The font as an object of the document."""
    from pikepdf import Array, Dictionary, Name, String

    data, font = embedded_font()
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name(f"/{FONT_NAME}"),
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        CIDToGIDMap=Name.Identity,
        FontDescriptor=pdf.make_indirect(_descriptor(font, pdf.make_stream(data, Length1=len(data)))),
        W=Array([0, Array([scale_units(font, font["hmtx"][glyph][0]) for glyph in font.getGlyphOrder()])]),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name(f"/{FONT_NAME}"),
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(descendant)]),
            ToUnicode=pdf.make_stream(_character_map(font).encode("ascii")),
        )
    )


@cache
def width_of(text: str, size: float) -> float:
    """How wide a text is in this font at a size, both in points; a letter that it lacks is as wide as a gap."""
    _, font = embedded_font()
    glyph_names, widths = font.getBestCmap(), font["hmtx"]
    units: int = sum(widths[glyph_names.get(ord(character), "space")][0] for character in text)
    per_em: int = font["head"].unitsPerEm
    return units * size / per_em


def glyphs_of(text: str) -> str:
    """A text as a page's content names its glyphs in this font; a letter that it lacks is a gap."""
    _, font = embedded_font()
    glyph_names = font.getBestCmap()
    glyphs = (font.getGlyphID(glyph_names.get(ord(character), "space")) for character in text)
    return f"<{''.join(f'{glyph:04X}' for glyph in glyphs)}>"


def _descriptor(font: TTFont, file: Any) -> Any:
    from pikepdf import Array, Dictionary, Name

    head, hhea, os2 = font["head"], font["hhea"], font["OS/2"]
    return Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name(f"/{FONT_NAME}"),
        Flags=32,
        FontBBox=Array([scale_units(font, edge) for edge in (head.xMin, head.yMin, head.xMax, head.yMax)]),
        ItalicAngle=0,
        Ascent=scale_units(font, hhea.ascent),
        Descent=scale_units(font, hhea.descent),
        CapHeight=scale_units(font, os2.sCapHeight),
        StemV=80,
        FontFile2=file,
    )


def scale_units(font: TTFont, units: int) -> int:
    """A length of the font in thousandths of its size, as PDF wants it."""
    per_em: int = font["head"].unitsPerEm
    return round(units * 1000 / per_em)


def _character_map(font: TTFont) -> str:
    """Which letter each glyph is: by this, viewers find the glyph of a letter that is typed."""
    codes: dict[int, int] = {}
    for code, glyph in sorted(font.getBestCmap().items()):
        codes.setdefault(font.getGlyphID(glyph), code)
    lines = [f"<{glyph:04X}> <{code:04X}>" for glyph, code in sorted(codes.items())]
    blocks = [lines[start : start + MOST_IN_A_BLOCK] for start in range(0, len(lines), MOST_IN_A_BLOCK)]
    return CHARACTER_MAP.format(
        blocks="\n".join("\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"]) for block in blocks)
    )
