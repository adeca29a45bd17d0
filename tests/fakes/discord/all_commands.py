"""Uses every command that the bot has registered, with something for all that it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.fakes.discord.api.server import FakeDiscord
    from tests.fakes.discord.asking import Value
    from tests.fakes.discord.interactions import Interaction
    from tests.fakes.discord.world.guilds import Member
    from tests.fakes.discord.world.messages import Message
    from tests.fakes.discord.world.snowflakes import Json

_GROUPS: Final = (1, 2)
_SLASH, _ON_USER = 1, 2
_USER, _CHANNEL, _MENTIONABLE, _ATTACHMENT = 6, 7, 9, 11


async def uses_all_commands(
    fake: FakeDiscord, who: Member, message: Message, beginning: str
) -> dict[str, Interaction]:
    """Let somebody use each command where a message stands, menus with that message.

    Args:
        fake: The Discord.
        who: Who uses them.
        message: A message with a file.
        beginning: How the commands begin; "" for all, menus included.
    """
    used, place = {}, message.channel
    for each in fake.world.commands[None]:
        kind, name = each.get("type", _SLASH), each["name"]
        if kind == _SLASH:
            for path, options in _paths(each):
                if path.startswith(beginning):
                    needed = [option for option in options if option.get("required")]
                    given = {each["name"]: _given(each, who, message) for each in needed}
                    used[path] = await fake.uses_command(who, place, path, given)
        elif beginning:
            continue
        elif kind == _ON_USER:
            used[name] = await fake.uses_user_command(who, place, name, who)
        else:
            used[name] = await fake.uses_message_command(who, message, name)
    return used


def _paths(command: Json) -> list[tuple[str, list[Json]]]:
    """Return what may be typed for a command, each with its options."""
    options = command.get("options", [])
    below = [each for each in options if each["type"] in _GROUPS]
    if not below:
        return [(command["name"], options)]
    found = [pair for each in below for pair in _paths(each)]
    return [(f"{command['name']} {path}", options) for path, options in found]


def _given(option: Mapping[str, object], who: Member, message: Message) -> Value:
    given: dict[object, Value] = {
        _CHANNEL: message.channel,
        _USER: who,
        _MENTIONABLE: who,
        _ATTACHMENT: message.attachments[0] if message.attachments else "",
    }
    choices = option.get("choices")
    if isinstance(choices, list) and choices:
        return str(choices[0]["value"])
    return given.get(option["type"], "something")
