"""Built copies: theirs wherever it matters, nobody else's anywhere, and unharmed by what they hold."""

from __future__ import annotations

import json
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import page
import pikepdf
import pypdfium2
import pytest
from PIL import Image

from toolkit.site.model import ERROR_PAGES

HOSTILE_NAME = "Diogelu <img src=x onerror=alert(1)> & 'ninnau' \"Llanfairpwllgwyngyllgogerychwyrndrobwll\""
pytestmark = pytest.mark.build
PDF_UA = page.ValidationProfile.PDF_UA_1


class Titles(HTMLParser):
    """The title of a page, its header's text, and every tag and attribute that could run."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.header, self.running = "", "", list[str]()
        self.inside = list[str]()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in ("title", "header") and not (tag == "title" and self.title):
            self.inside.append(tag)
        given = dict(attributes)
        if tag == "script" and not given.get("src"):
            self.running.append("inline script")
        self.running += [name for name in given if name.startswith("on")]
        self.running += [
            str(value) for name, value in attributes if name in ("href", "src") and "javascript:" in str(value)
        ]

    def handle_endtag(self, tag: str) -> None:
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        if "title" in self.inside:
            self.title += data
        if "header" in self.inside:
            self.header += data


def pages(site: Path) -> dict[str, str]:
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}


def read(html: str) -> Titles:
    parser = Titles()
    parser.feed(html)
    return parser


def words_in(path: Path) -> str:
    """Everything that a file says, whatever its format: also in a document's parts and properties."""
    if path.suffix == ".pdf":
        document = pypdfium2.PdfDocument(path)
        told = [page.get_textpage().get_text_range() for page in document]
        with pikepdf.open(path) as pdf:
            told += [pdf.Root.Metadata.read_bytes().decode(), *(str(value) for value in pdf.docinfo.values())]
        return "\n".join(told)
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as archive:
            parts = [archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        return b"\n".join(parts).decode("utf-8")
    return path.read_text("utf-8", "replace")


@pytest.mark.parametrize("copy", ["larkmead", "hostile"])
def test_no_page_or_file_of_a_copy_names_the_default_or_another_copy(copy: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(copy)
    others = ("Safeguarding toolkit", "Medway Safeguarding Children Partnership", "goes-here")
    others += ("Larkmead",) if copy != "larkmead" else ()
    read = [path for path in sorted(site.rglob("*")) if path.is_file() and path.suffix not in {".png", ".gz"}]
    assert {".html", ".css", ".json", ".js", ".svg", ".pdf", ".docx"} <= {path.suffix for path in read}
    for path in read:
        words = words_in(path)
        for other in others:
            assert other not in words, (path.relative_to(site), other)


def test_every_document_carries_the_copys_name_and_who_publishes_it(larkmead: Path) -> None:
    documents = [path for path in larkmead.rglob("*") if path.suffix in {".pdf", ".docx"}]
    assert documents
    for path in documents:
        for name in ("Keeping children safe at Larkmead", "Larkmead Learning Trust", "01632 960 000"):
            assert name in " ".join(words_in(path).split()), (path.name, name)


def test_documents_have_the_copys_logo_and_colours(larkmead: Path) -> None:
    header, words = (31 / 255, 92 / 255, 58 / 255), (20 / 255, 97 / 255, 58 / 255)
    with pikepdf.open(larkmead / "downloads/record-of-signs.pdf") as pdf:
        band = pdf.pages[0].Resources.XObject["/ImprintBand"]
        content = b"".join(part.read_bytes() for part in pdf.pages[0].Contents)
        assert is_filled_with(header, band.read_bytes()) and is_filled_with(words, content)
        assert not is_filled_with((11 / 255, 74 / 255, 94 / 255), content)
        assert is_filled_with((0x12 / 255, 0x32 / 255, 0x1F / 255), band.read_bytes()), "the logo is drawn in the band"
    with zipfile.ZipFile(larkmead / "downloads/record-of-signs.docx") as word:
        body, styles = word.read("word/document.xml").decode(), word.read("word/styles.xml").decode()
        assert 'w:fill="1F5C3A"' in body and 'descr="Larkmead"' in body
        assert "14613A" in styles and "0B4A5E" not in styles
        assert word.read("word/media/image1.png").startswith(b"\x89PNG")


def test_documents_of_a_copy_still_pass_the_check_of_pdf_ua(hostile: Path) -> None:
    for name in ("record-of-signs.pdf", "helplines-poster.pdf", "pocket-card-talking-with-a-child.pdf"):
        report = page.validate_pdf_bytes((hostile / "downloads" / name).read_bytes(), profile=PDF_UA)
        assert report.is_compliant, (name, [(failure.rule_id, failure.message) for failure in report.failures][:5])


def test_a_shared_link_shows_a_picture_with_the_copys_name_and_colour(larkmead: Path, hostile: Path) -> None:
    with Image.open(larkmead / "assets/images/card.png") as card:
        assert (1200, 630) == card.size
        assert (0x1F, 0x5C, 0x3A) == card.convert("RGB").getpixel((1190, 10))
    image = '<meta property="og:image" content="https://safeguarding.larkmead.example.org/assets/images/card.png">'
    for path, html in pages(larkmead).items():
        if path not in ERROR_PAGES:
            assert image in html, path
            assert '<meta property="og:site_name" content="Keeping children safe at Larkmead">' in html, path
    assert not [path for path, html in pages(hostile).items() if 'property="og:image"' in html]


def is_filled_with(colour: tuple[float, ...], content: bytes) -> bool:
    found = re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) scn", content)
    return any(all(abs(float(a) - b) < 0.001 for a, b in zip(one, colour, strict=True)) for one in found)


def test_every_title_and_header_names_the_copy(larkmead: Path, hostile: Path) -> None:
    for site, name in ((larkmead, "Keeping children safe at Larkmead"), (hostile, HOSTILE_NAME)):
        for path, html in pages(site).items():
            found = read(html)
            assert found.title.endswith(name), path
            assert name in found.header, path


def test_nothing_that_a_copy_says_can_run(hostile: Path) -> None:
    for path, html in pages(hostile).items():
        assert [] == read(html).running, path
        assert "<script>alert" not in html, path


def test_no_copy_hides_the_numbers_for_an_emergency(hostile: Path) -> None:
    for path in hostile.rglob("*.html"):
        footer = path.read_text("utf-8").rpartition("<footer")[2]
        assert 'href="tel:999"' in footer and "0800 1111" in footer, path


def test_hostile_words_are_shown_as_they_are(hostile: Path) -> None:
    helplines = (hostile / "helplines/index.html").read_text("utf-8")
    assert "Front door &lt;script&gt;alert(2)&lt;/script&gt;" in helplines
    assert "&#123;{ 7 * 7 }}" in helplines
    assert "Anyone &amp; everyone &lt;/dd&gt;" in helplines
    policy = (hostile / "exploitation/policy-for-a-setting/index.html").read_text("utf-8")
    assert 'href="https://evil.example"' not in policy
    assert "alert(4)" in policy


def test_a_hidden_resource_tells_why(hostile: Path) -> None:
    page = (hostile / "r/childline/index.html").read_text("utf-8")
    assert "Not used in this copy." in page and "Because &lt;script&gt;" in page
    assert "/r/childline/" not in (hostile / "a-to-z/index.html").read_text("utf-8")


def test_notes_stand_on_the_page_with_the_copys_words(hostile: Path) -> None:
    page = (hostile / "toolkit/trauma/index.html").read_text("utf-8")
    assert 2 == page.count('class="local-note"')
    assert (
        "local authority designated officer (LADO) in England, or the local authority in Wales of our école d'étés"
        in page
    )
    assert page.index("A note at the top") < page.index('id="in-short"') < page.index("Under the first heading")


def test_colours_follow_the_sites_own_in_both_schemes(larkmead: Path) -> None:
    css = next((larkmead / "assets/hashed").glob("site.*.css")).read_text("utf-8")
    assert ["#0b4a5e", "#0b3a49", "#1f5c3a"] == re.findall(r"--brand:(#\w+)", css)[:3]
    assert 4 == len(re.findall(r"--brand:", css))
    assert "#1f5c3a" in (larkmead / "assets/images/favicon.svg").read_text("utf-8")


def test_the_version_file_tells_release_and_copy(larkmead: Path) -> None:
    told = json.loads((larkmead / "version.json").read_text("utf-8"))
    assert {"content", "copy", "newest", "publisher", "source", "version"} == set(told)
    home = (larkmead / "index.html").read_text("utf-8")
    assert f"({told['content'][:8]})" in home and f'href="{told["source"]}"' in home
    assert "Larkmead Learning Trust" == told["publisher"]


def test_a_contact_that_is_not_set_shows_advice_and_never_a_number(hostile: Path) -> None:
    page = (hostile / "toolkit/medical-examination/index.html").read_text("utf-8")
    panel = page[page.index('aria-labelledby="local-contacts"') :].split("</section>")[0]
    assert "Ask children&#39;s social care or the police for your nearest centre" in panel
    rung = set(re.findall(r'href="(tel:[^"]+)"', panel))
    assert {"tel:999", "tel:101"} == rung - {"tel:01632960001"}


def test_the_policy_of_the_trust_is_filled_in(larkmead: Path) -> None:
    policy = (larkmead / "exploitation/policy-for-a-setting/index.html").read_text("utf-8")
    below = policy[policy.index("<hr") :]
    assert "the trust board" in below.lower() and "01632 960 101" in below
    for gap in ("[headteacher]", "[governing body]", "[front door number]", "[designated safeguarding lead]"):
        assert gap not in below


def test_the_page_for_unknown_addresses_leads_back_from_any_depth(larkmead: Path) -> None:
    page = (larkmead / "404.html").read_text("utf-8")
    links = re.findall(r'(?:href|src)="([^"#]*)"', page)
    assert set() == {link for link in links if not re.match(r"/|https:|tel:|sms:|mailto:", link)}


def test_every_canonical_address_is_the_copys(larkmead: Path, hostile: Path) -> None:
    for path, html in pages(larkmead).items():
        if path not in ERROR_PAGES:
            address = "https://safeguarding.larkmead.example.org/" + path.removesuffix("index.html")
            assert f'<link rel="canonical" href="{address}">' in html, path
    assert not [path for path, html in pages(hostile).items() if 'rel="canonical"' in html]
