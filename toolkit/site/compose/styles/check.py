"""What a browser would ignore in a stylesheet without a word: it is reported with file and line instead."""

from __future__ import annotations

import tinycss2

from toolkit.sources.problems import Problems

END = ".end-of-the-sheet"
UNCLOSED_BRACE = "a brace is opened and never closed, so every rule after it is lost. Close it"


def check_css(css: str, file: str, problems: Problems) -> None:
    """Adds a problem for each rule that cannot be read, and for a brace that is not closed."""
    rules = tinycss2.parse_stylesheet(f"{css}\n{END}{{}}", skip_comments=True, skip_whitespace=True)
    for part in (part for rule in rules for part in (rule, *(getattr(rule, "prelude", None) or ()))):
        if part.type == "error":
            problems.add(file, part.source_line, f"the stylesheet cannot be read here ({part.message}). Correct it")
    last = rules[-1]
    if last.type != "qualified-rule" or tinycss2.serialize(last.prelude).strip() != END:
        problems.add(file, last.source_line, UNCLOSED_BRACE)
