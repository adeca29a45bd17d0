"""Times what is done with 1 MB from outside before it is embedded: `python -m bench.parsing`.

It prints the seconds of processor time that each reader of `adapters/sources`, and each step of
`index/text`, takes for each shape of input, the best of some rounds. A word as argument keeps the
lines that have it.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from adapters.markup.slack import readable
from adapters.sources.discovery import sources
from adapters.sources.worker.protocol import packed
from bench.documents import documents
from bench.inputs import filled, inputs
from bench.shapes import TEXTS
from index.text.kinds.answer_types import answer_type_of
from index.text.language import language_of
from index.text.parts.blocks import lists, whole_block
from index.text.parts.passages import split
from index.text.parts.quoted import quoted_spans
from index.text.parts.sentences import Span
from index.text.parts.set_apart import set_apart
from index.text.terms import terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from index.errors import PostFormatError
    from index.posts import Post

ROUNDS: Final = 3
CHUNK: Final = 500
LONGEST_QUOTE: Final = 320
NAMES: Final = {"U1": "Ada Byron"}
QUESTION: Final = "who said how long it takes, and why does it cost so much?"


def seconds(act: Callable[[], object], rounds: int) -> float:
    """Return the least processor time that this took, with that of processes that it started."""
    times = []
    for _ in range(rounds):
        begun = _processor_time()
        act()
        times.append(_processor_time() - begun)
    return min(times)


def _processor_time() -> float:
    return sum(os.times()[:4])


def readings() -> Iterator[tuple[str, str, Callable[[], object]]]:
    """Yield the reading of each kind and shape of files, which are there until the next."""
    made: Iterator[tuple[str, str, Mapping[str, str | bytes]]] = chain(inputs(), documents())
    for kind, shape, held in made:
        with tempfile.TemporaryDirectory() as folder:
            for name, content in held.items():
                path = Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content.encode() if isinstance(content, str) else content)
            yield kind, shape, partial(_read, path if [*held] == [path.name] else Path(folder))


def _read(place: Path) -> int:
    """Read as the process that reads for a chat, which keeps nothing of what it told."""
    said = 0
    for found in sources([str(place)]):
        posts: Iterator[Post | PostFormatError] = iter(getattr(found, "posts", list)())
        while chunk := [*islice(posts, CHUNK)]:
            said += len(json.dumps([*map(packed, chunk)]))
    return said


def steps() -> Iterator[tuple[str, str, Callable[[], object]]]:
    """Yield the steps from a post to its passages, and from a passage to its quotes."""
    asked = answer_type_of(QUESTION)
    for shape, piece in TEXTS.items():
        text = filled(piece)
        yield "split", shape, partial(split, text)
        yield "terms", shape, partial(_terms, text)
        yield "readable in Slack", shape, partial(readable, text, NAMES)
        yield "is_in", shape, partial(asked.is_in, text)
        yield "lists", shape, partial(lists, text)
        yield "set_apart", shape, partial(set_apart, text)
        yield "whole_block", shape, partial(whole_block, text, Span(0, 80), LONGEST_QUOTE)
        yield "quoted_spans", shape, partial(quoted_spans, text)


def _terms(text: str) -> list[str]:
    return terms(text, language_of(text))


def main() -> None:
    """Print the seconds for each reader and step, and each shape."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("word", nargs="?", default="")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    options = parser.parse_args()
    for kind, shape, act in chain(readings(), steps()):
        if options.word in (name := f"{kind}: {shape}"):
            print(f"{seconds(act, options.rounds):6.2f} s  {name}", flush=True)


if __name__ == "__main__":
    main()
