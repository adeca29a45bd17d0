"""What admins are told of open questions that several of them answer, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

OPEN_QUESTIONS: Final[Mapping[str, str]] = {
    "answering": "{name} is answering this, too.",
    "settled": "This question is not open any more: {name} has answered or dismissed it.",
    "closed": "This question is not open any more.",
    "draft": "Your words, so that they are not lost:",
    "no_posts": (
        "No question can be answered before there are posts: /posts watch or /posts import brings"
        " some in. What they do not answer is listed here."
    ),
    "none_asked": (
        "I know of no question that was asked here: mention me with one, or use /ask."
        " What nothing answers is listed here."
    ),
    "as_table": "As a table",
    "table": "What nothing answered here: {count:question|questions}.",
    "in_direct": "The table is in our direct messages.",
}
