"""What of a pasted page is furniture, and tells that it is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from adapters.sources.file_defaults import Labels
from adapters.sources.linkedin.boilerplate import Line, classify
from adapters.sources.linkedin.pasted_page import is_linkedin, linkedin_posts
from index.errors import PostFormatError

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile


def test_a_page_that_is_all_furniture_is_refused(read_file: ReadFile) -> None:
    assert "the text is empty" in read_file("Like\nReply\n3w\n").error.problem


def test_an_essay_of_several_paragraphs_stays_plain_text(read_file: ReadFile) -> None:
    essay = "2 mois plus tard, tout a changé.\n\n5dB | 3D | 2 h de route.\n\n2024\n\nI like it."

    assert read_file(essay).only.text == essay


@pytest.mark.parametrize(
    "piece",
    [
        *("3w", "1mo", "1yr", "2 mois", "3 sem.", "1 an", "• Modifié", "2 weeks ago"),
        *("J'aime", "J’aime", "Répondre", "Like", "Reply", "Commenter", "LikeReply"),
        *("12 réactions", "3 comments", "Voir la traduction", "See translation", "…voir plus"),
        *("• 1er", "• 2e et +", "1st degree connection", "• 3rd+", "Relation de 2e niveau"),
        *("3wCongrats", "1moGreat", "2 mois🎉", "2 mois (modifié)Oui", "Ada Quill • 2nd"),
    ],
)
def test_one_piece_of_furniture_tells_the_page(piece: str) -> None:
    assert is_linkedin(f"Some words.\n{piece}\nOther words.")


@pytest.mark.parametrize(
    "piece",
    [
        *("Edited", "Share", "Partager", "Suivre", "5 h", "2 d", "3 jours", "2nd", "Show more"),
        *("2 mois plus tard, tout a changé", "3 weeks ago we…", "2 moissons", "12 ans déjà"),
        *("5dB", "20hPa de moins", "3mA is little", "3D printing", "• 1er étage", "12", "···"),
        *("Poet | Baker | Cook", "I like it", "Reply to all", "Ada Quill"),
    ],
)
def test_one_line_of_ordinary_words_does_not(piece: str) -> None:
    assert not is_linkedin(f"Some words.\n{piece}\nOther words.")


def test_two_everyday_words_on_their_own_lines_tell_the_page() -> None:
    assert is_linkedin("Some words.\nShare\nSend\nOther words.")


def test_hostile_lines_are_read_in_no_time() -> None:
    lines = ["1 " * 90, "· " * 90, "like" * 49 + "x", "#" * 90, "hashtag " * 9999, " " * 99999]

    assert not [
        each
        for each in linkedin_posts("\n".join(lines), Labels("a", "a", "a"))
        if isinstance(each, PostFormatError)
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Like · Reply · 1 234 replies",
        "Ada and 1,234 others12 reactions",
        "View Ada Quill’s profile",
        "1.2 k likes · … see more",
        "12 comments3 reposts",
    ],
)
def test_a_line_of_several_buttons_is_furniture(line: str) -> None:
    assert classify(line).kind in {"button", "reply", "bar"}


@pytest.mark.parametrize(
    "line", ["Ada and 1 others" * 12, "1 reactions" * 17, "see more … see more " * 9]
)
def test_a_line_that_goes_on_after_many_buttons_is_text_without_much_ado(line: str) -> None:
    assert classify(f"{line} and more") == Line("text", f"{line} and more")
