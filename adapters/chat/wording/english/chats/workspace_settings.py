"""What is said of the settings of a server or workspace, and of its digest, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

SETTINGS: Final[Mapping[str, str]] = {
    "title": "Settings here",
    "answers_in": "I answer openly: {value}",
    "quiet_in": "Quiet channels: {value}",
    "goes_on": "Threads go on: {value}",
    "language": "My language: {value}",
    "admins": "Looked after by the admins here, and by: {value}",
    "keep_days": "Questions are kept: {value}",
    "digest_in": "Weekly digest of unanswered questions: {value}",
    "trusted": "Trusted to say what answered: {value}",
    "helps_in": "Answers offered unasked: {value}",
    "trust.now": (
        "Trusted from now on: {value}. Their ✅ on a reply, and {menu}, say what answered."
    ),
    "trust.stopped": "No longer trusted: {value}. What they marked by it is taken back.",
    "trust.how": "/posts trust @group @person trusts them, /posts trust off @group no longer.",
    "trust.unknown": (
        "“{value}” is nobody here who can be trusted: name a role, a group or a person."
    ),
    "everywhere": "in every channel",
    "none": "none",
    "nobody": "nobody else",
    "without_mention": "without a mention",
    "with_mention": "only with a mention",
    "reader": "that of whoever reads or asks",
    "days": "{count:day|days}",
    "kept_as_all": "as long as whoever runs me says",
    "hidden": "a channel that you do not read",
    "saved": "That is set from now on.",
    "all": "everything",
    "how": "Change one with the options of /posts settings; its option reset sets one back.",
    "how_form": "/posts settings opens the form for them; /posts settings reset sets all back.",
    "unknown": "“{value}” is no channel or person here: name them as #channel or @person.",
    "not_written": "I may not write in {channel}: let me in there, then choose it again.",
    "shown_by_owner": (
        "Whom you named sees /posts, once the owner shows it to them: Server Settings,"
        " Integrations."
    ),
    "no_member": (
        "{person} is no full member of this workspace: guests, people from outside and"
        " bots cannot look after the posts."
    ),
    "unknown_name": "There is no setting “{value}”: name one of {known}.",
    "no_days": (
        "“{value}” is no number of days from 1 to {most}: write one, as in 30, or leave the field"
        " empty to keep questions as long as whoever runs me says."
    ),
    "quiet": "I do not answer in this channel: ask me directly, or with /ask, for you alone.",
    "digest_lost": (
        "I may not post the weekly digest there: "
        "choose another channel with /posts settings, or let me write there."
    ),
    "digest_lost_in": "The channel of the weekly digest – {lost}",
    "digest": "Asked since the last digest, and answered by nothing:",
    "digest_more": "More such questions that all who read here may see: {count}.",
    "digest_how": "An admin answers them with /posts unanswered.",
}

SETTINGS_COMMANDS: Final[Mapping[str, str]] = {
    "posts.settings": "How I behave here: where I answer, language, admins, digest",
    "posts.pinned": "The answers that admins pinned to questions, and taking them off",
    "posts.trust": "Whose ✅ says which message answered: a role or a person",
    "trust.who": "The role or person",
    "trust.stop": "Trust them no longer, and take back what they marked by it",
    "settings.answers_in": "Answer openly in these channels only: #one #two",
    "settings.quiet_in": "Stay quiet in these channels: #one #two",
    "settings.goes_on": "Take questions in my threads without a mention",
    "settings.language": "The language of my own words",
    "settings.admins": "Who looks after the posts beside the admins: @one @two",
    "settings.keep_days": "How many days questions are kept",
    "settings.digest_in": "Where to tell each week what nothing answered",
    "settings.reset": "Set one back to what it was at first, or everything",
}
