from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from adapters.sources.messengers import mattermost
from index.posts import Post
from tests.fakes.archives import unpacked, zipped

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import ReadPaths


def line(kind: str, **content: Any) -> str:
    return json.dumps({"type": kind, kind: content})


def post(user: str, message: str, at: int = 0, **fields: Any) -> dict[str, Any]:
    return {"user": user, "message": message, "create_at": 1770019200000 + at, **fields}


def posted(user: str, message: str, at: int, channel: str = "keel", **fields: Any) -> str:
    return line("post", team="yard", channel=channel, **post(user, message, at, **fields))


LINES = [
    json.dumps({"type": "version", "version": 1}),
    line("team", name="yard", display_name="Yard", type="O"),
    line("channel", team="yard", name="keel", display_name="Keel", type="O"),
    line("channel", team="yard", name="wages", display_name="Wages", type="P"),
    line("user", username="ilse", nickname="Ilse", email="i@example.org"),
    line("user", username="per", first_name="Per", last_name="O.", email="p@example.org"),
    line("bot", username="robot", owner="ilse"),
    posted("ilse", "The keel is oak.", 1, edit_at=5, attachments=[{"path": "a/1.png"}],
           replies=[post("per", "Elm.", 2), post("robot", "Beep.", 3), post("per", "", 4)]),
    posted("per", "Nine.", 5, channel="wages"),
    posted("per", "Nine, I said.", 9, delete_at=1770019200099),
    posted("ilse", "ilse joined", 6, type="system_join_channel"),
    posted("ilse", "Low tide.", 7, props={"from_webhook": "true", "override_username": "Tides"}),
    line("direct_channel", members=["ilse", "per"]),
    line("direct_post", channel_members=["ilse", "per"], **post("ilse", "Psst.", 8)),
    line("hologram", name="x"),
]  # fmt: skip
EXPORT = "\n".join(LINES).encode()


@pytest.mark.parametrize("packed", [True, False])
def test_a_post_is_a_post_and_a_reply_belongs_to_it(
    packed: bool, tmp_path: Path, read_paths: ReadPaths
) -> None:
    files = {"import.jsonl": EXPORT, "data/a/1.png": b"\x89PNG"}
    place = zipped(tmp_path / "e.zip", files) if packed else unpacked(tmp_path / "e", files)
    found = read_paths(place)

    assert found.errors == []
    root, reply, private, named = found.posts
    assert root == Post(
        id="mattermost:yard/keel/1770019200001-ilse",
        source="#Keel",
        text="The keel is oak.",
        author="Ilse",
        posted_at=datetime.fromtimestamp(1770019200.001, UTC),
        author_id="mattermost:ilse",
    )
    assert (reply.author, reply.text, reply.parent_id) == ("Per O.", "Elm.", root.id)
    assert (private.text, private.audience) == ("Nine.", "mattermost:yard/wages")
    assert (named.author, named.author_id) == ("Tides", None)
    assert found.left_out == {
        "attachments": 1, "bot_messages": 1, "wordless": 1, "notices": 1, "direct_messages": 1,
        "deleted_messages": 1,
        "unknown_fields:Mattermost 5.0 to 11, bulk export version 1: 'hologram'": 1,
    }  # fmt: skip


def test_a_line_that_is_broken_costs_that_line(tmp_path: Path, read_paths: ReadPaths) -> None:
    broken = "\n".join([*LINES[:7], LINES[7][:-3], LINES[8]]).encode()
    found = read_paths(unpacked(tmp_path / "e", {"import.jsonl": broken}))

    assert [post.text for post in found.posts] == ["Nine."]
    assert (found.error.line, found.error.problem) == (
        8, "this line is not valid JSON: get the export again, or leave the line out",
    )  # fmt: skip


def test_after_many_broken_lines_the_rest_is_left_out(
    tmp_path: Path, read_paths: ReadPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mattermost, "MOST_REFUSED", 3)
    data = "\n".join([LINES[0], *["{"] * 9, *LINES[1:]]).encode()
    errors = read_paths(unpacked(tmp_path / "m", {"import.jsonl": data})).errors
    assert len(errors) == 4
    assert "3" in errors[-1].problem


def _more(tmp_path: Path, read_paths: ReadPaths, line: str) -> tuple[list[Post], dict[str, int]]:
    """Return what one more line of an export brings."""
    before = read_paths(unpacked(tmp_path / "a", {"import.jsonl": EXPORT}))
    files = {"import.jsonl": EXPORT + b"\n" + line.encode()}
    found = read_paths(unpacked(tmp_path / "e", files))
    return found.posts[len(before.posts) :], dict(found.left_out - before.left_out)


@pytest.mark.parametrize("name", ["pretext", "author_name", "title", "text", "footer", "fallback"])
def test_what_an_app_attached_to_a_person_s_message_is_counted_and_not_theirs(
    name: str, tmp_path: Path, read_paths: ReadPaths
) -> None:
    attached = {name: "High water.", "fields": FIELDS}
    said = posted("ilse", "Look at the tide.", 10, props={"attachments": [attached]})
    posts, left_out = _more(tmp_path, read_paths, said)

    assert [(post.author, post.text) for post in posts] == [("Ilse", "Look at the tide.")]
    assert left_out == {"other_records": 1}


HOOK = {"from_webhook": "true", "override_username": "Tides"}
FIELDS = [{"title": "Gauge", "value": "3 m"}, {"title": "Boats", "value": 4, "short": True}]


@pytest.mark.parametrize(
    ("message", "attached", "text"),
    [
        ("", {"title": "High water", "text": "At nine.", "fallback": "High"},
         "High water\n\nAt nine."),
        ("", {"fallback": "High water."}, "High water."),
        ("Today:", {"pretext": "Mind:", "fields": FIELDS, "footer": "Yard"},
         "Today:\n\nMind:\n\nGauge: 3 m\n\nBoats: 4\n\nYard"),
    ],
)  # fmt: skip
def test_what_a_webhook_attached_is_its_own_words(
    message: str, attached: dict[str, Any], text: str, tmp_path: Path, read_paths: ReadPaths
) -> None:
    said = posted("ilse", message, 10, props={**HOOK, "attachments": [attached]})
    posts, left_out = _more(tmp_path, read_paths, said)
    assert [(post.author, post.text, post.author_id) for post in posts] == [("Tides", text, None)]
    assert left_out == {}


def test_an_attachment_without_a_word_is_none(tmp_path: Path, read_paths: ReadPaths) -> None:
    attached = [{"image_url": "https://a.example/a.png"}, {"text": " "}]
    said = posted("ilse", "", 10, props={**HOOK, "attachments": attached})
    assert _more(tmp_path, read_paths, said) == ([], {"wordless": 1})


def test_what_a_nameless_webhook_or_a_bot_attached_stays_an_app_s(
    tmp_path: Path, read_paths: ReadPaths
) -> None:
    attached = {"attachments": [{"text": "High water."}]}
    said = [posted("robot", "", 10, props=attached),
            posted("ilse", "", 11, props={**attached, "from_webhook": "true"})]  # fmt: skip
    assert _more(tmp_path, read_paths, "\n".join(said)) == ([], {"bot_messages": 2})
