"""A page of every kind that the site has."""

from toolkit.pages.page import page_url
from toolkit.site.pages.generated import LIST_PAGES

ELSEWHERE = {"component-list"}  # test_components.py looks at it, state by state

PAGES = {
    "home": "",
    "chapter": "toolkit/trauma/",
    "chapter with contacts": "toolkit/protecting-the-child/",
    "what to do": "what-to-do/",
    "topic": "topics/trauma/",
    "audience": "audiences/education/",
    "kind": "kinds/video/",
    "finder": "resources/",
    "search": "search/#q=trauma",
    "my list": "my-list/#list=pants,childline",
    "A to Z": "a-to-z/",
    "helplines": "helplines/",
    "about": "about/",
    "examples": "schools/practice-examples/",
    "macros": "development/macros/",
    "registers": "development/data/",
    "not found": "404.html",
    "refused": "403.html",
}
opened = {address.split("#")[0] for address in PAGES.values()}
addresses = {page.component: page_url(page.path) for page in LIST_PAGES if page.component not in ELSEWHERE}
PAGES |= {name: address for name, address in addresses.items() if address not in opened}
