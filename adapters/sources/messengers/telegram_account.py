"""Counts what the export of a Telegram account holds beside its chats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from adapters.sources.archive_reading.json_records import object_of
from adapters.sources.left_out_fields import Known, note_left_out, values_at

if TYPE_CHECKING:
    from adapters.sources.file_defaults import Labels

VERSIONS: Final = "Telegram Desktop 1.5 to 5.10, JSON of an account"
"""What this was written for."""

KNOWN: Final = Known(
    "Telegram account",
    VERSIONS,
    {
        "personal_information.bio": "profile_texts",
        "stories.caption": "other_records",
        "stories.text": "other_records",
    },
    frozenset(
        "about chats left_chats contacts frequent_contacts sessions web_sessions other_data"
        " profile_pictures profile_music ringtones saved_music".split()
    ),
    {
        "personal_information": frozenset(
            "user_id first_name last_name phone_number username emoji_status birthday".split()
        ),
        "stories": frozenset(
            "about id type date date_unixtime expires expires_unixtime privacy pinned media file"
            " file_name file_size photo photo_file_size width height mime_type media_type"
            " thumbnail thumbnail_file_size duration_seconds text_entities caption_entities"
            " reactions views".split()
        ),
    },
)
"""What stands beside the chats: stories, of which no post is made, and the owner's words on
themselves."""


def count_beside(name: str, value: object, labels: Labels) -> None:
    """Count the words in what stands beside the chats.

    Args:
        name: What it is called.
        value: It.
        labels: Takes the counts.
    """
    if name == "stories":
        value = [*values_at(object_of(value).get("list") or value, [])]
    labels.note_unknown({name: value}, KNOWN)
    note_left_out({name: value}, KNOWN.fields, labels.left_out)
