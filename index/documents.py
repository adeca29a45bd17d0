"""A post as it is prepared, stored and searched: its context, its passages, its model."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from index.posts import LONGEST_NAME
from index.text.language import language_of
from index.text.parts.passages import SPLITTING
from index.text.terms import terms
from index.text.words import words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime

    import numpy as np
    from numpy.typing import NDArray

    from index.posts import Post
    from index.text.parts.sentences import Span

    Batch = Mapping[str, tuple[Post, str]]
    """Posts by id, each with its origin."""

_FEW_WORDS: Final = 5


@dataclass(frozen=True, slots=True)
class Context:
    """What helps to find a post.

    Attributes:
        headings: Its own title, and for a comment that of its post or how it begins; a line each.
        before: What was said just before it, where it is a short line of a chat.
    """

    headings: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class Searched:
    """What is searched of a passage.

    Attributes:
        own: The passage under its headings.
        before: What was said just before it; mostly nothing.
    """

    own: str
    before: str = ""

    @property
    def whole(self) -> str:
        """All of it."""
        return f"{self.before}\n{self.own}" if self.before else self.own


class Known(NamedTuple):
    """What is stored of a post, enough to tell whether it changed."""

    fingerprint: str
    origin: str
    audience: str
    url: str | None
    is_accepted: bool = False
    is_solved: bool = False


class NameSince(NamedTuple):
    """What messages of one audience call an account or a channel.

    Attributes:
        account: The account; "" for a channel.
        name: The name.
        audience: Who may see these messages.
        is_followed: A channel tells of them, and no file.
        newest: When the newest of them was written; None where that is not known.
    """

    account: str
    name: str
    audience: str
    is_followed: bool
    newest: datetime | None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A post made ready to be stored.

    Attributes:
        post: The post.
        origin: The file it came from; "" for none.
        context: What helps to find it and is never quoted.
        spans: Its passages.
        vectors: float16[len(spans), dimension], a unit row for each passage.
    """

    post: Post
    origin: str
    context: Context
    spans: Sequence[Span]
    vectors: NDArray[np.float16]


class Model(NamedTuple):
    """A model with stored vectors.

    Attributes:
        number: Its number in this database, never reused.
        name: Its name, as the encoder gives it.
        dimension: The length of its vectors.
        splitting: The count of the splitting rules its passages were made by.
    """

    number: int
    name: str
    dimension: int
    splitting: int

    @property
    def is_split_as_now(self) -> bool:
        """Whether the passages were made by the present rules."""
        return self.splitting == SPLITTING


def stems_of(prepared: Prepared) -> tuple[list[str], list[list[str]]]:
    """Return what a post is found by: the stems of what is said around it, and of each passage."""
    post = prepared.post
    language = language_of(post.text)
    author = (post.author or "")[:LONGEST_NAME]
    around = f"{prepared.context.headings} {prepared.context.before} {author}"
    passages = [list(terms(post.text[start:end], language)) for start, end in prepared.spans]
    return list(terms(around, language)), passages


def place_of(id_: str) -> str:
    """Return what has one title: the thread of a message, with a stroke, or a post alone."""
    place = id_.rpartition("/")[0]
    return f"{place if place.rpartition('/')[2].isdecimal() else id_}/"


def name_mark(author: str) -> str:
    """Return what stands for a name of which nothing is stored: its folded words."""
    return f"by: {' '.join(words(author) or author.split())}"


def words_mark(post: Post) -> str:
    """Return what stands for a post's words, which no copy of a file is to bring back: a hash.

    The same words of the same author are the same post, under whatever name. Where they are so few
    that they may be written again, so must be their date.
    """
    own, day = post.text.casefold().split(), post.posted_at
    told_apart = (day.timestamp() if day else post.id) if len(own) < _FEW_WORDS else None
    said = json.dumps([post.author_id or " ".join(words(post.author or "")), own, told_apart])
    return f"text: {hashlib.sha256(said.encode()).hexdigest()}"


def untitled(post: Post, suppressed: Collection[str | None]) -> Post:
    """Return a post as it is stored: without a title that a suppressed account gave.

    Args:
        post: The post.
        suppressed: Accounts, and places whose title is not to be stored.
    """
    if not post.title:
        return post
    is_suppressed = post.titled_by in suppressed or place_of(post.id) in suppressed
    return replace(post, title="") if is_suppressed else post
