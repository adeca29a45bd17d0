"""Refuses options that are given without a value, as an unset variable of a shell gives them."""

from __future__ import annotations

import typer


def non_blank(value: str | None) -> str | None:
    """Return an option's value.

    Raises:
        BadParameter: It is blank.
    """
    return _named(value, "leave the option out, or give it a value")


def non_blank_audience(value: str | None) -> str | None:
    """Return an audience.

    Raises:
        BadParameter: It is blank, which must not mean everyone.
    """
    return _named(value, "name an audience, or `everyone`")


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
        _named(value, "name a file or folder, or `.` for this one")
    return values


def _named(value: str | None, remedy: str) -> str | None:
    if value is not None and not value.strip():
        raise typer.BadParameter(f"it is empty (an unset variable?): {remedy}")
    return value
