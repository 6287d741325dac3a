"""Every setting of a copy, read from the model: for the page of settings, and for the remarks in a new copy's file."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from toolkit.partnership.model import Partnership
from toolkit.registers.reference import KeyHelp, describe_key

SETTINGS_TOP = "partnership"


@dataclass(frozen=True)
class SettingGroup:
    """A group of settings: its path in partnership.yml, such as `brand.colours`, what it is for, and its keys."""

    path: str
    about: str
    keys: tuple[KeyHelp, ...]


def setting_groups(model: type[BaseModel] = Partnership, path: str = SETTINGS_TOP) -> Iterator[SettingGroup]:
    """The settings of the model, then those of each group within it."""
    groups = {name: group for name, field in model.model_fields.items() if (group := _group(field))}
    keys = tuple(describe_key(name, field) for name, field in model.model_fields.items() if name not in groups)
    yield SettingGroup(path, inspect.getdoc(model) or "", keys)
    for name, group in groups.items():
        yield from setting_groups(group, name if path == SETTINGS_TOP else f"{path}.{name}")


def setting_lines() -> Iterator[tuple[str, str]]:
    """(path, what it is) of each setting, such as `brand.colours.link`."""
    for group in setting_groups():
        for key in group.keys:
            yield key.name if group.path == SETTINGS_TOP else f"{group.path}.{key.name}", key.about


def _group(field: FieldInfo) -> type[BaseModel] | None:
    hints = (field.annotation, *get_args(field.annotation))
    return next((hint for hint in hints if isinstance(hint, type) and issubclass(hint, BaseModel)), None)
