"""Copies everything from one database to another, whatever keeps them, and compares both.

Only the target is written to, so that the source goes on answering. What is copied already is
passed over: after a kill the next call does the rest.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import nullcontext
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from index.documents import Known, Prepared
from index.error_sentences import Told, worded
from index.errors import IndexMismatch
from index.ingest.context import contexts
from index.text.parts.passages import split

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    from numpy.typing import NDArray

    from index.documents import Model
    from index.engine import Engine
    from index.engine.vectors import Candidates

BATCH: Final = 200
MOST: Final = 1_000_000
"""More passages than a post has."""

BEGUN: Final = "copied from"
"""Under this the target notes that it is being filled: what it holds beside is then removed."""

NOT_THEIRS: Final = frozenset(
    {"identity", "mark", "changed_at", "forgetting", "words merged up to", BEGUN}
)
"""What each database notes for itself."""

_NO_FILE: Final = Path("no", "such", "file")


class _Pair(NamedTuple):
    """Two databases and the model of both."""

    source: Engine
    target: Engine
    model: Model
    vectors: Candidates


def move(
    source: Engine,
    target: Engine,
    *,
    progress: Callable[[int, int], None] = lambda *_: None,
    along: Callable[[bool], AbstractContextManager[object]] = nullcontext,
) -> int:
    """Copy all that is stored, suppressed and noted; return how many posts there are.

    Args:
        source: What is read.
        target: What is filled: an empty database, or one that such a copying began.
        progress: Called after each batch with how many posts are copied, and of how many.
        along: Copies what belongs to it: entered before anything is copied, left before the target
            counts as filled; it is told whether a copying that was stopped is gone on with.

    Raises:
        IndexMismatch: The target holds other posts; the source was split by older rules; or both
            differ in the end.
    """
    with along(_may_go_on(target)):
        _begin(source, target)
        ids = _copy(source, target, progress)
    target.forget_note(BEGUN)
    return len(ids)


def _may_go_on(target: Engine) -> bool:
    """Return whether a copying began to fill the target; refuse one that holds other posts."""
    if target.noted(BEGUN) is not None:
        return True
    if target.active_model() is not None:
        raise IndexMismatch(
            Told("{place} holds posts already: name an empty database", place=target.place)
        )
    return False


def _begin(source: Engine, target: Engine) -> None:
    if target.noted(BEGUN) is None:
        target.note(BEGUN, source.place)
    model = source.active_model()
    if model is None:
        return
    if not model.is_split_as_now:
        raise IndexMismatch(
            Told(
                "{place} was made by an older version: run `pullquote reindex` first",
                place=source.place,
            )
        )
    with target.writing():
        there = target.active_model()
        if there is None or (there.name, there.dimension) != (model.name, model.dimension):
            target.remove(target.every_id())
            target.activate(target.add_model(model.name, model.dimension))


def _copy(source: Engine, target: Engine, progress: Callable[[int, int], None]) -> Sequence[str]:
    _suppress(source, target)
    while True:
        version = source.version()
        ids = source.every_id()
        if model := source.active_model():
            pair = _Pair(source, target, model, source.candidates(_NO_FILE))
            _copy_posts(pair, ids, progress)
            _copy_refinements(pair, ids)
        _remove_others(target, ids)
        _copy_evidence(source, target)
        _copy_notes(source, target)
        _suppress(source, target)
        if source.version() == version:
            break
    _compare(source, target)
    target.merge_words()
    return ids


def _copy_posts(pair: _Pair, ids: Sequence[str], progress: Callable[[int, int], None]) -> None:
    for at in range(0, len(ids), BATCH):
        some = ids[at : at + BATCH]
        known, there = _known(pair.source, some), _known(pair.target, some)
        if fresh := [id_ for id_ in some if id_ in known and known[id_] != there.get(id_)]:
            ready = _as_stored(pair, fresh)
            model = pair.target.active_model()
            with pair.target.writing():
                pair.target.put(ready, model or pair.model)
        progress(at + len(some), len(ids))


def _known(engine: Engine, ids: Sequence[str]) -> dict[str, Known]:
    """Return what is stored of these posts; what is accepted or solved is copied by itself."""
    known = engine.known(ids)
    return {id_: each._replace(is_accepted=False, is_solved=False) for id_, each in known.items()}


def _as_stored(pair: _Pair, ids: Sequence[str]) -> list[Prepared]:
    """Return posts as they are stored in the source, with their vectors."""
    with pair.source.reading():
        stored = pair.source.with_origins(ids)
        lines = contexts([post for post, _ in stored.values()], pair.source)
        vectors = _vectors_of(pair.vectors, ids, pair.model)
    ready = []
    for id_, (post, origin) in stored.items():
        spans = split(post.text)
        own = vectors.get(id_, np.zeros((0, pair.model.dimension), np.float16))
        if len(own) != len(spans):
            raise IndexMismatch(
                Told(
                    "{place} has other passages of {id} than it should: run `pullquote reindex"
                    " --full` first",
                    place=pair.source.place,
                    id=id_,
                )
            )
        ready.append(Prepared(post, origin, lines[id_], spans, own))
    return ready


def _copy_refinements(pair: _Pair, ids: Sequence[str]) -> None:
    """Copy what a second model has read whole; the rest of it is read again."""
    model = pair.source.refining_model()
    if model is None:
        pair.target.end_refining()
        return
    there = pair.target.begin_refining(model.name, model.dimension)
    for at in range(0, len(ids), BATCH):
        some = ids[at : at + BATCH]
        places = _places(pair.target, pair.target.unrefined_of(some, there))
        wanted = [id_ for id_ in some if id_ in places]
        with pair.source.reading():
            missing = _places(pair.source, pair.source.unrefined_of(wanted, model))
            whole = [id_ for id_ in wanted if id_ not in missing]
            found = _vectors_of(pair.vectors, whole, model)
        same = {id_: each for id_, each in found.items() if len(each) == len(places[id_])}
        if same:
            passages = [passage for id_ in same for passage in places[id_]]
            pair.target.put_refined(there, passages, np.concatenate([*same.values()]))


def _places(engine: Engine, passages: Sequence[int]) -> dict[str, list[int]]:
    """Return these passages by their posts, each post's in order."""
    found: dict[str, list[int]] = defaultdict(list)
    for each in sorted(engine.passages(passages).values(), key=lambda each: each.ordinal):
        found[each.post_id].append(each.id)
    return found


