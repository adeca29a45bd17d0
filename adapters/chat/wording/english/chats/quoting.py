"""What is said of where posts may be quoted, and of answers that go, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

QUOTING: Final[Mapping[str, str]] = {
    "cited": "“{words}”",
    "together": (
        "More posts name {name} beside others, and stay: {authors}. To remove those, too,"
        " give all their names as the person."
    ),
    "nothing_by": "I find nothing by {name} that answers that.",
    "none_readable": "There are no posts yet that you may read.",
    "withheld.guests": (
        "Posts answer “{question}”, but I may not quote them here, because guests read along:"
        " press “{button}”."
    ),
    "withheld.outsiders": (
        "Posts answer “{question}”, but I may not quote them here, because people of other"
        " workspaces read along: press “{button}”."
    ),
    "withheld.others": (
        "Posts answer “{question}”, but I may not quote them here, because not everybody here may"
        " read them: press “{button}”."
    ),
    "withheld.elsewhere": (
        "Posts answer “{question}”, but I may not quote them in {channel}, because not everybody"
        " there may read them: press “{button}”."
    ),
    "withheld.age": (
        "Posts answer “{question}”, but I may not quote them here, because they are age-restricted:"
        " ask me in a direct message."
    ),
    "withheld.age_elsewhere": (
        "Posts answer “{question}”, but I may not quote them in {channel}, because they are"
        " age-restricted: press “{button}”."
    ),
    "nothing_stored": "Nothing of {channel} is stored: /posts watch takes it up.",
    "nothing_yet": "{channel} is watched, but nothing of it is stored yet.",
    "open": "Everybody who reads here may read {channel}: its posts are quoted here.",
    "closed": "What is written in {channel} is not quoted here:",
    "everyone": "• members without any role see this channel, but lack “{needed}” there.",
    "role": "• who has the role {names} sees this channel, but lacks “{needed}” there.",
    "pair": "• who has both roles {names} sees this channel, but lacks “{needed}” there.",
    "member": "• {names}: sees this channel, but lacks “{needed}” there.",
    "history": "• not everybody who sees it may read its history, but only what is new.",
    "age_restricted": "• it is age-restricted, and this channel is not.",
    "private": "• it is private: it is quoted only there, and to its members alone.",
    "guests": "• guests read along here: {names}.",
    "outsiders": "• people of other workspaces read along here.",
    "unknown": "• I cannot find out who reads along here.",
    "more": "{names} and {count} more",
    "remedy": "Whoever they are must be able to read {channel}, or not to see this channel.",
    "needed.view_channel": "View Channel",
    "needed.read_message_history": "Read Message History",
    "needed.connect": "Connect",
    "why_searched": (
        "Searched {posts:post|posts} that everybody here may read ({passages:passage|passages}),"
        " last changed {when}."
    ),
    "take_away": "Take away",
    "not_yours": "Only who asked can take this answer away.",
    "correcting": (
        "Answers of mine that quote it are being corrected: {count}. I say when that is done."
    ),
    "corrected": "All answers of mine that quoted it are corrected.",
    "what_of": "{title}?",
}
