"""The command tree: knows whether its commands have changed, and answers where they fail."""

from __future__ import annotations

import asyncio
import hashlib
import json
from typing import TYPE_CHECKING, Any, Final

import discord
from discord import app_commands

from adapters.discord.locale import Translator
from adapters.discord.private_replies import fail
from bot.text import without_halves

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from adapters.chat.tasks import TaskTracker
    from adapters.chat.wording import Wording
    from bot.running.while_away import WhileAway

NEEDS_NOTHING: Final = "help"
"""The command that is answered without the database."""

TOLD_LATER: Final = "ask"
"""The command of which the next start says that it must be used again."""


class CommandTree(app_commands.CommandTree[discord.Client]):
    """Our commands; it knows whether they have changed, and answers where they fail."""

    def __init__(
        self,
        client: discord.Client,
        tasks: TaskTracker,
        wording: Callable[[discord.Interaction], Wording],
        away: WhileAway,
    ) -> None:
        super().__init__(client)
        self._away = away
        self._tasks = tasks
        self._wording = wording

    async def interaction_check(self, interaction: discord.Interaction[discord.Client], /) -> bool:
        """Count every command among what a stop finishes.

        None that needs the database is begun while its server is away. Its options are read
        afterwards: without halves of characters, which nobody could store.
        """
        self._tasks.count()
        data: dict[str, Any] = dict(interaction.data or {})
        for each in _options(data):
            if isinstance(each.get("value"), str):
                each["value"] = without_halves(each["value"])
        is_used = interaction.type is discord.InteractionType.application_command
        if is_used and data.get("name") != NEEDS_NOTHING and (error := self._away.error()):
            raise app_commands.CheckFailure from error
        return True

    @property
    def names(self) -> set[str]:
        """Are what our commands and menus are called."""
        return {command.name for command in self.get_commands()}

    async def mark(self) -> str:
        """Return a mark of all commands as they are to be registered, in all languages."""
        commands: Sequence[Any] = self.get_commands()
        translator = Translator()
        payload = [await each.get_translated_payload(self, translator) for each in commands]
        return hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()

    async def _call(self, interaction: discord.Interaction[discord.Client]) -> None:
        """Carry a command out, and answer also where a check of its group fails.

        discord.py hands only its own errors to `on_error`, and would tell nobody of others. Nor
        would it tell of what is given up with the connections while the database is away.
        """
        try:
            await super()._call(interaction)
        except app_commands.AppCommandError:
            raise
        except asyncio.CancelledError:
            data: dict[str, Any] = dict(interaction.data or {})
            if data.get("name") != TOLD_LATER and (absent := self._away.error()):
                await fail(interaction, absent, self._wording(interaction))
            raise
        except Exception as error:  # noqa: BLE001 - whoever used it gets a reply
            await fail(interaction, error, self._wording(interaction))

    async def on_error(
        self,
        interaction: discord.Interaction[discord.Client],
        error: app_commands.AppCommandError,
        /,
    ) -> None:
        """Tell whoever used a command that it failed."""
        cause = error.__cause__ if isinstance(error.__cause__, Exception) else error
        await fail(interaction, cause, self._wording(interaction))


def _options(data: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield what was given to a command, that of its subcommands included."""
    for each in data.get("options") or ():
        yield each
        yield from _options(each)


def intents() -> discord.Intents:
    """Return the events that the bot asks for: guilds, messages, reactions, no members."""
    asked = discord.Intents.none()
    asked.guilds = True
    asked.guild_messages = True
    asked.dm_messages = True
    asked.guild_reactions = True
    asked.message_content = True
    return asked
