from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.search.empty_posts import FEW, SHORT, empty_among
from index.search.fusion import Joined
from index.search.reply_placement import FoundPost
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from index.posts import Post

ASKED = "How do I restart the lamp of the jetty?"


def is_empty(one: Post) -> bool:
    return bool(empty_among(ASKED, [FoundPost(one, Joined(0, 0.5, 0.4, 0.2, 0.4), [])]))


@pytest.mark.parametrize(
    "text",
    [
        "Ben: thanks!",
        "!lamp",
        "!lamp | Ada",
        "the jetty lamp",
        "restarting lamps",
        "I want to restart the lamp, too.",
        "I still can't restart that lamp.",
        "I'm having trouble with the lamp of the jetty",
        "Je n'arrive pas à redémarrer la lampe.",
        "No consigo reiniciar la lámpara.",
        "Ich möchte die Lampe neu starten.",
    ],
)
def test_who_calls_a_bot_repeats_the_subject_or_has_the_same_trouble_tells_nothing(
    text: str,
) -> None:
    assert is_empty(post(text))


@pytest.mark.parametrize(
    "text",
    [
        "Press the red switch of the lamp.",
        "The lamp of the jetty restarts by itself at dusk.",
        "Ben: under the jetty",
        "I restart the lamp with the red switch.",
        "Ich drücke den roten Schalter der Lampe.",
    ],
)
def test_what_says_more_than_the_question_may_answer_it(text: str) -> None:
    assert not is_empty(post(text))


def test_a_reply_a_long_post_or_one_with_a_title_is_never_taken_for_its_writer_s_trouble() -> None:
    wish = "I want to restart the lamp."
    assert is_empty(post(wish))
    assert not is_empty(post(wish, parent="2"))
    assert not is_empty(post(wish, title="The jetty"))
    assert not is_empty(post(wish + " Press the switch." * SHORT))
    assert not is_empty(post("jetty lamp " * FEW))
