"""What a partnership says of itself in partnership.yml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from toolkit.partnership.choices import Host, PublisherKind
from toolkit.partnership.nouns import LONGEST_WORD, is_word
from toolkit.registers.choices import Nation
from toolkit.registers.fields import Address, AreaId, AsList, Email, Line, NounId, Phone, Refers, Text, Year, mistake
from toolkit.registers.fields import check_search as check_search

COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
WEB_SEARCH = "https://duckduckgo.com/?q={words}"  # shows what it finds without an account
NO_SEARCH = "none"
LOGO_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\.(svg|png|jpe?g)", re.IGNORECASE | re.ASCII)


def _check_colour(value: str) -> str:
    if not COLOUR.fullmatch(value):
        raise mistake("a colour is written in quotes as '#' and six digits or letters a to f, such as '#0b4a5e'")
    return value.lower()


def _check_word(value: str) -> str:
    if not is_word(value):
        raise mistake(f"a word for people to read is letters, spaces, hyphens and apostrophes, at most {LONGEST_WORD}")
    return value


def _check_file(value: str) -> str:
    if not LOGO_FILE_NAME.fullmatch(value):
        raise mistake("a logo is a file in this folder whose name ends in .svg, .png or .jpg, such as logo.svg")
    return value


def _check_site_address(value: str) -> str:
    if "?" in value:
        raise mistake("the address of a site has no '?' in it")
    return value.rstrip("/") + "/"


def _check_exit(value: str) -> str:
    if not value.startswith("https://"):
        raise mistake("Exit this page leads to an address that begins with https://, so that nobody on the way sees it")
    return value


def _as_mapping(value: Any) -> Any:
    if not isinstance(value, dict):
        raise mistake("this should be keys, each on its own line with its value")
    return value


Colour = Annotated[str, AfterValidator(_check_colour)]
Word = Annotated[str, AfterValidator(_check_word)]
LogoFile = Annotated[str, AfterValidator(_check_file)]
ExitAddress = Annotated[Address, AfterValidator(_check_exit)]
WebSearch = Annotated[str, AfterValidator(lambda value: value if value == NO_SEARCH else check_search(value))]
SiteAddress = Annotated[Address, AfterValidator(_check_site_address)]
Jurisdiction = Literal[Nation.ENGLAND, Nation.WALES]
LanguageCode = Annotated[str, Refers(("languages",))]
HeldForm = Annotated[str, Refers(("leaflets",))]


@dataclass(frozen=True)
class DiffersByLanguage:
    """Marks a setting that may differ by language: languages/<code>/partnership.yml may give it too."""


class SettingsGroup(BaseModel):
    """A group of keys: frozen, and a key that is not known is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True)


class DarkColours(SettingsGroup):
    """The same for readers whose device asks for dark pages; what is left out is worked out from the light ones."""

    primary: Colour | None = Field(None, description="Header, buttons, rules and bars on dark pages")
    on_primary: Colour | None = Field(None, description="Words on that colour")
    link: Colour | None = Field(None, description="Links on dark pages")


class Colours(SettingsGroup):
    """Your colours. Each is checked wherever it is used; what is left out is worked out so that it passes."""

    primary: Colour = Field(description="Header, buttons, rules and bars")
    on_primary: Colour | None = Field(None, description="Words on the primary colour; white or black if left out")
    link: Colour | None = Field(None, description="Links in the text; a shade of the primary colour if left out")
    dark: DarkColours = DarkColours()


class Brand(SettingsGroup):
    """How the copy looks."""

    logo: LogoFile | None = Field(
        None, description="An SVG, PNG or JPEG in this folder, for a light or dark header alike"
    )
    logo_words: Line | None = Field(None, description="What the logo says, for those who cannot see it")
    logo_on: Literal["header", "paper"] | None = Field(
        None, description="paper: on a white backing, for a dark logo. If left out, the toolkit looks at the logo"
    )
    colours: Colours | None = None


