"""Every sentence a person reads in a chat, in every language we speak."""

from __future__ import annotations

from adapters.chat.wording.english import ENGLISH
from adapters.chat.wording.french import FRENCH
from adapters.chat.wording.sentences import Wording

__all__ = ["ENGLISH", "FRENCH", "Wording", "wording_for"]


def wording_for(locale: str) -> Wording:
    """Returns our words for a locale (`fr`, `fr_FR.UTF-8`, `en-US`); English for any other."""
    return FRENCH if locale.lower().startswith("fr") else ENGLISH
