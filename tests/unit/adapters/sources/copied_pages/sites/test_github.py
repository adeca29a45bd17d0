"""On a copied page of GitHub each person's words are a post of theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

OPENING: Final = "With --fast it stops.\n\nSteps:\n1. Start it.\n2. Wait."
ABOVE: Final = "Skip to content\nNavigation Menu\nCode\nIssues\n12\nPull requests\nActions\n"
BELOW: Final = (
    "Sign up for free to join this conversation on GitHub. Already have an account? Sign in to"
    " comment\nMetadata\nAssignees\nNo one assigned\nLabels\nbug\nParticipants\n@nora-vale\n"
    "Footer\n© 2025 GitHub, Inc.\nTerms\nPrivacy\n"
)
TODAY: Final = f"""The loom stops at row 3 #128
Open
Open
The loom stops at row 3
#128
nora-vale
opened on Mar 12, 2025
{OPENING}
👍
React with 👍
2
Activity
otto-reyes
on Mar 13, 2025
Member
{{answer}}
ada-quist
added
bug
Something isn't working
 on Mar 14, 2025
ada-quist
on Mar 14, 2025
Owner
Fixed in 2.1.
"""
BEFORE: Final = f"""The loom stops at row 3 #128
Open
nora-vale opened this issue Mar 12, 2025 · 2 comments
Comments
@nora-vale
nora-vale commented Mar 12, 2025
{OPENING}
@otto-reyes
Member
otto-reyes commented Mar 13, 2025 •
edited
{{answer}}
@ada-quist ada-quist added the bug label Mar 14, 2025
@ada-quist
Owner
ada-quist commented Mar 14, 2025
Fixed in 2.1.
@ada-quist ada-quist closed this as completed Mar 15, 2025
"""


@pytest.mark.parametrize("page", [TODAY, BEFORE])
@pytest.mark.parametrize("above", [ABOVE, ""])
@pytest.mark.parametrize("below", [BELOW, ""])
@pytest.mark.parametrize("answer", ["Same here with version 2.", "+1", "Metadata\nI added a test."])
def test_who_opened_an_issue_and_who_answered_say_each_their_own(
    page: str, above: str, below: str, answer: str, read_file: ReadFile
) -> None:
    read = read_file(f"{above}{page.format(answer=answer)}{below}")

    assert [(each.author, each.text) for each in read.posts] == [
        ("nora-vale", OPENING),
        ("otto-reyes", answer),
        ("ada-quist", "Fixed in 2.1."),
    ]
    assert [each.posted_at and each.posted_at.day for each in read.posts] == [12, 13, 14]
    assert read.posts[0].title == "The loom stops at row 3"
    assert {each.parent_id for each in read.posts[1:]} == {read.posts[0].id}


STALE: Final = "This issue is stale, since nobody wrote for 30 days."
BOTS: Final = {
    "today": (TODAY, "stale\nbot\non Mar 20, 2025\n"),
    "with its app": (TODAY, "stale\nbot\non Mar 20, 2025 – with Stale\n"),
    "in one line": (TODAY, "stale\nstale bot on Mar 20, 2025 – with Stale\n"),
    "before": (BEFORE, "@stale\nstale bot commented Mar 20, 2025\n"),
    "with brackets": (BEFORE, "@stale\nstale[bot] commented Mar 20, 2025\n"),
}
EVENTS: Final = {
    "today": "stale\nbot\nadded\nstale\n on Mar 20, 2025\n",
    "before": "@stale stale bot added the stale label Mar 20, 2025\n",
    "a mention": "otto-reyes\nmentioned this\n on Mar 20, 2025\nThe reed bends #131\n",
}


@pytest.mark.parametrize("name", BOTS)
@pytest.mark.parametrize("event", ["", *EVENTS])
@pytest.mark.parametrize("after", ["", "otto-reyes\non Mar 21, 2025\nIt is not.\n"])
def test_what_a_bot_says_is_its_own(name: str, event: str, after: str, read_file: ReadFile) -> None:
    page, head = BOTS[name]

    read = read_file(
        f"{page.format(answer='+1')}{head}{STALE}\n{EVENTS.get(event, '')}{after}{BELOW}"
    )

    said = [(each.author, each.text) for each in read.posts]
    assert said[:3] == [
        ("nora-vale", OPENING),
        ("otto-reyes", "+1"),
        ("ada-quist", "Fixed in 2.1."),
    ]
    assert said[3] == ("stale[bot]" if "[" in head else "stale", STALE)
    assert said[4:] == ([("otto-reyes", "It is not.")] if after else [])


@pytest.mark.parametrize("opened", ["3 weeks ago", "yesterday", "last month", "on Mar 3"])
@pytest.mark.parametrize("above", [ABOVE, ""])
@pytest.mark.parametrize("below", [BELOW, ""])
@pytest.mark.parametrize(
    "answer", ["Same here.", "I saw it\nyesterday\nand 2 weeks ago", "Ask a\nbot\non Monday"]
)
def test_an_issue_may_tell_how_long_ago_each_wrote(
    opened: str, above: str, below: str, answer: str, read_file: ReadFile
) -> None:
    read = read_file(
        f"{above}The loom stops at row 3 #128\nOpen\nDescription\nnora-vale\n"
        f"opened {opened} · edited by nora-vale\nContributor\n{OPENING}\nActivity\n"
        f"otto-reyes\n2 weeks ago\nCollaborator\n{answer}\n"
        "ada-quist\nadded\nbug\n4 days ago\nada-quist\nyesterday\nFixed in 2.1.\n"
        f"stale\nbot\n5 hours ago – with Stale\n{STALE}\n{below}"
    )

    assert [(each.author, each.text) for each in read.posts] == [
        ("nora-vale", OPENING),
        ("otto-reyes", answer),
        ("ada-quist", "Fixed in 2.1."),
        ("stale", STALE),
    ]
    assert [each.age for each in read.posts[1:]] == ["2 weeks ago", "yesterday", "5 hours ago"]
    assert read.posts[0].title == "The loom stops at row 3"


NOTES: Final = {
    "minutes": "nora-vale commented Mar 12, 2025\nthat the loom stops. We shall look.",
    "a list": "Open #128\nnora-vale\non Mar 12, 2025\notto-reyes\non Mar 13, 2025\nWe take turns.",
    "a digest": "I read this on Monday, and it is the best that was written of looms so far.\n"
    "@nora-vale\nnora-vale commented Mar 12, 2025\nIt stops.",
    "ages": "Who saw the loom #3\nnora-vale\n3 weeks ago\notto-reyes\nyesterday\nIt stops.",
    "a bot": "Our bots\nstale\nbot\non Mar 12, 2025\nIt writes too much.",
    "opened": "The hall\nopened 3 weeks ago\nada-quist\nyesterday\nShe has the key.",
    "changes": "Changes #3\nada-quist\nadded a test on Mar 12, 2025\nI removed the flag.",
}


@pytest.mark.parametrize("name", NOTES)
def test_notes_that_tell_of_issues_stay_whole(name: str, read_file: ReadFile) -> None:
    read = read_file(NOTES[name])

    assert read.only.text == NOTES[name]
    assert not read.left_out