class Legal(SettingsGroup):
    """Who answers for the copy, as footer, accessibility and privacy pages say."""

    email: Email | None = Field(None, description="Where readers write about privacy and accessibility")
    phone: Phone | None = Field(None, description="Where they ring, in quotes")
    post: Text | None = Field(None, description="A postal address")
    privacy: Address | None = Field(None, description="Your own privacy notice")
    accessibility: Address | None = Field(None, description="Your own accessibility statement, if you have one")


class Features(SettingsGroup):
    """Parts of the site that a copy may switch off."""

    exit_link: bool = Field(True, strict=True, description="Exit this page, the way out above every page")
    reading_time: bool = Field(True, strict=True, description="The line under a heading with the minutes to read")
    editors_pages: bool = Field(True, strict=True, description="The footer's link to the pages for editors")


class Children(SettingsGroup):
    """How many children there are in the area, for the page that asks how large the problem is."""

    count: Annotated[int, Field(strict=True, ge=1, le=20_000_000)] = Field(description="Children under 18")
    identified: Annotated[int, Field(strict=True, ge=0, le=20_000_000)] | None = Field(
        None, description="Those known to be sexually abused, for example with a plan to protect them from it"
    )
    year: Year = Field(description="The year of both figures")
    source: Line = Field(description="Where the figures come from")


class Partnership(SettingsGroup):
    """A branded copy: who publishes it, what it is called, and what it does otherwise than the toolkit's own site."""

    name: Annotated[Line, DiffersByLanguage()] = Field(max_length=200, description="Who publishes this copy")
    short_name: Annotated[Annotated[Line, Field(max_length=60)] | None, DiffersByLanguage()] = Field(
        None, description="The same for narrow places"
    )
    site_name: Annotated[Line, DiffersByLanguage()] = Field(
        max_length=120, description="What the site is called, in its header and every title"
    )
    kind: PublisherKind = Field(description="What the publisher is")
    demonstration: bool = Field(
        False, strict=True, description="true: every page says that the body did not publish it"
    )
    areas: Annotated[tuple[AreaId, ...], AsList] = Field((), description="Areas whose local resources are listed")
    jurisdictions: Annotated[tuple[Jurisdiction, ...], AsList, Field(min_length=1)] = Field(
        (Nation.ENGLAND,), description="Nations that the copy is for; bodies, guidance and passages follow"
    )
    languages: Annotated[tuple[LanguageCode, ...], AsList, Field(min_length=1)] = Field(
        ("en",), description="Languages that the copy is published in; the first is at the site's own address"
    )
    nouns: Annotated[dict[NounId, Word], BeforeValidator(_as_mapping), DiffersByLanguage()] = Field(
        {}, description="Your words for things, such as 'setting: college'"
    )
    children: Children | None = Field(None, description="Numbers for the page 'How large is the problem here?'")
    brand: Brand = Brand()
    address: SiteAddress | None = Field(None, description="Where the copy is published, such as https://example.org/")
    host: Host | None = Field(None, description="What serves it; only the files that this host reads are published")
    upstream: Address | None = Field(None, description="Where you take the toolkit's source from, for the footer")
    exit: ExitAddress = Field("https://www.bbc.co.uk/", description="Where 'Exit this page' leads; https:// only")
    web_search: WebSearch = Field(
        WEB_SEARCH,
        description="The search that is offered where nobody knows a resource's address, limited to its publisher's "
        "site; {words} is where the words go; none: only the publisher's front page is offered",
    )
    discreet: bool = Field(
        False, strict=True, description="true: tabs and the history show a neutral title and a plain icon"
    )
    legal: Annotated[Legal, DiffersByLanguage()] = Legal()
    features: Features = Features()
    switched_on: Annotated[tuple[HeldForm, ...], AsList] = Field(
        (), description="Leaflets that you have reviewed and give out; until then each is marked as not for giving out"
    )
    policy: Annotated[dict[str, Line], BeforeValidator(_as_mapping)] = Field(
        {}, description="Your values for the merge fields of the model policy"
    )

    @property
    def called(self) -> str:
        """The name for running text and narrow places."""
        return self.short_name or self.name
