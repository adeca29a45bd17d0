"""Lines of the site that no list names are told from comments by where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

POST = "Nora Vale\n• 2nd\nPotter\n2w •\nFollow\nThe kiln is back."
WHOLE = "Skip to main content\nHome\nMy Network\nJobs\nMessaging\nNotifications\nMe\n"
BAR = "56\n8 comments\nLike\nComment\nRepost\nSend"
COMMENT = "Otto Reyes\n• 3rd+\nTurner\n1w\nWhich model?\nLike\nReply"
FOOT = "About\nAccessibility\nHelp Center\nLinkedIn Corporation © 2025\n"
UNKNOWN = "Pick a sticker for your thoughts"


@pytest.mark.parametrize(
    "page",
    [
        f"{POST}\n{BAR}\n{UNKNOWN}\n{COMMENT}\n",
        f"{POST}\n{BAR}\n{COMMENT}\n{UNKNOWN}\n{COMMENT.replace('Which model?', 'And when?')}\n",
        f"{WHOLE}{POST}\n{BAR}\n{UNKNOWN}\n{COMMENT}\n{UNKNOWN} again\n{FOOT}",
        f"{WHOLE}{POST}\n…more\n{UNKNOWN}\n{BAR}\n{COMMENT}\n{FOOT}",
        f"{WHOLE}{POST}\n{BAR}\n{UNKNOWN}\n{FOOT}",
        f"{POST}\n\n{BAR}\n\n{UNKNOWN}\n\n{COMMENT}\n\n{UNKNOWN}\n",
    ],
)
def test_what_stands_without_a_name_below_buttons_is_no_comment(
    page: str, read_file: ReadFile
) -> None:
    read = read_file(page)

    assert {post.text for post in read.posts} <= {"The kiln is back.", "Which model?", "And when?"}
    assert read.posts[0].author == "Nora Vale"
    assert {post.author for post in read.posts[1:]} <= {"Otto Reyes"}


def test_comments_of_which_none_has_a_name_stay(read_file: ReadFile) -> None:
    read = read_file(f"The kiln is back.\n{BAR}\nWell done!\nLike\nReply\n{UNKNOWN}\n")

    assert [post.text for post in read.posts] == ["The kiln is back.", "Well done!", UNKNOWN]
