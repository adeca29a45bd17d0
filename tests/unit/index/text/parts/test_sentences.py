from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sentencex import segment

from index.text.parts import sentences as module
from index.text.parts.sentences import (
    LONGEST,
    MOST_AT_ONCE,
    Span,
    in_stretches,
    opening,
    segments,
    sentences,
)
from tests.fakes.crashes import Crash

if TYPE_CHECKING:
    from collections.abc import Sequence

FRAGMENTS = [
    "Hello there. ", "Ça va ? ", "\n", "\n\n", " \n \n ", "👉 ", "1️⃣ un ", "– deux\n", "• trois ",
    "- a\n", "2) b\n", "### Title\n", "Title\n", "---\n", "**", "_", "**Bold.** ",
    "analysis 👇", "Mr. Smith said: «oui». ", "🚀 Le plan ",
    "\u2028", "\x1c", "\x00", "\u200b", "e\u0301", "👩‍👩‍👧 ", "x" * 700, "word " * 150, "...", "?!",
]  # fmt: skip
texts = st.text() | st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=8)).map("".join)


long_texts = st.lists(
    st.sampled_from(["One. ", "x" * 700, "word " * 150, ". ", "\n", "é", "ab. " * 300])
    | st.text(max_size=300),
    max_size=12,
).map("".join)


