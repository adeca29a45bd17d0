"""What is said of answers that are offered unasked, and of earlier ones, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

OFFERING: Final[Mapping[str, str]] = {
    "earlier": "What was answered to something like this before:",
    "earlier.none": "Nothing that you may read here answered something like this before.",
    "earlier.own": "That is a message of mine: choose this on what somebody wrote.",
    "no_words": "That message has no words to search by: choose this on one that says something.",
    "related.none": "No other post that you may read here is like that one.",
    "related.own": (
        "That is a message of mine: choose this on what somebody wrote, or on an answer of mine."
    ),
    "offer": "This may have been answered before:",
    "offer.direct": "You asked “{question}” in #{channel}. This may have been answered before:",
    "helped": "This helped",
    "not_this": "Not this",
    "taken_away": "Taken away.",
    "not_yours": "Only who asked, or an admin, says what became of an offer.",
    "thread": "in the thread",
    "asker": "to the asker only",
    "off": "off",
    "set": (
        "From now on I offer answers unasked in {channel}, {way}: where I am sure and nobody"
        " has replied yet."
    ),
    "set.off": "I no longer offer answers unasked in {channel}.",
    "how": "/posts help-out #channel says where: in the thread, to the asker only, or off.",
    "unknown": (
        "“{value}” is no way to offer answers: say in the thread, to the asker only, or off."
    ),
    "counts": (
        "Offered unasked in {channel}: {offered:answer|answers}; {helped} helped, {refused} did"
        " not fit."
    ),
}

OFFER_COMMANDS: Final[Mapping[str, str]] = {
    "posts.help-out": "Offer answers unasked where the same was answered before",
    "help-out.channel": "Which channel or forum",
    "help-out.how": "In the thread, to the asker only, or off",
}
