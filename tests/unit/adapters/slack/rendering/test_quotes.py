"""A quote looks in Slack as its message did, and nothing is read into it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as some

from adapters.chat.quotes import Credit, Quote
from adapters.slack.rendering.quotes import quotation
from index.text.parts.spoilers import COVER, covered
from tests.fakes.slack.api.blocks import check_message

if TYPE_CHECKING:
    from adapters.markup.styled import Markup

NOBODY = Credit("Ada", None, "", "#square", "post", None)


def shown(text: str, markup: Markup) -> list[dict[str, Any]]:
    spans = covered(text, "discord:1") if markup == "discord" else ()
    block = quotation(Quote(1, text, NOBODY, post_id=f"{markup}:1", covered=spans), 2000)
    check_message([block])
    return list(block["elements"])


def words(text: str, *style: str) -> dict[str, Any]:
    return {"type": "text", "text": text} | ({"style": dict.fromkeys(style, True)} if style else {})


def test_slack_s_styles_and_emoji_are_shown() -> None:
    (quoted,) = shown("*a _b_* `c` ~d~ :tada:", "slack")
    assert quoted == {
        "type": "rich_text_quote",
        "elements": [
            words("a ", "bold"), words("b", "bold", "italic"), words(" "), words("c", "code"),
            words(" "), words("d", "strike"), words(" "), {"type": "emoji", "name": "tada"},
        ],
    }  # fmt: skip


def test_code_of_several_lines_stands_by_itself() -> None:
    before, code, after = shown("so:\n```x = 1\ny```\nthat", "slack")
    assert code == {"type": "rich_text_preformatted", "elements": [words("x = 1\ny")]}
    assert (before["elements"], after["elements"]) == ([words("so:\n")], [words("\nthat")])


def test_what_discord_covers_slack_cannot_uncover() -> None:
    (quoted,) = shown("It is ||under the **mat**||, __he__ said.", "discord")
    assert [each["text"] for each in quoted["elements"]] == [
        "It is ", COVER, ", ", "he", " said."
    ]  # fmt: skip


def test_marks_of_no_chat_are_themselves() -> None:
    assert shown("*a* <!channel> ||b||", "")[0]["elements"] == [words("*a* <!channel> ||b||")]


@given(some.text(some.sampled_from("*_~`|:ab \n\x00")), some.sampled_from(["discord", "slack", ""]))
def test_slack_takes_every_quote(text: str, markup: Markup) -> None:
    assert shown(text, markup)
