"""Reads a copied issue, pull request or discussion of GitHub: who opened it, and who answered.

GitHub speaks English only.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from adapters.sources.copied_pages.statuses import said_by
from adapters.sources.dates.in_lines import AGE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from adapters.sources.copied_pages.statuses import Said

_LOGIN: Final = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\[bot\])?"
_AGO: Final = rf"(?:(?i:{AGE})|yesterday|last (?:week|month|year))"
_DATE: Final = rf"(?:[A-Z][a-z]{{2,8}} \d{{1,2}}(?:, \d{{4}})?|{_AGO})"
_EDITED: Final = rf"(?: *[–-] with .{{2,60}})?(?: *[•·] *(?:edited(?: by {_LOGIN})?)? *)?"
"""With which app a bot wrote, and that it was changed."""
_ONE_LINE: Final = re.compile(
    rf"(?P<name>{_LOGIN})(?: bot)? (?:commented|asked this question)"
    rf" (?:on )?(?P<when>{_DATE}){_EDITED}"
    rf"|(?P<bot>{_LOGIN}) bot on (?P<then>{_DATE}){_EDITED}"
    rf"|(?P<reviewer>{_LOGIN}) left a comment"
)
_ALONE: Final = re.compile(rf"@?(?P<name>{_LOGIN})")
_BOT: Final = re.compile(r"bot", re.IGNORECASE)
_WHEN: Final = re.compile(rf"(?:(?:opened|commented) )?on (?P<when>{_DATE}){_EDITED}")
_WHEN_AGO: Final = re.compile(rf"(?:(?:opened|commented) )?(?:on )?(?P<when>{_AGO}){_EDITED}")
"""So today's pages say it for a while, and so do people; only where an issue was opened so."""
_OPENED: Final = re.compile(rf"opened on {_DATE}{_EDITED}")
_OPENED_AGO: Final = re.compile(rf"opened {_AGO}{_EDITED}")
_VERB: Final = re.compile(
    r"(?:added|removed|closed this|reopened|mentioned|self-assigned|assigned"
    r"|unassigned|linked|changed the title|pinned|unpinned|locked|unlocked|transferred|referenced"
    r"|merged|converted|marked|requested|approved|reviewed|force-pushed|deleted|restored|moved"
    r"|modified|was|opened this|asked this)\b"
)
"""What a page tells of labels, links and the like; on today's pages below the name, up to a day."""
_EVENT: Final = re.compile(rf"(?:@?{_LOGIN} ){{1,2}}(?:bot )?{_VERB.pattern}.{{0,200}}")
_EVENT_ENDS: Final = re.compile(rf"(?:.{{0,120}}\b)?(?:on {_DATE}|{_AGO}).{{0,60}}")
_DATED: Final = re.compile(rf".{{3,200}} (?:on )?{_DATE}")
_MOST_OF_EVENT: Final = 8
_NUMBERED: Final = re.compile(r"(?P<title>.{3,250}?)\s*#\d{1,7}")
_NUMBER: Final = re.compile(r"#\d{1,7}")
_BESIDE: Final = re.compile(
    r"member|contributor|owner|author|collaborator|maintainer|first-time contributor|bot"
    r"|more actions|issue body actions|comment options|quote reply|edited|edits|activity"
    r"|description|comments|\{\{title\}\}|\{\{editor\}\}.{0,20}|something went wrong\.?|copy link"
    r"|you must be logged in to vote|return to top|beta|was this translation helpful\?"
    r"|give feedback\.?|react with .{1,3}|answer selected by .{1,40}|marked as answer"
    r"|(?:\d+ )?repl(?:y|ies)(?: ?[:·] .{1,40})?|all reactions|sub-issues",
    re.IGNORECASE,
)
"""Labels and buttons of the page above and below what somebody writes."""
_REACTION: Final = re.compile(r"[^\w\s#`>*+-]{1,3}(?: ?\d{1,4})?")
_ENDS: Final = re.compile(
    r"sign up for free to .{3,60} on github.{0,80}\n.*"
    r"|metadata\nassignees|assignees\n(?:no one|labels|@).*|participants\n[@\d].*"
    r"|add a comment\n(?:comment|new comment|markdown)|footer\n©.*",
    re.IGNORECASE,
)
"""Two lines below which a page shows no more of what people write."""
_SENTENCE: Final = re.compile(r".{60,}\.")


def talk_of_issue(lines: Sequence[str]) -> list[Said]:
    """Return the opening of an issue and what is answered; nothing where it is no such page.

    Args:
        lines: The lines of the page, without the space around them, and no empty ones.
    """
    blocks = _blocks(lines)
    if not blocks or any(map(_SENTENCE.fullmatch, lines[: blocks[0][0]])):
        return []
    is_sure = any(
        _ONE_LINE.fullmatch(lines[at]) and at and lines[at - 1].lower() in _avatars(lines[at])
        for at, *_ in blocks
    )
    title = _title(lines[: blocks[0][0]])
    if not is_sure and not (title and _is_opened(lines)) and not _is_named(lines):
        return []
    found = []
    for (_, name, when, own), after in zip_longest(blocks, blocks[1:]):
        if words := _words(lines, own, after[1] if after else ""):
            found.append(said_by(name, when, words))
    if found:
        found[0].title = title
    return found


