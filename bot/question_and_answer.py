"""What is asked and what is answered."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from bot import excerpt_counts
from bot.errors import EmptyQuestion, QuestionTooLong
from index.posts import whole_of
from index.search_scope import Filters, Scope

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from bot.errors import BadFilter
    from index.posts import EvidenceKind, FoundBy, Kind, Part
    from index.text.parts.sentences import Span


LONGEST_QUESTION: Final = 2_000


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks: a person on a platform."""

    platform: str
    id: str
    name: str

    @property
    def account(self) -> str:
        """Is what their posts are known by, whatever name stands above them."""
        return f"{self.platform}:{self.id}"


@dataclass(frozen=True, slots=True)
class Question:
    """A question that can be answered; it cannot be made otherwise.

    Attributes:
        id: Names it in the log.
        text: What is looked for, without filters.
        asker: Who asks.
        conversation: Where: a channel, a direct message, the terminal.
        audience: The labels that every reader of the reply may see; None is everything.
        asked_at: When, timezone-aware.
        filters: What the asker narrowed it to.
        limit: How many excerpts the answer may have.
        context: The question before, where this one names nothing of its own.
        workspace_id: The guild or workspace it was asked in; "" outside of any.
        is_private: Only the asker reads the reply.
        without: The id of a post that is left out: the message that it was taken from.
        seeks_alike: Posts like its text are sought, whatever it asks.
        outdated: The ids of posts that are left out, too: they are otherwise by now than they are
            stored, or stand before the reader.
        locale: The asker's, where the platform told it with the question; "" where it did not.
        mentions: Names in the text that stand for accounts, with the accounts.

    Raises:
        EmptyQuestion: Nothing but white space.
        QuestionTooLong: More than 2,000 characters.
    """

    id: str
    text: str
    asker: Asker
    conversation: str
    audience: frozenset[str] | None
    asked_at: datetime
    filters: Filters = field(default_factory=Filters)
    limit: int = excerpt_counts.USUAL
    context: str = ""
    workspace_id: str = ""
    is_private: bool = False
    without: str = ""
    seeks_alike: bool = False
    outdated: frozenset[str] = frozenset()
    locale: str = ""
    mentions: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise EmptyQuestion("There is no question: write what you would like to know.")
        if len(self.text) > LONGEST_QUESTION:
            length = f"{len(self.text):,} characters"
            most = f"{LONGEST_QUESTION:,}"
            raise QuestionTooLong(f"The question has {length}: {most} are the most.", most=most)

    @property
    def searched(self) -> str:
        """What is looked for: the text, after the question it leans on."""
        return f"{self.context} {self.text}" if self.context else self.text

    @property
    def scope(self) -> Scope:
        """What may be found."""
        return Scope(self.audience, self.filters)


