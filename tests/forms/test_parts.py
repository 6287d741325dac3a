"""A form in parts: each prints and is filed apart, old answers find their new place, and nothing crosses over."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from tests.documents.conftest import make_fillable_pdf, make_print_pdf, make_word
from tests.forms.conftest import IMPRINT
from tests.read_data import read_forms
from toolkit.answers.answers import Answers, bring_up_to_date
from toolkit.answers.page_definition import browser_definition
from toolkit.catalogue.library import Library
from toolkit.documents.around import Around
from toolkit.documents.layout import lay_out
from toolkit.forms.definition import Form
from toolkit.forms.parts import papers
from toolkit.site.compose.formats import read_answers
from toolkit.sources.problems import ProblemsFound

HERE = Path(__file__).parent
PARTY = HERE / "street-party.yml"
SAVED = sorted((HERE / "saved").iterdir())
PLANS = ("family-safety-plan-adult-at-home", "family-safety-plan-siblings")
# What could endanger somebody if the person of concern read it.
DANGEROUS = (
    r"afraid|frighten|scared|fear",
    r"child(ren)? (is|are) telling|what (each|the) child(ren)? (says?|shows?|wants?)|what they (say|show|want)\b",
    r"admit|accepted or denied|is believed",
    r"domestic abuse",
    r"probation|asked about conditions|police (officer|hold|know)|convicted|charged|recorded",
    r"risk assessment|civil order",
    r"seen alone|asked alone|supervise the adult",
)
MISTAKES = {
    "a part that is not there": (
        "part: guests",
        "part: guest",
        "the part 'guest' does not exist. Did you mean 'guests'?",
    ),
    "a section without a part": ("    part: guests\n", "", "section 'games': this section says no part. Add 'part:'"),
    "conditions without a part": ("  part: hosts\n", "", "'stop_if' says no part. Add 'part:' with one of"),
    "a part without a section": ("    part: guests\n", "    part: hosts\n", "no section belongs to the part 'guests'"),
    "a part named as another file is": ("id: guests", "id: print", "a part cannot be called 'print'"),
    "a field that is not asked": (
        "{street}",
        "{stret}",
        "{stret} is not a question of 'record'. Did you mean 'street'?",
    ),
    "an unknown key of a part": ("heading: Come", "headline: Come", "unknown key 'headline'. Did you mean 'heading'?"),
    "a former name that is asked": ("secrets/prize", "secrets/surprise", "'secrets/surprise' in 'was' is still asked"),
    "a former name of another length": (
        "secrets/prize",
        "secrets/row/prize",
        "must be of as many ids as 'games/prize'",
    ),
    "a former name taken twice": ("secrets/prize", "secrets/street", "has already become 'record/street'"),
}


@pytest.fixture(scope="module")
def party(known: dict[str, set[str]]) -> Form:
    return read_forms({"forms/street-party.yml": PARTY}, known)["street-party"]


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_about_parts_is_told_with_its_line(name: str, tmp_path: Path, known: dict[str, set[str]]) -> None:
    before, after, expected = MISTAKES[name]
    text = PARTY.read_text("utf-8")
    path = tmp_path / "street-party.yml"
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")
    with pytest.raises(ProblemsFound) as found:
        read_forms({"forms/street-party.yml": path}, known)
    told = [problem for problem in found.value.problems if expected in problem.message]
    assert told and told[0].line > 1, "\n".join(map(str, found.value.problems))


def test_a_part_in_a_form_that_has_none_is_told(tmp_path: Path, known: dict[str, set[str]]) -> None:
    text = re.sub(r"(?ms)^parts:.*?^record:", "record:", PARTY.read_text("utf-8"))
    path = tmp_path / "street-party.yml"
    path.write_text(text, "utf-8")
    with pytest.raises(ProblemsFound) as found:
        read_forms({"forms/street-party.yml": path}, known)
    assert "is in the part 'hosts', but the form has no 'parts'" in str(found.value.problems[0])


def test_a_part_that_would_be_filed_as_another_form_is_told(tmp_path: Path, known: dict[str, set[str]]) -> None:
    other = tmp_path / "street-party-guests.yml"
    other.write_text(PARTY.read_text("utf-8").replace("id: street-party", "id: street-party-guests", 1), "utf-8")
    with pytest.raises(ProblemsFound, match="'guests' would be filed as street-party-guests, which is another form"):
        read_forms({"forms/street-party.yml": PARTY, "forms/street-party-guests.yml": other}, known)


def test_the_first_part_keeps_the_name_of_the_form_and_each_has_the_record_and_its_own(party: Form) -> None:
    assert ["street-party", "street-party-guests"] == [stem for stem, _ in papers(party)]
    hosts, guests = (lay_out(party, part) for _, part in papers(party))
    assert ["stop/storm", "record/street", "secrets/surprise"] == [field.key for field in hosts.fields]
    assert [
        "record/street",
        "games/prize",
        *("games/row/game", "games/row/quiet", "games/row~2/game", "games/row~2/quiet"),
    ] == [field.key for field in guests.fields]
    whole = {field.key for field in lay_out(party).fields}
    assert whole == {field.key for layout in (hosts, guests) for field in layout.fields}


@pytest.mark.parametrize("make", [make_print_pdf, make_fillable_pdf, make_word])
def test_each_paper_says_which_part_it_is_and_holds_nothing_of_the_other(party: Form, around: Around, make) -> None:
    hosts, guests = (words_of(make(lay_out(party, part), around, IMPRINT)) for _, part in papers(party))
    for text in (
        "Part 1: the hosts' list",
        "A storm is on its way",
        "The surprise",
        "Who fills it in",
        "recording system",
    ):
        assert text in hosts and text not in guests, text
    for text in ("Come to our party", "Part 2: the invitation", "The prize", "Keep this paper where only"):
        assert text in guests and text not in hosts, text
    assert guests.count("Part 2: the invitation") >= 2, "at the top, and in the footer"
    assert "Only on the page" not in hosts + guests


def test_answers_that_moved_are_found_again_and_those_of_today_win(party: Form) -> None:
    old = {"secrets/street": "Hill Road", "secrets/prize": "Cake", "secrets/row~2/game": "Tag", "secrets/gone": "x"}
    current = bring_up_to_date(party, Answers(party.id, 1, old | {"record/street": "Valley Lane"}))
    assert current.texts == {"record/street": "Valley Lane", "games/prize": "Cake", "games/row~2/game": "Tag"}
    assert current.obsolete == {"secrets/gone": "x", "secrets/street": "Hill Road"}


def test_the_page_knows_the_parts_and_which_section_is_whose(party: Form) -> None:
    said = browser_definition(party)
    assert [("hosts", True, False), ("guests", False, True)] == [
        (part["id"], part["stops"], part["handed_out"]) for part in said["parts"]
    ]
    assert ["hosts", "guests"] == [section["part"] for section in said["sections"]]


@pytest.mark.parametrize("path", SAVED, ids=lambda path: path.name)
def test_a_plan_filled_in_before_there_were_parts_opens_with_nothing_lost(path: Path, library: Library) -> None:
    answers = read_answers(path)
    form = library.forms[answers.form]
    assert (1, 2) == (answers.version, form.version)
    current = bring_up_to_date(form, answers)
    assert {} == current.obsolete
    texts = answers.document.hidden if answers.document else answers.texts  # these Word files were never shown
    given = ["yes" if text == "true" else text for text in texts.values()]  # so Word keeps a tick
    assert sorted(given) == sorted(current.texts.values()) and len(given) > 170
    fields = {field.key for field in lay_out(form).fields}
    assert set(current.texts) <= fields
    assert "Answer to belongs/lead" == current.texts["record/lead"]


@pytest.mark.parametrize("make", [make_print_pdf, make_fillable_pdf, make_word])
@pytest.mark.parametrize("name", PLANS)
def test_the_familys_copy_holds_nothing_that_could_endanger_somebody(name: str, around: Around, make) -> None:
    form = around.library.forms[name]
    professionals, family = (make(lay_out(form, part), around, IMPRINT) for part in form.parts)
    told = [pattern for pattern in DANGEROUS if re.search(pattern, words_of(professionals), re.IGNORECASE)]
    assert len(told) > 5, "the lines are there to be found, in the other part"
    found = [(pattern, re.findall(pattern, words_of(family), re.IGNORECASE)) for pattern in DANGEROUS]
    assert [] == [(pattern, words) for pattern, words in found if words]
    assert form.parts[1].handed_out and "Our family safety plan" in words_of(family)


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_ends_where_a_child_cannot_say_or_was_not_seen_alone(name: str, library: Library) -> None:
    stop = library.forms[name].stop_if
    conditions = " ".join(condition.text for condition in stop.conditions)
    assert "too young" in conditions and "disabled" in conditions and "without words" in conditions
    assert "Nobody has yet seen each child alone" in conditions
    assert "professionals" == stop.part


def words_of(document: bytes) -> str:
    """All that a file says anywhere: on its pages, in what describes it, and in what is not seen."""
    read: Callable[[bytes], Iterator[str]] = _of_word if document.startswith(b"PK") else _of_pdf
    return re.sub(r"\s+", " ", " ".join(read(document)).replace("\u2010", "-").replace("\u2019", "'"))


def _of_word(document: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")) and "styles" not in name and "theme" not in name:
                text = archive.read(name).decode()
                yield re.sub(r"<[^>]+>", " ", re.sub(r"</w:t>\s*</w:r>\s*<w:r>.*?<w:t[^>]*>", "", text))
                yield " ".join(re.findall(r'(?:val|title|alias|descr)="([^"]*)"', text))


def _of_pdf(document: bytes) -> Iterator[str]:
    for page in pypdfium2.PdfDocument(document):
        yield page.get_textpage().get_text_range()
    with pikepdf.open(io.BytesIO(document)) as pdf:
        yield from (str(value) for value in pdf.docinfo.values())
        yield from (
            f"{field.get('/T', '')} {field.get('/TU', '')}"
            for field in pdf.Root.get("/AcroForm", {}).get("/Fields", [])
        )
        yield pdf.open_metadata().get("dc:title", "") + str(pdf.open_metadata())
