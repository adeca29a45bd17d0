"""Reads a copied topic of a forum that runs on Discourse: name, day and words of each post.

In English, French, German and Spanish.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from adapters.sources.copied_pages.byline import is_name
from adapters.sources.copied_pages.line_kinds import kind_of_line
from adapters.sources.copied_pages.statuses import is_time, said_by

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.sources.copied_pages.line_kinds import Kind
    from adapters.sources.copied_pages.statuses import Said

_ACCOUNT: Final = re.compile(r"(?=.*[^\W\d])[\w.-]{2,60}")
_MONTH: Final = re.compile(r"[^\W\d_]{3,9}\.? (?:20\d\d|['’]\d\d)")
_NUMBER: Final = re.compile(r"\d{1,5}")
_COUNT: Final = re.compile(r"\d[\d.,]*[kKmM]?")
_MAP: Final = re.compile(
    r"views?|likes?|links?|users?|created|last reply|replies|vues?|j['’]aime|liens?|utilisateurs?"
    r"|aufrufe?|gefällt mir|benutzer|vistas?|me gusta|enlaces?|usuarios?|read",
    re.IGNORECASE,
)
"""What the numbers of a topic count, each below its number."""
_MOST_COUNTED: Final = 3
_SURE: Final = re.compile(
    r"powered by discourse\b.*|topic list, column headers with buttons are sortable\.?"
    r"|(?:suggested|unread|new & unread) topics|sujets suggérés|vorgeschlagene themen"
    r"|temas sugeridos",
    re.IGNORECASE,
)
"""Only such a forum says so."""
_ENDS: Final = re.compile(
    rf"{_SURE.pattern}|related topics|sujets (?:similaires|liés)|(?:ähnliche|verwandte) themen"
    r"|temas (?:similares|relacionados)|want to read more\? .*",
    re.IGNORECASE,
)
_BELOW: Final = re.compile(
    r"like|share|reply|bookmark|flag|(?:\d+ )?(?:repl(?:y|ies)|likes?)|solution|solved|show more"
    r"|partager|répondre|\d+ réponses?|teilen|antworten|\d+ antwort(?:en)?|lösung"
    r"|\d+ [„«“\"]? ?(?:j['’]aime|gefällt mir|me gusta) ?[“»”\"]?"
    r"|compartir|responder|\d+ respuestas?|solución|copy link|copy link to this post"
    r"|(?:\d+|an?|one) (?:days?|months?|years?) later|\d+ (?:jours?|mois|ans?) plus tard"
    r"|\d+ (?:tage?|monate?|jahre?) später|\d+ (?:días?|mes(?:es)?|años?) después",
    re.IGNORECASE,
)
"""Buttons below a post, and how long nobody wrote."""
_FOOT: Final[frozenset[Kind]] = frozenset({"navigation", "link", "sure", "mark"})
_LINKS: Final = frozenset({"guidelines", "faq"})
"""Links at the foot of a page, beside those that every site has."""
_FEWEST: Final = 2
_TITLE: Final = 255
_FEWEST_WORDS: Final = 3
_LABEL: Final = 40
_SENTENCE: Final = re.compile(r".{60,}\.")


def talk_of_topic(lines: Sequence[str], kinds: Sequence[Kind]) -> list[Said]:
    """Return the posts of a topic, the first one with its title; nothing on other pages.

    Args:
        lines: The lines of the page, without the space around them, and no empty ones.
        kinds: What each is, seen by itself.
    """
    heads, are_named = _heads(lines)
    if len(heads) < _FEWEST:
        return []
    above = range(heads[0][0])
    if any(_SENTENCE.fullmatch(lines[at]) for at in above):
        return []  # what stands above is what the page is about
    if not _has_map(lines) and not any(map(_SURE.fullmatch, lines[heads[-1][1] :])):
        return []
    begins = [head - int(are_named) for head, _ in heads]
    times = [at for _, at in heads]
    end = next((at for at in range(times[-1], len(lines)) if _ENDS.fullmatch(lines[at])), None)
    stops = [*begins[1:], len(lines) if end is None else end]
    nexts = [*(lines[at] for at in begins[1:]), ""]
    found = []
    for name, time, stop, after in zip(begins, times, stops, nexts, strict=True):
        if words := _words(lines, time + 1, stop, after):
            found.append(said_by(lines[name], lines[time], words))
    titles = [lines[at] for at in above if kinds[at] == "text" and at < begins[0]]
    if found:
        found[0].title = _title(titles)
    return found


def _heads(lines: Sequence[str]) -> tuple[list[tuple[int, int]], bool]:
    """Return where accounts and times stand above posts, and whether names stand above those."""
    if not any(map(_SURE.fullmatch, lines)) and not _has_map(lines):
        return [], False
    heads = [
        (head, at)
        for at in range(1, len(lines))
        if _is_when(lines[at]) and (head := _account(lines, at)) is not None
    ]
    if heads and _is_named(lines, heads[0][0]):
        return [(head, at) for head, at in heads if _is_named(lines, head)], True
    return heads, False


def _has_map(lines: Sequence[str]) -> bool:
    """Return whether numbers stand together, each above what it counts."""
    counted = (
        _COUNT.fullmatch(above) is not None and _MAP.fullmatch(below) is not None
        for above, below in pairwise(lines)
    )
    return sum(counted) >= _MOST_COUNTED


def _is_when(line: str) -> bool:
    return is_time(line) or _MONTH.fullmatch(line) is not None


def _account(lines: Sequence[str], time: int) -> int | None:
    """Return where the account stands above a time; between them may stand what somebody is."""
    if _ACCOUNT.fullmatch(lines[time - 1]) and not _is_of_page(lines[time - 1]):
        is_second = time > 1 and _is_account_of(lines[time - 2], lines, time - 3)
        return time - 2 if is_second else time - 1
    is_label = len(lines[time - 1]) <= _LABEL and not lines[time - 1].endswith((".", "!", "?"))
    if time > 1 and is_label and _is_account_of(lines[time - 2], lines, time - 3):
        return time - 2
    return None


def _is_account_of(line: str, lines: Sequence[str], above: int) -> bool:
    """Return whether a line is the account of whose name stands above."""
    return above >= 0 and _ACCOUNT.fullmatch(line) is not None and _is_named(lines, above + 1)


def _is_named(lines: Sequence[str], account: int) -> bool:
    """Return whether a name stands above an account that has part of it."""
    above = lines[account - 1].lower() if account else ""
    if not above or len(above) > _LABEL or above.endswith((".", "!", "?", ":", ",")):
        return False
    bare = re.sub(r"[\W_\d]", "", lines[account]).lower()
    parts = (re.sub(r"[\W_\d]", "", part) for part in above.split())
    return is_name(lines[account - 1]) or any(part and part in bare for part in parts)


def _is_of_page(line: str) -> bool:
    return _BELOW.fullmatch(line) is not None or _MAP.fullmatch(line) is not None


def _words(lines: Sequence[str], begin: int, end: int, after: str) -> list[int]:
    """Return what stands between a head and the buttons and numbers below a post.

    Args:
        lines: The lines of the page.
        begin: Where the lines below a head begin.
        end: Where the next head stands.
        after: Whose that is, which may stand there twice; "" below the last post.
    """
    if begin + 1 < end and _NUMBER.fullmatch(lines[begin]):
        begin += 1
    while end > begin + 1 and _is_below(lines[end - 1], after):
        end -= 1
    return [*range(begin, end)]


def _is_below(line: str, after: str) -> bool:
    if _is_of_page(line) or _COUNT.fullmatch(line) or _is_when(line):
        return True
    return line == after if after else kind_of_line(line) in _FOOT or line.lower() in _LINKS


def _title(lines: Sequence[str]) -> str:
    """Return the longest line that may be a title; "" where none is."""
    found = [line for line in lines if len(line) <= _TITLE and len(line.split()) >= _FEWEST_WORDS]
    return max(found, key=len, default="")
