"""What of a pasted page is furniture, and tells that it is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from adapters.sources.file_defaults import Labels
from adapters.sources.linkedin.boilerplate import Line, classify
from adapters.sources.linkedin.pasted_page import linkedin_posts
from adapters.sources.linkedin.recognition import is_linkedin
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
        *("1st degree connection", "Relation de 2e niveau", "Kontakt 2. Grades", "• 3rd+"),
        *("• 2e et +", "Ada Quill • 3rd+", "LikeReply", "J’aimeRépondre"),
        *("3wCongrats", "1moGreat", "2 mois🎉", "2 mois (modifié)Oui", "2 WochenGlückwunsch"),
        *("Ada Quill • 2nd\nPoet\n3w", "• 1er\nPoète\n2 mois", "• 2.\nLeiterin\n2 Wochen"),
        *(
            "42\n6 comments\nLike\nComment\nRepost\nSend",
            "12 réactions\nJ’aime\nCommenter\nPartager",
        ),
        *(
            "Like\nReply\nThanks.\nLike\n2\nReply",
            "Gefällt mir · Antworten\nJa.\nGefällt mir\nAntworten",
        ),
        *(
            "Reply\nAda Quill\n3w\nYes.\nReply",
            "Ada Quill\nPoet at Home\n2 mois\nOui.\nJ’aime\nRépondre",
        ),
    ],
)
def test_what_no_other_site_has_tells_the_page(piece: str) -> None:
    assert is_linkedin(f"Some words.\n{piece}\nOther words.")


@pytest.mark.parametrize(
    "piece",
    [
        *("3w", "1mo", "2 mois", "1 an", "2 weeks ago", "Like", "Reply", "J'aime", "Antworten"),
        *(
            "12 réactions",
            "3 comments",
            "Voir la traduction",
            "…voir plus",
            "Share\nSend",
            "2w\n3w",
        ),
        *("Edited", "Share", "Partager", "Suivre", "5 h", "2 d", "3 jours", "2nd", "Show more"),
        *("2 mois plus tard, tout a changé", "3 weeks ago we…", "2 moissons", "12 ans déjà"),
        *("5dB", "20hPa de moins", "3mA is little", "3D printing", "• 1er étage", "12", "···"),
        *("Poet | Baker | Cook", "I like it", "Reply to all", "Ada Quill", "2hCycling\n3hRunning"),
        *("Ada Quill • 1st\nBob Ode • 2nd\nEva Ruiz • 3rd", "Like\nComment\nRepost\nSend"),
    ],
)
def test_what_notes_and_other_sites_have_too_does_not(piece: str) -> None:
    assert not is_linkedin(f"Some words.\n{piece}\nOther words.")


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