@dataclass(frozen=True, slots=True)
class Citation:
    """Where an excerpt stands.

    Attributes:
        number: Its number in the answer, from 1.
        title: The post's title, or how it begins.
        author: The name a reader sees, or None.
        url: The link to the post, or None.
        posted_at: When it was posted, or None.
        source: The name of its source.
        kind: A post of its own, or a comment.
        age: How old the page said it was, where no date is known; else "".
        post_id: The post.
        version: Tells later on whether the post is still as it was.
        words: Tells later on whether its text is.
        account: The account of its author, or the name where none is known.
        part: What a message holds that its sender did not write; None for all else.
    """

    number: int
    title: str
    author: str | None
    url: str | None
    posted_at: datetime | None
    source: str
    kind: Kind
    age: str = ""
    post_id: str = ""
    version: str = ""
    words: str = ""
    account: str = ""
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of a post, verbatim: `text == post.text[start:end]`.

    Attributes:
        covered: What of the text its author covered until it is clicked.
        asked: The question that its post answers, where that is known.
        answered_by: How that is known; None where the answer is said again later.
        is_pinned: An admin pinned its post to the question.
    """

    text: str
    start: int
    end: int
    post_id: str
    score: float
    citation: Citation
    found_by: tuple[FoundBy, ...] = ()
    covered: tuple[Span, ...] = ()
    asked: Citation | None = None
    answered_by: EvidenceKind | None = None
    is_pinned: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found, best first; or nothing, with what came nearest.

    Attributes:
        question: What was asked.
        excerpts: What is quoted.
        nearest: What came nearest, where nothing is quoted.
        elapsed_seconds: How long it took.
        confidence: How likely the answer is there, 0 to 1.
        unsure: The nearest quote, where nothing is quoted for sure; to be marked as such.
        narrowed: What the question's own words narrowed it to.
        is_all_said: Whether all that answers a follow-up was quoted for the question before.
        is_said_back: Whether a question asks nothing but what was just quoted where it is asked.
        newer: What is newer on the same subject than what is quoted, the newest first.
        is_nothing_readable: Whether there is no post that its readers may read.
        is_all_shown: Whether certainly none of its readers may see more where they read it alone.
        nothing_by: Whose words are asked for, where what is quoted is none of theirs; else "".
        wrong_name: What to say of a name in the filters that nothing has which they may read.
    """

    question: Question
    excerpts: tuple[Excerpt, ...]
    nearest: tuple[Citation, ...]
    elapsed_seconds: float
    confidence: float
    unsure: tuple[Excerpt, ...] = ()
    narrowed: Filters = field(default_factory=Filters)
    is_all_said: bool = False
    is_said_back: bool = False
    newer: tuple[Citation, ...] = ()
    is_nothing_readable: bool = False
    is_all_shown: bool = False
    nothing_by: str = ""
    wrong_name: BadFilter | None = None

    @property
    def found(self) -> bool:
        """Whether there is an answer."""
        return bool(self.excerpts)

    @property
    def pointed_at(self) -> tuple[Citation, ...]:
        """Is what came nearest, but for what is quoted of it as unsure."""
        quoted = {each.post_id for each in self.unsure}
        return tuple(each for each in self.nearest if each.post_id not in quoted)

    def with_excerpts(self, excerpts: tuple[Excerpt, ...]) -> Answer:
        """Return the answer with these excerpts instead, numbered from 1."""
        numbered = (
            replace(each, citation=replace(each.citation, number=number))
            for number, each in enumerate(excerpts, start=1)
        )
        return replace(self, excerpts=tuple(numbered), nearest=(), unsure=(), newer=())

    def beyond(self, other: Answer) -> tuple[Excerpt, ...]:
        """Return the excerpts that another answer has not."""
        seen = {(each.post_id, each.start) for each in other.excerpts}
        return tuple(each for each in self.excerpts if (each.post_id, each.start) not in seen)

    def telling(self, filters: Filters, *, context: str) -> Answer:
        """Return the answer with what may be told of its question: these filters, this context."""
        question = replace(self.question, filters=filters, context=context)
        return replace(self, question=question, narrowed=Filters())

    def leaving_out(self, ids: Collection[str]) -> Answer:
        """Return the answer without what it shows of these posts."""

        def is_left(post_id: str) -> bool:
            return {post_id, whole_of(post_id)}.isdisjoint(ids)

        left = self.with_excerpts(
            tuple(
                each
                if each.asked is None or is_left(each.asked.post_id)
                else replace(each, asked=None, answered_by=None)
                for each in self.excerpts
                if is_left(each.post_id)
            )
        )
        unsure = tuple(each for each in self.unsure if is_left(each.post_id))
        near = [each for each in self.nearest if is_left(each.post_id)]
        numbered = (replace(each, number=number) for number, each in enumerate(near, start=1))
        newer = tuple(each for each in self.newer if left.found and is_left(each.post_id))
        return replace(left, nearest=tuple(numbered), unsure=unsure, newer=newer)


@dataclass(frozen=True, slots=True)
class Shared:
    """A private answer as all readers of a channel may see it.

    Attributes:
        answer: It, from the posts that all of them may read.
        private: It, for its asker alone.
    """

    answer: Answer
    private: Answer

    @property
    def withheld(self) -> int:
        """How many excerpts of the private one they may not read; told to its asker alone."""
        return len(self.private.beyond(self.answer))


def question_id(message: str) -> str:
    """Return the id of the question that a message asks: an edited one asks it again."""
    return hashlib.sha256(message.encode()).hexdigest()[:12]
