"""The storage port's part for which post answers which: the evidence, kept beside the posts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from index.posts import EVIDENCE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from index.posts import Evidence, Mark, Passage, Post
    from index.search_scope import Scope

PASSAGES: Final = 5
"""So many passages of an answer come with it, its first ones."""


def evidence_rows(evidence: Iterable[Evidence]) -> list[tuple[str, str, int]]:
    """Return evidence as the tables of engines hold it: by its rank, the strongest first."""
    return [(each.question, each.answer, EVIDENCE.index(each.kind)) for each in evidence]


def mark_row(mark: Mark) -> tuple[str, str, int, str, str]:
    """Return a mark as the tables of engines hold it."""
    question, answer, kind, account, standing = mark
    return question, answer, EVIDENCE.index(kind), account, standing


class StoredAnswer(NamedTuple):
    """A post that answers another.

    Attributes:
        evidence: Which one, and how that is known.
        post: The answer.
        passages: Its first passages.
    """

    evidence: Evidence
    post: Post
    passages: list[Passage]


class AnswerEvidence(Protocol):
    """Which post answers which. It goes with either post, and is not seen without both."""

    def replies_to(self, ids: Collection[str], most: int) -> dict[str, list[Post]]:
        """Return so many comments on each of these posts, the first stored, by its id."""

    def put_evidence(self, questions: Collection[str], found: Iterable[Evidence]) -> None:
        """Note what threads tell of these questions, in place of what they told before.

        What somebody stated stays. Call inside `writing`.
        """

    def state_evidence(self, stated: Iterable[Evidence]) -> None:
        """Note what somebody states, until it is taken back; call inside `writing`."""

    def take_back_evidence(self, stated: Iterable[Evidence]) -> None:
        """Forget what was stated; call inside `writing`."""

    def put_marks(self, marks: Iterable[Mark]) -> None:
        """Note who said what of a message; call inside `writing`."""

    def remove_marks(self, marks: Iterable[Mark]) -> None:
        """Forget what somebody said; call inside `writing`."""

    def marks_on(self, ids: Collection[str]) -> list[Mark]:
        """Return what was said of these messages, the strongest first."""

    def marks_by(self, names: Collection[str]) -> list[Mark]:
        """Return what these accounts said, or others by one of these standings."""

    def every_mark(self) -> list[Mark]:
        """Return all that was said, in no order."""

    def evidence_of(self, ids: Collection[str]) -> list[Evidence]:
        """Return all evidence in which these posts are the questions, the strongest first."""

    def every_question(self) -> list[str]:
        """Return the ids of all questions of which there is evidence, stored or not, in order."""

    def answers_to(self, ids: Collection[str], scope: Scope) -> list[StoredAnswer]:
        """Return the answers to these posts, the strongest evidence first, then the earliest.

        Only where both posts are in the scope; each answer once for each question.
        """
