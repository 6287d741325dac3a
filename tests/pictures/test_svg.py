"""What is left of an SVG: nothing that runs or loads, everything that is seen, and why it is refused."""

from __future__ import annotations

import base64

import pytest
from PIL import Image

from tests.pictures.samples import SVG, encode, png
from toolkit.pictures.svg import rewrite_svg

DATA = base64.b64encode(png("RGB", (1, 2, 3))).decode()
PLAIN = ". Save it as plain SVG, or as PNG"


def drawing(inner: str) -> str:
    """A picture with something in it, on its second line."""
    spaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'<svg {spaces} viewBox="0 0 9 9">\n{inner}</svg>'


def rewritten(text: str | bytes) -> str:
    result, mistakes = rewrite_svg(text if isinstance(text, bytes) else text.encode())
    assert not mistakes, mistakes
    return result.decode()


REFUSED = {
    "a script": ("<script>a()</script>", "holds 'script', which can run"),
    "a script with a prefix": (
        '<a.b:script xmlns:a.b="http://www.w3.org/2000/svg">a()</a.b:script>',
        "holds 'script', which can run",
    ),
    "a script whose prefix is not ASCII": (
        '<é:script xmlns:é="http://www.w3.org/2000/svg"/>',
        "holds 'script', which can run",
    ),
    "an element of a web page": (
        '<x:script xmlns:x="http://www.w3.org/1999/xhtml"/>',
        "holds 'script' of a web page, which can run",
    ),
    "an event": ('<rect onload="a()"/>', "has the attribute 'onload', which can run"),
    "a web page": ("<foreignObject/>", "holds 'foreignObject', which holds a page rather than a picture"),
    "a link that runs": ('<a href="java&#9;script:a()"/>', "has a link to 'javascript:a()', which can run or lead"),
    "movement": ('<set attributeName="href"/>', "holds 'set', which moves"),
    "an unknown element": ("<marquee/>", "holds 'marquee', which is not a part of pictures that we know"),
    "a part of another file": ('<use xlink:href="other.svg#a"/>', "refers to 'other.svg#a', which is not in the file"),
    "a picture beside it": ('<image href="photo.jpg"/>', "shows the picture 'photo.jpg', which is not in the file"),
    "a picture elsewhere": ('<image href="//evil.example/a.png"/>', "'//evil.example/a.png', which is not in the file"),
    "a filter's picture": ('<filter><feImage href="https://evil.example"/></filter>', "which is not in the file"),
    "a picture that is not what it says": (
        f'<image href="data:image/png;base64,{base64.b64encode(SVG.encode()).decode()}"/>',
        "has an embedded picture ('data:image/png;base64,') that is neither PNG nor JPEG by its first bytes",
    ),
    "a paint elsewhere": (
        '<rect fill="url(//evil.example/x#a)"/>',
        "has 'url(//evil.example/x#a)' in the attribute 'fill', which could load something",
    ),
    "a style attribute that loads": ('<rect style="fill:url(https://e.example)"/>', "in the attribute 'style', which"),
    "a sheet that loads": (
        '<style><![CDATA[@import "https://evil.example/x.css";]]></style>',
        "has a style with '@import', which could load something",
    ),
    "a sheet that loads behind a backslash": ('<style>@\\69mport "x";</style>', "has a style with '@import', which"),
    "a paint behind a backslash": ("<style>a{fill:u\\72l(//e)}</style>", "has a style with 'url(//e)', which"),
    "a set of pictures": ('<style>a{fill:image-set("x" 1x)}</style>', "has a style with 'image-set()', which"),
    "a paint in a condition": (
        "<style>@media print{a{fill:url(//e)}}</style>",
        "has a style with 'url(//e)', which could load something",
    ),
    "a control character behind a backslash": (
        "<style>.a\\1{fill:red}</style>",
        "has a style with '\\1', which could load something",
    ),
    "a font": ("<style>@font-face{src:url(x)}</style>", "which could load something. Turn words into outlines"),
    "an entity of nobody": ("<text>&logo;</text>", "is not sound XML (Entity 'logo' not defined)"),
    "no end": ("<g>", "is not sound XML (Opening and ending tag mismatch: g line 2 and svg)"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_runs_or_loads_is_refused_with_its_line(name: str) -> None:
    inner, expected = REFUSED[name]
    (mistake,) = rewrite_svg(drawing(inner).encode())[1]
    assert 2 == mistake.line and expected in mistake.message and mistake.message.endswith(PLAIN)


def test_an_entity_of_the_machines_files_is_not_read() -> None:
    text = f'<!DOCTYPE svg [\n<!ENTITY a SYSTEM "/etc/passwd">]>\n{drawing("<text>&a;</text>")}'
    (mistake,) = rewrite_svg(text.encode())[1]
    assert 4 == mistake.line and "Entity 'a' not defined" in mistake.message


@pytest.mark.parametrize(
    "inner",
    [
        '<g id="a"><use href="#a"/></g>',
        "".join(f'<g id="a{n}">' + f'<use href="#a{n + 1}"/>' * 10 + "</g>" for n in range(12)),
        "".join(f'<g id="a{n}"><use href="#a{n + 1}"/></g>' for n in range(3000)),
        "<style>rect.c0{fill:url(#p1)}"
        + "".join(f".c{n}{{fill:url(#p{n + 1})}}" for n in range(1, 9))
        + '</style><rect class="c0"/>'
        + "".join(f'<pattern id="p{n}">' + f'<rect class="c{n}"/>' * 10 + "</pattern>" for n in range(1, 10)),
        '<rect fill="url(#p0)"/>'
        + "".join(f'<pattern id="p{n}"><g fill="url(#p{n + 1})">{"<path/>" * 10}</g></pattern>' for n in range(9)),
    ],
    ids=["itself", "ten times each", "a long chain", "patterns of a sheet", "patterns that are handed on"],
)
def test_parts_that_repeat_one_another_beyond_measure_are_refused(inner: str) -> None:
    (mistake,) = rewrite_svg(drawing(inner).encode())[1]
    assert "repeats parts of itself without end, or too often to draw" in mistake.message


def test_entities_that_grow_beyond_measure_are_refused() -> None:
    text = f'<!DOCTYPE svg [<!ENTITY a "{"x" * 300}">]>' + drawing("<text>" + "&a;" * 9000 + "</text>")
    assert "grows beyond measure" in rewrite_svg(text.encode())[1][0].message


ILLUSTRATOR = """<?xml version="1.0" encoding="{}"?>
<!-- Generator: Adobe Illustrator 27.0.1, SVG Export Plug-In -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
	<!ENTITY ns_extend "http://ns.adobe.com/Extensibility/1.0/">
	<!ENTITY ns_svg "http://www.w3.org/2000/svg">
]>
<svg version="1.1" id="Layer_1" xmlns:x="&ns_extend;" xmlns:i="&ns_ai;" xmlns="&ns_svg;" viewBox="0 0 60 30"
	style="enable-background:new 0 0 60 30;" xml:space="preserve">
<style type="text/css">.st0{{fill:#C83214;}} .st1{{clip-path:url(#SVGID_1_);}}</style>
<switch>
	<foreignObject requiredExtensions="&ns_ai;" width="1" height="1"><i:aipgfRef/></foreignObject>
	<g i:extraneous="self"><rect class="st0" width="60" height="30" data-name="Ground"/></g>
</switch>
<i:aipgf id="a"><![CDATA[AAAA]]></i:aipgf>
</svg>"""
INKSCAPE = """<svg xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:svg="http://www.w3.org/2000/svg"
  xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns="http://www.w3.org/2000/svg"
  xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" inkscape:version="1.3">
  <sodipodi:namedview pagecolor="#ffffff"><inkscape:grid/></sodipodi:namedview>
  <svg:metadata><rdf:RDF><rdf:li>A. Person</rdf:li></rdf:RDF></svg:metadata>
  <svg:path d="M0 0h4" style="fill:#c83214;-inkscape-font-specification:'Arial, Normal';stroke:url(#a)"
    sodipodi:nodetypes="cc"/></svg>"""
FIGMA = f"""<svg width="60" height="30" fill="none" xmlns="http://www.w3.org/2000/svg"
  xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:figma="https://www.figma.com/figma/ns" figma:version="2">
  <rect width="60" height="30" fill="url(#pattern0)" style="mix-blend-mode:multiply"/>
  <defs><pattern id="pattern0" patternContentUnits="objectBoundingBox" width="1" height="1">
  <use xlink:href="#image0" transform="matrix(0.1 0 0 0.1 0 0)"/></pattern>
  <image id="image0" width="60" height="30" xlink:href="data:image/png;base64,{DATA}"/></defs></svg>"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1252"])
def test_illustrators_document_type_entities_and_notes_are_left_out(encoding: str) -> None:
    text = ILLUSTRATOR.format(encoding.removesuffix("-sig"))
    assert (
        '<svg xmlns="http://www.w3.org/2000/svg" version="1.1" id="Layer_1" viewBox="0 0 60 30" '
        'xml:space="preserve"><style type="text/css">.st0{fill:#C83214}\n.st1{clip-path:url(#SVGID_1_)}</style>'
        '<switch><g><rect class="st0" width="60" height="30"/></g></switch></svg>\n'
    ) == rewritten(text.encode(encoding))


def test_inkscapes_notes_and_names_of_people_are_left_out() -> None:
    assert rewritten(INKSCAPE) == (
        '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h4" style="fill:#c83214;stroke:url(#a)"/></svg>\n'
    )


def test_figmas_embedded_picture_stays() -> None:
    text = rewritten(FIGMA)
    assert f'<image id="image0" width="60" height="30" href="data:image/png;base64,{DATA}"/>' in text
    assert 'fill="url(#pattern0)" style="mix-blend-mode:multiply"' in text and "figma" not in text


def test_an_embedded_jpeg_stays_and_is_called_what_it_is() -> None:
    data = base64.b64encode(encode(Image.new("RGB", (2, 2)), "JPEG")).decode()
    inner = f'<image href="data:image/png;base64,\n {data[:20]}\n{data[20:]}"/>'
    assert f'<image href="data:image/jpeg;base64,{data}"/>' in rewritten(drawing(inner))


def test_words_stay_and_links_are_left_out() -> None:
    inner = "<title>Ours &amp; yours</title><text>One <tspan>two</tspan> <a href='https://a.uk'>three</a> four</text>"
    expected = "<title>Ours &amp; yours</title><text>One <tspan>two</tspan> <tspan>three</tspan> four</text></svg>\n"
    assert rewritten(drawing(inner)).endswith(expected)


def test_a_picture_that_is_rewritten_twice_stays_the_same() -> None:
    for text in (FIGMA, INKSCAPE, ILLUSTRATOR.format("utf-8")):
        once = rewritten(text)
        assert once == rewritten(once)


def test_a_sheet_for_dark_pages_stays() -> None:
    sheet = "a.b>c{fill:#fff!important}@media (prefers-color-scheme: dark){.a{fill:rgb(1 2 3)}}@charset 'x';"
    expected = "a.b&gt;c{fill:#fff!important}\n@media (prefers-color-scheme: dark){.a{fill:rgb(1 2 3)}}</style>"
    assert expected in rewritten(drawing(f"<style>{sheet}</style>"))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"<html/>", "is not an SVG picture: its first element is 'html'. Save it as SVG or PNG"),
        (b'<?xml version="1.0" encoding="utf-7"?><svg/>', "is in the encoding 'utf-7'. Save it again as UTF-8"),
        (b"<svg>\xff</svg>", "is not in the encoding utf-8 from byte 6 on. Save it again as UTF-8"),
    ],
)
def test_what_is_no_svg_is_called_what_it_is(content: bytes, expected: str) -> None:
    assert expected == rewrite_svg(content)[1][0].message
