"""Reads a copied page: its words, what its heading tells, and what others say below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.sources.copied_pages.boilerplate import (
    MOST_LINES,
    SPACE,
    divided,
    is_furnished,
    joined,
)
from adapters.sources.copied_pages.byline import heading_of
from adapters.sources.copied_pages.comments_below import comments_below
from adapters.sources.copied_pages.known_heads import known_head
from adapters.sources.copied_pages.line_kinds import kind_of_line
from adapters.sources.copied_pages.sites.discourse import talk_of_topic
from adapters.sources.copied_pages.sites.github import talk_of_issue
from adapters.sources.copied_pages.sites.instagram import talk_of_picture
from adapters.sources.copied_pages.sites.mastodon import talk_of_accounts
from adapters.sources.copied_pages.sites.medium import article_and_responses
from adapters.sources.copied_pages.sites.quora import answers_to_question
from adapters.sources.copied_pages.sites.tiktok import talk_of_clip
from adapters.sources.copied_pages.sites.wikipedia import is_wikipedia
from adapters.sources.copied_pages.sites.youtube import talk_of_video
from adapters.sources.copied_pages.statuses import is_talk, talk
from adapters.sources.copied_pages.titles import Heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.sources.copied_pages.line_kinds import Kind
    from adapters.sources.copied_pages.statuses import Said


def is_copied_page(lines: Sequence[str]) -> bool:
    """Return whether a text is a page with the site around it, or a piece of it.

    Args:
        lines: Its lines, without the space around them, and no empty ones.
    """
    if len(lines) > MOST_LINES:
        return False
    kinds = [kind_of_line(line) for line in lines]
    return is_furnished(lines, kinds) or is_wikipedia(lines) or bool(_talk(lines, kinds))


def copied_page(text: str, *, is_copied: bool = False) -> tuple[str, Heading, int]:
    """Return the words of a copied page, what its heading tells, and how many lines are the site's.

    Args:
        text: The text; one that was copied from nowhere stays as it is.
        is_copied: It is known to be copied, whatever is left of the site in it.
    """
    lines, site = divided(text, is_copied=is_copied)
    if not site:
        return text, Heading(), 0
    bare = [line.strip(SPACE) for line in lines]
    heading = known_head(bare, site) or heading_of(bare, site)
    if heading.title and not heading.author:
        heading = _with_author(heading, heading_of(bare, site))
    heading.lines |= _beside(bare, heading)
    words = joined(lines, site | heading.lines)
    if not words:
        return joined(lines, site), Heading(), len(site)
    taken = sum(map(bool, (heading.title, heading.author, heading.date)))
    return words, heading, len(site | heading.lines) - min(taken, len(heading.lines - site))


def divided_comments(text: str) -> tuple[str, list[tuple[str, Said]], int]:
    """Return a page without what others say below it, that with its words, and other lines of it.

    Args:
        text: The text; one that was copied from nowhere stays as it is.
    """
    lines = text.split("\n")
    filled = [at for at, line in enumerate(lines) if line.strip(SPACE)]
    bare = [lines[at].strip(SPACE) for at in filled]
    if len(bare) > MOST_LINES or not is_copied_page(bare):
        return text, [], 0
    heading, found = comments_below(bare, [kind_of_line(line) for line in bare])
    taken = {filled[at] for within in (heading, *(each for _, each in found)) for at in within}
    told = [(_words(lines, filled, said), said) for said, _ in found]
    rest = "\n".join(line for at, line in enumerate(lines) if at not in taken)
    return rest, told, len(taken) - sum(len(said.words) for said, _ in found)


def copied_talk(text: str) -> list[tuple[str, Said]]:
    """Return what people say on a copied page where they talk, each with the words; the post first.

    Args:
        text: The text; nothing is said on one that was copied from nowhere, or from other sites.
    """
    lines = text.split("\n")
    filled = [at for at, line in enumerate(lines) if line.strip(SPACE)]
    bare = [lines[at].strip(SPACE) for at in filled]
    if len(bare) > MOST_LINES:
        return []
    said = _talk(bare, [kind_of_line(line) for line in bare])
    return [(_words(lines, filled, each), each) for each in said]


def _words(lines: Sequence[str], filled: Sequence[int], said: Said) -> str:
    """Return what somebody says, with the blank lines within it."""
    first, last = filled[said.words[0]], filled[said.words[-1]]
    own = {filled[at] - first for at in said.words}
    among = lines[first : last + 1]
    return joined(among, {at for at, line in enumerate(among) if line.strip(SPACE)} - own)


def _talk(lines: Sequence[str], kinds: Sequence[Kind]) -> list[Said]:
    """Return what people say on a page that is surely copied; else nothing."""
    if found := talk_of_video(lines) or answers_to_question(lines) or talk_of_issue(lines):
        return found
    if found := article_and_responses(lines, kinds):
        return found
    if found := talk_of_picture(lines) or talk_of_clip(lines):
        return found
    if found := talk_of_accounts(lines, kinds) or talk_of_topic(lines, kinds):
        return found
    is_page = is_talk(lines, kinds) or is_furnished(lines, kinds)
    return talk(lines, kinds) if is_page else []


def _with_author(heading: Heading, other: Heading) -> Heading:
    """Return a heading with the author whom another way of reading it tells."""
    if other.author:
        heading.author, heading.age = other.author, other.age
        heading.date = heading.date or other.date
        heading.lines |= other.lines
    return heading


def _beside(lines: Sequence[str], heading: Heading) -> set[int]:
    """Return where buttons and counts stand right below who wrote a page and when."""
    found: set[int] = set()
    if not heading.author:
        return found
    for at in range(max(heading.lines) + 1, len(lines)):
        if lines[at] and kind_of_line(lines[at]) not in {"everyday", "count"}:
            break
        found |= {at} if lines[at] else set()
    return found
