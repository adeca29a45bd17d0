"""Says in the reader's language what becomes of the completion of commands in a shell."""

from __future__ import annotations

import io
import re
from contextlib import redirect_stdout
from typing import TYPE_CHECKING, Any, Final

from bot.cli import console
from bot.composition import words_app

if TYPE_CHECKING:
    from collections.abc import Mapping

_SENTENCES: Final[Mapping[str, re.Pattern[str]]] = {
    "completion_installed": re.compile(
        r"(?P<shell>\S+) completion installed in (?P<path>.+)\n.+\n?", re.DOTALL
    ),
    "completion_unknown": re.compile(r"Shell (?P<shell>.+) is not supported\.\n?"),
}
"""How the framework says it, in English."""


def translate_completion(command: Any) -> None:
    """Have what installs the completion say what it did in the reader's language."""
    for parameter in command.params:
        if parameter.name == "install_completion":
            parameter.callback = _translated(parameter.callback)


def _translated(install: Any) -> Any:
    def callback(context: Any, parameter: Any, value: Any) -> Any:
        said = io.StringIO()
        try:
            with redirect_stdout(said):
                return install(context, parameter, value)
        finally:
            if told := said.getvalue():
                console.out().tell(_in_words(told))

    return callback


def _in_words(told: str) -> str:
    """Return what the framework said; what is said otherwise than is known here stays."""
    for name, pattern in _SENTENCES.items():
        if found := pattern.fullmatch(told):
            return words_app.usage_words()[name].format(**found.groupdict())
    return told.rstrip()
