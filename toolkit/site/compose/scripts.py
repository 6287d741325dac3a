"""Joins the site's browser modules into classic scripts, which work over http and from a folder alike.

Modules stay modules in the sources, where tests import them. In the site each becomes a function of its own inside
one script, in the order of their imports; see docs/development/decisions/0007-scripts.md. Each script holds the
words that its modules use, in the language of the site.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from pathlib import Path

from toolkit.languages.browser import find_translation_keys, language_script
from toolkit.languages.language import Language
from toolkit.site.components import COMPONENTS
from toolkit.sources.problems import Problems, ProblemsFound, quote
from toolkit.sources.text_file import read_text

LAZY = "browser/lazy"
SCRIPT = "assets/site.js"  # of all components, as pages are rendered; finish/hashed_names.py says where it is published
WORDS_MODULE = "browser/lib/language.mjs"  # the module that translates
IMPORT = re.compile(r'^import\s+(?:\{([^{}]*)\}\s+from\s+)?"(\.[^"]+)";[ \t]*$', re.MULTILINE)
EXPORT = re.compile(r"^export\s+(?=(?:async\s+)?(?:function\*?|const|let|class)\s+([A-Za-z_$][\w$]*))", re.MULTILINE)
OTHER_STATEMENT = re.compile(r"^(?:import\b|export\b)[^\n]*|\bimport\(", re.MULTILINE)


@dataclass
class _Joiner:
    """Collects the modules that one script needs, each once, those that others import first."""

    root: Path
    language: Language
    problems: Problems
    parts: list[str] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    keys: set[str] = field(default_factory=set)  # keys of words

    def add(self, path: str, is_guarded: bool = False) -> str:
        """The name under which the module at `path` (seen from the root) is in the script."""
        if path in self.names:
            return self.names[path]
        self.names[path] = ""  # while it is being read: a cycle of imports would come back to it
        text = read_text(self.root / path, path)
        text = IMPORT.sub(lambda match: self._render_import(path, text, match), text)
        if path != WORDS_MODULE:
            self._note_words(path, text)
        exports = EXPORT.findall(text)
        text = EXPORT.sub("", text)
        for statement in OTHER_STATEMENT.finditer(text):
            advice = 'Write import { name } from "./file.mjs"; and export before function, const or class'
            self._problem(
                path, text, statement.start(), f"{quote(statement[0])} cannot be joined into a script. {advice}"
            )
        self.names[path] = name = f"module{len(self.parts)}"
        self.parts.append(_part(name, path, text, exports, is_guarded))
        return name

    def _render_import(self, path: str, text: str, match: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), match[2]))
        if not (self.root / target).is_file():
            self._problem(path, text, match.start(), f"imports {quote(match[2])}, which is not there")
            return ""
        name = self.add(target)
        if not name:
            self._problem(path, text, match.start(), f"imports {quote(match[2])}, which imports it in turn")
        names = ", ".join(part.strip().replace(" as ", ": ") for part in (match[1] or "").split(",") if part.strip())
        # As many lines as before: what is wrong further down is named by its line.
        return (f"const {{ {names} }} = {name};" if names else "") + "\n" * match[0].count("\n")

    def _note_words(self, path: str, text: str) -> None:
        for position, key in find_translation_keys(text):
            if key in self.language.words:
                self.keys.add(key)
            else:
                mistake = (
                    f"{quote(key)}, which is not a key of data/languages/en.yml"
                    if key
                    else "something other than a key"
                )
                self._problem(path, text, position, f'translates {mistake}. Write the key itself: t("finder.count")')

    def script(self, ending: str = "") -> str:
        """The modules in one script, with the words that they use, set before any of them runs."""
        parts = list(self.parts)
        if WORDS_MODULE in self.names:
            place = int(self.names[WORDS_MODULE].removeprefix("module")) + 1
            parts.insert(place, f"{self.names[WORDS_MODULE]}.speak({language_script(self.language, self.keys)});\n")
        return f'(() => {{\n"use strict";\n{"".join(parts)}{ending}}})();\n'

    def _problem(self, path: str, text: str, position: int, message: str) -> None:
        self.problems.add(path, text.count("\n", 0, position) + 1, message)


def join_scripts(root: Path, language: Language) -> dict[str, bytes]:
    """(path below docs/, content) of the site's scripts: one of all components, and one of each lazy module.

    Raises ProblemsFound for a module that cannot be joined.
    """
    problems = Problems()
    site = _Joiner(root, language, problems)
    for folder in sorted((root / COMPONENTS).iterdir()):
        if (folder / f"{folder.name}.mjs").is_file():
            site.add(f"{COMPONENTS}/{folder.name}/{folder.name}.mjs", is_guarded=True)
    scripts = {SCRIPT: site.script()}
    for module in sorted((root / LAZY).glob("*.mjs")):
        joiner = _Joiner(root, language, problems)
        last = joiner.add(f"{LAZY}/{module.name}")
        scripts[f"assets/{module.stem}.js"] = joiner.script(f'toolkit.deliver("{module.stem}", {last});\n')
    if problems:
        raise ProblemsFound(problems)
    return {name: text.encode() for name, text in scripts.items()}


def _part(name: str, path: str, text: str, exports: list[str], is_guarded: bool) -> str:
    """One module as a function. A component that breaks says so and leaves the rest of the page working."""
    body = f"{text.rstrip()}\nreturn {{ {', '.join(exports)} }};\n"
    if is_guarded:
        body = f"try {{\n{body}}} catch (error) {{ console.error(error); return {{}}; }}\n"
    return f"// {posixpath.basename(path)}\nconst {name} = (() => {{\n{body}}})();\n"
