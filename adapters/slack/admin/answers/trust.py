"""`/posts trust`: whose ticks and marks say which message answered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from adapters.slack.ids import GROUP, PLATFORM, account_id
from adapters.slack.private_replies import reply
from adapters.slack.rendering.blocks import notice
from adapters.slack.rendering.menus import menu_name
from bot.admin.trust import Trust
from bot.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from adapters.chat.wording import Wording
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import SlashCommand

_NAMED: Final = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^>]*)?>|<!subteam\^(S[A-Z0-9]+)(?:\|[^>]*)?>")

STOP: Final = "off"


class TrustCommand:
    """Trusts people and user groups, and no longer."""

    def __init__(self, context: SlackContext) -> None:
        self._context = context
        self._trust = Trust(PLATFORM, context.services)

    async def change(self, command: SlashCommand, rest: str, wording: Wording) -> None:
        """Trust who is named, or after `off` no longer; tell who is trusted where nobody is."""
        words = rest.replace("><", "> <").split()
        is_stopped = words[:1] == [STOP]
        named = [_NAMED.fullmatch(each) for each in words[is_stopped:]]
        ids = [match[1] or match[2] for match in named if match]
        said, team = wording.settings, command.team
        if unknown := [
            each for each, match in zip(words[is_stopped:], named, strict=True) if not match
        ]:
            lines = [said["trust.unknown"].format(value=one_line(each)) for each in unknown]
        elif ids:
            accounts = [account_id(team, each) for each in ids]
            await (self._trust.withdraw if is_stopped else self._trust.give)(team, accounts)
            line = said["trust.stopped" if is_stopped else "trust.now"]
            value = await self._names(team, accounts)
            lines = [line.format(value=value, menu=menu_name("answer"))]
        else:
            trusted = await self._names(team, self._context.settings_of(team).trusted)
            line = said["trusted"].format(value=trusted or said["nobody"])
            lines = [line, said["trust.how"]]
        await reply(self._context, command, notice(*lines))

    async def _names(self, team: str, accounts: Iterable[str]) -> str:
        return ", ".join([await name_of(self._context, team, each) for each in sorted(accounts)])


async def name_of(context: SlackContext, team: str, account: str) -> str:
    """Return what an account or a user group is called."""
    id_ = account.rpartition("/")[2]
    if id_.startswith(GROUP):
        return f"@{one_line((await context.directory.groups(team)).get(id_) or id_)}"
    return one_line((await context.directory.person(team, id_)).name)
