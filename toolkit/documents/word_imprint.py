"""Puts a copy's imprint into a Word file that was made once for all copies: band, foot, colour of words, and author."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from toolkit.documents.imprint import DRAFT, DRAFT_SITE, Imprint, Picture, picture_of
from toolkit.documents.layout import Layout
from toolkit.documents.package import ANSWERS_PART, BODY, pack_parts, with_texts

HEADER, ON_HEADER, PUBLISHER, LOGO_WORDS = "FEFEF1", "FEFEF2", "publisher-goes-here", "logo-words-go-here"
HEIGHT, WIDEST_LOGO = Cm(0.9), Cm(4.5)
MEDIA_FILE = re.compile(r"word/media/[^/]+\.png")
WORD_DRAWING = re.compile(rb"<w:r><w:drawing>.*?</w:drawing></w:r>", re.DOTALL)
PUBLISHER_RUN = re.compile(rb"<w:r>(?:(?!<w:r>).)*?" + PUBLISHER.encode() + rb".*?</w:r>", re.DOTALL)
PICTURE_RELATION = re.compile(rb'<Relationship [^>]*Target="media/[^>]*/>')
DRAWING_SIZE = re.compile(rb'cx="\d+" cy="\d+"')


def add_band(document: Any) -> None:
    """Begins a draft with the band that holds logo, site and publisher."""
    paragraph = document.add_paragraph()
    _shade(paragraph)
    picture = paragraph.add_run().add_picture(io.BytesIO(picture_of(EMPTY_PICTURE)), height=HEIGHT)
    picture._inline.docPr.set("descr", LOGO_WORDS)
    for words, size, bold in ((f"  {DRAFT_SITE}", 13, True), (PUBLISHER, 10, False)):
        run = paragraph.add_run()
        if not bold:
            run.add_break()
        run.add_text(words)
        run.font.size, run.font.bold, run.font.color.rgb = Pt(size), bold, RGBColor.from_string(ON_HEADER)


def complete_word(draft: bytes, _layout: Layout, imprint: Imprint) -> bytes:
    """The Word file with the imprint in it; the same bytes each time."""
    with zipfile.ZipFile(io.BytesIO(draft)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, content in parts.items():
        if name == BODY:
            parts[name] = _band(content, imprint)
        elif name == "word/styles.xml":
            parts[name] = content.replace(_hex(DRAFT.brand), _hex(imprint.brand))
        elif name.startswith("word/footer"):
            parts[name] = content.replace(_text(DRAFT.line), _text(imprint.line))
        elif name == "docProps/core.xml":
            parts[name] = content.replace(_text(DRAFT_SITE), _text(imprint.site))
        elif name == "word/_rels/document.xml.rels":
            linked = content.replace(_text(DRAFT.address), escape(imprint.address, {'"': "&quot;"}).encode())
            parts[name] = linked if imprint.logo else PICTURE_RELATION.sub(b"", linked)
    media = next(name for name in parts if MEDIA_FILE.fullmatch(name))
    if imprint.logo:
        parts[media] = _png(imprint.logo)
    else:
        del parts[media]
    parts[ANSWERS_PART] = with_texts(parts[ANSWERS_PART], parts[BODY])
    return pack_parts(parts)


def _band(body: bytes, imprint: Imprint) -> bytes:
    drawing = WORD_DRAWING.search(body)
    assert drawing
    picture = _sized(drawing[0], imprint.logo) if imprint.logo else b""
    body = body[: drawing.start()] + picture + body[drawing.end() :]
    publisher = imprint.publisher if imprint.publisher != imprint.site else ""
    if not publisher:
        body = PUBLISHER_RUN.sub(b"", body, count=1)
    values = {HEADER: imprint.header[1:].upper(), ON_HEADER: imprint.on_header[1:].upper(), DRAFT_SITE: imprint.site}
    for placeholder, words in (values | {PUBLISHER: publisher}).items():
        body = body.replace(_text(placeholder), _text(words))
    return body


def _sized(drawing: bytes, logo: Picture) -> bytes:
    """The drawing with the size of the logo, as high as a line or as wide as it may be, and with its words."""
    width, height = struct.unpack(">II", _png(logo)[16:24])
    scale = min(HEIGHT / height, WIDEST_LOGO / width)
    size = f'cx="{int(width * scale)}" cy="{int(height * scale)}"'.encode()
    words = escape(logo.words, {'"': "&quot;"}).encode()
    return DRAWING_SIZE.sub(size, drawing).replace(LOGO_WORDS.encode(), words)


@lru_cache(maxsize=4)
def _png(logo: Picture) -> bytes:
    return picture_of(logo)


def _shade(paragraph: Any) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", HEADER)):
        shade.set(qn(f"w:{name}"), value)
    paragraph._p.get_or_add_pPr().append(shade)


def _hex(colour: str) -> bytes:
    return colour[1:].upper().encode()


def _text(words: str) -> bytes:
    return escape(words).encode()


EMPTY_PICTURE = Picture(b'<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"/>')
