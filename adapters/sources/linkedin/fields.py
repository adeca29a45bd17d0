"""What becomes of what people write into LinkedIn's tables, and how much is left out."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from adapters.sources.file_defaults import Labels
    from adapters.sources.left_out_fields import Fields, LeftOut

FIELDS: Final[Fields] = {
    "sharecommentary": "text",
    "message": "text",
    "sharelink": "url",
    "link": "url",
    "date": "posted_at",
    "sharetitle": "link_previews",
    "sharedescription": "link_previews",
}
"""The columns of posts and comments, by their letters; what previews say is the page's."""

TABLES: Final[Mapping[str, tuple[tuple[str, ...], LeftOut]]] = {
    "messages": (("subject", "content"), "direct_messages"),
    "guidemessages": (("content",), "direct_messages"),
    "learningcoachmessages": (("content",), "direct_messages"),
    "learningroleplaymessages": (("content",), "direct_messages"),
    "invitations": (("message",), "invitations"),
    "recommendationsgiven": (("text", "recommendationtext"), "recommendations"),
    "recommendationsreceived": (("text", "recommendationtext"), "recommendations"),
    "instantreposts": (("link",), "reposts"),
    "profile": (("headline", "summary"), "profile_texts"),
    "profilesummary": (("profilesummary",), "profile_texts"),
    "positions": (("description",), "profile_texts"),
    "education": (("notes", "activities"), "profile_texts"),
    "projects": (("description",), "profile_texts"),
    "publications": (("description",), "profile_texts"),
    "volunteering": (("description",), "profile_texts"),
    "richmedia": (("mediadescription",), "alt_texts"),
}
"""The other tables that people write into: the columns of it, and what it is."""

_MEMBER: Final = re.compile(r"(?:_\d+)?\.csv$", re.IGNORECASE)


def count_columns(header: Sequence[str], rows: Sequence[Sequence[str]], labels: Labels) -> None:
    """Count what stands in columns of posts that others wrote."""
    places = [at for at, name in enumerate(header) if FIELDS.get(_letters(name)) == "link_previews"]
    labels.leave_out("link_previews", _filled(rows, places))


def count_unread(name: str, rows: Sequence[Sequence[str]], labels: Labels) -> None:
    """Count the texts of a table that is not one of posts.

    Args:
        name: The table's file, within its archive.
        rows: Its rows, the header included.
        labels: Takes the count.
    """
    known = TABLES.get(_letters(_MEMBER.sub("", name)))
    if known is None or not rows:
        return
    columns, kind = known
    places = [at for at, each in enumerate(rows[0]) if _letters(each) in columns]
    labels.leave_out(kind, _filled(rows[1:], places))


def _filled(rows: Sequence[Sequence[str]], places: Sequence[int]) -> int:
    return sum(any(row[at].strip() for at in places if at < len(row)) for row in rows)


def _letters(name: str) -> str:
    letters = unicodedata.normalize("NFD", name.lower())
    return "".join(each for each in letters if each.isalnum())
