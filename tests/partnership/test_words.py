"""Words and passages that follow nation and setting, in pages and in data."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from tests.partnership.reading import words_of_files
from toolkit.overlays.wording import call_mistakes, word_source
from toolkit.overlays.words import Words, plural
from toolkit.partnership.model import LONGEST_WORD
from toolkit.registers.wordings import Body, Noun
from toolkit.site.model import Site
from toolkit.sources.problems import Problems
from toolkit.sources.yaml_source import parse_yaml

Read = Callable[[dict[str, str]], list[str]]
Make = Callable[[dict[str, str]], Site]
LEAST = "name: Ours\nsite_name: Our toolkit\nkind: partnership\n"
NOUNS = {"setting": Noun(id="setting", about="Where", word="setting")}
BODIES = {
    "lado": Body(id="lado", england="officer (LADO)", wales="authority"),
    "lead": Body(id="lead", england="lead", wales="person", both="lead"),
}


def words(*nations: str, **chosen: str) -> Words:
    return Words(NOUNS, BODIES, chosen, nations or ("england", "wales"))


def test_a_body_has_a_name_in_each_nation_and_one_for_both() -> None:
    text = '{{ body("lado") }}, {{ body("lado", "plural") }}, {{ body("lead", "capital-plural") }}'
    assert "officer (LADO), officers (LADOs), Leads" == words("england").apply(text)
    assert "authority, authorities, Persons" == words("wales").apply(text)
    both = "officer (LADO) (England) or authority (Wales), officers (LADOs) (England) or authorities (Wales), Leads"
    assert both == words().apply(text)


def test_a_noun_has_every_form_that_a_sentence_needs() -> None:
    text = '{{ noun("setting", "a") }}, {{ noun("setting", "plural") }}, {{ noun("setting", "capital-plural") }}'
    assert "a setting, settings, Settings" == words().apply(text)
    assert "an academy, academies, Academies" == words(setting="academy").apply(text)


def test_a_passage_on_its_own_lines_keeps_the_number_of_each_line() -> None:
    text = 'all\n{{ nation("wales") }}\nw\n{{ nation("england") }}\ne\n{{ nation("all") }}\nend'
    assert "all\n\nw\n\n\n\nend" == words("wales").apply(text)
    assert "all\n\n\n\ne\n\nend" == words("england").apply(text)
    assert "all\n\nw\n\ne\n\nend" == words().apply(text)


def test_a_passage_within_a_line_reaches_to_the_next_or_to_the_lines_end() -> None:
    text = 'Ring.{{ nation("england") }} Then E. {{ nation("wales") }} Then W.{{ nation("all") }} Write.\nNext'
    assert "Ring. Then W. Write.\nNext" == words("wales").apply(text)
    assert "Ring. Then E. Write.\nNext" == words("england").apply(text)


def test_a_list_or_table_stays_whole_when_an_item_or_row_is_left_out() -> None:
    rows = '| a |{{ nation("england") }} b |\n|---|{{ nation("england") }}---|\nend'
    text = '- one\n{{ nation("england") }}- two\n- three\n\n' + rows
    assert "- one\n- three\n\n\n| a |\n|---|\nend" == words("wales").apply(text)


def test_braces_that_are_shown_as_they_are_are_left_alone() -> None:
    text = '{% raw %}`{{ noun("setting") }}`{% endraw %} {{ noun("setting") }}'
    assert '{% raw %}`{{ noun("setting") }}`{% endraw %} setting' == words().apply(text)


def test_data_loses_items_keys_and_parts_of_other_nations_and_keeps_its_lines() -> None:
    text = (
        "sections:\n"
        "  - id: one\n    jurisdiction: [england]\n"
        "  - id: two\n"
        "    do:\n"
        "      - '{{ nation(\"england\") }}Ring the LADO.'\n"
        "      - 'Ring the {{ body(\"lado\") }}.'\n"
        "    help: '{{ nation(\"england\") }}In England alone.'\n"
    )
    done = word_source(parse_yaml(text, "x.yml"), words("wales"), Problems())
    assert {"sections": [{"id": "two", "do": ["Ring the authority."]}]} == done.data
    assert (4, 7) == (done.line(("sections", 0)), done.line(("sections", 0, "do", 0)))


def test_a_call_that_cannot_be_put_into_data_is_told_with_what_to_write() -> None:
    assert ["noun() names the unknown noun 'seting'. Did you mean 'setting'?"] == list(
        call_mistakes('{{ noun("seting") }}', words())
    )
    (form,) = call_mistakes('{{ body("lado", "many") }}', words())
    assert form.startswith(
        'body() must be written exactly like this: {{ body("lado") }}; a form after it is one of plural,'
    )
    (other,) = call_mistakes('See {{ resource("x") }}', words())
    assert other.startswith("resource() cannot be used in data.")
    assert [] == list(call_mistakes("{{ 7 * 7 }} and {{ noun('setting') }}", words()))


def test_a_mistake_in_data_is_told_with_file_and_line(problems_of: Read) -> None:
    text = "replace:\n  - id: childline\n    hours: 'Ask the {{ noun(\"hed\") }}'\n"
    assert ["resources.yml:3: noun() names the unknown noun 'hed'. Did you mean 'head'?"] == (
        problems_of({"resources.yml": text})
    )


def test_what_is_for_another_nation_is_named_only_in_its_passage(problems_of: Read) -> None:
    page = "---\ntitle: Ours\ndescription: Ours.\n---\n\n# Ours\n\n"
    call = 'Read {{ guidance("kcsie") }}.\n'
    settings = {"partnership.yml": LEAST + "jurisdictions: [wales]\n"}
    (found,) = problems_of(settings | {"docs/new.md": page + call})
    assert found.startswith("docs/new.md:8: guidance() names 'kcsie', which is for another nation alone.")
    assert [] == problems_of(settings | {"docs/new.md": page + '{{ nation("england") }}' + call})
    assert [] == problems_of({"docs/new.md": page + call})


def test_a_copy_holds_nothing_of_a_register_that_is_for_another_nation(site_of: Make) -> None:
    wales = site_of({"partnership.yml": LEAST + "jurisdictions: [wales]\n"}).library
    for register in (wales.resources, wales.terms, wales.guidance, wales.facts, wales.examples):
        assert not [entry.id for entry in register.values() if entry.jurisdiction == ("england",)]
    both = site_of({"partnership.yml": LEAST + "jurisdictions: [england, wales]\n"}).library
    assert {"kcsie", "keeping-learners-safe"} <= set(both.resources)


def test_the_usual_plural() -> None:
    assert ["colleges", "academies", "churches", "boys"] == [plural(w) for w in ("college", "academy", "church", "boy")]


# What must be said through noun(), because a copy may say it otherwise, wherever readers are spoken to.
SEARCHED = re.compile(r"^( *)(also_known_as|answers):.*\n(\1 +.*\n)*", re.MULTILINE)  # what readers type, never shown
FIXED = re.compile(
    r"\b(headteacher|the head|chair of governors|governing body|(your|our) setting|pupils?(?! referral| survey))\b",
    re.IGNORECASE,
)
NOT_SAID = re.compile(r"\{%-?\s*raw.*?endraw\s*-?%\}|\{\{.*?\}\}|\]\([^)]*\)|`[^`]*`|\[[a-z][^\]]*\](?!\()", re.DOTALL)
KEYS_OF_IDS = re.compile(
    r"^\s*(- )?(id|pages|resources|was|key): .*$|\{id: [\w-]+|^ *- \S+\.md$|filled_by: [^,}]*|\bfrom: [\w/*-]+",
    re.MULTILINE,
)


def test_what_copies_say_otherwise_stands_nowhere_as_a_fixed_word(root: Path) -> None:
    chapters = [root / "docs" / part for part in ("toolkit", "whole-setting", "schools", "exploitation", "what-to-do")]
    files = [*(file for folder in chapters for file in folder.glob("*.md")), *(root / "forms").glob("*.yml")]
    files += (root / "data/pathways").glob("*.yml")
    found = {}
    for file in files:
        text = KEYS_OF_IDS.sub("", NOT_SAID.sub("", file.read_text("utf-8")))
        text = re.sub(r"\A---\n.*?^---\n", "", text, flags=re.DOTALL | re.MULTILINE)
        words = sorted({match[0] for match in FIXED.finditer(SEARCHED.sub("", text))})
        if words:
            found[file.relative_to(root).as_posix()] = words
    assert {} == found


def test_a_trusts_words_stand_in_its_pages_pathways_and_templates(larkmead: Path) -> None:
    read = dict(words_of_files(larkmead))
    for name in ("whole-setting/curriculum/index.html", "downloads/whole-setting-improvement-plan.pdf"):
        assert "students" in read[name], name
    for name in ("pathways/allegation-about-staff/index.html", "toolkit/allegations-against-staff/index.html"):
        assert "principal" in read[name], name
    assert "Trust board" in read["downloads/exploitation-policy.docx"]
    assert "your academy" in read["toolkit/introduction/index.html"]


def test_words_as_long_as_they_may_be_fit_everywhere(problems_of: Read) -> None:
    longest = " ".join(["abc"] * 13)[:LONGEST_WORD]
    ids = ("setting", "head", "governing-body", "chair", "pupil", "partnership")
    nouns = "nouns:\n" + "".join(f"  {id}: {longest}\n" for id in ids)
    assert [] == problems_of({"partnership.yml": LEAST + nouns})