def _vectors_of(
    vectors: Candidates, ids: Sequence[str], model: Model
) -> Mapping[str, NDArray[np.float16]]:
    """Return the vectors of these posts, those of each in order."""
    counts, rows = vectors.vectors_of(ids, model, MOST)
    ends = np.cumsum([0, *counts.values()]).tolist()
    halves = rows.astype(np.float16)
    return {
        id_: halves[start:end] for id_, (start, end) in zip(counts, pairwise(ends), strict=True)
    }


def _suppress(source: Engine, target: Engine) -> None:
    """Copy first what must never be stored, and who gave which title."""
    target.suppress(*source.every_suppressed())
    target.mark_deleted(source.every_deleted())
    target.unmark_deleted([*{*target.every_deleted()} - {*source.every_deleted()}])
    target.note_titles(source.every_title())


def _copy_notes(source: Engine, target: Engine) -> None:
    wanted, there = _notes(source), _notes(target)
    for name, value in wanted.items() - there.items():
        target.note(name, value)
    for name in there.keys() - wanted.keys():
        target.forget_note(name)


def _notes(engine: Engine) -> dict[str, str]:
    return {name: value for name, value in engine.notes("").items() if name not in NOT_THEIRS}


def _remove_others(target: Engine, ids: Sequence[str]) -> None:
    """Remove what was copied and is gone from the source since."""
    if others := {*target.every_id()} - {*ids}:
        with target.writing():
            target.remove(others)


def _copy_evidence(source: Engine, target: Engine) -> None:
    """Copy which post answers which, and forget what the source does not tell any more."""
    questions = sorted({*source.every_question(), *target.every_question()})
    for at in range(0, len(questions), BATCH):
        some = questions[at : at + BATCH]
        wanted, there = {*source.evidence_of(some)}, {*target.evidence_of(some)}
        if wanted != there:
            with target.writing():
                target.take_back_evidence(there - wanted)
                target.state_evidence(wanted - there)
    marks, marked = {*source.every_mark()}, {*target.every_mark()}
    if marks != marked:
        with target.writing():
            target.remove_marks(marked - marks)
            target.put_marks(marks - marked)


def _compare(source: Engine, target: Engine) -> None:
    for (what, here), (_, there) in zip(_contents(source), _contents(target), strict=True):
        if here != there:
            raise IndexMismatch(
                Told(
                    "{here} and {there} have not the same {what}: give the same command again",
                    here=source.place,
                    there=target.place,
                    what=Told(what),
                )
            )


def _contents(engine: Engine) -> Iterator[tuple[str, object]]:
    """Yield by its name what two databases have in common that hold the same."""
    ids = sorted(engine.every_id())
    yield worded("posts"), len(ids)
    for at in range(0, len(ids), BATCH):
        yield worded("posts"), engine.known(ids[at : at + BATCH])
    model = engine.active_model()
    yield worded("model"), model and (model.name, model.dimension, model.splitting)
    yield worded("vectors"), engine.embedded(model) if model else None
    questions = engine.every_question()
    yield worded("answered questions"), questions
    for at in range(0, len(questions), BATCH):
        yield worded("answers"), {*engine.evidence_of(questions[at : at + BATCH])}
    yield worded("marks"), {*engine.every_mark()}
    yield worded("suppressed names"), {*engine.every_suppressed()}
    yield worded("deleted messages"), {*engine.every_deleted()}
    yield worded("titles"), engine.every_title()
    yield worded("notes"), _notes(engine)
