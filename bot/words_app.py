"""Puts together what the command line says beside its answers: each in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.app import wording, wording_of_reader
from bot.text import one_line
from index.crashes import crashes_as_errors

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.text import Text

    from bot.settings.values import Settings


def usage_words() -> Mapping[str, str]:
    """Return what is said around the help and of what was typed, in the reader's language."""
    from adapters.chat.wording.every_language.usage import USAGE

    try:
        with crashes_as_errors():
            return USAGE[wording_of_reader().language]
    except Exception:  # noqa: BLE001 - what is told is a fault already, in whatever language
        return USAGE["en"]


def chat_checks(settings: Settings) -> Mapping[str, str]:
    """Return what `check` says of the chats, in the reader's language."""
    from adapters.chat.wording.every_language.chat_checks import CHAT_CHECKS

    return CHAT_CHECKS[wording(settings).language]


def question_file_words() -> Mapping[str, str]:
    """Return what is said of a wrong file of questions, in the reader's language."""
    from adapters.chat.wording.every_language.question_files import QUESTION_FILES

    return QUESTION_FILES[wording_of_reader().language]


def help_said(english: str) -> str:
    """Return a text of the help in the reader's language; as it is where it has none in it."""
    from adapters.chat.wording.help_texts import help_said as said

    return said(english, wording_of_reader().language)


def styled_text(text: str, post_id: str) -> Text:
    """Return what was written in a post as a terminal shows it: on one line, its marks read."""
    from adapters.terminal.styled_text import styled_text as styled

    return styled(one_line(text), post_id)
