"""How many questions one person may ask in a minute, and how many may wait for their answer."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING, Final

from bot.errors import TooManyQuestions
from bot.questions.admission.admission import Admission
from bot.questions.admission.round_robin import Whose

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.ledger.asked import AskedLately
    from bot.question_and_answer import Asker


WINDOW_SECONDS: Final = 60.0


@dataclass
class RateLimit:
    """Counts the questions of each asker over the last minute.

    Attributes:
        most: How many are taken in a minute.
        clock: Tells the time in seconds.
        admission: Lets the questions of all platforms through to the one search.
        shared: Counts them for all processes; None where this one is alone.
    """

    most: int
    clock: Callable[[], float] = monotonic
    admission: Admission = field(default_factory=Admission)
    shared: AskedLately | None = None
    _asked: dict[tuple[str, str], deque[float]] = field(default_factory=dict)
    _told: dict[tuple[str, str], float] = field(default_factory=dict)

    def check(self, asker: Asker, conversation: str) -> None:
        """Refuse a question that arrives and that `take` would not take; nothing is counted.

        Raises:
            TooBusy: It would wait too long, or too many are held.
            TooManyQuestions: It would be one too many.
        """
        self.admission.check_arrival(Whose.of(asker, conversation))
        self._check(asker)

    def _check(self, asker: Asker) -> None:
        if self.shared is not None:
            self._wait(self.shared.waits(asker.account, self.most, WINDOW_SECONDS))
            return
        now = self.clock()
        self._forget(now - WINDOW_SECONDS)
        times = self._asked.get((asker.platform, asker.id), deque())
        if len(times) >= self.most:
            raise TooManyQuestions(times[0] + WINDOW_SECONDS - now)

    def tells(self, asker: Asker) -> bool:
        """Return whether to tell somebody that they are held back: not twice in a minute."""
        now = self.clock()
        self._told = {each: at for each, at in self._told.items() if at > now - WINDOW_SECONDS}
        who = (asker.platform, asker.id)
        if who in self._told:
            return False
        self._told[who] = now
        return True

    def take(self, asker: Asker, conversation: str) -> None:
        """Count one more question.

        Raises:
            TooBusy: It would wait too long; it is not counted.
            TooManyQuestions: It is one too many; it is not counted.
        """
        self.admission.check(Whose.of(asker, conversation))
        if self.shared is not None:
            self._wait(self.shared.take(asker.account, self.most, WINDOW_SECONDS))
            return
        self._check(asker)
        self._asked.setdefault((asker.platform, asker.id), deque()).append(self.clock())

    def _wait(self, seconds: float) -> None:
        if seconds:
            raise TooManyQuestions(seconds)

    def _forget(self, before: float) -> None:
        # Who asked nothing in the last minute is not remembered.
        for asker, times in list(self._asked.items()):
            while times and times[0] <= before:
                times.popleft()
            if not times:
                del self._asked[asker]
