"""What a register is, said by the model of its entries: every list of registers in the software follows from it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ListPage:
    """The page that lists a register: its path below docs/, and its component, whose words name and describe it."""

    path: str
    component: str
    layout: str = "page"


@dataclass(frozen=True)
class Result:
    """How a reader finds an entry by the search: the kind of result, and the fields of the model that it shows.

    It leads to the entry's place on the page of the register, whose id is that of the entry.
    """

    kind: str
    title: str
    summary: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Register:
    """A register: its top-level key, and what holds of its entries unless something else is said."""

    key: str
    file: str = ""  # the data file that it shares with others, without its ending; else a file of its own key
    unique: tuple[str, ...] = ("id",)  # fields in which no two entries are alike
    has_prose: bool = True  # readers see its texts, so a copy for one nation must hold no word of another
    is_translated: bool = True  # readers meet it everywhere, so what a language lacks of it is reported
    is_completed: bool = False  # few enough ids for editors' programs to offer them as one types
    is_in_workbook: bool = False  # editors get a sheet of it unless they ask for others
    page: ListPage | None = None
    result: Result | None = None

    @property
    def path(self) -> str:
        """Its data file, seen from the project."""
        return "resources.yml" if self.key == "resources" else f"data/{self.file or self.key}.yml"


def singular(register: str) -> str:
    """What messages call one entry of a register: topic, body, guidance."""
    return register.removesuffix("ies") + "y" if register.endswith("ies") else register.removesuffix("s")
