"""Two hundred invented plans, counted here by other code: every number of the report is the same."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.collation import synthetic
from tests.collation.synthetic import Facts, count_ratings, invent_settings, is_late, move_on, write_files
from tests.conftest import ROOT
from toolkit.answers.answers import write_json
from toolkit.catalogue.library import Library
from toolkit.collation.collate import collate
from toolkit.collation.offers import Offers
from toolkit.collation.options import ReportOptions
from toolkit.collation.plan import Plan
from toolkit.collation.report import Report, make_report
from toolkit.collation.splits import WrongFilter, meets, parse_filters
from toolkit.forms.definition import Form
from toolkit.site.compose.formats import read_answers
from toolkit.spreadsheet.table import Table
from toolkit.spreadsheet.workbook import write_workbook

COUNT = 200
RATINGS = ("red", "amber", "green")
WITHHELD = "[c]"


@pytest.fixture(scope="module")
def settings() -> list[Facts]:
    return invent_settings(COUNT)


@pytest.fixture(scope="module")
def earlier(settings: list[Facts]) -> list[Facts]:
    """The plans of a year before, without those of the first seven settings."""
    return [move_on(facts, number) for number, facts in enumerate(settings)][7:]


@pytest.fixture(scope="module")
def form(library: Library) -> Form:
    return library.forms[synthetic.PLAN]


def read_plans(folder: Path, form: Form, library: Library) -> tuple[Plan, ...]:
    plans, skipped = collate(sorted(folder.iterdir()), {form.id: form}, library.language, read_answers)
    assert [] == skipped
    return plans[form.id]


@pytest.fixture(scope="module")
def plans(settings: list[Facts], form: Form, library: Library, tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("plans")
    write_files(settings, folder)
    return read_plans(folder, form, library)


@pytest.fixture(scope="module")
def before(earlier: list[Facts], form: Form, library: Library, tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("before")
    write_files(earlier, folder, 1)
    return read_plans(folder, form, library)


def report_on(
    form: Form, plans: Sequence[Plan], library: Library, before: Sequence[Plan] = (), **options: Any
) -> Report:
    chosen = ReportOptions(synthetic.TODAY, **options)
    return make_report(form, plans, before, chosen, library.language, Offers(library, ROOT / "docs"))


@pytest.fixture(scope="module")
def report(form: Form, plans: tuple[Plan, ...], before: tuple[Plan, ...], library: Library) -> Report:
    return report_on(form, plans, library, before)


@pytest.fixture(scope="module")
def withheld(form: Form, plans: tuple[Plan, ...], before: tuple[Plan, ...], library: Library) -> Report:
    return report_on(form, plans, library, before, smallest=5)


def table(report: Report, key: str) -> Table:
    return next(table for table in (*report.tables, *report.answers) if table.key == key)


def prompts(form: Form) -> dict[str, str]:
    """The theme of each prompt."""
    return {row.prompt: f"{section.id}/{row.id}" for section in form.sections for row in section.rows}


def test_every_theme_is_rated_as_it_was_written(report: Report, settings: list[Facts], form: Form) -> None:
    rows = {prompts(form)[row[0]]: row for row in table(report, "how-many").rows}
    for area, themes in synthetic.AREAS.items():
        for theme in (f"{area}/{theme}" for theme in themes):
            counts = count_ratings(settings, theme)
            assert [counts[rating] for rating in RATINGS] == [int(rows[theme][column]) for column in (2, 4, 6)]
            rated = sum(counts[rating] for rating in RATINGS)
            assert [rated, counts[""], counts["not-chosen"]] == list(map(int, rows[theme][8:11]))
            assert f"{100 * counts['red'] / rated:.0f}%" == rows[theme][3]


def test_what_a_setting_did_not_choose_is_not_what_it_did_not_rate(report: Report) -> None:
    headings = table(report, "how-many").headings
    assert ("Rated", "Not rated", "Not chosen") == headings[8:]


def test_sums_by_area_are_those_of_its_themes(report: Report, settings: list[Facts], form: Form) -> None:
    rows = {row[0]: row for row in table(report, "areas").rows}
    for area, themes in synthetic.AREAS.items():
        title = next(section.title for section in form.sections if section.id == area)
        known = sum((count_ratings(settings, f"{area}/{theme}") for theme in themes), Counter())
        unknown = len(next(section for section in form.sections if section.id == area).rows) - len(themes)
        assert [known[rating] for rating in RATINGS] == [int(rows[title][column]) for column in (1, 3, 5)]
        assert known[""] + known["not-chosen"] + unknown * COUNT == sum(map(int, rows[title][8:10]))
    assert "All areas" == table(report, "areas").rows[-1][0]


def test_each_group_is_counted_apart(report: Report, settings: list[Facts], form: Form) -> None:
    by_group = {(row[1], row[0], prompts(form)[row[2]]): row for row in table(report, "groups").rows}
    theme = "ethos-and-relationships/feedback"
    for label, attribute in (("Phase", "phase"), ("District", "district"), ("Number of children", "size")):
        for value in {getattr(facts, attribute) for facts in settings}:
            members = [facts for facts in settings if getattr(facts, attribute) == value]
            row = by_group[label, value or "Not said", theme]
            counts = count_ratings(members, theme)
            assert [counts[rating] for rating in RATINGS] == [int(row[column]) for column in (4, 6, 8)]
    sizes = {(row[1], row[0]): row[2] for row in table(report, "comparison").rows}
    assert str(sum(facts.phase == "Primary" for facts in settings)) == sizes["Phase", "Primary"]


def test_every_activity_is_listed_with_its_parts_and_late_ones_are_marked(
    report: Report, settings: list[Facts], form: Form
) -> None:
    activities = table(report, "activities")
    every = [(facts.name, entry) for facts in settings for entry in facts.activities]
    assert len(every) == len(activities.rows)
    assert [(name, entry["activity"], entry["lead"]) for name, entry in every] == [
        (row[0], row[3], row[4]) for row in activities.rows
    ]
    late = [row for row in activities.rows if row[-1] == "Yes"]
    assert sum(is_late(entry) for _, entry in every) == len(late)
    priorities = Counter(row[7] for row in activities.rows)
    assert Counter(entry["priority"].capitalize() for _, entry in every) == priorities
    dated = [line for line, (_, entry) in enumerate(every) if entry["due"]]
    assert dated == [line for line, _ in activities.days]
    assert all(
        entry["due"] == activities.days[line, 5].isoformat() for line, (_, entry) in enumerate(every) if entry["due"]
    )


def test_activities_are_counted_by_how_far_they_are(report: Report, settings: list[Facts]) -> None:
    every = [entry for facts in settings for entry in facts.activities]
    total = table(report, "activity-counts").rows[-1]
    statuses = Counter(entry["status"] or "not-started" for entry in every)
    expected = [len(every), *(statuses[status] for status in synthetic.STATUSES[:4]), sum(map(is_late, every))]
    assert expected == list(map(int, total[2:]))
    leads = {row[0]: int(row[2]) for row in table(report, "leads").rows}
    assert Counter(entry["lead"] or "No lead is named" for entry in every) == leads


def test_settings_are_matched_with_those_of_before_and_the_others_named(
    report: Report, settings: list[Facts], earlier: list[Facts], form: Form
) -> None:
    assert {facts.name for facts in settings[:7]} == {row[0] for row in table(report, "unpaired").rows}
    rows = {prompts(form)[row[0]]: row for row in table(report, "movement").rows}
    then = {facts.name: facts for facts in earlier}
    for theme in ("ethos-and-relationships/feedback", "equipped-staff/training"):
        pairs = [(then[facts.name].ratings[theme], facts.ratings[theme]) for facts in settings if facts.name in then]
        both = [(RATINGS.index(a), RATINGS.index(b)) for a, b in pairs if a in RATINGS and b in RATINGS]
        moved = [sum(b > a for a, b in both), sum(a == b for a, b in both), sum(b < a for a, b in both)]
        assert [*moved, len(pairs) - len(both)] == list(map(int, rows[theme][2:6]))
        assert [sum(a == "red" for a, _ in pairs), sum(b == "red" for _, b in pairs)] == list(
            map(int, rows[theme][6:8])
        )


def test_plans_without_ids_are_matched_by_the_name_of_the_setting(
    settings: list[Facts], earlier: list[Facts], form: Form, library: Library, tmp_path: Path
) -> None:
    write_files(settings[:20], tmp_path / "now", with_ids=False)
    for facts in earlier:
        facts.answers["record/setting"] = f" {facts.name.upper()} "
    write_files(earlier[:20], tmp_path / "then", with_ids=False)
    now, then = (read_plans(tmp_path / name, form, library) for name in ("now", "then"))
    names = {row[0] for row in table(report_on(form, now, library, then), "unpaired").rows}
    assert {facts.name for facts in settings[:7]} | {facts.name.upper() for facts in earlier[13:20]} == names


def test_without_files_of_before_a_plan_is_compared_with_the_latest_review_in_its_own_file(
    settings: list[Facts], form: Form, library: Library, tmp_path: Path
) -> None:
    rating = "equipped-staff/training/rating"
    reviews = [("2025-09-01", {rating: "green"}), ("2026-03-01", {rating: "amber"})]
    write_files([*(replace(facts, earlier=reviews) for facts in settings[:9]), *settings[9:12]], tmp_path / "plans")
    report = report_on(form, read_plans(tmp_path / "plans", form, library), library)
    row = next(row for row in table(report, "movement").rows if row[0].startswith("2b"))
    now = Counter(facts.ratings["equipped-staff/training"] for facts in settings[:9])
    assert [now["green"], now["amber"], now["red"]] == list(map(int, row[2:5]))
    assert "The files of 9 settings hold an earlier review." in " ".join(report.notes)
    assert not [each for each in report.tables if each.key == "unpaired"]


def test_filters_leave_the_settings_that_answer_so(settings: list[Facts], plans: tuple[Plan, ...], form: Form) -> None:
    def names(*filters: str) -> set[str]:
        chosen = parse_filters(filters, [form])
        return {plan.setting for plan in plans if meets(plan, chosen)}

    assert {facts.name for facts in settings if facts.phase == "Primary"} == names("phase=primary")
    assert {facts.name for facts in settings if facts.phase in ("Primary", "Special")} == names(
        "phase=Primary", "phase=spec"
    )
    assert {facts.name for facts in settings if facts.phase == "Primary" and facts.district == "Dover"} == names(
        "phase=primary", "district= DOVER "
    )


def test_a_report_says_its_filters_in_the_words_of_the_form(
    plans: tuple[Plan, ...], form: Form, library: Library
) -> None:
    filters = parse_filters(["phase=prim", "district=dover"], [form])
    chosen = [plan for plan in plans if meets(plan, filters)]
    assert (
        "Only settings with Phase: Primary; District: Dover." in report_on(form, chosen, library, filters=filters).notes
    )


@pytest.mark.parametrize(
    ("argument", "sentence"),
    [
        ("phase=primry", "'primry' is not among the answers: Early years; Primary"),
        ("phase=a", "'a' could be more than one of the answers"),
        ("fase=primary", "Did you mean 'phase'?"),
        ("phase", "write a question of the record and an answer"),
        ("phase=", "write a question of the record and an answer"),
    ],
)
def test_a_filter_that_cannot_be_meant_is_explained(argument: str, sentence: str, form: Form) -> None:
    with pytest.raises(WrongFilter, match=re.escape(sentence)):
        parse_filters([argument], [form])


def test_the_weakest_themes_come_first_with_what_the_toolkit_has_for_them(
    report: Report, settings: list[Facts], form: Form, library: Library
) -> None:
    themes = [f"{area}/{theme}" for area, names in synthetic.AREAS.items() for theme in names]
    low = {theme: count_ratings(settings, theme)["red"] for theme in themes}
    order = sorted(themes, key=lambda theme: -low[theme])[:5]
    assert [low[theme] for theme in order] == [each.weakness.low for each in report.weaknesses]
    for each in report.weaknesses:
        row = each.weakness.item.row
        assert row is not None
        titles = {offer.title for offer in each.offers}
        assert {library.resources[id].title for id in row.resources} <= titles
        assert each.steps
        assert titles


def numbers_in(report: Report) -> list[str]:
    """Every cell of every table that a reader sees, with the figures."""
    tables = [*report.tables, *report.board, *report.answers, *(detail.table for detail in report.details)]
    cells = [cell for each in tables for row in each.rows for cell in row]
    return [*cells, *(value for _, value in report.figures), *(detail.size for detail in report.details)]


def test_no_small_number_is_in_a_report_that_withholds_them(withheld: Report, report: Report) -> None:
    assert {"1", "2", "3", "4"} & set(numbers_in(report)), "there are small numbers to withhold"
    assert not {"1", "2", "3", "4"} & set(numbers_in(withheld))
    assert WITHHELD in numbers_in(withheld)
    assert any("[c] stands for a count that is withheld. Counts below 5" in note for note in withheld.notes)


def test_a_report_that_withholds_small_numbers_says_nothing_of_a_single_setting(withheld: Report) -> None:
    assert not [cell for cell in numbers_in(withheld) if "School" in cell or "Activity" in cell]
    assert () == withheld.answers


def test_what_is_withheld_is_not_what_is_left_of_a_total(withheld: Report, report: Report, form: Form) -> None:
    """For each theme: what all settings say, less what the groups say that are given, is none that is small."""
    overall = {row[0]: row for row in table(withheld, "how-many").rows}
    whole = {row[0]: row for row in table(report, "how-many").rows}
    hidden_lines = 0
    for label in ("Phase", "District", "Number of children"):
        for prompt, total in overall.items():
            groups = [row for row in table(withheld, "groups").rows if row[1] == label and row[2] == prompt]
            truth = [row for row in table(report, "groups").rows if row[1] == label and row[2] == prompt]
            for column, of_group in ((2, 4), (4, 6), (6, 8), (9, 11), (10, 12)):
                hidden = [true[of_group] for row, true in zip(groups, truth, strict=True) if row[of_group] == WITHHELD]
                assert all(row[of_group] in (WITHHELD, true[of_group]) for row, true in zip(groups, truth, strict=True))
                if hidden and total[column] != WITHHELD:
                    rest = sum(map(int, hidden))
                    assert (len(hidden) > 1 and rest >= 5) or rest == 0, (label, prompt, hidden, whole[prompt])
                    hidden_lines += 1
            for row in groups:
                states = [row[column] for column in (4, 6, 8, 11, 12)]
                assert states.count(WITHHELD) != 1, row
                assert WITHHELD not in states or row[10] == WITHHELD, "a sum of ratings would give them away"
    assert hidden_lines


def test_names_are_nowhere_once_they_are_left_out(
    form: Form, plans: tuple[Plan, ...], before: tuple[Plan, ...], library: Library, report: Report
) -> None:
    nameless = report_on(form, plans, library, before, without_names=True)
    cells = "\n".join(numbers_in(nameless))
    assert not re.search(r"School \d|Activity \d|Deputy head|\.json", cells)
    assert "Setting 1" in cells
    for key in ("how-many", "areas", "activity-counts", "groups", "comparison", "movement"):
        assert table(report, key).rows == table(nameless, key).rows, "counts are the same without names"
    assert len(table(report, "activities").rows) == len(table(nameless, "activities").rows)
    order = [row[0] for row in table(nameless, "overview").rows]
    assert [f"Setting {number}" for number in range(1, COUNT + 1)] == order


def test_the_order_of_settings_without_names_is_not_that_of_their_names(
    form: Form, plans: tuple[Plan, ...], library: Library, report: Report
) -> None:
    nameless = report_on(form, plans, library, without_names=True)
    answers = [row[1:] for row in table(report, "ratings").rows]
    assert answers != [row[1:] for row in table(nameless, "ratings").rows]
    assert sorted(answers) == sorted(row[1:] for row in table(nameless, "ratings").rows)


def test_an_entry_in_the_district_that_one_setting_alone_gives_is_left_out_with_the_names(
    settings: list[Facts], form: Form, library: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "plans"
    settings = [*settings[:10], Facts("Hill Road", "Primary", "", "", answers={"record/district": "Hill Road, Dover"})]
    write_files(settings, folder)
    nameless = report_on(form, read_plans(folder, form, library), library, without_names=True)
    assert not any("Hill Road" in cell for cell in numbers_in(nameless))


def test_the_workbook_has_filters_charts_dates_and_headings_that_stay(report: Report) -> None:
    content = write_workbook([(report.form.title, report.tables)], "x")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        sheets = {name: etree.fromstring(archive.read(name)) for name in names if name.startswith("xl/worksheets/sh")}
        charts = [archive.read(name).decode() for name in names if name.startswith("xl/charts/chart")]
    assert len(report.tables) == len(sheets)
    for sheet in sheets.values():
        assert sheet.find(".//{*}pane[@state='frozen'][@topLeftCell='B2']") is not None
        assert sheet.find("{*}autoFilter") is not None
        setup = sheet.find("{*}pageSetup[@orientation='landscape']")
        assert setup is not None
        widths = sum(
            float(col.get("width")) * (int(col.get("max")) - int(col.get("min")) + 1) for col in sheet.iter("{*}col")
        )
        assert widths < 125 or setup.get("fitToHeight") == "0", "one page across"
        assert not list(sheet.iter("{*}f")), "no formula anywhere"
    drawn = [each for each in report.tables if each.chart and len(each.rows) <= 40]
    assert len(drawn) == len(charts) >= 4
    assert all("percentStacked" in chart for chart in charts)


def test_a_form_with_ratings_and_choices_outside_tables_is_counted_too(library: Library, tmp_path: Path) -> None:
    """The staff survey: each file is a person, and nothing of it is a plan."""
    survey = library.forms["staff-survey"]
    talk = "Yes, whenever I am concerned"
    for number in range(12):
        answers = {
            "record/work": "I am a senior leader" if number < 3 else "I work directly with children or families",
            "ability/ability": RATINGS[number % 3],
            "talking/need-to-talk": talk if number < 6 else "No",
            "signs/signs": f"Secret {number}",
        }
        (tmp_path / f"{number}.json").write_text(write_json(survey, answers, ""), "utf-8")
    plans = read_plans(tmp_path, survey, library)
    report = report_on(survey, plans, library)
    choices = {row[2]: row[3:] for row in table(report, "choices").rows}
    assert {talk: ("6", "50%"), "No": ("6", "50%")} == {key: choices[key] for key in (talk, "No")}
    assert ["4", "4", "4"] == [table(report, "how-many").rows[0][column] for column in (2, 4, 6)]
    withheld = report_on(survey, plans, library, smallest=5)
    assert not any("Secret" in cell for cell in numbers_in(withheld))
    sizes = {row[0]: row[2] for row in table(withheld, "comparison").rows}
    assert {WITHHELD} == set(sizes.values()), "nine of twelve would say that there are three others"


def test_a_form_that_names_no_parts_has_its_actions_listed_too(library: Library, tmp_path: Path) -> None:
    """The action plan of a strategy: a tick says that an action is done."""
    plan = library.forms["action-plan"]
    answers = {"record/setting": "Northvale"}
    for entry, done in (("row", ""), ("row~2", "yes"), ("row~3", "")):
        answers |= {
            f"aim~2/{entry}/action": f"Act {entry}",
            f"aim~2/{entry}/lead": "Police",
            f"aim~2/{entry}/done": done,
        }
        answers[f"aim~2/{entry}/finish"] = "2026-10-01" if entry != "row~3" else "2027-10-01"
    (tmp_path / "a.json").write_text(write_json(plan, answers, ""), "utf-8")
    report = report_on(plan, read_plans(tmp_path, plan, library), library)
    rows = [(row[3], row[4], row[6], row[8]) for row in table(report, "activities").rows]
    expected = [("Act row", "Open", "Yes"), ("Act row~2", "Done or stopped", ""), ("Act row~3", "Open", "")]
    assert [(action, "Police", state, late) for action, state, late in expected] == rows
    assert ["3", "2", "1", "1"] == list(table(report, "activity-counts").rows[-1][2:])


def test_an_activity_of_an_older_version_is_listed_and_says_that_it_was_asked_in_other_words(
    form: Form, library: Library, tmp_path: Path
) -> None:
    answers = {
        "equipped-staff/training/activity": "Train all",
        "equipped-staff/training/lead": "Deputy head, by half term",
        "equipped-staff/training/due": "2026-10-01",
    }
    write_files([Facts("Hill Road", "", "", "", answers=answers)], tmp_path / "plans", 1)
    [row] = table(report_on(form, read_plans(tmp_path / "plans", form, library), library), "activities").rows
    assert ("Train all", "Deputy head, by half term", "1 October 2026", "Not started") == row[3:7]
    assert ("Yes", "The wording has changed since") == row[8:]


@pytest.mark.parametrize("count", [1, 2])
def test_one_plan_is_a_report_too(count: int, form: Form, plans: tuple[Plan, ...], library: Library) -> None:
    assert count == report_on(form, plans[:count], library).count
    few = report_on(form, plans[:count], library, smallest=5)
    assert not re.search(r"(?<![\w%])[1-9]\d*(?![\w%])", " ".join(row[2] for row in table(few, "how-many").rows))
