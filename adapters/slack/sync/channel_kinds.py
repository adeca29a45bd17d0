"""Follows who may read a channel: whether it is private, or keeps its messages out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from adapters.slack.ids import team_and_channel

if TYPE_CHECKING:
    from adapters.slack.access.directory import Conversation
    from adapters.slack.context import SlackContext
    from bot.sync.post_store import PostStore


_KIND: Final = "slack.kind:"
"""What a channel was when it was last looked at is noted under this and its id."""

_PRIVATE: Final = "private"


class ChannelKinds:
    """Remembers what kind of channel each was when it was last looked at."""

    def __init__(self, context: SlackContext, store: PostStore) -> None:
        self._context = context
        self._store = store

    def note(self, id_: str, conversation: Conversation) -> None:
        """Note what a channel is now, if Slack shows that."""
        if conversation.is_joined or _kind_of(id_, conversation) != _PRIVATE:
            self._context.services.ledger.note(f"{_KIND}{id_}", _kind_of(id_, conversation))

    def was_private(self, id_: str) -> bool:
        """Return whether a channel was private when it was last looked at."""
        return self._context.services.ledger.noted(f"{_KIND}{id_}") == _PRIVATE

    async def check(self, id_: str) -> None:
        """Remove what is stored of a channel that was closed; correct answers from a private one.

        Its posts are for its readers, whoever those are: they stay as they are.
        """
        conversation = await self._context.directory.conversation(*team_and_channel(id_))
        services = self._context.services
        kind = _kind_of(id_, conversation)
        has_turned = services.ledger.noted(f"{_KIND}{id_}") not in {"", kind}
        self.note(id_, conversation)
        if conversation.is_closed:
            await self._store.remove_all(await services.library.ids_under(f"{id_}/"))
        elif has_turned:
            await services.corrections.correct(await services.library.ids_under(f"{id_}/"))


def _kind_of(id_: str, conversation: Conversation) -> str:
    """Return whether a channel is open to its whole workspace."""
    is_open = conversation.is_open_in(team_and_channel(id_)[0])
    return "public" if is_open else _PRIVATE
