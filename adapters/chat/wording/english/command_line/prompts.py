"""What `chat` says beside its answers, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

PROMPT: Final[Mapping[str, str]] = {
    "yes_or_no": "yn",
    "welcome": "Ask what the posts know. /help tells what else you can type; Ctrl-D ends.",
    "help": (
        "/more      the next excerpts of the last answer\n"
        "/open 2    open the link of excerpt 2\n"
        "/why       how the last answer was found\n"
        "/from NAME only what NAME wrote, until /from alone\n"
        "/quit      end; Ctrl-D and Ctrl-C too\n"
        'Filters in a question: from:ada from:"Ada Lovelace" in:news since:2024-09 kind:comment;'
        " Tab completes them."
    ),
    "ask_something": "Ask me something that the posts may answer.",
    "small_talk": "Ask me something that the posts may answer; /help tells what you can type.",
    "more": "{count} more: /more",
    "no_more": "That was all.",
    "searching": "Searching…",
    "no_answer": "Ask something first.",
    "no_excerpt": "The last answer has no excerpt {number}.",
    "no_link": "Excerpt {number} has no link that a browser opens; it stands in {id}.",
    "no_browser": "No browser could be started: open {url} yourself.",
    "opened": "Opening {url}",
    "from_still": "Only what {name} wrote is searched: /from alone lifts that.",
    "from": "Only what {name} wrote; /from alone lifts that.",
    "from_all": "What everybody wrote.",
    "unknown": "{typed} is not known: /help tells what you can type.",
}
