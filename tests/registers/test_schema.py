"""The JSON Schemas for editors: as committed, they are those of the models, and the real files satisfy them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import toolkit.commands.site
from tests.read_data import read_registers
from toolkit.registers.models import MODELS
from toolkit.registers.read import data_files
from toolkit.registers.schema import stale_schemas
from toolkit.sources.yaml_source import read_yaml

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "data/schema"
FILES = data_files(ROOT)


def known() -> dict[str, list[str]]:
    return {key: [entry.id for entry in entries] for key, entries in read_registers(FILES).entries.items()}


def schema(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.schema.json").read_text("utf-8"))


def schema_line(path: Path) -> str:
    """The first line of a data file, by which editors find its schema."""
    folder = "schema" if path.parent.name == "data" else "data/schema"
    return f"# yaml-language-server: $schema={folder}/{path.stem}.schema.json"


def test_the_committed_schemas_are_those_of_the_models() -> None:
    assert [] == stale_schemas(FOLDER, known()), "run: python3 scripts/validate.py --write-schema"


@pytest.mark.parametrize("name", FILES)
def test_a_real_file_satisfies_its_schema_and_names_it_on_its_first_line(name: str) -> None:
    path = FILES[name]
    checker = Draft202012Validator(schema(path.stem))
    assert [] == [error.json_path + ": " + error.message for error in checker.iter_errors(read_yaml(path).data)]
    assert schema_line(path) == path.read_text("utf-8").split("\n")[0]


def test_every_schema_is_one_and_every_key_is_explained_or_plain() -> None:
    assert {path.stem for path in FILES.values()} <= {path.name.split(".")[0] for path in FOLDER.iterdir()}
    for path in FOLDER.iterdir():
        Draft202012Validator.check_schema(json.loads(path.read_text("utf-8")))


@pytest.mark.parametrize("case", ["unknown-key", "unknown-topic", "unknown-kind", "unknown-access", "title-missing"])
def test_an_editor_sees_the_mistakes_that_the_checker_would_tell(case: str) -> None:
    broken = read_yaml(Path(__file__).parent / "cases" / case / "resources.yml").data
    found = {error.message.split(" ")[0] for error in Draft202012Validator(schema("resources")).iter_errors(broken)}
    assert found


def test_an_editor_offers_the_words_of_the_vocabulary() -> None:
    text = json.dumps(schema("resources"))
    for register in ("topics", "audiences", "kinds", "publishers", "areas", "sources"):
        assert all(f'"{id}"' in text for id in known()[register]), register


def test_the_command_writes_what_is_stale_and_says_so(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "data/schema/facts.schema.json").write_text("{}", "utf-8")
    (project / "data/schema/old.schema.json").write_text("{}", "utf-8")
    monkeypatch.setattr(toolkit.commands.site, "ROOT", project)
    assert 0 == toolkit.commands.site.validate(["--write-schema"])
    assert "Schemas written: facts.schema.json, old.schema.json." in capsys.readouterr().out
    assert 0 == toolkit.commands.site.validate(["--write-schema"])
    assert "none, all are up to date" in capsys.readouterr().out


def test_every_register_has_a_schema() -> None:
    held = {key for path in FOLDER.iterdir() for key in json.loads(path.read_text("utf-8"))["properties"]}
    assert set(MODELS) == held
