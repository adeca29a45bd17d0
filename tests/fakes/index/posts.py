"""Makes posts with as little as a test needs to say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from index.posts import Post

if TYPE_CHECKING:
    from datetime import datetime


def post(
    text: str,
    name: str = "1",
    *,
    source: str = "notes",
    posted_at: datetime | None = None,
    parent: str | None = None,
    **more: Any,
) -> Post:
    """Return a post called `source:name`."""
    parent_id = f"{source}:{parent}" if parent else None
    return Post(f"{source}:{name}", source, text, posted_at=posted_at, parent_id=parent_id, **more)
