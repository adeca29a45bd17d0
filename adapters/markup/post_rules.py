"""Which messages of a chat are posts, on every platform, live as in an export; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.text import one_line
from index.text.words import words

if TYPE_CHECKING:
    from adapters.markup.others_words import LeftOut

OPT_OUT_SIGN: Final = "🚫"
"""In a channel's topic, or as an author's reaction: what is written there is not kept."""

ANSWER_SIGN: Final = "✅"
"""As a reaction of whoever asked, or is trusted: this message answered."""

_SOLVED: Final = frozenset(
    "solved resolved answered fixed done"
    " resolu resolue repondu gelost geklart beantwortet erledigt"
    " resuelto resuelta solucionado solucionada respondido contestado".split()
)
_NOT_SOLVED: Final = frozenset("not un no non pas nicht sin".split())
"""The words of a forum's tags, without accents."""

LONGEST_NAME: Final = 100
"""So many characters of a name stand for an id in a text: both platforms' names are shorter."""

_LONGEST_SOURCE: Final = 80


def why_left_out(*, is_notice: bool, is_by_app: bool, is_kept_out: bool = False) -> LeftOut | None:
    """Return why a message is no post; None where nothing speaks against it.

    Args:
        is_notice: The chat itself tells of something: nobody wrote it.
        is_by_app: An app wrote it, and what apps write is not wanted.
        is_kept_out: Its author, or its channel, keeps it out.
    """
    if is_notice:
        return "notices"
    if is_by_app:
        return "bot_messages"
    return "kept_out" if is_kept_out else None


def is_solved_tag(name: str) -> bool:
    """Return whether a forum's tag says that a post is solved: "Solved ✅", "Résolu"."""
    said = {*words(name)}
    return not said.isdisjoint(_SOLVED) and said.isdisjoint(_NOT_SOLVED)


def source_name(channel_name: str) -> str:
    """Return what the posts of a channel give as their source: a filter can be typed with it."""
    return f"#{one_line(channel_name).replace(':', ' ')[:_LONGEST_SOURCE].rstrip()}"
