"""The posts and questions of a run: the same for all subjects."""

from __future__ import annotations

import hashlib
import json
import lzma
from collections import Counter
from dataclasses import dataclass
from itertools import chain, count, islice
from typing import TYPE_CHECKING, Final

from bench import ROOT
from bench.asking import posts
from index.text.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

AUDIENCES: Final = 500
LONG: Final = 1_900
"""Characters of a long question."""

_READ_FOR_QUESTIONS: Final = 20_000
_FEWEST_WORDS, _MOST_WORDS = 5, 25


@dataclass(frozen=True, slots=True)
class Questions:
    """What is asked, each kind in an order of its own.

    Attributes:
        ordinary: What people asked.
        common: The commonest words of the posts.
        long: Texts of posts, as long as a question may nearly be.
    """

    ordinary: Sequence[str]
    common: Sequence[str]
    long: Sequence[str]


def texts(data: Path | None) -> Iterator[str]:
    """Yield the texts of JSON lines (.xz too), again and again, the repeated ones numbered.

    Without a file, the sentences of the example posts, each with a number.
    """
    if data is None:
        yield from (post.text for post in posts(10**9))
        return
    for turn in count():
        for text in _lines(data):
            yield f"{text} {turn}" if turn else text


def _lines(data: Path) -> Iterator[str]:
    opened = lzma.open if data.suffix == ".xz" else open
    with opened(data, "rt", encoding="utf-8") as lines:
        for line in lines:
            if (text := str(json.loads(line).get("text") or "")).strip():
                yield text


def write_posts(data: Path | None, size: int, file: Path, audiences: int = 0) -> None:
    """Write so many posts as JSON lines, each for one of so many audiences."""
    part = file.with_suffix(".part")
    with part.open("w", encoding="utf-8") as out:
        for number, text in enumerate(islice(texts(data), size)):
            post = {"id": str(number), "source": "bench", "text": text}
            if audiences:
                post["audience"] = label(number % audiences)
            out.write(json.dumps(post, ensure_ascii=False) + "\n")
    part.rename(file)


def label(number: int) -> str:
    """Return the label of an audience."""
    return f"room {number}"


def questions(data: Path | None, most: int) -> Questions:
    """Return what is asked of these posts, whatever their number."""
    read = list(islice(texts(data), _READ_FOR_QUESTIONS))
    asked = _asked(read) if data else _examples()
    counted = Counter(chain.from_iterable(words(text) for text in read))
    common = [word for word, _ in counted.most_common(20)]
    return Questions(
        ordinary=asked[:: max(1, len(asked) // most)][:most],
        common=[" ".join(common[start : start + 8]) for start in (0, 4, 8, 12)],
        long=[" ".join(read[start : start + 2_000])[:LONG] for start in (0, 100, 200, 300)],
    )


def _asked(read: Sequence[str]) -> list[str]:
    ended = dict.fromkeys(text.strip() for text in read if text.strip().endswith("?"))
    asked = [each for each in ended if _FEWEST_WORDS <= len(each.split()) <= _MOST_WORDS]
    return asked or _examples()


def _examples() -> list[str]:
    lines = (ROOT / "examples/questions.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line)["question"] for line in lines]


def name_of(data: Path | None) -> str:
    """Return a name for the posts, another for other posts."""
    if data is None:
        return "examples"
    state = data.stat()
    digest = hashlib.sha256(f"{data.resolve()} {state.st_size} {state.st_mtime_ns}".encode())
    return f"{data.name.partition('.')[0]}-{digest.hexdigest()[:8]}"
