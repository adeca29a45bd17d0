"""Sends files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from slack_sdk.errors import SlackApiError, SlackClientError

from adapters.slack.api.web_api import LOST, problem_of, reason
from bot.errors import DeliveryError, FileNotTaken
from index.error_sentences import Told

if TYPE_CHECKING:
    from slack_sdk.web.async_client import AsyncWebClient

SCOPE: Final = "files:write"


async def upload(
    client: AsyncWebClient, channel: str, name: str, content: bytes, said: str
) -> None:
    """Send a file into a channel.

    Args:
        client: The workspace's.
        channel: Where to.
        name: What the file is called.
        content: What it holds.
        said: What stands above it, in words of ours.

    Raises:
        FileNotTaken: Slack did not grant us the scope.
        DeliveryError: It could not be sent.
    """
    try:
        await client.files_upload_v2(
            channel=channel, filename=name, title=name, content=content, initial_comment=said
        )
    except SlackApiError as error:
        if problem_of(error) == "missing_scope":
            raise FileNotTaken("Slack", SCOPE) from error
        raise DeliveryError(
            Told("Slack took no file ({reason})", reason=problem_of(error))
        ) from error
    except (SlackClientError, *LOST) as error:
        raise DeliveryError(Told("Slack took no file ({reason})", reason=reason(error))) from error
