"""Modules joined into classic scripts: order, names of their own, and what cannot be joined."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.languages.language import Language
from toolkit.site.compose.scripts import join_scripts
from toolkit.sources.problems import ProblemsFound

ENGLISH = Language("en", {"a.said": "Words", "a.counted": {"one": "{count} thing", "other": "{count} things"}})


LIB = "../../browser/lib"
FOLDERS = {"lib": "browser/lib", "lazy": "browser/lazy", "x": "components/x"}


def write(root: Path, **modules: str) -> Path:
    (root / "components").mkdir()
    for name, text in modules.items():
        folder, _, module = name.rpartition("__")
        path = root / FOLDERS[folder or module] / f"{module}.mjs"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


def test_a_module_stands_once_and_before_those_that_import_it(tmp_path: Path) -> None:
    root = write(
        tmp_path,
        lib__a="export const a = 1;\n",
        x=f'import {{ a }} from "{LIB}/a.mjs";\nimport {{ a as again }} from "{LIB}/a.mjs";\na + again;\n',
    )
    script = join_scripts(root, ENGLISH)["assets/site.js"].decode()
    assert 1 == script.count("const a = 1;")
    assert script.index("return { a };") < script.index("const { a } = module0;")
    assert "const { a: again } = module0;" in script
    assert "import" not in script.replace("imported", "") and "export" not in script


def test_a_lazy_module_delivers_what_it_exports(tmp_path: Path) -> None:
    root = write(tmp_path, lazy__big="export function work() {}\n")
    assert 'toolkit.deliver("big", module0);' in join_scripts(root, ENGLISH)["assets/big.js"].decode()


def test_a_script_is_given_the_words_that_it_says_and_no_others(tmp_path: Path) -> None:
    root = write(
        tmp_path,
        lib__language="export function speak(given) {}\nexport function t(key) {}\n",
        x='import { t } from "../../browser/lib/language.mjs";\nt("a.said");\n',
    )
    script = join_scripts(root, ENGLISH)["assets/site.js"].decode()
    assert "Words" in script and "things" not in script
    assert script.index("module0.speak(") < script.index('t("a.said")')


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('import all from "./b.mjs";\n', 1, "cannot be joined"),
        ("\nexport default 1;\n", 2, "cannot be joined"),
        ('const b = await import("./b.mjs");\n', 1, "cannot be joined"),
        ('import { b } from "./b.mjs";\n', 1, "which is not there"),
        ('import { x } from "./x.mjs";\n', 1, "imports it in turn"),
        ('\nt("a.unsaid");\n', 2, "which is not a key of data/languages/en.yml"),
        ("t(`a.${what}`);\n", 1, "Write the key itself"),
        ('import {\n  a,\n} from "./a.mjs";\nt("a.unsaid");\n', 4, "which is not a key of data/languages/en.yml"),
    ],
)
def test_what_cannot_be_joined_is_told_with_its_line(tmp_path: Path, text: str, line: int, said: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        join_scripts(write(tmp_path, x=text, x__a="export const a = 1;\n"), ENGLISH)
    assert (line, True) == (found.value.problems[0].line, said in found.value.problems[0].message)
