"""What commands and their options are described as in chats, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from adapters.chat.wording.english.chats.offers import OFFER_COMMANDS
from adapters.chat.wording.english.chats.workspace_settings import SETTINGS_COMMANDS

if TYPE_CHECKING:
    from collections.abc import Mapping

SLASH_COMMANDS: Final[Mapping[str, str]] = {
    "ask": "Answer a question from the stored posts, in their own words",
    "ask.question": "What would you like to know?",
    "ask.person": "Only what this member wrote",
    "ask.channel": "Only what was written in this channel",
    "ask.from": "Only what this person wrote",
    "ask.in": "Only from this source",
    "ask.since": "Not older than this day: 2024-09-26",
    "ask.until": "Not newer than this day: 2024-09-26",
    "ask.kind": "Only posts, or only comments",
    "ask.twice": "{name}: is said twice here: leave one of the two.",
    "ask.private": "Show the answer only to me",
    "help": "What I can do, and how",
    "menu.related": "Find related posts",
    "menu.earlier": "Earlier answers like this",
    "menu.answer": "Mark as the answer",
    "menu.pin": "Pin as an answer",
    "menu.fate": "Is this stored?",
    "menu.person": "Posts by this person",
    "forget-me": "Remove my own posts, and never store them again",
    "posts": "Look after the stored posts",
    "posts.watch": "Keep a channel's messages as posts, old and new",
    "posts.unwatch": "Follow a channel no longer",
    "posts.import": "Bring in posts from a file or an archive",
    "posts.reindex": "Embed the posts again after a change of model",
    "posts.status": "What is stored, and how fresh it is",
    "posts.report": "What is asked and answered, as a page with charts for you alone",
    "posts.unanswered": "Questions that nothing answered",
    "posts.ratings": "How answers were rated, with the words under 👎 and what was quoted",
    "posts.why": "Why a channel is not quoted here, and who stands in the way",
    **SETTINGS_COMMANDS,
    **OFFER_COMMANDS,
    "posts.forget": "Remove a person's posts, a source, or one post",
    "watch.channel": "Which channel, or which category",
    "watch.more": "More channels, by mention: #one #two",
    "watch.public": "All public channels",
    "watch.later": "Those that are made later, too",
    "watch.bots": "Keep what bots, webhooks and workflows write there, too",
    "unwatch.channel": "Which channel: a name, a mention or an id",
    "unwatch.all": "All channels that are watched here",
    "why.channel": "Which channel is not quoted here",
    "import.file": "Text, Markdown, JSONL, CSV, or an archive",
    "import.source": "What to call the source",
    "import.dry_run": "Only show what would change",
    "forget.person": "Everything this author wrote: a name or a mention",
    "forget.source": "Everything from this source",
    "forget.post": "The link or the id of one post",
}
