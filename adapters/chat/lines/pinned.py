"""How the answers that admins pinned are told in any chat; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.chat.quotes import credit
from bot.questions.quoting.post_references import citation

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from adapters.chat.lines.progress import Escape, ShowDate
    from adapters.chat.wording import Wording
    from bot.questions.pinned import PinnedAnswer
    from index.posts import Post

SHOWN = 20
"""So many are listed, the newest; of more, how many."""


def pinned_lines(
    pinned: Sequence[PinnedAnswer],
    posts: Mapping[str, Post],
    audience: frozenset[str],
    wording: Wording,
    *,
    show_date: ShowDate,
    escaped: Escape,
    called: Callable[[str, str], str],
    menu: str,
) -> list[str]:
    """Return what is pinned, by number; of a post that an admin may not read, nothing is told.

    Args:
        pinned: What is pinned, the newest first.
        posts: The posts of these, as far as they are stored.
        audience: The labels of what the admin may read.
        wording: Their language.
        show_date: Shows a moment.
        escaped: Makes safe what people wrote.
        called: Takes the marks of styles off the title of a post, which its id goes with.
        menu: What the platform calls the menu by which an admin pins.
    """
    said = wording.answering
    lines = [said["pinned.title"] if pinned else said["pinned.none"].format(menu=menu)]
    for number, each in enumerate(pinned[:SHOWN], start=1):
        post, question = posts.get(each.post_id), escaped(each.question)
        if post is None or post.audience not in audience:
            kind = "pinned.gone" if post is None else "pinned.hidden"
            lines.append(said[kind].format(number=number, question=question))
            continue
        place = citation(number, post)
        when = show_date(place.posted_at) if place.posted_at else "–"
        author, title = credit(place, wording).author, called(place.title, post.id)
        told = {"author": escaped(author), "title": escaped(title), "when": when}
        lines.append(said["pinned.line"].format(number=number, question=question, **told))
    more = len(pinned) - SHOWN
    return [*lines, f"… +{more}"] if more > 0 else lines
