"""Divides a Markdown file into its head and its words: YAML between dashes, TOML between pluses."""

from __future__ import annotations

import re
import tomllib
from datetime import date, time
from typing import Final

from adapters.sources.bytes.reader import HEAD

_YAML: Final = re.compile(r"---[ \t]*\n(?=\s*[^\W\d][\w-]*[ \t]*:)")
_TOML: Final = re.compile(r"\+\+\+[ \t]*\n(?=\s*[A-Za-z][\w-]*[ \t]*=)")
_ENDS: Final = re.compile(r"^(?:-{3,}|\.{3}[ \t]*(?:\n-{3,})?)[ \t]*$", re.MULTILINE)
"""YAML may end with dots as well."""
_ENDS_TOML: Final = re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE)


def opens_yaml(text: str) -> bool:
    """Return whether a text begins with a line of dashes and then a field."""
    return _YAML.match(text) is not None


def divided_yaml(text: str) -> tuple[str, str] | None:
    """Return the YAML at the beginning of a text, and what follows; None where it never ends."""
    begins = text.index("\n")  # so that its lines are counted as those of the file
    end = _ENDS.search(text, begins + 1, HEAD)
    return (text[begins : end.start()], text[end.end() :]) if end else None


def toml_head(text: str) -> tuple[dict[str, object], str] | None:
    """Return the fields of a TOML head, each as its text, and what follows; None for no such head.

    What cannot be read as TOML is no head: people write such lines, too.
    """
    if not _TOML.match(text):
        return None
    begins = text.index("\n") + 1
    end = _ENDS_TOML.search(text, begins, HEAD)
    if end is None:
        return None
    try:
        fields = tomllib.loads(text[begins : end.start()])
    except (ValueError, RecursionError):
        return None
    return {name: _as_text(value) for name, value in fields.items()}, text[end.end() :]


def _as_text(value: object) -> object:
    """Return a value as the text that it is in YAML; dates are read by our own rules."""
    if isinstance(value, list):
        return [_as_text(each) for each in value]
    if isinstance(value, dict):
        return {name: _as_text(each) for name, each in value.items()}
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value).lower() if isinstance(value, bool) else str(value)
