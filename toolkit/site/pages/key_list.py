"""The keys of all that editors write, as one text beside the data: for those who have the folder and no built site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from toolkit.pages.arguments import Macro
from toolkit.pages.front_matter import FrontMatter
from toolkit.pages.reference import describe
from toolkit.partnership.reference import SETTINGS_TOP, setting_groups
from toolkit.registers.reference import KeyHelp, describe_key, describe_registers

KEY_LIST = "data/KEYS.md"
INTRODUCTION = """# Keys

What each file may hold. This list is made from the software: `python3 scripts/validate.py --write-schema` (on Windows
`py scripts\\validate.py --write-schema`) writes it again. How to do what is in `docs/development/tasks.md`.

A key in **bold** is needed. The others may be left out.
"""


def key_list(macros: Mapping[str, Macro]) -> str:
    """The text: registers, front matter, macros and the settings of a copy."""
    return "".join(f"{line}\n" for line in (INTRODUCTION, *_registers(), *_pages(macros), *_settings()))


def write_key_list(root: Path, macros: Mapping[str, Macro]) -> bool:
    """Writes the list where it differs; whether it did."""
    path, text = root / KEY_LIST, key_list(macros).encode()
    if not path.parent.is_dir() or (path.is_file() and path.read_bytes() == text):
        return False
    path.write_bytes(text)
    return True


def _registers() -> Iterator[str]:
    for register in describe_registers():
        yield f"## `{register.key}:` in `{register.file}`\n\n{register.about}\n"
        yield from _keys(register.keys)


def _pages(macros: Mapping[str, Macro]) -> Iterator[str]:
    yield "## The lines at the top of a page\n\nThey are between two lines of `---` in each file of `docs/`.\n"
    yield from _keys(describe_key(name, field) for name, field in FrontMatter.model_fields.items())
    yield "## Macros in pages\n\nEach is written between double braces.\n"
    for name, macro in macros.items():
        help_text = describe(name, macro)
        examples = "".join(f"\n  {example}" for example in help_text.examples)
        yield f"- `{help_text.usage}`: {' '.join(help_text.about)}\n\n  ```{examples}\n  ```\n"


def _settings() -> Iterator[str]:
    yield "## Settings of a copy, in its `partnership.yml`\n"
    for group in setting_groups():
        name = "At the top" if group.path == SETTINGS_TOP else f"Below `{group.path}:`"
        yield f"### {name}\n\n{' '.join(group.about.split())}\n"
        yield from _keys(group.keys)


def _keys(keys: Iterable[KeyHelp]) -> Iterator[str]:
    for key in keys:
        name = f"**`{key.name}`**" if key.is_needed else f"`{key.name}`"
        yield f"- {name}: {key.takes}. {key.about}".rstrip()
    yield ""
