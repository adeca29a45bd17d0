"""JSON and tables as services write them: nested, in HTML, with lists beside the posts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import pytest

from adapters.sources.discovery import sources
from bot.ports import GivenColumns
from index.posts import Post

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import ReadFile

SAID: Final = "The bearing is worn; order a new one."
RECORDS: Final[dict[str, object]] = {
    "github": {"user": {"login": "ana", "url": "https://x.org/a"}, "body": SAID, "labels": []},
    "gh": {"author": {"login": "ana", "name": ""}, "title": "Fan", "body": SAID},
    "jira": {
        "key": "MS-1",
        "fields": {
            "summary": "Fan",
            "description": SAID,
            "reporter": {"displayName": "ana"},
            "assignee": {"displayName": "Tom"},
        },
    },
    "mastodon": {
        "content": f"<p>{SAID}</p>",
        "account": {"acct": "ana", "username": "ana"},
        "visibility": "public",
    },
    "stack exchange": {
        "owner": {"display_name": "ana", "user_id": 2},
        "body": f"<p>{SAID}</p>",
        "answer_id": 5,
    },
    "hacker news": {
        "author": "ana",
        "comment_text": "The bearing is <i>worn</i>; order a new one.",
        "objectID": "42",
        "_tags": ["comment"],
    },
    "discourse": {"name": "", "username": "ana", "cooked": f"<p>{SAID}</p>", "topic_slug": "fan"},
    "youtube": {
        "kind": "youtube#commentThread",
        "snippet": {
            "videoId": "v1",
            "topLevelComment": {
                "snippet": {
                    "textDisplay": SAID.replace("worn", "<b>worn</b>"),
                    "textOriginal": SAID,
                    "authorDisplayName": "ana",
                    "authorChannelUrl": "http://www.youtube.com/@ana",
                }
            },
        },
    },
    "trello": {
        "type": "commentCard",
        "data": {"text": SAID, "card": {"name": "Fan"}},
        "memberCreator": {"fullName": "ana", "username": "a"},
    },
    "wordpress": {
        "author": 7,
        "author_name": "ana",
        "title": {"rendered": "Fan"},
        "content": {"rendered": f"<p>{SAID}</p>", "protected": False},
    },
    "zendesk": {
        "author": "ana",
        "body": SAID,
        "html_body": f"<p>{SAID}</p>",
        "plain_body": SAID,
        "public": True,
    },
    "freshdesk": {
        "user": "ana",
        "body": f"<div>{SAID}</div>",
        "body_text": SAID,
        "private": False,
    },
    "google business": {
        "reviewer": {"displayName": "ana"},
        "comment": SAID,
        "reviewReply": {"comment": "Thanks dear ana, come again."},
        "name": "accounts/1/locations/2/reviews/a",
    },
    "trustpilot": {
        "consumer": {"id": "c", "displayName": "ana"},
        "text": SAID,
        "companyReply": {"text": "Thanks dear ana, come again."},
    },
    "flickr": {"ownername": "ana", "description": {"_content": SAID}, "ispublic": 1},
    "twitter": {"text": SAID, "user": {"screen_name": "ana"}},
}


@pytest.mark.parametrize("service", RECORDS)
def test_what_a_service_nests_is_read_as_people_see_it(service: str, read_file: ReadFile) -> None:
    post = read_file(json.dumps([RECORDS[service]]), "a.json").only

    assert (post.text, post.author, post.url) == (SAID, "ana", None)


def test_a_title_of_wordpress_is_read_as_people_see_it(read_file: ReadFile) -> None:
    record = {"title": {"rendered": "Kiln &#038; <em>clay</em>, 1 < 2"}, "content": SAID}

    assert read_file(json.dumps([record]), "a.json").only.title == "Kiln & clay, 1 < 2"


@pytest.mark.parametrize(
    "row",
    [
        {"author": "Ana", "body": SAID, "description": "Order it on Monday morning, please."},
        {"author": "Ana", "comment": SAID, "message": "Order it on Monday morning, please."},
    ],
)
def test_texts_that_say_different_things_are_all_read(
    row: dict[str, str], read_file: ReadFile
) -> None:
    assert "Order it on Monday" in read_file(json.dumps([row]), "a.json").only.text


@pytest.mark.parametrize(
    "person",
    [
        {"owner": {"name": "Tom Boss", "email": "t@x.org"}},
        {"account": {"name": "Acme", "id": 3}},
        {"assignee": {"name": "Tom Boss"}},
        {"consumer": {"id": 3, "segment": "new"}},
        {"owner name": "Tom Boss"},
        {"user": {"id": 3, "type": "User"}},
    ],
)
def test_who_handles_a_post_or_bought_something_is_no_author(
    person: dict[str, object], read_file: ReadFile
) -> None:
    assert read_file(json.dumps([{"comment": SAID, **person}]), "a.json").only.author is None


@pytest.mark.parametrize(
    "said",
    [
        "Use `<p>` for a paragraph and `</p>` at its end.",
        "1 < 2 and <b>so</b> on.",
        "<details>\n\nWhat is **inside**\n\n</details>",
        '{"key": "value"} is what it prints.',
        "a <- b; c -> d",
    ],
)
def test_words_about_markup_stay(said: str, read_file: ReadFile) -> None:
    rows = [{"author": "Ana", "body": said}, {"author": "Ben", "body": "The loom is free now."}]

    assert read_file(json.dumps(rows), "a.json").posts[0].text == said


def test_markup_of_a_text_of_ours_stays_to_the_letter(read_file: ReadFile) -> None:
    assert read_file('{"text": "<p>So it is.</p>"}', "a.jsonl").only.text == "<p>So it is.</p>"


def test_comments_of_youtube_takeout_lose_their_json(read_file: ReadFile) -> None:
    rows = (
        "Comment ID,Comment Create Timestamp,Comment Text\n"
        'U1,2025-05-12T14:33:00+00:00,"{""text"":""Thanks, "" },{""text"":""a good tip.""}"\n'
    )

    assert read_file(rows, "comments.csv").only.text == "Thanks, a good tip."


@pytest.mark.parametrize("name", ["comments", "labels", "reactions"])
@pytest.mark.parametrize("form", ["lone", "listed", "line"])
def test_lists_that_belong_to_a_post_do_not_hide_it(
    name: str, form: str, read_file: ReadFile
) -> None:
    record = {"title": "Fan", "body": SAID, name: [{"id": 1, "body": "Fixed."}]}
    content = json.dumps([record] if form == "listed" else record, indent=None if form else 1)
    found = read_file(content, "a.jsonl" if form == "line" else "a.json")

    assert (found.only.text, found.only.title) == (SAID, "Fan")


def test_a_note_of_keep_is_read_with_its_labels(read_file: ReadFile) -> None:
    note = {"textContent": SAID, "title": "Fan", "labels": [{"name": "space"}]}

    assert read_file(json.dumps(note), "a.json").only.text == SAID


def test_a_column_that_is_given_is_that_of_the_list_and_not_of_what_is_around_it(
    tmp_path: Path,
) -> None:
    board = {"name": "Makerspace", "desc": "Our board", "cards": [{"name": "Fan", "desc": SAID}]}
    board["actions"] = [{"type": "updateCard", "date": "2025-05-12"}]
    path = tmp_path / "board.json"
    path.write_text(json.dumps(board))

    [source] = sources([str(path)], columns=GivenColumns((("text", "desc"),)))
    assert not isinstance(source, Exception)
    [post] = source.posts()
    assert isinstance(post, Post)
    assert (post.text, post.title, post.author) == (SAID, "Fan", None)
