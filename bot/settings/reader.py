"""Reads the values of variables one by one, each as what it is to be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_LAST_PORT: Final = 65_535
_COUNT: Final = re.compile(r"[1-9]\d{0,4}|100000", re.ASCII)


class Reader:
    """Reads values one by one, and collects what is wrong with them.

    Attributes:
        problems: A line for every variable that is wrong.
    """

    def __init__(self, values: Mapping[str, str | None]) -> None:
        self._values = values
        self.problems: list[str] = []

    def get(self, name: str) -> str:
        """Return a value as it stands there; "" where it is not set."""
        return self._values.get(name) or ""

    def complain(self, name: str, found: str, expected: str) -> None:
        """Note what is wrong with a variable."""
        self.problems.append(f"{name}: found {found}, expected {expected}")

    def read(self, name: str, default: str, expected: str, is_fine: Callable[[str], bool]) -> str:
        """Return a value, or the default where it is not set; a wrong one is a problem."""
        value = self.get(name) or default
        if not is_fine(value):
            self.problems.append(f"{name}: found {value!r}, expected {expected}")
        return value

    def choose(self, name: str, default: str, choices: tuple[str, ...]) -> str:
        """Return a value that is one of a few."""
        expected = f"{', '.join(choices[:-1])} or {choices[-1]}"
        return self.read(name, default, expected, (default, *choices).__contains__)

    def port(self, name: str, default: int) -> int:
        """Return the number of a port."""
        value = self.read(name, str(default), "a whole number from 1 to 65535", _is_port)
        return int(value) if _is_port(value) else default

    def count(self, name: str, default: int) -> int:
        """Return a whole number from 1 on."""
        value = self.read(name, str(default), "a whole number from 1 to 100000", _is_count)
        return int(value) if _is_count(value) else default

    def url(self, name: str, default: str, schemes: tuple[str, ...]) -> str:
        """Return an address with one of these schemes."""
        starts = tuple(f"{scheme}://" for scheme in schemes)
        return self.read(
            name, default, f"an address that begins with {' or '.join(starts)}",
            lambda value: value.startswith(starts),
        )  # fmt: skip

    def address(self, name: str, schemes: tuple[str, ...]) -> str:
        """Return an address that may hold a password, "" where none is set; no complaint shows it.

        Args:
            name: The variable.
            schemes: How it may begin, before `://`.
        """
        value = self.get(name).strip()
        if value and not value.startswith(tuple(f"{scheme}://" for scheme in schemes)):
            self.complain(name, "something else", f"an address that begins with {schemes[0]}://")
            return ""
        return value

    def secret(self, name: str, start: str = "") -> str:
        """Return a secret without the space around it; a complaint never shows it."""
        value = self.get(name).strip()
        if value and (not value.startswith(start) or any(sign.isspace() for sign in value)):
            shape = f"one that begins with {start}" if start else "one without spaces"
            self.problems.append(f"{name}: found something else than a token, expected {shape}")
        return value


def _is_port(value: str) -> bool:
    return _is_count(value) and int(value) <= _LAST_PORT


def _is_count(value: str) -> bool:
    return _COUNT.fullmatch(value) is not None
