"""What a chat platform stands on beside the core."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.metrics import Metrics
from bot.questions.pinned import PinnedFirst
from bot.questions.service import QuestionService
from bot.running.signals import Signals
from bot.running.while_away import WhileAway

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from bot.corrections.corrector import Corrector
    from bot.ledger.ledger import Ledger
    from bot.ports import Ask, ReportPages, Sharing
    from bot.posts.documents import Documents
    from bot.posts.library import Library
    from bot.posts.refining import Refining
    from bot.posts.running_jobs import Jobs
    from bot.questions.admission.rate_limit import RateLimit


@dataclass(frozen=True, slots=True)
class Services:
    """What a chat platform stands on beside the core.

    Attributes:
        ledger: Remembers what was asked, taken and begun.
        library: The stored posts.
        jobs: Long work.
        limits: Holds back who asks too fast.
        corrections: Keeps the answers that stand true.
        reports: Makes reports for admins.
        documents: Reads the documents that hang on messages.
        leave: How long the posts of a workspace are kept after we were removed from it.
        refining: Has a second model read the posts; None where nobody began it.
        metrics: Counts what is done.
        signals: Tells other processes, and hears from them.
        sharing: Shares the work with other processes; None where there can be no others.
    """

    ledger: Ledger
    library: Library
    jobs: Jobs
    limits: RateLimit
    corrections: Corrector
    reports: ReportPages
    documents: Documents
    refining: Refining | None = None
    leave: timedelta = timedelta(days=30)
    metrics: Metrics = field(default_factory=Metrics)
    signals: Signals = field(default_factory=Signals)
    sharing: Sharing | None = None

    @property
    def away(self) -> WhileAway:
        """What waits while the server of the database is away."""
        return WhileAway(self.ledger.database)

    async def alone(self, name: str, work: Callable[[], Coroutine[None, None, None]]) -> None:
        """Do some work in one process alone, until it ends or is cancelled.

        Args:
            name: What the work is called.
            work: Begins it.
        """
        if self.sharing is None:
            await work()
        else:
            await self.sharing.serve(name, work)

    def question_service(self, core: Ask) -> QuestionService:
        """Return what takes the questions of one chat platform.

        Args:
            core: Answers a question.
        """
        core = PinnedFirst(core, self.ledger, self.library).ask
        return QuestionService(core, self.ledger, self.library, self.limits, self.metrics)
