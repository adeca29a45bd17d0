"""Marks a message as the answer to the question that it belongs to, and takes that back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from index.posts import Evidence
from index.text.questions import is_question
from index.text.sentences import opening
from index.text.spoilers import covered, masked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.engine import Engine
    from index.posts import Post

MOST_ABOVE: Final = 10
"""So many messages are gone up to find the question."""

LONGEST_NAMED: Final = 80
"""Characters of a question that is named."""

MarkOutcome = Literal["done", "undone", "not_stored", "no_question", "not_yours"]


@dataclass(frozen=True, slots=True)
class Marker:
    """Who marks.

    Attributes:
        account: The account, as its posts are known (`slack:T1/U1`).
        is_admin: They look after the stored posts.
        audience: The labels of what they may see.
    """

    account: str
    is_admin: bool
    audience: frozenset[str]


@dataclass(frozen=True, slots=True)
class Marked:
    """What became of it.

    Attributes:
        outcome: Marked; not marked any more; or why neither: the message is not stored, or
            belongs to no question that is, or the question is somebody else's.
        question: How the question begins; "" where there is none.
    """

    outcome: MarkOutcome
    question: str = ""


def mark_answer(store: Engine, id_: str, marker: Marker) -> Marked:
    """Mark a post as the answer to its question; one that is marked is so no more.

    Whoever asked may do so, and an admin. What they may not see is as good as not stored.
    """
    # Read while nobody else writes: no mark is left of a post that is erased meanwhile.
    with store.writing():
        return _marked(store, id_, marker)


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
    mark = Evidence(question.id, id_, "marked")
    is_marked = mark in store.evidence_of([question.id])
    if is_marked:
        store.take_back_evidence([mark])
    else:
        store.state_evidence([mark])
    named = masked(question.text, covered(question.text, question.id))
    return Marked("undone" if is_marked else "done", opening(named, LONGEST_NAMED))


def _above(store: Engine, post: Post, audience: frozenset[str]) -> Iterator[Post]:
    """Yield the post that one is a comment on, the one that this is a comment on, and so on."""
    for _ in range(MOST_ABOVE):
        above = store.posts([post.parent_id]).get(post.parent_id) if post.parent_id else None
        if above is None or above.audience not in audience:
            return
        yield above
        post = above


def _question(above: Sequence[Post], marker: Marker) -> Post | None:
    """Return the nearest one that asks of those that are the marker's to answer for."""
    own = [each for each in above if marker.is_admin or each.author_id == marker.account]
    return next((each for each in own if is_question(each)), own[-1] if own else None)
