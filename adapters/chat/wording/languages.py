"""Lists the languages that Pullquote speaks: a new one is added here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from adapters.chat.wording.english.sentences import ENGLISH
from adapters.chat.wording.french.sentences import FRENCH
from adapters.chat.wording.german.sentences import GERMAN
from adapters.chat.wording.spanish.sentences import SPANISH

if TYPE_CHECKING:
    from adapters.chat.wording.wording_type import Wording

WORDINGS: Final = (ENGLISH, FRENCH, SPANISH, GERMAN)
"""Every language there is, the one of any other locale first."""

_LANGUAGE: Final = re.compile(r"[-_.@]")
"""What stands after the language in a locale."""


def wording_for(locale: str) -> Wording:
    """Return our words for a locale (`fr`, `fr_FR.UTF-8`, `en-US`); English for any other."""
    language = _LANGUAGE.split(locale.lower())[0]
    return next((each for each in WORDINGS if each.language == language), ENGLISH)
