"""Reads the settings; the only module that does."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dotenv import dotenv_values

from bot.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

VARIABLES: Final = (
    "PULLQUOTE_DATA",
    "EMBEDDING_MODEL",
    "PULLQUOTE_PLATFORMS",
    "PULLQUOTE_LANGUAGE",
    "PULLQUOTE_LOG_LEVEL",
)
"""Every variable that is read; `.env.example` names exactly these."""

_PREFIX: Final = "PULLQUOTE_"
_LANGUAGES: Final = ("auto", "en", "fr")
_PLATFORMS: Final = ("terminal",)
_LEVELS: Final = ("DEBUG", "INFO", "WARNING", "ERROR")


@dataclass(frozen=True, slots=True)
class Settings:
    """How this installation is set up.

    Attributes:
        data: The folder of the database and its cache.
        model: `bundled`, a folder, or the name of a sentence-transformers model on a hub.
        platforms: What `pullquote run` starts.
        language: The language of our own words: `en`, `fr`, or `auto` for the asker's.
        log_level: The least severe records that are logged; None leaves it to the command.
    """

    data: Path
    model: str
    platforms: tuple[str, ...]
    language: str
    log_level: str | None

    @property
    def database(self) -> Path:
        """The one database file."""
        return self.data / "pullquote.db"

    @property
    def cache(self) -> Path:
        """The cache file, which may be deleted at any time."""
        return self.data / "pullquote.cache"


def load(env_file: Path, environ: Mapping[str, str]) -> Settings:
    """Returns the settings from a `.env` file and the environment, which wins.

    Raises:
        ConfigError: With one line for every variable that is wrong.
    """
    try:
        stored = dotenv_values(env_file)
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError([f"{env_file}: cannot be read ({error}): save it as UTF-8"]) from error
    values = {**stored, **environ}
    problems = _unknown(values)

    def read(name: str, default: str, expected: str, is_fine: Callable[[str], bool]) -> str:
        value = values.get(name) or default
        if not is_fine(value):
            problems.append(f"{name}: found {value!r}, expected {expected}")
        return value

    data = read("PULLQUOTE_DATA", "./data", "a folder", lambda value: not Path(value).is_file())
    model = read("EMBEDDING_MODEL", "bundled", "`bundled`, a folder or a hub name", bool)
    platforms = read("PULLQUOTE_PLATFORMS", "", _listed(_PLATFORMS), _are_platforms)
    language = read("PULLQUOTE_LANGUAGE", "auto", _either(_LANGUAGES), _LANGUAGES.__contains__)
    level = read("PULLQUOTE_LOG_LEVEL", "", _either(_LEVELS), ("", *_LEVELS).__contains__)
    if problems:
        raise ConfigError(problems)
    return Settings(Path(data), model, _split(platforms), language, level or None)


def _unknown(values: Mapping[str, str | None]) -> list[str]:
    problems = []
    for name in values:
        if name.startswith(_PREFIX) and name not in VARIABLES:
            near = get_close_matches(name, VARIABLES, n=1, cutoff=0)
            problems.append(f"{name}: not a setting: did you mean {near[0]}?")
    return problems


def _split(value: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in value.split(",") if name.strip())


def _are_platforms(value: str) -> bool:
    return set(_split(value)) <= set(_PLATFORMS)


def _listed(names: tuple[str, ...]) -> str:
    return f"some of {', '.join(names)}, separated by commas"


def _either(names: tuple[str, ...]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"
