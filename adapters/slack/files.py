"""Fetches files that Slack keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from yarl import URL

from adapters.slack.api.web_api import LOST
from bot.errors import FileClosed, FileElsewhere

if TYPE_CHECKING:
    from aiohttp import ClientResponse

    from adapters.slack.context import SlackContext

_OK: Final = 200
_MISSING: Final = 404


async def file_content(
    context: SlackContext, team: str, url: str, name: str, most: int
) -> bytes | None:
    """Return what a file holds; None where it cannot be fetched.

    Args:
        context: What it stands on.
        team: The workspace.
        url: Where Slack says that the file is.
        name: What it is called in an error.
        most: So many bytes are taken, and hardly more, whatever Slack said of its size.

    Raises:
        FileElsewhere: It is not Slack that keeps it, and would be shown our token.
        FileClosed: We may not read it.
    """
    workspace = await context.workspaces.of(team)
    host, own = URL(url).host, URL(context.settings.api_url).host
    if host != own and not (host or "").endswith(".slack.com"):
        raise FileElsewhere("Slack", name)
    headers = {"Authorization": f"Bearer {workspace.bot_token}"}
    try:
        # Slack sends whom it does not let in to a page to sign in.
        async with context.session.get(url, headers=headers, allow_redirects=False) as response:
            if response.status == _OK:
                return await _read(response, most)
            if response.status < _MISSING:
                raise FileClosed("Slack", name)
    except LOST:
        return None
    return None


async def _read(response: ClientResponse, most: int) -> bytes:
    content = bytearray()
    async for piece in response.content.iter_any():
        content += piece
        if len(content) > most:
            break
    return bytes(content)
