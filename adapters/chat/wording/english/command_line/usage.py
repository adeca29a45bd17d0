"""What stands around the help of the command line, and what was typed wrongly, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

USAGE: Final[Mapping[str, str]] = {
    "usage": "Usage: ",
    "options": "Options",
    "arguments": "Arguments",
    "commands": "Commands",
    "metavar_options": "[OPTIONS]",
    "metavar_command": "COMMAND [ARGUMENTS]...",
    "type_str": "TEXT",
    "type_int": "NUMBER",
    "type_path": "PATH",
    "help": "Show this help.",
    "required": "required",
    "default": "default: {value}",
    "see_help": "`{command} -h` tells what may be typed.",
    "no_option": "There is no option {name}.",
    "no_option_near": "There is no option {name}: did you mean {near}?",
    "no_command": "There is no command {name}.",
    "no_command_near": "There is no command {name}: did you mean {near}?",
    "no_command_given": "No command was given.",
    "missing": "{name} is missing.",
    "no_value": "{name} needs a value after it.",
    "no_value_taken": "{name} takes no value.",
    "too_much": "This is too much: {name}. Put what has spaces in quotes.",
    "wrong_value": "{name}: {problem}.",
    "no_number": "a whole number is needed",
    "too_small": "the least is {limit}",
    "too_large": "the most is {limit}",
    "empty": "it is empty (an unset variable?): {remedy}",
    "empty_option": "leave the option out, or give it a value",
    "empty_audience": "name an audience, or `everyone`",
    "empty_path": "name a file or folder, or `.` for this one",
    "no_column": "{value} is not NAME=COLUMN, with NAME one of {known}",
    "no_order": "{value} is neither day-first nor month-first",
    "forget_what": "name one of --author, --source or --post",
    "folder_there": "{path} is already there: name a folder that is not",
    "audit_whom": "name an account or a channel by its id, as in 1234567 or C0AB12",
    "stopped": "Stopped.",
    "fault": "A fault of ours, error {error_id}: please report it.",
    "no_platform": "No platform is configured: set DISCORD_TOKEN, or SLACK_BOT_TOKEN and"
    " SLACK_APP_TOKEN (`pullquote setup` asks for them). `pullquote chat` answers here.",
    "serving": "Serving {names}. Ctrl-C ends it.",
    "and": " and ",
    "left": "left",
    "importing": "Importing",
    "refining": "Reading",
    "embedding": "Embedding",
    "unit_posts": "posts",
    "asking": "Asking",
    "unit_questions": "questions",
    "unit_passages": "passages",
    "by_words": "words",
    "by_meaning": "meaning",
    "by_post": "post",
}
