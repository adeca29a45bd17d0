"""Finds what somebody wrote together with others, where a name is all that tells who it was."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Final

from index.text.words import words

if TYPE_CHECKING:
    from index.engine import Engine

_BETWEEN: Final = re.compile(r"\s*[,;&/+|]\s*|\s+(?:and|et|und|y|e)\s+", re.IGNORECASE)
"""What stands between the names of several authors."""
_MOST_NAMES: Final = 30
"""So many names of one list are looked at."""


def is_one_of(person: str, authors: str) -> bool:
    """Return whether a list of several authors names somebody; a name may hold a comma itself.

    Args:
        person: The name, whole; case and accents do not count.
        authors: Who wrote a post, as it is stored.
    """
    wanted = words(person)
    gaps = [*_BETWEEN.finditer(authors)][:_MOST_NAMES]
    begins = [0, *(gap.end() for gap in gaps)]
    ends = [*(gap.start() for gap in gaps), len(authors)]
    spans = [*zip(begins, ends, strict=True)]
    spans += [(first[0], last[1]) for first, last in combinations(spans, 2)]
    whole = (0, len(authors))
    return bool(wanted) and any(
        span != whole and words(authors[slice(*span)]) == wanted for span in spans
    )


def written_together(
    engine: Engine, person: str, audience: frozenset[str] | None = None
) -> dict[str, int]:
    """Return the lists of authors that name somebody beside others, with how many posts each has.

    An account has one user: a list of names in its name is no list.

    Args:
        engine: The posts.
        person: A name.
        audience: The labels of the posts that may be meant; None for all.
    """
    lists = [each for each in engine.names("author", person, audience) if is_one_of(person, each)]
    return {
        each: len(engine.posts_by(author=each, audience=audience))
        for each in lists
        if not engine.accounts_called(each, audience)
    }
