"""Posts on their way in from a chat (each a `PostSource`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.errors import Unconfirmed
from index.errors import PostFormatError
from index.ingest.counts import Counts
from index.ports import PostSource
from index.posts import EVERYONE, FOLLOWED, is_of_a_chat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.ledger.jobs import Way
    from bot.ports import Report
    from index.documents import Known
    from index.engine import Engine
    from index.post_index import PostIndex
    from index.posts import Post


class OwnPosts:
    """A source of which posts that are others' are refused.

    What is no message of a chat is called by names that its file chose: two workspaces may choose
    the same, and are kept apart (see `_own_id`).
    """

    def __init__(self, source: PostSource, store: Engine, request: Import) -> None:
        self._source = source
        self._store = store
        self._request = request
        self.origin, self.size = source.origin, source.size

    @property
    def position(self) -> int:
        """Is how much was used up."""
        return self._source.position

    @property
    def left_out(self) -> Mapping[str, int]:
        """Counts what was left out so far, by its kind."""
        return self._source.left_out

    def posts(self) -> Iterator[Post | PostFormatError]:
        """Yield the posts, those of others as refusals."""
        for each in self._source.posts():
            yield each if isinstance(each, PostFormatError) else self._own(each)

    def _own(self, post: Post) -> Post | PostFormatError:
        known = self._store.known([post.id, *([post.parent_id] if post.parent_id else ())])
        id_ = self._own_id(post.id, known)
        stored = known.get(id_)
        labels = {post.audience} - {EVERYONE} | ({stored.audience} if stored else set())
        if not all(map(self._request.may_change, labels)):
            return PostFormatError(self.origin, "others_post", id=post.id)
        if id_ in self._request.owed and not self._is_channels(id_, stored):
            self._request.met.add(id_)
        parent = post.parent_id and self._own_id(post.parent_id, known)
        return replace(post, id=id_, parent_id=parent)

    def _own_id(self, id_: str, known: Mapping[str, Known]) -> str:
        """Return what a post is called here: by its file, where nobody else may call one so.

        A message goes by its platform's name unless others have it already, and so does what the
        workspace brought in before it was kept apart, or what was removed for good by then.
        """
        stored, apart = known.get(id_), self._request.apart
        is_own = stored is not None and self._request.may_change(stored.audience)
        if not apart or is_own or (stored is None and is_of_a_chat(id_)):
            return id_
        if stored is None and self._store.suppressed_among([id_]):
            return id_
        return kept_apart(id_, apart)

    def _is_channels(self, id_: str, stored: Known | None) -> bool:
        """Tell whether a channel told of a post, or took it back: no file has a say in it then."""
        told = stored is not None and stored.origin == FOLLOWED
        return told or bool(self._store.deleted_at_source([id_]))


class GivenPosts:
    """Posts that a channel tells of, as a source."""

    origin = FOLLOWED
    size = 0
    position = 0
    left_out: Mapping[str, int] = MappingProxyType({})

    def __init__(self, posts: Sequence[Post]) -> None:
        self._posts = posts

    def posts(self) -> Iterator[Post]:
        """Yield them."""
        return iter(self._posts)


SourcesIn = Callable[
    [Path, str | None, Callable[[], None]],
    AbstractContextManager[Sequence[PostSource | PostFormatError]],
]
"""Gives the post sources in a file, called by a name or by that of the file, while it is read.

What cannot be read is among them as an error. They are read in their order, each once; while
they make us wait, they call what they are given, which may raise to end the reading.
"""


@dataclass(frozen=True, slots=True)
class Import:
    """What is to be imported from a chat, and how: see `bot.posts.library.Library.import_posts`.

    Attributes:
        apart: What keeps the workspace's posts apart from those of others; "" for nothing.
        owed: Posts that could not be stored, or removed, as they were told of last.
        met: Those of them that the file tells of instead.
    """

    file: Path
    source: str | None
    audience: str
    report: Report
    may_change: Callable[[str], bool]
    drops: bool
    apart: str = ""
    owed: set[str] = field(default_factory=set)
    met: set[str] = field(default_factory=set)

    def confirm(self, way: Way, sources_in: SourcesIn, index: PostIndex) -> None:
        """Count what the import would change, where somebody is to look at that first.

        Raises:
            Unconfirmed: Somebody is.
        """
        if way in {"import", "preview"}:
            would = self.import_posts(sources_in, index, dry_run=True)
            if way == "preview" or would.removed:
                raise Unconfirmed(would)

    def import_posts(
        self, sources_in: SourcesIn, index: PostIndex, *, dry_run: bool = False
    ) -> Counts:
        """Store what is to be imported, or count what that would change.

        The counts call the file by its own name: who reads them in a chat is not to know where
        the host keeps it.
        """
        last = _Last(self.report)
        with sources_in(self.file, self.source, last.again) as found:
            errors = [each for each in found if isinstance(each, PostFormatError)]
            readable = [
                OwnPosts(each, index.engine, self)
                for each in found
                if not isinstance(each, PostFormatError)
            ]
            last.total, place = sum(each.size for each in readable), str(self.file.resolve())
            bring = index.preview if dry_run else index.import_posts
            counts = bring(
                readable,
                within=[place] if readable else [],
                partial=[place] if errors or not self.drops else [],
                audience=self.audience,
                shows=lambda label: label in {self.audience, EVERYONE},
                may_change=self.may_change,
                progress=lambda position, counts: last.tell(position, self._named(counts)),
            )
        return self._named(counts.with_refused(*errors))

    def _named(self, counts: Counts) -> Counts:
        return replace(
            counts,
            problems=tuple(map(self._without_folder, counts.problems)),
            examples=tuple(map(self._own_name, counts.examples)),
        )

    def _without_folder(self, error: PostFormatError) -> PostFormatError:
        values = {
            name: self._own_name(value) if isinstance(value, str) else value
            for name, value in error.values.items()
        }
        file = self._own_name(error.file)
        return PostFormatError(file, error.kind, error.line, error.unit, **values)

    def _own_name(self, text: str) -> str:
        for folder in {str(self.file.parent), str(self.file.parent.resolve())}:
            text = text.replace(f"{folder}/", "")
        return text.replace(f"@{self.apart}:", ":") if self.apart else text


def kept_apart(id_: str, apart: str) -> str:
    """Return what a post is called that a file calls so, kept apart from others of that name."""
    scope, _, name = id_.partition(":")
    return f"{scope}@{apart}:{name}"


def kept_apart_by(platform: str, workspace_id: str) -> str:
    """Return what keeps the posts of a workspace's files apart from those of others.

    It stands before the colon of their ids (`notes@slack-T1:7`).
    """
    return f"{platform}-{workspace_id.removeprefix(f'{platform}:')}"


class _Last:
    """The last report, which is made again where there is nothing new to report.

    Attributes:
        total: How much there is to read.
    """

    def __init__(self, report: Report) -> None:
        self.total = 0
        self._report = report
        self._done, self._counts = 0, Counts()

    def tell(self, done: int, counts: Counts) -> None:
        """Report something new."""
        self._done, self._counts = done, counts
        self.again()

    def again(self) -> None:
        """Report the same as before."""
        self._report(self._done, self.total, self._counts)
