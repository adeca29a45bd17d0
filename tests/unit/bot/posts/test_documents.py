from __future__ import annotations

import asyncio
from contextlib import contextmanager
from threading import Barrier, BrokenBarrierError
from typing import TYPE_CHECKING

from bot.posts.documents import Documents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from index.errors import PostFormatError
    from index.ports import PostSource


async def test_documents_are_read_one_at_a_time() -> None:
    both_are_inside = Barrier(2, timeout=0.2)
    alone: list[str] = []

    @contextmanager
    def sources_in(
        path: Path, _source: str | None, _alive: Callable[[], None]
    ) -> Iterator[list[PostSource | PostFormatError]]:
        try:
            both_are_inside.wait()
        except BrokenBarrierError:
            alone.append(path.name)
        yield []

    documents = Documents(sources_in, reads_pdf=True)
    await asyncio.gather(documents.text("a.pdf", b"%PDF"), documents.text("b.docx", b"PK"))

    assert alone == ["document.pdf", "document.docx"]
