"""`export`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from bot.cli import console
from bot.composition import app
from bot.text import json_line

if TYPE_CHECKING:
    from index.posts import Post


def export() -> None:
    """Print all posts as JSONL, readable by `import`."""
    with app.opened_index(console.settings()) as index:
        for post in index.every_post():
            typer.echo(json_line(post_record(post)))


def post_record(post: Post) -> dict[str, Any]:
    """Return a post as `export` prints it."""
    scope = post.id.partition(":")[0]
    return {
        "id": post.id.removeprefix(f"{scope}:"),
        **({"scope": scope} if scope != post.source else {}),
        "source": post.source,
        "title": post.title,
        "text": post.text,
        "author": post.author,
        "url": post.url,
        "posted_at": post.posted_at.isoformat() if post.posted_at else None,
        "parent_id": post.parent_id and post.parent_id.removeprefix(f"{scope}:"),
        "audience": post.audience,
        "age": post.age,
        "author_id": post.author_id,
    }
