"""What it means that Slack refuses a message."""

from __future__ import annotations

import logging
from typing import Final

from slack_sdk.errors import SlackApiError

from adapters.slack.api.web_api import is_fault, problem_of
from adapters.slack.rendering.blocks import Outgoing
from bot.errors import DeliveryError, LoginError, NotGranted
from index.error_sentences import Told

_FORBIDDEN: Final = frozenset(
    {"not_in_channel", "channel_not_found", "is_archived", "restricted_action", "no_permission",
     "restricted_action_read_only_channel", "restricted_action_thread_only_channel",
     "restricted_action_non_threadable_channel", "restricted_action_thread_locked",
     "cannot_reply_to_message", "user_not_in_channel",
     "messages_tab_disabled"}
)  # fmt: skip

_REFUSED_BLOCKS: Final = frozenset(
    {"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long"}
)

_NOT_GRANTED: Final = frozenset({"missing_scope", "ekm_access_denied"})
_TOKEN: Final = frozenset(
    {"invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired"}
)

_log: Final = logging.getLogger(__name__)


class NotAllowed(DeliveryError):
    """We may not write there."""


class MessageGone(DeliveryError):
    """The message that was to be changed was deleted."""


class _NotGranted(NotAllowed, NotGranted):
    """We may write nowhere."""


def login_error(error: BaseException | None) -> LoginError | None:
    """Return what to tell where a call failed because the bot's token is worthless by now."""
    problem = problem_of(error) if isinstance(error, SlackApiError) else ""
    if problem not in _TOKEN:
        return None
    return LoginError(
        Told(
            "Slack does not accept SLACK_BOT_TOKEN ({reason}): copy it again from “OAuth &"
            " Permissions”",
            reason=problem,
        )
    )


def may_pass(error: DeliveryError) -> bool:
    """Return whether the same message may be posted later: Slack failed, or took a right away."""
    return isinstance(error, NotGranted) or not isinstance(error, (NotAllowed, MessageGone))


def without_refused(error: SlackApiError, message: Outgoing) -> Outgoing:
    """Return what to try next: the same where Slack failed, plain text where blocks are refused.

    Raises:
        DeliveryError: Nothing would help.
    """
    problem = problem_of(error)
    if problem in _REFUSED_BLOCKS and message.blocks:
        _log.error("Slack refuses our blocks (%s): sent as plain text", problem)
        return Outgoing(message.text)
    if not is_fault(error):
        raise translated(error) from error
    _log.info("Slack failed at a message: %s", problem)
    return message


def translated(error: Exception) -> DeliveryError:
    """Return what an error of a call comes to for whoever wanted something delivered."""
    problem = problem_of(error) if isinstance(error, SlackApiError) else type(error).__name__
    if problem in {*_NOT_GRANTED, *_TOKEN}:
        return _NotGranted(Told("Slack lets us not write there ({reason})", reason=problem))
    if problem in _FORBIDDEN:
        return NotAllowed(Told("Slack lets us not write there ({reason})", reason=problem))
    if problem == "message_not_found":
        return MessageGone(Told("the message was deleted"))
    return DeliveryError(Told("Slack took no message ({reason})", reason=problem))
