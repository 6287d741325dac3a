"""Why a page may not hold an element or an attribute, in the words that its author reads, and what to do instead."""

from __future__ import annotations

FRAME = "belongs to the frame around each page. Take it out"
SWALLOWS = "would swallow the text after it, down to the foot of the page. Take it out"
EMBEDS = "would put another page or program into this one. Link to it instead"
FORM_PART = "is part of a form, and what a reader enters there would go nowhere. Forms are made in forms/"
LOADS_MEDIA = "would load something by itself. Write a picture as ![words](picture.svg), and link to films and sound"
IS_A_DRAWING = "is a drawing within the page. Save it as a file and write ![words](drawing.svg)"
WHOLE_PAGE = "applies to the whole page, and could send the reader to another host. Take it out"

_REASONS = {
    "script": "would run in the reader's browser. Take it out",
    "style": "would change how the site looks. Take it out: its looks are in its stylesheets",
    "base": "would change where every link of the page leads. Take it out",
    "link": "would load something into the page or prepare to. Take it out",
    "meta": WHOLE_PAGE,
    "html head body header footer main nav article aside search dialog menu slot": FRAME,
    "textarea title xmp plaintext listing noscript noembed noframes template": SWALLOWS,
    "iframe frame frameset object embed applet param portal fencedframe": EMBEDS,
    "form input button select option optgroup datalist label fieldset legend output meter progress keygen": FORM_PART,
    "audio video source track picture canvas map area image bgsound": LOADS_MEDIA,
    "svg math foreignObject foreignobject animate set use": IS_A_DRAWING,
}
REASONS = {name: reason for names, reason in _REASONS.items() for name in names.split()}
WOULD_RUN = "would run in the reader's browser. Take it out"
ASKS = "would make the reader's browser ask for an address by itself. Take it out"
ASKING = frozenset(
    [
        "action",
        "archive",
        "attributionsrc",
        "background",
        "classid",
        "codebase",
        "data",
        "dynsrc",
        "formaction",
        "imagesrcset",
        "longdesc",
        "lowsrc",
        "manifest",
        "ping",
        "poster",
        "profile",
        "src",
        "srcdoc",
        "srcset",
        "usemap",
        "xlink:href",
        "xml:base",
    ]
)
LOOKS = "has no effect, because the site's policy forbids it. Take it out, or give the element a class"
OPENS = "opens windows that the reader did not ask for. Take it out"
SEE_LIST = "docs/development/writing-pages.md lists what a page may hold"


def element_reason(name: str) -> str:
    """The sentence for an element that is not allowed."""
    if name in REASONS:
        return f"<{name}> {REASONS[name]}"
    return f"<{name}> is not one of the elements that a page may hold. Show it as `code`, or take it out: {SEE_LIST}"


def attribute_reason(element: str, name: str) -> str:
    """The sentence for an attribute that is not allowed; `element` is empty where Markdown does not say it."""
    where = f" of <{element}>" if element else ""
    if name.startswith("on"):
        return f"{name}={where} {WOULD_RUN}"
    if name in ASKING:
        return f"{name}={where} {ASKS}"
    reasons = {
        "style": LOOKS,
        "target": OPENS,
        "data-placeholder": "is the placeholder of a macro. Call the macro instead",
    }
    reason = reasons.get(name, f"is not one of the attributes that a page may hold. Take it out: {SEE_LIST}")
    return f"{name}={where} {reason}"
