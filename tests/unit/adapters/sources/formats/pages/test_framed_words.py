"""Words that a browser saved within a page, in a frame or behind a shadow root, are counted."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

OWN: Final = (
    "<p>When do bees swarm here? Mine left the hive in May, and may come back one day.</p>" * 4
)
OTHERS: Final = "<p>Kim said that they swarm in June, wherever the linden trees are in bloom.</p>"


@pytest.mark.parametrize(
    "framed",
    [
        f'<iframe srcdoc="{escape(OTHERS)}"></iframe>',
        f'<x-comments><template shadowrootmode="open">{OTHERS}</template></x-comments>',
    ],
)
def test_words_in_a_saved_frame_are_counted_and_not_the_page_s(
    read_file: ReadFile, framed: str
) -> None:
    found = read_file(f"<html><body><article>{OWN}</article>{framed}</body></html>", "a.html")
    assert "linden" not in found.only.text
    assert found.left_out == {"passages": 1}
