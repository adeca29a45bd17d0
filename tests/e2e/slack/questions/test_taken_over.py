"""Two processes serve one Slack over one database; one is killed, the other does the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.slack.conftest import shown, two_processes

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fakes.bot.ledger_places import LedgerInSchema
    from tests.fakes.postgres_server import PostgresServer
    from tests.fakes.slack.server import FakeSlack
    from tests.fakes.slack.world import Message

ASKED = (
    "when is the village oven lit?", "where do the goats graze?", "who mends the nets?",
    "when do the boats stay in?", "who brings the dough?", "which path leads to the mill?",
)  # fmt: skip
IN_HAND = (
    "SELECT taken_by FROM pullquote_ledger.deliveries"
    " WHERE NOT is_done AND message NOT LIKE 'slack:event/%'"  # one that only just came
)
READING = "SELECT taken_by FROM pullquote_ledger.jobs WHERE taken_by IS NOT NULL"
MESSAGES = 400


async def asks(slack: FakeSlack, text: str) -> Message:
    return await slack.says(slack.ada, slack.general, f"{slack.team.bot.mention} {text}")


def replies(slack: FakeSlack, asked: Message) -> int:
    own = slack.team.bot.id
    told = slack.general.messages
    return sum(each.user_id == own and each.thread_ts == asked.ts for each in told)


async def test_what_a_killed_one_had_in_hand_is_answered_once_by_the_other(
    slack: FakeSlack, ledger: LedgerInSchema, tmp_path: Path
) -> None:
    async with two_processes(slack, ledger, tmp_path) as both:
        # Who asks is looked up before anything is answered: once by each process.
        lookups = slack.faults.held("users.info", times=2)
        asked = [await asks(slack, text) for text in ASKED]
        # Both hear of each question: who takes how many of them is chance.
        await both.until(IN_HAND, lambda rows: len(rows) == len(ASKED))
        holder = ledger.execute(IN_HAND)[0][0]
        await both.kill(both.processes[int(str(holder).split(":")[1])])
        lookups.release.set()
        await slack.until(lambda: all(replies(slack, each) for each in asked))
        last = await asks(slack, ASKED[0])
        await slack.until(lambda: replies(slack, last))
        await both.until(IN_HAND, lambda rows: not rows)
    assert [replies(slack, each) for each in (*asked, last)] == [1] * (len(ASKED) + 1)


async def test_a_reading_is_done_by_one_gone_on_with_by_the_other_and_ends_once(
    slack: FakeSlack, ledger: LedgerInSchema, tmp_path: Path
) -> None:
    for number in range(MESSAGES):
        text = f"On day {number} somebody baked {number * 7} loaves."
        slack.wrote(slack.benoit, slack.general, text)

    def told() -> int:
        return sum("Done: " in shown(each) for each in slack.direct_channel(slack.ada).messages)

    async with two_processes(slack, ledger, tmp_path) as both:
        page = slack.faults.held("conversations.history", times=2)
        await slack.uses_command(slack.ada, slack.general, "/posts", "watch")
        await page.arrived.wait()  # of the reading, or of a look for what was missed
        await both.until(READING, lambda rows: len(rows) == 1)
        ((holder,),) = ledger.execute(READING)
        await both.kill(both.processes[int(str(holder).split(":")[1])])
        page.release.set()
        await slack.until(told)
    assert told() == 1
    ((count,),) = ledger.execute("SELECT count(*) FROM pullquote.posts")
    assert count == MESSAGES
    ((state,),) = ledger.execute("SELECT state FROM pullquote_ledger.jobs")
    assert state == "finished"


async def test_a_server_that_is_away_for_a_while_costs_no_process_and_each_asker_is_told_once(
    slack: FakeSlack, ledger: LedgerInSchema, postgres: PostgresServer, tmp_path: Path
) -> None:
    def told() -> int:
        return sum("error" in shown(each.message) for each in slack.general.ephemerals)

    async with two_processes(slack, ledger, tmp_path) as both:
        first = await asks(slack, ASKED[0])
        await slack.until(lambda: replies(slack, first))
        with postgres.cut_off(postgres.database):
            meanwhile = await asks(slack, ASKED[1])
            await slack.until(told)
        last = await asks(slack, ASKED[2])
        await slack.until(lambda: replies(slack, last))
        assert [each.returncode for each in both.processes.values()] == [None, None]
    assert [replies(slack, each) for each in (first, meanwhile, last)] == [1, 0, 1]
    assert told() == 1
