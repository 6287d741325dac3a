"""Renders the placeholders of a page: one fragment each, from the template of its component, which escapes all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from toolkit.artefacts.artefact import fingerprint
from toolkit.catalogue.facets import facets_of, row_attributes
from toolkit.catalogue.library import Translated
from toolkit.catalogue.ways import details, way_in_words
from toolkit.forms.kinds import kind_of
from toolkit.html.addresses import site_of
from toolkit.html.literal import literal
from toolkit.languages.language import Language
from toolkit.languages.read import ENGLISH
from toolkit.pages.page import Page
from toolkit.pages.passages import PART
from toolkit.pages.placeholders import replace_placeholders
from toolkit.registers.phones import dial, text_to
from toolkit.site import views
from toolkit.site.components import COMPONENTS, Component, ComponentExample
from toolkit.site.fragments.examples import NotInData, render_example, with_own_ids
from toolkit.site.fragments.shared import SharedFragments
from toolkit.site.fragments.template_mistakes import template_mistakes
from toolkit.site.fragments.template_names import check_names, undeclared_names
from toolkit.site.model import ERROR_PAGES, Site
from toolkit.sources.problems import Problem, ProblemsFound, did_you_mean, quote

ENTRY_COMPONENTS = {
    "form-page": "Form",
    "pathway-page": "Pathway",
    "pathway-sheet": "Pathway",
}  # one entry, from top to end
NUMBERED_COMPONENT = "term"  # each shows its meaning in an element with an id
COMPONENT_LIST = "component-list"  # the one component that shows the others
COPY = "copy"  # what templates call the branded copy; none for upstream


@dataclass(frozen=True)
class PageLocation:
    """Where a fragment will be: the address of its page below the site's root, and the page's path."""

    url: str
    path: str

    @property
    def root(self) -> str:
        """The path from this page up to the site's root: empty, or `../` for each folder; `/` where it has no place."""
        return "/" if self.path in ERROR_PAGES else "../" * self.url.count("/")


