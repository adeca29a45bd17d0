"""Makes posts of rows: of columns with values, wherever they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from adapters.sources.dates import parse_date
from adapters.sources.labels import printable, source_name, text_mark
from index.errors import PostFormatError
from index.posts import EVERYONE, Post

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from adapters.sources.labels import Labels


COLUMNS: Final = frozenset(
    "id scope source title text author url posted_at parent_id audience age author_id".split()
)
"""What a row can say of a post; `text` it must, and anything else is ignored."""

_NUMBERED: Final = frozenset({"id", "parent_id", "posted_at"})
"""Where a program may give a number; as a date it is judged like any other text."""

_UNBOUNDED: Final = frozenset({"title", "text"})
_LONGEST: Final = 10_000
"""How long any other value may be: names, links and ids are compared as a whole."""

_KINDS: Final = {bool: "true or false", list: "a list", dict: "an object"}

_REMEMBERED: Final = 300_000
"""How many ids of one file are remembered with their lines, in some 60 MB."""

MOST_REFUSED: Final = 10_000
"""After so many refusals in a row, what is left of a file is left out."""

_TOO_MANY_REFUSED: Final = (
    f"{MOST_REFUSED:,} in a row were refused, so from here on the file is left out: correct it"
)
_SEEN: Final = 20_000
"""How many whole rows are remembered, so that repeating them costs little."""


def to_post(row: Mapping[str, object], labels: Labels, line: int | None) -> Post | PostFormatError:
    """Returns the post that a row describes, or what is wrong with the row."""
    try:
        return _post(row, labels)
    except ValueError as error:
        return PostFormatError(labels.file, str(error), line)


def to_posts(
    rows: Iterable[tuple[int, Mapping[str, object] | PostFormatError]], labels: Labels
) -> Iterator[Post | PostFormatError]:
    """Yields the posts of numbered rows: a repeated one once, a contradicting one refused.

    Only so many ids are remembered, because a file may be larger than the memory; the index
    refuses what contradicts a row before those, without naming its line. Where nothing but
    refusals come, the last one says from where on the rest is left out.
    """
    refused = 0
    for line, each in _distinct(rows, labels):
        yield each
        refused = refused + 1 if isinstance(each, PostFormatError) else 0
        if refused == MOST_REFUSED:
            yield PostFormatError(labels.file, _TOO_MANY_REFUSED, line + 1)
            return


def _distinct(
    rows: Iterable[tuple[int, Mapping[str, object] | PostFormatError]], labels: Labels
) -> Iterator[tuple[int, Post | PostFormatError]]:
    met: dict[int, tuple[int, int]] = {}
    seen: set[int] = set()
    for line, row in rows:
        mark = _mark(row)
        if mark in seen:
            continue
        each = row if isinstance(row, PostFormatError) else to_post(row, labels, line)
        if isinstance(each, PostFormatError):
            yield line, each
            continue
        key, content = hash(each.id), hash(each)
        first = met.get(key)
        if first is None:
            if len(met) < _REMEMBERED:
                met[key] = (line, content)
            if mark is not None and len(seen) < _SEEN:
                seen.add(mark)
            yield line, each
        elif first[1] != content:
            problem = _taken(each, first[0])
            yield line, PostFormatError(labels.file, problem, line)


def _mark(row: Mapping[str, object] | PostFormatError) -> int | None:
    """Returns what tells two rows apart; None where that is not worth its time."""
    if isinstance(row, PostFormatError):
        return None
    values = row.values()
    # Of texts alone, for a number may equal one of another kind, and a list has no hash.
    return hash((*row, *values)) if {*map(type, values)} == {str} else None


def _post(row: Mapping[str, object], labels: Labels) -> Post:
    words = _words(row)
    if not words.get("audience", EVERYONE) and labels.audience is None:
        raise ValueError("audience: it is empty: name an audience, or leave the key out")
    text = words.get("text", "")
    if not text or text.isspace():
        raise ValueError(_without_text(row))
    own_source = source_name(words["source"]) if words.get("source") else labels.source
    source = own_source if labels.keeps_sources else labels.source
    scope = source_name(words["scope"]) if words.get("scope") else ""
    scopes = (f"{scope or source}:", f"{scope or own_source}:")
    id_ = _id(words.get("id") or text_mark(text, 16), scopes)
    parent = _id(words["parent_id"], scopes) if words.get("parent_id") else None
    if parent == id_:
        raise ValueError("parent_id: a post cannot be a comment on itself: name another post")
    date = words.get("posted_at")
    return Post(
        id=id_,
        source=source,
        text=text,
        title=words.get("title", ""),
        author=words.get("author") or None,
        url=words.get("url") or None,
        posted_at=_date(date) if date else None,
        parent_id=parent,
        audience=labels.audience or words.get("audience") or EVERYONE,
        age=words.get("age", ""),
        author_id=words.get("author_id") or None,
    )


def _words(row: Mapping[str, object]) -> dict[str, str]:
    """Returns what a row says of a post; only the text keeps the space around it."""
    words = {}
    for column, value in row.items():
        if value is not None and column in COLUMNS:
            if isinstance(value, str):
                word = value
            elif type(value) is int and column in _NUMBERED:
                word = str(value)
            else:
                raise ValueError(_mistyped(column, value))
            if len(word) > _LONGEST and column not in _UNBOUNDED:
                raise ValueError(f"{column}: it is longer than {_LONGEST:,} characters: shorten it")
            # The common case is settled without making a copy.
            if not word.isascii():
                _check_storable(column, word)
            words[column] = word if column == "text" else word.strip()
    return words


def _check_storable(column: str, word: str) -> None:
    try:
        word.encode()
    except UnicodeEncodeError as error:
        half = f"\\u{ord(word[error.start]):04x}"
        raise ValueError(
            f"{column}: {half} is half a character and cannot be stored: write the whole one"
        ) from None


def _mistyped(column: str, value: object) -> str:
    kind = _KINDS.get(type(value), "a number")
    return f"{column}: {printable(str(value)[:60])} is {kind}: write it as a text in quotes"


def _without_text(row: Mapping[str, object]) -> str:
    if "text" in row:
        return "the text is empty: write one, or leave this post out"
    return f"there is no 'text' here, only {named(row)}: add one"


def _id(given: str, scopes: tuple[str, str]) -> str:
    """Returns an id with its scope, which exported ones may already begin with."""
    scope = next((each for each in scopes if given.startswith(each)), "")
    return scopes[0] + given[len(scope) :]


def _date(text: str) -> datetime:
    try:
        return parse_date(text)
    except ValueError as error:
        raise ValueError(f"posted_at: {error}") from None


def named(columns: Iterable[str]) -> str:
    """Returns the columns as a sentence names them."""
    names = [repr(printable(str(name)[:40])) for name in columns]
    more = [f"{len(names) - 10} more"] if len(names) > 10 else []  # noqa: PLR2004
    return ", ".join(names[:10] + more) or "nothing"


def _taken(post: Post, line: int) -> str:
    if post.id.endswith(text_mark(post.text, 16)):
        return f"it has the text of line {line} but differs from it: give both an id"
    return f"its id {post.id!r} is already taken by line {line}: give it another"
