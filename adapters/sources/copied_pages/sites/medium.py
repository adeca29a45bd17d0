"""Reads a copied article of Medium: its words below author and day, and the responses to it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from adapters.sources.copied_pages.comments_below import comments_below
from adapters.sources.copied_pages.statuses import is_time, said_by

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.sources.copied_pages.line_kinds import Kind
    from adapters.sources.copied_pages.statuses import Said

_LASTS: Final = re.compile(
    r"\d{1,3} min(?:ute)?s? read|\d{1,3} min de lecture|lecture de \d{1,3} min|\d{1,3} min\.?"
    r" lesezeit|\d{1,3} min de lectura",
    re.IGNORECASE,
)
_WRITTEN: Final = re.compile(
    r"(?:written by|écrit par|geschrieben von|escrito por)(?: (?P<name>.{1,60}))?", re.IGNORECASE
)
_APP: Final = re.compile(
    r"open in app|ouvrir dans l['’]application|in app öffnen|abrir en la aplicación", re.IGNORECASE
)
_FOLLOW: Final = re.compile(r"follow(?:ing)?|suivre|folgen|seguir", re.IGNORECASE)
_BESIDE: Final = re.compile(
    rf"[·•-]{{1,2}}|{_FOLLOW.pattern}|published in.*|in|member-only story|featured"
    r"|pinned|listen|share|more|save|top highlight",
    re.IGNORECASE,
)
"""Labels and buttons beside the name of an author."""
_AMONG: Final = re.compile(
    r"press enter or click to view image in full size|zoom image will be displayed"
    r"|get .{1,60}['’]s? stories in your inbox|(?:join|sign up for) medium for free.{0,60}"
    r"|remember me for faster sign in",
    re.IGNORECASE,
)
"""What the site says among the words."""
_ENDS: Final = re.compile(
    r"(?:responses|réponses|antworten|respuestas) \(\d{1,6}\)|no responses yet"
    r"|more from .{1,60}|recommended from medium",
    re.IGNORECASE,
)
_NEVER: Final[frozenset[Kind]] = frozenset({"sure", "mark", "never"})
_OF_SITE: Final[frozenset[Kind]] = _NEVER | {"count", "everyday"}
_HEAD: Final = 40
"""So many lines from the top it stands at most how long an article is."""
_NEAR: Final = 8
"""So many lines above that the name stands at most, and half as many below it the day."""
_TAG: Final = 25
_MOST_TAGS: Final = 5


def article_and_responses(lines: Sequence[str], kinds: Sequence[Kind]) -> list[Said]:
    """Return an article and the responses to it; nothing where the page is no such article.

    Args:
        lines: The lines of the page, without the space around them, and no empty ones.
        kinds: What each is, seen by itself.
    """
    lasts = next((at for at, line in enumerate(lines[:_HEAD]) if _reads(line)), None)
    if lasts is None:
        return []
    end = next((at for at in range(lasts, len(lines)) if _ends(lines, at)), len(lines))
    when = _day(lines, lasts)
    by = _author(lines, lasts, end)
    is_sure = any(map(_APP.fullmatch, lines[:lasts])) or (
        end < len(lines) and _WRITTEN.fullmatch(lines[end]) is not None
    )
    if by is None or when is None or not is_sure:
        return []
    titles = _titles(kinds, lines, by)
    body = _body(lines, kinds, max(lasts, when[0]) + 1, end, lines[by])
    if not body:
        return []
    article = said_by(lines[by], when[1], [*titles[1:], *body])
    article.title = lines[titles[0]] if titles else ""
    _, below = comments_below(lines[end:], kinds[end:])
    return [article, *(replace(said, words=[at + end for at in said.words]) for said, _ in below)]


def _parts(line: str) -> list[str]:
    return [part.strip() for part in line.split("·") if part.strip()]


def _reads(line: str) -> bool:
    return any(map(_LASTS.fullmatch, _parts(line)))


def _ends(lines: Sequence[str], at: int) -> bool:
    """Return whether the words of an article end above a line."""
    written = _WRITTEN.fullmatch(lines[at])
    if written is None:
        return _ENDS.fullmatch(lines[at]) is not None
    name = written["name"] or (lines[at + 1] if at + 1 < len(lines) else "")
    return name in lines[:_HEAD]


def _day(lines: Sequence[str], lasts: int) -> tuple[int, str] | None:
    """Return where the day beside the length stands, and how it is written."""
    below = range(lasts, min(lasts + _NEAR // 2, len(lines)))
    for at in (*below, *range(lasts - 1, max(-1, lasts - 3), -1)):
        for part in _parts(lines[at]):
            if is_time(part):
                return at, part
    return None


def _author(lines: Sequence[str], lasts: int, end: int) -> int | None:
    """Return where the name of the author stands first; None where none is told.

    It is said again below the words, or stands twice, or right above a button to follow.
    """
    near = range(max(0, lasts - _NEAR), lasts)
    written = _WRITTEN.fullmatch(lines[end]) if end < len(lines) else None
    if written is not None:
        name = written["name"] or lines[end + 1]
        return next((at for at in near if lines[at] == name), None)
    twice = [at for at in near[:-1] if lines[at] == lines[at + 1] and len(lines[at]) <= _HEAD]
    followed = [at for at in near[:-1] if _FOLLOW.fullmatch(lines[at + 1])]
    return next(iter(twice or followed), None)


def _titles(kinds: Sequence[Kind], lines: Sequence[str], by: int) -> list[int]:
    """Return where the title stands, and what is written below it, right above the author."""
    found: list[int] = []
    for at in range(by - 1, -1, -1):
        if _BESIDE.fullmatch(lines[at]):
            continue
        if kinds[at] != "text":
            break
        found.insert(0, at)
    return found


def _body(
    lines: Sequence[str], kinds: Sequence[Kind], begin: int, end: int, name: str
) -> list[int]:
    """Return where the words stand between the buttons above them and the tags below."""

    def is_site(at: int) -> bool:
        return kinds[at] in _OF_SITE or _BESIDE.fullmatch(lines[at]) is not None

    last = end
    while last > begin and (is_site(last - 1) or lines[last - 1] == name):
        last -= 1
    if name in lines[last:end]:  # else they may be the end of what the author wrote
        tags = last
        while tags > begin and last - tags <= _MOST_TAGS and _is_tag(lines[tags - 1]):
            tags -= 1
        last = tags if last - tags <= _MOST_TAGS else last
    while begin < last and is_site(begin):
        begin += 1
    found = [at for at in range(begin, last) if not _AMONG.fullmatch(lines[at])]
    return [at for at in found if kinds[at] not in _NEVER or _WRITTEN.fullmatch(lines[at])]


def _is_tag(line: str) -> bool:
    return len(line) <= _TAG and line[:1].isupper() and line[-1].isalnum()
