from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.chat.lines.progress import (
    WIDTH,
    duration,
    explanation_lines,
    left_out_lines,
    progress_lines,
    typed,
)
from adapters.chat.lines.status import Extent, status_lines
from adapters.chat.wording import ENGLISH, FRENCH, GERMAN, SPANISH, WORDINGS
from bot.errors import FileClosed
from bot.ledger.channels import Channel
from bot.posts.running_jobs import Progress
from bot.questions.parsing.filters import parsed
from bot.questions.service import Explanation
from index.errors import PostFormatError
from index.ingest.counts import Counts
from index.posts import EVIDENCE, Answered
from index.search_scope import Filters
from index.statistics import SourceCount, Statistics
from index.text.words import words
from tests.fakes.bot.answers import answered
from tests.fakes.bot.ledgers import asked
from tests.fakes.index.hits import hit
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from adapters.chat.wording import Wording
    from bot.posts.running_jobs import State


NOON = datetime(2026, 1, 15, 12, tzinfo=UTC)
EMPTY = Statistics((), 0, None, None, 0)
NOTES = Statistics((SourceCount("notes", 1_200, 3, NOON),), 4_000, "m", NOON, 9)


def day(moment: datetime) -> str:
    return f"{moment:%d.%m.}"


def shy(text: str) -> str:
    return f"<{text}>"


def test_running_work_shows_a_bar_its_pace_and_what_is_left() -> None:
    progress = Progress("running", 25, 100, Counts(new=1_000, unchanged=500), 30)
    assert progress_lines("Importing", progress, ENGLISH, str) == [
        "Importing",
        "▰▰▰▰▰▱▱▱▱▱▱▱▱▱▱▱▱▱▱▱ 25%",
        "1,500 · 50/s · 90 s left",
    ]


def test_what_was_refused_is_said_in_the_reader_s_language() -> None:
    error = PostFormatError("<a>.csv", "wide_row", 3, cells=3, width=2)
    progress = Progress("finished", counts=Counts().with_refused(error))
    assert progress_lines("", progress, ENGLISH, shy)[-1] == (
        "• <<a>.csv, line 3: this row has 3 cells, but the header has 2: put text that holds the"
        " delimiter in double quotes>"
    )
    assert progress_lines("", progress, FRENCH, shy)[-1] == (
        "• <<a>.csv, ligne 3 : cette ligne a 3 cellules, mais l’en-tête en a 2 : mettez entre"
        " guillemets doubles le texte qui contient le séparateur>"
    )


def test_work_of_unknown_length_shows_no_bar_and_no_end() -> None:
    progress = Progress("running", 10, 0, Counts(new=10), 5)
    assert progress_lines("Reading", progress, ENGLISH, str) == ["Reading", "10 · 2/s"]
    assert progress_lines("Reading", Progress(), ENGLISH, str) == ["Reading", "0 · 0/s"]


@given(st.integers(0, 10_000), st.integers(1, 10_000))
def test_a_bar_is_always_as_wide_and_full_only_where_all_is_done(done: int, total: int) -> None:
    bar = progress_lines("", Progress("running", done, total), ENGLISH, str)[1]
    full, rest = bar.count("▰"), bar.count("▱")
    assert full + rest == WIDTH
    assert (full == WIDTH) == bar.endswith(" 100%") == (done >= total)


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("finished", "Done: 1,000 new, 2 changed, 3 unchanged, 4 removed, 5 refused."),
        ("cancelled", "Stopped. Stored so far: 1,000 new, 2 changed. Nothing is lost."),
        ("interrupted", "Interrupted: it goes on as soon as I am back."),
        ("failed", "That failed: Slack does not let me read {x}.zip: send it to me directly."),
    ],
)
def test_work_that_has_ended_says_how(state: State, said: str) -> None:
    progress = Progress(
        state, counts=Counts(1_000, 2, 3, 4, 5), error=FileClosed("Slack", "{x}.zip")
    )
    assert progress_lines("Importing", progress, ENGLISH, str) == ["Importing", said]


