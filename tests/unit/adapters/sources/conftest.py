from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Protocol

import pytest

from adapters.chat.error_text import refusal
from adapters.chat.wording import ENGLISH, FRENCH
from adapters.sources.discovery import sources
from index.errors import PostFormatError
from index.posts import Post

if TYPE_CHECKING:
    from pathlib import Path

_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_READ_AS: Final = ("author_column:", "date_column:", "title_column:")
_IN_BOTH_LANGUAGES: Final = {
    "alias",
    "bom",
    "cdata",
    "gzip",
    "json",
    "long",
    "section",
    "utf",
    "xml",
    "zip",
}


@dataclass(frozen=True, slots=True)
class Told:
    """An error as the command line tells it."""

    error: PostFormatError

    def __post_init__(self) -> None:
        said = refusal(self.error, FRENCH).removeprefix(self.file)
        assert said != str(self).removeprefix(self.file)
        library = {*_WORD.findall(str(self.error.values.get("reason", "")).lower())}
        assert library & {*_WORD.findall(said.lower())} <= _IN_BOTH_LANGUAGES

    def __str__(self) -> str:
        return refusal(self.error, ENGLISH)

    @property
    def file(self) -> str:
        return self.error.file

    @property
    def line(self) -> int | None:
        return self.error.line

    @property
    def problem(self) -> str:
        where = f", line {self.line}" if self.error.unit == "line" and self.line else ""
        return str(self).removeprefix(f"{self.file}{where}: ")


@dataclass(frozen=True, slots=True)
class Found:
    """What came of some paths: the posts, and the errors between them."""

    posts: list[Post]
    errors: list[Told]
    left_out: Counter[str]
    columns: set[str] = field(default_factory=set)

    @property
    def only(self) -> Post:
        assert not self.errors
        [post] = self.posts
        return post

    @property
    def error(self) -> Told:
        [error] = self.errors
        return error


class ReadPaths(Protocol):
    def __call__(
        self,
        *paths: Path,
        source: str | None = ...,
        audience: str | None = ...,
        with_apps: bool = ...,
    ) -> Found: ...


class ReadFile(Protocol):
    def __call__(
        self,
        content: str | bytes,
        name: str = ...,
        source: str | None = ...,
        audience: str | None = ...,
    ) -> Found: ...


@pytest.fixture
def read_paths() -> ReadPaths:
    """Read files and folders as sources of posts."""

    def read(
        *paths: Path,
        source: str | None = None,
        audience: str | None = None,
        with_apps: bool = False,
    ) -> Found:
        found: list[Post | PostFormatError] = []
        left_out: Counter[str] = Counter()
        columns: set[str] = set()
        named = [str(path) for path in paths]
        for each in sources(named, source=source, audience=audience, with_apps=with_apps):
            if isinstance(each, PostFormatError):
                found.append(each)
            else:
                found += each.posts()
                read = {kind for kind in each.left_out if kind.startswith(_READ_AS)}
                columns |= read
                left_out.update({k: n for k, n in each.left_out.items() if k not in read})
        return Found(
            posts=[each for each in found if isinstance(each, Post)],
            errors=[Told(each) for each in found if isinstance(each, PostFormatError)],
            left_out=left_out,
            columns=columns,
        )

    return read


@pytest.fixture
def read_file(tmp_path: Path, read_paths: ReadPaths) -> ReadFile:
    """Write one file and read it."""

    def read(
        content: str | bytes,
        name: str = "notes.txt",
        source: str | None = None,
        audience: str | None = None,
    ) -> Found:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_paths(path, source=source, audience=audience)

    return read
