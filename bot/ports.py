"""What the bot needs from outside, and what it offers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Coroutine, Mapping, Sequence
from typing import (
    TYPE_CHECKING,
    BinaryIO,
    Final,
    Literal,
    NamedTuple,
    Protocol,
    TypedDict,
    runtime_checkable,
)

from bot.question_and_answer import Answer, Question

if TYPE_CHECKING:
    import asyncio

    from index.errors import PostFormatError
    from index.ingest.addresses import WebAddress
    from index.ingest.counts import Counts
    from index.ports import PostSource
    from index.posts import Hit, Post
    from index.search_scope import Scope


Order = Literal["day-first", "month-first"]
"""Which of two numbers of a date is the day."""

Ask = Callable[[Question], Awaitable[Answer]]
"""Answers one question; raises AskError, UnavailableError."""


Newer = Callable[[Collection[str]], Collection[str]]
"""Returns those of some posts of which something newer is known than what is to be stored."""


class Retriever(Protocol):
    """Finds posts."""

    def search(self, text: str, scope: Scope, limit: int) -> Sequence[Hit]:
        """Return the best posts in scope, best first."""
        ...

    def authors(self, name: str, audience: frozenset[str] | None) -> Sequence[str]:
        """Return the authors whose names have these beginnings of words, as readers see them."""
        ...

    def warm_up(self) -> None:
        """Load what the first question would have to wait for."""
        ...

    def close(self) -> None:
        """Let go of what it holds open."""
        ...


class ChatAdapter(Protocol):
    """A place where people ask."""

    @property
    def name(self) -> str:
        """Names the platform."""
        ...

    @property
    def opened(self) -> asyncio.Event:
        """Set once it is connected, and questions are taken."""
        ...

    @property
    def is_shared(self) -> bool:
        """Whether several processes serve it side by side, where they share a database."""
        ...

    async def run(self, ask: Ask) -> None:
        """Connect, serve until cancelled, clean up."""
        ...


class Sharing(Protocol):
    """Shares work among processes: what one has begun the others do not."""

    async def serve(
        self,
        name: str,
        work: Callable[[], Coroutine[None, None, None]],
        waits: Callable[[], None] = lambda: None,
    ) -> None:
        """Do some work while no other process does it, until it ends or is cancelled.

        Args:
            name: What the work is called.
            work: Begins it; it is cancelled where another process may begin it.
            waits: Called once where another process does it already.
        """
        ...


class Report(Protocol):
    """Hears how far long work is; may raise to end it between two transactions."""

    def __call__(self, done: int, total: int, counts: Counts) -> None:
        """Take what is done of how much (0 where that is not known), and the counts."""
        ...


class ReportReader(NamedTuple):
    """An admin who reads a report in a chat.

    Attributes:
        platform: The chat.
        workspace_id: The server or workspace, as questions name it.
        audience: The labels of what the admin may see.
        may_see: Tells whether the admin may see where a question was openly asked.
        language: The admin's (`en`).
    """

    platform: str
    workspace_id: str
    audience: frozenset[str]
    may_see: Callable[[Question], Awaitable[bool]]
    language: str


class ReportPages(Protocol):
    """Makes reports for chats."""

    async def page(self, reader: ReportReader) -> tuple[str, bytes]:
        """Return the name of a file, and what it holds: a page of what its reader may see.

        Raises:
            UnavailableError: The posts or the ledger cannot be used now.
        """
        ...


class FoundSources(NamedTuple):
    """What the paths of an import hold.

    Attributes:
        sources: One for each file that may hold posts.
        within: The files and folders that hold them, as they were named.
        partial: Those of them that could not be read in all their parts.
        refused: Paths that cannot be read at all.
        addresses: Those on the web that sources are from, to be remembered once all is stored.
    """

    sources: list[PostSource]
    within: list[str]
    partial: list[str]
    refused: list[PostFormatError]
    addresses: list[WebAddress]

    def joined(self, other: FoundSources) -> FoundSources:
        """Return both together."""
        return FoundSources(
            self.sources + other.sources,
            self.within + other.within,
            self.partial + other.partial,
            self.refused + other.refused,
            self.addresses + other.addresses,
        )


COLUMN_NAMES: Final[Mapping[str, str]] = {
    "text": "text",
    "title": "title",
    "author": "author",
    "date": "posted_at",
    "posted_at": "posted_at",
    "link": "url",
    "url": "url",
    "id": "id",
    "parent_id": "parent_id",
}
"""What a person may call a column of a table, with what it is to a post."""


class GivenColumns(NamedTuple):
    """What a person says of the columns of a table.

    Attributes:
        columns: What columns are, each with its head or number, or "" where none is; texts may be
            several.
        order: Which number of a date is the day; None where the dates are to tell.
        is_confirmed: The person looked at what was recognised, and agreed.
    """

    columns: tuple[tuple[str, str], ...] = ()
    order: Order | None = None
    is_confirmed: bool = False


NOTHING_GIVEN: Final = GivenColumns()
"""Everything is left to recognition."""


class ImportWish(TypedDict, total=False):
    """How the files of an import are to be read.

    Attributes:
        source: Names the source of all posts, instead of the file or folder and the rows.
        audience: Names the audience of all posts, instead of the rows.
        stdin: What `-` reads.
        columns: What is known of the columns of tables.
        with_apps: Whether what apps wrote in the exports of chats is wanted.
    """

    source: str | None
    audience: str | None
    stdin: BinaryIO
    columns: GivenColumns
    with_apps: bool


class TablePreview(NamedTuple):
    """What was recognised of a table, where a person is to be asked before it is read.

    Attributes:
        file: Its path as the person gave it.
        doubt: What is asked: whether its columns are what was recognised, or which number of
            its dates is the day.
        columns: The heads of its columns, by what they are to a post.
        left_out: The heads of the others.
        posts: What would be made of its first rows.
        dates: A date that can be read in two ways, with the day first and with the month first.
    """

    file: str
    doubt: Literal["columns", "dates"]
    columns: Mapping[str, Sequence[str]]
    left_out: Sequence[str]
    posts: Sequence[Post]
    dates: tuple[str, str, str]


@runtime_checkable
class TableSource(Protocol):
    """A source that may be a table (a `PostSource`)."""

    def in_doubt(self) -> TablePreview | None:
        """Return what a person is to be asked of a table before it is read; None for nothing."""
        ...

    def told(self, given: GivenColumns) -> PostSource:
        """Return the same source with what a person says of its columns."""
        ...

    def settled(self, order: Order | None) -> PostSource:
        """Return the same source with what a person answered: which number is the day."""
        ...
