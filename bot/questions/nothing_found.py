"""Tells why nothing answers a question, where more is known than that."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.errors import UnavailableError

if TYPE_CHECKING:
    from bot.errors import BadFilter
    from bot.ledger.channels import Channels
    from bot.posts.library import Library
    from bot.question_and_answer import Answer, Question


class NothingFound:
    """Tells why nothing answers a question.

    Args:
        library: The stored posts.
        channels: The watched channels.
    """

    def __init__(self, library: Library, channels: Channels) -> None:
        self._library = library
        self._channels = channels

    async def told(self, answer: Answer) -> Answer:
        """Return an answer with why nothing answers, where that is known."""
        if answer.found or answer.unsure or answer.is_all_said:
            return answer
        if await self._is_nothing_readable(answer):
            is_all = await self._is_for_no_one_here(answer.question)
            return replace(answer, is_nothing_readable=True, is_all_shown=is_all)
        return replace(answer, wrong_name=await self._wrong_name(answer))

    async def _is_nothing_readable(self, answer: Answer) -> bool:
        """Return whether there are posts of others only, as in a server that is new, or none left.

        Posts of the same server that not everybody may read are no reason to advise anything.
        """
        asked, platform = answer.question, answer.question.asker.platform
        workspace, readers = asked.workspace_id, asked.audience
        if not readers or self._channels.watched(platform, workspace or None):
            return False
        if not workspace:
            return await self._library.is_emptied()
        own = f"{platform}:{workspace.removeprefix(f'{platform}:')}"
        return await self._library.has_none_for(readers | {own})

    async def _is_for_no_one_here(self, question: Question) -> bool:
        """Return whether certainly nobody of a workspace may read any post, alone neither.

        What its own platform stores may be for some of them, unless a channel elsewhere tells
        otherwise: which workspace a label is of, it does not say.
        """
        platform = question.asker.platform
        with suppress(UnavailableError):
            stored = await self._library.audiences()
            perhaps = {each for each in stored if each.startswith(f"{platform}:")}
            for each in self._channels.watched(platform):
                if each.workspace_id != question.workspace_id:
                    whole = f"{platform}:{each.workspace_id.removeprefix(f'{platform}:')}"
                    perhaps -= {each.id, whole}
            return not perhaps
        return False

    async def _wrong_name(self, answer: Answer) -> BadFilter | None:
        """Return what to say of a typed name that no post has which the readers may see.

        An account or a channel that was mentioned is there, whether or not it has posts. What
        others read, or a direct message keeps, stands for as long as they like, whoever may read
        what by then: it names none that was not typed.
        """
        asked, scope = answer.question, answer.question.scope
        typed = replace(
            scope.filters,
            author=None if scope.filters.author_id else scope.filters.author,
            source=None if scope.filters.channel else scope.filters.source,
        )
        if answer.nearest or not (typed.author or typed.source):
            return None
        is_kept = asked.audience is not None and not asked.workspace_id  # a direct message
        suggests = asked.is_private and not is_kept
        return await self._library.wrong_name(replace(scope, filters=typed), suggests=suggests)
