"""Recognises tables of which nothing is read, for they do not tell who may read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from adapters.sources.archive_reading.json_records import objects_of
from adapters.sources.file_defaults import shortened
from adapters.sources.tables.columns.heads import folded, surely
from adapters.sources.tables.json_lists import are_parts, has_text
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from adapters.sources.archive_reading.json_records import Record
    from adapters.sources.file_defaults import Labels

_FROM: Final = frozenset(
    "from sender expediteur expeditrice de absender absenderin von remitente".split()
)
_TO: Final = frozenset(
    "to recipient recipients receiver destinataire destinataires a empfanger an"
    " destinatario destinatarios para".split()
)
_FEW: Final = 20
"""So many objects of a list are looked at."""
_PARTS: Final = (
    ("Slack", {"type", "ts", "text"}),
    ("Discord", {"id", "timestamp", "contents", "attachments"}),
    ("Discord", {"id", "timestamp edited", "is pinned"}),
    ("Mastodon", {"actor", "to", "cc"}),
    ("Mastodon", {"attributed to", "to", "cc"}),
    ("Matrix", {"event id", "origin server ts"}),
    ("Mattermost", {"type", "user", "message", "create at"}),
    ("Mattermost", {"channel members", "message", "create at"}),
    ("Telegram", {"from id", "date unixtime"}),
    ("Telegram", {"from id", "text entities"}),
    ("Zulip", {"rendered content", "date sent"}),
)
"""What records of an export have: what tells who may read them is not beside them there."""


def check_readable(heads: Sequence[str], labels: Labels) -> None:
    """Refuse a table of what people wrote to each other, and a part of a chat's export.

    Raises:
        PostFormatError: It is one.
    """
    names = {folded(head) for head in heads}
    is_mail = bool(_FROM & names and _TO & names)
    if is_mail and not labels.columns.columns:
        raise PostFormatError(labels.file, "direct_messages")
    for platform, marks in _PARTS:
        if marks <= names:
            raise PostFormatError(labels.file, "part_of_export", platform=platform)


def check_one_object(rows: Sequence[Record], labels: Labels) -> None:
    """Refuse a lone object that is no post, but holds a list of what may be some.

    Where it lists who takes part beside what each sent, as Messenger and Instagram have it, it is
    a private conversation.

    Raises:
        PostFormatError: It is one.
    """
    given = {"text", *(head for name, head in labels.columns.columns if name == "text")}
    for row in rows:
        if any(isinstance(row.get(name), str) for name in given):
            continue
        lists = {name: found for name, value in row.items() if (found := objects_of(value)[:_FEW])}
        sent = lists.get("messages", ())
        if "participants" in row and any("sender_name" in each for each in sent):
            raise PostFormatError(labels.file, "direct_messages")
        if lists and not (has_text(row) and are_parts(lists)):
            # Beside the posts there may be lists of people, files and so on.
            name = max(lists, key=lambda each: _rank(lists[each]))
            raise PostFormatError(labels.file, "list_within", column=shortened(name))


def _rank(objects: Sequence[Mapping[str, object]]) -> tuple[int, int]:
    """Return how much a few objects look like posts: how many have a text, how much they tell."""
    has_text = (
        any(isinstance(value, str) and surely(head) == "text" for head, value in each.items())
        for each in objects
    )
    return sum(has_text), max(map(len, objects))
