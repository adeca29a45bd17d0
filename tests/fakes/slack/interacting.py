"""What people do with commands, buttons, menus and modals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.fakes.slack.api.elements import acted, find_element, state_of
from tests.fakes.slack.api.responses import Address
from tests.fakes.slack.api.views import View
from tests.fakes.slack.shapes import message_json
from tests.fakes.slack.wires.delivery import Delivery
from tests.fakes.slack.world import APP_ID, Ephemeral, Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.fakes.slack.api.responses import Responses
    from tests.fakes.slack.site import Site
    from tests.fakes.slack.world import Channel, Json, Team, User


Place = Message | Ephemeral | View


class Interacting:
    """The side of those who click."""

    site: Site
    responses: Responses

    async def uses_command(
        self, user: User, channel: Channel, command: str, text: str = ""
    ) -> Delivery:
        """Type a slash command; what the bot acknowledges with is shown as Slack would."""
        team = self._team(user)
        address = Address(team, user, channel)
        names = {"im": "directmessage", "private": "privategroup", "mpim": "privategroup"}
        payload: Json = {
            "token": "verification",
            "team_id": team.id,
            "team_domain": team.name.lower(),
            "channel_id": channel.id,
            "channel_name": names.get(channel.kind, channel.name),
            "user_id": user.id,
            "user_name": user.name,
            "command": command,
            "text": text,
            "api_app_id": APP_ID,
            "enterprise_id": team.organisation,
            "is_enterprise_install": "true" if team.organisation else "false",
            "response_url": self.responses.give(address),
            "trigger_id": self.site.views.trigger(user.id),
        }

        def show(answer: Json) -> None:
            if answer:
                self.responses.apply(address, answer)

        return await self._send("slash_commands", payload, accepts_payload=True, shown_by=show)

    async def presses(
        self, user: User, place: Place, action_id: str, value: str | None = None
    ) -> Delivery:
        """Use a button or menu: `block_actions`.

        Args:
            user: Who presses.
            place: The message, ephemeral or view that it stands on.
            action_id: Which element.
            value: The option to choose, or the value of the feedback button to press.
        """
        body = place.message if isinstance(place, Ephemeral) else place
        blocks = body.body["blocks"] if isinstance(body, View) else body.blocks
        element, block_id = find_element(blocks, action_id)
        action = acted(element, block_id, value) | {"action_ts": self.site.world.next_ts()}
        payload = self._interaction("block_actions", user) | self._where(user, place)
        payload |= {"actions": [action]}
        payload.setdefault("state", {"values": {}})
        return await self._send("interactive", payload)

    async def types_into_menu(
        self, user: User, place: Place, action_id: str, typed: str
    ) -> list[Json]:
        """Type into a menu that the bot fills: `block_suggestion`; return the options."""
        body = place.message if isinstance(place, Ephemeral) else place
        blocks = body.body["blocks"] if isinstance(body, View) else body.blocks
        _, block_id = find_element(blocks, action_id)
        payload = self._interaction("block_suggestion", user) | self._where(user, place)
        payload |= {"action_id": action_id, "block_id": block_id, "value": typed}
        del payload["trigger_id"]
        sent = await self._send("interactive", payload, accepts_payload=True)
        answer = await sent.answer()
        return list(answer.get("options") or answer.get("option_groups") or [])

    async def uses_shortcut(
        self, user: User, message: Message | None, callback_id: str
    ) -> Delivery:
        """Choose a shortcut: of a message (`message_action`), or of the search bar."""
        kind = "message_action" if message else "shortcut"
        payload = self._interaction(kind, user) | {"callback_id": callback_id}
        payload["action_ts"] = self.site.world.next_ts()
        if message:
            channel = self.site.world.channels[message.channel_id]
            payload |= {
                "channel": {"id": channel.id, "name": channel.name},
                "message": message_json(message, channel, self.site.world),
                "message_ts": message.ts,
                "response_url": self.responses.give(Address(self._team(user), user, channel)),
            }
        return await self._send("interactive", payload)

    async def submits_view(
        self, user: User, view: View, values: Mapping[str, Any] | None = None
    ) -> Json:
        """Submit a modal; return the bot's answer and do what it says.

        Args:
            user: Who submits.
            view: The modal.
            values: What was typed or chosen, by action id.

        Returns:
            The acknowledgement: empty, or with `response_action` and `errors`.
        """
        values = dict(values or {})
        state = state_of(view.body["blocks"], values)
        payload = self._interaction("view_submission", user)
        shown = view.to_json(self._team(user).bot.bot_id, state)
        payload |= {"view": shown, "response_urls": []}
        sent = await self._send("interactive", payload, accepts_payload=True)
        answer = await sent.answer()
        self._follow(view, answer)
        return answer

    async def closes_view(self, user: User, view: View) -> Delivery | None:
        """Close a modal: `view_closed`, where the modal asked for it."""
        view.is_open = False
        if not view.body.get("notify_on_close"):
            return None
        shown = view.to_json(self._team(user).bot.bot_id)
        payload = self._interaction("view_closed", user) | {"view": shown, "is_cleared": False}
        del payload["trigger_id"]
        return await self._send("interactive", payload)

    def _follow(self, view: View, answer: Json) -> None:
        views = self.site.views
        action = answer.get("response_action")
        if action == "clear":
            for each in views.stack(view.root_id):
                each.is_open = False
        elif action == "update":
            views.change(view, answer["view"])
        elif action == "push":
            above = views.add(view.user_id, view.team_id, answer["view"], view.root_id)
            views.opened.append(above)
        elif action != "errors":
            view.is_open = False

    def _where(self, user: User, place: Place) -> Json:
        team = self._team(user)
        if isinstance(place, View):
            shown = place.to_json(team.bot.bot_id)
            trigger = self.site.views.trigger(user.id, place.id)
            view_container = {"type": "view", "view_id": place.id}
            return {"container": view_container, "view": shown, "trigger_id": trigger}
        message = place.message if isinstance(place, Ephemeral) else place
        channel = self.site.world.channels[message.channel_id]
        container: Json = {
            "type": "message",
            "message_ts": message.ts,
            "channel_id": channel.id,
            "is_ephemeral": isinstance(place, Ephemeral),
        }
        if message.thread_ts:
            container["thread_ts"] = message.thread_ts
        where: Json = {
            "container": container,
            "channel": {"id": channel.id, "name": channel.name or "directmessage"},
            "response_url": self.responses.give(Address(team, user, channel, message)),
        }
        # Slack leaves the message out where only one user sees it.
        if not isinstance(place, Ephemeral):
            where["message"] = message_json(message, channel, self.site.world)
        return where

    def _interaction(self, kind: str, user: User) -> Json:
        team = self._team(user)
        whole = team.organisation
        return {
            "type": kind,
            "user": {
                "id": user.id,
                "username": user.name,
                "name": user.name,
                "team_id": user.team_id,
            },
            "api_app_id": APP_ID,
            "token": "verification",
            "trigger_id": self.site.views.trigger(user.id),
            "team": None if whole else {"id": team.id, "domain": team.name.lower()},
            "enterprise": {"id": whole, "name": "All"} if whole else None,
            "is_enterprise_install": bool(whole),
        }

    async def _send(
        self,
        kind: Any,
        payload: Json,
        *,
        accepts_payload: bool = False,
        shown_by: Any = None,
    ) -> Delivery:
        delivery = Delivery(kind, payload, accepts_payload, on_acknowledged=shown_by)
        self.site.outbox.send(delivery)
        await delivery.settled.wait()
        return delivery

    def _team(self, user: User) -> Team:
        teams = self.site.world.teams
        return teams.get(user.team_id) or next(iter(teams.values()))
