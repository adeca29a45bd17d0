"""Lists what a message on a page of Telegram Desktop holds, by the classes of its elements."""

from __future__ import annotations

from typing import Final

from adapters.sources.left_out_fields import Known

KNOWN: Final = Known(
    "Telegram HTML",
    "Telegram Desktop 1.5 to 5.10, HTML",
    {
        "text": "text",
        "text.blockquote": "quotes",
        "from_name": "author",
        "signature": "author",
        "date": "posted_at",
        "page_header": "source",
        "reply_to": "parent_id",
        "media_poll": "polls",
        "media_wrap": "attachments",
        "forwarded": "forwards",
        "service": "notices",
    },
)
"""Elements of other classes are not looked at."""
