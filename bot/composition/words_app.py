"""Puts together what the command line says beside its answers: each in the reader's language."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from bot.composition.app import wording, wording_of_reader
from bot.settings.data_folder import user_data_folder
from bot.text import one_line
from index.crashes import crashes_as_errors

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from rich.text import Text

    from bot.settings.values import Settings


def usage_words() -> Mapping[str, str]:
    """Return what is said around the help and of what was typed, in the reader's language."""
    from adapters.chat.wording import ENGLISH

    try:
        with crashes_as_errors():
            return wording_of_reader().usage
    except Exception:  # noqa: BLE001 - what is told is a fault already, in whatever language
        return ENGLISH.usage


def chat_checks(settings: Settings) -> Mapping[str, str]:
    """Return what `check` says of the chats, in the reader's language."""
    return wording(settings).chat_checks


def problem(sentence: str) -> str:
    """Return what went wrong, in the reader's language, or what is said in it already.

    Where even that goes wrong, it stays in English.
    """
    from adapters.chat.error_text import problem as said

    try:
        with crashes_as_errors():
            return said(sentence, wording_of_reader())
    except Exception:  # noqa: BLE001 - what is told is a fault already, in whatever language
        return sentence


def old_place(folder: Path) -> str:
    """Return that data was found where an older version put it, in the reader's language."""
    better = user_data_folder(os.environ)
    said = wording_of_reader().command_line["old_place"]
    return said.format(folder=folder, better=better)


def question_file_words() -> Mapping[str, str]:
    """Return what is said of a wrong file of questions, in the reader's language."""
    return wording_of_reader().question_files


def help_said(english: str) -> str:
    """Return a text of the help in the reader's language; as it is where it has none in it."""
    texts = wording_of_reader().help_texts  # by how the English ones begin
    known = [key for key in texts if english.startswith(key)]
    return texts[max(known, key=len)] if known else english


def styled_text(text: str, post_id: str) -> Text:
    """Return what was written in a post as a terminal shows it: on one line, its marks read."""
    from adapters.terminal.styled_text import styled_text as styled

    return styled(one_line(text), post_id)
