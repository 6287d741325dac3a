"""CSS comes out as short as its meaning allows, and no shorter."""

from __future__ import annotations

import pytest

from toolkit.site.compose.styles.minify import minify_css

CASES = {
    "a comment": ("/* why */ a { color: red; }", "a{color:red}"),
    "a space that means `inside`": ("nav  a , p > a { margin: 0 auto }", "nav a,p>a{margin:0 auto}"),
    "a space before a colon that means `inside`": ("li :is(p, ul):hover {top:0}", "li :is(p,ul):hover{top:0}"),
    "a sum": ("p { width: calc(50vw - 28rem) }", "p{width:calc(50vw - 28rem)}"),
    "a query": (
        "@media (max-width: 40rem) and (min-height: 2rem) { b { top: 0 } }",
        "@media (max-width:40rem) and (min-height:2rem){b{top:0}}",
    ),
    "a text with signs": ('p::before { content: "a ;  b" }', 'p::before{content:"a ;  b"}'),
    "what must win": ("p { top: 0 ! important }", "p{top:0!important}"),
    "a variable": ("p { --s: .5rem; margin: calc(var(--s) * -1) }", "p{--s:.5rem;margin:calc(var(--s) * -1)}"),
    "a rule with nothing in it": ("p { } @media print { p { /* none */ } }", ""),
    "a sheet of paper": ("@media print { @page sheet { size: A4; } }", "@media print{@page sheet{size:A4}}"),
    "a movement": ("@keyframes x { from { top: 0 } 50% { top: 1px } }", "@keyframes x{from{top:0}50%{top:1px}}"),
    "an order of layers": ("@layer a, b;", "@layer a,b;"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_sheet_is_as_short_as_its_meaning_allows(case: str) -> None:
    css, expected = CASES[case]
    assert expected == minify_css(css)


@pytest.mark.parametrize("case", CASES)
def test_what_is_short_already_stays_as_it_is(case: str) -> None:
    assert CASES[case][1] == minify_css(CASES[case][1])
