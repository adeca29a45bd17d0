"""*Is this stored?*: tells an admin what became of a message."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from slack_sdk.errors import SlackApiError

from adapters.chat.lines.message_fate import fate_line
from adapters.markup.slack import mentions
from adapters.slack.api.web_api import LOST, message_at
from adapters.slack.ids import account_id, channel_id, post_id
from adapters.slack.payloads import parse_message
from adapters.slack.private_replies import reply
from adapters.slack.rendering.blocks import notice
from adapters.slack.sync.message_to_post import is_ours, to_posts
from bot.text import one_line

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from adapters.chat.wording import Wording
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Action
    from adapters.slack.sync.watched_channels import WatchedChannels
    from bot.posts.message_fate import Kept


class FateCommand:
    """Looks a message up, and what speaks against it."""

    def __init__(self, context: SlackContext, watched_channels: WatchedChannels) -> None:
        self._context = context
        self._watched = watched_channels
        self.buttons: Mapping[str, Callable[[Action, Wording], Awaitable[None]]] = {
            "is_stored": self._tell
        }

    async def _tell(self, action: Action, wording: Wording) -> None:
        context = self._context
        person = await context.directory.person(action.team, action.user)
        if not context.may_manage(person):
            await reply(context, action, notice(wording.admins_only))
            return
        id_ = post_id(action.team, action.channel, action.ts)
        record = context.services.ledger.channels.get(channel_id(action.team, action.channel))
        reason = await self._reason(action) if record else None
        author = account_id(action.team, action.author) if action.author else None
        fate = await context.services.library.fate(id_, record, reason, author)
        await reply(context, action, notice(fate_line(fate, wording, one_line)))

    async def _reason(self, action: Action) -> Kept | None:
        """Return why a message is made no post of, as far as it tells that itself."""
        context, team = self._context, action.team
        workspace = await context.workspaces.of(team)
        try:
            found = await message_at(workspace.client, action.channel, action.ts)
        except (SlackApiError, *LOST):  # where we are not let in, nothing is known of it
            return None
        if found is None:
            return None
        message = parse_message(found, team, action.channel)
        if message is None:
            return "notices"
        if is_ours(message, workspace) or mentions(message.text, workspace.bot_user_id):
            return "question"
        conversation = await context.directory.conversation(team, action.channel)
        if (await context.directory.person(team, message.user)).is_bot:
            message = replace(message, is_by_bot=True)
        takes_apps = self._watched.takes_apps(channel_id(team, action.channel))
        made = to_posts(message, conversation, workspace, {}, {}, takes_apps=takes_apps)
        if made in ("bot_messages", "kept_out", "notices", "wordless"):
            return made
        return None
