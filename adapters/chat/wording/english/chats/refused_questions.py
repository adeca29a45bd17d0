"""Why a question cannot be taken, and what to write instead, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

MENDING: Final[Mapping[str, str]] = {
    "KeptTooLong": "{days:day|days} are the most here: whoever runs me keeps no question longer.",
    "EmptyQuestion": "There is no question: write what you would like to know.",
    "EmptyAnswer": "There is no answer: write some words.",
    "NotText": (
        "“{value}” holds bytes that are no text in UTF-8: write it again, or give the file "
        "another name."
    ),
    "QuestionTooLong": "That question is too long: {most} characters are the most.",
    "TooManyQuestions": (
        "That is a lot of questions at once: ask again in {seconds:second|seconds}."
    ),
    "TooBusy": (
        "I am busy, {before:question|questions} before yours: ask again in "
        "{seconds:second|seconds}."
    ),
    "NotAName": '{name}: needs a name, as in {name}:maria or {name}:"Maria Lopez".',
    "NotADay": (
        "{name}:{value} is not a day: write it as {name}:2024-09-26, or {name}:2024-09 or "
        "{name}:2024 for all days of a month or year."
    ),
    "NoDayLeft": "No day is from {since} until {until}: the first one comes after the last.",
    "NotStored": "{name}:{value} – nothing here has that name.",
    "Misspelt": "{name}:{value} – nothing here has that name: did you mean {name}:{near}?",
    "OnlyOne": "{name}: can be only one: leave the others out, or ask once for each.",
    "NotAKind": "kind:{value} is not known: write kind:post or kind:comment.",
    "NotAFilter": "{name}: is no filter here. Leave it out, or say it in words; there are {known}.",
    "NoNegation": "-{name}: leaves nothing out here: name what you want, or leave it out.",
    "NoWordLeftOut": (
        "-{word} leaves nothing out here: name what you want, or put it in quotation marks."
    ),
    "NoValue": "{name}: needs a value right behind the colon, or leave it out.",
    "NoAsker": "from:{value} is only known in a chat: write from:NAME.",
}
