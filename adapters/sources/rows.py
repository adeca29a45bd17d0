"""Makes posts of rows: of columns with values, wherever they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from adapters.sources.dates.parsing import parse_date
from adapters.sources.file_defaults import printable, shortened, source_name, text_mark
from adapters.sources.left_out_fields import Known
from adapters.sources.wrong_value import WrongValue
from bot.text import web_link
from index.errors import PostFormatError
from index.posts import EVERYONE, Post

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from adapters.sources.file_defaults import Labels


KNOWN: Final = Known(
    "JSONL",
    "",
    {
        "text": "text",
        "title": "title",
        "author": "author",
        "id": "id",
        "url": "url",
        "posted_at": "posted_at",
        "parent_id": "parent_id",
        "source": "source",
        "*": "columns",
    },
    frozenset({"scope", "audience", "age", "author_id"}),
)
"""What a line may hold; other fields of it are counted."""

COLUMNS: Final = (KNOWN.fields.keys() - {"*"}) | KNOWN.beside
"""What a row can say of a post; `text` it must, and anything else is ignored."""

_NUMBERED: Final = frozenset({"id", "parent_id", "posted_at"})
"""Where a program may give a number; as a date it is judged like any other text."""

_NOBODY: Final = frozenset({"[deleted]", "[removed]", "deleted account", "deleted user"})
"""What platforms write in the place of an author who is gone."""
_UNBOUNDED: Final = frozenset({"title", "text"})
_LONGEST: Final = 10_000
"""How long any other value may be: names, links and ids are compared as a whole."""

Type = Literal["bool", "list", "object", "number"]
"""What JSON may give in the place of a text."""

_TYPES: Final[dict[type, Type]] = {bool: "bool", list: "list", dict: "object"}

_NAMED: Final = 10
"""How many columns a sentence names."""

_REMEMBERED: Final = 300_000
"""How many ids of one file are remembered with their lines, in some 60 MB."""

MOST_REFUSED: Final = 10_000
"""After so many refusals in a row, what is left of a file is left out."""

_SEEN: Final = 20_000
"""How many whole rows are remembered, so that repeating them costs little."""


def to_post(row: Mapping[str, object], labels: Labels, line: int | None) -> Post | PostFormatError:
    """Return the post that a row describes, or what is wrong with the row."""
    try:
        return _post(row, labels)
    except WrongValue as error:
        return PostFormatError(labels.file, error.kind, line, **error.values)


def to_posts(
    rows: Iterable[tuple[int, Mapping[str, object] | PostFormatError]], labels: Labels
) -> Iterator[Post | PostFormatError]:
    """Yield the posts of numbered rows: a repeated one once, a contradicting one refused.

    Only so many ids are remembered, because a file may be larger than the memory; the index
    refuses what contradicts a row before those, without naming its line. Where nothing but
    refusals come, the last one says from where on the rest is left out.
    """
    refused = 0
    met: dict[int, tuple[int, int]] = {}
    seen: set[int] = set()
    for line, row in rows:
        mark = _mark(row)
        each = None if mark in seen else _told(row, labels, line, met)
        if each is None:
            labels.leave_out("repeated_rows")
            continue
        yield each
        if isinstance(each, PostFormatError):
            refused += 1
            if refused == MOST_REFUSED:
                yield PostFormatError(labels.file, "too_many_refused", line + 1, most=MOST_REFUSED)
                return
        else:
            refused = 0
            if mark is not None and len(seen) < _SEEN:
                seen.add(mark)


def _told(
    row: Mapping[str, object] | PostFormatError,
    labels: Labels,
    line: int,
    met: dict[int, tuple[int, int]],
) -> Post | PostFormatError | None:
    """Return a row's post or what is wrong with it; None for one that was met before.

    Of two without an id that say the same words and differ otherwise, the second goes by all it
    says: two people may write the same.
    """
    each = row if isinstance(row, PostFormatError) else to_post(row, labels, line)
    if isinstance(each, PostFormatError):
        return each
    key, content = hash(each.id), hash(each)
    first = met.get(key)
    if first is None:
        if len(met) < _REMEMBERED:
            met[key] = (line, content)
        return each
    if first[1] == content:
        return None
    if isinstance(row, PostFormatError) or row.get("id"):
        return PostFormatError(labels.file, "taken", line, id=each.id, first=first[0])
    return _told({**row, "id": text_mark(repr(sorted(row.items())), 16)}, labels, line, met)


def _mark(row: Mapping[str, object] | PostFormatError) -> int | None:
    """Return what tells two rows apart; None where that is not worth its time."""
    if isinstance(row, PostFormatError):
        return None
    values = row.values()
    # Of texts alone, for a number may equal one of another kind, and a list has no hash.
    return hash((*row, *values)) if {*map(type, values)} == {str} else None


def _post(row: Mapping[str, object], labels: Labels) -> Post:
    words = _words(row)
    if not words.get("audience", EVERYONE) and labels.audience is None:
        raise WrongValue("empty_audience")
    text = words.get("text", "")
    if not text or text.isspace():
        raise _without_text(row)
    own_source = source_name(words["source"]) if words.get("source") else labels.source
    source = own_source if labels.keeps_sources else labels.source
    scope = source_name(words["scope"]) if words.get("scope") else ""
    own_scope, given_scope = f"{scope or source}:", f"{scope or own_source}:"
    id_ = _id(words.get("id") or text_mark(text, 16), own_scope, given_scope)
    if id_ == own_scope:
        raise WrongValue("nameless_id", id=id_)
    parent = words.get("parent_id") or None
    if parent and (parent := _id(parent, own_scope, given_scope)) == id_:
        raise WrongValue("own_parent")
    date = words.get("posted_at")
    return Post(
        id=id_,
        source=source,
        text=text,
        title=words.get("title", ""),
        author=_author(words.get("author", "")),
        url=_link(words.get("url", ""), labels) or labels.address or None,
        posted_at=parse_date(date) if date else None,
        parent_id=parent,
        audience=labels.audience or words.get("audience") or EVERYONE,
        age=words.get("age", ""),
        author_id=words.get("author_id") or None,
    )


def _author(name: str) -> str | None:
    return None if name.lower() in _NOBODY else name or None


def _link(given: str, labels: Labels) -> str | None:
    """Return where a post stands on the web; what is no address there costs the link alone."""
    begun = f"https://{given}" if given[:4].lower() == "www." else given
    link = web_link(begun)
    labels.leave_out("links", int(link is None and given != ""))
    return link


def _words(row: Mapping[str, object]) -> dict[str, str]:
    """Return what a row says of a post; only the text keeps the space around it."""
    words = {}
    for column, value in row.items():
        if value is not None and column in COLUMNS:
            if isinstance(value, str):
                word = value
            elif type(value) is int and column in _NUMBERED:
                word = str(value)
            else:
                raise _mistyped(column, value)
            if len(word) > _LONGEST and column not in _UNBOUNDED:
                raise WrongValue("too_long_value", column=column, most=_LONGEST)
            # The common case is settled without making a copy.
            if not word.isascii():
                check_storable(column, word)
            words[column] = word if column == "text" else word.strip()
    return words


def check_storable(column: str, word: str) -> None:
    """Check that a value holds no half of a character, which could not be stored.

    Raises:
        WrongValue: It holds one.
    """
    try:
        word.encode()
    except UnicodeEncodeError as error:
        half = f"\\u{ord(word[error.start]):04x}"
        raise WrongValue("half_character", column=column, half=half) from None


def _mistyped(column: str, value: object) -> WrongValue:
    shown, type_ = printable(str(value)[:60]), _TYPES.get(type(value), "number")
    return WrongValue("mistyped", column=column, value=shown, type=type_)


def _without_text(row: Mapping[str, object]) -> WrongValue:
    if "text" in row:
        return WrongValue("empty_text")
    if not row:
        return WrongValue("no_text_at_all")
    columns, more = named(row)
    if more:
        return WrongValue("no_text_of_many", columns=columns, more=more)
    return WrongValue("no_text", columns=columns)


def _id(given: str, own_scope: str, given_scope: str) -> str:
    """Return an id with its scope, which exported ones may already begin with."""
    if given.startswith(own_scope):
        return given
    return own_scope + given.removeprefix(given_scope)


def named(columns: Iterable[str]) -> tuple[str, int]:
    """Return the first columns as a sentence names them, and how many more there are."""
    names = [repr(shortened(str(name))) for name in columns]
    return ", ".join(names[:_NAMED]), max(0, len(names) - _NAMED)
