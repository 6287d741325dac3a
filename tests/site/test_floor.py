"""What is published runs in the oldest browsers that we serve: Safari 15.4, Chrome 100 and Firefox 100."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.search.node import NODE

SCAN = Path(__file__).with_name("floor.mjs")
LACKING = {
    "const found = /(?<=a)b/;": "lookbehind",
    'const found = new RegExp("(?<!a)b");': "lookbehind",
    "const found = /[a--b]/v;": "cannot be read",
    "const found = /(?i:a)/;": "cannot be read",
    "class A { static { go(); } }": "static block",
    "import a from 'b';": "cannot be read",
    "using a = b;": "cannot be read",
    "rows.findLast(isRight);": "findLast: Firefox 104",
    "Object.groupBy(rows, key);": "groupBy",
    "form.requestSubmit();": "requestSubmit",
    "new DecompressionStream('deflate-raw');": "DecompressionStream",
    "try { go(); } catch { requestIdleCallback(go); }": "requestIdleCallback",
    'document.querySelector("p:has(a)");': ":has()",
    "document.querySelector(`.a:has(a) ${b}`);": ":has()",
}
RUNNING = [
    "class A { #a = 1; static b = 2; has(c) { return #a in c; } }",
    "a ??= b?.at(-1) ?? Object.hasOwn(c, 'd'); structuredClone(a);",
    "const found = /(?<name>a)\\p{L}/u;",
    "try { new CompressionStream('deflate-raw'); } catch { go(); }",
    '"What a sentence:has(a bracket) says";',
]


def scan(root: Path, files: list[Path]) -> list[str]:
    tools = root / ".venv/browser"
    done = subprocess.run([*NODE, str(SCAN), str(tools), *map(str, files)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def scan_text(root: Path, folder: Path, text: str) -> list[str]:
    (folder / "script.js").write_text(text, "utf-8")
    return scan(root, [folder / "script.js"])


def test_every_published_script_runs_in_the_oldest_browsers_that_we_serve(site: Path, root: Path) -> None:
    scripts = sorted(site.rglob("*.js"))
    assert {"site.js", "search.js", "forms.js", "lunr.js", "index.js"} <= {
        re.sub(r"\.\w{8,}(?=\.js)", "", s.name) for s in scripts
    }
    assert [] == scan(root, scripts)


@pytest.mark.parametrize("text", LACKING)
def test_what_these_browsers_lack_is_found(root: Path, tmp_path: Path, text: str) -> None:
    [found] = scan_text(root, tmp_path, f"go();\n{text}\n")
    assert ":2: " in found and LACKING[text] in found


@pytest.mark.parametrize("text", RUNNING)
def test_what_these_browsers_have_passes(root: Path, tmp_path: Path, text: str) -> None:
    assert [] == scan_text(root, tmp_path, text)


def test_readers_and_hosts_are_told_which_browsers_these_are(root: Path) -> None:
    for page in (
        "docs/about/accessibility.md",
        "docs/about/host-a-copy.md",
        "CONTRIBUTING.md",
        "docs/development/decisions/0007-scripts.md",
    ):
        text = (root / page).read_text("utf-8")
        assert "Safari 15.4, Chrome 100" in text and "Firefox 100" in text, page
