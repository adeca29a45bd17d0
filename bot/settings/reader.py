"""Reads the values of variables one by one, each as what it is to be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeVar
from urllib.parse import urlsplit

from index.error_sentences import Told, verbatim, worded

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PortOrNone = TypeVar("PortOrNone", int, None)

_LAST_PORT: Final = 65_535
_LARGEST: Final = 100_000
_COUNT: Final = re.compile(r"[1-9]\d{0,4}|100000", re.ASCII)


class Reader:
    """Reads values one by one, and collects what is wrong with them.

    Attributes:
        problems: A line for every variable that is wrong.
    """

    def __init__(self, values: Mapping[str, str | None]) -> None:
        self._values = values
        self.problems: list[Told] = []

    def get(self, name: str) -> str:
        """Return a value as it stands there; "" where it is not set."""
        return self._values.get(name) or ""

    def complain(self, name: str, found: str, expected: Told) -> None:
        """Note what is wrong with a variable."""
        told = worded("{name}: found {found}, expected {expected}")
        self.problems.append(Told(told, name=name, found=found, expected=expected))

    def read(self, name: str, default: str, expected: Told, is_fine: Callable[[str], bool]) -> str:
        """Return a value, or the default where it is not set; a wrong one is a problem."""
        value = self.get(name) or default
        if not is_fine(value):
            self.complain(name, repr(value), expected)
        return value

    def choose(self, name: str, default: str, choices: tuple[str, ...]) -> str:
        """Return a value that is one of a few."""
        expected = _either(choices)
        return self.read(name, default, expected, (default, *choices).__contains__)

    def port(self, name: str, default: PortOrNone) -> int | PortOrNone:
        """Return the number of a port, or the default, which may be none at all."""
        if not self.get(name):
            return default
        expected = Told("a whole number from 1 to {most}", most=_LAST_PORT)
        value = self.read(name, "", expected, _is_port)
        return int(value) if _is_port(value) else default

    def count(self, name: str, default: int) -> int:
        """Return a whole number from 1 on."""
        expected = Told("a whole number from 1 to {most}", most=_LARGEST)
        value = self.read(name, str(default), expected, _is_count)
        return int(value) if _is_count(value) else default

    def url(self, name: str, default: str, schemes: tuple[str, ...]) -> str:
        """Return an address with one of these schemes, and with no password in it.

        A complaint shows none either: the address is said where it does not answer.
        """
        starts = tuple(f"{scheme}://" for scheme in schemes)
        expected = Told("an address that begins with {start}", start=_either(starts))
        if not _is_plain(self.get(name).strip()):
            plain = Told(
                "an address that begins with {start}, without a password", start=_either(starts)
            )
            self.complain(name, Told("something else"), plain)
            return default
        return self.read(name, default, expected, lambda value: value.startswith(starts))

    def address(self, name: str, schemes: tuple[str, ...]) -> str:
        """Return an address that may hold a password, "" where none is set; no complaint shows it.

        Args:
            name: The variable.
            schemes: How it may begin, before `://`.
        """
        value = self.get(name).strip()
        if value and not value.startswith(tuple(f"{scheme}://" for scheme in schemes)):
            start = f"{schemes[0]}://"
            expected = Told("an address that begins with {start}", start=start)
            self.complain(name, Told("something else"), expected)
            return ""
        return value

    def secret(self, name: str, start: str = "") -> str:
        """Return a secret without the space around it; a complaint never shows it."""
        value = self.get(name).strip()
        if value and (not value.startswith(start) or any(sign.isspace() for sign in value)):
            begins = Told("one that begins with {start}", start=start)
            shape = begins if start else Told("one without spaces")
            self.complain(name, Told("something else than a token"), shape)
        return value


def _either(choices: tuple[str, ...]) -> Told:
    """Return some choices as a sentence names them."""
    if len(choices) == 1:
        return verbatim(choices[0])
    return Told("{first} or {last}", first=", ".join(choices[:-1]), last=choices[-1])


def _is_plain(address: str) -> bool:
    """Return whether an address can be read, and names no user and no password."""
    try:
        return "@" not in urlsplit(address).netloc
    except ValueError:
        return False


def _is_port(value: str) -> bool:
    return _is_count(value) and int(value) <= _LAST_PORT


def _is_count(value: str) -> bool:
    return _COUNT.fullmatch(value) is not None
