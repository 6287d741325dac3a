"""The font of form fields as the form's page takes it, to write a PDF with the answers in the browser."""

from __future__ import annotations

import json
import zlib
from base64 import b64encode
from functools import cache

from toolkit.documents.font import FONT_NAME, embedded_font, scale_units


@cache
def browser_font_script() -> bytes:
    """The font with its measures, as a script that delivers it: a folder on a stick fetches nothing else."""
    data, font = embedded_font()
    characters = sorted(font.getBestCmap().items())
    head, hhea, os2 = font["head"], font["hhea"], font["OS/2"]
    description = {
        "name": FONT_NAME,
        "file": b64encode(zlib.compress(data, 9)).decode(),
        "length": len(data),
        "letters": "".join(chr(code) for code, _ in characters),
        "glyphs": [font.getGlyphID(glyph) for _, glyph in characters],
        "widths": [scale_units(font, font["hmtx"][glyph][0]) for glyph in font.getGlyphOrder()],
        "box": [scale_units(font, edge) for edge in (head.xMin, head.yMin, head.xMax, head.yMax)],
        "ascent": scale_units(font, hhea.ascent),
        "descent": scale_units(font, hhea.descent),
        "capitals": scale_units(font, os2.sCapHeight),
    }
    return (
        f'toolkit.deliver("pdf-font", {json.dumps(description, ensure_ascii=True, separators=(",", ":"))});\n'.encode()
    )
