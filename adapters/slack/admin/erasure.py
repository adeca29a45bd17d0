"""Removes posts, after saying how much that is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from adapters.chat.lines.erasure import corrected_line, erased_lines, erasure_line
from adapters.markup.links import slack_message
from adapters.markup.slack import escaped, link_target, named_ids, readable
from adapters.slack.access.directory import asker_of
from adapters.slack.ids import PLATFORM, account_id, channel_label, post_id
from adapters.slack.private_replies import reply, show_instead
from adapters.slack.rendering.blocks import Outgoing, button, notice
from bot.admin.erasure import (
    ErasureRequest,
    ErasureResult,
    ErasureScope,
    confirm_erasure,
    count_own,
    erase_person,
    offer_erasure,
    take_request,
)
from bot.admin.watched_names import own_id
from bot.posts.chat_import_sources import kept_apart_by
from bot.text import Count

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from adapters.chat.wording import Wording
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Action, SlashCommand
    from bot.admin.erasure import ErasureOffer


_REQUEST: Final = re.compile(r"(person|from|source|in|post)[: ]\s*(.+)", re.IGNORECASE | re.DOTALL)


class ErasureCommands:
    """Offers to remove posts, and removes them when that is confirmed."""

    def __init__(self, context: SlackContext) -> None:
        self._context = context
        self.buttons: Mapping[str, Callable[[Action, Wording], Awaitable[None]]] = {
            "forget": self._erase,
            "forget_me": self._erase_own,
        }

    async def offer(self, command: SlashCommand, text: str, wording: Wording) -> None:
        """Say how many posts of a workspace a request means, and ask for a confirmation."""
        context = self._context
        own = await context.audiences.of_person(command.team, command.user)
        names = await context.directory.names(command.team, named_ids(text), own)
        request = parse_erasure_request(text, command.team, names)
        if request is None:
            await reply(context, command, notice(wording.forget_what))
            return
        scope = await self._scope(command.team, command.user)
        offer = await offer_erasure(context.services, request, scope)
        if offer.selection.candidates:
            await reply(context, command, _which(offer, wording))
            return
        said = erasure_line(offer, wording, request.name, _mention)
        sure = [button(wording.forget, "forget", offer.mark, "danger")] if offer.mark else []
        await reply(context, command, notice(said, buttons=sure))

    async def offer_own(self, command: SlashCommand, wording: Wording) -> None:
        """Say how much of the asker's own is stored, and ask for a confirmation."""
        account = f"slack:{command.team}/{command.user}"
        count = await count_own(self._context.services, account)
        said = wording.forget_me_confirm.format(count=Count(count))
        sure = button(wording.forget, "forget_me", command.user, "danger")
        await reply(self._context, command, notice(said, buttons=[sure]))

    async def _erase(self, action: Action, wording: Wording) -> None:
        context = self._context
        person = await context.directory.person(action.team, action.user)
        if not context.may_manage(person):
            await reply(context, action, notice(wording.admins_only))
            return
        request = take_request(context.services, action.value)
        scope = await self._scope(action.team, action.user)
        done = await confirm_erasure(context.services, action.value, request, scope)
        if isinstance(done, ErasureResult):
            said = notice(*erased_lines(wording.forgotten, done, wording))
        else:
            said = _which(done, wording)
        await show_instead(context, action, said)
        if isinstance(done, ErasureResult):
            self._tell_end(action, done, wording)

    async def _erase_own(self, action: Action, wording: Wording) -> None:
        context = self._context
        asker = asker_of(await context.directory.person(action.team, action.user), action.team)
        done = await erase_person(context.services, asker)
        said = erased_lines(wording.forgotten_me, done, wording)
        await show_instead(context, action, notice(*said))
        self._tell_end(action, done, wording)

    async def _scope(self, team: str, user: str) -> ErasureScope:
        context, account = self._context, account_id(team, user)
        watched = context.services.ledger.channels.watched(PLATFORM, team)
        # We may have been taken out of a channel since: who had it watched knows of it.
        theirs = {channel_label(own_id(each)) for each in watched if each.watched_by == account}
        seen = await context.audiences.of_person(team, user)
        return ErasureScope(await context.own_labels(team), seen | theirs)

    def _tell_end(self, action: Action, done: ErasureResult, wording: Wording) -> None:
        """Have the end of the corrections told, where any are to be made."""
        if not done.outdated:
            return

        async def tell(left: int) -> None:
            await reply(self._context, action, notice(corrected_line(left, wording)))

        self._context.services.corrections.tell_when_corrected(done.ids, tell)


def _which(offer: ErasureOffer, wording: Wording) -> Outgoing:
    """Return the question which of several people of one name is meant."""
    text = erasure_line(offer, wording, escaped(offer.request.name), _mention)
    return Outgoing(text, ({"type": "section", "text": {"type": "mrkdwn", "text": text}},))


def _mention(account: str) -> str:
    return re.sub(r"^slack:\w+/(\w+)$", r"<@\1>", account)


def parse_erasure_request(text: str, team: str, names: Mapping[str, str]) -> ErasureRequest | None:
    """Return what is to be forgotten: `@ada`, `person NAME`, `source NAME`, a link or an id."""
    said = text.strip()
    place = slack_message(link_target(said.partition(" ")[2] if said[:5] == "post " else said))
    if place:
        return ErasureRequest(post=post_id(team, *place), name=link_target(said))
    account = re.fullmatch(r"(?:person |from:?\s*)?<@([A-Z0-9]+)(?:\|[^>]*)?>", said)
    if account:
        name = names.get(account[1], account[1])
        return ErasureRequest(account=f"slack:{team}/{account[1]}", name=name)
    words = _REQUEST.fullmatch(said)
    if not words:
        return None
    kind, name = words[1].lower(), readable(words[2], names).strip().strip('"').strip()
    if kind in {"person", "from"}:
        return ErasureRequest(person=name, name=name)
    return (
        ErasureRequest(source=name, name=name)
        if kind in {"source", "in"}
        else ErasureRequest(post=name, name=name, apart=kept_apart_by(PLATFORM, team))
    )
