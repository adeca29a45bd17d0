"""The page of our own in Slack: what is indexed, what was asked, and what needs looking after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from adapters.slack.layout import button, plain_text, told
from adapters.slack.markup import without_code
from adapters.slack.translate import asker_of
from bot.plain import one_line

if TYPE_CHECKING:
    from adapters.slack.layout import Block
    from adapters.slack.managing import Managing
    from adapters.slack.office import Office
    from adapters.slack.people import Person
    from adapters.slack.unanswered import Unanswered
    from adapters.wording import Wording

LAST: Final = 5
"""Questions of one's own that are shown."""

_LONGEST: Final = 300


class Home:
    """Shows each person their own page, made anew whenever they look at it."""

    def __init__(self, office: Office, managing: Managing, unanswered: Unanswered) -> None:
        self._office = office
        self._managing = managing
        self._unanswered = unanswered

    async def show(self, team: str, user: str) -> None:
        """Publishes the page of one person."""
        office = self._office
        person = await office.people.person(team, user)
        wording = office.wording(person)
        blocks: list[Block] = [
            {"type": "section", "text": plain_text(without_code(wording.help))},
            {"type": "divider"},
            *told(await self._managing.status(team, user, wording)).blocks,
            {"type": "divider"},
            *self._questions(team, person, wording),
        ]
        if office.may_manage(person):
            blocks.append({"type": "divider"})
            blocks += await self._unanswered.blocks(team, user, wording)
            blocks.append(_administration(wording))
        view: dict[str, Any] = {"type": "home", "blocks": blocks}
        client = (await office.workspaces.of(team)).client
        await client.views_publish(user_id=user, view=view)

    def _questions(self, team: str, person: Person, wording: Wording) -> list[Block]:
        asked = self._office.room.ledger.questions.asked_by(asker_of(person, team), LAST)
        if not asked:
            return [{"type": "section", "text": plain_text(wording.no_questions)}]
        lines = [f"• {one_line(each.text)[:_LONGEST]}" for each in asked]
        text = "\n".join([wording.your_questions, *lines])
        return [{"type": "section", "text": plain_text(text)}]


def _administration(wording: Wording) -> Block:
    verbs = {"import": wording.import_title, "reindex": wording.commands["posts.reindex"]}
    elements = [button(label, f"posts:{verb}", verb) for verb, label in verbs.items()]
    return {"type": "actions", "elements": elements}