class Splitter:
    """Ends a sentence at every full stop, and remembers what it was given."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def __call__(self, text: str) -> Sequence[str]:
        self.given.append(text)
        return re.findall(r"[^.]+\.?\s*|\.\s*", text)


def kept(text: str, spans: list[Span]) -> str:
    """Return what the spans hold, without white space."""
    return "".join("".join(text[span.start : span.end].split()) for span in spans)


def is_in_order(text: str, spans: list[Span]) -> bool:
    """Return whether the spans stand in the text, in order and apart."""
    borders = [0, *(border for span in spans for border in span), len(text)]
    return borders == sorted(borders)


@given(texts)
@example("• •")
def test_segments_stand_in_order_and_hold_every_character_but_white_space(text: str) -> None:
    found = segments(text)
    assert is_in_order(text, found)
    assert kept(text, found) == "".join(text.split())


@given(texts)
def test_sentences_stand_in_order_and_inside_the_text(text: str) -> None:
    assert is_in_order(text, sentences(text))


@given(texts)
def test_no_sentence_is_blank_or_begins_or_ends_with_white_space(text: str) -> None:
    found = [text[span.start : span.end] for span in sentences(text)]
    assert all(each and each == each.strip() for each in found)


@given(texts)
def test_no_sentence_is_longer_than_the_longest(text: str) -> None:
    assert all(end - start <= LONGEST for start, end in sentences(text))


@given(texts.filter(str.strip))
def test_a_text_that_is_not_blank_has_a_sentence(text: str) -> None:
    assert sentences(text)


@given(texts, st.integers(0, 40), st.integers(0, 40))
def test_sentences_of_a_part_stay_inside_the_part(text: str, first: int, size: int) -> None:
    start = min(first, len(text))
    end = min(start + size, len(text))
    found = sentences(text, Span(start, end))
    assert all(start <= each.start < each.end <= end for each in found)


@pytest.mark.parametrize("mark", ["👉", "👉🏽", "➡️", "•", "✅", "→", "1️⃣", "🔹"])
def test_a_list_mark_begins_a_new_segment_in_the_middle_of_a_line(mark: str) -> None:
    text = f"Three things {mark} flour {mark} water {mark} salt"
    starts = [text[start:end] for start, end in segments(text)]
    assert starts == ["Three things", f"{mark} flour", f"{mark} water", f"{mark} salt"]


@pytest.mark.parametrize("mark", ["-", "–", "—", "*", "1.", "2)"])
def test_a_dash_star_or_number_begins_a_new_segment_only_at_the_beginning_of_a_line(
    mark: str,
) -> None:
    text = f"Three {mark} things:\n{mark} flour\n{mark} water"
    found = [text[start:end] for start, end in segments(text)]
    assert found == [f"Three {mark} things:", f"{mark} flour", f"{mark} water"]


@pytest.mark.parametrize("mark", ["👉", "1️⃣", "–", "•", "2)", "##"])
def test_a_list_mark_or_a_heading_s_sign_belongs_to_no_sentence(mark: str) -> None:
    text = f"Intro.\n{mark} The flour.\n{mark} The water."
    found = [text[start:end] for start, end in sentences(text)]
    assert found == ["Intro.", "The flour.", "The water."]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("## Opening hours\nWe open at nine.", ["Opening hours", "We open at nine."]),
        ("Opening hours\nWe open at nine.", ["Opening hours", "We open at nine."]),
        ("**Opening hours**\nwe open at nine.", ["Opening hours", "we open at nine."]),
        ("Opening hours\n=====\nwe open at nine.", ["Opening hours", "we open at nine."]),
        ("It rains.\nOpening hours\nWe open.", ["It rains.", "Opening hours", "We open."]),
        ("- a saw\n- a drill\nWe open at nine.", ["a saw", "a drill", "We open at nine."]),
        ("- [x] Sweep the shed.\n\n---\n\nDone.", ["Sweep the shed.", "Done."]),
        ("We open\nat nine. On Sunday\nwe rest.", ["We open\nat nine.", "On Sunday\nwe rest."]),
        ("- a drill that is very\n  long", ["a drill that is very\n  long"]),
        ("Horaires :\nLundi 9 h", ["Horaires :\nLundi 9 h"]),
    ],
)  # fmt: skip
def test_what_stands_on_a_line_of_its_own_is_a_sentence_of_its_own(
    text: str, found: list[str]
) -> None:
    assert [text[start:end] for start, end in sentences(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("**When?** Every second Saturday.", ["When?", "Every second Saturday."]),
        ("_Be quiet._ Please. ~~Now.~~", ["Be quiet.", "Please.", "Now."]),
        ("Why: **it broke. It is old.** Fine.", ["Why: **it broke.", "It is old.", "Fine."]),
        ("**Ada**, who left, is **back**.", ["**Ada**, who left, is **back**."]),
        ("**kwargs are passed. A * B is 6.", ["**kwargs are passed.", "A * B is 6."]),
        ("Call __init__", ["Call __init__"]),
        ("---", ["---"]),
    ],
)
def test_marks_of_emphasis_around_a_sentence_do_not_belong_to_it(
    text: str, found: list[str]
) -> None:
    assert [text[start:end] for start, end in sentences(text)] == found


def test_the_marks_of_a_paragraph_are_counted_once_and_not_for_each_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counted: list[str] = []

    def count(paragraph: str) -> frozenset[str]:
        counted.append(paragraph)
        return frozenset()

    monkeypatch.setattr(module, "paired", count)
    assert len(sentences("Word word word. " * 50)) == 50
    assert len(counted) == 1


def test_a_pictograph_begins_a_segment_after_a_sentence_and_before_a_capital_only() -> None:
    text = "Bonne ambiance. 🚀 Le plan est prêt 🚀 pour demain. 🚀 et voilà"
    assert [start for start, _ in segments(text)] == [0, text.index("🚀 Le plan")]


def test_an_empty_line_and_a_downward_pointer_begin_something_new() -> None:
    text = "My analysis 👇 first\n \nsecond"
    assert [text[start:end] for start, end in segments(text)] == [
        "My analysis 👇",
        "first",
        "second",
    ]


def test_an_abbreviation_does_not_end_a_sentence() -> None:
    text = "Dr. Smith baked it. It rose."
    assert [text[start:end] for start, end in sentences(text)] == [
        "Dr. Smith baked it.",
        "It rose.",
    ]


def test_a_stretch_without_a_full_stop_is_cut_between_words() -> None:
    text = "word " * 400
    found = [text[start:end] for start, end in sentences(text)]
    assert all(set(each.split()) == {"word"} for each in found)
    assert len(found) > 1


def test_a_stretch_without_any_space_is_cut_at_the_longest() -> None:
    assert sentences("x" * (LONGEST + 5)) == [Span(0, LONGEST), Span(LONGEST, LONGEST + 5)]


def test_the_opening_is_the_first_sentence_on_one_line() -> None:
    assert opening("👉 We bake\n  on Fridays. Then we eat.") == "We bake on Fridays."


def test_a_long_opening_is_cut_after_a_word() -> None:
    assert opening("one two three four", most=9) == "one two …"


def test_a_long_opening_without_spaces_keeps_what_fits() -> None:
    assert opening("面" * 400, most=10) == "面" * 10 + " …"


def test_the_opening_of_a_blank_text_is_empty() -> None:
    assert opening(" \n ") == ""


@given(texts, st.integers(2, 200))
def test_an_opening_is_one_line_of_at_most_the_length_asked_for(text: str, most: int) -> None:
    line = opening(text, most)
    assert len(line.removesuffix(" …")) <= most
    assert line.splitlines() in ([], [line])


@given(long_texts, st.integers(0, 9), st.integers(0, 9))
def test_a_splitter_sees_no_long_stretch_and_none_often(text: str, before: int, after: int) -> None:
    start, end = min(before, len(text)), max(len(text) - after, min(before, len(text)))
    splitter = Splitter()
    found = list(in_stretches(text, start, end, splitter))
    assert all(last == first for (_, last), (first, _) in pairwise(found))
    assert "".join(text[slice(*each)] for each in found) == text[start:end]
    assert max(map(len, splitter.given)) <= MOST_AT_ONCE
    # Two stretches in a row go on by a sentence of the longest kind.
    assert len(splitter.given) <= 2 * (end - start) / LONGEST + 2


@given(st.lists(st.sampled_from(["One. ", "Two words. ", f"{'word ' * 100}end. "]), max_size=40))
def test_what_is_split_in_stretches_is_split_as_the_whole_is(pieces: list[str]) -> None:
    found = in_stretches("".join(pieces), 0, len("".join(pieces)), Splitter())
    assert ["".join(pieces)[slice(*each)] for each in found] == pieces


def test_a_line_without_end_reaches_the_splitter_in_stretches(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given: list[str] = []

    def split(language: str, text: str) -> Sequence[str]:
        given.append(text)
        pieces: list[str] = segment(language, text)
        return pieces

    monkeypatch.setattr(module, "split_sentences", split)
    text = "It rose again. " * 1_000
    assert len(sentences(text)) == 1_000
    assert max(map(len, given)) <= MOST_AT_ONCE


@given(long_texts | texts)
def test_where_the_splitter_crashes_a_text_is_cut_by_our_own_rule(text: str) -> None:
    def crash(language: str, stretch: str) -> Sequence[str]:
        raise Crash(language, stretch)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(module, "split_sentences", crash)
        cut = sentences(text)
    assert is_in_order(text, cut)
    unmarked = str.maketrans("", "", "*_~=-")
    assert kept(text, cut).translate(unmarked) == kept(text, sentences(text)).translate(unmarked)
    assert all(0 < span.end - span.start <= LONGEST for span in cut)
