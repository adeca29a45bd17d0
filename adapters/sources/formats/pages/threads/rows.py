"""Makes rows of what several people wrote on a page: the opener's, and the others' below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from adapters.sources.dates.worded import worded_date
from adapters.sources.file_defaults import text_mark
from adapters.sources.formats.pages.threads.blocks import Block

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from adapters.sources.formats.pages.linked_data import Said

Row = dict[str, object]
"""What is known of a post."""

_LONGEST_DATE: Final = 60


def block_of(said: Said) -> Block:
    """Return the words of one person that linked data tells, as those on a page are told."""
    return Block(
        said.author,
        said.text,
        said.date,
        said.url,
        0,
        is_accepted=said.is_accepted,
        title=said.title,
    )


def whole_blocks(told: Iterable[Said]) -> list[Block]:
    """Return the words of people that linked data tells, whether it names them or not."""
    return [block_of(each) for each in told if each.text]


def dates_lost(rows: Sequence[dict[str, object]], first: dict[str, object]) -> int:
    """Count the dates of rows, or else of their page, of which the moment cannot be told."""
    is_lost = bool(first["age"]) and not (rows[0]["posted_at"] or rows[0]["age"])
    return sum(bool(each.get("age")) for each in rows) + is_lost


def rows_of(
    blocks: Sequence[Block], first: dict[str, object], *, is_list: bool = False
) -> tuple[list[dict[str, object]], int]:
    """Return a row for each block, and how many blocks came again and have none.

    Args:
        blocks: The words of each person, the opener's first; at least one.
        first: What is known of the page, as the row of its first post.
        is_list: None of them opens what the others say: each stands by itself.
    """
    rows = [] if is_list else [first | _said(blocks[0])]
    below = {} if is_list else {"parent_id": first["id"]}
    met, anchors = set(), {""}
    for each in blocks[len(rows) :]:
        mark = text_mark(f"{each.author}\n{each.date}\n{each.text}", 12)
        place = (each.anchor, mark)
        if place in met:
            continue
        met.add(place)
        # A page may tell one place for several of its posts.
        own = mark if each.anchor in anchors else each.anchor
        anchors.add(each.anchor)
        title = each.title if is_list else ""
        at = {"id": f"{first['id']}#{own}", "title": title, **below}
        rows.append(_row(first | at, each) | {"is_accepted": each.is_accepted})
    return rows, len(blocks) - len(rows)


def with_reviews(
    rows: list[Row], reviews: Sequence[Block], first: Row, *, is_list: bool
) -> list[Row]:
    """Return rows with one for each review of what they say, or of what their page is about.

    Args:
        rows: The rows of the page.
        reviews: What others say of it.
        first: What is known of the page, as the row of its first post.
        is_list: None of the rows opens what the others say.
    """
    if not reviews:
        return rows
    own = [each for each in rows if str(each["text"]).strip()]
    if is_list or not own:
        return [*own, *rows_of(reviews, first, is_list=True)[0]]
    return [*own, *rows_of([Block("", "", "", "", 0), *reviews], own[0])[0][1:]]


def _row(row: dict[str, object], block: Block) -> dict[str, object]:
    said = _said(block)
    url = str(row["url"])
    if block.anchor.startswith(("http", "/")):
        said["url"] = _whole(url, block.anchor) or row["url"]
    elif block.anchor and url:
        said["url"] = f"{url.partition('#')[0]}#{block.anchor}"
    return row | said


def _whole(page: str, address: str) -> str:
    """Return a whole address; "" where it is relative to a page whose own is not known."""
    try:
        found = urljoin(page, address)
    except ValueError:
        return ""
    return found if found.startswith("http") else ""


def _said(block: Block) -> dict[str, object]:
    """Return what a block says, with its date as it is written where that cannot be read."""
    moment = worded_date(block.date) if block.date.strip() else None
    age = "" if moment else block.age or block.date.strip()[:_LONGEST_DATE]
    date = moment.isoformat() if moment else ""
    return {"text": block.text, "author": block.author, "posted_at": date, "age": age}
