"""Writes the numbers in sentences as a language does."""

from __future__ import annotations

from string import Formatter
from typing import Self

from bot.text import Count


class Grouping(Formatter):
    """Puts numbers in with the sign that a language has between their thousands."""

    def __init__(self, sign: str) -> None:
        self._sign = sign

    def format_field(self, value: object, format_spec: str) -> str:
        """Return a value as the sentence asks for it."""
        said = str(super().format_field(value, format_spec))
        if format_spec != "," and not isinstance(value, Count):
            return said
        number, space, noun = said.partition(" ")
        return f"{number.replace(',', self._sign)}{space}{noun}"


class Grouped(str):
    """A sentence whose numbers are written as its language does.

    Args:
        sentence: The sentence.
        sign: What stands between the thousands.
    """

    __slots__ = ("_grouping",)

    _grouping: Grouping

    def __new__(cls, sentence: str, sign: str) -> Self:
        """Keep the sign beside the sentence."""
        made = super().__new__(cls, sentence)
        made._grouping = Grouping(sign)
        return made

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        """Be copied as the sentence alone."""
        return str, (str(self),)

    def format(self, *args: object, **values: object) -> str:
        """Return the sentence with values put in."""
        return self._grouping.vformat(str(self), args, values)


def grouped(said: object, sign: str) -> object:
    """Return a sentence, or the sentences of a mapping, with numbers as a language writes them."""
    if isinstance(said, str):
        return Grouped(said, sign)
    if isinstance(said, dict):
        return {name: Grouped(each, sign) for name, each in said.items()}
    return said
