from __future__ import annotations

from datetime import date

import pytest

from bot.questions.parsing.narrowing import reading, wants_latest
from index.text.words import words

TODAY = date(2026, 11, 28)  # a Saturday
PEOPLE = ("Priya Nair", "Anouk Delmas", "Zoé")


def known(name: str) -> list[str]:
    """Return the people whose names have these beginnings of words."""
    return [
        each
        for each in PEOPLE
        if all(any(own.startswith(typed) for own in words(each)) for typed in words(name))
    ]


@pytest.mark.parametrize(
    ("question", "author", "rest"),
    [
        ("What did Priya say about backups?", "Priya Nair", "backups?"),
        ("what does priya nair think of the mast?", "Priya Nair", "the mast?"),
        ("According to Priya, when is it lit?", "Priya Nair", ", when is it lit?"),
        ("posts by Anouk about tea", "Anouk Delmas", "tea"),
        ("Qu'a dit Anouk des grues ?", "Anouk Delmas", "grues ?"),
        ("Que pense Zoé du four ?", "Zoé", "four ?"),
        ("Selon Anouk, quel jour ?", "Anouk Delmas", ", quel jour ?"),
        ("Qu'est-ce que Zoé a dit sur le four ?", "Zoé", "le four ?"),
        ("Was sagt Zoé über den Ofen?", "Zoé", "den Ofen?"),
        ("¿Qué dijo Zoé sobre el horno?", "Zoé", "¿ el horno?"),
        ("what did @Priya say about backups?", "Priya Nair", "backups?"),
        ("Qu'a dit @Anouk sur le compost ?", "Anouk Delmas", "le compost ?"),
        ("was sagt @Zoé zum Ofen?", "Zoé", "Ofen?"),
    ],
)
def test_whose_words_are_asked_for_is_read(question: str, author: str, rest: str) -> None:
    read = reading(question, TODAY, known)
    assert read.filters.author == author
    assert " ".join(read.rest.split()) == rest


@pytest.mark.parametrize(
    "question",
    ["What did the board say about him?", "What did Pri say about it?", "Who is Priya Nair?"],
)
def test_who_wrote_nothing_here_or_is_only_named_narrows_nothing(question: str) -> None:
    read = reading(question, TODAY, known)
    assert not read.filters
    assert read.rest == question


@pytest.mark.parametrize(
    ("question", "since", "until"),
    [
        ("What happened yesterday?", "2026-11-27", "2026-11-27"),
        ("Qu'a-t-on décidé hier ?", "2026-11-27", "2026-11-27"),
        ("What was decided last week?", "2026-11-16", "2026-11-28"),
        ("Les décisions de la semaine dernière", "2026-11-16", "2026-11-28"),
        ("What was said last month?", "2026-10-01", "2026-10-31"),
        ("Et l'année dernière ?", "2025-01-01", "2025-12-31"),
        ("Who joined in March?", "2026-03-01", "2026-03-31"),
        ("Qui est venu en décembre ?", "2025-12-01", "2025-12-31"),
        ("Who joined in March 2024?", "2024-03-01", "2024-03-31"),
        ("Depuis 2023, qui est parti ?", "2023-01-01", None),
        ("Who left in the last 10 days?", "2026-11-18", None),
    ],
)
def test_from_when_is_read(question: str, since: str, until: str | None) -> None:
    filters = reading(question, TODAY, known).filters
    assert (filters.since, filters.until) == (
        date.fromisoformat(since),
        date.fromisoformat(until) if until else None,
    )


def test_a_month_may_be_the_subject_and_yesterday_hardly() -> None:
    assert not reading("Who joined in March?", TODAY, known).is_sure
    assert reading("Who joined yesterday?", TODAY, known).is_sure


@pytest.mark.parametrize(
    "question", ["What is the latest version?", "Quelles sont les dernières nouvelles ?"]
)
def test_the_latest_is_asked_for(question: str) -> None:
    assert wants_latest(question)
    assert not wants_latest("When is the last train?")


MENTIONED = (("Priya Nair", "slack:T1/U1"), ("Klaus (Mr)", "slack:T1/U2"))


@pytest.mark.parametrize(
    ("question", "author", "account", "rest"),
    [
        ("what did @Klaus (Mr) say about the fee?", "Klaus (Mr)", "slack:T1/U2", "the fee?"),
        ("what did Klaus (Mr) say about the fee?", "Klaus (Mr)", "slack:T1/U2", "the fee?"),
        ("qu'a dit @priya nair sur le four ?", "priya nair", "slack:T1/U1", "le four ?"),
        ("what did @Zoé say about the fee?", "Zoé", None, "the fee?"),
    ],
)
def test_who_is_mentioned_is_known_by_the_account(
    question: str, author: str, account: str | None, rest: str
) -> None:
    read = reading(question, TODAY, known, MENTIONED)
    assert (read.filters.author, read.filters.author_id) == (author, account)
    assert " ".join(read.rest.split()) == rest


@pytest.mark.parametrize(
    "question",
    [
        "who helps @Priya Nair with the oven?",
        "is @Priya Nair in the guild?",
        "what did the guild say about @Priya Nair?",
        "what did @here say about the fee?",
    ],
)
def test_who_is_mentioned_otherwise_narrows_nothing(question: str) -> None:
    assert not reading(question, TODAY, known, MENTIONED).filters
