"""Interactions: what a person did, and all that the bot answered."""

from __future__ import annotations

import secrets
import time
from copy import deepcopy
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

from tests.fakes.discord.api.calls import Answer, Refusal, Request, Routes, invalid, unknown, wrong
from tests.fakes.discord.api.composing import compose, revise
from tests.fakes.discord.api.limits import check_choices, check_modal
from tests.fakes.discord.world.messages import EPHEMERAL, LOADING, Message

if TYPE_CHECKING:
    from tests.fakes.discord.api.events import Events
    from tests.fakes.discord.world.channels import Channel
    from tests.fakes.discord.world.guilds import User
    from tests.fakes.discord.world.snowflakes import Json
    from tests.fakes.discord.world.world import World


_FOLLOW_UPS_AS_GUEST = 5


class Asked(IntEnum):
    """What a person did."""

    COMMAND = 2
    COMPONENT = 3
    AUTOCOMPLETE = 4
    MODAL = 5


class Answered(IntEnum):
    """How the bot answered first."""

    MESSAGE = 4
    DEFERRED = 5
    DEFERRED_UPDATE = 6
    UPDATE = 7
    CHOICES = 8
    MODAL = 9


@dataclass(eq=False)
class Interaction:
    """One thing that a person did, and what came of it.

    Attributes:
        json: What the bot was told.
        pressed: The message whose component was used.
        answer: How the bot answered first; None as long as it did not.
        answer_json: The body of that first answer.
        original: The message that the answer made or changes.
        followups: The messages after that.
        edits: Every edit of the original message, as sent.
        expired: Set it, and the token is worth nothing any more.
    """

    id: int
    token: str
    kind: Asked
    user: User
    channel: Channel
    pressed: Message | None = None
    json: Json = field(default_factory=dict, repr=False)
    answer: Answered | None = None
    answer_json: Json = field(default_factory=dict, repr=False)
    original: Message | None = None
    followups: list[Message] = field(default_factory=list)
    edits: list[Json] = field(default_factory=list, repr=False)
    expired: bool = False
    began: float = field(default_factory=time.monotonic)

    @property
    def data(self) -> Json:
        """What the first answer carried."""
        return self.answer_json.get("data") or {}

    @property
    def ephemeral(self) -> bool:
        """Whether the first answer fixed that only the person sees the reply."""
        return bool((self.data.get("flags") or 0) & EPHEMERAL)

    @property
    def modal(self) -> Json | None:
        """The modal that was shown."""
        return self.data if self.answer is Answered.MODAL else None

    @property
    def choices(self) -> list[Json] | None:
        """The choices that were offered."""
        return self.data.get("choices") if self.answer is Answered.CHOICES else None

    @property
    def messages(self) -> list[Message]:
        """What the person can read of the reply now, oldest first."""
        written = [*([self.original] if self.original else []), *self.followups]
        return [each for each in written if each.readable and not each.loading]

    def metadata(self) -> Json:
        """Return what a message says of the interaction that it answers."""
        pressed: Json = {"interacted_message_id": str(self.pressed.id)} if self.pressed else {}
        if self.kind is Asked.MODAL:
            before = {"id": str(self.id), "type": int(Asked.COMMAND), "user": self.user.json()}
            pressed = {"triggering_interaction_metadata": before}
        return {
            "id": str(self.id),
            "type": int(self.kind),
            "user": self.user.json(),
            "authorizing_integration_owners": self.json["authorizing_integration_owners"],
            **pressed,
        }


