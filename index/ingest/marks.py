"""Keeps what people say of which message answered, and what that makes known of it.

A message is known by a mark for as long as one of its kind stands. Call inside `writing`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.posts import STATED, Evidence, Mark

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from index.engine import Engine
    from index.posts import Post


def put_marks(store: Engine, marks: Collection[Mark]) -> None:
    """Note what somebody said, and that it is known."""
    store.put_marks(marks)
    store.state_evidence({_evidence(each) for each in marks if each.kind in STATED})


def take_back(store: Engine, marks: Collection[Mark]) -> None:
    """Forget what somebody said; what nobody else said either is not known any more."""
    store.remove_marks(marks)
    left = {_evidence(each) for each in store.marks_on({each.answer for each in marks})}
    gone = {_evidence(each) for each in marks if each.kind in STATED} - left
    store.take_back_evidence(gone)


def take_back_all_by(store: Engine, accounts: Collection[str]) -> None:
    """Forget what these accounts said."""
    if own := [each for each in store.marks_by(accounts) if each.account in accounts]:
        take_back(store, own)


def take_over_solved(store: Engine, posts: Sequence[Post]) -> None:
    """Keep of these posts whether their threads are tagged as solved.

    Of one that says nothing, what was said before stays.
    """
    for post in posts:
        if post.is_solved is not None:
            tag_thread(store, post.id, is_solved=post.is_solved)


def tag_thread(store: Engine, id_: str, *, is_solved: bool) -> None:
    """Keep whether the thread of a post is tagged as solved."""
    tag = Mark(id_, id_, "solved", standing="tag")
    (store.put_marks if is_solved else store.remove_marks)([tag])


def solved_among(store: Engine, ids: Collection[str]) -> set[str]:
    """Return those of these posts whose threads are tagged as solved."""
    return {each.question for each in store.marks_on(ids) if each.kind == "solved"}


def _evidence(mark: Mark) -> Evidence:
    return Evidence(mark.question, mark.answer, mark.kind)
