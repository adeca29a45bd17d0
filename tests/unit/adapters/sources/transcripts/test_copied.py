from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

HACKER_NEWS = """\
Hacker News new | past | comments | ask | show | jobs | submit\tlogin
Ask HN: Who planks with oak? (keel.example)
12 points by ilse_k 3 hours ago | hide | past | favorite | 2 comments

We have four metres to replace.


add comment

per_o 2 hours ago | next [–]

Oak, always.

It lasts forty years.

reply

ilse_k 1 hour ago | parent | next [–]

Then oak it is.

reply

gone_1 1 hour ago | prev [–]

[flagged]

reply

[deleted] 1 hour ago | prev | next [–]

[deleted]

reply

1 hour ago | prev [–]

[deleted]

reply
Guidelines | FAQ | Lists | API | Security | Legal | Apply to YC | Contact
Search:
"""
REDDIT = """\
Go to boats
r/boats
•
3 hr. ago
ilse_k

Who planks with oak?
We have four metres to replace.

Upvote
12

Downvote

2
comments

Share
u/per_o avatar
per_o
•
2h ago
•
Edited 1h ago
Oak, always.

It lasts forty years.

Upvote
21

Downvote
Reply
reply

Award

Share

u/ilse_k avatar
ilse_k
OP
•
1h ago

Then oak it is.


Upvote
3

Downvote
Reply
reply
"""
OLD_REDDIT = """\
Who planks with oak? (self.boats)
submitted 3 hours ago by ilse_k
We have four metres to replace.
2 comments sharesavehidereport
[–]per_o 21 points 2 hours ago*
Oak, always.

It lasts forty years.
permalinkembedsavereportreply
[–]ilse_k[S] 3 points 1 hour ago
Then oak it is.
permalinkembedsaveparentreportreply
[–][deleted] 1 point 1 hour ago
[removed]
permalinkembedsaveparentreportreply
"""
ANSWERS = [
    ("per_o", "Oak, always.\n\nIt lasts forty years."),
    ("ilse_k", "Then oak it is."),
]


def test_a_discussion_of_hacker_news_is_a_post_a_person(read_file: ReadFile) -> None:
    found = read_file(HACKER_NEWS, "oak.txt")

    assert found.errors == []
    story, *answers = found.posts
    assert (story.author, story.text) == ("ilse_k", "We have four metres to replace.")
    assert (story.title, story.age) == ("Ask HN: Who planks with oak?", "3 hours ago")
    assert [(post.author, post.text) for post in answers] == ANSWERS
    assert {post.parent_id for post in answers} == {story.id}
    assert found.left_out == {"deleted_messages": 3, "page_furniture": 9}


def test_a_day_on_hacker_news_is_the_date_and_an_age_stays_one(read_file: ReadFile) -> None:
    page = HACKER_NEWS.replace("3 hours ago", "on June 1, 2025")
    page = page.replace("per_o 2 hours ago", "per_o on Feb 30, 2021")
    found = read_file(page, "oak.txt")

    assert [(str(post.posted_at)[:10], post.age) for post in found.posts] == [
        ("2025-06-01", ""), ("None", "on Feb 30, 2021"), ("None", "1 hour ago"),
    ]  # fmt: skip
    assert found.left_out["unclear_dates"] == 1


def test_a_discussion_of_reddit_is_a_post_a_person(read_file: ReadFile) -> None:
    found = read_file(REDDIT, "oak.txt")

    assert found.errors == []
    opening, *answers = found.posts
    assert (opening.author, opening.text) == ("ilse_k", "We have four metres to replace.")
    assert (opening.title, opening.age) == ("Who planks with oak?", "3 hr. ago")
    assert [(post.author, post.text) for post in answers] == ANSWERS
    assert {post.parent_id for post in answers} == {opening.id}


def test_a_discussion_of_the_old_reddit_is_a_post_a_person(read_file: ReadFile) -> None:
    found = read_file(OLD_REDDIT, "oak.txt")

    assert found.errors == []
    opening, *answers = found.posts
    assert (opening.author, opening.text) == ("ilse_k", "We have four metres to replace.")
    assert opening.title == "Who planks with oak?"
    assert [(post.author, post.text) for post in answers] == ANSWERS
    assert found.left_out == {"deleted_messages": 1, "page_furniture": 4}


