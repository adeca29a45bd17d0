from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text.parts import passages
from index.text.parts.passages import LONG, SHORT, split
from index.text.parts.sentences import LONGEST, Span, of_segment
from tests.unit.index.text.parts.test_sentences import is_in_order, kept, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

ITEM = "this item is long enough to be searched alone since it says what it has to say at length "


@given(texts)
def test_passages_stand_in_order_and_hold_every_character_but_white_space(text: str) -> None:
    found = split(text)
    assert is_in_order(text, found)
    assert kept(text, found) == "".join(text.split())


@given(texts)
def test_no_passage_is_blank_or_begins_or_ends_with_white_space(text: str) -> None:
    found = [text[start:end] for start, end in split(text)]
    assert all(each and each == each.strip() for each in found)


@given(st.lists(st.sampled_from(["Short one. ", "A sentence of some more words than that. "])))
def test_sentences_are_packed_until_a_passage_is_long(pieces: list[str]) -> None:
    text = "".join(pieces)
    lengths = [end - start for start, end in split(text)]
    assert all(length <= LONG for length in lengths)
    assert all(length > LONG / 2 for length in lengths[:-1])


@pytest.mark.parametrize("mark", ["👉", "1️⃣", "–", "•", "-", "2)"])
def test_a_long_list_item_is_a_passage_of_its_own(mark: str) -> None:
    items = [f"{mark} {ITEM}{number} {ITEM.strip()}" for number in range(3)]
    text = "\n".join(items)
    assert [text[start:end] for start, end in split(text)] == items


def test_a_heading_is_searched_together_with_what_follows_it() -> None:
    text = f"# Bread\n\n{ITEM.strip()}\n\n{ITEM}{ITEM.strip()}"
    passages = [text[start:end] for start, end in split(text)]
    assert passages == [f"# Bread\n\n{ITEM.strip()}", f"{ITEM}{ITEM.strip()}"]


def test_a_chat_line_is_one_passage_however_many_marks_it_has() -> None:
    text = " 👉 yes 👉 no\n\n👉 maybe "
    assert [text[start:end] for start, end in split(text)] == [text.strip()]
    assert len(text) <= SHORT


def test_a_blank_text_has_no_passage() -> None:
    assert split(" \n\t ") == []


def test_a_text_without_any_border_is_cut_all_the_same() -> None:
    assert [end - start for start, end in split("x" * (LONGEST + LONG))] == [LONGEST, LONG]


@given(texts)
def test_what_follows_very_many_sentences_is_cut_at_its_words(text: str) -> None:
    whole = "Yes. No! Why? " * 200 + text
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passages, "MOST_SENTENCES", 100)
        found = split(whole)
    assert is_in_order(whole, found)
    assert kept(whole, found) == "".join(whole.split())
    assert all(whole[start:end].strip() == whole[start:end] for start, end in found)


def test_so_many_sentences_are_looked_at_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at = []

    def counted(text: str, start: int, end: int) -> Iterator[Span]:
        for each in of_segment(text, start, end):
            looked_at.append(each)
            yield each

    monkeypatch.setattr(passages, "MOST_SENTENCES", 100)
    monkeypatch.setattr(passages, "of_segment", counted)
    assert split(("Yes. No! Why? " * 200 + "\n\n") * 3)
    assert len(looked_at) == 100
