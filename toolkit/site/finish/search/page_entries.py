"""What can be found of finished pages: each as a whole, and each of its sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from toolkit.pages.page import Page
from toolkit.registers.choices import HOME_NATIONS
from toolkit.search.entry import NO_FILING, Filing, SearchEntry, excerpt
from toolkit.search.numbers import spellings
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
WORK = ("all-professionals",)  # whom a page is for that names nobody
FOR_PRINT = "/print/"  # a second form of a page that is found already
UNDIVIDED_KINDS = frozenset(["pathways"])  # kinds whose pages are found as one: a part alone would mislead
NAMED_KINDS = frozenset(
    ["pathways", "templates", "examples", "phrases"]
)  # kinds that readers name beside what it is about


@dataclass(frozen=True)
class PageSource:
    """What the search takes of a page from its front matter, or from the pathway or form that it shows."""

    names: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    filing: Filing = NO_FILING


NO_SOURCE = PageSource()


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
        source = _source(site, page, url)
        about = (_name_of_kind(site, kind), *_topic_names(site, page.meta.topics if page else ()))
        first = site.language.translate("search.joined-to-beginning")
        yield from page_entries(url, kind, text, page, source, about, first)


def page_entries(
    url: str,
    kind: str,
    text: PageText,
    page: Page | None,
    source: PageSource = NO_SOURCE,
    about: Sequence[str] = (),
    first: str = "",
) -> Iterator[SearchEntry]:
    """A page as a whole, then each of its sections that has an address; one headed `first` joins the beginning."""
    title = page.meta.title if page else text.title
    beginning = [s for s in text.sections if not s.anchor or s.heading == first or kind in UNDIVIDED_KINDS]
    sections = [s for s in text.sections if s not in beginning]
    summary = page.meta.description if page else excerpt(_text(beginning))
    other_names = [text.title] if text.title and text.title != title else []
    words = tuple(filter(None, (*about, *(section.heading for section in sections))))
    names, text_ = (*other_names, *source.names), _text(beginning)
    yield SearchEntry(
        kind, url, title, summary, names, about=words, answers=source.answers, filing=source.filing, text=text_
    )
    for section in sections:
        address, opening = f"{url}#{section.anchor}", excerpt(section.text)
        yield SearchEntry(
            kind, address, section.heading, opening, within=title, filing=source.filing, text=section.text
        )


def example_entries(site: Site) -> Iterator[SearchEntry]:
    """Each practice example, at its place on the page that shows it."""
    pages = [(page, c) for page in site.pages for c in page.calls if c.name == "practice_examples"]
    for example in site.library.examples.values():
        fitting = [page for page, call in pages if call.arguments["theme"] in {"all", example.theme}]
        page = next((p for p in fitting if "practice-examples" in p.path), fitting[0] if fitting else None)
        if page:
            about = (_name_of_kind(site, "examples"), *_topic_names(site, example.topics))
            title, within = f"{example.area}: {example.title}", page.meta.title
            url, text = f"{page.url}#example-{example.id}", example.what_they_did
            filing = Filing(example.topics, WORK, example.jurisdiction)
            yield SearchEntry(
                "examples", url, title, excerpt(text), within=within, about=about, filing=filing, text=text
            )


def phrase_entries(site: Site) -> Iterator[SearchEntry]:
    """Words to say, each at its place on the page that shows them all."""
    page = site.page_at.get(WORDS_TO_SAY)
    if not page:
        return
    for phrase in site.library.phrases.values():
        yield SearchEntry(
            "phrases",
            f"{page.url}#phrase-{phrase.id}",
            phrase.situation,
            phrase.when,
            phrase.also_known_as,
            within=page.meta.title,
            about=(_name_of_kind(site, "phrases"), *_topic_names(site, phrase.topics)),
            answers=phrase.answers,
            filing=Filing(phrase.topics, phrase.audience, phrase.jurisdiction),
            text=" ".join((*phrase.say, *phrase.avoid)),
        )


def contact_entries(site: Site) -> Iterator[SearchEntry]:
    """Each contact that the copy has set, with its number in its title, at its place on the page of all contacts."""
    pages = [page for page in site.pages if any(call.name == "local_contacts" for call in page.calls)]
    page = next((page for page in pages if page.path == "helplines.md"), pages[0] if pages else None)
    for contact in site.library.contacts.values() if page else ():
        if contact.is_set and page:
            title = f"{contact.name}: {'; '.join(contact.numbers)}" if contact.numbers else contact.name
            description = " ".join(filter(None, (contact.when, contact.hours)))
            numbers = (spelling for line in contact.lines if line.number for spelling in spellings(line.number))
            names = (contact.name, *contact.also_known_as, *numbers)
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


def _source(site: Site, page: Page | None, url: str) -> PageSource:
    """What is said of a page in its front matter; of one that data makes, in its pathway or its form."""
    if page:
        meta = page.meta
        return PageSource(
            meta.also_known_as, meta.answers, Filing(meta.topics, meta.audience or WORK, meta.jurisdictions)
        )
    folder, _, id = url.rstrip("/").partition("/")
    if folder == "pathways" and id in site.library.pathways:
        pathway = site.library.pathways[id]
        return PageSource(pathway.also_known_as, pathway.answers, Filing(pathway.topics, WORK, HOME_NATIONS))
    if folder == "forms" and id in site.library.forms:
        form = site.library.forms[id]
        return PageSource((), form.answers, Filing(form.topics, form.audience, HOME_NATIONS))
    return NO_SOURCE


def _topic_names(site: Site, topics: Iterable[str]) -> tuple[str, ...]:
    return tuple(site.library.topics[id].name for id in topics)


def _text(sections: Iterable[PageSection]) -> str:
    return " ".join(section.text for section in sections)