class Interactions:
    """Serves the answers to interactions.

    Attributes:
        seconds: How long the bot may take for its first answer.
    """

    def __init__(self, world: World, events: Events) -> None:
        self.seconds = 3.0
        self.opened: list[Interaction] = []
        self._world = world
        self._events = events

    def open(
        self, kind: Asked, user: User, channel: Channel, pressed: Message | None = None
    ) -> Interaction:
        """Return a new interaction, of which the bot has yet to be told."""
        token = secrets.token_urlsafe(24)
        made = Interaction(self._world.snowflakes.make(), token, kind, user, channel, pressed)
        self.opened.append(made)
        return made

    def routes(self) -> Routes:
        """Return what is served."""
        hook = "/webhooks/{application}/{token}"
        message = hook + "/messages/{message}"
        return [
            ("POST", "/interactions/{interaction}/{token}/callback", self._answer),
            ("POST", hook, self._follow_up),
            ("GET", message, self._get),
            ("PATCH", message, self._edit),
            ("DELETE", message, self._delete),
        ]

    async def _answer(self, request: Request) -> Answer:
        found = self._find(request.parts["token"])
        late = found and not found.answer and time.monotonic() - found.began >= self.seconds
        if found is None or found.id != request.id("interaction") or found.expired or late:
            raise unknown(10062, "interaction")
        if found.answer:
            raise Refusal(400, 40060, "Interaction has already been acknowledged.")
        answer = Answered(request.json["type"])
        _check_fits(found, answer)
        await self._carry_out(found, answer, request)
        found.answer = answer
        found.answer_json = deepcopy(request.json)
        if request.query.get("with_response") not in ("1", "true"):
            return None
        return self._response(found, answer)

    async def _carry_out(self, found: Interaction, answer: Answered, request: Request) -> None:
        data = request.json.get("data") or {}
        if answer is Answered.MESSAGE:
            found.original = compose(found.channel, data, request.files, inside="data")
            await self._store(found, found.original)
        elif answer is Answered.DEFERRED:
            channel = found.channel
            waiting = Message(self._world.snowflakes.make(), channel, self._world.bot)
            waiting.flags = LOADING | (data.get("flags") or 0) & EPHEMERAL
            found.original = waiting
            await self._store(found, waiting)
        elif answer is Answered.DEFERRED_UPDATE:
            found.original = found.pressed
        elif answer is Answered.UPDATE and found.pressed:
            found.original = revise(found.pressed, data, request.files, inside="data")
            await self._events.message("MESSAGE_UPDATE", found.original)
        elif answer is Answered.CHOICES:
            check_choices(data["choices"])
        elif answer is Answered.MODAL:
            check_modal(data)

    async def _store(self, found: Interaction, message: Message) -> None:
        message.interaction = found.metadata()
        if not message.ephemeral:
            found.channel.history[message.id] = message
            await self._events.message("MESSAGE_CREATE", message)

    def _response(self, found: Interaction, answer: Answered) -> Json:
        told: Json = {"id": str(found.id), "type": int(found.kind)}
        resource: Json = {"type": int(answer)}
        if found.original:
            told["response_message_id"] = str(found.original.id)
            told["response_message_loading"] = found.original.loading
            told["response_message_ephemeral"] = found.original.ephemeral
            if answer is not Answered.DEFERRED_UPDATE:
                resource["message"] = found.original.json()
        return {"interaction": told, "resource": resource}

    def _find(self, token: str) -> Interaction | None:
        return next((each for each in self.opened if each.token == token), None)

    def _hook(self, request: Request) -> Interaction:
        found = self._find(request.parts["token"])
        if found is None or found.answer is None:
            raise unknown(10015, "Webhook")
        if found.expired:
            raise Refusal(401, 50027, "Invalid Webhook Token")
        return found

    def _message(self, found: Interaction, request: Request) -> Message:
        wanted = request.parts["message"]
        written = [found.original, *found.followups]
        for each in written:
            if each and each.readable and wanted in ("@original", str(each.id)):
                if wanted == "@original" and each is not found.original:
                    break
                return each
        raise unknown(10008, "Message")

    async def _follow_up(self, request: Request) -> Answer:
        found = self._hook(request)
        if found.original and found.original.loading and found.original.readable:
            # Discord lets the first message after a deferral take the place of the waiting one,
            # unless that was deleted.
            return await self._change(found, found.original, request)
        guest = not self._world.has_bot(found.channel)
        # The number is Discord's; the code of its refusal is not documented to be this one.
        if guest and len(found.followups) >= _FOLLOW_UPS_AS_GUEST:
            said = "This interaction has reached the maximum number of follow-up messages"
            raise Refusal(400, 40094, said)
        message = compose(found.channel, request.json, request.files)
        found.followups.append(message)
        await self._store(found, message)
        return message.json()

    def _get(self, request: Request) -> Answer:
        return self._message(self._hook(request), request).json()

    async def _edit(self, request: Request) -> Answer:
        found = self._hook(request)
        return await self._change(found, self._message(found, request), request)

    async def _change(self, found: Interaction, message: Message, request: Request) -> Answer:
        revise(message, request.json, request.files)
        if message is found.original:
            found.edits.append(deepcopy(request.json))
        await self._events.message("MESSAGE_UPDATE", message)
        return message.json()

    async def _delete(self, request: Request) -> Answer:
        found = self._hook(request)
        message = self._message(found, request)
        message.readable = False
        if found.channel.history.pop(message.id, None):
            await self._events.deleted(found.channel, [message.id])
        return None


def _check_fits(found: Interaction, answer: Answered) -> None:
    updates = (Answered.UPDATE, Answered.DEFERRED_UPDATE)
    broken = (
        (found.kind is Asked.AUTOCOMPLETE) is not (answer is Answered.CHOICES),
        answer in updates and found.pressed is None,
        answer is Answered.MODAL and found.kind is Asked.MODAL,
    )
    if any(broken):
        said = "This type of answer does not fit this type of interaction"
        raise invalid({"type": wrong("INTERACTION_APPLICATION_COMMAND_INVALID_TYPE", said)})
