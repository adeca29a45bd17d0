"""Why a channel cannot be read is told in the reader's words, with what helps."""

import pytest

from adapters.chat.error_text import noted, recalled, sentence
from adapters.chat.wording import ENGLISH, FRENCH, GERMAN, SPANISH, Wording
from bot.errors import ChannelClosed

CODES = [
    "Slack: not_in_channel", "Slack: channel_not_found", "Slack: missing_scope",
    "Slack: token_revoked", "Slack: access_denied", "Missing Access", "Missing Permissions",
    "Unknown Channel",
]  # fmt: skip

in_each_language = pytest.mark.parametrize(
    "wording", [ENGLISH, FRENCH, GERMAN, SPANISH], ids=lambda each: each.language
)


@in_each_language
@pytest.mark.parametrize("code", CODES)
def test_a_code_of_the_platform_is_no_reason_that_is_told(wording: Wording, code: str) -> None:
    bare = code.removeprefix("Slack: ")
    closed = ChannelClosed("Slack", bare)
    for said in (
        recalled(code, wording), recalled(code, wording, is_reason=True),
        recalled(noted(closed), wording), sentence(closed, wording),
    ):  # fmt: skip
        assert said
        assert bare not in said


@in_each_language
def test_what_ends_only_by_somebody_s_doing_comes_with_what_to_do(wording: Wording) -> None:
    assert "/posts unwatch" in recalled("Missing Access", wording)
    assert "/posts unwatch" in recalled("Slack: not_in_channel", wording)
    assert "pullquote check" in recalled("Slack: missing_scope", wording)
    assert "unwatch" not in recalled("Missing Access", wording, is_reason=True)


@in_each_language
@pytest.mark.parametrize("word", ["ratelimited", "TimeoutError", "503 Service Unavailable"])
def test_what_passes_is_named_and_nobody_is_told_to_let_us_in(wording: Wording, word: str) -> None:
    said = recalled(f"Slack: {word}", wording)
    assert word in said
    assert said != word
    assert "unwatch" not in said


@in_each_language
def test_nothing_remembered_is_nothing_told(wording: Wording) -> None:
    assert recalled("", wording) == recalled("", wording, is_reason=True) == ""
