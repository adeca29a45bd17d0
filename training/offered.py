"""Measures what would be offered unasked in a help forum whose answers are marked.

    python -m training.offered DATA_FOLDER

Every second answer of a community (`en_posts`) stands in the forum: its title as the question, its
text as the accepted reply. All questions of the set are then asked as new posts, one by one. An
offer is right that is of the answer for which the question was written; of the questions to the
other half every offer is wrong.
"""

from __future__ import annotations

import argparse
import asyncio
import json
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from bot import excerpt_counts
from bot.composition import app
from bot.question_and_answer import Asker, Question
from bot.questions.answerer import HITS
from bot.questions.quoting.excerpts import choose, confidence
from bot.questions.unasked import offered
from index.clock import utc_now
from index.given_posts import GivenPosts
from index.posts import Post

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.questions.answerer import Answerer

LEVELS: Final = (0.5, 0.9, 0.99, 0.999)
"""Confidences from which on an answer is offered, where that alone decides."""


class _Offer(NamedTuple):
    """What a question is offered: by its confidence alone, and as the bot does; "" for nothing."""

    right: str
    confidence: float
    first: str
    shipped: str


def threads(rows: Sequence[dict[str, Any]]) -> list[Post]:
    """Return a question and its accepted reply for each answer of a set."""
    made = []
    for row in rows:
        title = row["title"].rpartition(" - ")[2]
        asks = title if title.endswith("?") else f"{title}?"
        made += [
            Post(f"forum:q{row['id']}", "forum", asks, title, author="asker"),
            Post(
                f"forum:{row['id']}", "forum", row["text"], author="helper",
                parent_id=f"forum:q{row['id']}", is_accepted=True,
            ),
        ]  # fmt: skip
    return made


async def asked(answerer: Answerer, row: Mapping[str, Any]) -> _Offer:
    """Return what one question is offered."""
    post = Post("forum:new", "forum", row["question"], author="somebody")
    text = post.text
    asker = Asker("terminal", "", "")
    hits = await answerer.hits(Question("", text, asker, "terminal", None, utc_now()), HITS)
    quotes, sure = choose(hits, excerpt_counts.USUAL), confidence(hits)
    before = {each.answered.question.id: each.answered.question for each in hits if each.answered}
    found = offered(post, quotes, sure, before)
    first = quotes[0].post_id if quotes else ""
    return _Offer(f"forum:{row['post_id']}", sure, first, found.post_id if found else "")


async def measured(data: Path) -> tuple[int, list[_Offer]]:
    """Return how many questions have an answer in the forum, and what each is offered."""
    rows, questions = (
        [json.loads(line) for line in (data / "dev" / f"en_{name}.jsonl").open(encoding="utf-8")]
        for name in ("posts", "questions")
    )
    posts = threads(rows[::2])
    with TemporaryDirectory() as folder, ExitStack() as opened:
        apart = replace(app.load_settings(), data=Path(folder), refining="off")
        index = opened.enter_context(app.opened_index(apart, create=True))
        index.import_posts([GivenPosts(posts)], opens=True)
        answerer = opened.enter_context(app.answering(apart))
        made = [await asked(answerer, each) for each in questions]
    known = {each.id for each in posts}
    return sum(each.right in known for each in made), made


def main() -> None:
    """Print how many offers there are, how many are wrong, and what they serve."""
    parser = argparse.ArgumentParser(description="Measure what is offered unasked.")
    parser.add_argument("data", type=Path, help="the data folder")
    answerable, made = asyncio.run(measured(parser.parse_args().data))
    print(f"{len(made)} questions, {answerable} with an answer in the forum")
    rows = {
        f"confidence {level} alone": [
            (each.first, each.right) for each in made if each.first and each.confidence >= level
        ]
        for level in LEVELS
    }
    rows["as offered"] = [(each.shipped, each.right) for each in made if each.shipped]
    for name, offers in rows.items():
        right = sum(one == other for one, other in offers)
        served = right / answerable
        print(f"{name}: {len(offers)} offers, {len(offers) - right} wrong, {served:.3f} served")


if __name__ == "__main__":
    main()
