"""Adds to the posts that a page shows what linked data tells of each: when, where, accepted."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from adapters.sources.dates.worded import worded_date

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

    from adapters.sources.file_defaults import Labels
    from adapters.sources.formats.pages.linked_data import Said
    from adapters.sources.formats.pages.threads.blocks import Block

_COVERED: Final = 0.5
"""How much of a page's text its posts have at least, or its authors are not told."""
_OPENING: Final = 20
"""So many letters of two texts are the same where one of them is the other shortened."""
_ALIKE: Final = 40
"""So many are where both go on otherwise: a page shows a link as it is called."""
_ADDRESSES: Final = ("http://", "https://", "/", "#")
_BETWEEN: Final = re.compile(r",|&|\b(?:and|et|und|y)\b")
"""What stands between the names of several people."""
_MOST_ALIKE: Final = 20
"""Of more posts that begin alike it is not told which is which."""


@dataclass(frozen=True, slots=True)
class _Words:
    """What somebody said, as it is compared.

    Attributes:
        place: Where it stands in its list.
        author: The name in small letters; "" where it is not told.
        letters: The letters and digits of the text.
    """

    place: int
    author: str
    letters: str


def completed(blocks: Sequence[Block], told: Sequence[Said]) -> list[Block]:
    """Return the blocks with what linked data adds to each.

    A block is what linked data tells of if both have one author and the same words, as far as
    these are told. What has no such words is so where all authors are the same in order, but for
    those whom one of both does not name, or not all of. Who is
    called by an account in one and by a name in the other goes by the words alone, where there is
    enough of them and the other name is nobody's here.
    """
    shown = [_words(at, each.author, each.text) for at, each in enumerate(blocks)]
    said = [_words(at, each.author, each.text) for at, each in enumerate(told)]
    found = _same(shown, said)
    met = {*found.values()}
    left = [each for each in shown if each.place not in found]
    found |= _alike(left, [each for each in said if each.place not in met], _may_be_one)
    met = {*found.values()}
    left = [each for each in shown if each.place not in found]
    renamed = _alike(left, [each for each in said if each.place not in met], _say_the_same)
    if len(found) + len(renamed) > 1 and _are_other_names(shown, said, renamed):
        found |= renamed
    if _are_in_order(shown, said):
        met = {*found.values()}
        found |= {at: at for at in range(len(said)) if at not in found and at not in met}
    urls = Counter(each.url for each in told)
    return [
        _with(block, told[found[at]], urls) if at in found else block
        for at, block in enumerate(blocks)
    ]


def _words(place: int, author: str, text: str) -> _Words:
    own = "".join(line for line in text.splitlines() if not line.lstrip().startswith(">"))
    letters = "".join(filter(str.isalnum, own)).lower()
    return _Words(place, " ".join(author.lower().split()), letters)


def _same(shown: Sequence[_Words], said: Sequence[_Words]) -> dict[int, int]:
    """Return which of one list is which of the other where author and words are wholly the same.

    Who said the same several times did so in the order of both lists.
    """
    groups = _grouped(shown, said, lambda each: (each.author, each.letters))
    equal = (zip(one, other, strict=True) for one, other in groups if len(one) == len(other))
    return {a.place: b.place for each in equal for a, b in each}


def _alike(
    shown: Sequence[_Words], said: Sequence[_Words], may_be_one: Callable[[_Words, _Words], bool]
) -> dict[int, int]:
    """Return which is which where no other can be: words may be shortened, an author untold."""
    found: dict[int, int] = {}
    for one, other in _grouped(shown, said, lambda each: each.letters[:_OPENING]):
        if max(len(one), len(other)) <= _MOST_ALIKE:
            pairs = [(a.place, b.place) for a in one for b in other if may_be_one(a, b)]
            of_one = Counter(a for a, _ in pairs)
            of_other = Counter(b for _, b in pairs)
            found |= {a: b for a, b in pairs if of_one[a] == of_other[b] == 1}
    return found


