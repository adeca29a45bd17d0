"""Reads and writes the files that settings stand in."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dotenv import dotenv_values, set_key

from bot.errors import ConfigError
from bot.settings.loading import VARIABLES, load, nearest_setting
from index.error_sentences import Told, worded
from index.private_files import is_special

if TYPE_CHECKING:
    from collections.abc import Mapping

ENV_FILE: Final = Path(".env")

_OWNER_ONLY: Final = 0o600
_PLAIN: Final = re.compile(r"[\w./:@,+=-]*")

_UNWRITABLE: Final = re.compile(r"[\x00-\x1f\x7f]|\$\{")
"""What is read as something else than was written: `${NAME}` is the value of another variable."""


def answers_in(file: Path) -> dict[str, str]:
    """Return the settings in a file shaped like `.env`, those that are empty left out.

    Raises:
        ConfigError: The file cannot be read, or a setting in it is wrong.
    """
    if not file.is_file():
        raise ConfigError([Told("{file}: there is no such file", file=file)])
    load(file, {})
    if bare := [name for name, value in dotenv_values(file).items() if value is None]:
        told = worded("{name}: there is no value: write {name}=VALUE")
        raise ConfigError([Told(told, name=name) for name in bare])
    if others := unread(file):
        raise ConfigError([_not_a_setting(name, near) for name, near in others.items()])
    values = values_in(file)
    if odd := [_not_writable(name) for name, value in values.items() if _UNWRITABLE.search(value)]:
        raise ConfigError(odd)
    return values


def unread(file: Path) -> dict[str, str]:
    """Return the names in a file that no setting has, each with the one likely meant or ""."""
    names = [name for name in dotenv_values(file) if name not in VARIABLES]
    return {name: nearest_setting(name) for name in names}


def _not_a_setting(name: str, near: str) -> Told:
    if near:
        return Told("{name}: not a setting: did you mean {near}?", name=name, near=near)
    return Told("{name}: not a setting: leave it out", name=name)


def _not_writable(name: str) -> Told:
    told = worded(
        "{name}: found a value that no .env file can hold,"
        " expected one without {sign} and control characters"
    )
    return Told(told, name=name, sign="${")


def values_in(file: Path) -> dict[str, str]:
    """Return what is set in a file, right or wrong; nothing where there is no file."""
    return {name: value for name, value in dotenv_values(file).items() if value}


def problems_of(name: str, value: str) -> list[Told]:
    """Return what is wrong with a setting that is to be written."""
    if _UNWRITABLE.search(value):
        return [_not_writable(name)]
    try:
        load(Path(os.devnull), {name: value})
    except ConfigError as error:
        return [each for each in error.problems if each.startswith(f"{name}:")]
    return []


def must_be_a_file(file: Path = ENV_FILE) -> None:
    """Refuse a device or a pipe, which keeps nothing, and of which others may have need.

    Raises:
        ConfigError: It is one.
    """
    if is_special(file):
        told = worded("{file}: is a device or a pipe, which keeps no settings: remove it")
        raise ConfigError([Told(told, file=file)])


def write(given: Mapping[str, str], file: Path = ENV_FILE) -> list[str]:
    """Write what is new to a file, all else in it as it was; return the names of what was.

    From then on only its owner can read it.

    Raises:
        ConfigError: It is none that keeps anything.
    """
    must_be_a_file(file)
    known = values_in(file)
    names = [name for name, value in given.items() if value != known.get(name)]
    if names and not file.exists():
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _OWNER_ONLY))
    if file.exists():
        file.chmod(_OWNER_ONLY)
    for name in names:
        # Docker takes quotes for a part of the value: they stand only where they must.
        quote = "never" if _PLAIN.fullmatch(given[name]) else "always"
        set_key(file, name, given[name], quote_mode=quote, follow_symlinks=True)
    return names
