"""`eval --replay`."""

from __future__ import annotations

import asyncio
import json
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final, get_args

import typer

from bot import excerpt_counts
from bot.cli import console, progress
from bot.composition import app
from bot.errors import AskError
from bot.question_and_answer import LONGEST_QUESTION, Asker, Question
from bot.questions.answerer import HITS
from bot.questions.evaluating.replay import Offer, Record, Told, offer, offers, told_of
from bot.questions.quoting.excerpts import choose, confidence
from bot.questions.unasked import offered, sought_for
from bot.text import Count
from index.clock import utc_now
from index.given_posts import GivenPosts
from index.search_scope import Filters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.question_and_answer import Excerpt
    from bot.questions.answerer import Answerer
    from bot.settings.values import Settings
    from index.post_index import PostIndex
    from index.posts import Post

_NEVER: Final = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Replayed:
    """What became of a replay: its counts, and the offers with and without known answers.

    Attributes:
        messages: How many were read.
        repeats: How many questions repeat an earlier one that was answered.
        known: What these were offered.
        alone: The same, by the ranking alone.
        unasked: What replies tell of each answer that would have been offered unasked.
    """

    messages: int
    repeats: int
    known: Sequence[Offer]
    alone: Sequence[Offer]
    unasked: Sequence[Told]

    def told(self) -> dict[str, int]:
        """Return how many answers would have been offered unasked, and what replies tell."""
        counts = {each: self.unasked.count(each) for each in get_args(Told)}
        return {"offered": len(self.unasked), **counts}


def show(settings: Settings, source: str, most: int | None, *, as_json: bool) -> None:
    """Read the messages of a source again, one by one, and print what questions were offered.

    Raises:
        AskError: Nothing of the source is stored.
    """
    with app.opened_index(settings) as index:
        stored = index.engine.with_origins(index.engine.posts_by(source=source))
    messages = sorted((post for post, _ in stored.values()), key=_when)[:most]
    if not messages:
        raise AskError(app.wording(settings).evaluation["no_source"].format(source=source))
    found = asyncio.run(_replayed(settings, messages))
    if as_json:
        typer.echo(json.dumps(replay_record(found), ensure_ascii=False))
        return
    say, output = app.wording(settings).evaluation, console.out()
    counts = {"messages": Count(found.messages), "repeats": Count(found.repeats)}
    output.tell(say["replayed"].format(**counts))
    for name, made in (("known", found.known), ("alone", found.alone)):
        output.tell(f"\n{say[f'replay.{name}']}")
        for share, value in asdict(offers(made)).items():
            output.tell(f"{'  –  ' if value is None else f'{value:.3f}'}  {say[f'replay.{share}']}")
    told = {name: Count(count) for name, count in found.told().items()}
    output.tell(f"\n{say['replay.unasked'].format(**told)}")


def replay_record(found: Replayed) -> dict[str, Any]:
    """Return a replay as `eval --replay --json` promises it."""
    return {
        "messages": found.messages,
        "repeats": found.repeats,
        "known": asdict(offers(found.known)),
        "alone": asdict(offers(found.alone)),
        "unasked": found.told(),
    }


async def _replayed(settings: Settings, messages: Sequence[Post]) -> Replayed:
    record = Record()
    pending: list[Post] = []
    known: list[Offer] = []
    alone: list[Offer] = []
    unasked: list[Told] = []
    with TemporaryDirectory() as folder, ExitStack() as opened:
        apart = replace(settings, data=Path(folder))
        index = opened.enter_context(app.opened_index(apart, create=True))
        advance = opened.enter_context(progress.progress_bar("asking", "unit_messages"))
        knowing, ranking = (
            opened.enter_context(app.answering(apart, fetches_answers=each))
            for each in (True, False)
        )
        for done, post in enumerate(messages, start=1):
            right, may_be_offered = record.answers_to(post), record.may_be_offered(post)
            if right or may_be_offered:
                _put(index, pending)
                pending = []
            if right:
                known.append(await _offered(knowing, post, right))
                alone.append(await _offered(ranking, post, right))
            if may_be_offered and (shown := await _unasked(knowing, post)):
                unasked.append(told_of(shown.post_id, right))
            record.add(post)
            pending.append(post)
            advance(done, len(messages), done)
    return Replayed(len(messages), len(known), known, alone, unasked)


def _put(index: PostIndex, messages: Sequence[Post]) -> None:
    index.import_posts([GivenPosts(messages)], opens=True)


async def _offered(answerer: Answerer, post: Post, right: set[str]) -> Offer:
    hits = await answerer.hits(_asked(post.text[:LONGEST_QUESTION]), HITS)
    return offer(hits, choose(hits, excerpt_counts.USUAL), right)


async def _unasked(answerer: Answerer, post: Post) -> Excerpt | None:
    """Return what would be offered below a message, though nobody asked."""
    hits = await answerer.hits(_asked(sought_for(post)), HITS)
    before = {each.answered.question.id: each.answered.question for each in hits if each.answered}
    return offered(post, choose(hits, excerpt_counts.USUAL), confidence(hits), before)


def _asked(text: str) -> Question:
    """Return what a message asks; no word of it is a filter, as in a question to the bot."""
    asker, filters = Asker("terminal", "", ""), Filters(is_read=False)
    return Question("", text, asker, "terminal", None, asked_at=utc_now(), filters=filters)


def _when(post: Post) -> datetime:
    return post.posted_at or _NEVER
