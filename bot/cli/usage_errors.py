"""Says in the reader's language what is wrong with what was typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from bot.composition import words_app

if TYPE_CHECKING:
    from collections.abc import Mapping

    import typer

_SENTENCES: Final[Mapping[str, re.Pattern[str]]] = {
    name: re.compile(pattern, re.DOTALL)
    for name, pattern in {
        "no_option_near": r"No such option: (?P<name>.+) \(Possible options: (?P<near>.+)\)",
        "no_option": r"No such option: (?P<name>.+)",
        "no_command_near": r"No such command (?P<name>.+)\. Did you mean (?P<near>.+)\?",
        "no_command": r"No such command (?P<name>.+)\.",
        "no_command_given": r"Missing command\.",
        "missing": r"Missing (?:argument|option|parameter) (?P<name>.+)\.",
        "no_value": r"Option (?P<name>.+) requires (?:an argument|\d+ arguments)\.",
        "no_value_taken": r"Option (?P<name>.+) does not take a value\.",
        "too_much": r"Got unexpected extra argument\(s\) \((?P<name>.+)\)",
        "wrong_value": r"Invalid value for (?P<name>.+?): (?P<problem>.+)",
        "wrong_value_of_none": r"Invalid value: (?P<problem>.+)",
    }.items()
}
"""How the framework says what is wrong, in English; the first that fits counts."""

_PROBLEMS: Final[Mapping[str, re.Pattern[str]]] = {
    "no_number": re.compile(r"Input should be a valid integer.*"),
    "too_small": re.compile(r"Input should be greater than or equal to (?P<limit>\S+)"),
    "too_large": re.compile(r"Input should be less than or equal to (?P<limit>\S+)"),
}


def usage_error(error: typer.TyperException) -> str:
    """Return what is wrong with what was typed, and where what may be typed is told.

    What the framework says otherwise than is known here stays as it says it.
    """
    say = words_app.usage_words()
    context: Any = getattr(error, "ctx", None)
    said = _said(error.format_message(), say)
    if context is None:
        return said
    see_help = say["see_help"].format(command=context.command_path)
    return f"{context.get_usage()}\n\n{said}\n{see_help}"


def _said(message: str, say: Mapping[str, str]) -> str:
    for name, pattern in _SENTENCES.items():
        if found := pattern.fullmatch(message):
            values = found.groupdict()
            if "problem" in values:
                values["problem"] = _problem(values["problem"].rstrip("."), say)
            if "name" not in values and "problem" in values:
                return f"{values['problem'][:1].upper()}{values['problem'][1:]}."
            return say[name].format(**values)
    return message


def _problem(problem: str, say: Mapping[str, str]) -> str:
    for name, pattern in _PROBLEMS.items():
        if found := pattern.fullmatch(problem):
            return say[name].format(**found.groupdict())
    return problem
