"""Run in a copy of the sources with the six changes of "How to extend": prints what comes of each, as JSON."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from macros import MACROS
from toolkit.catalogue.facets import facets_of, file_columns, row_attributes
from toolkit.documents.around import Around
from toolkit.documents.imprint import Imprint
from toolkit.documents.layout import lay_out
from toolkit.forms.definition import Form
from toolkit.forms.kinds import QUESTION_KINDS, kind_of
from toolkit.forms.read import check_forms, read_form_sources
from toolkit.overlays.stages import name_fixed_answers
from toolkit.pages.calls import find_calls
from toolkit.pages.headings import page_places
from toolkit.pages.passages import passage_mistakes
from toolkit.partnership.languages import TRANSLATED
from toolkit.partnership.reference import setting_lines
from toolkit.partnership.scaffold import NewCopy, write_folder
from toolkit.registers.models import MODELS
from toolkit.registers.schema import write_schemas
from toolkit.search.register_entries import register_entries
from toolkit.site.compose.formats import formats_of
from toolkit.site.fragments.render import Fragments, PageLocation
from toolkit.site.model import Options, Site
from toolkit.site.pages.generated import stubs
from toolkit.site.read import read_site
from toolkit.sources.problems import Problems

ROOT = Path(sys.argv[1])
HOME, ANYWHERE = PageLocation("", "index.md"), PageLocation("toolkit/trauma/", "toolkit/trauma.md")
SETTINGS = """\
name: A body
site_name: A toolkit
kind: partnership
opening_words: Welcome & more
"""
JAVASCRIPT = """\
import { kindOf } from "./browser/lib/kinds.mjs";
const typed = JSON.parse(process.argv[1]);
console.log(JSON.stringify(Object.fromEntries(typed.map((text) => [text, kindOf("number").tidy(text)]))));
"""


def sample_form(site: Site, name: str) -> Form:
    problems = Problems()
    sources = read_form_sources({f"forms/{name}": ROOT / "tests/forms" / name}, problems)
    named = [name_fixed_answers(source, site.language) for source in sources]
    registers = {key: set(getattr(site.library, key)) for key in MODELS}
    forms = check_forms(named, registers | page_places(ROOT / "docs"), problems)
    problems.stop_if_any()
    return next(iter(forms.values()))


def kind(site: Site) -> dict[str, Any]:
    cases = json.loads((ROOT / "tests/vectors/kinds.json").read_text("utf-8"))["cases"]
    typed = [case["given"]["typed"] for case in cases if case["given"]["kind"] == "number"]
    command = ["node", "--input-type=module", "-e", JAVASCRIPT, json.dumps(typed)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return {
        "python": {text: kind_of("number").tidy(text, ()) for text in typed},
        "javascript": json.loads(done.stdout),
        "in_sample_form": {field.kind for field in lay_out(sample_form(site, "kitchen-audit.yml")).fields}
        == set(QUESTION_KINDS),
    }


def field(site: Site, fragments: Fragments) -> dict[str, Any]:
    library, resource = site.library, site.library.resources["pants"]
    facet = next(facet for facet in facets_of(library, library.general) if facet.id == "duration")
    entry = next(entry for entry in register_entries(library) if entry.url == "r/pants/")
    return {
        "record": fragments.render("resource-page", {"id": "pants"}, ANYWHERE),
        "facet": [[choice.value, choice.label] for choice in facet.choices],
        "row": row_attributes(resource, library),
        "columns": file_columns(library),
        "search": entry.about,
        "schema": (ROOT / "data/schema/resources.schema.json").read_text("utf-8"),
    }


def register(site: Site, fragments: Fragments) -> dict[str, Any]:
    from toolkit.checks.foreign import _texts

    stub = next(stub for stub in stubs(site.library) if stub.path == "events.md")
    entry = next(entry for entry in register_entries(site.library) if "events/" in entry.url)
    return {
        "stub": [stub.path, stub.title],
        "html": fragments.render_page(stub.placeholder, PageLocation("events/", "events.md")),
        "result": [entry.kind, entry.url],
        "is_checked_for_a_nation": any("data/events.yml" in place for place, _ in _texts(site)),
        "has_schema": (ROOT / "data/schema/events.schema.json").is_file(),
    }


def macro(fragments: Fragments) -> dict[str, Any]:
    text = f"{MACROS['callout']('start', title='Before').strip()}\n<p>Text</p>{MACROS['callout']('end').strip()}"
    calls = find_calls('{{ callout("start") }}', 1, MACROS, "docs/page.md", Problems())
    return {
        "html": fragments.render_page(text, ANYWHERE),
        "without_end": " ".join(message for _, message in passage_mistakes(calls)),
    }


def output_format(site: Site) -> dict[str, Any]:
    form = sample_form(site, "kitchen-audit.yml")
    formats = {format.ending: format for format in formats_of(form)}
    writing, layout = formats[".csv"].writing, lay_out(form)
    assert writing
    draft = writing.draft(layout, Around(site.library, site.page_at), linked=False)
    return {
        "endings": list(formats),
        "label": formats[".csv"].words_in(site.language),
        "text": writing.complete(draft, layout, Imprint("A body")).decode(),
    }


def setting(fragments: Fragments) -> dict[str, Any]:
    folder = write_folder(ROOT, "new-copy", NewCopy("Our body", "Our toolkit"), ROOT.parent)
    return {
        "home": fragments.render("home", {}, HOME),
        "is_explained": any(path == "opening_words" and about for path, about in setting_lines()),
        "is_in_new_copies": "# opening_words: " in (folder / "partnership.yml").read_text("utf-8"),
        "translated": TRANSLATED,
    }


def main() -> None:
    copy = ROOT.parent / "copy"
    copy.mkdir()
    (copy / "partnership.yml").write_text(SETTINGS, "utf-8")
    site = read_site(ROOT, MACROS, Options(partnership=str(copy)))
    write_schemas(ROOT / "data/schema", {key: list(getattr(site.library, key)) for key in MODELS})
    fragments = Fragments(site)
    outcome = {
        "kind": kind(site),
        "field": field(site, fragments),
        "register": register(site, fragments),
        "macro": macro(fragments),
        "format": output_format(site),
        "setting": setting(fragments),
    }
    print(json.dumps(outcome))


if __name__ == "__main__":
    main()
