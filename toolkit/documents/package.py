"""The archive of a Word file: its answers part, and the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml import etree

from toolkit.documents.controls import STORE
from toolkit.documents.word_repeats import WORD_15
from toolkit.forms.fingerprint import fingerprint
from toolkit.forms.keys import NAMESPACE

ANSWERS_PART, BODY = "customXml/item1.xml", "word/document.xml"
UNUSED_PARTS = {
    RELATIONSHIP_TYPE.CUSTOM_XML,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
}
THUMBNAIL = RELATIONSHIP_TYPE.THUMBNAIL
PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
ITEM_PROPERTIES = f"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<ds:datastoreItem ds:itemID="{STORE}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">\
<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>"""
CONTROL_ELEMENT, CONTROL_TAG, PARAGRAPH, RUN_TEXT = qn("w:sdt"), f"{qn('w:sdtPr')}/{qn('w:tag')}", qn("w:p"), qn("w:t")
EARLIEST = (1980, 1, 1, 0, 0, 0)


def answers_xml(form: str, version: int, answers: Iterable[tuple[str, str]], prompts: Iterable[str] = ()) -> str:
    """The answers part: one element for each field.

    The name is on an element around the bound one, because LibreOffice rewrites the bound one without its
    attributes. It also writes a control's prompt into it, so the part says which texts are no answers.
    """
    elements = "".join(f"<a key={quoteattr(key)}><v>{escape(value)}</v></a>" for key, value in answers)
    texts = "".join(f"<prompt>{escape(text)}</prompt>" for text in dict.fromkeys(prompts))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
        f'<answers xmlns="{NAMESPACE}" form={quoteattr(form)} version="{version}">{elements}{texts}</answers>'
    )


def bind_answers(document: Any, xml: str) -> None:
    """Gives the document the answers part, in place of what its template brought along."""
    part = document.part
    for relation in [r for r in part.rels.values() if r.reltype in UNUSED_PARTS]:
        part.rels.pop(relation.rId, None)
    package = part.package
    for relation in [r for r in package.rels.values() if r.reltype == THUMBNAIL]:
        package.rels.pop(relation.rId)
    answers = Part(PackURI(f"/{ANSWERS_PART}"), "application/xml", xml.encode(), package)
    properties = Part(PackURI("/customXml/itemProps1.xml"), PROPERTIES_TYPE, ITEM_PROPERTIES.encode(), package)
    part.relate_to(answers, RELATIONSHIP_TYPE.CUSTOM_XML)
    answers.relate_to(properties, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)


def pack_document(document: Any) -> bytes:
    """The document as a file whose bytes depend on its content alone."""
    file = io.BytesIO()
    document.save(file)
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return pack_parts({**parts, BODY: _ignorable_by_old_word(parts[BODY])})


def _ignorable_by_old_word(body: bytes) -> bytes:
    """The body with rows to repeat declared as what a Word from before 2013 may pass over."""
    return body.replace(b"<w:document ", b'<w:document xmlns:w15="%s" ' % WORD_15.encode(), 1).replace(
        b'mc:Ignorable="', b'mc:Ignorable="w15 ', 1
    )


def pack_parts(parts: Mapping[str, bytes]) -> bytes:
    """An archive of parts by name whose bytes depend on their content alone."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, parts[name])
    return out.getvalue()


def with_texts(part: bytes, body: bytes) -> bytes:
    """The answers part with marks of what the form itself says, so that other texts are known to be somebody's own."""
    fingerprints = " ".join(dict.fromkeys(filter(None, map(fingerprint, _own_texts(etree.fromstring(body))))))
    return part.replace(b"</answers>", f"<texts>{fingerprints}</texts></answers>".encode())


def _own_texts(body: Any) -> Iterator[str]:
    """The text of each paragraph without its controls."""
    in_controls = {
        text
        for control in body.iter(CONTROL_ELEMENT)
        if control.find(CONTROL_TAG) is not None
        for text in control.iter(RUN_TEXT)
    }
    for paragraph in body.iter(PARAGRAPH):
        yield "".join(text.text or "" for text in paragraph.iter(RUN_TEXT) if text not in in_controls)
