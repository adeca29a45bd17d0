"""The Web API: who asks, what goes wrong, which method answers."""

from __future__ import annotations

import asyncio
import base64
import time
from typing import TYPE_CHECKING

from aiohttp import web

from tests.fakes.slack.api import chat, conversations, files, views, workspace
from tests.fakes.slack.api.errors import Refused
from tests.fakes.slack.site import Visit
from tests.fakes.slack.wires.faults import Faults
from tests.fakes.slack.wires.journal import Call

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fakes.slack.site import Site
    from tests.fakes.slack.wires.faults import Fault
    from tests.fakes.slack.world import Json, Team


LIMITED = {"conversations.history", "conversations.replies"}
LIMITED_MESSAGES = 15

# The method, and the scopes of which its token needs one; where the scope hangs on the kind of
# channel, the method itself asks for it.
METHODS: dict[str, tuple[Callable[[Visit], Json], tuple[str, ...]]] = {
    "assistant.threads.setStatus": (workspace.set_status, ("assistant:write", "chat:write")),
    "assistant.threads.setSuggestedPrompts": (workspace.set_prompts, ("assistant:write",)),
    "assistant.threads.setTitle": (workspace.set_title, ("assistant:write",)),
    "auth.revoke": (workspace.revoke, ()),
    "auth.teams.list": (workspace.list_teams, ()),
    "auth.test": (workspace.auth_test, ()),
    "bots.info": (workspace.bot_info, ("users:read",)),
    "chat.appendStream": (chat.append_stream, ("chat:write",)),
    "chat.delete": (chat.delete, ("chat:write",)),
    "chat.getPermalink": (chat.permalink, ()),
    "chat.postEphemeral": (chat.post_ephemeral, ("chat:write",)),
    "chat.postMessage": (chat.post_message, ("chat:write",)),
    "chat.startStream": (chat.start_stream, ("chat:write",)),
    "chat.stopStream": (chat.stop_stream, ("chat:write",)),
    "chat.update": (chat.update, ("chat:write",)),
    "conversations.history": (conversations.history, ()),
    "conversations.info": (conversations.info, ()),
    "conversations.join": (conversations.join, ("channels:join",)),
    "conversations.list": (conversations.listed, ()),
    "conversations.members": (conversations.members, ()),
    "conversations.open": (conversations.open_direct, ("im:write", "mpim:write")),
    "conversations.replies": (conversations.replies, ()),
    "files.completeUploadExternal": (files.complete_upload, ("files:write",)),
    "files.getUploadURLExternal": (files.upload_url, ("files:write",)),
    "files.info": (workspace.file_info, ("files:read",)),
    "reactions.add": (workspace.add_reaction, ("reactions:write",)),
    "reactions.get": (workspace.get_reactions, ("reactions:read",)),
    "reactions.remove": (workspace.remove_reaction, ("reactions:write",)),
    "team.info": (workspace.team_info, ("team:read",)),
    "usergroups.list": (workspace.group_list, ("usergroups:read",)),
    "usergroups.users.list": (workspace.group_members, ("usergroups:read",)),
    "users.conversations": (conversations.of_user, ()),
    "users.info": (workspace.user_info, ("users:read",)),
    "users.list": (workspace.user_list, ("users:read",)),
    "views.open": (views.open_view, ()),
    "views.publish": (views.publish_view, ()),
    "views.push": (views.push_view, ()),
    "views.update": (views.update_view, ()),
}
# These are called with the app's own token, or with none.
APP_METHODS = {"apps.connections.open": workspace.open_connection}
OPEN_METHODS = {"oauth.v2.access": workspace.oauth_access}


