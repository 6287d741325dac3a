"""The check of the browser's code finds faults of layout, habit and type, and a page where none may be known."""

import shutil
from pathlib import Path

import pytest

import check_browser_code

ROOT = Path(check_browser_code.__file__).resolve().parents[1]
NEEDED = ("biome.json", "tsconfig.json", "browser/types.d.ts", "browser/lib/tsconfig.json", "browser/lib/platform.d.ts")
SOUND = "/** @param {string} text */\nexport function shout(text) {\n  return `${text}!`;\n}\n"
FAULTS = {
    "layout": (SOUND.replace("  return", "return"), "format"),
    "habit": (SOUND.replace("`${text}!`", 'text ? (text === "a" ? "b" : "c") : "d"'), "noNestedTernary"),
    "type": (SOUND.replace("`${text}!`", "text * 2"), "TS2362"),
    "missing type": (SOUND.replace("/** @param {string} text */\n", ""), "TS7006"),
    "document": (SOUND.replace("`${text}!`", "document.title + text"), "document"),
    "window": (SOUND.replace("`${text}!`", "window.name + text"), "window"),
    "storage": (SOUND.replace("`${text}!`", "localStorage.getItem(text)"), "localStorage"),
}


@pytest.fixture
def check(tmp_path, monkeypatch, capfd):
    """Checks a project whose one module is the text given; gives the exit code and what was said."""
    for name in NEEDED:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, tmp_path / name)
    monkeypatch.setattr(check_browser_code, "ROOT", tmp_path)
    monkeypatch.setattr(check_browser_code, "ensure", lambda profile: None)

    def run(text, *arguments):
        (tmp_path / "browser/lib/module.mjs").write_text(text, encoding="utf-8")
        code = check_browser_code.main(list(arguments))
        said = capfd.readouterr()
        return code, said.out + said.err

    return run


def test_a_sound_module_passes(check):
    code, said = check(SOUND)
    assert 0 == code, said


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found_and_named(check, fault):
    text, name = FAULTS[fault]
    code, said = check(text)
    assert 1 == code
    assert name in said and "module.mjs" in said


def test_layout_is_mended_on_demand(check, tmp_path):
    assert 0 == check(FAULTS["layout"][0], "--fix")[0]
    assert SOUND == (tmp_path / "browser/lib/module.mjs").read_text(encoding="utf-8")


def test_the_tests_run_the_check():
    text = (ROOT / "scripts/test.py").read_text(encoding="utf-8")
    assert '"scripts/check_browser_code.py"' in text
