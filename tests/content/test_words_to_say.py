"""Words to say: what each script must hold, and that it is on its page, in its steps, on its card and in the search."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests.read_data import read_registers
from toolkit.catalogue.library import Library
from toolkit.catalogue.read import load_library
from toolkit.pages.page import page_url
from toolkit.registers.phrases import Phrase
from toolkit.registers.read import data_files
from toolkit.sources.problems import ProblemsFound

ROOT = Path(__file__).resolve().parents[2]
PAGE = "what-to-do/words-to-say/"
# By id: what must be among the words to say.
SAYS = {
    "child-begins-to-tell": ["I am listening", "Thank you for telling me", "not your fault", "I will tell you who"],
    "child-asks-for-secrecy": ["can't promise", "people who need to know"],
    "child-has-stopped": ["don't have to say more", "come back to me", "0800 1111"],
    "child-threatened-with-an-image": ["Don't pay", "don't send anything more", "block", "Don't delete", "suicide"],
    "parent-at-the-gate": ["waiting for a call", "no power to keep a child", "ring 999"],
    "call-to-the-front-door": ["refer a child", "in these words", "collected at", "need to know by", "Your name"],
    "call-to-999": ["in danger now. I am at", "hurt", "My number"],
    "nobody-rings-back": ["I referred", "What was decided", "manager on duty"],
    "disagreeing-with-a-decision": ["escalation policy", "safe tonight", "your reasons and mine"],
    "colleague-plays-it-down": ["do not need proof", "today"],
    "adult-survivor": ["I believe you", "Before you tell me names", "0808 801 0331"],
    "worried-about-themselves": ["can't keep it to myself", "Which children", "suicide", "0808 1000 900"],
}
NEVER_SAID = re.compile(r"I promise|are you sure|did (he|she|they) |\bwhy (did|didn't) you\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(ROOT)


@pytest.fixture(scope="module")
def words(site: Path) -> str:
    return readable((site / PAGE / "index.html").read_text("utf-8"))


def readable(html: str) -> str:
    text = re.sub(r"</?a\b[^>]*>", "", html)  # a number in a sentence is a link
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


def scripts(library: Library) -> Mapping[str, Phrase]:
    return library.phrases


def test_each_moment_has_its_words(library: Library) -> None:
    assert set(SAYS) == set(scripts(library))
    said = {id: " ".join(phrase.say) for id, phrase in scripts(library).items()}
    assert {} == {id: lost for id, lines in SAYS.items() if (lost := [line for line in lines if line not in said[id]])}


def test_nothing_to_say_promises_secrecy_doubts_or_leads(library: Library) -> None:
    said = [line for phrase in scripts(library).values() for line in phrase.say]
    assert [] == [line for line in said if NEVER_SAID.search(line.replace("can't promise", ""))]


def test_what_to_leave_unsaid_comes_with_its_reason(library: Library) -> None:
    lines = [line for phrase in scripts(library).values() for line in phrase.avoid]
    assert [] == [line for line in lines if len(re.findall(r"[.?!][\"”]?(?: |$)", line)) < 2]


def test_the_page_shows_every_script_with_what_to_leave_unsaid(library: Library, words: str) -> None:
    for phrase in scripts(library).values():
        assert [] == [line for line in (phrase.situation, phrase.when, *phrase.say, *phrase.avoid) if line not in words]
    assert "Not yet reviewed by a safeguarding practitioner" in words


def test_every_script_is_shown_at_a_step_of_a_pathway(site: Path, library: Library) -> None:
    used = {id for pathway in library.pathways.values() for step in pathway.steps for id in step.phrases}
    assert set(scripts(library)) == used
    html = (site / "pathways/child-tells-you/index.html").read_text("utf-8")
    step = html[html.index('id="step-listen"') : html.index('id="step-answer"')]
    assert '<a href="../../what-to-do/words-to-say/#phrase-child-begins-to-tell">' in step
    assert scripts(library)["child-begins-to-tell"].say[0] in readable(step)


def test_every_script_is_in_each_chapter_that_says_more_of_its_moment(site: Path, library: Library) -> None:
    lost = {
        (phrase.id, page)
        for phrase in scripts(library).values()
        for page in phrase.pages
        if f'id="phrase-{phrase.id}"' not in (site / page_url(page) / "index.html").read_text("utf-8")
    }
    assert set() == lost and all(phrase.pages for phrase in scripts(library).values())


def test_words_to_a_parent_who_collects_a_child_do_not_say_what_it_is_about(library: Library) -> None:
    said = " ".join(scripts(library)["parent-at-the-gate"].say)
    assert "can't say yet what it is about" in said
    assert not re.search(r"your child|wellbeing|something has|social (care|work)", said)


def test_every_script_is_a_card_on_one_page(site: Path, library: Library) -> None:
    for phrase in scripts(library).values():
        content = (site / f"downloads/words-to-say-{phrase.id}.pdf").read_bytes()
        with pikepdf.open(BytesIO(content)) as pdf:
            assert 1 == len(pdf.pages)
            assert f"Words to say: {phrase.situation}" == str(pdf.docinfo["/Title"])


def test_every_script_can_be_found(site: Path, library: Library) -> None:
    index = (site / "assets/search/index.js").read_text("utf-8")
    assert [] == [id for id in scripts(library) if f"words-to-say/#phrase-{id}" not in index]


def test_a_page_that_does_not_exist_is_named_with_its_line(tmp_path: Path) -> None:
    files = data_files(ROOT)
    text = files["data/phrases.yml"].read_text("utf-8").replace("talking-with-a-child.md", "talking.md", 1)
    (tmp_path / "phrases.yml").write_text(text, "utf-8")
    files["data/phrases.yml"] = tmp_path / "phrases.yml"
    with pytest.raises(ProblemsFound) as found:
        read_registers(files, places={"pages": {path.as_posix() for path in pages()}})
    assert ["phrase 'child-begins-to-tell'"] == [str(p).split(": ")[1] for p in found.value.problems]


def pages() -> list[Path]:
    return [path.relative_to(ROOT / "docs") for path in (ROOT / "docs").rglob("*.md")]
