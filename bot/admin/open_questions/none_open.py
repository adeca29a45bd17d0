"""Tells why no question is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from bot.services import Services

NoneOpen = Literal["no_posts", "none_asked", "all_answered"]
"""There is nothing yet to answer from; nobody asked; or what was asked is answered."""


async def why_none_open(
    services: Services, platform: str, workspace_id: str, audience: frozenset[str]
) -> NoneOpen:
    """Return why there is no open question in a workspace.

    Args:
        services: What chats stand on.
        platform: The platform.
        workspace_id: The workspace.
        audience: What the admin who looks may see.
    """
    if not (await services.library.statistics(audience)).sources:
        return "no_posts"
    if not services.ledger.questions.are_any(platform, workspace_id):
        return "none_asked"
    return "all_answered"
