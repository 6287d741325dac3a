"""Whether what is beside the data is sound: translations, what is said for one nation, examples of components."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from toolkit.catalogue.read import Data, read_data
from toolkit.languages.language import LANGUAGES_FOLDER, Language
from toolkit.languages.read import ENGLISH, read_languages
from toolkit.overlays.folder import Folder
from toolkit.overlays.layers import Layer, read_language, read_nation
from toolkit.overlays.stages import WordChoice
from toolkit.registers.choices import HOME_NATIONS, Nation
from toolkit.site.components import COMPONENTS, read_components
from toolkit.sources.problems import Problems

NATIONS_FOLDER = "data/nations"


def check_beside_data(
    root: Path, data: Data, places: Mapping[str, Iterable[str]], *, is_sound: bool = True
) -> Mapping[str, Language]:
    """The languages of a project, once all that is beside its data is sound.

    `is_sound` is whether the data itself is: what is overlaid on data that is not sound cannot be checked.
    Raises ProblemsFound with what is wrong with words, translations, what is said for one nation, or examples.
    """
    problems, languages = Problems(), dict[str, Language]()
    with problems.collect():
        if (root / COMPONENTS).is_dir():
            read_components(root)
    with problems.collect():
        languages |= read_languages(root)
    problems.stop_if_any()
    for nation, code in _combinations(root, languages) if is_sound else ():
        layered = Problems()
        layers = list(_layers(root, nation, code, layered))
        choice = WordChoice(nations=(nation,) if nation else HOME_NATIONS)
        read_data(data, places, layered, layers, choice, languages[code])
    return languages


def _combinations(root: Path, languages: Iterable[str]) -> Iterator[tuple[Nation | None, str]]:
    """The nation and language of each reading, so that every file is read: of a nation, in each language."""
    nations: list[Nation | None] = [nation for nation in HOME_NATIONS if (root / NATIONS_FOLDER / nation).is_dir()]
    translations = [code for code in languages if code != ENGLISH]
    yield from ((nation, code) for nation in nations or [None] for code in translations or [ENGLISH])


def _layers(root: Path, nation: Nation | None, code: str, problems: Problems) -> Iterator[Layer]:
    nations = (nation,) if nation else ()
    yield read_nation(root, nations, problems)
    if code != ENGLISH:
        name = f"{LANGUAGES_FOLDER}/{code}"
        yield read_language(Folder(code, root / name, name), problems)
        yield read_nation(root, nations, problems, code)
