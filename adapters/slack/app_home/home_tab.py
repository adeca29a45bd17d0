"""The page of our own in Slack: what is indexed, what was asked, and what needs looking after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from adapters.slack.access.directory import asker_of
from adapters.slack.rendering.blocks import button, plain_text, without_code
from bot.text import one_line

if TYPE_CHECKING:
    from adapters.chat.wording import Wording
    from adapters.slack.access.directory import Person
    from adapters.slack.admin.answers.unanswered import UnansweredQuestions
    from adapters.slack.admin.status import StatusPages
    from adapters.slack.context import SlackContext
    from adapters.slack.rendering.blocks import Block


LAST: Final = 5
"""Questions of one's own that are shown, each once."""

LOOKED_THROUGH: Final = 50
"""The last ones among which they are found."""

_LONGEST: Final = 300


class HomeTab:
    """Shows each person their own page, made again whenever they look at it."""

    def __init__(
        self, context: SlackContext, status: StatusPages, unanswered: UnansweredQuestions
    ) -> None:
        self._context = context
        self._status = status
        self._unanswered = unanswered

    async def show(self, team: str, user: str) -> None:
        """Publish the page of one person."""
        context = self._context
        person = await context.directory.person(team, user)
        wording = context.wording(person)
        blocks: list[Block] = [
            {"type": "section", "text": plain_text(without_code(wording.help))},
            {"type": "divider"},
            *(await self._status.page(team, user, wording)).blocks,
            {"type": "divider"},
            *self._questions(team, person, wording),
        ]
        if context.may_manage(person):
            blocks.append({"type": "divider"})
            blocks += await self._unanswered.blocks(team, user, wording)
            blocks.append(_administration(wording))
        view: dict[str, Any] = {"type": "home", "blocks": blocks}
        client = (await context.workspaces.of(team)).client
        await client.views_publish(user_id=user, view=view)

    def _questions(self, team: str, person: Person, wording: Wording) -> list[Block]:
        ledger = self._context.services.ledger
        asked = ledger.questions.asked_by(asker_of(person, team), LOOKED_THROUGH)
        texts = [*dict.fromkeys(one_line(each.text) for each in asked)][:LAST]
        if not texts:
            return [{"type": "section", "text": plain_text(wording.no_questions)}]
        lines = [f"• {each[:_LONGEST]}" for each in texts]
        text = "\n".join([wording.your_questions, *lines])
        return [{"type": "section", "text": plain_text(text)}]


def _administration(wording: Wording) -> Block:
    verbs = {
        "watch": wording.watching["title"],
        "import": wording.import_title,
        "reindex": wording.commands["posts.reindex"],
        "settings": wording.settings["title"],
    }
    elements = [button(label, f"posts:{verb}", verb) for verb, label in verbs.items()]
    return {"type": "actions", "elements": elements}
