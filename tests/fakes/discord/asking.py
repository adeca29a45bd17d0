"""What people do with the bot's commands, buttons, menus and modals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.fakes.discord.interactions import Asked
from tests.fakes.discord.world.channels import Channel
from tests.fakes.discord.world.guilds import Member, Role, User
from tests.fakes.discord.world.messages import Attachment, walk
from tests.fakes.discord.world.permissions import in_channel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.fakes.discord.api.events import Events
    from tests.fakes.discord.interactions import Interaction, Interactions
    from tests.fakes.discord.world.messages import Message
    from tests.fakes.discord.world.snowflakes import Json
    from tests.fakes.discord.world.world import World


Value = str | int | float | bool | Member | User | Role | Channel | Attachment
"""What a person can enter in an option."""

_SLASH, _ON_USER, _ON_MESSAGE = 1, 2, 3
_SUBCOMMANDS = (1, 2)
_FOR_USERS = 1
_ATTACHMENT_BYTES = 10 * 1024 * 1024


class Asking:
    """The people's side of interactions: each act returns at once, before it is answered."""

    world: World
    events: Events
    interactions: Interactions

    async def uses_command(
        self,
        who: Member | User,
        channel: Channel,
        name: str,
        options: Mapping[str, Value] | None = None,
        *,
        locale: str = "en-US",
    ) -> Interaction:
        """Use a slash command; a subcommand's name follows after a space."""
        opened = self.interactions.open(Asked.COMMAND, self.world.user_of(who), channel)
        data = self._slash(opened, name, options or {})
        return await self._tell(opened, data, locale)

    async def autocompletes(
        self,
        who: Member | User,
        channel: Channel,
        name: str,
        options: Mapping[str, Value],
        *,
        focused: str = "",
        locale: str = "en-US",
    ) -> Interaction:
        """Type into an option (the last one, unless another is named) of a slash command."""
        opened = self.interactions.open(Asked.AUTOCOMPLETE, self.world.user_of(who), channel)
        data = self._slash(opened, name, options)
        wanted = focused or list(options)[-1]
        for each in _values(data):
            if each["name"] == wanted:
                each["focused"] = True
        return await self._tell(opened, data, locale)

    async def uses_message_command(
        self, who: Member | User, message: Message, name: str, *, locale: str = "en-US"
    ) -> Interaction:
        """Use a command from a message's menu."""
        channel = message.channel
        opened = self.interactions.open(Asked.COMMAND, self.world.user_of(who), channel)
        resolved = {"messages": {str(message.id): message.json()}}
        data = self._targeted(channel, name, _ON_MESSAGE, message.id, resolved)
        return await self._tell(opened, data, locale)

    async def uses_user_command(
        self,
        who: Member | User,
        channel: Channel,
        name: str,
        target: Member | User,
        *,
        locale: str = "en-US",
    ) -> Interaction:
        """Use a command from somebody's menu."""
        opened = self.interactions.open(Asked.COMMAND, self.world.user_of(who), channel)
        resolved: Json = {}
        self._resolve(resolved, target, opened)
        data = self._targeted(channel, name, _ON_USER, target.id, resolved)
        return await self._tell(opened, data, locale)

    async def presses(
        self,
        who: Member | User,
        message: Message,
        button: str,
        *,
        values: list[str] | None = None,
        locale: str = "en-US",
    ) -> Interaction:
        """Press a button, named by label or custom id; or choose values of a menu."""
        component = message.component(button)
        if component.get("disabled") or "custom_id" not in component:
            raise LookupError(f"{button!r} is disabled or a link")
        user, channel = self.world.user_of(who), message.channel
        opened = self.interactions.open(Asked.COMPONENT, user, channel, message)
        data = {
            "custom_id": component["custom_id"],
            "component_type": component["type"],
            "id": component["id"],
            **({"values": values} if values is not None else {}),
        }
        return await self._tell(opened, data, locale)

    async def submits_modal(
        self,
        who: Member | User,
        shown: Interaction,
        entries: Mapping[str, str | list[str]],
        *,
        locale: str = "en-US",
    ) -> Interaction:
        """Fill in the modal that an interaction has shown, by custom ids, and send it."""
        if shown.modal is None:
            raise LookupError("no modal was shown")
        unknown = entries.keys() - {each.get("custom_id") for each in walk(_parts(shown))}
        if unknown:
            raise LookupError(f"the modal has no {unknown}")
        user, channel = self.world.user_of(who), shown.channel
        opened = self.interactions.open(Asked.MODAL, user, channel, shown.pressed)
        filled = [_filled(each, entries) for each in _parts(shown)]
        data = {"custom_id": shown.modal["custom_id"], "components": filled}
        return await self._tell(opened, data, locale)

    async def _tell(self, opened: Interaction, data: Json, locale: str) -> Interaction:
        opened.json = {
            "id": str(opened.id),
            "application_id": str(self.world.application_id),
            "type": int(opened.kind),
            "token": opened.token,
            "version": 1,
            "data": data,
            "locale": locale,
            "entitlements": [],
            "attachment_size_limit": _ATTACHMENT_BYTES,
            **self._place(opened.user, opened.channel),
            **({"message": opened.pressed.json()} if opened.pressed else {}),
        }
        await self.events.interaction(opened.json)
        return opened

    def _place(self, user: User, channel: Channel) -> Json:
        """Return where it happens, by whom, and by which installation."""
        guild, with_bot = channel.guild, self.world.has_bot(channel)
        owners = {"1": str(user.id)} if user.id in self.world.installers or not with_bot else {}
        place: Json = {
            "channel_id": str(channel.id),
            "channel": channel.json(),
            "app_permissions": str(self.world.bot_permissions(channel)),
        }
        if guild is None:
            # In the bot's own direct messages the "server" of the installation is 0.
            owners |= {"0": "0"} if with_bot else {}
            place |= {"context": _context(channel, with_bot=with_bot), "user": user.json()}
        else:
            owners |= {"0": str(guild.id)} if with_bot else {}
            member = guild.members[user.id]
            place["channel"]["permissions"] = str(in_channel(channel, member))
            place |= {
                "context": _context(channel, with_bot=with_bot),
                "guild_id": str(guild.id),
                "guild": guild.partial_json(),
                "guild_locale": guild.locale,
                "member": member.json(channel),
            }
        return {**place, "authorizing_integration_owners": owners}

    def _registered(self, channel: Channel, name: str, kind: int) -> Json:
        places = [channel.guild.id if channel.guild else None, None]
        for place in places:
            for each in self.world.commands.get(place, []):
                if (each["name"], each["type"]) == (name, kind) and self._offers(each, channel):
                    return each
        raise LookupError(f"no command {name!r} of type {kind} is offered here")

    def _offers(self, command: Json, channel: Channel) -> bool:
        """Return whether Discord shows the command in this place."""
        contexts, with_bot = command["contexts"], self.world.has_bot(channel)
        if contexts is not None and _context(channel, with_bot=with_bot) not in contexts:
            return False
        if channel.guild is None and not command["dm_permission"]:
            return False
        return with_bot or _FOR_USERS in command["integration_types"]

    def _targeted(
        self, channel: Channel, name: str, kind: int, target: int, resolved: Json
    ) -> Json:
        command = self._registered(channel, name, kind)
        return {**_called(command), "target_id": str(target), "resolved": resolved}

    def _slash(self, opened: Interaction, name: str, options: Mapping[str, Value]) -> Json:
        first, *path = name.split()
        command = self._registered(opened.channel, first, _SLASH)
        data = _called(command)
        level, offered = data, command["options"]
        for step in path:
            chosen = next(each for each in offered if each["name"] == step)
            level["options"] = [{"name": step, "type": chosen["type"]}]
            level, offered = level["options"][0], chosen.get("options", [])
        resolved: Json = {}
        known = {each["name"]: each for each in offered if each["type"] not in _SUBCOMMANDS}
        level["options"] = []
        for each, value in options.items():
            entered = self._resolve(resolved, value, opened)
            level["options"].append({"name": each, "type": known[each]["type"], "value": entered})
        return {**data, **({"resolved": resolved} if resolved else {})}

    def _resolve(self, resolved: Json, value: Value, opened: Interaction) -> Any:
        """Return what an option carries, and add the whole thing to what is resolved."""
        guild = opened.channel.guild
        if isinstance(value, Role):
            resolved.setdefault("roles", {})[str(value.id)] = value.json()
            return str(value.id)
        if isinstance(value, Attachment):
            file = value.json(self.world.base_url)
            resolved.setdefault("attachments", {})[str(value.id)] = file
            return str(value.id)
        if isinstance(value, Channel):
            member = value.guild.members.get(opened.user.id) if value.guild else None
            allowed = str(in_channel(value, member) if member else 0)
            whole = {**value.json(), "permissions": allowed}
            resolved.setdefault("channels", {})[str(value.id)] = whole
            return str(value.id)
        if isinstance(value, Member | User):
            user = self.world.user_of(value)
            resolved.setdefault("users", {})[str(user.id)] = user.json()
            if guild and user.id in guild.members:
                there = guild.members[user.id].json(opened.channel)
                del there["user"]
                resolved.setdefault("members", {})[str(user.id)] = there
            return str(user.id)
        return value


def _context(channel: Channel, *, with_bot: bool) -> int:
    """Return Discord's number for a server, for the bot's own or for other private channels."""
    private = 1 if with_bot else 2
    return 0 if channel.guild else private


def _called(command: Json) -> Json:
    place = {"guild_id": command["guild_id"]} if "guild_id" in command else {}
    return {"id": command["id"], "name": command["name"], "type": command["type"], **place}


def _values(data: Json) -> list[Json]:
    options: list[Json] = data.get("options", [])
    deeper = [each for option in options for each in _values(option)]
    return [each for each in options if "value" in each] + deeper


def _parts(shown: Interaction) -> list[Json]:
    return list(shown.modal["components"]) if shown.modal else []


def _filled(part: Json, entries: Mapping[str, str | list[str]]) -> Json:
    filled: Json = {"type": part["type"], "id": part.get("id", 0)}
    if "components" in part:
        filled["components"] = [_filled(each, entries) for each in part["components"]]
    if "component" in part:
        filled["component"] = _filled(part["component"], entries)
    if "custom_id" in part:
        entered = entries.get(part["custom_id"], part.get("value") or "")
        named = "values" if isinstance(entered, list) else "value"
        filled |= {"custom_id": part["custom_id"], named: entered}
    return filled
