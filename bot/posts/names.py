"""Tells whether anything stored has a name, and which name may have been meant."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from bot.errors import Misspelt, NotStored
from index.search_scope import MOST_NAMES
from index.text.words import words

if TYPE_CHECKING:
    from bot.errors import BadFilter
    from index.engine import Engine
    from index.search_scope import Named, Scope

_LIKE: Final = 0.6
"""How alike two names are at least, of which one may have been meant (difflib's ratio, 0 to 1)."""

_LIKE_A_WORD: Final = 0.75
"""How alike one typed word is at least to one of a name's words: there is less to go by."""

_BEGINNING: Final = 2
"""Letters at the beginning of a word that are mostly typed right."""


def wrong_name(engine: Engine, scope: Scope, *, suggests: bool = True) -> BadFilter | None:
    """Return what to say where nothing in the audience has a name that the filters ask for.

    Costs a pass over an index of the names: for where nothing was found.

    Args:
        engine: Knows the names.
        scope: What is asked for, and by whom.
        suggests: Names what may have been meant.
    """
    audience = scope.audience
    if (typed := scope.filters.source) and not engine.posts_by(source=typed, audience=audience):
        near = near_name(engine, "source", typed, audience) if suggests else ""
        return _error("in", typed, near)
    if (typed := scope.filters.author) and not _is_borne(engine, typed, audience):
        near = near_name(engine, "author", typed, audience) if suggests else ""
        return _error("from", typed, near)
    return None


def near_name(
    engine: Engine, what: Named, typed: str, audience: frozenset[str] | None = None
) -> str:
    """Return the stored name that is most like a typed one; "" where none is like it."""
    beginnings = " ".join(word[:_BEGINNING] for word in words(typed))
    found = [
        *engine.names(what, typed, audience),
        *engine.names(what, beginnings, audience),
        *engine.names(what, "", audience),
    ]
    by_words = {" ".join(words(name)): name for name in reversed(found)}
    wanted = " ".join(words(typed))
    near = get_close_matches(wanted, by_words, n=1, cutoff=_LIKE)
    begun = [each for each in by_words if wanted and each.startswith(wanted)]
    if near or begun:
        return by_words[(near or begun)[0]]
    single = {word: name for words_, name in by_words.items() for word in words_.split()}
    of_one = get_close_matches(wanted, single, n=1, cutoff=_LIKE_A_WORD)
    return single[of_one[0]] if of_one else ""


def _is_borne(engine: Engine, author: str, audience: frozenset[str] | None) -> bool:
    """Return whether an author's name has these words; also where there are too many to tell."""
    begun = engine.names("author", author, audience)
    wanted = f" {' '.join(words(author))} "
    borne = any(wanted in f" {' '.join(words(name))} " for name in begun)
    return borne or len(begun) == MOST_NAMES


def _error(name: str, value: str, near: str) -> BadFilter:
    if not near:
        return NotStored(f"{name}:{value} – nothing here has that name.", name=name, value=value)
    typed = f'"{near}"' if len(near.split()) > 1 else near
    sentence = f"{name}:{value} – nothing here has that name: did you mean {name}:{typed}?"
    return Misspelt(sentence, name=name, value=value, near=typed)
