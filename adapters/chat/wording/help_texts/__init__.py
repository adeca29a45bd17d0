"""What `--help` says, a language a file, by how the English text in the commands begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from adapters.chat.wording.help_texts.french import FRENCH_HELP
from adapters.chat.wording.help_texts.german import GERMAN_HELP
from adapters.chat.wording.help_texts.spanish import SPANISH_HELP

if TYPE_CHECKING:
    from collections.abc import Mapping

HELP_TEXTS: Final[Mapping[str, Mapping[str, str]]] = {
    "fr": FRENCH_HELP,
    "de": GERMAN_HELP,
    "es": SPANISH_HELP,
}
"""The texts of each language but English, in which the commands have them."""


def help_said(english: str, language: str) -> str:
    """Return a text of the help in a language; as it is where it has none in it."""
    texts = HELP_TEXTS.get(language, {})
    known = [key for key in texts if english.startswith(key)]
    return texts[max(known, key=len)] if known else english