def test_work_that_ended_in_a_fault_of_ours_says_under_which_id_the_log_has_it() -> None:
    progress = Progress("failed", error_id="12ab")
    said = "That failed: Something went wrong on our side (error 12ab)."
    assert progress_lines("Importing", progress, ENGLISH, str) == ["Importing", said]


@pytest.mark.parametrize("state", ["finished", "asking"])
def test_what_was_forgotten_or_deleted_is_told_where_an_import_leaves_it_out(state: State) -> None:
    progress = Progress(state, counts=Counts(left_out=1_003))
    _, done, left_out = progress_lines("Importing", progress, ENGLISH, str)
    assert "0 new" in done
    assert left_out == "1,003 left out: forgotten or deleted earlier."
    assert progress_lines("", progress, FRENCH, str)[2].startswith("1\u202f003 laissés de côté")
    assert len(progress_lines("", Progress(state), ENGLISH, str)) == 2


@pytest.mark.parametrize("state", ["finished", "asking"])
def test_what_no_post_is_made_of_is_named_with_how_much_it_is(state: State) -> None:
    counts = Counts(new=1, left_out_of_files=Counter(reposts=1_003, drafts=2))
    progress = Progress(state, counts=counts)
    said = progress_lines("Importing", progress, ENGLISH, str)[2]
    assert said == "Left out of what it holds: drafts (2), reposts (1,003)."
    assert "republications (1\u202f003)" in progress_lines("", progress, FRENCH, str)[2]


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        (ENGLISH, "Columns read: author from 'Who', date from 'When', title from 'What'."),
        (FRENCH, "Colonnes lues : auteur dans 'Who', date dans 'When', titre dans 'What'."),
        (GERMAN, "Gelesene Spalten: Autor aus 'Who', Datum aus 'When', Titel aus 'What'."),
        (SPANISH, "Columnas leídas: autor en 'Who', fecha en 'When', título en 'What'."),
    ],
)
def test_the_columns_that_became_author_date_and_title_are_told(
    wording: Wording, expected: str
) -> None:
    read = {"author_column:'Who'": 1, "date_column:'When'": 1, "title_column:'What'": 1}

    assert left_out_lines(read, wording) == [expected]
    assert left_out_lines({**read, "drafts": 2}, wording)[0] == expected
    assert len(left_out_lines({**read, "drafts": 2}, wording)) == 2


def test_a_name_that_stands_in_a_file_is_escaped() -> None:
    counts = Counts(new=1, left_out_of_files=Counter({"columns:'*a*'": 2}))
    progress = Progress("finished", counts=counts)
    said = progress_lines("", progress, ENGLISH, lambda text: text.replace("*", "\\*"))[2]
    assert said == "Left out of what it holds: the column '\\*a\\*' (2)."


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "1 s"),
        (0.4, "1 s"),
        (45.4, "45 s"),
        (119, "119 s"),
        (119.7, "120 s"),
        (120, "2 min"),
        (7_199, "120 min"),
        (7_200, "2 h"),
        (100_000, "28 h"),
    ],
)
def test_a_length_of_time_is_as_exact_as_it_needs_to_be(seconds: float, said: str) -> None:
    assert duration(seconds) == said


def test_an_explanation_tells_what_was_searched_how_it_was_read_and_how_each_was_found() -> None:
    question = asked(
        "And why?", context="Who *left*?", filters=Filters(author="Ada Lovelace", source="news")
    )
    first = replace(hit(("The board removed him in May.", 0.9)), found_by=("words", "meaning"))
    second = replace(hit(("He left for another lab.", 0.9), name="2"), found_by=("meaning",))
    explanation = Explanation(answered(question, first, second), NOTES)
    assert explanation_lines(explanation, ENGLISH, day, shy) == [
        "Searched 1,203 posts that you may read (4,000 passages), last changed 15.01..",
        "Read after the question before: “<Who *left*?>”",
        'Narrowed to <from:"Ada Lovelace" in:news>.',
        "1: found by its words, by its meaning.",
        "2: found by its meaning.",
    ]


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda each: each.language)
def test_an_explanation_names_how_it_is_known_that_a_post_answers(wording: Wording) -> None:
    question = post("Why did he leave?", "q")
    said = set()
    for kind in EVIDENCE:
        found = replace(hit(("The board removed him.", 0.9)), answered=Answered(question, kind))
        lines = explanation_lines(Explanation(answered(asked(), found), NOTES), wording, day, shy)
        assert wording.answering[kind] in lines[2]
        said.add(lines[2])
    assert len(said) == len(EVIDENCE)


