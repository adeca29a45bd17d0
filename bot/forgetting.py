"""Removes posts and people for good: from the index, from the ledger, from answers that stand."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.posts import is_of_a_chat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.asking import Backroom
    from bot.messages import Asker


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was removed.

    Attributes:
        posts: How many posts.
        still_quoted: How many answers still show what was removed; they are tried again.
    """

    posts: int
    still_quoted: int


async def forget_posts(room: Backroom, ids: Sequence[str], *, for_good: bool) -> Forgotten:
    """Removes posts, and the words of whoever asked for it from the ledger's bytes.

    Args:
        room: What chats stand on.
        ids: The posts.
        for_good: Messages that still stand in their chat are never stored again, though the
            next comparison meets them.

    Raises:
        UnavailableError: They are removed, but still in the files: to be done again.
    """
    if for_good:
        await room.library.refuse_for_good(*filter(is_of_a_chat, ids))
    try:
        if ids:
            await room.library.forget(ids)
    finally:
        await _leave_nothing(room)
    return Forgotten(len(ids), len(room.ledger.answers.citing(ids)))


async def forget_person(room: Backroom, person: Asker) -> Forgotten:
    """Removes what somebody wrote and asked, and never stores anything of theirs again.

    Raises:
        UnavailableError: It is removed, but still in the files: to be done again.
    """
    await room.library.refuse_for_good(person.account)
    ids = await room.library.ids(author_id=person.account)
    room.corrections.withdraw(ids)
    try:
        await room.library.forget(ids)
    finally:
        room.ledger.questions.forget_asker(person)
        await _leave_nothing(room)
    return Forgotten(len(ids), len(room.ledger.answers.citing(ids)))


async def _leave_nothing(room: Backroom) -> None:
    try:
        await asyncio.to_thread(room.ledger.database.compact)
    finally:
        await room.corrections.look()