def _grouped(
    shown: Sequence[_Words], said: Sequence[_Words], key: Callable[[_Words], Hashable]
) -> Iterable[tuple[list[_Words], list[_Words]]]:
    """Return the words of both lists, by what they have in common."""
    groups: dict[Hashable, tuple[list[_Words], list[_Words]]] = {}
    for number, words in enumerate((shown, said)):
        for each in words:
            if each.letters:
                groups.setdefault(key(each), ([], []))[number].append(each)
    return groups.values()


def _may_be_one(shown: _Words, said: _Words) -> bool:
    if not _may_be_by_one(shown, said):
        return False
    short, long = sorted((shown.letters, said.letters), key=len)
    if long.startswith(short):
        return len(short) >= _OPENING or long == short
    is_begun_alike = len(short) >= _ALIKE and short[:_ALIKE] == long[:_ALIKE]
    return is_begun_alike and shown.author == said.author != ""


def _may_be_by_one(shown: _Words, said: _Words) -> bool:
    """Return whether one of both names nobody, or some of those whom the other names."""
    if not (shown.author and said.author) or shown.author == said.author:
        return True
    return not _people(shown.author).isdisjoint(_people(said.author))


def _people(author: str) -> set[str]:
    return {*filter(None, map(str.strip, _BETWEEN.split(author)))}


def _are_in_order(shown: Sequence[_Words], said: Sequence[_Words]) -> bool:
    """Return whether authors are the same in order, as far as most are told in both lists."""
    if len(shown) != len(said):
        return False
    pairs = [*zip(shown, said, strict=True)]
    others = [(a, b) for a, b in pairs if a.author != b.author]
    named = sum(a.author == b.author != "" for a, b in pairs)
    return not others or (
        named * 2 >= len(pairs) and all(_may_be_by_one(*each) and _show(*each) for each in others)
    )


def _show(shown: _Words, said: _Words) -> bool:
    """Return whether a block has the words that linked data tells, as far as it tells any."""
    return said.letters[:_ALIKE] in shown.letters


def _say_the_same(shown: _Words, said: _Words) -> bool:
    """Return whether two are one by their words, whatever their authors are called."""
    short, long = sorted((shown.letters, said.letters), key=len)
    return len(short) >= (_OPENING if short == long else _ALIKE) and long.startswith(short)


def _are_other_names(
    shown: Sequence[_Words], said: Sequence[_Words], pairs: Mapping[int, int]
) -> bool:
    """Return whether each author of pairs has one other name, which nobody else has."""
    names = {(shown[a].author, said[b].author) for a, b in pairs.items()}
    ours, theirs = ({each.author for each in words} for words in (shown, said))
    is_of_one = len({a for a, _ in names}) == len({b for _, b in names}) == len(names)
    return is_of_one and not any(a in theirs or b in ours for a, b in names)


def _with(block: Block, said: Said, urls: Mapping[str, int]) -> Block:
    is_told = worded_date(said.date) is not None or not block.date
    is_own_place = urls[said.url] == 1 and said.url.startswith(_ADDRESSES)
    return replace(
        block,
        author=block.author or said.author,
        date=said.date if said.date and is_told else block.date,
        anchor=block.anchor or (said.url.removeprefix("#") if is_own_place else ""),
        is_accepted=said.is_accepted or block.is_accepted,
        title=block.title or said.title,
    )


def cover(texts: Sequence[str], whole: str) -> bool:
    """Return whether several texts are most of a whole one."""
    return len(texts) > 1 and sum(map(len, texts)) >= _COVERED * len(whole)


def filled(blocks: Sequence[Block], told: Sequence[Said], labels: Labels) -> list[Block]:
    """Return the blocks with what linked data adds, and count the dates that no block can have.

    They are of blocks without a date, and nothing says of which.
    """
    found = completed(blocks, told)
    dated = sum(bool(each.date or each.age) for each in found)
    spare = sum(bool(each.date.strip()) for each in told) - dated
    labels.leave_out("dates", max(0, min(len(found) - dated, spare)))
    return found