def test_lines_of_a_page_of_reddit_that_belong_to_no_comment_are_counted(
    read_file: ReadFile,
) -> None:
    stray = "\n".join(["permalinkembedsavereportreply", "A word of somebody.", "", "Two more."])
    found = read_file(OLD_REDDIT.replace("permalinkembedsavereportreply", stray), "oak.txt")
    assert [(post.author, post.text) for post in found.posts[1:]] == ANSWERS
    assert found.left_out["page_furniture"] == 4 + 2
    assert read_file(REDDIT, "new.txt").left_out == {"page_furniture": 27}


def test_a_discussion_of_reddit_is_read_without_the_dots_between(read_file: ReadFile) -> None:
    found = read_file(REDDIT.replace("\n•\n", "\n"), "oak.txt")

    opening, *answers = found.posts
    assert (opening.author, opening.age) == ("ilse_k", "3 hr. ago")
    assert (opening.title, opening.text) == (
        "Who planks with oak?",
        "We have four metres to replace.",
    )
    assert [(post.author, post.text) for post in answers] == ANSWERS
    assert found.left_out == {"page_furniture": 27 - REDDIT.count("\n•\n")}


def test_a_discussion_of_reddit_is_read_in_another_language_and_in_one_line(
    read_file: ReadFile,
) -> None:
    page = (
        "r/boats • il y a 3 h\nilse_k\n\nWho planks with oak?\nWe have four metres to replace.\n\n"
        "Vote positif\n12\nVote négatif\nPartager\n"
        "per_o • il y a 2 h • Modifié il y a 1 h\nOak, always.\n\nIt lasts forty years.\n"
        "Vote positif\n21\nRépondre\n"
        "ilse_k OP • il y a 1 h\nThen oak it is.\nVote positif\n3\n"
    )
    found = read_file(page, "oak.txt")

    opening, *answers = found.posts
    assert (opening.author, opening.age, opening.title) == (
        "ilse_k",
        "il y a 3 h",
        "Who planks with oak?",
    )
    assert [(post.author, post.text) for post in answers] == ANSWERS
    assert [post.age for post in answers] == ["il y a 2 h", "il y a 1 h"]
    assert found.left_out == {"page_furniture": 9}


def test_a_line_that_ends_with_an_age_stays_in_its_comment(read_file: ReadFile) -> None:
    found = read_file(REDDIT.replace("Oak, always.", "Done 2 hours ago"), "oak.txt")

    assert found.posts[1].text == "Done 2 hours ago\n\nIt lasts forty years."


@pytest.mark.parametrize("label", ["Question", "Help Needed", "❓ Question", "Frage", "Ayuda"])
def test_the_label_of_a_question_on_reddit_is_no_word_of_who_asks(
    read_file: ReadFile, label: str
) -> None:
    title = "Who planks with oak?\n"
    found = read_file(REDDIT.replace(title, f"{title}{label}\n"), "oak.txt")
    assert found.posts[0].text == "We have four metres to replace."
    assert found.posts[0].title == "Who planks with oak?"
    assert found.left_out == {"page_furniture": 28}


def test_one_word_below_a_title_on_reddit_is_the_author_s(read_file: ReadFile) -> None:
    found = read_file(REDDIT.replace("We have four metres to replace.", "Help"), "oak.txt")
    assert found.posts[0].text == "Help"
    found = read_file(REDDIT.replace("We have", "Anyone\nWe have"), "oak.txt")
    assert found.posts[0].text == "Anyone\nWe have four metres to replace."


def test_the_buttons_of_an_old_opening_are_no_words_of_it_one_a_line(read_file: ReadFile) -> None:
    page = (
        "Which varnish? (self.boats)\n\nsubmitted 2 days ago by lena\n\nMine flakes off.\n\n"
        "    3 comments\n    share\n    save\n    hide\n    report\n\nall 3 comments\n"
        "sorted by: best\n\n[–]oldtom 5 points 2 days ago\n\nUse six coats.\n\n    permalink\n"
        "    embed\n    save\n    report\n    reply\n"
    )
    found = read_file(page, "thread.txt")
    assert [each.text for each in found.posts] == ["Mine flakes off.", "Use six coats."]


def test_who_writes_of_comments_keeps_them(read_file: ReadFile) -> None:
    page = (
        "Which varnish? (self.boats)\n\nsubmitted 2 days ago by lena\n\n"
        "I got\n3 comments\nso far.\n3 comments\nshare\n\n"
        "[–]oldtom 5 points 2 days ago\n\nUse six coats.\n"
    )
    assert read_file(page, "thread.txt").posts[0].text == "I got\n3 comments\nso far."
