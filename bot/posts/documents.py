"""Reads the documents that hang on messages."""

from __future__ import annotations

import asyncio
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from index.errors import PostFormatError
from index.posts import Post

if TYPE_CHECKING:
    from bot.posts.chat_import_sources import SourcesIn


class Documents:
    """Reads documents.

    Args:
        sources_in: Gives the post sources in a file while it is read, within its bounds.
        reads_pdf: What reads PDF is installed.
    """

    def __init__(self, sources_in: SourcesIn, *, reads_pdf: bool) -> None:
        self._sources_in = sources_in
        self.reads_pdf = reads_pdf
        self._turn = asyncio.Lock()

    async def text(self, name: str, content: bytes) -> str:
        """Return what a document says; "" where it says nothing, or cannot be read.

        One at a time, so that no member can take all threads and memory with slow ones.

        Args:
            name: What the document is called: only the ending counts.
            content: All of it.
        """
        async with self._turn:
            return await asyncio.to_thread(self._text, name, content)

    def _text(self, name: str, content: bytes) -> str:
        with TemporaryDirectory(prefix="pullquote-") as folder:
            file = Path(folder, f"document{PurePath(name).suffix.lower()}")
            file.write_bytes(content)
            with self._sources_in(file, None, lambda: None) as found:
                sources = [each for each in found if not isinstance(each, PostFormatError)]
                posts = [post for each in sources for post in each.posts()]
        return "\n\n".join(post.text for post in posts if isinstance(post, Post))
