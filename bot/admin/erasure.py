"""Deletes posts and people permanently: from the index, the ledger and posted answers."""

from __future__ import annotations

import asyncio
import json
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from bot.errors import UnavailableError
from bot.posts.chat_import_sources import kept_apart
from bot.questions.pinned import PinnedAnswers
from index.ingest.erasure import ErasureSelection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.question_and_answer import Asker
    from bot.services import Services


@dataclass(frozen=True, slots=True)
class ErasureRequest:
    """What an admin asks to delete: one of the first four is given.

    Attributes:
        person: A name.
        source: The name of a source.
        post: The id of a post.
        account: The account of an author.
        name: What people call it.
        apart: What keeps the posts of the workspace's files apart, by which a post may go.
    """

    person: str = ""
    source: str = ""
    post: str = ""
    account: str = ""
    name: str = ""
    apart: str = ""


class ErasureScope(NamedTuple):
    """Which posts an admin may delete.

    Attributes:
        workspace: The labels of the posts of the workspace: those of others are not its to delete.
        seen: Those that the admin may see: a source or post that they may not know of is none to
            them. What a person wrote goes wherever it stands, for that is the person's right.
    """

    workspace: frozenset[str]
    seen: frozenset[str]


@dataclass(frozen=True, slots=True)
class ErasureResult:
    """What was removed.

    Attributes:
        ids: The posts.
        outdated: How many answers still show something of it; they are corrected meanwhile.
    """

    ids: Sequence[str]
    outdated: int


@dataclass(frozen=True, slots=True)
class ErasureOffer:
    """What a request selects, and what confirms it.

    Attributes:
        request: The request.
        selection: The posts.
        mark: Names the offer in the button that confirms it; "" where nothing can be confirmed.
    """

    request: ErasureRequest
    selection: ErasureSelection
    mark: str = ""


async def offer_erasure(
    services: Services, request: ErasureRequest, scope: ErasureScope
) -> ErasureOffer:
    """Return what a request selects; it is noted where it can be confirmed.

    Args:
        services: What chats stand on.
        request: The request.
        scope: Which posts the admin may delete.
    """
    selection = await select_posts(services, request, scope)
    if selection.candidates or not (selection.ids or selection.titles):
        return ErasureOffer(request, selection)
    mark = uuid4().hex[:12]
    services.ledger.note(_note(mark), json.dumps(astuple(request)))
    return ErasureOffer(request, selection, mark)


def take_request(services: Services, mark: str) -> ErasureRequest:
    """Return the request of an offer, once; an empty one where the offer was used."""
    noted = services.ledger.noted(_note(mark))
    services.ledger.forget_note(_note(mark))  # it may name a person
    return ErasureRequest(*json.loads(noted)) if noted else ErasureRequest()


async def confirm_erasure(
    services: Services, mark: str, request: ErasureRequest, scope: ErasureScope
) -> ErasureOffer | ErasureResult:
    """Delete what a request selects by now, and return how much that was.

    Where several people have the name since, nobody is meant: that is returned instead.

    Raises:
        UnavailableError: Nothing is selected now, and the offer stands again; or it is deleted,
            but still in the files: to be done again.
    """
    try:
        selection = await select_posts(services, request, scope)
    except UnavailableError:
        services.ledger.note(_note(mark), json.dumps(astuple(request)))
        raise
    if selection.candidates:
        return ErasureOffer(request, selection)
    return await erase_posts(services, selection, for_good=not request.source)


async def select_posts(
    services: Services, request: ErasureRequest, scope: ErasureScope
) -> ErasureSelection:
    """Return the posts that a request means, of those that the admin may delete."""
    if person := request.account or request.person:
        return await select_posts_of_person(services, person, scope.workspace)
    audience = scope.workspace & scope.seen
    source, post, library = request.source or None, request.post or None, services.library
    ids = await library.ids(source=source, post=post, audience=audience)
    if post and request.apart and not ids:
        ids = await library.ids(post=kept_apart(post, request.apart), audience=audience)
    return ErasureSelection(ids)


async def count_own(services: Services, account: str) -> int:
    """Return how many posts of an account are stored."""
    return len(await services.library.ids(author_id=account))


async def select_posts_of_person(
    services: Services, person: str, audience: frozenset[str]
) -> ErasureSelection:
    """Return what somebody wrote for these readers.

    Args:
        services: What chats stand on.
        person: Their name, or their account.
        audience: The labels of the posts that may be meant.
    """
    return await services.library.select_posts_of_person(person, audience)


async def erase_posts(
    services: Services, selection: ErasureSelection, *, for_good: bool
) -> ErasureResult:
    """Remove posts, and the words of whoever asked for it from the ledger's bytes.

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
    return ErasureResult(ids, services.corrections.outdated(ids))


async def erase_person(services: Services, person: Asker) -> ErasureResult:
    """Remove what somebody wrote and asked, and never stores anything of theirs again.

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
        services.ledger.offers.forget_asker(person.account)
        services.ledger.conversations.forget_asker(person.account)
        PinnedAnswers(services.ledger).forget_account(person.account)
        await _leave_nothing(services)
    return ErasureResult(ids, services.corrections.outdated(ids))


def _note(mark: str) -> str:
    return f"forget:{mark}"


async def _leave_nothing(services: Services) -> None:
    try:
        await asyncio.to_thread(services.ledger.database.compact)
    finally:
        services.corrections.look_soon()
