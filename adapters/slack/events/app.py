"""Takes what bolt hands over, acknowledges it, and passes it on to who deals with it."""

from __future__ import annotations

import asyncio
import logging
import re
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from adapters.chat.error_text import sentence
from adapters.markup.slack_blocks import object_of, text_of
from adapters.slack.api.authorize import Authorize, name_workspace
from adapters.slack.ids import Spot
from adapters.slack.payloads import parse_action, parse_slash_command, parse_view_submission
from adapters.slack.private_replies import reply
from adapters.slack.rendering.blocks import notice
from bot.errors import DeliveryError
from index.crashes import crashes_as_errors

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine, Mapping

    from slack_bolt.async_app import AsyncAck
    from slack_bolt.context.async_context import AsyncBoltContext

    from adapters.chat.wording import Wording
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Action, Payload, SlashCommand, ViewSubmission

    Listener = Callable[[Payload, str], Coroutine[None, None, None]]
    Presses = Mapping[str, Callable[[Action, Wording], Awaitable[None]]]
    Forms = Mapping[str, Callable[[ViewSubmission, Wording], Awaitable[None]]]
    Checks = Mapping[str, Callable[[ViewSubmission, Wording], Awaitable[Mapping[str, str]]]]
    Commands = Mapping[str, Callable[[SlashCommand, Wording], Awaitable[None]]]

CHECKED_SECONDS: Final = 2.0
"""Slack waits three for a form to be taken: one that is not looked through by then is taken."""

_ANY: Final = re.compile(".*")

Arrived = TypeVar("Arrived", "Action", "SlashCommand")


class BoltApp:
    """Everything that may arrive, and who deals with it.

    Args:
        context: What it stands on.
        events: Who deals with events, by their type; each is told once.
        commands: Who deals with typed commands.
        presses: Who deals with buttons and shortcuts, by what stands before a colon in their name.
        forms: Who deals with forms that are sent.
        checks: Who tells of them what is wrong, by field, so that they stay open as they are.
    """

    def __init__(
        self,
        context: SlackContext,
        events: Mapping[str, Listener],
        commands: Commands,
        presses: Presses,
        forms: Forms,
        *,
        checks: Checks,
    ) -> None:
        self._context = context
        self._events = events
        self._commands = commands
        self._presses = presses
        self._forms = forms
        self._checks = checks

    def app(self) -> AsyncApp:
        """Return bolt, with all listeners."""
        settings = self._context.settings
        # Bolt warns of the variables that it reads itself, and would log what people say.
        logger = logging.getLogger("slack_bolt.pullquote")
        logger.setLevel(logging.ERROR)
        app = AsyncApp(
            logger=logger,
            name="pullquote",
            client=AsyncWebClient(base_url=settings.api_url),
            signing_secret=settings.http.signing_secret if settings.http else "",
            before_authorize=name_workspace,
            authorize=Authorize(self._context.workspaces),  # type: ignore[arg-type]
        )
        app.event(_ANY)(self._event)
        app.command(_ANY)(self._command)
        app.action(_ANY)(self._press)
        app.shortcut(_ANY)(self._press)
        app.view(_ANY)(self._form)
        return app

    async def _event(self, body: Payload, context: AsyncBoltContext) -> None:
        event: Payload = dict(object_of(body.get("event")))
        listener = self._events.get(text_of(event.get("type")))
        # Slack repeats what it believes was not heard.
        if listener is not None and self._is_first(f"event/{body.get('event_id')}"):
            away, hear = self._context.services.away, partial(listener, event, _team(context))
            self._context.tasks.begin(away.done(hear))

    async def _command(self, ack: AsyncAck, body: Payload, context: AsyncBoltContext) -> None:
        await ack()
        command = parse_slash_command(body, _team(context))
        work = self._commands.get(command.command) if command.user else None
        if work is not None and self._is_first(f"trigger/{command.trigger}"):
            self._context.tasks.begin(self._reply(command, work))

    async def _press(self, ack: AsyncAck, body: Payload, context: AsyncBoltContext) -> None:
        await ack()
        action = parse_action(body, _team(context))
        work = self._presses.get(action.action.partition(":")[0]) if action.user else None
        if work is not None and self._is_first(f"trigger/{action.trigger}"):
            self._context.tasks.begin(self._reply(action, work))

    async def _form(self, ack: AsyncAck, body: Payload, context: AsyncBoltContext) -> None:
        name = text_of(object_of(body.get("view")).get("callback_id"))
        submission = parse_view_submission(body, _team(context))
        if errors := await self._errors(submission, name):
            await ack(response_action="errors", errors=dict(errors))
            return
        await ack()
        if name in self._forms and submission.user and self._is_first(f"form/{submission.id}"):
            self._context.tasks.begin(self._take(submission, self._forms[name]))

    async def _errors(self, submission: ViewSubmission, name: str) -> Mapping[str, str]:
        """Return what is wrong with a form, by field; nothing where that cannot be told."""
        check, context = self._checks.get(name), self._context
        if check is None:
            return {}
        with suppress(Exception):  # it is taken, and then says itself what is wrong
            async with asyncio.timeout(CHECKED_SECONDS):
                wording = context.wording(await context.asker(submission.team, submission.user))
                return await check(submission, wording)
        return {}

    async def _reply(
        self, arrived: Arrived, work: Callable[[Arrived, Wording], Awaitable[None]]
    ) -> None:
        """Do what was asked for, and say so where that fails."""
        context = self._context
        wording = context.wording(await context.asker(arrived.team, arrived.user))

        async def tell(error: Exception) -> None:
            await reply(context, arrived, notice(sentence(error, wording)))

        await self._done(lambda: work(arrived, wording), tell)

    async def _take(
        self, submission: ViewSubmission, work: Callable[[ViewSubmission, Wording], Awaitable[None]]
    ) -> None:
        """Do what a form says, and tell its sender where that fails."""
        context = self._context
        wording = context.wording(await context.asker(submission.team, submission.user))

        async def tell(error: Exception) -> None:
            direct = await context.sender.direct(submission.team, submission.user)
            said = notice(sentence(error, wording))
            await context.sender.post(Spot(submission.team, direct), said, f"form/{submission.id}")

        await self._done(lambda: work(submission, wording), tell)

    async def _done(
        self, work: Callable[[], Awaitable[None]], tell: Callable[[Exception], Awaitable[None]]
    ) -> None:
        """Do what a user asked for; tell them where it fails, or the database is away over it."""
        away = self._context.services.away
        try:
            with crashes_as_errors():
                away.must_be_there()
                await work()
        except asyncio.CancelledError:  # connections are given up while the server is away
            if absent := away.error():
                with suppress(DeliveryError):
                    await tell(absent)
            raise
        except Exception as error:  # noqa: BLE001 - who pressed, typed or sent it must get a reply
            with suppress(DeliveryError):
                await tell(error)

    def _is_first(self, what: str) -> bool:
        deliveries = self._context.services.ledger.deliveries
        is_first = deliveries.claim(f"slack:{what}")
        deliveries.finish(f"slack:{what}")
        return is_first


def _team(context: AsyncBoltContext) -> str:
    """Return the workspace of ours that something is for, whoever it comes from.

    What is for a whole organisation and names none of its workspaces is for the organisation.
    """
    result = context.authorize_result
    return (result.team_id or result.enterprise_id if result else None) or ""
