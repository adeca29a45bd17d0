"""Reads what webhooks and bots attach to their messages in Mattermost, as Slack's are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.sources.archive_reading.json_records import objects_of, text_of

if TYPE_CHECKING:
    from adapters.sources.archive_reading.json_records import Record


def attached_words(attachment: Record) -> str:
    """Return all that an attachment says."""
    before = [text_of(attachment.get(name)) for name in ("pretext", "author_name", "title", "text")]
    parts = [*before, *_fields(attachment), text_of(attachment.get("footer"))]
    said = [each.strip() for each in parts if each.strip()]
    return "\n\n".join(said) or text_of(attachment.get("fallback")).strip()


def _fields(attachment: Record) -> list[str]:
    return [
        ": ".join(filter(None, (text_of(each.get("title")), _value(each.get("value")))))
        for each in objects_of(attachment.get("fields"))
    ]


def _value(value: object) -> str:
    """Return the value of a field, which may be a number."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return str(value) if is_number else text_of(value)
