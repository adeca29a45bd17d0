"""What can go wrong below the bot.

IndexingError
├─ IndexMissing      nothing was ever imported here
├─ IndexMismatch     the database, or the model it was made with, cannot be used as it is
├─ IndexLocked       another process is writing and does not stop
│  └─ RemovalOwed    posts are removed, but still in the files
├─ IndexReplaced     another file lies where the open database was
├─ IndexUnreachable  the server that keeps the database does not answer
│  └─ IndexAway      it is known to be away
├─ PostFormatError   a file, or one line of it, cannot be read as posts
└─ EncoderError      the embedding model cannot be loaded or used
"""

from __future__ import annotations

from typing import Literal

from index.error_sentences import Told

Unit = Literal["line", "entry", "row"]
"""What is counted in a file: the entries of a feed, for example."""


class IndexingError(Exception):
    """Anything the index can raise; the bot translates it before a person sees it.

    Args:
        sentence: What is wrong, and what helps.
    """

    def __init__(self, sentence: Told) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class IndexMissing(IndexingError):
    """There is no database yet: nothing was ever imported.

    Args:
        place: The folder, or the database on a server.
    """

    def __init__(self, place: object) -> None:
        super().__init__(
            Told(
                "there are no posts in {place} yet: bring some in with `pullquote import PATH`",
                place=place,
            )
        )


class IndexMismatch(IndexingError):
    """The database is damaged, foreign or newer, or its model is gone or changed."""


class IndexLocked(IndexingError):
    """Another process holds the write lock for longer than we wait."""


class RemovalOwed(IndexLocked):
    """Posts are removed, but their traces are still in the files: to be done again."""


class IndexReplaced(IndexingError):
    """The database that is open no longer lies at its path: what is written would be lost."""


class IndexUnreachable(IndexingError):
    """The server that keeps the database does not answer, or gave up in the middle."""


class IndexAway(IndexUnreachable):
    """The server is known to be away, which was logged once: nothing was sent to it."""


class EncoderError(IndexingError):
    """The embedding model cannot be loaded or does not fit the index."""


class PostFormatError(IndexingError):
    """A file, or one line of it, that cannot be read as posts.

    It holds no sentence, for each reader has a language: whoever shows it asks
    `adapters.chat.error_text.refusal` for one.

    Args:
        file: The path as the person gave it.
        kind: What is wrong, by the name that its sentences go by.
        line: The line it stands on, counted from 1; None when the whole file is meant.
        unit: What `line` counts, where it is something else.
        values: What the sentences name: numbers, and texts as they were found.
    """

    def __init__(
        self,
        file: str,
        kind: str,
        line: int | None = None,
        unit: Unit = "line",
        /,
        **values: str | float,
    ) -> None:
        where = file if line is None else f"{file}, {unit} {line}"
        named = ", ".join(f"{name}={value!r}" for name, value in values.items())
        told = Told("{where}: {kind}({named})", where=where, kind=kind, named=named)
        super().__init__(told)
        self.file = file
        self.kind = kind
        self.line = line
        self.unit = unit
        self.values = values
