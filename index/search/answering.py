"""Fetches the messages that answered the questions that were found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.posts import TELLING, Answered
from index.search.reply_placement import FoundPost

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from index.engine import Engine
    from index.engine.known_answers import StoredAnswer
    from index.search_scope import Scope


def with_answers(
    found: Sequence[FoundPost], store: Engine, scope: Scope
) -> tuple[list[FoundPost], Mapping[str, Answered]]:
    """Return the posts with an answer to each that was not found itself, and who answers what.

    An answer that was fetched has been compared with nothing: it goes by its question. All
    that the posts' readers may see of it is read in one query.

    Args:
        found: The posts, best first.
        store: Knows which post answers which.
        scope: Which posts may be read.
    """
    if not found:
        return [], {}
    by_id = {each.post.id: each for each in found}
    fetched: list[FoundPost] = []
    answered: dict[str, Answered] = {}
    for id_, stored in _by_question(store.answers_to(list(by_id), scope)).items():
        asking = by_id[id_]
        for each in stored:
            if each.post.id in by_id:
                answered.setdefault(each.post.id, Answered(asking.post, each.evidence.kind))
        best = stored[0]
        is_known = any(each.post.id in by_id for each in stored)
        if best.post.id in by_id or (is_known and best.evidence.kind not in TELLING):
            continue
        if best.post.id not in answered:
            answered[best.post.id] = Answered(asking.post, best.evidence.kind)
            fetched.append(_found(asking, best))
    return [*found, *fetched], answered


def _by_question(stored: Sequence[StoredAnswer]) -> dict[str, list[StoredAnswer]]:
    found: dict[str, list[StoredAnswer]] = {}
    for each in stored:
        found.setdefault(each.evidence.question, []).append(each)
    return found


def _found(asking: FoundPost, stored: StoredAnswer) -> FoundPost:
    best = asking.best._replace(
        passage=stored.passages[0].id, words=0.0, cosine=0.0, token_similarity=0.0
    )
    return FoundPost(stored.post, best, stored.passages)
