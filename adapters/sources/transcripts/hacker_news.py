"""Reads a discussion as people copy it from Hacker News."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from adapters.sources.dates.in_lines import AGE
from adapters.sources.left_out_fields import Known
from adapters.sources.transcripts.copied import Copied, copied_posts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from adapters.sources.file_defaults import Labels
    from index.errors import PostFormatError
    from index.posts import Post

VERSIONS: Final = "Hacker News as of 2024 to 2026, copied from a browser"
"""What this was written for."""

KNOWN: Final = Known(
    "Hacker News text",
    VERSIONS,
    {
        "title": "title",
        "words": "text",
        "name": "author",
        "age": "posted_at",
        "button": "page_furniture",
        "[deleted]": "deleted_messages",
        "[flagged]": "deleted_messages",
    },
)
"""What stands in a copied discussion; an age is shown as it is written, and a day is its date."""

_ON: Final = "on "
"""Stands before the day of what is some years old."""

_AGE: Final = rf"(?:{AGE}|{_ON}[A-Z][a-z]{{2,8}} \d{{1,2}}, \d{{4}})"
_STORY: Final = re.compile(rf"\d+ points? by ([\w-]{{2,15}}) ({_AGE})\b.*")
_COMMENT: Final = re.compile(
    rf"(?:([\w-]{{2,15}}|\[deleted\]) )?({_AGE})[ |a-z\[\]]*\[(?:[-\u2013\u2014+]|\d+ more)\]"
)
_FURNITURE: Final = re.compile(
    r"reply|add comment|help|login|Hacker News(?:\s*new \| .*)?|new \| past \| .*|Search:?"
    r"|Guidelines \| FAQ \| .*|Applications are open .*|Consider applying .*"
)
_NOBODY: Final = "[deleted]"
"""Stands for the name above what was deleted, or none does."""

_GONE: Final = re.compile(r"\[(?:flagged|dead|deleted|dupe)\]")


def is_hacker_news(text: str) -> bool:
    """Return whether the lines above comments, with their age and fold, came along."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    comments = [at for at, line in enumerate(lines) if _COMMENT.fullmatch(line)]
    if not comments:
        return False
    story = next((at for at, line in enumerate(lines) if _STORY.fullmatch(line)), None)
    begin = comments[0] if story is None else max(0, min(comments[0], story - 1))
    # Words above are somebody's own: the whole is a text that holds a piece of such a page.
    return all(_FURNITURE.fullmatch(line) for line in lines[:begin])


def hacker_news_posts(text: str, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield the story, where it has words, and each comment as a comment on it."""
    title = ""
    found: list[Copied] = []
    story: Copied | None = None
    last, beside = "", 0
    for line in text.split("\n"):
        bare = line.strip()
        if head := _STORY.fullmatch(bare):
            title = re.sub(r"^\d+\.\s+|\s\([\w.-]+\.[a-z]{2,}(?:/[\w./-]*)?\)$", "", last.strip())
            story = _written(head[1], head[2], title)
        elif comment := _COMMENT.fullmatch(bare):
            found.append(_written(comment[1] or _NOBODY, comment[2]))
        elif not _FURNITURE.fullmatch(bare) and (found or story):
            (found[-1] if found else story or Copied("", "")).lines.append(line)
        else:
            beside += bool(bare)
        last = line if bare else last
    kept = [each for each in found if each.author != _NOBODY and not _GONE.fullmatch(each.text)]
    labels.leave_out("deleted_messages", len(found) - len(kept))
    labels.leave_out("page_furniture", max(0, beside - bool(title)))
    yield from copied_posts(story, kept, labels)


def _written(author: str, age: str, title: str = "") -> Copied:
    day = age.removeprefix(_ON)
    return Copied(author, age, title=title, date=day if day != age else "")
