"""The text of the pages that the software's own signatures and models determine, for authors and editors."""

from __future__ import annotations

from collections.abc import Iterator

from macros import MACROS, PUT_IN_EARLY
from toolkit.catalogue.library import Library
from toolkit.pages.placeholders import block
from toolkit.pages.reference import can_run, describe
from toolkit.partnership.reference import setting_groups
from toolkit.registers.models import MODELS

MACROS_PAGE, DATA_PAGE, SETTINGS_PAGE = "development/macros.md", "development/data.md", "development/settings.md"


def reference_pages(library: Library) -> Iterator[tuple[str, str, str, str]]:
    """(path, title, description, text) of each page."""
    yield (
        MACROS_PAGE,
        library.language.translate("reference.macros"),
        library.language.translate("reference.macros-about"),
        _macros_text(library),
    )
    yield (
        DATA_PAGE,
        library.language.translate("reference.data"),
        library.language.translate("reference.data-about"),
        f"# {library.language.translate('reference.data')}\n"
        + "".join(block("register-help", key=key) for key in MODELS),
    )
    yield (
        SETTINGS_PAGE,
        library.language.translate("reference.settings"),
        library.language.translate("reference.settings-about"),
        f"# {library.language.translate('reference.settings')}\n"
        + "".join(block("setting-help", group=group.path) for group in setting_groups()),
    )


def _macros_text(library: Library) -> str:
    parts = [
        f"# {library.language.translate('reference.macros')}\n\n{library.language.translate('reference.examples')}\n"
    ]
    for name, macro in MACROS.items():
        parts.append(block("macro-help", macro=name))
        for example in describe(name, macro).examples:
            parts.append(f"\n```\n{{% raw %}}{example}{{% endraw %}}\n```\n")
            if name not in PUT_IN_EARLY and can_run(example, MACROS, lambda register: getattr(library, register)):
                parts.append(f"\n{example}\n")
    return "".join(parts)
