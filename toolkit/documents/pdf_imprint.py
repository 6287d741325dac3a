"""Puts a copy's imprint into a PDF that was made once for all copies: band, foot, colour of words, and author."""

from __future__ import annotations

import io
import re
from functools import lru_cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, NumberTree, Pdf, String

from toolkit.colour import channels
from toolkit.documents.imprint import DRAFT, DRAFT_SITE, Imprint
from toolkit.documents.tags import save_pdf
from toolkit.documents.typeset import typeset

BRAND_TEMPLATE = Path(__file__).with_name("brand.typ")
BAND, FOOT, CARD, WIDE_BAND, WIDE_FOOT = range(5)  # the pages of brand.typ
FILL = re.compile(rb"([\d.]+) ([\d.]+) ([\d.]+) scn")  # how the typesetter says which colour to fill with
ARTIFACT = b"/Artifact <</Type /Pagination>> BDC"


def put_imprint_in_pdf(draft: bytes, imprint: Imprint, *, cards: bool) -> bytes:
    """The PDF with the imprint in it; the same bytes each time."""
    with pikepdf.open(io.BytesIO(draft)) as pdf, pikepdf.open(io.BytesIO(stamps(imprint))) as imprint_pdf:
        first = pdf.pages[0]
        wide = float(first.mediabox[2]) > float(first.mediabox[3])
        for page in pdf.pages:
            _colour(page, imprint.brand)
            _link(page, imprint.address)
            _draw(pdf, page, imprint_pdf.pages[WIDE_FOOT if wide else FOOT], "/ImprintFoot", ARTIFACT)
        if cards:
            _draw(pdf, first, imprint_pdf.pages[CARD], "/ImprintCards", ARTIFACT)
        else:
            _draw(
                pdf, first, imprint_pdf.pages[WIDE_BAND if wide else BAND], "/ImprintBand", _tagged(pdf, first, imprint)
            )
        pdf.docinfo["/Author"] = String(imprint.site)
        metadata = pdf.Root.Metadata
        metadata.write(metadata.read_bytes().replace(DRAFT_SITE.encode(), escape(imprint.site).encode()))
        return save_pdf(pdf)


@lru_cache(maxsize=2)
def stamps(imprint: Imprint) -> bytes:
    """What is drawn onto pages, as the pages of a PDF of its own."""
    logo = imprint.logo
    files = logo.files if logo else {}
    return typeset(
        BRAND_TEMPLATE.read_bytes(), imprint.template_data, files, timestamp=0, pdf_tags=False
    )  # tags are given on the page


def _draw(pdf: Pdf, page: Any, drawing: Any, name: str, begin: bytes) -> None:
    page.add_resource(pdf.copy_foreign(drawing.as_form_xobject()), Name.XObject, Name(name))
    page.contents_add(begin + f" q {name} Do Q EMC".encode())


def _tagged(pdf: Pdf, page: Any, imprint: Imprint) -> bytes:
    """Enters a paragraph for the band at the beginning of the structure; gives the sign that opens it on the page."""
    root = pdf.Root.StructTreeRoot
    document = root.K[0] if isinstance(root.K, Array) else root.K
    elements = NumberTree(root.ParentTree)[int(page.obj.StructParents)]
    words = ", ".join(dict.fromkeys(filter(None, (imprint.site, imprint.publisher))))
    paragraph = Dictionary(
        Type=Name.StructElem, S=Name.P, P=document, Pg=page.obj, K=len(elements), ActualText=String(words)
    )
    element = pdf.make_indirect(paragraph)
    elements.append(element)
    children = document.K if isinstance(document.K, Array) else Array([document.K])
    children.insert(0, element)
    document.K = children
    return f"/P <</MCID {paragraph.K}>> BDC".encode()


def _link(page: Any, address: str) -> None:
    """Leads the links to the site's own pages to the copy."""
    for annotation in page.obj.get("/Annots", Array()):
        link = annotation.get("/A", Dictionary()).get("/URI")
        if link is not None and str(link).startswith(DRAFT.address):
            annotation.A.URI = String(address + str(link).removeprefix(DRAFT.address))


def _colour(page: Any, brand: str) -> None:
    """Gives the words in the drafts' colour the copy's."""
    if brand == DRAFT.brand:
        return
    new = " ".join(f"{part:.5f}" for part in channels(brand)).encode()

    def colour(match: re.Match[bytes]) -> bytes:
        parts = zip(match.groups(), channels(DRAFT.brand), strict=True)
        same = all(abs(float(written) - part) < 0.001 for written, part in parts)
        return new + b" scn" if same else match[0]

    page.Contents.write(FILL.sub(colour, page.Contents.read_bytes()))
