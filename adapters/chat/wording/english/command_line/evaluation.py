"""What `eval` says, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

EVALUATION: Final[Mapping[str, str]] = {
    "asked": "{questions:question|questions}, {none} that no post answers",
    "right_first": "right post first",
    "right_among": "right post among the first {most}",
    "reciprocal_rank": "mean reciprocal rank",
    "first_excerpt": "first excerpt has the words that answer",
    "first_quote": "first quote, sure or not, has the words that answer",
    "answered": "of those with an answer, answered",
    "refused": "of those with an answer, nothing quoted, sure or not",
    "offered_right": "of those with an answer and nothing quoted, the right post named as near",
    "not_found_recall": "of those without an answer, not surely answered",
    "offered_in_vain": "of those without an answer and nothing quoted, posts named as near",
    "not_found_precision": "of those refused, without an answer",
    "calibration_error": "calibration error: confidence against what was so",
    "calibration": "confidence, questions, share that has an answer",
    "slowest": "slowest",
    "failed": "failed: {count}",
    "expected": "expected",
    "got": "got",
    "expected_nothing": "nothing: no post answers",
    "unsure": "unsure: {text}",
    "nothing_at": "nothing: refused, right post at place {place}",
    "nothing_found": "nothing: refused, right post not found",
    "replayed": "{messages} messages, {repeats} questions that had been answered before",
    "replay.known": "with what is known to have answered",
    "replay.alone": "by the ranking alone",
    "replay.first": "a message that answered before comes first",
    "replay.among": "one is among the first five",
    "replay.quoted": "something is quoted for sure",
    "replay.right": "of those, quoted first from such a message",
    "no_source": "nothing of {source!r} is stored: `pullquote status` names the sources",
    "replay.unasked": (
        "Unasked, {offered:answer|answers} would have been offered: of {right} the replies"
        " tell that it answers, of {wrong} that another does, of {untold} nothing."
    ),
}
