"""Mistakes in partnership.yml: each told with its line, what was found and what to do, all at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

LEAST = "name: Ours\nsite_name: Our toolkit\nkind: partnership\n"
Read = Callable[[dict[str, str]], list[str]]
CASES = {
    "a way out that others on the network can read": (
        "exit: http://www.example.org/\n",
        "partnership.yml:4: 'exit' is 'http://www.example.org/': Exit this page leads to an address that begins with "
        "https://, so that nobody on the way sees it",
    ),
    "unknown key": ("nme: x\n", "partnership.yml:4: unknown key 'nme'. Did you mean 'name'?"),
    "unknown inner key": (
        "brand:\n  colours:\n    primry: '#000000'\n    primary: '#0b4a5e'\n",
        "partnership.yml:6: unknown key 'primry'. Did you mean 'primary'?",
    ),
    "colour by name": (
        "brand:\n  colours:\n    primary: red\n",
        "partnership.yml:6: 'primary' is 'red': a colour is written in quotes as '#' and six digits or letters a to f, "
        "such as '#0b4a5e'",
    ),
    "unknown area": ("areas: [esex]\n", "partnership.yml:4: unknown area 'esex' in 'areas'. Did you mean 'essex'?"),
    "unknown nation": (
        "jurisdictions: [walez]\n",
        "partnership.yml:4: 'jurisdictions' cannot be 'walez'. Did you mean 'wales'? It is one of: england, wales",
    ),
    "unknown contact": (
        "contacts:\n  - id: frontdoor\n    number: '01632 960 001'\n",
        "partnership.yml:5: replaces the contact 'frontdoor', which the toolkit does not have (any more). "
        "Did you mean 'front-door'?",
    ),
    "letters in a number": (
        "contacts:\n  - id: lado\n    number: ask Jo\n",
        "partnership.yml:6: contact 'lado': 'number' is 'ask Jo': a phone number is digits and spaces in quotes, "
        "such as '0800 1111', '(01632) 960 001' or '01632 960001 ext. 12'",
    ),
    "a number that has lost its first 0": (
        "contacts:\n  - id: lado\n    number: 1632960001\n",
        "partnership.yml:6: contact 'lado': 'number' is 1632960001: a phone number begins with 0. "
        "Has it lost its first 0? Write '01632960001', in quotes",
    ),
    "an area code alone": (
        "contacts:\n  - id: lado\n    number: '01632'\n",
        "partnership.yml:6: contact 'lado': 'number' is '01632': a number that begins with 01 has 11 digits, "
        "and this one 5. Is one missing? Look it up",
    ),
    "unknown noun": (
        "nouns:\n  settng: academy\n",
        "partnership.yml:5: unknown noun 'settng' in 'nouns'. Did you mean 'setting'?",
    ),
    "a noun with braces": (
        "nouns: {setting: '{{ x }}'}\n",
        "partnership.yml:4: 'setting' is '{{ x }}': a word for people to read is letters, spaces, hyphens and "
        "apostrophes, at most 50",
    ),
    "a logo elsewhere": (
        "brand: {logo: ../../logo.svg}\n",
        "partnership.yml:4: 'logo' is '../../logo.svg': a logo is a file in this folder"
        " whose name ends in .svg, .png or .jpg, "
        "such as logo.svg",
    ),
    "a logo that is not there": (
        "brand: {logo: logo.svg}\n",
        "partnership.yml:4: the logo 'logo.svg' is not there. Put it beside this file",
    ),
    "an unknown gap of the policy": (
        "policy: {headtecher: the principal}\n",
        "partnership.yml:4: the policy has no merge field 'headtecher'. Did you mean 'headteacher'?",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_is_told_with_its_line_and_advice(case: str, problems_of: Read) -> None:
    text, expected = CASES[case]
    assert [expected] == problems_of({"partnership.yml": LEAST + text})


def test_a_colour_that_fails_is_told_beside_other_mistakes(problems_of: Read) -> None:
    colours = "brand:\n  colours:\n    primary: '#ffdd00'\n    link: '#ffee55'\n"
    told = problems_of({"partnership.yml": f"{LEAST}{colours}nouns:\n  settng: academy\n"})
    assert [True, True] == [any(words in line for line in told) for words in ("brand colour 'link'", "noun 'settng'")]


def test_every_mistake_of_every_file_is_told_at_once(problems_of: Read) -> None:
    found = problems_of(
        {
            "partnership.yml": "name: Ours\nsite_name: Our toolkit\nkind: club\n",
            "resources.yml": "hide:\n  - id: chidline\n    reason: x\n",
            "docs/ours.md": "no front matter\n",
            "docs/run.js": "alert(1)",
            "notes/toolkit/trauma.md": "## No such heading\n\nText.\n",
            "note/x.md": "",
        }
    )
    assert [
        "docs/ours.md:1: the page has no front matter",
        "docs/run.js: files ending in '.js'",
        "note: is not read. Did you mean 'notes'?",
        "notes/toolkit/trauma.md:1: the page has no heading 'No such heading'",
        "partnership.yml:3: 'kind' cannot be 'club'",
        "resources.yml:2: hides the resource 'chidline'",
    ] == [
        line[: len(start)]
        for line, start in zip(
            found,
            [
                "docs/ours.md:1: the page has no front matter",
                "docs/run.js: files ending in '.js'",
                "note: is not read. Did you mean 'notes'?",
                "notes/toolkit/trauma.md:1: the page has no heading 'No such heading'",
                "partnership.yml:3: 'kind' cannot be 'club'",
                "resources.yml:2: hides the resource 'chidline'",
            ],
            strict=True,
        )
    ]


def test_a_folder_without_settings_is_told_so(
    problems_of: Read, copy_folder: Callable[[dict[str, str]], object]
) -> None:
    assert ["partnership.yml:1: the file is empty"] == problems_of({"partnership.yml": ""})
