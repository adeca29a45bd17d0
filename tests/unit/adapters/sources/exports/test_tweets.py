from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.sources.exports import tweets as tweets_module
from adapters.sources.exports import twitter
from tests.fakes.archives import unpacked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import Found, ReadPaths

    Read = Callable[..., Found]

MORE = "and what it costs to keep the old ferry afloat through another winter of ice and wind. "
OPENING = "How we log the tide by hand, " + 3 * MORE
SHOWN = OPENING.strip() + "…"
MARCH = "Mon Mar 02 08:00:05 +0000 2026"
LATER = "Mon Mar 02 08:01:05 +0000 2026"


def tweet(id_: str, text: str, created_at: str = MARCH, **more: Any) -> dict[str, Any]:
    return {"tweet": {"id_str": id_, "full_text": text, "created_at": created_at, **more}}


def note(id_: str, text: str, minute: int = 0, **links: str) -> dict[str, Any]:
    urls = [{"shortUrl": f"https://t.co/{k}", "expandedUrl": v} for k, v in links.items()]
    moment = f"2026-03-02T08:{minute:02}:05.000Z"
    core = {"text": text, "urls": urls}
    return {"noteTweet": {"noteTweetId": id_, "createdAt": moment, "core": core}}


def edited(*ids: str, first: bool = False) -> dict[str, Any]:
    control = {"editTweetIds": [*ids]}
    if first:
        return {"initial": control}
    return {"edit": {"initialTweetId": ids[0], "editControlInitial": control}}


@pytest.fixture
def read(tmp_path: Path, read_paths: ReadPaths) -> Read:
    """Write an archive of an account, file by file, and read it."""

    def written(**files: list[dict[str, Any]]) -> Found:
        named = {name.replace("_", "-"): records for name, records in files.items()}
        data = {
            f"data/{name}.js": f"window.YTD.{name}.part0 = {json.dumps(records)}".encode()
            for name, records in {"tweets": [], **named}.items()
        }
        return read_paths(unpacked(tmp_path / "x", data))

    return written


def texts(found: Found) -> dict[str, str]:
    assert found.errors == []
    return {post.id: post.text for post in found.posts}


def test_two_long_tweets_with_one_opening_keep_each_its_own_end(read: Read) -> None:
    tweets = [tweet("1", SHOWN), tweet("2", SHOWN, LATER)]
    notes = [note("8", OPENING + "The later end.", 1), note("9", OPENING + "The earlier end.")]
    said = texts(read(tweets=tweets, note_tweet=notes))
    assert said["x:1"].endswith("The earlier end.")
    assert said["x:2"].endswith("The later end.")


def test_long_tweets_of_one_second_are_told_apart_by_what_they_show(read: Read) -> None:
    tweets = [tweet("1", SHOWN), tweet("2", f"Again: {SHOWN}"), tweet("3", "How we log?")]
    notes = [note("8", f"Again: {OPENING}B."), note("9", f"{OPENING}A.")]
    said = texts(read(tweets=tweets, note_tweet=notes))
    assert (said["x:1"][-2:], said["x:2"][-2:], said["x:3"]) == ("A.", "B.", "How we log?")


@pytest.mark.parametrize("end", ["... https://t.co/a https://t.co/b", "…https://t.co/a\n", "… \n"])
def test_how_a_long_tweet_breaks_off_says_nothing_of_its_note(read: Read, end: str) -> None:
    said = texts(read(tweets=[tweet("1", OPENING.strip() + end)], note_tweet=[
        note("8", f"{OPENING}A."), note("9", f"Again: {OPENING}B."),
    ]))  # fmt: skip
    assert said["x:1"][-2:] == "A."


def test_of_very_many_notes_that_begin_alike_none_is_guessed(read: Read) -> None:
    notes = [note(str(n), OPENING + f"End {n}.") for n in range(60)]
    found = read(tweets=[tweet("1", f"{OPENING}End 7…")], note_tweet=notes)
    assert texts(found) == {"x:1": f"{OPENING}End 7…"}
    assert found.left_out == {"lone_notes": 60}


def test_a_short_tweet_of_a_note_s_second_keeps_its_own_words(read: Read) -> None:
    found = read(tweets=[tweet("1", "How we log …")], note_tweet=[note("9", OPENING + "End.")])
    assert texts(found) == {"x:1": "How we log …"}
    assert found.left_out == {"lone_notes": 1}


def test_which_of_two_notes_with_one_opening_in_one_second_is_meant_is_not_guessed(
    read: Read,
) -> None:
    notes = [note("8", OPENING + "One end."), note("9", OPENING + "Another end.")]
    found = read(tweets=[tweet("1", SHOWN)], note_tweet=notes)
    assert texts(found) == {"x:1": SHOWN}
    assert found.left_out == {"lone_notes": 2}


def test_a_long_reply_and_one_that_begins_with_a_link_are_whole(read: Read) -> None:
    urls = [{"url": "https://t.co/aaa", "expanded_url": "https://tide.example/log"}]
    tweets = [
        tweet("1", f"@ben @zoe {SHOWN} https://t.co/self"),
        tweet("2", f"https://t.co/aaa {SHOWN}", LATER, entities={"urls": urls}),
    ]
    notes = [
        note("8", OPENING + "See https://t.co/ccc", ccc="https://tide.example/table"),
        note("9", f"https://t.co/bbb {OPENING}End.", 1, bbb="https://tide.example/log"),
    ]
    said = texts(read(tweets=tweets, note_tweet=notes))
    assert said["x:1"] == OPENING + "See https://tide.example/table"
    assert said["x:2"] == f"https://tide.example/log {OPENING}End."


