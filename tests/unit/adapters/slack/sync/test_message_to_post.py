from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from adapters.slack.access.directory import NOBODY, Conversation, conversation_of, person_of
from adapters.slack.api.workspaces import Workspace
from adapters.slack.ids import channel_id, post_id, team_and_channel
from adapters.slack.payloads import Message, parse_message
from adapters.slack.sync.message_to_post import to_posts

if TYPE_CHECKING:
    from adapters.markup.others_words import LeftOut
    from index.posts import Post

WORKSPACE = Workspace("T1", "Orchard", "UBOT", "", None, "https://orchard.slack.com/")  # type: ignore[arg-type]
GENERAL = Conversation("C1", "general", is_private=False, has_outsiders=False, is_joined=True)


def said(**more: Any) -> Message:
    """What somebody wrote, as it arrives."""
    event = {"ts": "1712345678.000100", "user": "U1", "text": "Ask <@U2> in <#C2> &amp; wait."}
    message = parse_message(event | more, "T1", "C1")
    assert message is not None
    return message


def only(found: list[Post] | LeftOut) -> Post:
    """The one post that a message is."""
    assert not isinstance(found, str)
    [post] = found
    return post


SAID = said()
PEOPLE = {"U1": "Ada", "U2": "Bob"}


def test_a_message_is_a_post_with_names_for_ids_and_a_link() -> None:
    post = only(to_posts(SAID, GENERAL, WORKSPACE, PEOPLE, {"C2": "news"}))
    assert post.id == "slack:T1/C1/1712345678.000100"
    assert post.text == "Ask @Bob in #news & wait."
    assert (post.author, post.author_id) == ("Ada", "slack:T1/U1")
    assert (post.source, post.audience) == ("#general", "slack:C1")
    assert post.url == "https://orchard.slack.com/archives/C1/p1712345678000100"
    assert post.posted_at == datetime(2024, 4, 5, 19, 34, 38, 100, tzinfo=UTC)
    assert post.parent_id is None


def test_a_reply_belongs_to_the_message_that_its_thread_began_with() -> None:
    reply = replace(SAID, thread_ts="1712345600.000001")
    post = only(to_posts(reply, GENERAL, WORKSPACE, PEOPLE, {}))
    assert post.parent_id == post_id("T1", "C1", "1712345600.000001")
    assert (post.url or "").endswith("?thread_ts=1712345600.000001&cid=C1")
    assert "#private-channel" in post.text


def test_whom_slack_does_not_show_has_no_name_but_that_of_the_message() -> None:
    hidden = {**PEOPLE, "U1": NOBODY}

    nameless = only(to_posts(SAID, GENERAL, WORKSPACE, hidden, {}))
    assert (nameless.author, nameless.author_id) == (None, "slack:T1/U1")
    named = said(user_profile={"display_name": "Ada B"})
    assert only(to_posts(named, GENERAL, WORKSPACE, hidden, {})).author == "Ada B"
    assert only(to_posts(named, GENERAL, WORKSPACE, PEOPLE, {})).author == "Ada"


def test_a_private_channel_s_posts_are_for_its_members() -> None:
    secret = replace(GENERAL, name="a:b", is_private=True)
    post = only(to_posts(SAID, secret, WORKSPACE, {}, {}))
    assert (post.audience, post.source, post.author) == ("slack:C1", "#a b", None)


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"bot_id": "B1"}, "bot_messages"),
        ({"text": " "}, "wordless"),
        ({"text": "<@UBOT> when?"}, []),
        ({"user": "UBOT"}, []),
    ],
)
def test_programs_empty_messages_and_questions_to_us_are_no_posts(
    more: dict[str, Any], why: object
) -> None:
    assert to_posts(said(**more), GENERAL, WORKSPACE, PEOPLE, {}) == why


def test_where_apps_are_wanted_what_one_says_stands_under_its_own_name() -> None:
    alert = {"fallback": "Alert", "title": "Disk full", "fields": [{"title": "Host", "value": "a"}]}
    message = said(
        subtype="bot_message",
        bot_id="B1",
        username="Grafana",
        user="",
        text="",
        attachments=[alert],
    )
    post = only(to_posts(message, GENERAL, WORKSPACE, PEOPLE, {}, takes_apps=True))
    assert (post.author, post.author_id) == ("Grafana", None)
    assert post.text == "Disk full\n\nHost: a"


def test_a_remembered_channel_leads_back_to_itself() -> None:
    assert team_and_channel(channel_id("T1", "C1")) == ("T1", "C1")


@pytest.mark.parametrize(
    ("user", "is_member", "is_admin"),
    [
        ({"is_admin": True}, True, True),
        ({"is_owner": True, "team_id": "T1"}, True, True),
        ({}, True, False),
        ({"is_restricted": True, "is_admin": True}, False, False),
        ({"is_ultra_restricted": True}, False, False),
        ({"is_stranger": True}, False, False),
        ({"team_id": "T2"}, False, False),
        ({"deleted": True}, False, False),
    ],
)
def test_only_full_members_are_members_and_only_they_can_be_admins(
    user: dict[str, Any], is_member: bool, is_admin: bool
) -> None:
    person = person_of({"id": "U1", **user}, "T1")
    assert (person.is_member, person.is_admin, person.name) == (is_member, is_admin, "somebody")


def test_the_name_that_people_chose_is_shown() -> None:
    profile = {"display_name": "", "real_name": "Ada Lovelace"}
    assert person_of({"id": "U1", "name": "ada", "profile": profile}, "T1").name == "Ada Lovelace"
    assert person_of({"id": "U1", "name": "ada"}, "T1").name == "ada"


@pytest.mark.parametrize(
    ("channel", "is_private", "has_outsiders"),
    [
        ({}, False, False),
        ({"is_private": True}, True, False),
        ({"is_mpim": True}, True, False),
        ({"is_ext_shared": True}, False, True),
        ({"is_org_shared": True}, False, True),
        ({"is_pending_ext_shared": True}, False, True),
    ],
)
def test_a_channel_s_kind_is_known(
    channel: dict[str, Any], is_private: bool, has_outsiders: bool
) -> None:
    conversation = conversation_of({"id": "C1", **channel})
    assert (conversation.is_private, conversation.has_outsiders) == (is_private, has_outsiders)


@pytest.mark.parametrize("topic", ["bread 🚫", ":no_entry_sign:"])
def test_a_sign_in_its_topic_closes_a_channel(topic: str) -> None:
    assert conversation_of({"id": "C1", "topic": {"value": topic}}).is_closed
