"""What can be found of finished pages: each as a whole, and each of its sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from toolkit.pages.page import Page
from toolkit.search.entry import SearchEntry, excerpt
from toolkit.search.page_text import PageSection, PageText
from toolkit.site.model import Site

KIND_OF_FOLDER = {
    "pathways": "pathways",
    "what-to-do": "pathways",
    "forms": "templates",
    "helplines": "helplines",
    "about": "about",
}
# Pages that only list what is found as itself, and those for people who work on the toolkit.
FOLDERS_WITHOUT_ENTRIES = frozenset(
    ["topics", "audiences", "kinds", "r", "resources", "a-to-z", "glossary", "search", "my-list", "development"]
)
WORDS_TO_SAY = "what-to-do/words-to-say.md"
FOR_PRINT = "/print/"  # a second form of a page that is found already
UNDIVIDED_KINDS = frozenset(["pathways"])  # kinds whose pages are found as one: a part alone would mislead
NAMED_KINDS = frozenset(
    ["pathways", "templates", "examples", "phrases"]
)  # kinds that readers name beside what it is about


def site_page_entries(site: Site, texts: Mapping[str, PageText]) -> Iterator[SearchEntry]:
    """The entries of every finished page that readers look for; `texts` are their texts, by address."""
    for url, text in sorted(texts.items()):
        sources = (f"{url}index.md", f"{url.rstrip('/')}.md")
        page = next((site.page_at[path] for path in sources if path in site.page_at), None)
        folder = url.split("/", 1)[0]
        if (
            folder in FOLDERS_WITHOUT_ENTRIES
            or url.endswith(FOR_PRINT)
            or (page and not (page.meta.search and page.is_here))
        ):
            continue
        if _is_held(site, url):
            continue
        kind = KIND_OF_FOLDER.get(folder, "chapters")
        names = page.meta.also_known_as if page else _pathway_names(site, url)
        topics = (site.library.topics[id].name for id in page.meta.topics) if page else ()
        about = (_name_of_kind(site, kind), *topics)
        yield from page_entries(
            url, kind, text, page, names, about, site.language.translate("search.joined-to-beginning")
        )


def page_entries(
    url: str,
    kind: str,
    text: PageText,
    page: Page | None,
    names: Sequence[str] = (),
    about: Sequence[str] = (),
    first: str = "",
) -> Iterator[SearchEntry]:
    """A page as a whole, then each of its sections that has an address; one headed `first` joins the beginning."""
    title = page.meta.title if page else text.title
    beginning = [s for s in text.sections if not s.anchor or s.heading == first or kind in UNDIVIDED_KINDS]
    sections = [s for s in text.sections if s not in beginning]
    summary = page.meta.description if page else excerpt(_text(beginning))
    other_names = [text.title] if text.title and text.title != title else []
    filing = tuple(filter(None, (*about, *(section.heading for section in sections))))
    yield SearchEntry(kind, url, title, summary, (*other_names, *names), about=filing, text=_text(beginning))
    for section in sections:
        address = f"{url}#{section.anchor}"
        yield SearchEntry(kind, address, section.heading, excerpt(section.text), within=title, text=section.text)


def example_entries(site: Site) -> Iterator[SearchEntry]:
    """Each practice example, at its place on the page that shows it."""
    pages = [(page, c) for page in site.pages for c in page.calls if c.name == "practice_examples"]
    for example in site.library.examples.values():
        fitting = [page for page, call in pages if call.arguments["theme"] in {"all", example.theme}]
        page = next((p for p in fitting if "practice-examples" in p.path), fitting[0] if fitting else None)
        if page:
            topics = (site.library.topics[id].name for id in example.topics)
            about = (_name_of_kind(site, "examples"), *topics)
            title = f"{example.area}: {example.title}"
            url, text = f"{page.url}#example-{example.id}", example.what_they_did
            yield SearchEntry("examples", url, title, excerpt(text), within=page.meta.title, about=about, text=text)


def phrase_entries(site: Site) -> Iterator[SearchEntry]:
    """Words to say, each at its place on the page that shows them all."""
    page = site.page_at.get(WORDS_TO_SAY)
    if not page:
        return
    for phrase in site.library.phrases.values():
        topics = (site.library.topics[id].name for id in phrase.topics)
        text = " ".join((*phrase.say, *phrase.avoid))
        url, about = f"{page.url}#phrase-{phrase.id}", (_name_of_kind(site, "phrases"), *topics)
        names = phrase.also_known_as
        yield SearchEntry(
            "phrases", url, phrase.situation, phrase.when, names, within=page.meta.title, about=about, text=text
        )


def contact_entries(site: Site) -> Iterator[SearchEntry]:
    """Each contact that the copy has set, with its number in its title, at its place on the page of all contacts."""
    pages = [page for page in site.pages if any(call.name == "local_contacts" for call in page.calls)]
    page = next((page for page in pages if page.path == "helplines.md"), pages[0] if pages else None)
    for contact in site.library.contacts.values() if page else ():
        if contact.is_set and page:
            title = f"{contact.name}: {'; '.join(contact.numbers)}" if contact.numbers else contact.name
            description = " ".join(filter(None, (contact.when, contact.hours)))
            digits = (line.number.replace(" ", "") for line in contact.lines if line.number)
            names = (contact.name, *contact.also_known_as, *digits)
            yield SearchEntry(
                "helplines", f"{page.url}#contact-{contact.id}", title, description, names, text=description
            )


def _name_of_kind(site: Site, kind: str) -> str:
    """What readers call a thing of this kind, whatever it is about: "supervision template", "case study"."""
    return site.language.translate(f"search.called-{kind}") if kind in NAMED_KINDS else ""


def _is_held(site: Site, url: str) -> bool:
    """Whether it is the page of a form that is not to be given out: its readers must not come upon it."""
    form = site.library.forms.get(url.removeprefix("forms/").rstrip("/"))
    return form is not None and form.held_for_review


def _pathway_names(site: Site, url: str) -> tuple[str, ...]:
    pathway = site.library.pathways.get(url.removeprefix("pathways/").rstrip("/"))
    return pathway.also_known_as if pathway else ()


def _text(sections: Iterable[PageSection]) -> str:
    return " ".join(section.text for section in sections)
