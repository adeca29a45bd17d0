"""Says the help, and the framework's words around it, in the reader's language."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, Any, Final

import typer

from bot.composition import words_app

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_TYPE: Final = re.compile(r"<(?:list\[)?(?P<name>str|int|path)\]?(?: range)?>")
_NEEDED: Final = re.compile(r"(?<=[\[ ])required(?=\]$)")
_DEFAULT: Final = re.compile(r"(?<=  \[)default: (?P<value>[^;\]]*)")
_METAVAR: Final = re.compile(r"[A-Z]{3,}")
_RANGES: Final = (
    (re.compile(r"(?<=[\[ ])(\d+)<=x<=(\d+)(?=\]$)"), r"\1–\2"),
    (re.compile(r"(?<=[\[ ])x>=(\d+)(?=\]$)"), r"≥ \1"),
)
_OF_USAGE: Final = (
    (re.compile(r"\{([^{}]*)\}"), r"\1"),
    (re.compile(r"\[(\[[^\[\]]*\]…?)\]"), r"\1"),
    (re.compile(r"…?\.\.\."), "…"),
)
"""What is written more plainly of what may be typed: `{PATH…}...` is `PATH…`."""
_HELP: Final = "Show this message and exit."


class _Context(typer.Context):
    """What a command runs in; it says what the framework says of it in the reader's language."""

    def make_formatter(self) -> Any:
        """Return what lays help out, with the framework's words translated."""
        formatter: Any = super().make_formatter()
        # Otherwise no line is shorter than 50 columns, however narrow the terminal is.
        formatter.width = min(formatter.width, shutil.get_terminal_size().columns - 1)
        first = max(8, min(30, formatter.width // 2))
        say = words_app.usage_words()
        command: Any = self.command
        command.options_metavar = say["metavar_options"]
        if hasattr(command, "subcommand_metavar"):
            command.subcommand_metavar = say["metavar_command"]
        usage, heading, rows = formatter.write_usage, formatter.write_heading, formatter.write_dl
        formatter.write_usage = lambda program, arguments="": usage(
            program, _replaced(arguments, _OF_USAGE), prefix=say["usage"]
        )
        formatter.write_heading = lambda name: heading(say.get(name.lower(), name))
        formatter.write_dl = lambda told: rows(
            [_row(name, text, say) for name, text in told], col_max=first
        )
        return formatter


def translate_help(command: Any, arguments: Sequence[str]) -> None:
    """Put the texts of a command and its subcommands into the reader's language.

    Args:
        command: What typer makes of the command line.
        arguments: What was typed.
    """
    for each in (command, *command.commands.values()):
        each.context_class = _Context
        _translate_metavars(each)
    if arguments and not {"-h", "--help"} & set(arguments):
        return
    for each in (command, *command.commands.values()):
        _translate(each)
        _tell_whole(each)


def _translate_metavars(command: Any) -> None:
    say = words_app.usage_words()
    for parameter in command.params:
        if metavar := parameter.metavar:
            parameter.metavar = _METAVAR.sub(
                lambda found: say.get(f"metavar_{found[0].lower()}", found[0]), metavar
            )


def _replaced(text: str, rules: Sequence[tuple[re.Pattern[str], str]]) -> str:
    for pattern, plainer in rules:
        text = pattern.sub(plainer, text)
    return text


def _tell_whole(command: Any) -> None:
    """Let the list of commands tell the first sentence of each; the framework would cut it."""
    command.short_help = command.short_help or (command.help or "").strip().partition("\n")[0]


def _translate(command: Any) -> None:
    for name in ("help", "epilog"):
        if text := getattr(command, name, None):
            setattr(command, name, words_app.help_said(text))
    for parameter in command.params:
        if text := getattr(parameter, "help", None):
            parameter.help = words_app.help_said(text)


def _row(name: str, text: str, say: Mapping[str, str]) -> tuple[str, str]:
    """Return a line of help with the framework's words in it translated."""
    if text == _HELP:
        return name, say["help"]
    text = _NEEDED.sub(say["required"], text)
    text = _DEFAULT.sub(lambda found: say["default"].format(value=found["value"]), text)
    text = _replaced(text, _RANGES)
    if not name.startswith("-"):
        return _TYPE.sub("", name).rstrip(), text  # an argument is told by its name
    return _TYPE.sub(lambda found: say[f"type_{found['name']}"], name), text
