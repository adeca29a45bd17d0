"""A whole Slack on the loopback, for the unmodified SDK."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Self, TypeVar

from aiohttp import web

from tests.fakes.slack.api.files import receive
from tests.fakes.slack.api.responses import Responses
from tests.fakes.slack.api.views import View, Views
from tests.fakes.slack.api.web_api import WebApi
from tests.fakes.slack.interacting import Interacting
from tests.fakes.slack.site import Site
from tests.fakes.slack.talking import Talking
from tests.fakes.slack.wires.delivery import Delivery, Outbox
from tests.fakes.slack.wires.http_mode import HttpMode, Signature
from tests.fakes.slack.wires.journal import Call, Journal, Reply
from tests.fakes.slack.wires.socket_mode import SocketMode
from tests.fakes.slack.world import World

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fakes.slack.wires.faults import Faults
    from tests.fakes.slack.world import Json, Team


T = TypeVar("T")


class FakeSlack(Talking, Interacting):
    """Slack: one workspace with a few people and channels, and whatever a test adds.

    Attributes:
        team: The workspace; its `bot` is the app's user.
        ada: An administrator.
        benoit: A member who reads French.
        gil: A guest, in one channel only.
        olga: An outsider from another workspace, in the shared channel.
        robot: Another app's bot.
        general: A public channel with everyone of the workspace and the bot.
        random: A public channel without the bot.
        secret: A private channel with ada, benoit and the bot.
        hidden: A private channel with ada alone.
        partners: A channel shared with another workspace: ada, olga and the bot.
    """

    def __init__(self) -> None:
        world, journal = World(), Journal()
        outbox = Outbox(journal)
        self.socket = SocketMode(outbox, journal)
        self.http = HttpMode(journal, "the-signing-secret")
        self.site = Site(world, journal, outbox, Views(), self._socket_address)
        self.web_api = WebApi(self.site)
        self.responses = Responses(self.site)
        self.world = world
        self._runner: web.AppRunner | None = None
        self._populate()

    def _populate(self) -> None:
        world = self.world
        self.team = world.add_team("Orchard")
        home, away = self.team.id, world.next_id("T")
        self.ada = world.add_user(home, "ada", is_admin=True, email="ada@orchard.example")
        self.benoit = world.add_user(
            home, "benoit", locale="fr-FR", tz="Europe/Paris", tz_offset=3600
        )
        self.gil = world.add_user(home, "gil", is_guest=True, is_single_channel_guest=True)
        self.olga = world.add_user(away, "olga", locale="de-DE", tz="Europe/Berlin")
        self.robot = world.add_user(home, "robot", bot_id=world.next_id("B"), app_id="A0OTHERAPP")
        bot, people = self.team.bot, (self.ada, self.benoit, self.gil)
        self.general = world.add_channel(home, "general", "public", bot, *people, self.robot)
        self.random = world.add_channel(home, "random", "public", self.ada, self.benoit)
        self.secret = world.add_channel(home, "secret", "private", bot, self.ada, self.benoit)
        self.hidden = world.add_channel(home, "hidden", "private", self.ada)
        self.partners = world.add_channel(home, "partners", "public", bot, self.ada, self.olga)
        self.partners.shared_with.add(away)

    async def __aenter__(self) -> Self:
        """Open the server on a free port."""
        app = web.Application()
        app.router.add_route("*", "/api/{method}", self.web_api.handle)
        app.router.add_get("/link", self.socket.handle)
        app.router.add_post("/response/{name}", self.responses.handle)
        app.router.add_get("/files/{file}/{name}", self._download)
        app.router.add_post("/upload/{file}", partial(receive, self.world))
        app.router.add_get("/signin", _sign_in)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        port = self._runner.addresses[0][1]
        self.site.base_url = f"http://127.0.0.1:{port}"
        self.site.outbox.transport = self.socket
        self.site.outbox.open()
        return self

    async def __aexit__(self, *_error: object) -> None:
        """Close everything."""
        await self.site.outbox.close()
        await self.http.close()
        await self.socket.close()
        if self._runner:
            await self._runner.cleanup()

    @property
    def api_url(self) -> str:
        """The `base_url` for the bot's web client."""
        return f"{self.site.base_url}/api/"

    @property
    def bot_token(self) -> str:
        """The bot's token in the first workspace."""
        return self.team.bot_token

    @property
    def app_token(self) -> str:
        """The app's token for Socket Mode."""
        return self.site.app_token

    @property
    def signing_secret(self) -> str:
        """What the bot checks signatures with."""
        return self.http.signing_secret

    @property
    def http_target(self) -> str:
        """Where events are posted; empty while Socket Mode is in use."""
        return self.http.target

    @http_target.setter
    def http_target(self, url: str) -> None:
        self.http.target = url
        self.site.outbox.transport = self.http if url else self.socket

    @property
    def signature(self) -> Signature:
        """How the next requests to the bot are signed."""
        return self.http.signature

    @signature.setter
    def signature(self, signature: Signature) -> None:
        self.http.signature = signature

    @property
    def is_limited(self) -> bool:
        """Whether history is held to one call a minute and 15 messages."""
        return self.web_api.is_limited

    @is_limited.setter
    def is_limited(self, limited: bool) -> None:
        self.web_api.is_limited = limited

    @property
    def faults(self) -> Faults:
        """What goes wrong with the next calls."""
        return self.web_api.faults

    @property
    def calls(self) -> list[Call]:
        """Every call to the Web API, in order."""
        return self.site.journal.calls

    def calls_of(self, method: str) -> list[Call]:
        """The calls of one method."""
        return self.site.journal.of(method)

    @property
    def replies(self) -> list[Reply]:
        """What was posted to response addresses."""
        return self.site.journal.replies

    @property
    def statuses(self) -> list[Json]:
        """The arguments of each assistant.threads.setStatus."""
        return self.site.journal.statuses

    @property
    def titles(self) -> list[Json]:
        """The arguments of each assistant.threads.setTitle."""
        return self.site.journal.titles

    @property
    def prompts(self) -> list[Json]:
        """The suggested prompts that are really shown."""
        return self.site.journal.prompts

    @property
    def views(self) -> list[View]:
        """Every modal that was opened or pushed, in order."""
        return self.site.views.opened

    @property
    def homes(self) -> dict[str, View]:
        """Each user's home tab, by user id."""
        return self.site.views.homes

    @property
    def deliveries(self) -> list[Delivery]:
        """Everything that was sent to the bot, in order."""
        return self.site.outbox.deliveries

    def events(self, kind: str) -> list[Delivery]:
        """The events of one type that were sent to the bot."""
        return [
            each
            for each in self.deliveries
            if each.kind == "events_api" and each.payload["event"]["type"] == kind
        ]

    async def until(self, predicate: Callable[[], T]) -> T:
        """The first truthy value of the predicate; it is tried after each thing that happens."""
        return await self.site.journal.until(predicate)

    async def called(self, method: str, times: int = 1) -> list[Call]:
        """The calls of one method, once so many of them were answered."""

        def answered() -> list[Call]:
            found = [call for call in self.calls_of(method) if call.answer]
            return found if len(found) >= times else []

        return await self.until(answered)

    async def connected(self, count: int = 1) -> None:
        """Wait until the bot holds so many Socket Mode connections."""
        await self.until(lambda: len(self.socket.connections) >= count)

    async def repeats(self, delivery: Delivery) -> None:
        """Send one delivery again, acknowledged or not."""
        await self.site.outbox.repeat(delivery)

    async def repeats_unacknowledged(self) -> None:
        """Send again every event that Slack would."""
        for delivery in [each for each in self.deliveries if each.is_due and each.attempts]:
            await self.site.outbox.repeat(delivery)

    async def verifies_url(self) -> bool:
        """Whether the bot's address answers the challenge."""
        return await self.http.verify()

    def grants(self, team: Team) -> str:
        """A code, as a person's consent gives it, for oauth.v2.access."""
        code = self.world.next_id("code")
        self.site.codes[code] = team.id
        return code

    def _socket_address(self) -> str:
        base = self.site.base_url.replace("http", "ws", 1)
        return f"{base}/link?ticket={self.socket.ticket()}"

    async def _download(self, request: web.Request) -> web.StreamResponse:
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        file = self.world.files.get(request.match_info["file"])
        team = next((each for each in self.world.teams.values() if each.bot_token == token), None)
        if team is None or team.is_revoked or "files:read" not in team.scopes:
            # Slack sends strangers to its sign-in page, which a careless bot takes for the file.
            raise web.HTTPFound("/signin")
        if file is None:
            raise web.HTTPNotFound
        return web.Response(body=file.content, content_type=file.mimetype)


async def _sign_in(_request: web.Request) -> web.Response:
    return web.Response(text="<!DOCTYPE html><title>Sign in</title>", content_type="text/html")
