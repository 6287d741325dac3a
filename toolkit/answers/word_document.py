"""Word files as documents: what their body shows, and the part in which Word keeps what is written into its controls.

browser/lib/word-document.mjs is its twin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from toolkit.answers.answers import Answers
from toolkit.answers.document_size import check_size, take_blocks
from toolkit.answers.entry_ids import NO_IDS, EntryIds, read_entry_ids
from toolkit.answers.parts import Parts, parse
from toolkit.answers.texts import texts_of, version_of
from toolkit.answers.unreadable import Reason, Unreadable
from toolkit.answers.visible import Document, Paragraph
from toolkit.answers.word_body import WORD, OurControls, read_blocks
from toolkit.forms.keys import NAMESPACE

CUSTOM = re.compile(r"customXml/[^/]*\.xml", re.IGNORECASE)
NOTES = re.compile(r"word/(comments|footnotes|endnotes)[0-9]*\.xml")
FOOTER = re.compile(r"word/footer[^/]*\.xml")
# A form's footer: title, version, day, and where its page is.
FOOTER_WORDS = re.compile(r"· [^·]*?([0-9]{1,3}) · [^·]* · forms/([a-z0-9-]+)/")
OURS = f"{{{NAMESPACE}}}"
PROMPT = re.compile(r"\[[^\]]+\]")  # of a file that does not say itself


def is_archive(content: bytes) -> bool:
    """Whether a file is an archive, as Word and OpenDocument files are."""
    return content.startswith(b"PK")


def read_word(content: bytes) -> Answers:
    """The answers of a Word file; raises Unreadable. Where they belong in a form is found with the form."""
    parts = Parts(content)
    main = parts.main()
    if main is None:
        raise Unreadable(Reason.NOT_WORD)
    body, root = parts.tree(main), _answers_part(parts)
    prompts = frozenset(() if root is None else (element.text or "" for element in root.iterchildren(f"{OURS}prompt")))
    controls = OurControls(prompts.__contains__ if prompts else PROMPT.fullmatch)
    blocks = take_blocks(read_blocks(body, controls))
    if not blocks:
        raise Unreadable(Reason.NO_ANSWERS_IN_WORD)
    form, version = _form_of(root, controls, parts)
    document = Document(
        blocks, form, version, notes=tuple(_notes(parts)), is_shown=controls.is_shown, **_hidden(root, prompts)
    )
    check_size(document)
    texts = {piece.key: piece.text for piece in reversed(list(document.controls)) if piece.text.strip()}
    return Answers(form, version, texts_of(texts), document=document, ids=_ids_of(root))


def _ids_of(root: Any) -> EntryIds:
    if root is None:
        return NO_IDS
    entries = {entry.get("at", ""): entry.get("id") for entry in root.iterchildren(f"{OURS}entry")}
    return read_entry_ids(root.get("plan"), entries, root.get("setting"))


def _answers_part(parts: Parts) -> Any:
    """The part of ours; None if a program has emptied it or taken it out."""
    for entry in parts.matching(CUSTOM):
        text = parts.text(entry)
        root = parse(text) if NAMESPACE in text else None
        if root is not None and root.tag == f"{OURS}answers":
            return root
    return None


def _notes(parts: Parts) -> Iterator[str]:
    """What comments and footnotes say, with the name of who made a comment."""
    for entry in parts.matching(NOTES):
        for note in parts.tree(entry).iterchildren("{*}*"):
            blocks = read_blocks(note, OurControls(PROMPT.fullmatch))
            text = "\n".join(block.text for block in blocks if isinstance(block, Paragraph)).strip()
            author = note.get(f"{WORD}author", "").strip()
            yield f"{author}: {text}" if author and text else text


def _hidden(root: Any, prompts: frozenset[str]) -> dict[str, Any]:
    if root is None:
        return {}
    answers = [(a.get("key", ""), "".join(a.itertext()), a.get("unseen")) for a in root.iterchildren(f"{OURS}a")]
    is_prompt = prompts.__contains__ if prompts else PROMPT.fullmatch
    texts = root.find(f"{OURS}texts")
    return {
        # LibreOffice takes a control's prompt for its text.
        "hidden": {key: text for key, text, _ in answers if text.strip() and not is_prompt(text.strip())},
        "unseen": frozenset(key for key, _, unseen in answers if unseen),
        "prompts": prompts,
        "texts": frozenset(("" if texts is None else texts.text or "").split()),
    }


def _form_of(root: Any, controls: OurControls, parts: Parts) -> tuple[str, int]:
    """(form, version) as the part, a control or the footer says it."""
    if root is not None:
        return root.get("form", ""), version_of(root.get("version", "1"))
    if controls.form:
        return controls.form, controls.version
    return form_in_footer("".join(parts.tree(entry).itertext()) for entry in parts.matching(FOOTER))


def form_in_footer(texts: Iterable[str]) -> tuple[str, int]:
    """(form, version) as one of the texts of footers says it; ("", 1) where none does."""
    for text in texts:
        if match := FOOTER_WORDS.search(text):
            return match[2], version_of(match[1])
    return "", 1
