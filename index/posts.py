"""What is stored and what is found: posts, passages, hits."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, get_args

if TYPE_CHECKING:
    from datetime import datetime

EVERYONE: Final = "everyone"
"""The audience of a post that anybody may read."""

FOLLOWED: Final = "followed"
"""The origin of a post that its channel tells of: no file changes or drops it any more."""

LONGEST_NAME: Final = 500
"""So many characters of a title or an author's name are searched."""

CHATS: Final = ("discord:", "slack:")
"""What the ids of messages, and the labels of a chat's readers, begin with."""


def is_of_a_chat(label: str) -> bool:
    """Return whether an audience is the readers of a place in a chat, or an id a message's."""
    return label.startswith(CHATS)


PART: Final = "~"
"""In an id, after a message's: what it holds that others wrote (`slack:T1/C1/17.1~page`)."""

Part = Literal["page", "forwarded", "mail", "file"]
"""The page behind a link, a message that was passed on, an e-mail, a document."""


def whole_of(id_: str) -> str:
    """Return the id of the message that a post is, or is a part of; others as they are."""
    return id_.partition(PART)[0] if is_of_a_chat(id_) else id_


Kind = Literal["post", "comment"]


@dataclass(frozen=True, slots=True)
class Post:
    """One thing somebody wrote, exactly as they wrote it.

    Attributes:
        id: A scope, a colon, and a name that stays the same from import to import, so that a
            second import updates instead of duplicating. The scope is the source
            (`fr_posts:cnil-192`), or the platform where that gives the name (`slack:T1/C1/17.1`).
        source: Where it comes from, as a person would say it; never contains a colon.
        title: Its title, or "" where it has none.
        text: What is quoted; never empty.
        author: The name a reader sees, or None where it is not known.
        url: The link to the original, or None.
        posted_at: When it was posted, timezone-aware, or None where it is not known.
        parent_id: For a comment or a reply, the id of the post it belongs to.
        audience: `everyone`, or the one channel whose readers may see it (`slack:C1`).
        age: How old the page said it was ("2 mois"), where no date is known; else "".
        author_id: The author's account, where one is known (`slack:T1/U1`): what `/forget-me`
            goes by, since names are shared. Never shown.
        titled_by: The account that gave the title, where that is known and may be another's than
            the author's: a thread's title. Kept apart from the post (see
            `index.sqlite.thread_titles`).
        is_accepted: Whether it is said to be the accepted answer to what it is a comment on; None
            where nothing is said. Kept apart from the post (see `index.engine.known_answers`).
        is_solved: Whether its thread is tagged as solved; None where nothing is said. Kept apart
            from the post, too.
    """

    id: str
    source: str
    text: str
    title: str = ""
    author: str | None = None
    url: str | None = None
    posted_at: datetime | None = None
    parent_id: str | None = None
    audience: str = EVERYONE
    age: str = ""
    author_id: str | None = None
    titled_by: str | None = field(default=None, compare=False)
    is_accepted: bool | None = field(default=None, compare=False)
    is_solved: bool | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        scope, _, name = self.id.partition(":")
        if not (scope and name):
            raise ValueError(f"the id {self.id!r} is not a scope, a colon and a name")
        if not self.source or ":" in self.source:
            raise ValueError(f"the source {self.source!r} is empty or holds a colon")
        if not self.text.strip():
            raise ValueError(f"{self.id} has no text")
        if self.posted_at is not None and self.posted_at.utcoffset() is None:
            raise ValueError(f"{self.id} has a date without a time zone")

    @property
    def kind(self) -> Kind:
        """Whether this is a post of its own or a comment on another."""
        return "post" if self.parent_id is None else "comment"

    @property
    def part(self) -> Part | None:
        """What a message holds that its sender did not write; None for all else."""
        name = self.id.partition(PART)[2].partition("-")[0] if is_of_a_chat(self.id) else ""
        return next((part for part in get_args(Part) if part == name), None)

    @property
    def fingerprint(self) -> str:
        """Hashes everything a reader can see, so that an unchanged post is recognised."""
        when = self.posted_at and self.posted_at.timestamp()
        seen = (
            self.source, self.title, self.text, self.author, self.url, self.parent_id,
            self.audience, self.age, when, *filter(None, [self.author_id]),
        )  # fmt: skip
        return hashlib.sha256(json.dumps(seen).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a post that is searched as one: `text == post.text[start:end]`, always.

    Offsets count characters (code points). Ids are never reused.
    """

    id: int
    post_id: str
    ordinal: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a post, `post.text[start:end]`, and how well it answers (0 to 1)."""

    start: int
    end: int
    score: float


FoundBy = Literal["words", "meaning", "post", "question"]


EvidenceKind = Literal["marked", "checked", "accepted", "solved", "thanked", "replied", "below"]
"""How it is known that a message answers a question, the strongest first.

Somebody who may do so marked it; they set a tick on it; its page says so; its thread is tagged as
solved, and whoever asked thanked for it; they thanked for it; somebody else replied with it; it
stands below the question.
"""

EVIDENCE: Final[tuple[EvidenceKind, ...]] = get_args(EvidenceKind)

STATED: Final[tuple[EvidenceKind, ...]] = ("marked", "checked", "accepted")
"""What somebody says of one message; the rest is worked out from the thread."""


SURE: Final[tuple[EvidenceKind, ...]] = (*STATED, "solved")
"""What puts all other messages of a thread back."""


TELLING: Final[tuple[EvidenceKind, ...]] = (*SURE, "thanked")
"""What tells of one message that it answered; of the others, one may have."""


class Evidence(NamedTuple):
    """That one post answers another, both by id, and how that is known."""

    question: str
    answer: str
    kind: EvidenceKind


class Mark(NamedTuple):
    """What somebody said of a message, to be taken back as it was said.

    Attributes:
        question: The question, by id.
        answer: What answers it; the question itself where its thread is tagged as solved.
        kind: How it was said.
        account: Who said it (`slack:T1/U1`); "" where that is not known.
        standing: Why it counts: they asked, look after the posts, or are trusted by this role,
            group or account.
    """

    question: str
    answer: str
    kind: EvidenceKind
    account: str = ""
    standing: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """The question that a post answers.

    Attributes:
        question: The post that asks.
        kind: How it is known.
    """

    question: Post
    kind: EvidenceKind


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that a search found.

    Attributes:
        post: The post it belongs to.
        passage: The passage.
        score: 0 to 1, comparable between hits of one question.
        confidence: How likely the passage holds the answer, 0 to 1.
        found_by: By its words, by its meaning, or by both; for a comment, by its post too where
            much of the question stands in the post and not in the comment itself; an answer that
            was not found, by the question it answers.
        sentences: The sentences of the post's best passages in the order they stand, scored.
        answered: The question that it answers, where that was found too.
    """

    post: Post
    passage: Passage
    score: float
    confidence: float
    found_by: tuple[FoundBy, ...]
    sentences: tuple[Sentence, ...] = ()
    answered: Answered | None = None
