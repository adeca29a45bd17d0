"""Lists what a message on a page of DiscordChatExporter holds, by the classes of its elements."""

from __future__ import annotations

from typing import Final

from adapters.sources.left_out_fields import Known

KNOWN: Final = Known(
    "DiscordChatExporter HTML",
    "DiscordChatExporter 2.34 to 2.47, HTML",
    {
        "chatlog__markdown-preserve": "text",
        "chatlog__author": "author",
        "preamble__entry": "source",
        "chatlog__reply-link": "parent_id",
        "chatlog__attachment": "attachments",
        "chatlog__sticker": "attachments",
        "chatlog__embed": "link_previews",
        "chatlog__forwarded": "forwards",
        "chatlog__system-notification-content": "notices",
    },
)
"""When a message was written, its id tells; elements of other classes are not looked at."""
