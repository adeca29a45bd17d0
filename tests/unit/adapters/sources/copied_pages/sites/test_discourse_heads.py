"""Heads of posts on a copied topic of Discourse: accounts beside names, and what counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

TITLE: Final = "The loom stops at the third row"
ANSWER: Final = "The third row needs the pedal."
END: Final = "1\nReply\nSuggested topics\n"
COUNTS: Final = (
    "250 views", "1.2k views", "1,204 views", "views 250", "Views: 250", "3 users", "4 links",
    "7 likes", "2 participants", "1 participant", "5 replies", "replies (5)", "12 posts",
    "120 vues", "Vues : 120", "3 utilisateurs", "2 participants", "4 liens", "7 j’aime",
    "120 Aufrufe", "1,2 Tsd. Aufrufe", "Aufrufe 120", "3 Benutzer", "2 Teilnehmer", "5 Beiträge",
    "120 vistas", "1,2 mil vistas", "Vistas: 120", "3 usuarios", "2 participantes", "4 enlaces",
)  # fmt: skip


@pytest.mark.parametrize("account", ["otto", "otto_r", "Otto", "Otto Reyes\notto_r"])
@pytest.mark.parametrize("count", COUNTS)
def test_a_count_between_two_posts_is_nobody(count: str, account: str, read_file: ReadFile) -> None:
    read = read_file(
        f"{TITLE}\nSupport\nmara_q\nMay 12\nIt stops.\n{count}\n{account}\nMay 13\n{ANSWER}\n"
        f"{count}\nmara_q\nMay 14\nThanks.\n{END}"
    )

    assert [(each.author, each.text) for each in read.posts] == [
        ("mara_q", "It stops."),
        (account.partition("\n")[0], ANSWER),
        ("mara_q", "Thanks."),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "It has 250 views.",
        "See\n250 views\nin the corner.",
        "links of it:\n4 links\nall of them bent.",
        "Users love it.",
        "Three users",
        "250 viewers",
    ],
)
def test_words_that_speak_of_counts_stay(words: str, read_file: ReadFile) -> None:
    read = read_file(
        f"{TITLE}\nSupport\nmara_q\nMay 12\nIt stops.\n250 views\notto\nMay 13\n{words}\n1 Like\n"
        f"mara_q\nMay 14\nThanks.\n{END}"
    )

    assert [(each.author, each.text) for each in read.posts] == [
        ("mara_q", "It stops."),
        ("otto", words),
        ("mara_q", "Thanks."),
    ]


@pytest.mark.parametrize("title", [f"{TITLE}\nSupport", f"{TITLE}\nSite Feedback", TITLE])
@pytest.mark.parametrize("role", ["", "Leader\n"])
@pytest.mark.parametrize("day", ["12 May 2025", "May 12", "3d"])
@pytest.mark.parametrize(
    "head",
    [
        "mara_q\nMara Quist",
        "mara_q  Mara Quist",
        "mara_q Mara Quist",
        "mara_q\tMara Quist",
        "maraq\nMara Quist",
        "mquist\nMara Quist",
        "mara_q\nMara",
    ],
)
def test_an_account_before_its_name_has_said_it(
    head: str, day: str, role: str, title: str, read_file: ReadFile
) -> None:
    other = head.replace("mara_q", "otto_r").replace("maraq", "ottor").replace("mquist", "oreyes")
    other = other.replace("Mara", "Otto").replace("Quist", "Reyes")

    read = read_file(
        f"{title}\n{head}\n{role}{day}\nIt stops after a while.\n{other}\n{role}{day}\n{ANSWER}\n"
        f"3\n{other}\n{day}\nDoes it help?\n{END}"
    )

    first, second = (each.split()[0] for each in (head, other))
    assert [(each.author, each.text) for each in read.posts] == [
        (first, "It stops after a while."),
        (second, ANSWER),
        (second, "Does it help?"),
    ]


def test_a_name_before_its_account_on_one_line_has_said_it(read_file: ReadFile) -> None:
    read = read_file(
        f"{TITLE}\nMara Quist  mara_q\nMay 12\nIt stops.\nOtto Reyes  otto_r\nMay 13\n{ANSWER}\n"
        f"{END}"
    )

    assert [each.author for each in read.posts] == ["Mara Quist", "Otto Reyes"]


@pytest.mark.parametrize(
    "words",
    [
        "Ask ada_q\nAda Quist\nof the team.",
        "Thanks to\nada_q  Ada Quist\nfor the reed.",
        "Thanks, Ada Quist",
        "See ada_q Ada Quist, too.",
    ],
)
def test_an_account_among_words_has_said_nothing(words: str, read_file: ReadFile) -> None:
    read = read_file(
        f"{TITLE}\nmara_q  Mara Quist\nMay 12\n{words}\n1\notto_r  Otto Reyes\nMay 13\n{words}\n"
        f"1 Like\nmara_q  Mara Quist\nMay 14\nThanks.\n{END}"
    )

    assert [(each.author, each.text) for each in read.posts] == [
        ("mara_q", words),
        ("otto_r", words),
        ("mara_q", "Thanks."),
    ]
