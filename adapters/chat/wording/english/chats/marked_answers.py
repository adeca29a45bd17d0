"""What is said of the message that answered a question, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ANSWERING: Final[Mapping[str, str]] = {
    "asked": "Asked by {name}, {when}: {question}",
    "asked.undated": "Asked by {name}: {question}",
    "why": "{number}: answers a question that was found; {how}.",
    "marked": "it was marked as the answer",
    "checked": "it has a ✅ by who asked or is trusted",
    "accepted": "it was accepted as the answer",
    "solved": "its thread is tagged as solved, and who asked thanked for it",
    "thanked": "who asked thanked for it",
    "replied": "it replies to who asked",
    "below": "it stands below the question",
    "around": "Around it",
    "around.quote": "Around {number}",
    "around.title": "What was said around quote {number}:",
    "around.none": "Nothing that you may read was said around quote {number}.",
    "newer": "{count:newer message|newer messages} on this. The newest:",
    "newer.still": "Newer on this:",
    "why.pinned": "{number}: an admin pinned it to this question.",
    "pin.title": "Pin as an answer",
    "pin.label": "The question that it answers",
    "pin.done": "Pinned: it comes first where somebody asks “{question}”. /posts pinned lists it.",
    "pin.full": (
        "There are 50 pinned answers already: take one off with /posts pinned, then pin"
        " “{question}” again."
    ),
    "pinned.none": "Nothing is pinned: choose {menu} in a message’s menu.",
    "pinned.title": "Pinned answers, the newest first:",
    "pinned.line": "{number}. “{question}” – {title} ({author}, {when})",
    "pinned.gone": "{number}. “{question}” – its message is no longer stored, and is not quoted.",
    "pinned.hidden": "{number}. “{question}” – a message that you do not read.",
    "unpin": "Take off {number}",
    "mark.done": "Marked as the answer to “{question}”. Choose it again to take that back.",
    "mark.undone": "No longer marked as the answer to “{question}”.",
    "mark.checked": (
        "You no longer mark it as the answer to “{question}”, but a ✅ on it still does."
    ),
    "mark.no_question": (
        "This message belongs to no stored question: mark a reply to the question, or a message"
        " of its thread."
    ),
    "mark.not_stored": "This message is not stored: /posts watch takes up its channel.",
    "mark.not_yours": "Only who asked, who is trusted, or an admin, can mark what answered.",
}
