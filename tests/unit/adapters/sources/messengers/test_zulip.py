from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from index.posts import Post
from tests.fakes.archives import as_json, tarred

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import Found, ReadPaths

REALM = {
    "zerver_realm": [{"id": 2, "string_id": "yard", "name": "Boat Yard"}],
    "zerver_userprofile": [
        {"id": 81, "full_name": "Ilse K.", "is_bot": False},
        {"id": 83, "full_name": "Robot", "is_bot": True},
    ],
    "zerver_userprofile_mirrordummy": [{"id": 82, "full_name": "Per", "is_bot": False}],
    "zerver_userprofile_crossrealm": [{"id": 4, "email": "notification-bot@zulip.com"}],
    "zerver_stream": [
        {"id": 7, "name": "keel", "invite_only": False},
        {"id": 8, "name": "wages", "invite_only": True},
    ],
    "zerver_recipient": [
        {"id": 70, "type": 2, "type_id": 7}, {"id": 80, "type": 2, "type_id": 8},
        {"id": 10, "type": 1, "type_id": 81},
    ],
}  # fmt: skip


def message(id_: int, text: str, **fields: Any) -> dict[str, Any]:
    return {
        "id": id_, "sender": 81, "recipient": 70, "subject": "wood", "content": text,
        "rendered_content": f"<p>{text}</p>", "date_sent": 1770019200.5, "last_edit_time": None,
        "has_attachment": False, **fields,
    }  # fmt: skip


QUOTED = (
    '<p><span class="user-mention">@Ilse K.</span> <a href="#">said</a>:</p>'
    "<blockquote><p>The keel is oak.</p></blockquote><p>Elm.</p>"
)
FILES = {
    "realm.json": as_json(REALM),
    "messages-000001.json": as_json({"zerver_message": [message(1, "The keel is oak.")]}),
    "messages-000002.json": as_json({"zerver_message": [
        message(2, "x", sender=82, rendered_content=QUOTED),
        message(3, "Nine.", recipient=80, rendered_content=None),
        message(4, "Psst.", recipient=10),
        message(5, "Beep.", sender=83),
        message(6, "Ilse renamed this.", sender=4),
        message(7, "[a.png](/user_uploads/2/a.png)", has_attachment=True),
    ]}),
    "attachment.json": as_json({"zerver_attachment": []}),
    "uploads/records.json": b"[]",
}  # fmt: skip


@pytest.fixture
def found(tmp_path: Path, read_paths: ReadPaths) -> Found:
    return read_paths(tarred(tmp_path / "zulip-export-1.tar.gz", FILES, "zulip-export-1/"))


def test_a_message_in_a_channel_is_a_post_with_its_topic_as_title(found: Found) -> None:
    assert found.errors == []
    assert found.posts[0] == Post(
        id="zulip:1",
        source="#keel",
        title="wood",
        text="The keel is oak.",
        author="Ilse K.",
        posted_at=datetime.fromtimestamp(1770019200.5, UTC),
        author_id="zulip:81",
    )


def test_what_it_quotes_of_others_is_not_its_authors(found: Found) -> None:
    assert (found.posts[1].author, found.posts[1].text) == ("Per", "Elm.")


def test_a_private_channel_is_for_its_readers(found: Found) -> None:
    assert (found.posts[2].text, found.posts[2].audience) == ("Nine.", "zulip:8")


def test_what_is_no_post_is_counted(found: Found) -> None:
    assert len(found.posts) == 4
    assert found.left_out == {
        "quotes": 1,
        "direct_messages": 1,
        "bot_messages": 2,
        "attachments": 1,
    }


EMBED = (
    '<div class="message_embed"><a class="message_embed_image" href="https://a.example/p"></a>'
    '<div class="data-container"><div class="message_embed_title"><a href="https://a.example/p">'
    'Spruce</a></div><div class="message_embed_description">Says the page.</div></div></div>'
)
TWEET = '<div class="inline-preview-twitter"><div class="twitter-tweet"><p>By Cy.</p></div></div>'
VIDEO = (
    '<div class="youtube-video message_inline_image"><a href="https://a.example/p"><img></a></div>'
)


def read_one(tmp_path: Path, read_paths: ReadPaths, html: str, typed: str) -> Found:
    said = message(1, typed, rendered_content=html)
    files = {"realm.json": as_json(REALM), "messages-000001.json": as_json(
        {"zerver_message": [said]})}  # fmt: skip
    return read_paths(tarred(tmp_path / "export.tar.gz", files, "export/"))


@pytest.mark.parametrize(
    ("preview", "count"), [(EMBED, 1), (TWEET, 1), (EMBED + TWEET, 2), (VIDEO, 0)]
)
def test_what_a_link_unfolds_to_is_not_its_authors(
    preview: str, count: int, tmp_path: Path, read_paths: ReadPaths
) -> None:
    html = f'<p>See <a href="https://a.example/p">https://a.example/p</a></p>{preview}'
    found = read_one(tmp_path, read_paths, html, "See https://a.example/p")
    assert [post.text for post in found.posts] == ["See https://a.example/p"]
    assert found.left_out["link_previews"] == count


@pytest.mark.parametrize(
    ("html", "typed", "shown"),
    [
        ('<a href="https://a.example/p">YouTube - Oiling</a>', "https://a.example/p",
         "https://a.example/p"),
        ('<a href="https://a.example/p">the <em>page</em></a>.', "[the *page*](https://a.example/p).",
         "the page (https://a.example/p)."),
        ('<a href="https://a.example/p">page</a>', "[page](https://a.example/p)",
         "page (https://a.example/p)"),
        ('<a href="https://bugs.example/7">#7</a>', "#7", "#7"),
        ('<a class="stream" href="/#narrow/7">#keel</a>', "#**keel**", "#keel"),
    ],
)  # fmt: skip
def test_a_link_is_shown_as_it_was_typed(
    html: str, typed: str, shown: str, tmp_path: Path, read_paths: ReadPaths
) -> None:
    found = read_one(tmp_path, read_paths, f"<p>{html}</p>", typed)
    assert [post.text for post in found.posts] == [shown]


def test_code_and_what_is_covered_are_its_authors(tmp_path: Path, read_paths: ReadPaths) -> None:
    html = (
        '<div class="codehilite zulip-code-block"><pre>a = 1</pre></div><div class="spoiler-block">'
        '<div class="spoiler-header"><p>Guess</p></div><div class="spoiler-content"><p>Elm.</p>'
        f"{EMBED}</div></div>"
    )
    found = read_one(tmp_path, read_paths, html, "x")
    assert [post.text for post in found.posts] == ["a = 1\n\nGuess\n\nElm."]


def test_a_new_field_is_named_in_a_message_without_a_word_too(
    tmp_path: Path, read_paths: ReadPaths
) -> None:
    said = message(1, "", rendered_content="<p></p>", fresh={"text": "Said anew."})
    files = {"realm.json": as_json(REALM), "messages-000001.json": as_json(
        {"zerver_message": [said]})}  # fmt: skip
    found = read_paths(tarred(tmp_path / "export.tar.gz", files, "export/"))
    assert found.left_out == {"wordless": 1, "unknown_fields:Zulip 2 to 11: 'fresh'": 1}
