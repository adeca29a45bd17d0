"""Removes posts and people for good: from the index, from the ledger, from answers that stand."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.posts import is_of_a_chat

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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


@dataclass(frozen=True, slots=True)
class Meant:
    """What somebody wishes to be removed.

    Attributes:
        ids: The posts.
        titles: The threads whose title goes, too.
        bearers: Where several people bear the name, their accounts, with how many posts: then
            nobody is meant yet.
    """

    ids: Sequence[str] = ()
    titles: Sequence[str] = ()
    bearers: Mapping[str, int] = field(default_factory=dict)


async def posts_of_person(room: Backroom, person: str, audience: frozenset[str]) -> Meant:
    """Returns what somebody wrote for these readers.

    Args:
        room: What chats stand on.
        person: Their name, or their account.
        audience: The labels of the posts that may be meant.
    """
    library = room.library
    ids, bearers = await library.ids(author_id=person, audience=audience), {person: 0}
    if not ids:
        bearers = await library.accounts_called(person, audience) or bearers
        if len(bearers) > 1:
            return Meant(bearers=bearers)
        ids = await library.ids(author=person, audience=audience)
    return Meant(ids, await library.titled_by(bearers, audience))


async def forget_posts(room: Backroom, meant: Meant, *, for_good: bool) -> Forgotten:
    """Removes posts, and the words of whoever asked for it from the ledger's bytes.

    Args:
        room: What chats stand on.
        meant: The posts and titles.
        for_good: Messages that still stand in their chat are never stored again, though the
            next comparison meets them.

    Raises:
        UnavailableError: They are removed, but still in the files: to be done again.
    """
    ids = meant.ids
    if for_good:
        await room.library.refuse_for_good(*filter(is_of_a_chat, ids), *meant.titles)
    try:
        if ids or meant.titles:
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
