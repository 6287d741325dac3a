"""A copy's colours: checked wherever they are used, completed where left out, and written as CSS variables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from toolkit.colour import (
    GRAPHIC_CONTRAST,
    TEXT_CONTRAST,
    ColourUse,
    at_lightness,
    contrast,
    nearest_passing,
    with_lightness,
)
from toolkit.partnership.model import Colours
from toolkit.sources.text_file import read_text

COLOURS_FILE = "styles/base/colours.css"
BLACK, WHITE = "#0b0c0c", "#ffffff"
COLOUR_VARIABLE = re.compile(r"--([a-z-]+):\s*(#[0-9a-fA-F]{6})")
DARK_BEGINS = "prefers-color-scheme: dark"
PAGE_COLOURS = ("paper", "panel")  # what text stands on


@dataclass(frozen=True)
class Palette:
    """Colours by the names of colours.css (without --), for each scheme; only those that a copy sets."""

    light: Mapping[str, str] = field(default_factory=dict)
    dark: Mapping[str, str] = field(default_factory=dict)

    @property
    def css(self) -> str:
        """The variables as CSS, to stand after those of the site."""
        if not self.light:
            return ""
        return f":root {_block(self.light)}\n@media (prefers-color-scheme: dark) {{ :root {_block(self.dark)} }}\n"


@dataclass(frozen=True)
class Refusal:
    """A given colour that fails: the keys that lead to it, and a sentence."""

    path: tuple[str, ...]
    message: str


def site_colours(root: Path) -> tuple[dict[str, str], dict[str, str]]:
    """The site's own colours in light and in dark, by name."""
    light, _, dark = read_text(root / COLOURS_FILE, COLOURS_FILE).partition(DARK_BEGINS)
    variables = dict(COLOUR_VARIABLE.findall(light))
    return variables, variables | dict(COLOUR_VARIABLE.findall(dark))


def make_palette(colours: Colours, root: Path) -> tuple[Palette, list[Refusal]]:
    """The palette of a copy, and a refusal for each given colour that fails in one of its uses."""
    light_site, dark_site = site_colours(root)
    dark_colours = colours.dark
    light = _scheme(colours.primary, colours.on_primary, colours.link or _tone(colours.primary, light_site), light_site)
    dark_primary = dark_colours.primary or _dark_header(colours.primary)
    dark_on = dark_colours.on_primary or (colours.on_primary if dark_colours.primary is None else None)
    if dark_on and dark_colours.on_primary is None and contrast(dark_on, dark_primary) < TEXT_CONTRAST:
        dark_on = None  # words chosen for the light header need not suit the darker one
    dark = _scheme(
        dark_primary, dark_on, dark_colours.link or _tone(colours.link or colours.primary, dark_site), dark_site
    )
    refusals = [
        *_refusals(
            (), {"primary": colours.primary, "on_primary": colours.on_primary, "link": colours.link}, light, light_site
        ),
        *_refusals(("dark",), dark_colours.model_dump(), dark, dark_site),
    ]
    return Palette(light, dark), refusals


def uses_of(key: str, scheme: Mapping[str, str], site: Mapping[str, str], dark: bool) -> list[ColourUse]:
    """Every place where a colour of a brand meets another."""
    if key == "on_primary":
        return [
            ColourUse("words in the header and on buttons", scheme["brand"], TEXT_CONTRAST),
            ColourUse("words in the bar below the header", scheme["brand-strong"], TEXT_CONTRAST),
        ]
    if key == "link":
        return [
            *(ColourUse(f"links on the {name} colour of the page", site[name], TEXT_CONTRAST) for name in PAGE_COLOURS),
            ColourUse("links in a notice", site["notice"], TEXT_CONTRAST),
            ColourUse("bars of charts", site["paper"], GRAPHIC_CONTRAST),
        ]
    header = [ColourUse("words in the header and on buttons", scheme["on-brand"], TEXT_CONTRAST)]
    edges = (
        []
        if dark
        else [
            ColourUse("rules, bars and the edges of buttons on the page", site[name], GRAPHIC_CONTRAST)
            for name in PAGE_COLOURS
        ]
    )
    return header + edges


def focus_is_visible(scheme: Mapping[str, str], site: Mapping[str, str]) -> bool:
    """Whether the focus mark (a field of one colour over a line of another) shows on the header and the page."""
    grounds = [scheme["brand"], scheme["brand-strong"], *(site[name] for name in PAGE_COLOURS)]
    focus_colours = (site["focus"], site["on-focus"])
    return all(max(contrast(colour, ground) for colour in focus_colours) >= GRAPHIC_CONTRAST for ground in grounds)


def _refusals(
    before: tuple[str, ...], colours: Mapping[str, str | None], scheme: Mapping[str, str], site: Mapping[str, str]
) -> Iterator[Refusal]:
    for key, colour in colours.items():
        if not colour:
            continue
        uses = uses_of(key, scheme, site, dark=bool(before))
        failing = [use for use in uses if not use.passes(colour)]
        if failing:
            worst = min(failing, key=lambda use: contrast(colour, use.against) / use.least)
            yield Refusal((*before, key), _sentence(colour, worst, nearest_passing(colour, uses), bool(before)))
    if not focus_is_visible(scheme, site):
        yield Refusal((*before, "primary"), "hides where the keyboard is. Choose a darker colour")


def _sentence(colour: str, use: ColourUse, better: str | None, dark: bool) -> str:
    ratio = int(contrast(colour, use.against) * 100) / 100  # never rounded up to a pass
    advice = (
        f"The nearest shade that passes is '{better}'" if better else "No shade of it passes: change the other colour"
    )
    scheme = " (dark pages)" if dark else ""
    return (
        f"the colour '{colour}' is too close to '{use.against}' for {use.where}{scheme}: "
        f"their contrast is {ratio:g} to 1 and must be {use.least:g} to 1. {advice}"
    )


def _scheme(primary: str, on_primary: str | None, link: str, site: Mapping[str, str]) -> dict[str, str]:
    on = on_primary or (WHITE if contrast(WHITE, primary) >= TEXT_CONTRAST else BLACK)
    strong = with_lightness(primary, 0.72)
    if contrast(on, strong) < TEXT_CONTRAST:  # dark words on a light header: the bar below goes lighter
        strong = with_lightness(primary, 1.12)
    if contrast(on, strong) < TEXT_CONTRAST:
        strong = primary
    grounds = [ColourUse("", site[name], TEXT_CONTRAST) for name in (*PAGE_COLOURS, "notice")]
    further = 0.6 if contrast(BLACK, site["paper"]) > contrast(WHITE, site["paper"]) else 1.25
    hover = nearest_passing(with_lightness(link, further), grounds) or link
    return {"brand": primary, "brand-strong": strong, "on-brand": on, "link": link, "link-hover": hover}


def _tone(colour: str, site: Mapping[str, str]) -> str:
    """The nearest shade of a colour that can be a link."""
    uses = [ColourUse("", site[name], TEXT_CONTRAST) for name in (*PAGE_COLOURS, "notice")]
    shade = nearest_passing(colour, uses)
    assert shade  # black or white passes on any page
    return shade


def _dark_header(primary: str) -> str:
    """The header's colour on dark pages: the same hue, dark enough for white words and for tired eyes."""
    calm = at_lightness(primary, 0.17, most_saturation=0.75)
    return nearest_passing(calm, [ColourUse("", WHITE, 7.0)]) or calm


def _block(colours: Mapping[str, str]) -> str:
    return "{ " + " ".join(f"--{name}: {value};" for name, value in colours.items()) + " }"
