"""Built copies: theirs wherever it matters, nobody else's anywhere, and unharmed by what they hold."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

HOSTILE_NAME = "Diogelu <img src=x onerror=alert(1)> & 'ninnau' \"Llanfairpwllgwyngyllgogerychwyrndrobwll\""


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


def test_no_page_or_file_of_a_copy_names_the_default_or_another_copy(larkmead: Path) -> None:
    for path in larkmead.rglob("*"):
        if path.is_file() and path.suffix in {".html", ".css", ".json", ".svg", ".mjs", ".js"}:
            text = path.read_text("utf-8")
            for other in ("Safeguarding toolkit", "Medway Safeguarding Children Partnership", "#0b4a5e;", "goes-here"):
                if path.name == "site.css":
                    continue  # the site's own colours stand there first, and the copy's after them
                assert other not in text, (path.relative_to(larkmead), other)


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
    css = (larkmead / "assets/site.css").read_text("utf-8")
    assert ["#0b4a5e", "#0b3a49", "#1f5c3a"] == re.findall(r"--brand: (#\w+)", css)[:3]
    assert 4 == len(re.findall(r"--brand: ", css))
    assert "#1f5c3a" in (larkmead / "assets/images/favicon.svg").read_text("utf-8")


def test_the_version_file_tells_release_and_copy(larkmead: Path) -> None:
    told = json.loads((larkmead / "version.json").read_text("utf-8"))
    assert {"content", "copy", "newest", "publisher", "version"} == set(told)
    assert "Larkmead Learning Trust" == told["publisher"]


def test_a_contact_that_is_not_set_shows_advice_and_never_a_number(hostile: Path) -> None:
    page = (hostile / "toolkit/medical-examination/index.html").read_text("utf-8")
    panel = page[page.index('aria-labelledby="local-contacts"') :].split("</section>")[0]
    assert "Ask children&#39;s social care or the police for your nearest centre" in panel
    assert ["tel:999", "tel:101"] == [n for n in re.findall(r'href="(tel:[^"]+)"', panel) if n != "tel:01632960001"]


def test_the_policy_of_the_trust_is_filled_in(larkmead: Path) -> None:
    policy = (larkmead / "exploitation/policy-for-a-setting/index.html").read_text("utf-8")
    below = policy[policy.index("<hr") :]
    assert "the trust board" in below.lower() and "01632 960 101" in below
    for gap in ("[headteacher]", "[governing body]", "[front door number]", "[designated safeguarding lead]"):
        assert gap not in below


def test_the_page_for_unknown_addresses_leads_back_from_any_depth(larkmead: Path) -> None:
    page = (larkmead / "404.html").read_text("utf-8")
    assert set() == {
        link for link in re.findall(r'(?:href|src)="([^"#]*)"', page) if not re.match(r"/|https:|tel:|mailto:", link)
    }


def test_every_canonical_address_is_the_copys(larkmead: Path, hostile: Path) -> None:
    for path, html in pages(larkmead).items():
        if path != "404.html":
            address = "https://safeguarding.larkmead.example.org/" + path.removesuffix("index.html")
            assert f'<link rel="canonical" href="{address}">' in html, path
    assert not [path for path, html in pages(hostile).items() if 'rel="canonical"' in html]
