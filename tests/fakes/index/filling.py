"""Puts posts into an engine without an import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.ingest.preparation import prepared
from tests.fakes.index.encoders import HashingEncoder

if TYPE_CHECKING:
    from index.documents import Prepared
    from index.engine import Engine
    from index.posts import Post


def ready(engine: Engine, *posts: Post, origin: str = "") -> list[Prepared]:
    """Return posts made ready to be stored."""
    return prepared({each.id: (each, origin) for each in posts}, engine, HashingEncoder())


def put(engine: Engine, *posts: Post, origin: str = "") -> None:
    """Store posts under a model of tests."""
    with engine.writing():
        model = engine.active_model() or engine.add_model("hashing", 256)
        engine.activate(model)
        engine.put(ready(engine, *posts, origin=origin), model)