class Fragments:
    """All fragments of one site."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.environment = make_environment(site.root, site.language, site.library.translated)
        self.shared = SharedFragments(site)
        self.original = Fragments(site.original) if site.original else None

    def render_page(self, html: str, place: PageLocation) -> str:
        """The HTML of a page with its placeholders rendered."""
        page, number = self.site.page_at.get(place.path), _number_terms()
        if page is None or page.language == self.site.language.code:
            return replace_placeholders(
                html, lambda tag, name, arguments: self.render(name, number(name, arguments), place)
            )
        start, end = html.index("<article"), html.rindex("</article>")
        article = replace_placeholders(
            html[start:end], lambda tag, name, arguments: self._beside(tag, name, number(name, arguments), place)
        )
        around = (
            replace_placeholders(part, lambda tag, name, arguments: self.render(name, number(name, arguments), place))
            for part in (html[:start], html[end:])
        )
        return article.join(around)

    def _beside(self, tag: str, name: str, arguments: Mapping[str, Any], place: PageLocation) -> str:
        """A fragment on a page without a translation: within its sentences in its own language, else in the site's."""
        if tag == "span" and self.original:
            return self.original.render(name, arguments, place)
        html = self.render(name, arguments, place)
        return html if PART in arguments else f'<div lang="{self.site.language.code}">{html}</div>'

    def render(self, name: str, arguments: Mapping[str, Any], place: PageLocation) -> str:
        """One fragment; `name` is its folder in components/.

        A form or pathway without a translation is shown as it is in its own language, with a line that says so.
        """
        whole = ENTRY_COMPONENTS.get(name)
        if self.original and whole and not self.site.library.is_translated(whole, arguments["id"]):
            note = self._render(self.site, "not-translated", {}, place)
            html = self.original.render(name, arguments, place)
            return f'{note}<div lang="{self.original.site.language.code}">{html}</div>'
        return self.shared.get(name, arguments, place.path, lambda site: self._render(site, name, arguments, place))

    def _render(self, site: Site, name: str, arguments: Mapping[str, Any], place: PageLocation) -> str:
        """A fragment made from a site, or from the view of it that copies share."""
        self._check_component(name, place)
        context = views.find_view(name)(site, place.path, **arguments)
        around: dict[str, Any] = {"library": site.library, "root": place.root}
        if name == COMPONENT_LIST:
            around |= {"stage": partial(self._stage, site, place=place)}
        if COPY in undeclared_names(self.environment, f"{name}/{name}.html"):
            around[COPY] = site.copy
        if name not in views.VIEWS:
            check_names(self.environment, name, {*context, *around, COPY})
        with template_mistakes(self.site.root):
            html = self.environment.get_template(f"{name}/{name}.html").render(context, **around)
            return literal(html.strip())

    def _check_component(self, name: str, place: PageLocation) -> None:
        """Raises ProblemsFound where a placeholder asks for a component that has no template."""
        folder = self.site.root / COMPONENTS
        if not (folder / name / f"{name}.html").is_file():
            wrong = f"asks for the component {quote(name)}, which has no template {COMPONENTS}/{name}/{name}.html"
            near = "" if (folder / name).is_dir() else did_you_mean(name, (path.name for path in folder.iterdir()))
            raise ProblemsFound([Problem(f"docs/{place.path}", 0, f"{wrong}.{near}" if near else wrong)])

    def _stage(self, site: Site, component: Component, example: ComponentExample, place: PageLocation) -> Markup:
        """An example as the components page shows it; nothing where a copy or catalogue does not fit it."""
        try:
            html = render_example(site, self.environment, component, example, place.path, place.root)
        except ProblemsFound as error:
            if self.site.copy is None and not isinstance(error, NotInData):
                raise
            return Markup("")  # a test renders each on upstream's data, so it is no mistake of the example
        prefix = f"{component.name}-{component.examples.index(example)}-"
        return Markup(with_own_ids(html, prefix, f"component-{component.name}"))


def _number_terms() -> Callable[[str, dict[str, Any]], dict[str, Any]]:
    """A function that adds to a term's arguments how often its page has had it: the ids of a page must differ."""
    uses = Counter[str]()

    def number(name: str, arguments: dict[str, Any]) -> dict[str, Any]:
        if name != NUMBERED_COMPONENT:
            return arguments
        uses[arguments["id"]] += 1
        return arguments | {"use": uses[arguments["id"]]} if uses[arguments["id"]] > 1 else arguments

    return number


@lru_cache(maxsize=8)
def make_environment(root: Path, language: Language, translated: Translated = frozenset()) -> Environment:
    """The environment that fragments are rendered in: it escapes, translates, and refuses unknown names."""
    environment = Environment(
        loader=FileSystemLoader(root / COMPONENTS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def lang(entry: Any, beside: str = "") -> Markup:
        """The attribute that names the language of an entry's text, or of one key beside it, where not the page's."""
        code = entry.language if isinstance(entry, Page) else None
        what = f"{type(entry).__name__}.{beside}" if beside else type(entry).__name__
        code = code or (language.code if (what, entry.id) in translated else ENGLISH)
        return Markup("") if code == language.code else Markup(f' lang="{code}"')

    environment.globals |= {"t": language.translate_html, "language": language, "lang": lang}
    environment.filters |= {"day": language.day, "number": language.number, "join_items": language.join_items}
    environment.filters |= {"phone": dial, "text_to": text_to, "site_of": site_of, "kind": kind_of}
    environment.filters |= {"way": way_in_words, "details": details}
    environment.filters |= {
        "cited": lambda ids, library: language.join_items(library.sources[id].cited for id in ids),
        "facets": lambda resources, library, only=(): facets_of(library, resources, only),
        "row_attributes": row_attributes,
        "key": lambda resources: fingerprint([resource.id for resource in resources])[:8],
    }
    return environment
