"""Measures which sentence is quoted, and whether one is, on questions with marked answers.

    python -m training.marked DATA_FOLDER [--refining e5] [--beginnings] [--keep FOLDER]

The questions stand in `marked_questions.jsonl`, in English, French, Spanish and German, with
the characters of the sentences that answer them; no answers stand with those that nothing
answers, though they are on topic. The posts are those of the data folder: a community's
answers (`en_posts`), public-service answers (`fr_posts`), sections of acts (`sections`) and two
logs of a chat (`chat`).
"""

from __future__ import annotations

import json
import lzma
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from rich.console import Console
from rich.table import Table

from bot.questions.quoting.excerpts import choose, unsure
from training.calibrate import is_aside
from training.collection import collection_arguments, collections, sections
from training.progress import progress

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from training.collection import Collection


QUESTIONS: Final = Path(__file__).with_name("marked_questions.jsonl")
EXCERPTS: Final = 3
HALF: Final = 0.5
"""So much of the shorter of a quote and a marked sentence lies in the other, where it is it."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A question, and where the sentences stand that answer it; none where nothing answers.

    Attributes:
        posts: The set it is asked of.
        lang: The language it is in.
        question: What is asked.
        answers: The post, and the first and one past the last character in it, of each.
    """

    posts: str
    lang: str
    question: str
    answers: Sequence[tuple[str, int, int]]


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one question.

    Attributes:
        known: The question.
        place: The place of a right post among the hits, from 0; None if it is not there.
        is_sure: Whether something was quoted as an answer.
        is_unsure: Whether something was quoted as perhaps one.
        is_first: Whether what was quoted first, sure or not, is a marked sentence.
        is_among: Whether one of three quotes is.
    """

    known: Marked
    place: int | None
    is_sure: bool
    is_unsure: bool
    is_first: bool
    is_among: bool


def marked_questions() -> list[Marked]:
    """Return the questions."""
    rows = map(json.loads, QUESTIONS.read_text(encoding="utf-8").splitlines())
    return [Marked(**row) for row in rows]


def told(collection: Collection, known: Marked) -> Told:
    """Ask a question, and return what became of it."""
    hits = collection.hits(known.question)
    right = {f"{collection.name}:{id_}" for id_, *_ in known.answers}
    sure, perhaps = choose(hits, EXCERPTS), unsure(hits)
    quoted = [(each.post_id, each.start, each.end) for each in sure or perhaps]
    return Told(
        known,
        next((at for at, hit in enumerate(hits) if hit.post.id in right), None),
        is_sure=bool(sure),
        is_unsure=bool(perhaps),
        is_first=any(_is_marked(*each, known, collection.name) for each in quoted[:1]),
        is_among=any(_is_marked(*each, known, collection.name) for each in quoted),
    )


def _is_marked(post_id: str, first: int, last: int, known: Marked, source: str) -> bool:
    return any(
        post_id == f"{source}:{id_}"
        and min(end, last) - max(start, first) >= HALF * min(end - start, last - first)
        for id_, start, end in known.answers
    )


def main() -> None:
    """Print the table, of all questions and of those on which nothing is fitted."""
    arguments = collection_arguments("Measure excerpts on marked questions.").parse_args()
    data: Path = arguments.data
    by_posts: dict[str, list[Marked]] = defaultdict(list)
    for each in marked_questions():
        by_posts[each.posts].append(each)
    found: list[Told] = []
    with collections(arguments) as opened, progress() as bar:
        for posts, known in bar.track(by_posts.items(), description="Asking", total=len(by_posts)):
            path, name = _posts(data, opened.folder, posts)
            collection = opened(path, name)
            found += [told(collection, each) for each in known]
            collection.close()
    _print(found)


def _posts(data: Path, folder: Path, name: str) -> tuple[Path, str]:
    """Return where a set's posts stand, made where that is needed, and what they are called."""
    if name == "chat":
        return _chat(data / "train" / "ubuntu_irc.jsonl.xz", folder), name
    if name == "sections":
        path, _ = sections(data / "dev" / "cross_sections.jsonl", folder, "fr", "en")
        return path, path.stem
    return data / "dev" / f"{name}.jsonl", name.removesuffix("_posts")


def _chat(path: Path, folder: Path) -> Path:
    """Return the logs that questions are asked of as a file of posts."""
    wanted = {
        id_.partition("#")[0]
        for each in marked_questions()
        if each.posts == "chat"
        for id_, *_ in each.answers
    }
    posts = folder / "chat.jsonl"
    with lzma.open(path, "rt", encoding="utf-8") as lines, posts.open("w", encoding="utf-8") as out:
        for row in map(json.loads, lines):
            if (file := row["file"]) not in wanted:
                continue
            parent = next((f"{file}#{at}" for at in row["reply_to_lines"]), None)
            post = {
                "id": f"{file}#{row['line']}",
                "text": row["text"],
                "author": row["user"],
                "parent_id": parent,
            }
            out.write(json.dumps(post) + "\n")
    return posts


def _print(found: Sequence[Told]) -> None:
    table = Table(
        "posts", "asked in", "questions", "right post", "first quote", "of three", "sure", "unsure"
    )
    groups: dict[tuple[str, str, bool], list[Told]] = defaultdict(list)
    for each in found:
        groups[each.known.posts, each.known.lang, not each.known.answers].append(each)
    for (posts, lang, is_none), own in sorted(groups.items()):
        table.add_row(*_row(f"{posts}, no answer" if is_none else posts, lang, own))
    aside = [each for each in found if is_aside(each.known.question)]
    for of, rows in (("all", found), ("kept aside", aside)):
        table.add_section()
        for lang in (*sorted({each.known.lang for each in rows}), "any"):
            own = [each for each in rows if each.known.answers and lang in {each.known.lang, "any"}]
            table.add_row(*_row(of, lang, own))
        table.add_row(
            *_row(f"{of}, no answer", "any", [each for each in rows if not each.known.answers])
        )
    console = Console(width=max(Console().width, 120))
    console.print(table)


def _row(of: str, lang: str, own: Sequence[Told]) -> list[str]:
    if not own:
        return [of, lang, "0", *[""] * 5]
    shares = [
        _share(each.is_first for each in own),
        _share(each.is_among for each in own),
        _share(each.is_sure for each in own),
        _share(each.is_unsure for each in own),
    ]
    posts = " / ".join(
        _share(each.place is not None and each.place < most for each in own) for most in (1, 5)
    )
    found = [posts, *shares] if own[0].known.answers else ["", "", "", *shares[2:]]
    return [of, lang, f"{len(own):,}", *found]


def _share(values: Iterable[bool]) -> str:
    return f"{np.mean(list(values)):.3f}"


if __name__ == "__main__":
    main()
