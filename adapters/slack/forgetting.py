"""Removes posts for good, after saying how much that is."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from adapters.reports import forgotten_lines
from adapters.slack.layout import button, notice
from adapters.slack.markup import escaped, link_target, named_ids, readable
from adapters.slack.posts import post_id
from adapters.slack.replying import reply, show_instead
from adapters.slack.sending import Outgoing
from adapters.slack.translate import asker_of
from bot.forgetting import Meant, forget_person, forget_posts, posts_of_person

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from adapters.slack.arrivals import Press, Typed
    from adapters.slack.office import Office
    from adapters.wording import Wording

_LINK: Final = re.compile(r"https?://[^/\s]+/archives/([A-Z0-9]+)/p(\d+)(\d{6})(?:\?\S*)?")
_WISH: Final = re.compile(r"(person|from|source|in|post)[: ]\s*(.+)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Wish:
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


class Forgetting:
    """Offers to remove posts, and removes them when that is confirmed."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self.buttons: Mapping[str, Callable[[Press, Wording], Awaitable[None]]] = {
            "forget": self._forget,
            "forget_me": self._forget_me,
        }

    async def offer(self, typed: Typed, text: str, wording: Wording) -> None:
        """Says how many posts of a workspace a wish means, and asks for a confirmation."""
        office = self._office
        names = await office.people.names(typed.team, named_ids(text))
        wish = wish_in(text, typed.team, names)
        if wish is None:
            await reply(office, typed, notice(wording.forget_what))
            return
        meant = await self._meant(typed.team, wish)
        if meant.bearers:
            await reply(office, typed, _which(wish, meant, wording))
            return
        if not (meant.ids or meant.titles):
            await reply(office, typed, notice(wording.forget_nothing.format(what=wish.name)))
            return
        said = wording.forget_confirm.format(count=f"{len(meant.ids):,}", what=wish.name)
        mark = uuid4().hex[:12]
        wished = [wish.person, wish.source, wish.post, wish.account, wish.name]
        office.room.ledger.note(f"forget:{mark}", json.dumps(wished))
        sure = button(wording.forget, "forget", mark, "danger")
        await reply(office, typed, notice(said, buttons=[sure]))

    async def offer_own(self, typed: Typed, wording: Wording) -> None:
        """Says how much of the asker's own is stored, and asks for a confirmation."""
        ids = await self._own(typed.team, typed.user)
        said = wording.forget_me_confirm.format(count=f"{len(ids):,}")
        sure = button(wording.forget, "forget_me", typed.user, "danger")
        await reply(self._office, typed, notice(said, buttons=[sure]))

    async def _forget(self, press: Press, wording: Wording) -> None:
        office = self._office
        person = await office.people.person(press.team, press.user)
        if not office.may_manage(person):
            await reply(office, press, notice(wording.admins_only))
            return
        noted = office.room.ledger.noted(f"forget:{press.value}")
        office.room.ledger.forget_note(f"forget:{press.value}")
        wish = Wish(*json.loads(noted)) if noted else Wish()
        meant = await self._meant(press.team, wish)
        if meant.bearers:  # another has come by that name since
            await show_instead(office, press, _which(wish, meant, wording))
            return
        done = await forget_posts(office.room, meant, for_good=not wish.source)
        said = forgotten_lines(wording.forgotten, done, wording)
        await show_instead(office, press, notice(*said))

    async def _forget_me(self, press: Press, wording: Wording) -> None:
        office = self._office
        asker = asker_of(await office.people.person(press.team, press.user), press.team)
        done = await forget_person(office.room, asker)
        said = forgotten_lines(wording.forgotten_me, done, wording)
        await show_instead(office, press, notice(*said))

    async def _own(self, team: str, user: str) -> list[str]:
        return await self._office.room.library.ids(author_id=f"slack:{team}/{user}")

    async def _meant(self, team: str, wish: Wish) -> Meant:
        """Returns the posts meant, of this workspace: those of others are not its to forget."""
        room, labels = self._office.room, await self._office.own_labels(team)
        if person := wish.account or wish.person:
            return await posts_of_person(room, person, labels)
        return Meant(
            await room.library.ids(
                source=wish.source or None, post=wish.post or None, audience=labels
            )
        )


def _which(wish: Wish, meant: Meant, wording: Wording) -> Outgoing:
    """Returns the question which of several people of one name is meant."""
    shown = {each: re.sub(r"^slack:\w+/(\w+)$", r"<@\1>", each) for each in meant.bearers}
    accounts = [f"{shown[each]} ({count:,})" for each, count in meant.bearers.items()]
    text = wording.forget_which.format(name=escaped(wish.name), accounts=", ".join(accounts))
    return Outgoing(text, ({"type": "section", "text": {"type": "mrkdwn", "text": text}},))


def wish_in(text: str, team: str, names: Mapping[str, str]) -> Wish | None:
    """Returns what is to be forgotten: `@ada`, `person NAME`, `source NAME`, a link or an id."""
    said = text.strip()
    match = _LINK.fullmatch(link_target(said.partition(" ")[2] if said[:5] == "post " else said))
    if match:
        channel, seconds, rest = match.groups()
        return Wish(post=post_id(team, channel, f"{seconds}.{rest}"), name=link_target(said))
    account = re.fullmatch(r"(?:person |from:?\s*)?<@([A-Z0-9]+)(?:\|[^>]*)?>", said)
    if account:
        name = names.get(account[1], account[1])
        return Wish(account=f"slack:{team}/{account[1]}", name=name)
    words = _WISH.fullmatch(said)
    if not words:
        return None
    kind, name = words[1].lower(), readable(words[2], names).strip().strip('"').strip()
    if kind in {"person", "from"}:
        return Wish(person=name, name=name)
    return Wish(source=name, name=name) if kind in {"source", "in"} else Wish(post=name, name=name)
