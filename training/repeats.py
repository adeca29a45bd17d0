"""Measures whether the message that answered is found, on labelled questions of a chat.

    python -m training.repeats DATA_FOLDER [--keep FOLDER] [--part open|aside] [--failed]

`repeats.jsonl` says of questions of the chat which earlier messages answer them. Each is asked of
what stood there until the day before, once with what is known to have answered, and once by the
ranking of messages alone; and it is looked at what it would have been offered unasked.
"""

from __future__ import annotations

import argparse
import asyncio
import json
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from adapters.sources.discovery import sources
from bot import excerpt_counts
from bot.composition import app
from bot.question_and_answer import LONGEST_QUESTION, Asker, Question
from bot.questions.answerer import HITS
from bot.questions.evaluating.replay import AMONG, Offer, offer, offers
from bot.questions.quoting.excerpts import choose, confidence
from bot.questions.unasked import offered, sought_for
from index.clock import utc_now
from index.errors import PostFormatError
from index.search_scope import Filters
from training import chat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.questions.answerer import Answerer
    from bot.settings.values import Settings
    from index.posts import Hit, Post

LABELS: Final = Path(__file__).with_name("repeats.jsonl")
SOURCE: Final = "chat"
Part = Literal["open", "aside"]


@dataclass(frozen=True, slots=True)
class Label:
    """A question of the chat, and which messages before its day answer it; none where none does.

    Attributes:
        question: The message that asks.
        answers: The messages that answer.
        is_aside: It is kept aside: nothing is chosen on it.
    """

    question: str
    answers: frozenset[str]
    is_aside: bool


class Outcome(NamedTuple):
    """What became of a question: what was found, and what it would have been offered unasked."""

    label: Label
    known: Offer
    alone: Offer
    unasked: str | None
    first: tuple[str, ...]


def labels(part: Part | None = None) -> list[Label]:
    """Return the labels, or those of one part."""
    rows = (json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines())
    made = [
        Label(
            f"{SOURCE}:{row['question']}",
            frozenset(f"{SOURCE}:{each}" for each in row["answers"]),
            row.get("aside", False),
        )
        for row in rows
    ]
    return [each for each in made if part is None or each.is_aside == (part == "aside")]


async def outcome(label: Label, post: Post, knowing: Answerer, ranking: Answerer) -> Outcome:
    """Return what becomes of a question."""
    found = await _hits(knowing, post, post.text[:LONGEST_QUESTION])
    alone = await _hits(ranking, post, post.text[:LONGEST_QUESTION])
    return Outcome(
        label,
        offer(found, choose(found, excerpt_counts.USUAL), label.answers),
        offer(alone, choose(alone, excerpt_counts.USUAL), label.answers),
        await _unasked(knowing, post),
        tuple(each.post.text for each in found[:AMONG]),
    )


async def measured(settings: Settings, asked: Sequence[Label]) -> list[Outcome]:
    """Return what becomes of all of them."""
    with app.opened_index(settings) as index:
        posts = index.engine.posts([each.question for each in asked])
    with app.answering(settings) as known, app.answering(settings, fetches_answers=False) as alone:
        return [await outcome(each, posts[each.question], known, alone) for each in asked]


async def _unasked(knowing: Answerer, post: Post) -> str | None:
    if not (text := sought_for(post)):
        return None
    hits = await _hits(knowing, post, text)
    before = {each.answered.question.id: each.answered.question for each in hits if each.answered}
    shown = offered(post, choose(hits, excerpt_counts.USUAL), confidence(hits), before)
    return shown.post_id if shown else None


async def _hits(answerer: Answerer, post: Post, text: str) -> Sequence[Hit]:
    """Return what is found of the messages before the day of one."""
    day = (post.posted_at or utc_now()).date()
    before = Filters(until=day - timedelta(days=1), is_read=False)
    asker, now = Asker("terminal", "", ""), utc_now()
    asked = Question("", text, asker, "terminal", None, asked_at=now, filters=before)
    return await answerer.hits(asked, HITS)


def show(found: Sequence[Outcome], *, failed: bool) -> None:
    """Print the shares, and the questions whose first message does not answer where wanted."""
    answered = [each for each in found if each.label.answers]
    print(f"{len(found)} questions, {len(answered)} with an answer on record")
    for name in ("known", "alone"):
        shares = offers([getattr(each, name) for each in answered])
        print(
            f"{name}: first {shares.first:.3f}, among {AMONG} {shares.among:.3f},"
            f" quoted {shares.quoted:.3f}, of those right {shares.right:.3f}"
        )
    made = [each for each in found if each.unasked]
    right = sum(each.unasked in each.label.answers for each in made)
    served = right / len(answered)
    print(f"unasked: {len(made)} offers, {len(made) - right} wrong, {served:.3f} served")
    for each in answered if failed else ():
        if each.known.place != 1:
            print(f"\n{each.label.question} {each.known.place}")
            print("\n".join(f"   {' '.join(text.split())[:150]}" for text in each.first))


def main() -> None:
    """Print how often the message that answers is found, and what is offered."""
    parser = argparse.ArgumentParser(description="Measure repeated questions of a chat.")
    parser.add_argument("data", type=Path, help="the data folder")
    parser.add_argument("--keep", type=Path, help="a folder for what was read; default: nowhere")
    parser.add_argument("--part", choices=("open", "aside"), help="one part; default: both")
    parser.add_argument("--failed", action="store_true", help="the questions that failed, too")
    arguments = parser.parse_args()
    with ExitStack() as stack:
        folder: Path = arguments.keep or Path(stack.enter_context(TemporaryDirectory()))
        settings = replace(app.load_settings(), data=folder, refining="off")
        if not settings.database.exists():
            _read(arguments.data, settings)
        found = asyncio.run(measured(settings, labels(arguments.part)))
    show(found, failed=arguments.failed)


def _read(data: Path, settings: Settings) -> None:
    """Read the chat into the index."""
    settings.data.mkdir(parents=True, exist_ok=True)
    messages = settings.data / f"{SOURCE}.jsonl"
    with messages.open("w", encoding="utf-8") as out:
        for each in chat.posts(data / "train" / "ubuntu_irc.jsonl.xz"):
            out.write(f"{json.dumps(each)}\n")
    with app.opened_index(settings, create=True) as index:
        found = sources([str(messages)], source=SOURCE)
        read = [each for each in found if not isinstance(each, PostFormatError)]
        index.import_posts(read, opens=True)


if __name__ == "__main__":
    main()
