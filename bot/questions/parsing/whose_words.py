"""Reads whose words a question asks for: "what did Ada say about the oven?"; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bot.questions.parsing.words_of_saying import OF_MINE, WHOSE
from index.text.words import folded, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bot.question_and_answer import Asker

_NAME: Final = r"[^\W\d_][\w.'’-]*(?: (?:&|[^\W\d_])[\w.'’-]*){0,3}?"

_BESIDE: Final = frozenset(
    "the and but so also ever already actually really exactly just "
    "et mais donc le la les nous vous est-ce que "
    "y pero el los las nos os ya "
    "und aber die der das den herr frau uns mir euch dir ihnen denn eigentlich genau alles so mal "
    "schon je jemals bisher".split()
)
"""Words that stand beside a name and are none of it: "was hat die Ada uns gesagt?"."""

_JOINED: Final = re.compile(r"\s*(?:,|&|\b(?:and|et|y|e|und|or|ou|o|oder)\b)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose words a question asks for.

    Attributes:
        rest: What the question is about beside that.
        author: The author's name to narrow it to; None where it asks for nobody's words, or for
            those of several.
        account: The author's account, where it was mentioned, or is the asker's.
        name: What the question calls the author; "" where `author` is None.
    """

    rest: str
    author: str | None = None
    account: str | None = None
    name: str = ""


def whose(
    text: str,
    names: Callable[[str], Sequence[str]],
    mentions: Iterable[tuple[str, str]] = (),
    asker: Asker | None = None,
) -> Whose:
    """Return whose words a question asks for, and what it is about.

    Args:
        text: The question.
        names: Returns the authors whose names have these words.
        mentions: Names that stand for accounts in the question, with the accounts.
        asker: Who asks, where posts are known by accounts like theirs.
    """
    line = aligned(text)
    if asker is not None and (match := _first(OF_MINE, line)):
        name = asker.name or "me"
        return Whose(_rest(text, match), name, asker.account, name)
    accounts = {aligned(name): account for name, account in mentions if words(name)}
    for pattern in _patterns(tuple(sorted(accounts, key=len, reverse=True))):
        match = pattern.search(line)
        if match is None:
            continue
        asked = text[match.start("name") : match.end("name")]
        rest = _rest(text, match)
        if account := accounts.get(aligned(asked)):
            return Whose(rest, asked, account, asked)
        own = _own(asked)
        if known := _known(own, names):
            return Whose(rest, known[0] if len(known) == 1 else own, None, own)
        parts = [_own(each) for each in _JOINED.split(asked)]
        if len(parts) > 1 and any(
            aligned(each) in accounts or _known(each, names) for each in parts
        ):
            return Whose(rest)
    return Whose(text)


def aligned(text: str) -> str:
    """Return a text folded sign by sign, so that what is found stands in it at the same place."""
    return "".join(plain if len(plain := folded(sign)) == 1 else sign for sign in text)


def _first(patterns: Iterable[re.Pattern[str]], line: str) -> re.Match[str] | None:
    return next((found for each in patterns if (found := each.search(line))), None)


@lru_cache(maxsize=64)
def _patterns(mentioned: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Return the patterns, which know these names besides all that look like one."""
    named = "|".join((*map(re.escape, mentioned), _NAME))
    return tuple(re.compile(each.replace("NAME", rf"@?(?P<name>{named})")) for each in WHOSE)


def _known(asked: str, names: Callable[[str], Sequence[str]]) -> list[str]:
    """Return the authors who have all words of a name."""
    own = set(words(asked))
    return [each for each in names(asked) if own <= set(words(each))] if own else []


def _own(asked: str) -> str:
    """Return a name without what stands beside it."""
    own = asked.split()
    while len(own) > 1 and aligned(own[0]) in _BESIDE:
        del own[0]
    while len(own) > 1 and aligned(own[-1]) in _BESIDE:
        del own[-1]
    return " ".join(own).removeprefix("@")


def _rest(text: str, match: re.Match[str]) -> str:
    """Return a question without the words that ask for somebody's; all of it if nothing is left."""
    subject = "subject" in match.re.groupindex and match["subject"] is not None
    about = text[match.start("subject") : match.end("subject")] if subject else ""
    rest = f"{text[: match.start()]} {about} {text[match.end() :]}".strip()
    return rest if words(rest) else text
