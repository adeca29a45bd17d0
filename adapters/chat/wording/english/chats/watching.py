"""What is said of channels that are watched, or are to be, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

WATCHING: Final[Mapping[str, str]] = {
    "gap.unread": "• Gap: what is older than {when} is not read yet; /posts watch goes on with it.",
    "gap.lost": "• Gap: nothing is read since {when}.",
    "gap.cut": "• Gap: the platform’s plan hides what is older.",
    "begun": "I keep the messages of {channel} from now on, and read the old ones.",
    "begun_many": (
        "I keep the messages of {channels:channel|channels} from now on, and read the old ones:"
        " {names}."
    ),
    "new_public": "Public channels that are made later are watched, too.",
    "new_in": "Channels that are made later in {name} are watched, too.",
    "no_longer_new": "Channels that are made later are not watched any more.",
    "cannot_read": "I may not read {channel}: let me in, with the history.",
    "not_found": (
        "I find no {channel} that you and I may read: name it with # or by its id, and let me in"
        " where it is private."
    ),
    "name_one": "Name the channel: /posts why #channel.",
    "no_choice": "I do not know “{word}”: there are bots:yes, bots:no, new:yes and new:no.",
    "none_public": "There is no public channel that I may read.",
    "not_watched": "{channel} is not being watched.",
    "none_watched": "No channel is being watched.",
    "unwatched": "I follow {channel} no longer. Its posts stay; /posts forget removes them.",
    "unwatched_many": (
        "I follow {channels:channel|channels} no longer: {names}. Their posts stay; /posts forget"
        " removes them."
    ),
    "several": "Several channels are called {name}. Name one by its id: {ids}.",
    "in_direct": "How far that is stands in our direct messages.",
    "reading_many": "Reading {channels:channel|channels}",
    "offer": "I am in {channel} now. Shall I keep its messages as posts, old and new?",
    "offer_server": (
        "I am in {server} now. Shall I keep the messages of its public channels as posts, old and"
        " new?"
    ),
    "watch": "Watch {channel}",
    "watch_public": "Watch all public channels",
    "lost": (
        "I can no longer read {channel} ({reason}). Its posts stay as they are. Let me in again,"
        " or end the watching with /posts unwatch."
    ),
    "because.out": "I am not in it",
    "because.hidden": "I may not see it or its history",
    "because.gone": "it is gone or hidden from me",
    "because.right": "my app lacks a right for it",
    "because.token": "my token is not accepted",
    "because.passing": "the platform says “{word}”",
    "remedy.out": "{because}: invite me again, or /posts unwatch it",
    "remedy.hidden": "{because}: let me see both again, or /posts unwatch it",
    "remedy.gone": "{because}: let me in again, or /posts unwatch it",
    "remedy.right": "{because}: `pullquote check` names the right; grant it",
    "remedy.token": "{because}: whoever runs me renews it; `pullquote check` tells how",
    "remedy.passing": "{because}; I try again by myself",
    "title": "Watch a channel",
    "which": "Which channels",
    "public": "All public channels",
    "later": "Those that are made later, too",
    "more": "More than one channel",
}
