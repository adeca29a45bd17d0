"""Refuses what is typed wrongly: options without a value, as unset variables give, and no text."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import typer

from bot.composition import words_app
from bot.errors import NotText, UnavailableError
from bot.questions.parsing.filters import NAMES
from bot.questions.parsing.modifiers import refuse
from bot.text import one_line, readable
from index.system_errors import address_space_refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def refuse_undecodable(arguments: Iterable[str]) -> None:
    """Refuse bytes that are no text, which could be neither stored nor compared.

    The name of a file that is there may be any bytes.

    Raises:
        NotText: An argument holds some.
    """
    for argument in arguments:
        try:
            argument.encode()
        except UnicodeEncodeError:
            if not os.path.lexists(argument):
                shown = readable(argument)
                sentence = f"“{shown}” holds bytes that are no text in UTF-8: write it again."
                raise NotText(sentence, value=shown) from None


def refuse_negations(arguments: Iterable[str]) -> None:
    """Refuse a filter with a minus (`-from:ada`), which would be taken for short options.

    Raises:
        NoNegation: There is one.
    """
    for argument in arguments:
        if argument.startswith("-") and not argument.startswith("--") and ":" in argument:
            refuse(argument, NAMES)


def refuse_little_memory(arguments: Sequence[str]) -> None:
    """Refuse a command where the process may have less memory than it needs.

    Raises:
        UnavailableError: It may.
    """
    is_command = bool(arguments) and not arguments[0].startswith("-")
    if is_command and (said := address_space_refusal()):
        raise UnavailableError(said)


def wrong(what: str, **values: object) -> typer.BadParameter:
    """Return what says, in the reader's language, that something was typed wrongly.

    Args:
        what: The name of the sentence.
        values: What is put into it.
    """
    return typer.BadParameter(words_app.usage_words()[what].format(**values))


def non_blank(value: str | None) -> str | None:
    """Return an option's value.

    Raises:
        BadParameter: It is blank.
    """
    return _named(value, "empty_option")


def non_blank_audience(value: str | None) -> str | None:
    """Return an audience.

    Raises:
        BadParameter: It is blank, which must not mean everyone.
    """
    return _named(value, "empty_audience")


def non_blank_audiences(values: list[str] | None) -> list[str] | None:
    """Return audiences.

    Raises:
        BadParameter: One of them is blank.
    """
    for value in values or ():
        non_blank_audience(value)
    return values


def non_blank_paths(values: list[str]) -> list[str]:
    """Return paths.

    Raises:
        BadParameter: One of them is blank, which must not mean the working directory.
    """
    for value in values:
        _named(value, "empty_path")
    return values


def _named(value: str | None, remedy: str) -> str | None:
    if value is not None and not one_line(value):
        raise wrong("empty", remedy=words_app.usage_words()[remedy])
    return value
