"""Posts that can be recognised wherever a part of them turns up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from index.posts import Post

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


QUESTIONS = (
    "when is the village oven lit?",
    "who lights the oven of the village?",
    "what colour are the boats in the harbour?",
    "village oven",
)
"""What nearly every one of these posts answers, and what no post does."""

_COUNTS = re.compile(
    r"Searched ([\d,]+) posts|^([\d,]+) posts in|([\d,]+) more that only", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A post, and the words that stand in no other."""

    post: Post
    marks: tuple[str, ...]

    @property
    def label(self) -> str:
        return self.post.audience


def marked(labels: Sequence[str], each: int = 1) -> list[Marked]:
    """Return posts for these labels, with a comment on each under the label after it."""
    found: list[Marked] = []
    for number, label in enumerate(label for label in labels for _ in range(each)):
        found.append(_one(number, label, None))
    for number, told in enumerate(list(found[::2])):
        label = labels[(number + 1) % len(labels)]
        found.append(_one(500 + number, label, told.post.id))
    return found


def leaks(text: str, posts: Sequence[Marked], seen: Collection[str], known: str) -> list[str]:
    """Return what a text tells its readers that one of them may not see.

    Args:
        text: All that arrived.
        posts: Everything that is stored.
        seen: The labels of what every reader may see.
        known: What people wrote themselves, which may come back to them.
    """
    hidden = [each for each in posts if each.label not in seen]
    found = [mark for each in hidden for mark in each.marks if mark in text and mark not in known]
    counts = (next(filter(None, each.groups())) for each in _COUNTS.finditer(text))
    most = sum(each.label in seen for each in posts)
    return found + [f"a count of {count}" for count in counts if _number(count) > most]


def _number(count: str) -> int:
    return int(count.replace(",", ""))


def _one(number: int, label: str, parent: str | None) -> Marked:
    marks = tuple(f"{kind}q{number}z" for kind in ("word", "Title", "Author", "source", "link"))
    word, title, author, source, link = marks
    made = Post(
        f"{source}:{number}",
        source,
        f"The village oven is lit on Fridays by the {word} baker. Bring a dough.",
        title=f"{title} of the oven" if parent is None else "",
        author=author,
        url=f"https://posts.example/{link}",
        posted_at=datetime(2026, 1, 1, tzinfo=UTC),
        parent_id=parent,
        audience=label,
    )
    return Marked(made, marks)
