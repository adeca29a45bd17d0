"""Takes what bolt hands over, acknowledges it, and passes it on to who deals with it."""

from __future__ import annotations

import logging
import re
from contextlib import suppress
from typing import TYPE_CHECKING, Final, TypeVar

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from adapters.faults import sentence
from adapters.slack.arrivals import form_of, press_of, typed_of
from adapters.slack.authorizing import Authorizing
from adapters.slack.layout import notice
from adapters.slack.replying import reply
from adapters.slack.translate import Spot
from bot.errors import DeliveryError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine, Mapping

    from slack_bolt.async_app import AsyncAck
    from slack_bolt.context.async_context import AsyncBoltContext

    from adapters.slack.arrivals import Form, Payload, Press, Typed
    from adapters.slack.office import Office
    from adapters.wording import Wording

    Listener = Callable[[Payload, str], Coroutine[None, None, None]]
    Presses = Mapping[str, Callable[[Press, Wording], Awaitable[None]]]
    Forms = Mapping[str, Callable[[Form, Wording], Awaitable[None]]]
    Commands = Mapping[str, Callable[[Typed, Wording], Awaitable[None]]]

_ANY: Final = re.compile(".*")

Arrived = TypeVar("Arrived", "Press", "Typed")


class Listening:
    """Everything that may arrive, and who deals with it.

    Args:
        office: What it stands on.
        events: Who deals with events, by their type; each is told once.
        commands: Who deals with typed commands.
        presses: Who deals with buttons and shortcuts, by what stands before a colon in their name.
        forms: Who deals with forms that are sent.
    """

    def __init__(
        self,
        office: Office,
        events: Mapping[str, Listener],
        commands: Commands,
        presses: Presses,
        forms: Forms,
    ) -> None:
        self._office = office
        self._events = events
        self._commands = commands
        self._presses = presses
        self._forms = forms

    def app(self) -> AsyncApp:
        """Returns bolt, with all listeners."""
        settings = self._office.settings
        # Bolt warns of the variables that it reads itself, and would log what people say.
        logger = logging.getLogger("slack_bolt.pullquote")
        logger.setLevel(logging.ERROR)
        app = AsyncApp(
            logger=logger,
            name="pullquote",
            client=AsyncWebClient(base_url=settings.api_url),
            signing_secret=settings.http.signing_secret if settings.http else "",
            authorize=Authorizing(self._office.workspaces),  # type: ignore[arg-type]
        )
        app.event(_ANY)(self._event)
        app.command(_ANY)(self._command)
        app.action(_ANY)(self._press)
        app.shortcut(_ANY)(self._press)
        app.view(_ANY)(self._form)
        return app

    async def _event(self, body: Payload, context: AsyncBoltContext) -> None:
        listener = self._events.get(body["event"].get("type", ""))
        # Slack repeats what it believes was not heard.
        if listener is not None and self._is_first(f"event/{body.get('event_id')}"):
            self._office.work.begin(listener(body["event"], _team(context)))

    async def _command(self, ack: AsyncAck, body: Payload, context: AsyncBoltContext) -> None:
        await ack()
        typed = typed_of(body, _team(context))
        work = self._commands.get(typed.command)
        if work is not None and self._is_first(f"trigger/{typed.trigger}"):
            self._office.work.begin(self._reply(typed, work))

    async def _press(self, ack: AsyncAck, body: Payload, context: AsyncBoltContext) -> None:
        await ack()
        press = press_of(body, _team(context))
        work = self._presses.get(press.action.partition(":")[0])
        if work is not None and self._is_first(f"trigger/{press.trigger}"):
            self._office.work.begin(self._reply(press, work))

    async def _form(self, ack: AsyncAck, body: Payload, context: AsyncBoltContext) -> None:
        await ack()
        name = body["view"].get("callback_id", "")
        sent = form_of(body, _team(context))
        if name in self._forms and self._is_first(f"form/{sent.id}"):
            self._office.work.begin(self._take(sent, self._forms[name]))

    async def _reply(
        self, arrived: Arrived, work: Callable[[Arrived, Wording], Awaitable[None]]
    ) -> None:
        """Does what was asked for, and says so where that fails."""
        office = self._office
        wording = office.wording(await office.asker(arrived.team, arrived.user))
        try:
            await work(arrived, wording)
        except Exception as error:  # noqa: BLE001 - who pressed or typed must get a reply
            with suppress(DeliveryError):
                await reply(office, arrived, notice(sentence(error, wording)))

    async def _take(self, sent: Form, work: Callable[[Form, Wording], Awaitable[None]]) -> None:
        """Does what a form says, and tells its sender where that fails."""
        office = self._office
        wording = office.wording(await office.asker(sent.team, sent.user))
        try:
            await work(sent, wording)
        except Exception as error:  # noqa: BLE001 - who sent it must get a reply
            with suppress(DeliveryError):
                spot = Spot(sent.team, await office.sender.direct(sent.team, sent.user))
                said = notice(sentence(error, wording))
                await office.sender.post(spot, said, f"form/{sent.id}")

    def _is_first(self, what: str) -> bool:
        deliveries = self._office.room.ledger.deliveries
        is_first = deliveries.claim(f"slack:{what}")
        deliveries.finish(f"slack:{what}")
        return is_first


def _team(context: AsyncBoltContext) -> str:
    """Returns the workspace of ours that something is for, whoever it comes from."""
    result = context.authorize_result
    return (result.team_id if result else None) or ""
