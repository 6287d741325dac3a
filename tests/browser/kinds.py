"""A page of every kind that the site has."""

PAGES = {
    "home": "",
    "chapter": "toolkit/trauma/",
    "chapter with contacts": "toolkit/protecting-the-child/",
    "what to do": "what-to-do/",
    "topics": "topics/",
    "topic": "topics/trauma/",
    "audience": "audiences/education/",
    "kind": "kinds/video/",
    "finder": "resources/",
    "A to Z": "a-to-z/",
    "local resources": "resources/local/",
    "glossary": "glossary/",
    "figures": "about/figures/",
    "guidance": "about/guidance/",
    "helplines": "helplines/",
    "about": "about/",
    "examples": "schools/practice-examples/",
    "macros": "development/macros/",
    "registers": "development/data/",
    "not found": "404.html",
}