def test_an_explanation_of_nothing_says_so() -> None:
    explanation = Explanation(answered(asked()), EMPTY)
    lines = explanation_lines(explanation, FRENCH, day, shy)
    assert lines[0].endswith("dernier changement –.")
    assert lines[1:] == [FRENCH.why_not_found]


def test_a_status_tells_of_every_source_and_watched_channel() -> None:
    channels = [
        Channel("discord:1", "discord", "discord:9", "square", read_at=NOON),
        Channel("discord:2", "discord", "discord:9", "attic"),
        Channel("discord:3", "discord", "discord:9", "cellar", error="no permission"),
    ]
    undated = SourceCount("web", 1, 0, None)
    statistics = replace(NOTES, sources=(*NOTES.sources, undated))
    assert status_lines(statistics, channels, ENGLISH, day, shy) == [
        "<cellar>: <the platform says “no permission”; I try again by myself>",
        "1,204 posts in 4,000 passages, last changed 15.01..",
        "<notes>: 1,200 posts, 3 comments, newest 15.01., oldest –",
        "<web>: 1 post, 0 comments, newest –, oldest –",
        "<square>: indexed up to 15.01.",
        "<attic>: not read yet",
    ]


def test_a_status_names_what_is_missing_of_a_channel_and_of_which_days_posts_are() -> None:
    channels = [
        Channel("slack:T1/C1", "slack", "T1", "square", read_at=NOON),
        Channel("slack:T1/C2", "slack", "T1", "cellar", read_at=NOON, error="gone"),
    ]
    source = SourceCount("web", 1, 0, NOON, NOON)
    extents = {"slack:T1/C1": Extent(NOON, is_cut=True), "slack:T1/C2": Extent()}
    assert status_lines(
        replace(EMPTY, sources=(source,)), channels, ENGLISH, day, shy, extents=extents
    ) == [
        "<cellar>: <the platform says “gone”; I try again by myself>",
        "• Gap: nothing is read since 15.01..",
        "<web>: 1 post, 0 comments, newest 15.01., oldest 15.01.",
        "<square>: indexed up to 15.01.",
        "• Gap: what is older than 15.01. is not read yet; /posts watch goes on with it.",
        "• Gap: the platform’s plan hides what is older.",
    ]


def test_a_status_of_nothing_says_how_to_begin() -> None:
    assert status_lines(EMPTY, [], ENGLISH, day, shy) == [ENGLISH.status_nothing]
    channel = Channel("discord:2", "discord", "discord:9", "attic")
    assert status_lines(EMPTY, [channel], ENGLISH, day, shy) == ["<attic>: not read yet"]


NAMES = (
    st.none()
    | st.text(st.characters(exclude_characters='"', exclude_categories=["C", "Z"]), max_size=8)
    | st.lists(st.sampled_from(["Ada", "de", "Mère", "x:y", "#news"]), min_size=1).map(" ".join)
).filter(lambda name: name is None or (bool(words(name)) and name[-1] not in "?!.,;"))


@given(
    st.builds(
        Filters,
        author=NAMES,
        source=NAMES,
        since=st.none() | st.dates(),
        until=st.none() | st.dates(),
        kind=st.sampled_from([None, "post", "comment"]),
    ).filter(lambda asked: not (asked.since and asked.until) or asked.since <= asked.until)
)
def test_filters_are_shown_as_they_can_be_typed_again(filters: Filters) -> None:
    assert parsed(f"what {typed(filters)}") == ("what", filters)


def test_filters_without_a_wish_are_nothing() -> None:
    assert typed(Filters()) == ""
    assert typed(Filters(since=date(2024, 9, 1), kind="post")) == "since:2024-09-01 kind:post"
