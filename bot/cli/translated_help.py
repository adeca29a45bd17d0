"""Says `--help` in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot import app
from bot.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def translate_help(command: Any, arguments: Sequence[str]) -> None:
    """Put the texts of a command and its subcommands into the reader's language, if asked for.

    Args:
        command: What typer makes of the command line.
        arguments: What was typed.
    """
    if arguments and not {"-h", "--help"} & set(arguments):
        return
    try:
        translated = app.help_translation(app.load_settings())
    except ConfigError:  # help is there whatever the settings are
        return
    if translated is not None:
        for each in (command, *command.commands.values()):
            _translate(each, translated)


def _translate(command: Any, translated: Callable[[str], str]) -> None:
    for name in ("help", "epilog"):
        if text := getattr(command, name, None):
            setattr(command, name, translated(text))
    for parameter in command.params:
        if text := getattr(parameter, "help", None):
            parameter.help = translated(text)