def test_an_escaped_note_is_read_as_its_tweet_is(read: Read) -> None:
    shown = SHOWN.replace("ice and", "ice &amp;")
    whole = OPENING.replace("ice and", "ice &amp;")
    said = texts(read(tweets=[tweet("1", shown)], note_tweet=[note("9", whole + "End.")]))
    assert "ice & wind" in said["x:1"]
    assert said["x:1"].endswith("End.")


def test_a_short_link_is_not_taken_for_the_beginning_of_another(read: Read) -> None:
    urls = [
        {"url": "https://t.co/ab", "expanded_url": "https://one.example"},
        {"url": "https://t.co/abc", "expanded_url": "https://two.example"},
    ]
    found = read(tweets=[tweet("1", "https://t.co/abc https://t.co/ab", entities={"urls": urls})])
    assert texts(found) == {"x:1": "https://two.example https://one.example"}


@pytest.mark.parametrize("behind", ["を見て", "에서", "见", "é", "_", "。", ")", ""])
def test_a_short_link_ends_before_other_signs_than_those_of_its_own(
    read: Read, behind: str
) -> None:
    urls = [{"url": "https://t.co/aB1", "expanded_url": "https://one.example/a"}]
    tweets = [
        tweet("1", f"https://t.co/aB1{behind}", entities={"urls": urls}),
        tweet("2", f"{SHOWN} https://t.co/zz", LATER),
    ]
    notes = [note("n", f"{OPENING}https://t.co/aB2{behind}", 1, aB2="https://two.example/b")]
    found = read(tweets=tweets, note_tweet=notes)
    assert texts(found) == {
        "x:1": f"https://one.example/a{behind}",
        "x:2": f"{OPENING}https://two.example/b{behind}",
    }


def test_of_an_edited_tweet_only_the_last_version_stands(read: Read) -> None:
    tweets = [
        tweet("9", "First.", edit_info=edited("9", first=True)),
        tweet("11", "Third.", LATER, edit_info=edited("9", "10", "11")),
        tweet("10", "Second.", edit_info=edited("9", "10")),
        tweet("12", "An answer.", in_reply_to_status_id_str="9"),
        tweet("13", "Never edited.", edit_info=edited("13", first=True)),
    ]
    found = read(tweets=tweets)
    assert texts(found) == {"x:11": "Third.", "x:12": "An answer.", "x:13": "Never edited."}
    assert {post.id: post.parent_id for post in found.posts}["x:12"] == "x:11"
    assert found.left_out == {"old_versions": 2}


def test_a_version_whose_later_ones_are_not_in_the_archive_stands(read: Read) -> None:
    found = read(tweets=[tweet("9", "First.", edit_info=edited("9", "10", first=True))])
    assert texts(found) == {"x:9": "First."}


def test_what_was_posted_to_a_community_is_a_post(read: Read) -> None:
    assert texts(read(community_tweet=[tweet("7", "To the harbour people.")])) == {
        "x:7": "To the harbour people."
    }


def test_everything_is_a_post_or_left_out_by_name(read: Read) -> None:
    message = {"dmConversation": {"messages": [{"messageCreate": {"text": "a"}}] * 3}}
    picture = {"url": "https://t.co/p", "ext_alt_text": "A ferry."}
    tweets = [
        tweet("1", "RT @ben: Look."),
        tweet("2", "https://t.co/p", extended_entities={"media": [picture]}),
        tweet("", "Nameless."),
        tweet("4", "A post."),
    ]
    found = read(tweets=tweets, direct_messages=[message], deleted_tweets=[tweet("5", "Gone.")])
    assert texts(found) == {"x:4": "A post."}
    assert found.left_out == {
        "reposts": 1, "wordless": 1, "alt_texts": 1, "nameless": 1, "direct_messages": 3,
        "deleted": 1,
    }  # fmt: skip


TWEETS = st.lists(
    st.builds(
        tweet,
        st.text("123456789", max_size=3),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
        | st.sampled_from(["RT @ben: a", SHOWN, "\ud83d half"]),
        st.sampled_from([MARCH, LATER, "someday", ""]),
        edit_info=st.sampled_from([{}, edited("1", "2"), edited("3", "1", first=True)]),
    ),
    max_size=6,
    unique_by=lambda each: each["tweet"]["id_str"],
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TWEETS)
def test_every_tweet_is_a_post_refused_or_left_out(
    read: Read, tweets: list[dict[str, Any]]
) -> None:
    found = read(tweets=tweets)
    out = found.left_out.total()
    assert len(found.posts) + len(found.errors) + out == len(tweets)


def test_a_chain_of_versions_without_end_is_read_as_several(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tweets_module, "_MOST_VERSIONS", 5)
    chain = [tweet(str(n), f"Tide {n}", edit_info=edited(str(n), str(n + 1), first=True))
             for n in range(10, 30)]  # fmt: skip
    assert len(texts(read(tweets=chain))) == 4  # one of five each, where all were one


def test_a_long_text_is_that_of_few_tweets(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(twitter, "_MOST_USES", 2)
    said = texts(read(tweets=[tweet(str(n), SHOWN) for n in range(5)],
                      note_tweet=[note("9", f"{OPENING}A.")]))  # fmt: skip
    assert sum(text.endswith("A.") for text in said.values()) == 2


def test_an_address_without_end_stays_a_short_link(read: Read) -> None:
    link = {"url": "https://t.co/a", "expanded_url": "https://a.example/" + "b" * 9_000}
    said = texts(read(tweets=[tweet("1", "See https://t.co/a", entities={"urls": [link]})]))
    assert said == {"x:1": "See https://t.co/a"}
