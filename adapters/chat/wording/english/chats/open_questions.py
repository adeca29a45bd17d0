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
    "as_table": "As a table",
    "table": "What nothing answered here: {count:question|questions}.",
    "in_direct": "The table is in our direct messages.",
}
