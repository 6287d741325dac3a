"""The elements and attributes that a page may hold: those that authors write, and those that the site adds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class AllowList:
    """Elements by name, each with attributes of its own; attributes that each may have; and how further ones begin."""

    elements: Mapping[str, frozenset[str]]
    attributes: frozenset[str]
    prefixes: tuple[str, ...] = ()
    own_elements: bool = False  # whether names with a hyphen are allowed, as our own scripts define them

    def has_element(self, name: str) -> bool:
        """Whether a page may hold the element."""
        return name in self.elements or (self.own_elements and "-" in name)

    def has_attribute(self, element: str, name: str) -> bool:
        """Whether the element may have the attribute."""
        specific = self.elements.get(element, frozenset())
        return name in self.attributes or name in specific or name.startswith(self.prefixes)


def _elements(names: str, **attributes: str) -> dict[str, frozenset[str]]:
    """Elements without attributes of their own, then elements with them; names are separated by spaces."""
    plain = {name: frozenset[str]() for name in names.split()}
    return plain | {name: frozenset(value.split()) for name, value in attributes.items()}


CELL_ATTRIBUTES = "colspan rowspan headers scope abbr align"  # Markdown says with align how a column is aligned
# Everything that a page's Markdown, and HTML within it, may become.
AUTHORS = AllowList(
    _elements(
        "p br hr wbr div span section h1 h2 h3 h4 h5 h6 address "
        "abbr b strong i em u s small sub sup mark code kbd samp var cite dfn bdi ruby rt rp "
        "blockquote q pre ul dl dt dd figure figcaption summary table caption thead tbody tfoot tr",
        a="href hreflang rel download",
        bdo="dir",
        col="span",
        colgroup="span",
        data="value",
        details="open name",
        img="src alt width height loading",
        ins="datetime",
        li="value",
        ol="start reversed type",
        td=CELL_ATTRIBUTES,
        th=CELL_ATTRIBUTES,
        time="datetime",
    )
    | {"del": frozenset({"datetime"})},
    frozenset({"id", "class", "title", "lang", "dir", "translate", "aria-label"}),
)
DRAWING_ATTRIBUTES = "x y x1 y1 x2 y2 width height d rx ry cx cy r points transform fill stroke"
# The same, with what the frame and the components hold besides.
OWN_ELEMENTS = AllowList(
    {
        **AUTHORS.elements,
        **_elements(
            "html head title body header nav main aside article footer search noscript menu dialog "
            "desc fieldset legend label output",
            button="type name value disabled for",
            datalist="",
            form="action autocomplete method",
            g=DRAWING_ATTRIBUTES,
            input="type name value checked disabled required readonly placeholder list step min max maxlength "
            "inputmode pattern autocomplete autocapitalize autocorrect spellcheck size accept multiple",
            label="for",
            link="rel href type hreflang sizes media",
            meta="charset name content property http-equiv",
            meter="value min max low high optimum",
            option="value selected disabled label",
            optgroup="label disabled",
            output="for",
            path=DRAWING_ATTRIBUTES,
            progress="value max",
            rect=DRAWING_ATTRIBUTES,
            circle=DRAWING_ATTRIBUTES,
            line=DRAWING_ATTRIBUTES,
            script="src defer type",
            select="name disabled required multiple size autocomplete",
            svg="xmlns viewBox width height fill stroke focusable preserveAspectRatio",
            text=f"{DRAWING_ATTRIBUTES} text-anchor",
            textarea="name rows cols maxlength disabled required readonly placeholder autocomplete spellcheck",
            tspan=DRAWING_ATTRIBUTES,
        ),
    },
    AUTHORS.attributes | {"role", "hidden", "tabindex", "inert"},
    ("aria-", "data-"),
    own_elements=True,
)
