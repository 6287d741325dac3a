"""How a Word file of ours looks: fonts that every reader has, the brand's colour, language, page and footer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from toolkit.forms.definition import Form

PLACEHOLDER_STYLE = "PlaceholderText"
OUTCOME, SPACER = "Outcome", "Gap"
LINK_STYLE = "Hyperlink"
TYPEFACE = "Arial"
INK = RGBColor(0x16, 0x19, 0x1B)
SOFT = RGBColor(0x47, 0x52, 0x5A)


def set_styles(document: Any, brand: str, language: str) -> None:
    """Sets the styles that the file uses, in the brand's colour (#rrggbb), and its language."""
    colour = RGBColor.from_string(brand.lstrip("#").upper())
    styles = document.styles
    _drop_table_styles(styles)
    _set_font(styles["Normal"], 10.5, INK)
    styles["Normal"].paragraph_format.space_after = Pt(6)
    for name, size in (("Title", 22), ("Heading 1", 15), ("Heading 2", 12)):
        _set_font(styles[name], size, colour, bold=True)
        styles[name].paragraph_format.keep_with_next = True
    _remove_border(styles["Title"])
    _set_font(styles["Subtitle"], 11, SOFT, italic=False)
    for name, base in (("Question", "Normal"), ("Help", "Normal"), (SPACER, "Normal"), (OUTCOME, "List Bullet")):
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles[base]
    _set_font(styles["Question"], 10.5, INK, bold=True)
    styles["Question"].paragraph_format.keep_with_next = True
    styles["Question"].paragraph_format.space_before = Pt(8)
    _set_font(styles["Help"], 9.5, SOFT)
    _set_font(styles[OUTCOME], 9.5, INK)
    _set_space(styles[OUTCOME], indent=Cm(0.4), after=Pt(2))
    _set_font(styles[SPACER], 4, INK)
    _set_space(styles[SPACER], indent=Cm(0), after=Pt(0))
    placeholder = styles.add_style(PLACEHOLDER_STYLE, WD_STYLE_TYPE.CHARACTER)
    placeholder.font.color.rgb = RGBColor(0x59, 0x63, 0x69)
    link = styles.add_style(LINK_STYLE, WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb, link.font.underline = colour, True
    _set_language(document, language)
    _remember_ids(document.part)


def _remember_ids(part: Any) -> None:
    """Has the id of each style looked up once: paragraphs name their styles, and python-docx walks through all."""
    look_up = part.get_style_id
    by_name = cache(look_up)
    part.get_style_id = lambda style, kind: (by_name if isinstance(style, str) else look_up)(style, kind)


def set_closer(document: Any) -> None:
    """Less space between everything, for a form that must stay on one page."""
    for name, before, after in (("Heading 1", 4, 0), ("Question", 3, 0), ("Help", 0, 0), ("Normal", 0, 2)):
        style = document.styles[name]
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    for name, size in (("Title", 18), ("Subtitle", 10), ("Normal", 9.5), ("Question", 9.5), ("Help", 8.5)):
        document.styles[name].font.size = Pt(size)


def describe(document: Any, form: Form, author: str, tag: str) -> None:
    """What the file says of itself: title, subject, author, language and the day of its version."""
    properties = document.core_properties
    properties.title, properties.subject, properties.author = form.title, form.about[:255], author
    properties.language, properties.comments, properties.last_modified_by = tag, "", author
    properties.created = properties.modified = datetime.fromordinal(form.written.toordinal()).replace(tzinfo=UTC)


def set_page(document: Any, *, landscape: bool) -> None:
    """A4 with our margins."""
    section = document.sections[0]
    short, long = Cm(21), Cm(29.7)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if landscape else (short, long)
    section.left_margin = section.right_margin = Cm(1.8)
    section.top_margin, section.bottom_margin = Cm(1.7), Cm(1.8)


def add_footer(document: Any, text: str, pages: Mapping[str, str], line: str) -> None:
    """The footer: a text with page x of y, and a line below."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.style.font.size = Pt(8)
    paragraph.add_run(f"{text} · {pages['page-before']}")
    _add_field(paragraph, "PAGE")
    paragraph.add_run(pages["page-between"])
    _add_field(paragraph, "NUMPAGES")
    if pages["page-after"]:
        paragraph.add_run(pages["page-after"])
    document.sections[0].footer.add_paragraph(line, paragraph.style)


def _set_font(style: Any, size: float, colour: RGBColor, *, bold: bool = False, italic: bool | None = None) -> None:
    font = style.font
    font.name, font.size, font.bold, font.color.rgb = TYPEFACE, Pt(size), bold, colour
    if italic is not None:
        font.italic = italic
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{script}"), TYPEFACE)


def _drop_table_styles(styles: Any) -> None:
    """The hundred designs of tables that python-docx brings: half the file, and each look-up goes through them."""
    for style in list(styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.style_id not in ("TableNormal", "TableGrid"):
            style.delete()


def _set_space(style: Any, *, indent: Any, after: Any) -> None:
    form = style.paragraph_format
    form.left_indent, form.first_line_indent, form.space_after = indent, -indent, after


def _remove_border(style: Any) -> None:
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _set_language(document: Any, tag: str) -> None:
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), tag)


def _add_field(paragraph: Any, instruction: str) -> None:
    for kind, text in (("begin", None), (None, instruction), ("separate", None), ("t", "1"), ("end", None)):
        run = paragraph.add_run(text if kind == "t" else None)
        if kind in ("begin", "separate", "end"):
            field_character = OxmlElement("w:fldChar")
            field_character.set(qn("w:fldCharType"), kind)
            run._r.append(field_character)
        elif kind is None:
            code = OxmlElement("w:instrText")
            code.text = text
            run._r.append(code)
