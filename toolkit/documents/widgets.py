"""Turns the link boxes that the typesetter left into tagged form fields.

PDF/UA asks of each field a Form element in the structure tree, a name for those who do not see it (TU), and fonts
that are embedded. Viewers that regenerate appearances read the field's own default appearance (DA).
"""

from __future__ import annotations

from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, String

from toolkit.documents.fitting import LEADING, PADDING, fit
from toolkit.documents.font import ALIAS, embed_font, glyphs_of
from toolkit.documents.layout import Field, Layout
from toolkit.documents.more_room import more_room
from toolkit.documents.tags import elements
from toolkit.forms.keys import FORM_KEY
from toolkit.forms.kinds import kind_of
from toolkit.forms.kinds.kind import PdfField
from toolkit.forms.kinds.tick import YES
from toolkit.languages.language import Language

FIELD_PREFIX = "field:"
APPEARANCE = f"/{ALIAS} 0 Tf 0 0 0 rg"  # no size: viewers type as large as the box has room for
PRINTED = 4
RISE = 0.7  # how high letters stand above their line, in sizes
FIELD_MARGIN = 2  # points between the box that is drawn and what is typed


def add_widgets(pdf: Pdf, layout: Layout, language: Language) -> None:
    """Gives the document a field for each box, named by its key, in the order of the page."""
    rooms = more_room(layout, language)
    fields = {
        field.key: field for field in (*layout.fields, *(f for room in rooms for f in (room.continues, room.text)))
    }
    font = embed_font(pdf)
    widgets_by_key: dict[str, list[Any]] = {}
    for page in pdf.pages:
        page.obj.Tabs = Name.S  # tab order follows the structure
        for annotation in page.obj.get("/Annots", Array()):
            key = _key_of(annotation)
            if key is not None:
                _make_widget(pdf, annotation, fields[key], page.obj, font)
                widgets_by_key.setdefault(key, []).append(annotation)
    for element in list(elements(pdf.Root.StructTreeRoot, Name.Link)):
        _retag(element)
    pdf.Root[f"/{FORM_KEY}"] = Dictionary(Form=String(layout.form.id), Version=layout.form.version)
    pdf.Root.AcroForm = Dictionary(
        Fields=Array(
            [
                _field_of(pdf, key, widgets, fields[key], _tooltip(fields[key], language))
                for key, widgets in widgets_by_key.items()
            ]
        ),
        DR=Dictionary(Font=Dictionary({f"/{ALIAS}": font})),
        DA=String(APPEARANCE),
    )


def _key_of(annotation: Any) -> str | None:
    action = annotation.get("/A")
    address = str(action.get("/URI", "")) if action is not None else ""
    return address.removeprefix(FIELD_PREFIX) if address.startswith(FIELD_PREFIX) else None


def _make_widget(pdf: Pdf, annotation: Any, field: Field, page: Any, font: Any) -> None:
    for unused in ("/A", "/Border", "/Contents"):
        if unused in annotation:
            del annotation[unused]
    annotation.Subtype = Name.Widget
    annotation.F = PRINTED
    annotation.P = page
    x0, y0, x1, y1 = (float(edge) for edge in annotation.Rect)
    is_box = _is_box(field)
    if not is_box:
        x0, x1 = x0 + FIELD_MARGIN, x1 - FIELD_MARGIN
        annotation.Rect = Array([x0, y0, x1, y1])
    width, height = x1 - x0, y1 - y0
    if is_box:
        annotation.MK = Dictionary(CA=String("4"))
        annotation.AS = Name.Off
        tick = (
            f"q 1.4 w 0 0 0 RG {width * 0.2:.2f} {height * 0.5:.2f} m {width * 0.42:.2f} {height * 0.22:.2f} l "
            f"{width * 0.82:.2f} {height * 0.8:.2f} l S Q"
        )
        states = {f"/{YES}": _drawing(pdf, width, height, tick), "/Off": _drawing(pdf, width, height, "")}
        annotation.AP = Dictionary(N=Dictionary(states))
    else:
        annotation.MK = Dictionary()
        appearance = _drawing(pdf, width, height, f"/Tx BMC {draw_text(field.value, width, height)}EMC")
        appearance.Resources = Dictionary(Font=Dictionary({f"/{ALIAS}": font}))
        annotation.AP = Dictionary(N=appearance)


def draw_text(value: str, width: float, height: float) -> str:
    """What draws a value in a field, in as many lines as it takes."""
    if not value:
        return ""
    fitted = fit(value, width, height)
    leading = fitted.size * LEADING
    top = height - PADDING / 2 - fitted.size if height >= 2 * leading else (height - fitted.size * RISE) / 2
    lines = " T* ".join(f"{glyphs_of(line)} Tj" for line in fitted.lines)
    return f"q BT /{ALIAS} {fitted.size:g} Tf 0 0 0 rg {leading:.2f} TL {PADDING:g} {top:.2f} Td {lines} ET Q "


def _drawing(pdf: Pdf, width: float, height: float, content: str) -> Any:
    box = Array([0, 0, round(width, 2), round(height, 2)])
    return pdf.make_stream(content.encode(), Type=Name.XObject, Subtype=Name.Form, BBox=box, Resources=Dictionary())


def _field_of(pdf: Pdf, key: str, widgets: list[Any], field: Field, tooltip: str) -> Any:
    """The field of a key: its only widget itself, or a parent of several that show the same answer."""
    target = widgets[0] if len(widgets) == 1 else pdf.make_indirect(Dictionary(Kids=Array(widgets)))
    if len(widgets) > 1:
        for widget in widgets:
            widget.Parent = target
            widget.TU = String(tooltip)
    target.T = String(key)
    target.TU = String(tooltip)
    kind = kind_of(field.kind)
    target.FT = Name(f"/{kind.pdf_field}")
    if kind.pdf_field is PdfField.BUTTON:
        target.V = Name.Off
        return target
    target.DA = String(APPEARANCE)
    if kind.pdf_flags:
        target.Ff = kind.pdf_flags
    if kind.pdf_field is PdfField.CHOICE:
        pairs = [("", " "), *field.choices]
        target.Opt = Array([Array([String(value), String(words)]) for value, words in pairs])
        target.V = String("")
    else:
        target.V = String(field.value)
    return target


def _is_box(field: Field) -> bool:
    return kind_of(field.kind).pdf_field is PdfField.BUTTON


def _tooltip(field: Field, language: Language) -> str:
    """What a screen reader says for the field."""
    around = kind_of(field.kind).accessible_name
    return language.translate(around, name=field.name) if around else field.name


def _retag(element: Any) -> None:
    """A Link element whose annotation has become a field is a Form element; what it drew is decoration there."""
    children = element.K if isinstance(element.K, Array) else Array([element.K])
    references = [child for child in children if isinstance(child, Dictionary) and child.get("/Type") == Name.OBJR]
    if any(child.Obj.get("/Subtype") == Name.Widget for child in references):
        element.S = Name.Form
