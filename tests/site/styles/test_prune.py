"""Of the theme's rules those are kept that could match a page, and nothing that only they needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.site.compose.styles import theme
from toolkit.site.compose.styles.prune import KnownNames, prune_css
from toolkit.sources.problems import ProblemsFound

KNOWN = KnownNames(frozenset(["type", "hidden", "dir", "ltr", "top"]), frozenset(["text", "open"]))
CASES = {
    "an element": ("kbd { top: 0 }", "kbd{top:0}"),
    "a known class": (".text p { top: 0 }", ".text p{top:0}"),
    "an unknown class": (".tabs p { top: 0 }", ""),
    "an unknown class inside a known one": (".text .tabs { top: 0 }", ""),
    "one known selector of two": (".tabs, .text { top: 0 }", ".text{top:0}"),
    "a choice of which one is known": (":is(.tabs, .text) p { top: 0 }", ":is(.tabs,.text) p{top:0}"),
    "a choice of which none is known": (":is(.tabs, .admonition) p { top: 0 }", ""),
    "a class that must be absent": ("a:not(.tabs) { top: 0 }", "a:not(.tabs){top:0}"),
    "a known and an unknown id": ("#top { top: 0 } #drawer { top: 0 }", "#top{top:0}"),
    "a known and an unknown attribute": ("[hidden] { top: 0 } [data-md] { top: 0 }", "[hidden]{top:0}"),
    "a value that no page has": ("[dir=ltr] p { top: 0 } [dir=rtl] p { top: 1px }", "[dir=ltr] p{top:0}"),
    "a query of which nothing is kept": ("@media print { .tabs { top: 0 } }", ""),
    "a variable that is read": (":root { --a: 1px } p { top: var(--a) }", ":root{--a:1px}p{top:var(--a)}"),
    "variables that only each other read": (":root { --a: var(--b); --b: 1px }", ""),
    "a variable that the site's own styles read": (":root { --own: 1px }", ":root{--own:1px}"),
    "what would win over every later layer": ("p { top: 0 !important }", "p{top:0}"),
    "a movement": ("@keyframes heart { from { top: 0 } }", ""),
}


@pytest.mark.parametrize("case", CASES)
def test_only_what_could_match_is_kept(case: str) -> None:
    css, expected = CASES[case]
    assert expected == prune_css(css, KNOWN, "p { margin: var(--own) }")


def test_names_come_from_templates_and_scripts_however_they_are_given(root: Path) -> None:
    known = theme.known_names(root)
    assert {"md-typeset", "page", "site-header", "form-panel", "one-search", "term--closed"} <= known.classes
    assert not {name for name in known.classes if name.startswith("md-")} - {"md-typeset"}


def test_a_theme_without_its_sheet_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme, "SHEETS", "templates/elsewhere")
    with pytest.raises(ProblemsFound, match=r"must hold one main\.\*\.css and holds 0"):
        theme.theme_sheet()
