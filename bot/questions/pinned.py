"""Pinned answers: a post that an admin pinned to a question comes first where that is asked."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Final

from bot.question_and_answer import Excerpt
from bot.questions.quoting.post_references import citation
from bot.questions.same_question import same_as
from index.text.parts.sentences import sentences
from index.text.parts.spoilers import covered, within

if TYPE_CHECKING:
    from bot.ledger.ledger import Ledger
    from bot.ports import Ask
    from bot.posts.library import Library
    from bot.question_and_answer import Answer, Question
    from index.posts import Post

LONGEST: Final = 600
"""Characters of a pinned post that are quoted, in whole sentences where one ends before."""

MOST: Final = 50
"""So many can be pinned in a server or workspace: each is compared with each question."""

LONGEST_QUESTION: Final = 300

_NOTE: Final = "standing:"


@dataclass(frozen=True, slots=True)
class PinnedAnswer:
    """A post that is pinned to a question.

    Attributes:
        mark: Names it among those of its workspace.
        question: The question, as an admin typed it.
        post_id: The post.
        account: Who pinned it; "" for one that was forgotten.
        pinned_at: When, as ISO 8601.
    """

    mark: str
    question: str
    post_id: str
    account: str
    pinned_at: str


class PinnedAnswers:
    """The pinned answers of the workspaces of all platforms."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    async def pin(
        self,
        platform: str,
        workspace_id: str,
        question: str,
        post_id: str,
        account: str,
        *,
        library: Library,
    ) -> bool:
        """Pin a post to a question; return False where there are too many already.

        Of an account that was forgotten it is not kept that it pinned something.

        Raises:
            UnavailableError: The index cannot be used at the moment.
        """
        if await library.suppressed_among([account]):
            account = ""
        question = question[:LONGEST_QUESTION]
        mark = hashlib.sha256(f"{post_id} {question}".encode()).hexdigest()[:12]
        known = {each.mark for each in self.of(platform, workspace_id)}
        if len(known - {mark}) >= MOST:
            return False
        now = self._ledger.clock().isoformat()
        made = PinnedAnswer(mark, question, post_id, account, now)
        self._ledger.note(_name(platform, workspace_id, mark), json.dumps(asdict(made)))
        return True

    def unpin(self, platform: str, workspace_id: str, mark: str) -> bool:
        """Take a pinned answer off; return whether it was pinned still."""
        return self._ledger.forget_note(_name(platform, workspace_id, mark))

    def of(self, platform: str, workspace_id: str) -> list[PinnedAnswer]:
        """Return what is pinned in a workspace, the newest first; "" stands for all of them."""
        whole = f"{_NOTE}{platform}:"
        notes = self._ledger.notes(_name(platform, workspace_id, "") if workspace_id else whole)
        found = [PinnedAnswer(**json.loads(each)) for each in notes.values()]
        return sorted(found, key=lambda each: each.pinned_at, reverse=True)

    def forget(self, platform: str, workspace_id: str) -> None:
        """Take all pinned answers of a workspace off."""
        self._ledger.forget_notes(_name(platform, workspace_id, ""))

    def forget_account(self, account: str) -> None:
        """Forget of an account that it pinned something; what it pinned stays."""
        for name, value in self._ledger.notes(_NOTE).items():
            made = PinnedAnswer(**json.loads(value))
            if made.account == account:
                self._ledger.note(name, json.dumps(asdict(replace(made, account=""))))


class PinnedFirst:
    """Answers a question with what is pinned to it, before all else that is found.

    Args:
        core: Answers.
        ledger: Knows what is pinned.
        library: The stored posts.
    """

    def __init__(self, core: Ask, ledger: Ledger, library: Library) -> None:
        self._core = core
        self._pins = PinnedAnswers(ledger)
        self._library = library

    async def ask(self, question: Question) -> Answer:
        """Return the answer; what is pinned stands first, as long as its readers may read it.

        Raises:
            UnavailableError: The index cannot answer at the moment.
        """
        answer = await self._core(question)
        if question.seeks_alike or question.filters:  # nobody asks anything, or of some posts
            return answer
        every = self._pins.of(question.asker.platform, question.workspace_id)
        asked = [each.question for each in every]
        same = await same_as(question.text, asked, self._library.vectors) if asked else []
        pinned = [every[at] for at in same]
        posts = await self._library.posts([each.post_id for each in pinned]) if pinned else {}
        for each in pinned:
            post = posts.get(each.post_id)
            if post is not None and _may_be_quoted(post, question):
                return _with_first(answer, post)
        return answer


def _may_be_quoted(post: Post, question: Question) -> bool:
    may_be_read = question.audience is None or post.audience in question.audience
    return may_be_read and post.id not in question.outdated | {question.without}


def _with_first(answer: Answer, post: Post) -> Answer:
    """Return an answer that quotes a post first, and what it quoted else after that."""
    end = _end(post.text)
    first = Excerpt(
        text=post.text[:end],
        start=0,
        end=end,
        post_id=post.id,
        score=1.0,
        citation=citation(1, post),
        is_pinned=True,
        covered=within(covered(post.text, post.id), 0, end),
    )
    rest = [each for each in answer.excerpts if each.post_id != post.id]
    chosen = (first, *rest)[: max(answer.question.limit, 1)]
    newer = tuple(each for each in answer.newer if each.post_id != post.id)
    return replace(answer.with_excerpts(chosen), confidence=1.0, newer=newer, is_all_said=False)


def _end(text: str) -> int:
    """Return where a quote of a post ends that begins with it."""
    text = text.rstrip()
    if len(text) <= LONGEST:
        return len(text)
    ends = [each.end for each in sentences(text) if each.end <= LONGEST]
    return ends[-1] if ends else LONGEST


def _name(platform: str, workspace_id: str, mark: str) -> str:
    return f"{_NOTE}{platform}:{workspace_id}:{mark}"
