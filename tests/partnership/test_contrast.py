"""Colours of a copy: measured as WCAG measures them, refused where they fail, with a shade that works."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.colour import contrast
from toolkit.partnership.model import Colours
from toolkit.partnership.palette import make_palette, site_colours

ROOT = Path(__file__).resolve().parents[2]
MANY = [f"#{r:02x}{g:02x}{b:02x}" for r in (0, 90, 180, 255) for g in (0, 90, 180, 255) for b in (0, 90, 180, 255)]


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#767676", "#ffffff", 4.54), ("#ffdd00", "#ffffff", 1.35)],
)
def test_contrast_is_the_ratio_that_wcag_defines(one: str, other: str, ratio: float) -> None:
    assert ratio == round(contrast(one, other), 2) == round(contrast(other, one), 2)


def test_a_faint_colour_is_refused_with_its_use_ratio_and_nearest_shade() -> None:
    _, refusals = make_palette(Colours(primary="#0b4a5e", link="#ff8888"), ROOT)
    assert [("link",)] == [refusal.path for refusal in refusals]
    assert (
        "the colour '#ff8888' is too close to '#f1f5f6' for links on the panel colour of the page: their contrast is "
        "2.09 to 1 and must be 4.5 to 1. The nearest shade that passes is '#e20000'"
    ) == refusals[0].message


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("key", ["primary", "link"])
def test_the_shade_that_is_named_is_accepted(key: str, scheme: str) -> None:
    for colour in MANY:
        given = (
            {"primary": "#0b4a5e", "dark": {key: colour}} if scheme == "dark" else {"primary": "#0b4a5e", key: colour}
        )
        _, refusals = make_palette(Colours.model_validate(given), ROOT)
        if not refusals:
            continue
        better = refusals[0].message.rsplit("'", 2)[1]
        given = (
            {"primary": "#0b4a5e", "dark": {key: better}} if scheme == "dark" else {"primary": "#0b4a5e", key: better}
        )
        assert [] == make_palette(Colours.model_validate(given), ROOT)[1], colour


def test_whatever_is_worked_out_from_an_accepted_colour_can_be_read_in_both_schemes() -> None:
    light, dark = site_colours(ROOT)
    for colour in MANY:
        palette, refusals = make_palette(Colours(primary=colour), ROOT)
        if refusals:
            continue
        for scheme, site in ((palette.light, light), (palette.dark, dark)):
            for ground in ("brand", "brand-strong"):
                assert contrast(scheme["on-brand"], scheme[ground]) >= 4.5, (colour, ground)
            for word in ("link", "link-hover"):
                for ground in ("paper", "panel", "notice"):
                    assert contrast(scheme[word], site[ground]) >= 4.5, (colour, word, ground)


def test_words_chosen_for_the_header_are_checked_too() -> None:
    _, refusals = make_palette(Colours(primary="#0b4a5e", on_primary="#557788"), ROOT)
    assert ["on_primary", "primary"] == sorted(refusal.path[-1] for refusal in refusals)
