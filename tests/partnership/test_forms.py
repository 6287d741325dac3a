"""Forms in a copy: its own, whole ones in the place of the toolkit's, single texts changed, and hidden ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.partnership.conftest import LEAST
from toolkit.overlays.folder import find_folder
from toolkit.partnership.compare import additions, compare_copy, record
from toolkit.site.compose.downloads import downloads
from toolkit.site.fragments.render import Fragments, PageLocation
from toolkit.site.model import Site
from toolkit.site.pages.generated import stubs

SiteOf = Callable[[dict[str, str]], Site]
ProblemsOf = Callable[[dict[str, str]], list[str]]
OURS = """id: our-plan
title: Our own plan
about: A plan of our own.
who: Our staff
time: Ten minutes
version: 1
written: 2026-11-23
audience: [all-professionals]
holds_personal_data: false
save: draft
sections:
  - id: aims
    title: Aims
    questions:
      - {id: aim, label: What do we want?}
"""
CHANGES = """replace:
  - id: record-of-signs
    about: Our own words.
    sections:
      - id: picture
        questions:
          - {id: pattern, label: What do we see?, points: }
hide:
  - id: staff-survey
    reason: We ask our <staff> in another way.
"""


FORMATTED = OURS.replace(
    "    questions:", '    text: |\n      Ask the {{ noun("head") }}.\n\n      **So\n    questions:'
)


def test_markup_that_no_format_shows_is_told_with_its_line_in_a_copys_own_form(problems_of: ProblemsOf) -> None:
    line = FORMATTED[: FORMATTED.index("**So")].count("\n") + 1
    (problem,) = problems_of({"forms/our-plan.yml": FORMATTED})
    assert problem.startswith(f"forms/our-plan.yml:{line}: section 'aims': an asterisk has no partner")
    assert not problems_of({"forms/our-plan.yml": FORMATTED.replace("**So", "**So** [it](toolkit/trauma.md) is.")})


def test_markup_that_no_format_shows_is_told_with_its_line_in_a_copys_change(problems_of: ProblemsOf) -> None:
    intro = "    intro: |\n      One\n\n      [two](javascript:alert)\n"
    problems = problems_of({"forms.yml": f"replace:\n  - id: record-of-signs\n{intro}    who: The *head*\n"})
    assert [problem.partition(" cannot be used")[0] for problem in problems] == [
        "forms.yml:6: the link to 'javascript:alert'",
        "forms.yml:7: asterisks",
    ]


def test_a_form_of_a_copy_is_listed_and_has_its_files(site_of: SiteOf) -> None:
    site = site_of({"forms/our-plan.yml": OURS})
    assert "Our own plan" == site.library.forms["our-plan"].title
    assert "forms/our-plan.md" in {stub.path for stub in stubs(site.library)}
    files = {"our-plan.pdf", "our-plan-print.pdf", "our-plan.docx"}
    assert files == {Path(name).name for name in downloads(site) if name.startswith("downloads/our-plan")}


def test_a_form_with_the_id_of_one_of_the_toolkits_takes_its_place(site_of: SiteOf) -> None:
    text = OURS.replace("our-plan", "staff-survey")
    form = site_of({"forms/staff-survey.yml": text}).library.forms["staff-survey"]
    assert ("Our own plan", ["aims"]) == (form.title, [section.id for section in form.sections])


def test_single_texts_change_and_all_else_stays(site_of: SiteOf) -> None:
    before = site_of({}).library.forms["record-of-signs"]
    after = site_of({"forms.yml": CHANGES}).library.forms["record-of-signs"]
    assert ("Our own words.", before.title) == (after.about, after.title)
    old, new = (next(s for s in form.sections if s.id == "picture").questions for form in (before, after))
    assert ("What do we see?", ()) == (new[0].label, new[0].points)
    assert [question.id for question in old] == [question.id for question in new]
    assert old[1:] == new[1:]


def test_a_hidden_form_has_a_page_with_the_reason_and_nothing_else(site_of: SiteOf) -> None:
    site = site_of({"forms.yml": CHANGES})
    page = Fragments(site).render("form-page", {"id": "staff-survey"}, PageLocation("forms/staff-survey/", "x"))
    assert "Not used in this copy." in page and "We ask our &lt;staff&gt; in another way." in page
    assert "<form" not in page
    assert "staff-survey" not in {form.id for form in site.library.offered_forms}
    assert not [name for name in downloads(site) if "staff-survey" in name]


def test_mistakes_are_told_with_the_file_and_line_of_the_copy(problems_of: ProblemsOf) -> None:
    found = problems_of(
        {
            "forms/our-plan.yml": OURS.replace("version: 1", "version: one").replace("time:", "tmie:"),
            "forms.yml": (
                "add:\n  - id: x\n"
                "replace:\n"
                "  - id: record-of-sings\n    about: x\n"
                "  - id: our-plan\n    about: x\n"
                "  - id: training-needs-audit\n    save: cloud\n    sections:\n      - id: nowhere\n        intro: x\n"
                "hide:\n  - id: staff-survey\n"
            ),
            "forms/notes.txt": "x",
        }
    )
    starts = {
        "forms.yml:1: a form of your own is a file in forms/",
        "forms.yml:4: replaces the form 'record-of-sings', which the toolkit does not have (any more). Did you mean",
        "forms.yml:6: the form 'our-plan' is your own",
        "forms.yml:9: 'save' cannot be 'cloud'",
        "forms.yml:11: the form has no section 'nowhere' here (any more). It has: ",
        "forms.yml:14: 'staff-survey' is hidden without a reason",
        "forms/our-plan.yml:5: unknown key 'tmie'",
        "forms/our-plan.yml:6: ",
        "forms/notes.txt: is not read",
    }
    missing = [start for start in starts if not any(problem.startswith(start) for problem in found)]
    assert [] == missing, found


def test_the_comparison_shows_what_changed_beneath_a_form(project: Path, copy_folder: Callable[..., Path]) -> None:
    files = {"partnership.yml": LEAST, "forms.yml": CHANGES, "forms/our-plan.yml": OURS}
    folder = find_folder(project, str(copy_folder(files)))
    assert ["form our-plan"] == additions(project, folder)
    record(project, folder)
    upstream = project / "forms/record-of-signs.yml"
    upstream.write_text(upstream.read_text("utf-8").replace("title: Decisions", "title: What we decided"), "utf-8")
    (project / "forms/staff-survey.yml").unlink()
    states = {item.what: item.state for item in compare_copy(project, folder)}
    assert {"form record-of-signs is changed in part": "changed", "form staff-survey is hidden": "gone"} == states
