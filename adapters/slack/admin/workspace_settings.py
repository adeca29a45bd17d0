"""`/posts settings`: how the bot behaves in a workspace, as its admins choose in a form."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from adapters.chat.error_text import sentence
from adapters.chat.lines.workspace_settings import settings_lines
from adapters.slack.admin.answers.trust import name_of
from adapters.slack.ids import PLATFORM, Spot, account_id, channel_id, team_and_channel
from adapters.slack.private_replies import reply
from adapters.slack.rendering.blocks import notice, told
from adapters.slack.rendering.settings_form import READER, settings_form, shown_settings
from bot.admin.trust import Trust
from bot.admin.workspace_settings import ALL, NAMED, SETTINGS, SettingsEditor, set_back
from bot.errors import KeptTooLong
from bot.ledger.workspace_settings import WorkspaceSettings
from bot.text import one_line

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Mapping

    from adapters.chat.wording import Wording
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import SlashCommand, ViewSubmission

_DAYS: Final = re.compile(r"0*[1-9]\d{0,8}")
"""A number of days; none is no number to keep anything for."""


class SettingsForm:
    """Shows and changes the settings of a workspace."""

    def __init__(self, context: SlackContext) -> None:
        self._context = context
        self._editor = SettingsEditor(PLATFORM, context.services.ledger)
        self._trust = Trust(PLATFORM, context.services)
        self.forms: Mapping[str, Callable[[ViewSubmission, Wording], Awaitable[None]]] = {
            "settings": self._chosen
        }
        self.checks = {"settings": self._wrong}

    async def open(self, command: SlashCommand, rest: str, wording: Wording) -> None:
        """Open the form, or set back what is named after `reset`."""
        team, user = command.team, command.user
        verb, _, name = rest.partition(" ")
        if verb.lower() != "reset":
            settings = await self._seen_by(team, user, self._editor.of(team))
            client = (await self._context.workspaces.of(team)).client
            view = settings_form(settings, wording)
            await client.views_open(trigger_id=command.trigger, view=view)
            return
        name = name.strip().lower()
        chosen = NAMED.get(name, name or ALL)
        if chosen in {ALL, *SETTINGS}:
            before = self._editor.of(team)
            self._editor.save(team, set_back(before, chosen))
            await self._trust.take_back(before, self._editor.of(team))
            said = self._context.wording(await self._context.directory.person(team, user))
            lines = [said.settings["saved"], *await self.lines(team, user, said)]
        else:
            lines = [wording.settings["unknown_name"].format(value=name, known=", ".join(NAMED))]
        await reply(self._context, command, told(lines))

    async def lines(
        self, team: str, user: str, wording: Wording, *, chosen_only: bool = False
    ) -> list[str]:
        """Return how a workspace is set up; channels that somebody does not read are not named."""
        context, settings = self._context, self._editor.of(team)
        names: dict[str, str] = {}
        for id_ in _channels(settings):
            channel = team_and_channel(id_)[1]
            name = (await context.directory.conversation(team, channel)).name
            is_seen = await context.sees(team, user, channel)
            names[id_] = f"#{one_line(name)}" if is_seen else wording.settings["hidden"]
        for account in settings.admins | settings.trusted:
            names[account] = await name_of(context, team, account)
        is_lost = self._editor.has_lost_digest(team)
        lines = settings_lines(
            settings, wording, names.__getitem__, chosen_only=chosen_only, has_lost_digest=is_lost
        )
        return lines if chosen_only else [*lines, wording.settings["how_form"]]

    async def _chosen(self, submission: ViewSubmission, wording: Wording) -> None:
        """Set what a form says."""
        context, team = self._context, submission.team
        person = await context.directory.person(team, submission.user)
        message = notice(wording.admins_only)
        if context.may_manage(person):
            problem = next(iter((await self._wrong(submission, wording)).values()), "")
            if not problem:
                await self._save(submission)
            said = context.wording(person)  # it may be another by now
            lines = await self.lines(team, submission.user, said)
            message = told([problem or said.settings["saved"], *lines])
        spot = Spot(team, await context.sender.direct(team, submission.user))
        await context.sender.post(spot, message, f"settings/{submission.id}")

    async def _wrong(self, submission: ViewSubmission, wording: Wording) -> Mapping[str, str]:
        """Return what is wrong with what a form says, by its fields."""
        found: dict[str, str] = {}
        days = submission.values.get("keep_days", "").strip()
        if days and not _DAYS.fullmatch(days):
            said = wording.settings["no_days"]
            found["keep_days"] = said.format(value=days, most=self._editor.most_days)
        else:
            try:
                self._editor.check_days(int(days or 0))
            except KeptTooLong as error:
                found["keep_days"] = sentence(error, wording)
        before = self._editor.of(submission.team)
        for id_ in await self._picked(submission, "digest_in") - {before.digest_in}:
            channel = team_and_channel(id_)[1]
            conversation = await self._context.directory.conversation(submission.team, channel)
            if conversation.is_archived or not conversation.is_joined:
                name = f"#{one_line(conversation.name)}"
                found["digest_in"] = wording.settings["not_written"].format(channel=name)
        for each in _words(submission.values, "admins"):
            if account_id(submission.team, each) in before.admins:
                continue
            person = await self._context.directory.person(submission.team, each)
            if person.is_bot or not person.is_member:
                name = f"@{one_line(person.name)}"
                found["admins"] = wording.settings["no_member"].format(person=name)
        return found

    async def _save(self, submission: ViewSubmission) -> None:
        """Set what a form says."""
        team, values = submission.team, submission.values
        shown = shown_settings(submission.about, team) or self._editor.of(team)
        # What the admin does not see was not in the form, or is not any more, and stays.
        shown = await self._seen_by(team, submission.user, shown)
        wished = WorkspaceSettings(
            language="" if values.get("language") == READER else values.get("language", ""),
            answers_in=await self._picked(submission, "answers_in"),
            quiet_in=await self._picked(submission, "quiet_in"),
            goes_on=values.get("goes_on") != "no",
            admins=frozenset(account_id(team, each) for each in _words(values, "admins")),
            keep_days=int(values.get("keep_days", "").strip() or 0),
            trusted=shown.trusted,  # `/posts trust` says whom
            helps_in=shown.helps_in,  # `/posts help-out` says where
            digest_in=next(iter(await self._picked(submission, "digest_in")), ""),
        )
        self._editor.change(team, shown, wished)

    async def _picked(self, submission: ViewSubmission, name: str) -> frozenset[str]:
        """Return the channels that were picked; a form can be forged to name any other."""
        team, user = submission.team, submission.user
        picked = _words(submission.values, name)
        seen = [each for each in picked if await self._context.sees(team, user, each)]
        return frozenset(channel_id(team, each) for each in seen)

    async def _seen_by(
        self, team: str, user: str, settings: WorkspaceSettings
    ) -> WorkspaceSettings:
        """Return settings without the channels that somebody does not read."""
        seen = {
            id_
            for id_ in _channels(settings)
            if await self._context.sees(team, user, team_and_channel(id_)[1])
        }
        return replace(
            settings,
            answers_in=settings.answers_in & seen,
            quiet_in=settings.quiet_in & seen,
            digest_in=settings.digest_in if settings.digest_in in seen else "",
        )


def _channels(settings: WorkspaceSettings) -> Iterable[str]:
    digest = {settings.digest_in} - {""}
    return sorted(settings.answers_in | settings.quiet_in | digest | settings.offering.keys())


def _words(values: Mapping[str, str], name: str) -> list[str]:
    return values.get(name, "").split()
