"""Decides what the columns of a table are: by what was given, by their heads, by their cells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from adapters.sources.rows import named
from adapters.sources.tables.columns.cells import Column, Row
from adapters.sources.tables.columns.given_columns import columns_given
from adapters.sources.tables.columns.heads import (
    UNRANKED,
    WEAK,
    folded,
    is_handle,
    is_other_date,
    is_question,
    names_in,
    role_of,
)
from adapters.sources.tables.columns.others_columns import (
    are_of_staff,
    is_answer,
    one_of_each,
    others_columns,
    says_who_answered,
    says_who_asked,
)
from adapters.sources.tables.columns.own_columns import own_columns
from adapters.sources.tables.columns.people import asks_name, has_opinions, is_another, names_items
from adapters.sources.tables.columns.private_rows import private_columns, private_marks
from adapters.sources.wrong_value import WrongValue
from bot.ports import COLUMN_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from adapters.sources.tables.columns.heads import Role
    from adapters.sources.tables.columns.private_rows import Mark
    from bot.ports import GivenColumns

_PICTURE: Final = re.compile(
    r"image|imagen|avatar|photo|foto|picture|bild|icon|logo|website|homepage|profile?|channel|author"
    r"|user|avatar",
    re.IGNORECASE,
)
_MOST_COLUMNS: Final = 200
_SAID_WORDS: Final = 2
_PROSE_WORDS: Final = 4


@dataclass(frozen=True, slots=True)
class Layout:
    """What the columns of a table are.

    Attributes:
        texts: The heads of the columns that hold the words, in the order of the table.
        roles: The heads of the other columns, by what they are.
        names: The heads of the author's first and last name, where two columns have them.
        handle: The head of the author's account, where the author's name is blank; else "".
        ignored: The heads that are called as Pullquote's own, and hold something else.
        marks: The heads of columns that may say that a row is for a few, with what tells it of
            their cells.
        readers: What turns the cells of texts into what people see, where they are marked up.
        is_own: The table is written as Pullquote's own are: with a column called `text`.
        is_sure: Nobody need be asked whether this is right.
        is_headed: The heads are the table's own, not numbers that stand in for them.
    """

    texts: tuple[str, ...]
    roles: Mapping[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    handle: str = ""
    ignored: frozenset[str] = frozenset()
    marks: Mapping[str, Mark] = field(default_factory=dict)
    readers: Mapping[str, Callable[[str], str]] = field(default_factory=dict)
    is_own: bool = False
    is_sure: bool = True
    is_headed: bool = True

    @property
    def used(self) -> frozenset[str]:
        """Is the heads of all columns of which something is made."""
        return frozenset((*self.texts, *self.roles.values(), *self.names, self.handle))


def layout_of(
    heads: Sequence[str], sample: Sequence[Row], given: GivenColumns, *, is_headed: bool = True
) -> Layout:
    """Return what the columns of a table are.

    Args:
        heads: The heads of its columns.
        sample: Its first rows.
        given: What is known already.
        is_headed: Whether the heads are the table's own.

    Raises:
        WrongValue: Nothing in it can be a text, or a column that was given is not there.
    """
    texts, roles = columns_given(heads, given)
    without = {COLUMN_NAMES[name] for name, head in given.columns if not head}
    own, ignored = own_columns(heads, sample)
    ignored |= {*without, *(own.pop(role) for role in without & own.keys())}
    is_own = "text" in own and not texts
    for role, head in own.items():
        if role != "text" and head not in (*texts, *roles.values()):
            roles.setdefault(role, head)
    if is_own:
        texts = [own["text"]]
    layout = Layout(
        tuple(texts),
        roles,
        ignored=frozenset(ignored),
        marks=private_marks(heads, sample),
        is_own=is_own,
        is_headed=is_headed,
    )
    known = layout.used | ignored
    rest = [each for each in heads if each not in known]
    columns = [Column(each, sample) for each in rest[:_MOST_COLUMNS]]
    is_author_given = any(name == "author" for name, _ in given.columns)
    layout = _with_roles(layout, heads, columns, without, is_author_given=is_author_given)
    if texts:
        return layout
    return _with_texts(layout, heads, columns, is_author_given=is_author_given)


def _with_roles(
    layout: Layout,
    heads: Sequence[str],
    columns: Sequence[Column],
    without: Collection[str],
    *,
    is_author_given: bool,
) -> Layout:
    """Return a layout with what the other columns are, but for the texts."""
    roles = dict(layout.roles)
    names = () if "author" in roles or is_author_given else _names(columns)
    beside = {*map(folded, heads)}
    free = [each for each in columns if not is_another(folded(each.head), beside)]
    _add_by_head([each for each in free if each.head not in names], roles, without)
    if not layout.is_own:
        _add_by_content(columns, roles, without)
    handle = "" if names else _add_name(columns, heads, roles, without)
    if names:
        roles.pop("author", None)
    return replace(layout, roles=roles, names=names, handle=handle)


def _with_texts(
    layout: Layout,
    heads: Sequence[str],
    columns: Sequence[Column],
    *,
    is_author_given: bool,
) -> Layout:
    found, is_sure = _texts(columns, layout, is_headed=layout.is_headed)
    if not found:
        raise _without_text(heads)
    roles = dict(layout.roles)
    if not is_author_given:
        roles["author"] = _who_answered(found, roles.get("author", ""), columns)
        if are_of_staff(found, roles["author"]):
            layout, roles["author"] = replace(layout, names=(), handle=""), ""
    roles = {role: head for role, head in roles.items() if head and head not in found}
    return replace(layout, texts=tuple(found), roles=roles, is_sure=is_sure)


def _who_answered(texts: Sequence[str], author: str, columns: Sequence[Column]) -> str:
    """Return the head of the author, where all texts are answers: not that of who asked.

    Args:
        texts: The heads of the texts.
        author: The head of the author as it is known so far; "" for none.
        columns: All columns that may hold others.
    """
    if not all(map(is_answer, texts)):
        return author
    told = (each.head for each in columns if says_who_answered(each.head) and each.are_names)
    return next(told, "" if says_who_asked(author) else author)


def _names(columns: Sequence[Column]) -> tuple[str, ...]:
    """Return the heads of first and last names, unless another column surely names the author."""
    names = names_in(each.head for each in columns if each.are_names)
    others = (each for each in columns if each.head not in names)
    known = (role_of(each.head) for each in others if each.are_names and each.cells)
    is_told = any(each and each[0] == "author" and each[1] < UNRANKED for each in known)
    return () if is_told else names


def _without_text(heads: Sequence[str]) -> WrongValue:
    if not heads:
        return WrongValue("no_columns")
    columns, more = named(heads)
    if more:
        return WrongValue("no_text_column_of_many", columns=columns, more=more)
    return WrongValue("no_text_column", columns=columns)


def _add_by_head(
    columns: Sequence[Column], roles: dict[str, str], without: Collection[str]
) -> None:
    """Add what heads tell and cells do not contradict, the surest head of each role."""
    best: dict[Role, tuple[int, str]] = {}
    for column in columns:
        known = role_of(column.head)
        if known is None or known[0] == "text" or known[0] in roles or known[0] in without:
            continue
        role, rank = known
        if rank < best.get(role, (WEAK, ""))[0] and column.fits(role):
            best[role] = (rank, column.head)
    roles.update({role: head for role, (_, head) in best.items()})


def _add_name(
    columns: Sequence[Column], heads: Sequence[str], roles: dict[str, str], without: Collection[str]
) -> str:
    """Add what a column called "Name" is: the author, a title or neither.

    It is the author where its cells look like names of people, no other column tells the author,
    and the table is none of things: of tasks, products, films.

    Returns:
        The head of the accounts whose names it holds; "" where there is none.
    """
    is_weak = (each for each in columns if role_of(each.head) == ("author", WEAK) and each.cells)
    name = next((each for each in is_weak if each.head not in roles.values()), None)
    if name is None:
        return ""
    author = roles.get("author")
    beside = {*map(folded, heads)}
    is_of_items = names_items(
        beside, is_form=any(map(is_question, heads)), are_full=name.mean_words >= _SAID_WORDS
    )
    if is_of_items or not name.are_people(in_small=has_opinions(beside)):
        if name.have_words and "title" not in without:
            roles.setdefault("title", name.head)
        return ""
    if "author" not in without and (author is None or is_handle(author)):
        roles["author"] = name.head
        return author or ""
    return ""


def _add_by_content(
    columns: Sequence[Column], roles: dict[str, str], without: Collection[str]
) -> None:
    for column in columns:
        if column.head in roles.values() or not column.cells:
            continue
        role: Role = "posted_at" if column.are_dates else "url"
        if role in {*roles, *without}:
            continue
        is_other = is_other_date(column.head) or _PICTURE.search(column.head)
        if not is_other and (column.are_dates or column.are_links):
            roles[role] = column.head


def _texts(columns: Sequence[Column], layout: Layout, *, is_headed: bool) -> tuple[list[str], bool]:
    """Return the columns that hold the words, and whether that is sure."""
    used = layout.used
    private = private_columns(each.head for each in columns)
    free = [each for each in columns if each.head not in private]
    left = [each for each in free if each.head not in used]
    sure = [each for each in left if each.are_prose or (is_headed and _is_told_by_head(each))]
    if not sure:
        # What would be called a title is all that is said: "Name", "Summary".
        title = layout.roles.get("title")
        sure = [each for each in free if each.head == title and each.are_prose]
    if sure:
        author = layout.roles.get("author") or "".join(layout.names)
        cells = {each.head: each.cells for each in sure}
        others = others_columns([*cells], cells, author)
        found = one_of_each([each.head for each in sure if each.head not in others])
        return found, is_headed or len(found) == 1
    weak = [
        each
        for each in left
        if each.have_words and each.is_varied and each.most_words >= _SAID_WORDS
    ]
    most = max((each.mean_words for each in weak), default=0.0)
    found = [each.head for each in weak if each.mean_words >= min(most, 2.0)]
    return found, not is_headed and len(found) == 1 and most >= _PROSE_WORDS


def _is_told_by_head(column: Column) -> bool:
    if (column.cells and not column.have_words) or asks_name(folded(column.head)):
        return False
    known = role_of(column.head)
    if known is None or known[0] != "text" or is_question(column.head):
        return is_question(column.head)
    # A word within a head tells less: a "Comment status" holds none.
    return known[1] < UNRANKED or column.mean_words >= _SAID_WORDS
