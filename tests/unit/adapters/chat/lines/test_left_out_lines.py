"""What files hold of which no post is made is told in the reader's language, with what helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from adapters.chat.lines.progress import left_out_lines
from adapters.chat.wording import ENGLISH, FRENCH, WORDINGS

if TYPE_CHECKING:
    from adapters.chat.wording import Wording


@pytest.mark.parametrize(
    ("wording", "one", "several"),
    [(ENGLISH, "in 1 channel,", "in 2 channels,"), (FRENCH, "dans 1 salon,", "dans 2 salons,")],
)
def test_what_is_left_out_brings_its_noun(wording: Wording, one: str, several: str) -> None:
    for count, noun in ((1, one), (2, several)):
        [said] = left_out_lines({"others_messages": count}, wording)
        assert noun in said


@pytest.mark.parametrize("wording", WORDINGS)
@pytest.mark.parametrize("kind", ["channels_of_apps:'#alerts'", "other_channels_of_apps"])
def test_in_a_chat_is_told_who_can_bring_in_what_apps_wrote(kind: str, wording: Wording) -> None:
    [in_chat] = left_out_lines({kind: 3}, wording)
    [typed_] = left_out_lines({kind: 3}, wording, is_in_chat=False)

    assert "bot" in in_chat.lower()
    assert "bot" not in typed_.lower()


@pytest.mark.parametrize("wording", WORDINGS)
def test_in_a_chat_no_path_is_asked_for(wording: Wording) -> None:
    kind = "tables_beside:'Posts.csv'"
    [in_chat] = left_out_lines({kind: 3}, wording)
    [typed_] = left_out_lines({kind: 3}, wording, is_in_chat=False)

    assert "pullquote import" not in in_chat
    assert "pullquote import" in typed_
