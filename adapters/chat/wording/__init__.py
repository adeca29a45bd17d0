"""Every sentence a person reads in a chat, in every language we speak."""

from __future__ import annotations

from typing import Final

from adapters.chat.wording.english import ENGLISH
from adapters.chat.wording.french import FRENCH
from adapters.chat.wording.sentences import Wording

__all__ = ["ENGLISH", "FRENCH", "WORDINGS", "Wording", "wording_for"]

WORDINGS: Final = (ENGLISH, FRENCH)
"""Every language there is, the one of any other locale first."""


def wording_for(locale: str) -> Wording:
    """Return our words for a locale (`fr`, `fr_FR.UTF-8`, `en-US`); English for any other."""
    found = (each for each in WORDINGS if locale.lower().startswith(each.language))
    return next(found, ENGLISH)
