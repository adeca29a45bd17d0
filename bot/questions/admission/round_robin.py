"""Whose turn it is: channels take turns, and in each channel its people do."""

from __future__ import annotations

from collections import Counter, OrderedDict, deque
from contextlib import contextmanager
from typing import TYPE_CHECKING, Generic, NamedTuple, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.question_and_answer import Asker

T = TypeVar("T")


class Whose(NamedTuple):
    """Whose turn something takes up.

    Attributes:
        channel: Where it is asked; a channel is as busy as all of its threads.
        person: The account that asks.
    """

    channel: str
    person: str

    @classmethod
    def of(cls, asker: Asker, conversation: str) -> Self:
        """Return whose turn a question of an asker in a conversation takes up."""
        return cls("/".join(conversation.split("/")[:2]), asker.account)


class RoundRobin(Generic[T]):
    """A queue that gives one of each channel in turn, and of a channel one of each person in turn.

    Those of one person in one channel keep their order.
    """

    def __init__(self) -> None:
        self._channels: OrderedDict[str, OrderedDict[str, deque[T]]] = OrderedDict()

    def __bool__(self) -> bool:
        """Tell whether anything waits."""
        return bool(self._channels)

    def append(self, whose: Whose, item: T) -> None:
        """Let something wait for its turn."""
        people = self._channels.setdefault(whose.channel, OrderedDict())
        people.setdefault(whose.person, deque()).append(item)

    def popleft(self) -> T:
        """Take out what is next."""
        channel, people = next(iter(self._channels.items()))
        person, own = next(iter(people.items()))
        item = own.popleft()
        people.move_to_end(person)
        self._channels.move_to_end(channel)
        self._drop_empty(Whose(channel, person))
        return item

    def discard(self, whose: Whose, item: T) -> None:
        """Take something out that waits no longer, if it is there."""
        people = self._channels.get(whose.channel)
        if people is not None and item in people.get(whose.person, ()):
            people[whose.person].remove(item)
            self._drop_empty(whose)

    def _drop_empty(self, whose: Whose) -> None:
        people = self._channels[whose.channel]
        if not people[whose.person]:
            del people[whose.person]
        if not people:
            del self._channels[whose.channel]


class Shares:
    """Counts what is in hand, each as one of a person in a channel."""

    def __init__(self) -> None:
        self._channels: dict[str, Counter[str]] = {}

    def __len__(self) -> int:
        """Count all of it."""
        return sum(people.total() for people in self._channels.values())

    @contextmanager
    def counted(self, whose: Whose) -> Iterator[None]:
        """Count one more for as long as this lasts."""
        people = self._channels.setdefault(whose.channel, Counter())
        people[whose.person] += 1
        try:
            yield
        finally:
            people[whose.person] -= 1
            if not people[whose.person]:
                del people[whose.person]
            if not people:
                del self._channels[whose.channel]

    def ahead(self, whose: Whose) -> int:
        """Return how many have their turn before one more of this person in this channel.

        Where many are asked by others, these are no more than one of each for each of one's own.
        """
        people = self._channels.get(whose.channel, Counter())
        within = _ahead(people, whose.person)
        totals = {channel: each.total() for channel, each in self._channels.items()}
        totals[whose.channel] = within  # what else is asked in the channel comes behind
        return _ahead(totals, whose.channel)


def _ahead(counts: Mapping[str, int], own: str) -> int:
    """Return how many of all come before one more of one's own, where all take turns."""
    before = counts.get(own, 0)
    return before + sum(min(each, before + 1) for key, each in counts.items() if key != own)
