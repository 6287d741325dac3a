"""A text that must be the id of an entry of some register."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

IdsByRegister = Mapping[str, Iterable[str]]  # what may be referred to: of each register the ids that there are


UNREADABLE = "unreadable"  # the key of pages that cannot be read, so that nobody knows their sections


@dataclass(frozen=True)
class Refers:
    """Marks a text that must be the id of an entry of the named register (or registers)."""

    registers: tuple[str, ...]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: Any) -> dict[str, Any]:
        return {**handler(schema), "x-register": list(self.registers)}

    def _check(self, value: str, info: core_schema.ValidationInfo) -> str:
        if info.context is None or any(name not in info.context for name in self.registers):
            return value  # its register could not be read, which has been told
        if not any(value in info.context[name] for name in self.registers):
            if value.partition("#")[0] in info.context.get(UNREADABLE, ()):
                return value
            ids = {word for name in self.registers for word in info.context[name]}
            raise PydanticCustomError("unknown", "{register}", {"register": self.registers[0], "known": sorted(ids)})
        return value
