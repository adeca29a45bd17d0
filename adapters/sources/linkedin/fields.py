"""What becomes of what people write into LinkedIn's tables, and how much is left out."""

from __future__ import annotations

import re
import unicodedata
from itertools import chain
from typing import TYPE_CHECKING, Final

from adapters.sources.left_out_fields import Known
from adapters.sources.linkedin.table_heads import NAMES, has_own_heads

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from adapters.sources.file_defaults import Labels
    from adapters.sources.left_out_fields import Fields, LeftOut

VERSIONS: Final = "LinkedIn's archives of 2018 to 2026"
"""What this was written for."""

_POSTS: Final[Fields] = {
    "sharecommentary": "text",
    "message": "text",
    "sharelink": "url",
    "link": "url",
    "date": "posted_at",
    "sharetitle": "link_previews",
    "sharedescription": "link_previews",
}
"""The columns of posts and comments, by their letters; what previews say is the page's."""

_WORDLESS: Final = frozenset({"sharedurl", "mediaurl", "visibility", "type"})
"""The other columns of such tables, in which nobody writes."""

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
    "honors": (("description",), "profile_texts"),
    "patents": (("description",), "profile_texts"),
    "organizations": (("description",), "profile_texts"),
    "testscores": (("description",), "profile_texts"),
    "richmedia": (("mediadescription",), "alt_texts"),
    "learning": (("notestakenonvideosiftaken",), "profile_texts"),
    "jobseekerpreferences": (("introductionstatement",), "profile_texts"),
    "jobapplications": (("questionandanswers",), "profile_texts"),
    "jobapplicantsavedanswers": (("answer",), "profile_texts"),
    "jobapplicantsavedscreeningquestionresponses": (("answer",), "profile_texts"),
}
"""The other tables that people write into: the columns of it, and what it is."""

KNOWN: Final = Known(
    "LinkedIn archive",
    VERSIONS,
    {
        **_POSTS,
        "articles": "text",
        **{
            f"{table}.{column}": kind
            for table, (columns, kind) in TABLES.items()
            for column in columns
        },
    },
    (NAMES - TABLES.keys()) | _WORDLESS,
)
"""What an archive may hold: columns of posts, tables with their columns, and other columns and
tables."""

_SENTENCE: Final = 40
_LOOKED_AT: Final = 10

_MEMBER: Final = re.compile(r"(?:_\d+)?\.csv$", re.IGNORECASE)


def count_columns(
    header: Sequence[str], rows: Sequence[Sequence[str]], labels: Labels, read: Collection[int]
) -> None:
    """Count what stands in columns of posts that others wrote, and in columns that are newer.

    Args:
        header: The heads of a table of posts.
        rows: Its rows.
        labels: Takes the counts.
        read: The places of the columns of which posts are made.
    """
    letters = [*map(_letters, header)]
    places = [at for at, name in enumerate(letters) if _POSTS.get(name) == "link_previews"]
    labels.leave_out("link_previews", _filled(rows, places))
    # In other languages no head but those is known; words are told by their length there.
    is_english = any(letters[at] in _POSTS for at in read if at < len(letters))
    for at, name in enumerate(letters):
        if at in read or not name or name in _POSTS or name in _WORDLESS:
            continue
        cells = [row[at] for row in rows if at < len(row) and row[at].strip()]
        if any(map(_is_sentence, cells)) or (is_english and cells):
            labels.leave_out_unknown(VERSIONS, header[at].strip())


def count_unread(
    name: str, rows: Sequence[Sequence[str]], labels: Labels, *, is_packed: bool
) -> None:
    """Count the texts of a table that is not one of posts.

    Args:
        name: The table's file, within its archive.
        rows: Its rows, the header included.
        labels: Takes the count.
        is_packed: Whether nobody can have laid a table of their own beside it.
    """
    table = _table_of(name.rpartition("/")[2])
    known = TABLES.get(table)
    if known is None or not rows:
        is_known = is_of_an_archive(name.rpartition("/")[2], rows)
        # A known one may have heads in any language: then only sentences are words.
        is_filled = any(map(_is_sentence, chain.from_iterable(rows)))
        if table not in NAMES:
            is_filled |= any(map(_has_letters, chain.from_iterable(rows[1:])))
        if not is_known and is_filled:
            if is_packed:
                labels.leave_out_unknown(VERSIONS, name)
            else:
                labels.leave_out_named("tables_beside", "other_tables_beside", name)
        return
    columns, kind = known
    places = [at for at, each in enumerate(rows[0]) if _letters(each) in columns]
    labels.leave_out(kind, _filled(rows[1:], places))


def is_of_an_archive(name: str, rows: Sequence[Sequence[str]]) -> bool:
    """Return whether a table is one that an archive holds, and no post is made of.

    A person's own may be called the same: it has other heads.

    Args:
        name: The table's file, without its folder.
        rows: Its first rows.
    """
    table = _table_of(name)
    if table not in NAMES:
        return False
    return has_own_heads(table, [[*map(_letters, row)] for row in rows[:_LOOKED_AT]])


def _table_of(name: str) -> str:
    return _letters(_MEMBER.sub("", name))


def _is_sentence(cell: str) -> bool:
    return len(cell) > _SENTENCE and " " in cell.strip()


def _has_letters(cell: str) -> bool:
    return any(map(str.isalpha, cell))


def _filled(rows: Sequence[Sequence[str]], places: Sequence[int]) -> int:
    return sum(any(row[at].strip() for at in places if at < len(row)) for row in rows)


def _letters(name: str) -> str:
    letters = unicodedata.normalize("NFD", name.lower())
    return "".join(each for each in letters if each.isalnum())
