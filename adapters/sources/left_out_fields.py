"""What becomes of what people can write, field by field, and what of it is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal, get_args

from adapters.markup.others_words import Fate as OfMessages
from adapters.markup.others_words import LeftOut as OfChats

if TYPE_CHECKING:
    from collections import Counter

LeftOut = Literal[
    OfChats,
    "channel_bots",
    "channels_of_apps",
    "other_channels_of_apps",
    "forgotten",
    "reposts",
    "drafts",
    "private_posts",
    "old_versions",
    "direct_messages",
    "attachments",
    "polls",
    "forwards",
    "deleted_messages",
    "unreadable_messages",
    "unclear_dates",
    "slackdump_names",
    "others_messages",
    "unknown_fields",
    "deleted",
    "articles",
    "alt_texts",
    "lone_notes",
    "nameless",
    "no_records",
    "list_records",
    "unlisted_channels",
    "links",
    "link_previews",
    "quotes",
    "summaries",
    "dates",
    "invitations",
    "recommendations",
    "profile_texts",
    "adverts",
    "other_records",
    "members",
    "other_members",
    "wordless_pages",
    "margin_comments",
    "tracked_deletions",
    "headers_and_footers",
    "hidden_text",
    "inserted_files",
    "symbols",
    "charts",
    "form_fields",
    "columns",
    "other_columns",
    "fields",
    "other_fields",
    "rows_without_text",
    "lines_above_heads",
    "repeated_rows",
    "sheets",
    "other_sheets",
    "wordless_sheets",
    "other_wordless_sheets",
    "page_furniture",
    "comments",
    "passages",
    "signatures",
    "list_notices",
    "beside_the_list",
    "more_beside_the_list",
    "tables_beside",
    "other_tables_beside",
]
"""What an import may leave out, by the name that its words in each language go by."""

ColumnKind = Literal["author_column", "date_column", "title_column"]
"""What a column of a table was read as, where its head is not one of Pullquote's own."""

Fate = (
    Literal["id", "source", "title", "text", "author", "url", "posted_at", "parent_id"]
    | OfMessages
    | LeftOut
)
"""What becomes of a field: a part of a post, or something that is left out and counted."""

Fields = Mapping[str, Fate]
"""The fields of a record that a person can write into; a dot leads into an object or a list."""

LEFT_OUT: Final[frozenset[str]] = frozenset(get_args(LeftOut))


@dataclass(frozen=True, slots=True)
class Known:
    """What a reader knows of the records of its format.

    Attributes:
        format: What the format is called in the documents.
        versions: Those that the reader was written for; "" where the format has none.
        fields: What a person can write into, and what becomes of it.
        beside: The other fields of a record, in which nobody writes.
        within: The same of the parts of a record: of an embed, a poll, by the path to them.
    """

    format: str
    versions: str
    fields: Fields
    beside: frozenset[str] = frozenset()
    within: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def newer(self, record: Mapping[str, object]) -> list[str]:
        """Return the names of a record's filled fields that are neither, also of its parts'."""
        others = [name for name in record if name not in self.beside]
        known = {path.partition(".")[0] for path in self.fields} if others else set()
        found = [str(name) for name in others if name not in known and _holds_more(record[name])]
        for path, beside in self.within.items():
            if record.get(path.partition(".")[0]):
                found += self._newer_within(record, path, beside)
        return found

    def _newer_within(
        self, record: Mapping[str, object], path: str, beside: frozenset[str]
    ) -> Iterator[str]:
        begin = f"{path}."
        known = {
            each.removeprefix(begin).partition(".")[0]
            for each in self.fields
            if each.startswith(begin)
        }
        for part in values_at(record, path.split(".")):
            if isinstance(part, dict):
                newer = (name for name in part if name not in known | beside)
                yield from (f"{path}.{name}" for name in newer if _holds_more(part[name]))


def _holds_more(value: object) -> bool:
    """Return whether a field holds anything: an empty list or text leaves nothing out."""
    return value is not None and value not in ("", [], {})


def note_left_out(record: Mapping[str, object], fields: Fields, left_out: Counter[str]) -> None:
    """Count what a record holds in fields of which no post is made.

    Args:
        record: An object of an export.
        fields: What becomes of its fields.
        left_out: The counts, by what is left out.
    """
    for path, fate in fields.items():
        if fate in LEFT_OUT and (count := sum(map(bool, values_at(record, path.split("."))))):
            left_out[fate] += count


def values_at(value: object, path: list[str]) -> Iterator[object]:
    """Yield what stands at a path: several values where lists are on the way."""
    left = [(value, 0)]
    while left:
        found, depth = left.pop()
        if isinstance(found, list):
            left += [(each, depth) for each in reversed(found)]
        elif depth == len(path):
            yield found
        elif isinstance(found, dict) and path[depth] in found:
            left.append((found[path[depth]], depth + 1))
