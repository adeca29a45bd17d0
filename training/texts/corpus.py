"""Reads the training texts."""

from __future__ import annotations

import json
import lzma
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# A chat line often opens with the name it is addressed to; a name says nothing of the matter.
_ADDRESSEE: Final = re.compile(r"^\S{1,20}[:,] +")


@dataclass(frozen=True, slots=True)
class Pair:
    """One sentence in both languages, and the collection it comes from."""

    source: str
    english: str
    french: str


@dataclass(frozen=True, slots=True)
class Section:
    """A title and the text under it, each in both languages."""

    title: Pair
    text: Pair


@dataclass(frozen=True, slots=True)
class Reply:
    """A chat message, and one that answers it."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything that the model learns from."""

    pairs: list[Pair]
    sections: list[Section]
    replies: list[Reply]


def read(data: Path) -> Corpus:
    """Return the training texts of a data folder, in the order they stand there."""
    train = data / "train"
    return Corpus(
        pairs=list(_pairs(train / "parallel.tsv.xz")),
        sections=list(_sections(train / "sections.jsonl.xz")),
        replies=list(_replies(train / "ubuntu_irc.jsonl.xz")),
    )


def _pairs(path: Path) -> Iterator[Pair]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            source, english, french = line.rstrip("\n").split("\t")
            yield Pair(source, english, french)


def _sections(path: Path) -> Iterator[Section]:
    for row in _rows(path):
        source = "php_sections" if row["id"].startswith("reference/") else "act_sections"
        yield Section(
            title=Pair(source, row["title_en"], row["title_fr"]),
            text=Pair(source, row["text_en"], row["text_fr"]),
        )


def _replies(path: Path) -> Iterator[Reply]:
    said: dict[tuple[str, int], str] = {}
    for row in _rows(path):
        text = _ADDRESSEE.sub("", row["text"])
        said[row["file"], row["line"]] = text
        for line in row["reply_to_lines"]:
            question = said.get((row["file"], line))
            if question and question != text:
                yield Reply(question, text)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
