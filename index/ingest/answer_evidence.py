"""Works out of threads which message answered, whenever one changes.

A thread is a post with the comments on it, and the comments on those: whoever asked may thank
below the answer, or in the thread just after it.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from index.ingest.marks import solved_among
from index.posts import EVIDENCE, Evidence
from index.text.kinds.questions import is_question
from index.text.kinds.sentence_kinds import answers_nothing, reopens, thanks

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from index.engine import Engine
    from index.posts import EvidenceKind, Post

MOST_REPLIES: Final = 100
"""So many comments on one post are looked at, the first stored: what a message costs is bounded."""

MOST_ANSWERS: Final = 8
"""So many answers to one question are kept, those with the strongest evidence."""

MOST_SAID: Final = 3
"""Messages of one person, one after the other, that thanks are for: in a chat the last of them
often only adds to what answered."""

_NEVER: Final = datetime.max.replace(tzinfo=UTC)
_EVER: Final = datetime.min.replace(tzinfo=UTC)


def questions_around(
    store: Engine, posts: Collection[Post], gone: Collection[str]
) -> dict[str, None]:
    """Return the ids of the posts whose answers may change with these.

    They are the posts themselves, what they are comments on, or were, and what that is a
    comment on. Costs a query by id, and another where some of them are comments.

    Args:
        store: Where they are stored.
        posts: Those that are about to be stored.
        gone: Those that are about to be removed.
    """
    ids = {post.id: post.parent_id for post in posts}
    before = store.posts([*ids, *gone])
    parents = {post.parent_id for post in (*posts, *before.values()) if post.parent_id}
    known = store.posts(parents - ids.keys()) if parents else {}
    above = {known[id_].parent_id if id_ in known else ids.get(id_) for id_ in parents}
    found = [*ids, *sorted(parents), *sorted(each for each in above if each)]
    return dict.fromkeys(each for each in found if each not in gone)


def take_over_accepted(store: Engine, posts: Collection[Post]) -> None:
    """Keep what these posts say of being an accepted answer; call inside `writing`."""
    told: dict[bool, list[Evidence]] = {True: [], False: []}
    for post in posts:
        if post.is_accepted is not None and post.parent_id is not None:
            told[post.is_accepted].append(Evidence(post.parent_id, post.id, "accepted"))
    if told[False]:
        store.take_back_evidence(told[False])
    if told[True]:
        store.state_evidence(told[True])


def work_out(store: Engine, ids: Collection[str]) -> None:
    """Keep which messages answered these posts, as the threads tell now; call inside `writing`.

    Costs a query for the comments on all of them, and where there are any, one for the posts,
    one for the comments on those comments, and one for the tags of the threads.
    """
    replies = store.replies_to(ids, MOST_REPLIES)
    if not replies:
        store.put_evidence(ids, ())
        return
    asking = {id_: post for id_, post in store.posts(replies).items() if is_question(post)}
    below = [each.id for id_ in asking for each in replies[id_]]
    further = store.replies_to(below, MOST_REPLIES) if below else {}
    solved = solved_among(store, asking) if asking else set()
    store.put_evidence(
        ids,
        [
            each
            for id_, question in asking.items()
            for each in answers_in(question, replies[id_], further, is_solved=id_ in solved)
        ],
    )


def answers_in(
    question: Post,
    replies: Sequence[Post],
    further: Mapping[str, Sequence[Post]],
    *,
    is_solved: bool = False,
) -> list[Evidence]:
    """Return which messages of a thread answer its question, the strongest evidence first.

    Args:
        question: The post that asks.
        replies: The comments on it.
        further: The comments on those, by id.
        is_solved: The thread is tagged as solved: by what was thanked for last.
    """
    in_order = sorted((each for each in replies if each.part is None), key=_when)
    since = _reopened(question, in_order, further)
    thanked = [each for each, said in _thanked(question, in_order, further) if _when(said) > since]
    found = [
        Evidence(question.id, each.id, kind)
        for each in in_order
        if (kind := _kind(question, each, thanked, is_solved=is_solved)) is not None
    ]
    found.sort(key=lambda each: EVIDENCE.index(each.kind))
    return found[:MOST_ANSWERS]


def _kind(
    question: Post, reply: Post, thanked: Sequence[str], *, is_solved: bool
) -> EvidenceKind | None:
    if reply.id in thanked:
        return "solved" if is_solved and reply.id == thanked[-1] else "thanked"
    is_own = is_by_same(question, reply)
    if answers_nothing(reply.text) or is_question(reply) or (is_own and thanks(reply.text)):
        return None
    is_others = _is_known(question) and _is_known(reply) and not is_own
    return "replied" if is_others else "below"


def _reopened(
    question: Post, in_order: Sequence[Post], further: Mapping[str, Sequence[Post]]
) -> datetime:
    """Return when whoever asked last said that it is not solved; thanks before that are void."""
    said = [each for reply in in_order for each in (reply, *further.get(reply.id, ()))]
    own = [each for each in said if is_by_same(question, each) and reopens(each.text)]
    return max((each.posted_at for each in own if each.posted_at), default=_EVER)


def _thanked(
    question: Post, in_order: Sequence[Post], further: Mapping[str, Sequence[Post]]
) -> Iterator[tuple[str, Post]]:
    """Yield the replies for which whoever asked thanks, each with the thanks.

    They stand below the reply, or next in the thread.
    """
    said: list[Post] = []  # by one person, one after the other
    for each in in_order:
        if is_by_same(question, each):
            if thanks(each.text):
                yield from ((one.id, each) for one in said)
            said = []  # what they say next is about what comes in between
        elif not answers_nothing(each.text):
            goes_on = bool(said) and is_by_same(said[-1], each)
            before = [one for one in said if goes_on and not is_question(one)]
            said = [*before[1 - MOST_SAID :], each]
            for one in further.get(each.id, ()):
                if is_by_same(question, one) and thanks(one.text):
                    yield from ((own.id, one) for own in said)


def is_by_same(one: Post, other: Post) -> bool:
    """Return whether one person wrote both, as far as that is known."""
    if one.author_id is not None and other.author_id is not None:
        return one.author_id == other.author_id
    return one.author is not None and one.author == other.author


def _is_known(post: Post) -> bool:
    return post.author_id is not None or post.author is not None


def _when(post: Post) -> datetime:
    return post.posted_at or _NEVER
