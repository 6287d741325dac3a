"""JSON Schema of the data files for editors that complete and check as one types; made from the same models."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic.json_schema import models_json_schema

from toolkit.registers.models import MODELS, registers


def registers_by_file() -> dict[str, tuple[str, ...]]:
    """Each data file, by its name without ending, with the registers that it may hold; its schema has that name too."""
    files: dict[str, tuple[str, ...]] = {}
    for register in registers():
        name = register.file or register.key
        files[name] = (*files.get(name, ()), register.key)
    return files


def schemas(ids: Mapping[str, Any]) -> dict[str, str]:
    """The text of each schema by the name of its file below data/schema/.

    `ids` holds the ids of each register; the vocabulary's are in the schema for completion.
    """
    files = registers_by_file().items()
    return {f"{name}.schema.json": _text(_schema(name, keys, ids)) for name, keys in files}


def stale_schemas(folder: Path, ids: Mapping[str, Any]) -> list[str]:
    """The names of the schemas in a folder that are not up to date."""
    texts = schemas(ids)
    extra = {path.name for path in folder.glob("*.json")} - texts.keys()
    return sorted(extra | {name for name, text in texts.items() if _text_of(folder / name) != text})


def write_schemas(folder: Path, ids: Mapping[str, Any]) -> list[str]:
    """Makes a folder hold the schemas and returns the names of those that changed."""
    changed = stale_schemas(folder, ids)
    texts = schemas(ids)
    folder.mkdir(parents=True, exist_ok=True)
    for name in changed:
        if name in texts:
            (folder / name).write_text(texts[name], "utf-8", newline="\n")
        else:
            (folder / name).unlink()
    return changed


def _schema(name: str, keys: tuple[str, ...], ids: Mapping[str, Any]) -> dict[str, Any]:
    models = models_json_schema([(MODELS[key], "validation") for key in keys])
    entries, definitions = models
    lists = {key: {"type": ["array", "null"], "items": entries[MODELS[key], "validation"]} for key in keys}
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{name}.yml of the safeguarding toolkit",
        "type": "object",
        "properties": lists,
        "additionalProperties": False,
        "$defs": definitions.get("$defs", {}),
    }
    return dict(_completed(whole, ids))


def _completed(part: Any, ids: Mapping[str, Any]) -> Any:
    """The schema with the ids of the vocabulary in place of the names of its registers."""
    if isinstance(part, list):
        return [_completed(item, ids) for item in part]
    if not isinstance(part, dict):
        return part
    names = part.get("x-register")
    rest = {key: _completed(value, ids) for key, value in part.items() if key != "x-register"}
    if names and all(name in MODELS and MODELS[name].register.is_completed for name in names):
        rest["enum"] = sorted(id for name in names for id in ids[name])
    if rest.get("type") == "array":  # pydantic names the bounds of a list as if it were a text
        rest = {{"minLength": "minItems", "maxLength": "maxItems"}.get(key, key): value for key, value in rest.items()}
    return rest


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def _text_of(path: Path) -> str:
    return path.read_text("utf-8") if path.is_file() else ""
