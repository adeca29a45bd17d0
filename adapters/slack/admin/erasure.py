"""Removes posts for good, after saying how much that is."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from adapters.chat.reports import erased_lines
from adapters.slack.access.directory import asker_of
from adapters.slack.ids import post_id
from adapters.slack.rendering.blocks import Outgoing, button, notice
from adapters.slack.rendering.markup import escaped, link_target, named_ids, readable
from adapters.slack.replies import reply, show_instead
from bot.admin.erasure import erase_person, erase_posts, select_posts_of_person
from index.ingest.erasure import ErasureSelection

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from adapters.chat.wording import Wording
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Action, SlashCommand


_LINK: Final = re.compile(r"https?://[^/\s]+/archives/([A-Z0-9]+)/p(\d+)(\d{6})(?:\?\S*)?")
_WISH: Final = re.compile(r"(person|from|source|in|post)[: ]\s*(.+)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class ErasureRequest:
    """What is to be forgotten: one of them is given.

    Attributes:
        person: A name.
        source: The name of a source.
        post: The id of a post.
        account: Somebody's account.
        name: What people call it.
    """

    person: str = ""
    source: str = ""
    post: str = ""
    account: str = ""
    name: str = ""


class ErasureCommands:
    """Offers to remove posts, and removes them when that is confirmed."""

    def __init__(self, context: SlackContext) -> None:
        self._context = context
        self.buttons: Mapping[str, Callable[[Action, Wording], Awaitable[None]]] = {
            "forget": self._erase,
            "forget_me": self._erase_own,
        }

    async def offer(self, command: SlashCommand, text: str, wording: Wording) -> None:
        """Says how many posts of a workspace a wish means, and asks for a confirmation."""
        context = self._context
        names = await context.directory.names(command.team, named_ids(text))
        request = parse_erasure_request(text, command.team, names)
        if request is None:
            await reply(context, command, notice(wording.forget_what))
            return
        selection = await self._selection(command.team, request)
        if selection.candidates:
            await reply(context, command, _which(request, selection, wording))
            return
        if not (selection.ids or selection.titles):
            await reply(context, command, notice(wording.forget_nothing.format(what=request.name)))
            return
        said = wording.forget_confirm.format(count=f"{len(selection.ids):,}", what=request.name)
        mark = uuid4().hex[:12]
        wished = [request.person, request.source, request.post, request.account, request.name]
        context.services.ledger.note(f"forget:{mark}", json.dumps(wished))
        sure = button(wording.forget, "forget", mark, "danger")
        await reply(context, command, notice(said, buttons=[sure]))

    async def offer_own(self, command: SlashCommand, wording: Wording) -> None:
        """Says how much of the asker's own is stored, and asks for a confirmation."""
        ids = await self._own(command.team, command.user)
        said = wording.forget_me_confirm.format(count=f"{len(ids):,}")
        sure = button(wording.forget, "forget_me", command.user, "danger")
        await reply(self._context, command, notice(said, buttons=[sure]))

    async def _erase(self, action: Action, wording: Wording) -> None:
        context = self._context
        person = await context.directory.person(action.team, action.user)
        if not context.may_manage(person):
            await reply(context, action, notice(wording.admins_only))
            return
        noted = context.services.ledger.noted(f"forget:{action.value}")
        context.services.ledger.forget_note(f"forget:{action.value}")
        request = ErasureRequest(*json.loads(noted)) if noted else ErasureRequest()
        selection = await self._selection(action.team, request)
        if selection.candidates:  # another has come by that name since
            await show_instead(context, action, _which(request, selection, wording))
            return
        done = await erase_posts(context.services, selection, for_good=not request.source)
        said = erased_lines(wording.forgotten, done, wording)
        await show_instead(context, action, notice(*said))

    async def _erase_own(self, action: Action, wording: Wording) -> None:
        context = self._context
        asker = asker_of(await context.directory.person(action.team, action.user), action.team)
        done = await erase_person(context.services, asker)
        said = erased_lines(wording.forgotten_me, done, wording)
        await show_instead(context, action, notice(*said))

    async def _own(self, team: str, user: str) -> list[str]:
        return await self._context.services.library.ids(author_id=f"slack:{team}/{user}")

    async def _selection(self, team: str, request: ErasureRequest) -> ErasureSelection:
        """Returns the posts meant, of this workspace: those of others are not its to forget."""
        services, labels = self._context.services, await self._context.own_labels(team)
        if person := request.account or request.person:
            return await select_posts_of_person(services, person, labels)
        return ErasureSelection(
            await services.library.ids(
                source=request.source or None, post=request.post or None, audience=labels
            )
        )


def _which(request: ErasureRequest, selection: ErasureSelection, wording: Wording) -> Outgoing:
    """Returns the question which of several people of one name is meant."""
    shown = {each: re.sub(r"^slack:\w+/(\w+)$", r"<@\1>", each) for each in selection.candidates}
    accounts = [f"{shown[each]} ({count:,})" for each, count in selection.candidates.items()]
    text = wording.forget_which.format(name=escaped(request.name), accounts=", ".join(accounts))
    return Outgoing(text, ({"type": "section", "text": {"type": "mrkdwn", "text": text}},))


def parse_erasure_request(text: str, team: str, names: Mapping[str, str]) -> ErasureRequest | None:
    """Returns what is to be forgotten: `@ada`, `person NAME`, `source NAME`, a link or an id."""
    said = text.strip()
    match = _LINK.fullmatch(link_target(said.partition(" ")[2] if said[:5] == "post " else said))
    if match:
        channel, seconds, rest = match.groups()
        return ErasureRequest(
            post=post_id(team, channel, f"{seconds}.{rest}"), name=link_target(said)
        )
    account = re.fullmatch(r"(?:person |from:?\s*)?<@([A-Z0-9]+)(?:\|[^>]*)?>", said)
    if account:
        name = names.get(account[1], account[1])
        return ErasureRequest(account=f"slack:{team}/{account[1]}", name=name)
    words = _WISH.fullmatch(said)
    if not words:
        return None
    kind, name = words[1].lower(), readable(words[2], names).strip().strip('"').strip()
    if kind in {"person", "from"}:
        return ErasureRequest(person=name, name=name)
    return (
        ErasureRequest(source=name, name=name)
        if kind in {"source", "in"}
        else ErasureRequest(post=name, name=name)
    )
