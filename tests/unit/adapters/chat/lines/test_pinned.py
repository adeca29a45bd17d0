from __future__ import annotations

from adapters.chat.lines.pinned import pinned_lines
from adapters.chat.wording import ENGLISH
from adapters.markup.styled import title_words
from bot.questions.pinned import PinnedAnswer
from tests.fakes.index.posts import post


def test_a_pinned_message_is_called_without_the_marks_of_its_styles() -> None:
    code = post("Run **now**: ```sh kiln --reset --force``` and wait.", source="discord", name="1")
    pinned = PinnedAnswer("1", "how do I reset it?", code.id, "", "")
    lines = pinned_lines(
        [pinned], {code.id: code}, frozenset({code.audience}), ENGLISH,
        show_date=str, escaped=str, called=title_words, menu="Pin",
    )  # fmt: skip
    assert lines[1].startswith(
        "1. “how do I reset it?” – Run now: sh kiln --reset --force and wait"
    )
