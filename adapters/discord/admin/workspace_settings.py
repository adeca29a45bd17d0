"""`/posts settings`: how the bot behaves on a server, as its admins choose."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import discord

from adapters.chat.lines.workspace_settings import settings_lines
from adapters.discord.ids import CHANNEL, ledger_id
from adapters.discord.rendering.escaping import escaped_line
from adapters.discord.rendering.layout import NO_PINGS, lines_view
from adapters.discord.sender import FAILURES
from bot.admin.trust import Trust
from bot.admin.workspace_settings import SettingsEditor, set_back

if TYPE_CHECKING:
    from adapters.chat.wording import Wording
    from adapters.discord.context import DiscordContext

_PERSON: Final = re.compile(r"<@!?(\d+)>|(\d+)")

READER: Final = "reader"
"""Stands for the language of whoever reads."""

_Answering = (
    discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.ForumChannel
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What an admin chose with the command; None or "" for what they did not.

    Attributes:
        answers_in: Channels as they were typed.
        quiet_in: The same.
        goes_on: Whether threads go on without a mention.
        language: A language, or `reader`.
        admins: People as they were typed.
        keep_days: How long questions are kept.
        digest_in: Where the digest goes.
        reset: What is set back: a setting, or `all`.
    """

    answers_in: str = ""
    quiet_in: str = ""
    goes_on: bool | None = None
    language: str = ""
    admins: str = ""
    keep_days: int | None = None
    digest_in: discord.TextChannel | None = None
    reset: str = ""


class SettingsCommand:
    """Shows and changes the settings of a server."""

    def __init__(self, context: DiscordContext) -> None:
        self._context = context
        self._editor = SettingsEditor("discord", context.services.ledger)
        self._trust = Trust("discord", context.services)

    async def change(self, interaction: discord.Interaction, wish: Wish) -> None:
        """Set what was chosen, and show an admin alone how all stands.

        Raises:
            KeptTooLong: Questions are to be kept longer than the installation keeps them.
        """
        wording, guild = self._context.wording(interaction), self._known(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        chosen, problems = await self._chosen(interaction, guild, wish, wording)
        # After all that takes time: what others set meanwhile stays.
        before = self._editor.of(ledger_id(guild.id))
        start = set_back(before, wish.reset) if wish.reset else before
        wished = replace(start, **chosen)
        if problems:
            lines = [*map(escaped_line, problems)]
        else:
            self._editor.save(ledger_id(guild.id), wished)
            await self._trust.take_back(before, wished)
            wording = self._context.wording(interaction)  # it may be another by now
            lines = [wording.settings["saved"]] if wished != before else []
            if wished.admins - before.admins:
                lines.append(wording.settings["shown_by_owner"])
        lines += [*self.lines(guild, wording), wording.settings["how"]]
        await interaction.edit_original_response(view=lines_view(lines), allowed_mentions=NO_PINGS)

    def lines(
        self, guild: discord.Guild, wording: Wording, *, chosen_only: bool = False
    ) -> list[str]:
        """Return how a server is set up."""
        settings = self._editor.of(ledger_id(guild.id))

        def named(id_: str) -> str:
            kind, _, own = id_.partition(":")[2].rpartition("/")
            is_person = id_ in settings.admins | settings.trusted
            return f"<{'@&' if kind else '@' if is_person else '#'}{own}>"

        is_lost = self._editor.has_lost_digest(ledger_id(guild.id))
        return settings_lines(
            settings, wording, named, chosen_only=chosen_only, has_lost_digest=is_lost
        )

    def _known(self, interaction: discord.Interaction) -> discord.Guild:
        guild: Any = interaction.guild
        return self._context.client.get_guild(guild.id) or guild

    async def _chosen(
        self,
        interaction: discord.Interaction,
        guild: discord.Guild,
        wish: Wish,
        wording: Wording,
    ) -> tuple[dict[str, Any], list[str]]:
        """Return the settings that are chosen, by name, and what of the wish cannot be done."""
        unknown: list[str] = []
        chosen: dict[str, Any] = {
            name: await self._channels(interaction, guild, typed, unknown)
            for name, typed in (("answers_in", wish.answers_in), ("quiet_in", wish.quiet_in))
            if typed
        }
        if wish.admins:
            chosen["admins"] = await _people(guild, wish.admins, unknown)
        for name in ("goes_on", "keep_days"):
            if (value := getattr(wish, name)) is not None:
                chosen[name] = value
        if wish.language:
            chosen["language"] = "" if wish.language == READER else wish.language
        problems = [wording.settings["unknown"].format(value=each) for each in unknown]
        if wish.digest_in is not None:
            chosen["digest_in"] = ledger_id(wish.digest_in.id)
            mine, name = wish.digest_in.permissions_for(guild.me), f"#{wish.digest_in.name}"
            if not (mine.view_channel and mine.send_messages):
                problems.append(wording.settings["not_written"].format(channel=name))
        return chosen, problems

    async def _channels(
        self, interaction: discord.Interaction, guild: discord.Guild, typed: str, unknown: list[str]
    ) -> frozenset[str]:
        """Return the channels that were typed; those that the admin does not see are unknown."""
        found = set()
        for word in _words(typed):
            seen = [
                each.id
                for each in _called(guild, word)
                if await self._context.visibility.may_see(interaction.user, each)
            ]
            if len(seen) == 1:
                found.add(ledger_id(seen[0]))
            else:
                unknown.append(word)
        return frozenset(found)


def _called(guild: discord.Guild, word: str) -> list[_Answering]:
    """Return the channels that a word names: by mention, by id, or as they are called."""
    match, name = CHANNEL.fullmatch(word), word.removeprefix("#").casefold()
    id_ = int(match[1] or match[2]) if match else 0
    return [
        each
        for each in guild.channels
        if isinstance(each, _Answering) and (each.id == id_ or each.name.casefold() == name)
    ]


async def _people(guild: discord.Guild, typed: str, unknown: list[str]) -> frozenset[str]:
    """Return the accounts that were typed, if they are members."""
    found = set()
    for word in _words(typed):
        match = _PERSON.fullmatch(word)
        try:
            member = await guild.fetch_member(int(match[1] or match[2])) if match else None
        except FAILURES:
            member = None
        if member is None or member.bot:
            unknown.append(word)
        else:
            found.add(ledger_id(member.id))
    return frozenset(found)


def _words(typed: str) -> list[str]:
    return typed.replace("><", "> <").replace(",", " ").split()
