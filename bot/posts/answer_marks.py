"""Marks a message as the answer to the question that it belongs to, and takes that back.

By a message's menu, by a tick that is set on it, or by the tag of its thread. Each is taken back as
it was made, and with the trust by which it counts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, Literal

from index.ingest.answer_evidence import work_out
from index.ingest.marks import put_marks, tag_thread, take_back
from index.posts import Mark
from index.text.kinds.questions import is_question
from index.text.parts.sentences import opening
from index.text.parts.spoilers import covered, masked

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Collection, Iterator, Sequence

    from index.engine import Engine
    from index.ingest.indexer import Indexer
    from index.posts import EvidenceKind, Post

    Run = Callable[[Callable[[Engine, Indexer], Any]], Awaitable[Any]]
    """Does something in the order of what is stored."""

MOST_ABOVE: Final = 10
"""So many messages are gone up to find the question."""

LONGEST_NAMED: Final = 80
"""Characters of a question that is named."""

ASKER: Final = "asker"
ADMIN: Final = "admin"
"""Why a mark counts, where no role, group or account is trusted for it."""

MarkOutcome = Literal["done", "undone", "checked", "not_stored", "no_question", "not_yours"]


@dataclass(frozen=True, slots=True)
class Marker:
    """Who marks.

    Attributes:
        account: The account, as its posts are known (`slack:T1/U1`); "" for one that was
            forgotten.
        is_admin: They look after the stored posts.
        audience: The labels of what they may see.
        trusted: The roles, groups and accounts by which they are trusted to say what answered.
    """

    account: str
    is_admin: bool = False
    audience: frozenset[str] = frozenset()
    trusted: frozenset[str] = frozenset()

    @property
    def may_mark_all(self) -> bool:
        """Whether the questions of others are theirs to mark, too."""
        return self.is_admin or bool(self.trusted)

    def standings(self, question: Post) -> list[str]:
        """Return why what they say of a question counts."""
        own = [ASKER] if question.author_id == self.account else []
        return [*own, *([ADMIN] if self.is_admin else []), *sorted(self.trusted)]


@dataclass(frozen=True, slots=True)
class Marked:
    """What became of it.

    Attributes:
        outcome: Marked; not marked any more; the same, while a tick still says so; or why
            nothing: the message is not stored, or belongs to no question that is, or the question
            is somebody else's.
        question: How the question begins; "" where there is none.
    """

    outcome: MarkOutcome
    question: str = ""


class AnswerMarks:
    """What people say of which message answered, kept in the order of what is stored."""

    def __init__(self, run: Run) -> None:
        self._run = run

    async def on(self, id_: str) -> list[Mark]:
        """Return what was said of a message."""
        marks: list[Mark] = await self._run(lambda store, _: store.marks_on([id_]))
        return marks

    async def mark(self, id_: str, marker: Marker) -> Marked:
        """Mark a message as the answer to its question; one that is marked is so no more."""
        marked: Marked = await self._run(lambda store, _: mark_answer(store, id_, marker))
        return marked

    async def check(self, id_: str, marker: Marker) -> None:
        """Take it over that somebody set a tick on a message."""
        await self._run(lambda store, _: check_answer(store, id_, marker))

    async def uncheck(self, id_: str, account: str | None = None) -> None:
        """Take it over that somebody took a tick off a message, or that all are off."""
        await self._run(lambda store, _: uncheck_answer(store, id_, account))

    async def distrust(self, standing: str) -> None:
        """Take back what was marked by the trust in a role, a group or an account."""
        await self._run(lambda store, _: take_back_by(store, standing))

    async def tag(self, id_: str, *, is_solved: bool) -> None:
        """Take it over that the thread of a question is tagged as solved, or no longer."""
        await self._run(lambda store, _: tag_question(store, id_, is_solved=is_solved))


def mark_answer(store: Engine, id_: str, marker: Marker) -> Marked:
    """Mark a post as the answer to its question; one that is marked is so no more.

    Whoever asked may do so, whoever is trusted, and an admin. What they may not see is as good as
    not stored.
    """
    # Read while nobody else writes: no mark is left of a post that is erased meanwhile.
    with store.writing():
        return _marked(store, id_, _kept(store, marker))


def check_answer(store: Engine, id_: str, marker: Marker) -> None:
    """Take a tick on a post for a mark, where it stands below a question that is theirs to mark.

    Everybody sets ticks, and for any reason: where nothing asks, it says nothing.
    """
    with store.writing():
        answer = store.posts([id_]).get(id_)
        if answer is None:
            return
        above = [each for each in _above(store, answer, {answer.audience}) if is_question(each)]
        marker = _kept(store, marker)
        question = _question(above, marker)
        if question is not None:
            put_marks(store, _marks(question, id_, "checked", marker))


def uncheck_answer(store: Engine, id_: str, account: str | None) -> None:
    """Take back the tick of an account on a post, or all where none is named."""
    with store.writing():
        if store.suppressed_among([account]):
            account = ""
        ticks = [each for each in store.marks_on([id_]) if each.kind == "checked"]
        take_back(store, [each for each in ticks if account in {None, each.account}])


def take_back_by(store: Engine, standing: str) -> None:
    """Take back what was marked by the trust in a role, a group or an account."""
    with store.writing():
        marks = store.marks_by([standing])
        take_back(store, [each for each in marks if each.standing == standing])


def tag_question(store: Engine, id_: str, *, is_solved: bool) -> None:
    """Keep whether the thread of a question is tagged as solved, if it is stored."""
    with store.writing():
        if store.posts([id_]):
            tag_thread(store, id_, is_solved=is_solved)
            work_out(store, [id_])


def _kept(store: Engine, marker: Marker) -> Marker:
    """Return who marks as far as that may be kept: of who was forgotten, no account."""
    if not store.suppressed_among([marker.account]):
        return marker
    return replace(marker, account="", trusted=marker.trusted - {marker.account})


def _marked(store: Engine, id_: str, marker: Marker) -> Marked:
    answer = store.posts([id_]).get(id_)
    if answer is None or answer.audience not in marker.audience:
        return Marked("not_stored")
    above = list(_above(store, answer, marker.audience))
    if not above:
        return Marked("no_question")
    question = _question(above, marker)
    if question is None:
        return Marked("not_yours")
    return Marked(_turned(store, question, id_, marker), named(question))


def _turned(store: Engine, question: Post, id_: str, marker: Marker) -> MarkOutcome:
    """Mark an answer, or take that back where it is marked."""
    known = [each for each in store.marks_on([id_]) if each.question == question.id]
    marked = [each for each in known if each.kind == "marked"]
    if not marked:
        put_marks(store, _marks(question, id_, "marked", marker))
        return "done"
    take_back(store, marked)
    return "checked" if any(each.kind == "checked" for each in known) else "undone"


def _marks(question: Post, id_: str, kind: EvidenceKind, marker: Marker) -> list[Mark]:
    standings = marker.standings(question)
    return [Mark(question.id, id_, kind, marker.account, each) for each in standings]


def question_of(store: Engine, id_: str, audience: frozenset[str]) -> tuple[Post | None, str]:
    """Return a message, None where these readers may not see it, and how its question begins."""
    post = store.posts([id_]).get(id_)
    if post is None or post.audience not in audience:
        return None, ""
    asking = (each for each in _above(store, post, audience) if is_question(each))
    question = next(asking, None)
    return post, named(question) if question else ""


def named(question: Post) -> str:
    """Return how a question begins."""
    return opening(masked(question.text, covered(question.text, question.id)), LONGEST_NAMED)


def _above(store: Engine, post: Post, audience: Collection[str]) -> Iterator[Post]:
    """Yield the post that one is a comment on, the one that this is a comment on, and so on."""
    for _ in range(MOST_ABOVE):
        above = store.posts([post.parent_id]).get(post.parent_id) if post.parent_id else None
        if above is None or above.audience not in audience:
            return
        yield above
        post = above


def _question(above: Sequence[Post], marker: Marker) -> Post | None:
    """Return the nearest one that asks of those that are the marker's to answer for."""
    own = [each for each in above if marker.may_mark_all or each.author_id == marker.account]
    return next((each for each in own if is_question(each)), own[-1] if own else None)
