"""`/posts`: for who looks after the stored posts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from slack_sdk.errors import SlackApiError

from adapters.reports import status_lines
from adapters.slack.arrivals import Typed
from adapters.slack.audience import team_label
from adapters.slack.layout import notice, stamp, told
from adapters.slack.posts import team_and_channel
from adapters.slack.replying import reply
from adapters.slack.sending import Outgoing
from adapters.slack.web import problem_of
from bot.ledger.work import new_job
from bot.plain import one_line
from index.clock import utc_now

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from adapters.slack.arrivals import Press
    from adapters.slack.forgetting import Forgetting
    from adapters.slack.importing import Importing
    from adapters.slack.office import Office
    from adapters.slack.people import Place
    from adapters.slack.unanswered import Unanswered
    from adapters.slack.watching import Watching
    from adapters.slack.working import Working
    from adapters.wording import Wording
    from bot.ledger.work import Job, Kind

    Handler = Callable[[Typed, str, Wording], Awaitable[None]]

_CHANNEL: Final = re.compile(r"<#([A-Z0-9]+)(?:\|[^>]*)?>|([CG][A-Z0-9]{6,})")


class Managing:
    """What workspace admins, and those named in the settings, can do."""

    def __init__(
        self,
        office: Office,
        working: Working,
        watching: Watching,
        *,
        importing: Importing,
        forgetting: Forgetting,
        unanswered: Unanswered,
    ) -> None:
        self._office = office
        self._working = working
        self._watching = watching
        self._importing = importing
        self._forgetting = forgetting
        self._unanswered = unanswered
        self._verbs: Mapping[str, Handler] = {
            "watch": self._watch,
            "unwatch": self._unwatch,
            "import": self._import,
            "reindex": self._reindex,
            "status": self._status,
            "unanswered": self._list,
            "forget": self._forget,
        }
        self.buttons: Mapping[str, Callable[[Press, Wording], Awaitable[None]]] = {
            "posts": self._pressed
        }

    async def posts(self, typed: Typed, wording: Wording) -> None:
        """Does what `/posts` is followed by."""
        person = await self._office.people.person(typed.team, typed.user)
        if not self._office.may_manage(person):
            await reply(self._office, typed, notice(wording.admins_only))
            return
        verb, _, rest = typed.text.partition(" ")
        handler = self._verbs.get(verb.lower())
        if handler is None:
            lines = [f"/posts {each} – {wording.commands[f'posts.{each}']}" for each in self._verbs]
            await reply(self._office, typed, notice(wording.commands["posts"], *lines))
        else:
            await handler(typed, rest.strip(), wording)

    async def status(self, team: str, user: str, wording: Wording) -> list[str]:
        """Returns what is stored that somebody may see, and how far channels were read."""
        office = self._office
        census = await office.room.library.census(await office.audiences.of_person(team, user))
        channels = [
            each
            for each in office.room.ledger.channels.watched("slack", team)
            if await office.sees(team, user, team_and_channel(each.id)[1])
        ]
        return status_lines(census, channels, wording, stamp, one_line)

    async def _pressed(self, press: Press, wording: Wording) -> None:
        """Does what a button of administration says, as if it had been typed."""
        await self.posts(typed_by(press), wording)

    async def _watch(self, typed: Typed, rest: str, wording: Wording) -> None:
        office = self._office
        place = await self._channel(typed, rest)
        if place is None or not await self._can_read(typed, place):
            name = f"#{place.name}" if place else rest or "–"
            await reply(office, typed, notice(wording.cannot_read.format(channel=name)))
            return
        id_ = self._watching.begin(typed.team, place)
        said = wording.watching.format(channel=f"#{place.name}")
        await reply(office, typed, notice(said))
        await self._work(typed, self._job(typed, "watch", id_, wording), wording)

    async def _unwatch(self, typed: Typed, rest: str, wording: Wording) -> None:
        place = await self._channel(typed, rest)
        name = f"#{place.name}" if place else rest or "–"
        was_watched = place is not None and self._watching.end(typed.team, place.id)
        line = wording.unwatched if was_watched else wording.not_watched
        await reply(self._office, typed, notice(line.format(channel=name)))

    async def _import(self, typed: Typed, rest: str, wording: Wording) -> None:
        del rest  # the form asks for everything
        await self._importing.ask(typed, wording)

    async def _reindex(self, typed: Typed, rest: str, wording: Wording) -> None:
        del rest
        await self._work(typed, self._job(typed, "reindex", "posts", wording), wording)

    async def _status(self, typed: Typed, rest: str, wording: Wording) -> None:
        del rest
        lines = await self.status(typed.team, typed.user, wording)
        await reply(self._office, typed, told(lines))

    async def _list(self, typed: Typed, rest: str, wording: Wording) -> None:
        del rest
        blocks = await self._unanswered.blocks(typed.team, typed.user, wording)
        await reply(self._office, typed, Outgoing(wording.unanswered, tuple(blocks)))

    async def _forget(self, typed: Typed, rest: str, wording: Wording) -> None:
        await self._forgetting.offer(typed, rest, wording)

    async def _work(self, typed: Typed, job: Job, wording: Wording) -> None:
        said = await self._working.begin(job, typed.user, wording)
        await reply(self._office, typed, notice(said))

    async def _channel(self, typed: Typed, rest: str) -> Place | None:
        """Returns the channel that was named, or the one the command was typed in."""
        match = _CHANNEL.fullmatch(rest)
        channel = (match[1] or match[2]) if match else "" if rest else typed.channel
        if not channel or channel.startswith("D"):
            return None
        self._office.people.forget(typed.team, channel)
        return await self._office.people.place(typed.team, channel)

    async def _can_read(self, typed: Typed, place: Place) -> bool:
        """Says whether we read a channel, joining it if need be, and whoever asks does too."""
        if not await self._office.sees(typed.team, typed.user, place.id):
            return False
        if place.is_joined:
            return True
        client = (await self._office.workspaces.of(typed.team)).client
        try:
            await client.conversations_join(channel=place.id)
        except SlackApiError as error:
            if problem_of(error):
                return False
            raise
        self._office.people.forget(typed.team, place.id)
        return True

    def _job(self, typed: Typed, kind: Kind, subject: str, wording: Wording) -> Job:
        return new_job(
            "slack", kind, subject,
            room=typed.team, audience=team_label(typed.team), locale=wording.language,
            started_at=utc_now(),
        )  # fmt: skip


def typed_by(press: Press) -> Typed:
    """Returns a button of administration as the command that it stands for."""
    return Typed(
        press.team, press.user, press.channel, "", press.value, press.response_url, press.trigger
    )
