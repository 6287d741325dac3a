"""Every register by its top-level key: each model in these modules that says which register its entries are of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from toolkit.registers import knowledge, phrases, resources, search_words, vocabulary, wordings
from toolkit.registers.fields import Entry
from toolkit.registers.register import ListPage, Register

# In this order registers are read, listed and described.
REGISTER_MODULES = (vocabulary, wordings, resources, knowledge, phrases, search_words)
MODELS: Mapping[str, type[Entry]] = {
    model.register.key: model
    for module in REGISTER_MODULES
    for model in vars(module).values()
    if isinstance(model, type) and issubclass(model, Entry) and isinstance(vars(model).get("register"), Register)
}


def registers() -> Iterator[Register]:
    """What every register says of itself, in their order."""
    return (model.register for model in MODELS.values())


def list_pages() -> Iterator[ListPage]:
    """The page of every register that has one."""
    return (register.page for register in registers() if register.page)
