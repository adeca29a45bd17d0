"""Searches as the question's own words narrow it, and without that where it does not help."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.questions.parsing.narrowing import reading
from bot.questions.quoting.excerpts import confidence
from bot.questions.quoting.thresholds import CONFIDENT, UNSURE
from index.posts import is_of_a_chat, whole_of
from index.search_scope import Filters, Scope

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from bot.ports import Retriever
    from bot.question_and_answer import Question
    from bot.questions.parsing.narrowing import Reading
    from index.posts import Hit

CLOSE: Final = 0.9
"""A year or a month in a question may be its subject: what is of then must be as near as this."""


class Narrowed(NamedTuple):
    """What was found.

    Attributes:
        hits: It, best first.
        narrowed: What the question's own words narrowed it to.
        nothing_by: Whose words are asked for, where none of theirs answers, as the question has it.
        account: Their account, where that is known.
        near: What is about the same, whoever is named as its author, where that was looked for.
    """

    hits: Sequence[Hit]
    narrowed: Filters = Filters()
    nothing_by: str = ""
    account: str | None = None
    near: Sequence[Hit] | None = None


def narrowed_search(retriever: Retriever, question: Question, limit: int) -> Narrowed:
    """Return what is found within what the question's words say of whose and when.

    Typed filters go first and are never given up. What was only read is, where nothing near was
    found within it. Costs a second search only where something was read.
    """
    read = _reading(retriever, question)
    found = _found(retriever, question, read, limit)
    if read is None or read.subject == question.text or confidence(found.hits) >= UNSURE:
        return found
    # A name in the question finds what its bearer wrote on anything, and where they are thanked.
    subject = f"{question.context} {read.subject}".strip()
    return found._replace(near=_search(retriever, question, subject, question.filters, limit))


def _found(retriever: Retriever, question: Question, read: Reading | None, limit: int) -> Narrowed:
    wide = Narrowed(())
    if not (read and read.filters and read.is_sure):
        wide = Narrowed(_search(retriever, question, question.searched, question.filters, limit))
    if not (read and read.filters):
        return wide
    rest = f"{question.context} {read.rest}".strip()
    filters = _joined(question.filters, read.filters)
    hits = _search(retriever, question, rest, filters, limit)
    if _is_enough(hits, wide.hits, is_sure=read.is_sure):
        return Narrowed(hits, read.filters)
    if not read.is_sure:
        return wide
    found = _search(retriever, question, question.searched, question.filters, limit)
    if not read.filters.author:
        return Narrowed(found)
    return Narrowed(found, nothing_by=read.name, account=read.filters.author_id)


def _reading(retriever: Retriever, question: Question) -> Reading | None:
    if not question.filters.is_read:
        return None

    def names(name: str) -> Sequence[str]:
        return retriever.authors(name, question.audience)

    asker = question.asker if is_of_a_chat(question.asker.account) else None
    day, mentions = question.asked_at.date(), question.mentions
    read = reading(question.text, day, names, mentions, asker)
    typed = question.filters
    filters = read.filters
    if typed.author:
        filters = replace(filters, author=None, author_id=None)
    if typed.since or typed.until:
        filters = replace(filters, since=None, until=None)
    return replace(read, filters=filters)


def _is_enough(hits: Sequence[Hit], wide: Sequence[Hit], *, is_sure: bool) -> bool:
    if is_sure:
        return confidence(hits) >= UNSURE
    return confidence(hits) >= CONFIDENT and (not wide or hits[0].score >= CLOSE * wide[0].score)


def _joined(typed: Filters, read: Filters) -> Filters:
    return replace(
        typed,
        author=typed.author or read.author,
        author_id=typed.author_id if typed.author else read.author_id,
        since=typed.since or read.since,
        until=typed.until or read.until,
    )


def _search(
    retriever: Retriever, question: Question, text: str, filters: Filters, limit: int
) -> list[Hit]:
    left_out = question.outdated | {question.without}
    found = retriever.search(text, Scope(question.audience, filters), limit)
    left = (hit for hit in found if left_out.isdisjoint({hit.post.id, whole_of(hit.post.id)}))
    return [seen for hit in left if (seen := _without_question(hit, left_out)) is not None]


def _without_question(hit: Hit, left_out: Collection[str]) -> Hit | None:
    """Return a hit without a question that is left out; None where only that found it."""
    if hit.answered is None or hit.answered.question.id not in left_out:
        return hit
    return None if hit.found_by == ("question",) else replace(hit, answered=None)
