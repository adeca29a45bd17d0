"""Removes posts and people for good: from the index, from the ledger, from answers that stand."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.messages import Asker
    from bot.services import Services
    from index.ingest.erasure import ErasureSelection


@dataclass(frozen=True, slots=True)
class ErasureResult:
    """What was removed.

    Attributes:
        posts: How many posts.
        still_quoted: How many answers still show what was removed; they are tried again.
    """

    posts: int
    still_quoted: int


async def select_posts_of_person(
    services: Services, person: str, audience: frozenset[str]
) -> ErasureSelection:
    """Returns what somebody wrote for these readers.

    Args:
        services: What chats stand on.
        person: Their name, or their account.
        audience: The labels of the posts that may be meant.
    """
    return await services.library.select_posts_of_person(person, audience)


async def erase_posts(
    services: Services, selection: ErasureSelection, *, for_good: bool
) -> ErasureResult:
    """Removes posts, and the words of whoever asked for it from the ledger's bytes.

    Args:
        services: What chats stand on.
        selection: The posts and titles.
        for_good: Messages that still stand in their chat are never stored again, though the
            next comparison meets them.

    Raises:
        UnavailableError: They are removed, but still in the files: to be done again.
    """
    ids = selection.ids
    if for_good:
        await services.library.suppress(*selection.never_again)
    try:
        if ids or selection.titles:
            await services.library.erase(ids)
    finally:
        await _leave_nothing(services)
    return ErasureResult(len(ids), len(services.ledger.answers.citing(ids)))


async def erase_person(services: Services, person: Asker) -> ErasureResult:
    """Removes what somebody wrote and asked, and never stores anything of theirs again.

    Raises:
        UnavailableError: It is removed, but still in the files: to be done again.
    """
    await services.library.suppress(person.account)
    ids = await services.library.ids(author_id=person.account)
    services.corrections.mark_deleted(ids)
    try:
        await services.library.erase(ids)
    finally:
        services.ledger.questions.forget_asker(person)
        await _leave_nothing(services)
    return ErasureResult(len(ids), len(services.ledger.answers.citing(ids)))


async def _leave_nothing(services: Services) -> None:
    try:
        await asyncio.to_thread(services.ledger.database.compact)
    finally:
        await services.corrections.look()
