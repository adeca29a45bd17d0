"""Makes posts of a discussion that was copied from a page: an opening and what it brought."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from adapters.sources.dates.worded import worded_date
from adapters.sources.file_defaults import text_mark
from adapters.sources.rows import to_posts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from adapters.sources.file_defaults import Labels
    from index.errors import PostFormatError
    from index.posts import Post


@dataclass(slots=True)
class Copied:
    """What one person wrote.

    Attributes:
        author: The name on the page.
        age: How old the page said it was.
        date: The day that the page told in place of an age; "" for none.
        title: What the opening is called.
        lines: The words.
    """

    author: str
    age: str
    title: str = ""
    lines: list[str] = field(default_factory=list)
    date: str = ""

    @property
    def text(self) -> str:
        """Is all that was written."""
        return "\n".join(self.lines).strip()


def copied_posts(
    opening: Copied | None, comments: Sequence[Copied], labels: Labels
) -> Iterator[Post | PostFormatError]:
    """Yield the opening, and the others as comments on it; count those without a word.

    Args:
        opening: What began it; None where it was not copied.
        comments: In the order of the page.
        labels: What the file gives to its posts.
    """
    yield from to_posts(_rows(opening, comments, labels), labels)


def _rows(
    opening: Copied | None, comments: Sequence[Copied], labels: Labels
) -> Iterator[tuple[int, dict[str, object]]]:
    if opening is not None and (opening.text or opening.title):
        text = opening.text or opening.title
        row = {"id": labels.name, "text": text, "title": opening.title if opening.text else ""}
        yield 0, {**row, "author": opening.author, **_when(opening, labels)}
    marks: Counter[str] = Counter()
    for number, each in enumerate(comments, 1):
        text = each.text
        if not text:
            labels.leave_out("wordless")
            continue
        mark = text_mark(f"{each.author}\0{text}", 12)
        marks[mark] += 1
        again = f"-{marks[mark]}" if marks[mark] > 1 else ""
        yield (
            number,
            {
                "id": f"{labels.name}#{mark}{again}",
                "text": text,
                "title": opening.title if opening is not None else "",
                "author": each.author,
                **_when(each, labels),
                "parent_id": labels.name if opening is not None else None,
            },
        )


def _when(each: Copied, labels: Labels) -> dict[str, str]:
    """Return the day of what was written, or how old it was."""
    day = worded_date(each.date) if each.date else None
    if day is not None:
        return {"posted_at": day.isoformat()}
    labels.leave_out("unclear_dates", int(each.date != ""))
    return {"age": each.age}
