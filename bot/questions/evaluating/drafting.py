"""Drafts questions with known answers from stored posts, for a person to correct."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, get_args

from bot.questions.evaluating.evaluation import KnownQuestion
from bot.text import one_line
from index.text.kinds.answer_types import answer_type_of
from index.text.kinds.sentence_kinds import asks, is_small_talk, names_nothing
from index.text.language import FUNCTION_WORDS
from index.text.parts.quoted import is_quoted, quoted_in
from index.text.parts.sentences import sentences
from index.text.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from index.engine import Engine
    from index.posts import Post


SAMPLED: Final = 40
"""So many posts are looked at for each question that is wanted."""

TELLING: Final = 2
"""So many words beside function words tell something: "Why?" and "Thanks a lot!" do not."""

ENDING: Final = 2
"""A question in the last sentences of a post asks who reads it; before them, it is rhetorical."""

LONGEST: Final = 300
"""Characters a question has at most."""

Origin = Literal["reply", "post", "title"]
"""What answers: a reply to the question, the sentence after it, or the post it is the title of."""


class Draft(NamedTuple):
    """A question that a post asks or is called, what seems to answer it, and where that stands."""

    question: KnownQuestion
    origin: Origin


def drafts(engine: Engine, most: int, *, may_ask: Callable[[str], bool]) -> list[Draft]:
    """Return questions with what seems to answer them, from posts spread over all.

    One a post at most, from each origin as many as from the others where there are so many.
    What is meant cannot be told from this: a person is to correct them.

    Args:
        engine: The posts.
        most: How many at most.
        may_ask: Whether a text can be asked.
    """
    sampled = engine.sample(most * SAMPLED)
    asked = engine.posts({each.parent_id for each in sampled if each.parent_id})
    asked |= {each.id: each for each in sampled}
    replies: dict[str | None, list[Post]] = defaultdict(list)
    for each, _ in engine.comments_on(asked):
        replies[each.parent_id].append(each)
    found: dict[str, Draft] = {}
    for post in asked.values():
        candidates = (each for each in _of(post, replies[post.id]) if may_ask(each.question.text))
        if draft := next(candidates, None):
            found.setdefault(draft.question.text.casefold(), draft)
    return _spread(tuple(found.values()), most)


def answering(post: Post, replies: Sequence[Post]) -> Post | None:
    """Return the reply that seems to answer: the one the asker thanks for, else the first.

    A reply that only asks or thanks, and what the asker adds, answers nothing.
    """
    ordered = sorted(replies, key=lambda each: each.posted_at.timestamp() if each.posted_at else 0)
    found: Post | None = None
    first: Post | None = None
    for each in ordered:
        if _is_by_the_same(each, post):
            if found and any(map(is_small_talk, _said(each))):
                return found
        elif _statements(each):
            found = each
            first = first or each
    return first


def _of(post: Post, replies: Sequence[Post]) -> Iterator[Draft]:
    said = _said(post)
    questions = [(at, each) for at, each in enumerate(said) if asks(each) and _is_telling(each)]
    answer = answering(post, replies)
    for at, text in questions:
        if at + ENDING >= len(said):
            if answer:
                gold = _gold(text, _statements(answer))
                yield Draft(KnownQuestion(text, answer.id, gold), "reply")
        elif post.kind == "post" and _states(said[at + 1]):
            yield Draft(KnownQuestion(text, post.id, said[at + 1]), "post")
    if _is_telling(title := one_line(post.title)):
        yield Draft(KnownQuestion(title, post.id), "title")


def _spread(found: Sequence[Draft], most: int) -> list[Draft]:
    """Return so many, each origin with its share, and of each origin some from everywhere."""
    by_origin: Mapping[str, list[Draft]] = {
        origin: [each for each in found if each.origin == origin] for origin in get_args(Origin)
    }
    chosen: dict[str, list[Draft]] = {}
    scarcest_first = sorted(by_origin, key=lambda origin: len(by_origin[origin]))
    for at, origin in enumerate(scarcest_first):
        own, left = by_origin[origin], most - sum(map(len, chosen.values()))
        share = min(len(own), left // (len(scarcest_first) - at))
        chosen[origin] = [own[number * len(own) // share] for number in range(share)]
    return [each for origin in by_origin for each in chosen[origin]]


def _said(post: Post) -> list[str]:
    """Return the sentences of a post, each on one line, without what it quotes of others."""
    quoted = quoted_in(post)
    return [
        one_line(post.text[span.start : span.end])
        for span in sentences(post.text)
        if not is_quoted(span, quoted)
    ]


def _statements(post: Post) -> list[str]:
    return [each for each in _said(post) if _states(each)]


def _gold(question: str, statements: Sequence[str]) -> str:
    wanted = answer_type_of(question)
    return next((each for each in statements if wanted.is_in(each)), statements[0])


def _is_telling(text: str) -> bool:
    telling = {word for word in words(text) if word not in FUNCTION_WORDS}
    return len(text) <= LONGEST and len(telling) >= TELLING


def _states(sentence: str) -> bool:
    idle = asks(sentence) or is_small_talk(sentence) or names_nothing(sentence)
    return _is_telling(sentence) and not idle


def _is_by_the_same(one: Post, other: Post) -> bool:
    if one.author_id and other.author_id:
        return one.author_id == other.author_id
    return one.author is not None and one.author == other.author
