from __future__ import annotations

import pytest

from adapters.chat.hearing import asks_something, intent_for, is_to_others

OURS = {"U0", "7"}


@pytest.mark.parametrize(
    "text",
    ["<@U1> when?", " <@!8> when?", "<@U1|ben> when?", "what do you think, <@U1>?",
     "<!here> when?", "@everyone when is lunch?", "<@&9> when?", "<!subteam^S1> when?"],
)  # fmt: skip
def test_a_first_mention_or_a_last_one_after_a_comma_addresses_somebody(text: str) -> None:
    assert is_to_others(text, OURS)
    assert intent_for(text, text, is_direct=False, ours=OURS) == "nothing"


@pytest.mark.parametrize(
    "text",
    ["<@U0> when?", "<@7> when?", "who replaced <@U1>?", "what did <@U1> say?", "<#C1> when?"],
)
def test_whoever_is_only_named_is_not_addressed(text: str) -> None:
    assert not is_to_others(text, OURS)


@pytest.mark.parametrize("text", ["👍", ":+1:", ":tada: :tada:", "<:dough:42>", "<a:dance:42>"])
def test_emoji_say_nothing_whatever_they_are_called(text: str) -> None:
    assert intent_for(text, text, is_direct=False) == "nothing"


@pytest.mark.parametrize("words", ["", " ", "hi", "?"])
def test_who_calls_us_and_says_nothing_is_told_how_to_ask(words: str) -> None:
    assert intent_for(f"<@U0> {words}", words, is_direct=True, ours=OURS) == "help"


@pytest.mark.parametrize("words", ["thanks", ":+1:", "👍", "good bot", "nice work!", "that helped"])
def test_who_thanks_us_hears_nothing_and_is_told_how_to_ask_only_by_a_command(words: str) -> None:
    assert intent_for(f"<@U0> {words}", words, is_direct=True, ours=OURS) == "nothing"
    assert not asks_something(words)
