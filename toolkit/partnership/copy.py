"""A checked copy: what it is called, how it looks, and where its sources stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from toolkit.documents.imprint import Picture, picture_of
from toolkit.documents.typeset import NotTypeset, sign_without_font
from toolkit.overlays.folder import Folder
from toolkit.partnership.backing import needs_backing
from toolkit.partnership.logo import Logo, Place, read_logo
from toolkit.partnership.model import Brand, Colours, Partnership, SettingsGroup
from toolkit.partnership.palette import Palette, make_palette, site_colours
from toolkit.partnership.read import CONTACTS, RawCopy
from toolkit.registers.messages import findings_of, sentence
from toolkit.sources.problems import Problems
from toolkit.sources.yaml_source import Source

MAY_BE_EMPTY = ("nouns", "brand", "legal", "features", "policy")  # a new folder has them with remarks only


@dataclass(frozen=True)
class Copy:
    """A checked copy: what it is called, how it looks, and where its sources stand."""

    folder: Folder
    partnership: Partnership
    palette: Palette
    logo: Logo | None
    settings: Source
    has_backing: bool = False  # the logo has a white backing, because it could not be seen on the header

    def line(self, *path: str | int) -> int:
        """The line of partnership.yml on which something stands."""
        return self.settings.line(path)

    @property
    def settings_name(self) -> str:
        """How messages call the copy's settings."""
        return self.settings.file


def check_copy(raw: RawCopy, root: Path, ids: Mapping[str, Any] | None, problems: Problems) -> Copy | None:
    """The checked copy; None, with the problems added, when it cannot be used. `ids`: ids by register, if known."""
    settings = raw.settings
    if settings is None or not isinstance(settings.data, dict):
        return None
    data = {key: value for key, value in settings.data.items() if key != CONTACTS}
    data = {key: value for key, value in data.items() if value is not None or key not in MAY_BE_EMPTY}
    palette = _palette(_raw_colours(data), root, settings, problems)
    try:
        partnership = Partnership.model_validate(data, context=ids)
    except ValidationError as error:
        for finding in findings_of(error):
            message = sentence(finding, _keys_at(finding["loc"]), "partnership")
            problems.add(settings.file, settings.line(finding["loc"]), message)
        return None
    _check_characters(partnership, settings, problems)
    logo = _logo(partnership, raw.folder, settings, problems)
    has_backing = partnership.brand.logo_on == "paper"
    if logo and partnership.brand.logo_on is None:
        schemes = zip(site_colours(root), (palette.light, palette.dark), strict=True)
        has_backing = needs_backing(logo, [copy.get("brand", site["brand"]) for site, copy in schemes])
    return Copy(raw.folder, partnership, palette, logo, settings, has_backing)


def _logo(partnership: Partnership, folder: Folder, settings: Source, problems: Problems) -> Logo | None:
    """The copy's logo, if it has one and that can be used."""
    name = partnership.brand.logo
    if not name:
        return None
    line = settings.line(("brand", "logo"))
    logo = read_logo(folder, name, Place(settings.file, line), problems)
    try:
        if logo:
            picture_of(Picture(logo.content))
    except NotTypeset as error:
        message = f"the logo '{name}' cannot be drawn ({error}). Save it again as plain SVG, or as PNG"
        problems.add(settings.file, line, message)
        return None
    return logo


def _raw_colours(data: Mapping[str, Any]) -> Colours | None:
    """The colours that the settings give, if they are colours, whatever else is wrong there."""
    try:
        return Brand.model_validate(data.get("brand", {})).colours
    except ValidationError:
        return None


def _palette(colours: Colours | None, root: Path, settings: Source, problems: Problems) -> Palette:
    """The copy's palette; each colour that fails somewhere is added to the problems."""
    if not colours:
        return Palette()
    palette, refusals = make_palette(colours, root)
    for refusal in refusals:
        line = settings.line(("brand", "colours", *refusal.path))
        problems.add(settings.file, line, f"brand colour '{'.'.join(refusal.path)}': {refusal.message}")
    return palette


def _check_characters(partnership: Partnership, settings: Source, problems: Problems) -> None:
    """Adds a problem for each name with a character that documents cannot show."""
    for key in ("name", "site_name"):
        character = sign_without_font(getattr(partnership, key))
        if character:
            message = f"'{key}' holds '{character}', which PDF files cannot show. Write it without"
            problems.add(settings.file, settings.line((key,)), message)


def _keys_at(location: tuple[Any, ...]) -> list[str]:
    """The keys that are known where a finding stands: those of the group of keys that holds it."""
    model: type[BaseModel] = Partnership
    for part in location[:-1]:
        field = model.model_fields.get(str(part))
        kinds = [field.annotation, *getattr(field.annotation, "__args__", ())] if field else []
        inner = next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, SettingsGroup)), None)
        if inner is None:
            break
        model = inner
    return [*model.model_fields, *([CONTACTS] if model is Partnership else [])]