def _is_opened(lines: Sequence[str]) -> bool:
    return any(map(_OPENED.fullmatch, lines)) or _is_aged(lines)


def _is_aged(lines: Sequence[str]) -> bool:
    """Return whether a page tells how long ago an issue was opened, below who did."""
    return any(
        _OPENED_AGO.fullmatch(line) and at and _ALONE.fullmatch(lines[at - 1])
        for at, line in enumerate(lines)
    )


def _avatars(line: str) -> set[str]:
    """Return what may stand right above the head of a comment: a picture, what somebody is."""
    name = line.partition(" ")[0].lower()
    return {f"@{name}", name, "member", "contributor", "owner", "author", "collaborator"}


def _is_named(lines: Sequence[str]) -> bool:
    return any(_ends(lines, at) for at in range(len(lines)))


def _ends(lines: Sequence[str], at: int) -> bool:
    return _ENDS.fullmatch("\n".join([*lines[at : at + 2], ""][:2])) is not None


def _title(above: Sequence[str]) -> str:
    """Return what an issue is called: with its number behind it, or above its number."""
    for at, line in enumerate(above):
        if found := _NUMBERED.fullmatch(line):
            return found["title"]
        if at and _NUMBER.fullmatch(line):
            return above[at - 1]
    return ""


def _blocks(lines: Sequence[str]) -> list[tuple[int, str, str, list[int]]]:
    """Return where each head stands, its name and its day, and where the lines below it stand."""
    ago = _WHEN_AGO if _title(lines) and _is_opened(lines) else None
    known = {found["name"] for line in lines if (found := _ALONE.fullmatch(line))}
    blocks: list[tuple[int, str, str, list[int]]] = []
    at = 0
    while at < len(lines):
        head = _head(lines, at, ago)
        if head is not None:
            begin, name, when = head
            blocks.append((at, name, when, []))
            at = begin
        elif blocks and _ends(lines, at):
            break
        elif skipped := _event(lines, at, known):
            at += skipped
            while at < len(lines) and _NUMBERED.fullmatch(lines[at]):
                at += 1  # what mentions it
        else:
            if blocks:
                blocks[-1][-1].append(at)
            at += 1
    return blocks


def _head(
    lines: Sequence[str], at: int, ago: re.Pattern[str] | None
) -> tuple[int, str, str] | None:
    """Return where the words below a head begin, with its name and its day; None for no head.

    Args:
        lines: The lines of the page.
        at: Where a head may begin.
        ago: In what form the page tells how long ago somebody wrote, if it does.
    """
    if found := _ONE_LINE.fullmatch(lines[at]):
        name = found["name"] or found["bot"] or found["reviewer"]
        return at + 1, name, found["when"] or found["then"] or ""
    named = _ALONE.fullmatch(lines[at])
    below = at + 2 if _is_bot(lines, at) else at + 1
    if not named or below >= len(lines):
        return None
    when = _WHEN.fullmatch(lines[below]) or (ago and ago.fullmatch(lines[below]))
    return (below + 1, named["name"], when["when"]) if when else None


def _is_bot(lines: Sequence[str], at: int) -> bool:
    """Return whether the line below a name says that it is a program's."""
    return at + 1 < len(lines) and _BOT.fullmatch(lines[at + 1]) is not None


def _event(lines: Sequence[str], at: int, known: AbstractSet[str]) -> int:
    """Return how many lines tell of a label, a link or the like; 0 where none does.

    Args:
        lines: The lines of the page.
        at: Where the first of them stands.
        known: Names that stand alone on the page.
    """
    if " " in lines[at]:
        by = lines[at].partition(" ")[0].removeprefix("@")
        return int(
            by in known
            and _EVENT.fullmatch(lines[at]) is not None
            and _DATED.fullmatch(lines[at]) is not None
        )
    verb = at + 1 + int(_is_bot(lines, at))
    if not _ALONE.fullmatch(lines[at]) or not _VERB.match("".join(lines[verb : verb + 1])):
        return 0
    for count, line in enumerate(lines[verb : verb + 1 + _MOST_OF_EVENT], verb - at + 1):
        if line.endswith((".", "!", "?", ":")):
            return 0  # somebody's sentence
        if _EVENT_ENDS.fullmatch(line):
            return count
    return 0


def _words(lines: Sequence[str], own: Sequence[int], after: str) -> list[int]:
    """Return what stands between the labels and buttons above somebody's words and below them.

    Args:
        lines: The lines of the page.
        own: Where the lines stand that are below a name.
        after: Whose name is next; it stands twice.
    """
    begin, end = 0, len(own)
    while begin < end and _BESIDE.fullmatch(lines[own[begin]]):
        begin += 1
    while begin + 1 < end and _is_beside(lines, own[end - 1], after):
        end -= 1
    return [*own[begin:end]]


def _is_beside(lines: Sequence[str], at: int, after: str) -> bool:
    line = lines[at]
    if line.isdigit():
        return any(each.fullmatch(lines[at - 1]) for each in (_BESIDE, _REACTION))
    is_name = after != "" and line.removeprefix("@") == after.removesuffix("[bot]")
    return is_name or any(each.fullmatch(line) for each in (_BESIDE, _REACTION))
