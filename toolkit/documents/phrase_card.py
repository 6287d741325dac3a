"""Words to say as a card for the pocket: a form of one card, made from the register."""

from __future__ import annotations

from toolkit.forms.definition import Form
from toolkit.languages.language import Language
from toolkit.registers.phrases import Phrase

CARD_PREFIX = "words-to-say-"  # before the phrase's id, in the name of its file


class PhraseCard(Form):
    """A card that no file in forms/ describes."""

    @property
    def address(self) -> str:
        """The page that the foot of the card names, below the site's root."""
        return "what-to-do/words-to-say/"


def make_phrase_card(phrase: Phrase, language: Language) -> PhraseCard:
    """The card of one phrase, four times on a sheet of A4."""
    t = language.translate
    not_reviewed = "" if phrase.reviewed else f" {t('dates.not-reviewed')}"
    unsaid = f"{_bullets(phrase.avoid)}\n\n{t('phrases.own')}{not_reviewed}"
    return PhraseCard.model_validate(
        {
            "id": f"{CARD_PREFIX}{phrase.id}",
            "title": t("phrases.card-title", situation=phrase.situation),
            "heading": phrase.situation,
            "about": phrase.when,
            "who": phrase.situation,
            "time": phrase.situation,
            "version": 1,
            "written": phrase.written.isoformat(),
            "audience": list(phrase.audience),
            "holds_personal_data": False,
            "save": "none",
            "layout": "card",
            "sections": [
                {"id": "say", "title": t("phrases.say"), "text": _bullets(phrase.say)},
                {"id": "avoid", "title": t("phrases.avoid"), "text": unsaid},
            ],
        }
    )


def _bullets(lines: tuple[str, ...]) -> str:
    return "\n".join(f"- {line}" for line in lines)
