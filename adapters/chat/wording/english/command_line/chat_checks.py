"""What `pullquote check` says of the chats, in English; names of pages stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

CHAT_CHECKS: Final[Mapping[str, str]] = {
    "token_refused": "DISCORD_TOKEN is not accepted: copy it from the Bot page of your application"
    " in the developer portal",
    "invitation": "token of {name}; to invite it: {link}",
    "content": "message content may be read",
    "no_content": "turn on Message Content Intent on the Bot page of your application in the"
    " developer portal",
    "gateway": "the gateway opens",
    "commands_unseen": "the commands cannot be looked at ({reason}): try again later",
    "commands": "{count} commands are registered",
    "commands_later": "the commands are registered when `pullquote run` starts for the first time",
    "commands_gone": "not registered yet: {names}: `pullquote run` registers them",
    "server_closed": "{channel}: its server cannot be read ({reason}): invite me again by the link"
    " above",
    "server_away": "{channel}: its server cannot be read ({reason}): try again later",
    "gone": "{channel}: gone or hidden: /posts unwatch it, or let me in",
    "rights": "{channel}: give me {names} there",
    "readable": "{channel} can be read",
    "not_installed": "installed nowhere yet: once `pullquote run` runs, open /slack/install in a "
    "browser",
    "scopes": "{name}: the token is accepted, with every scope that is needed",
    "no_scope": "{name}: the scope {scope} is missing, so there is no {what}: add it under “OAuth &"
    " Permissions” and install the app again",
    "scope.app_mentions:read": "answering mentions",
    "scope.assistant:write": "suggested questions, and “is searching…”",
    "scope.channels:history": "follow-ups and watching in public channels",
    "scope.channels:join": "watching public channels",
    "scope.channels:read": "answering in public channels",
    "scope.chat:write": "answering at all",
    "scope.commands": "/ask, /posts, /forget-me and the message shortcuts",
    "scope.files:read": "importing files",
    "scope.files:write": "sending the report",
    "scope.groups:history": "follow-ups and watching in private channels",
    "scope.groups:read": "answering in private channels",
    "scope.im:history": "direct messages",
    "scope.im:read": "direct messages",
    "scope.im:write": "showing long work, and answering who cannot be answered in a channel",
    "scope.mpim:history": "mentions in group messages",
    "scope.mpim:read": "mentions in group messages",
    "scope.reactions:read": "keeping a message out, and saying what answered, by a reaction",
    "scope.usergroups:read": "trusting a user group to say what answered",
    "scope.users:read": "names, languages, and who may read along",
    "socket": "Socket Mode opens",
    "socket_fails": "Slack fails to open Socket Mode at the moment: try again later",
    "no_socket": "SLACK_APP_TOKEN does not open Socket Mode ({reason}): make one with the scope"
    " connections:write under “Basic Information”, and switch Socket Mode on",
    "no_slack": "Slack cannot be reached ({reason}): try again later",
    "unseen_now": "{channel} cannot be looked at: Slack fails, try again later",
    "unreadable.access": "{channel} cannot be read ({reason}): invite me there, or /posts"
    " unwatch it",
    "unreadable.right": "{channel} cannot be read ({reason}): add the scope that Slack asks for,"
    " and install the app again",
    "unreadable.token": "{channel} cannot be read ({reason}): renew SLACK_BOT_TOKEN, or install"
    " the app again",
    "unreadable.passing": "{channel} cannot be read ({reason}): try again later",
    "archived": "{channel} is archived: nothing new comes from it; /posts unwatch ends the"
    " watching",
    "unseen": "{channel} cannot be looked at ({reason}): try again later",
    "no_member": "{channel}: I am no member: invite me, or /posts unwatch it",
    "digest": "{name}: the weekly digest can be posted in {channel}",
    "digest_lost": "{name}: the weekly digest cannot be posted in {channel}: let me write"
    " there, or choose another"
    " channel with /posts settings",
    "digest_unseen": "{name}: the channel of the weekly digest cannot be looked at ({reason}):"
    " try again later",
    "and": " and ",
}