class WebApi:
    """Answers `/api/METHOD`.

    Attributes:
        is_limited: Whether history and replies are held to one call a minute and 15 messages.
        limited_seconds: How long that minute is.
    """

    def __init__(self, site: Site) -> None:
        self.faults = Faults()
        self.is_limited = False
        self.limited_seconds: float = 60
        self._site = site
        self._last_read: dict[tuple[str, str], float] = {}

    def let_a_minute_pass(self) -> None:
        """Forget the calls that count against the limited tier."""
        self._last_read.clear()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answer one call."""
        method = request.match_info["method"]
        arguments = await _arguments(request)
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        token = token or str(arguments.get("token", ""))
        call = Call(method, {k: v for k, v in arguments.items() if k != "token"}, token)
        self._site.journal.calls.append(call)
        self._site.journal.notify()
        fault = self.faults.take(method)
        if fault and fault.kind == "held":
            await fault.release.wait()
        elif fault and fault.kind != "lost":
            return self._failure(fault, call)
        if wait := self._seconds_to_wait(method, token):
            return self._record(call, {"ok": False, "error": "ratelimited"}, 429, wait)
        answer = self._answer(call)
        if fault and fault.kind == "lost":
            call.answer = answer
            self._site.journal.notify()
            if request.transport:
                request.transport.close()
            await asyncio.sleep(0)
        return self._record(call, answer)

    def _answer(self, call: Call) -> Json:
        try:
            return {"ok": True} | self._run(call)
        except Refused as refused:
            return {"ok": False, "error": refused.code} | refused.details

    def _run(self, call: Call) -> Json:
        site = self._site
        team = next(iter(site.world.teams.values()))
        if call.method in OPEN_METHODS:
            return OPEN_METHODS[call.method](Visit(site, team, call.arguments))
        if call.method in APP_METHODS:
            if not call.token.startswith("xapp-"):
                raise Refused("not_allowed_token_type" if call.token else "not_authed")
            if call.token != site.app_token:
                raise Refused("invalid_auth")
            return APP_METHODS[call.method](Visit(site, team, call.arguments))
        if call.method not in METHODS:
            raise Refused("unknown_method", req_method=call.method)
        run, scopes = METHODS[call.method]
        most = LIMITED_MESSAGES if self.is_limited else 999
        visit = Visit(site, self._team(call.token), call.arguments, most)
        if scopes:
            visit.needs_scope(*scopes)
        return run(visit)

    def _team(self, token: str) -> Team:
        if not token:
            raise Refused("not_authed")
        for team in self._site.world.teams.values():
            if team.bot_token == token:
                if team.is_revoked:
                    raise Refused("token_revoked")
                return team
        raise Refused("not_allowed_token_type" if token == self._site.app_token else "invalid_auth")

    def _seconds_to_wait(self, method: str, token: str) -> int:
        if not self.is_limited or method not in LIMITED:
            return 0
        now, key = time.monotonic(), (method, token)
        left = self._last_read.get(key, -1e9) + self.limited_seconds - now
        if left > 0:
            return max(1, round(left))
        self._last_read[key] = now
        return 0

    def _failure(self, fault: Fault, call: Call) -> web.Response:
        if fault.kind == "ratelimited":
            refusal = {"ok": False, "error": "ratelimited"}
            return self._record(call, refusal, 429, fault.retry_after)
        if fault.kind == "html":
            call.answer = {"ok": False, "error": f"http_{fault.status}"}
            self._site.journal.notify()
            page = "<!DOCTYPE html><html><body>Server Error</body></html>"
            return web.Response(status=fault.status, text=page, content_type="text/html")
        if fault.kind == "page":
            call.answer = {"ok": False, "error": f"http_{fault.status}"}
            self._site.journal.notify()
            headers = {"Content-Type": fault.content_type}
            return web.Response(status=fault.status, body=fault.body, headers=headers)
        if fault.kind == "empty":
            return self._record(call, {"ok": True})
        return self._record(call, {"ok": False, "error": fault.code})

    def _record(
        self, call: Call, answer: Json, status: int = 200, retry_after: int = 0
    ) -> web.Response:
        call.answer = answer
        self._site.journal.notify()
        headers = {"Retry-After": str(retry_after)} if retry_after else {}
        for team in self._site.world.teams.values():
            if team.bot_token == call.token:
                headers["x-oauth-scopes"] = ",".join(team.scopes)
        return web.json_response(answer, status=status, headers=headers)


async def _arguments(request: web.Request) -> Json:
    arguments: Json = dict(request.query)
    if request.content_type == "application/json":
        arguments |= await request.json()
    else:
        arguments |= dict(await request.post())
    kind, _, credentials = request.headers.get("Authorization", "").partition(" ")
    if kind == "Basic":
        client_id, _, secret = base64.b64decode(credentials).decode().partition(":")
        arguments |= {"client_id": client_id, "client_secret": secret}
    return arguments
