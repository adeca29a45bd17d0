"""Rich text beside a text: mostly it says the same, and where it does not it is what is shown."""

from __future__ import annotations

from typing import Any

import pytest

from adapters.markup.slack_message import said_by, shown


def rich(*elements: dict[str, Any], kind: str = "rich_text_section") -> dict[str, Any]:
    return {"type": "rich_text", "elements": [{"type": kind, "elements": [*elements]}]}


def plain(text: str, **style: Any) -> dict[str, Any]:
    return {"type": "text", "text": text, **style}


def own(text: str, *blocks: dict[str, Any]) -> tuple[str, ...]:
    return shown(said_by({"text": text, "blocks": [*blocks]}), {"U1": "Ada"}, {"C1": "news"}).own


def test_rich_text_that_says_something_else_stands_with_the_text() -> None:
    assert own("A summary", rich(plain("What I wrote"))) == ("A summary\n\nWhat I wrote",)
    assert own("I do not like oak", rich(plain("I like oak."))) == (
        "I do not like oak\n\nI like oak.",
    )


def test_a_text_that_only_begins_what_rich_text_says_is_not_said_twice() -> None:
    assert own("We step the", rich(plain("We step the mast first."))) == (
        "We step the mast first.",
    )


@pytest.mark.parametrize(
    ("text", "elements"),
    [
        ("Ask <@U1|ada> in <#C1|news> &amp; be *quick*", [
            plain("Ask "), {"type": "user", "user_id": "U1"}, plain(" in "),
            {"type": "channel", "channel_id": "C1"}, plain(" & be "),
            plain("quick", style={"bold": True})]),
        ("See <https://a.example/1|the plan> :wave::skin-tone-2:", [
            plain("See "), {"type": "link", "url": "https://a.example/1", "text": "the plan"},
            plain(" "), {"type": "emoji", "name": "wave", "skin_tone": 2}]),
        ("<!subteam^S1|@crew> <!here|here> <!date^9^{date}|today>", [
            {"type": "usergroup", "usergroup_id": "S1"}, plain(" "),
            {"type": "broadcast", "range": "here"}, plain(" "),
            {"type": "date", "timestamp": 9, "format": "{date}", "fallback": "today"}]),
        ("a*b*c &lt;d&gt;", [plain("a"), plain("b", style={"bold": True}), plain("c <d>")]),
    ],
)  # fmt: skip
def test_rich_text_that_says_the_same_is_not_said_twice(
    text: str, elements: list[dict[str, Any]]
) -> None:
    alone = shown(said_by({"text": text}), {"U1": "Ada"}, {"C1": "news"}).own
    assert own(text, rich(*elements)) == alone


def test_rich_text_is_no_markup_and_its_quotes_keep_their_mark() -> None:
    assert own("", rich(plain("&lt; is <@U1>"))) == ("&lt; is <@U1>",)
    assert own("", rich(plain("One.\nTwo."), kind="rich_text_quote")) == ("> One.\n> Two.",)


def test_a_forwarded_message_s_rich_text_stands_with_its_text() -> None:
    blocks = [{"message": {"blocks": [rich(plain("What Ben wrote"))]}}]
    for text, wanted in (("Sum", "Sum\n\nWhat Ben wrote"), ("What *Ben* wrote", "What *Ben* wrote"),
                         ("", "What Ben wrote")):  # fmt: skip
        shared = {"is_share": True, "text": text, "message_blocks": blocks}
        (found,) = said_by({"attachments": [shared]}).enclosures
        assert found.text == wanted


def test_the_blocks_of_a_message_within_are_of_whom_it_is_and_not_of_who_shared_it() -> None:
    blocks = [{"message": {"blocks": [rich(plain("What Ben wrote"))]}}]
    attached = {"author_name": "Ben", "fallback": "Ben", "message_blocks": blocks}
    said = said_by({"text": "Look!", "attachments": [attached]})

    assert said.own == ("Look!",)
    [found] = said.enclosures
    assert (found.part, found.author, found.text) == ("forwarded", "Ben", "What Ben wrote")
