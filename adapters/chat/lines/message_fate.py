"""What is told of one message: whether it is stored, and why it is not; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.chat.error_text import recalled
from bot.text import Count
from index.posts import EVERYONE

if TYPE_CHECKING:
    from adapters.chat.lines.progress import Escape
    from adapters.chat.wording import Wording
    from bot.posts.message_fate import MessageFate


def fate_line(fate: MessageFate, wording: Wording, escaped: Escape) -> str:
    """Return what became of a message; what people wrote goes through `escaped`."""
    said = wording.fates
    if fate.post is None:
        error = escaped(recalled(fate.error, wording, is_reason=True))
        return said[fate.kind].format(error=error)
    source = escaped(fate.post.source)
    readers = said["everyone" if fate.post.audience == EVERYONE else "readers"]
    return said["stored"].format(
        source=source, passages=Count(fate.passages), readers=readers.format(source=source)
    )
