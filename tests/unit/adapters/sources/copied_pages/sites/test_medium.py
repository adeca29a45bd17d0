"""A copied article of Medium is its author's, and each response is of who wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

TITLE: Final = "Why the glaze runs"
SHORT: Final = "The glaze runs where it is thick. Dip it for three seconds only."
LONG: Final = f"{SHORT}\n\nThe dip\n\nThin it with water:\n\n120\n\ngrams to the litre. Then dip."
TOPS: Final = {
    "plain": "Open in app\nSign in\n",
    "both": "Open in app\nSign up\nSign in\nSearch\nWrite\n",
    "none": "",
}
HEADS: Final = {
    "twice": "Mara Quist\nMara Quist\nFollow\n4 min read\n·\n12 May 2025\n120\n3\nListen\nShare\n",
    "once": "Mara Quist\nFollow\n4 min read\n·\nMay 12, 2025\n--\n3\nListen\nShare\n",
    "one line": "Mara Quist\nMara Quist\nFollow\n4 min read · May 12, 2025\n120\nListen\nShare\n",
    "published": "Mara Quist\nPublished in\nClay Notes\n·\n4 min read\n·\nMay 12, 2025\n120\n3\n"
    "Listen\nShare\nMore\n",
    "dots": "Mara Quist\n·\nFollow\n4 min read\n·\nMay 12, 2025\nShare\n",
}
ABOUT: Final = "Written by Mara Quist\n120 Followers\n·\n30 Following\n"
RESPONSES: Final = (
    "Responses (2)\nOtto Reyes\n14 May 2025\nTwo seconds hold well.\nReply\n"
    "Nora Vale\nNora Vale\nMay 15, 2025\nFor us, too.\n2\nReply\n"
)
END: Final = "Help\nStatus\nAbout\nCareers\nPress\nBlog\nPrivacy\nTerms\n"


@pytest.mark.parametrize("top", TOPS)
@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("words", [SHORT, LONG])
def test_article_and_responses_are_of_who_wrote_them(
    top: str, head: str, words: str, read_file: ReadFile
) -> None:
    read = read_file(f"{TOPS[top]}{TITLE}\n{HEADS[head]}{words}\n{ABOUT}{RESPONSES}{END}")

    assert [
        (each.author, each.text, each.posted_at and each.posted_at.day) for each in read.posts
    ] == [
        ("Mara Quist", words, 12),
        ("Otto Reyes", "Two seconds hold well.", 14),
        ("Nora Vale", "For us, too.", 15),
    ]
    assert read.posts[0].title == TITLE
    assert {each.parent_id for each in read.posts[1:]} == {read.posts[0].id}


@pytest.mark.parametrize(
    "below", ["Pottery\nGlaze\n120\n3\nMara Quist\n", "120\n\n3\n", "Follow\n"]
)
@pytest.mark.parametrize("others", ["", "No responses yet\n", "More from Mara Quist\n"])
def test_tags_and_numbers_below_the_words_are_the_sites(
    below: str, others: str, read_file: ReadFile
) -> None:
    read = read_file(f"{TOPS['plain']}{TITLE}\n{HEADS['twice']}{LONG}\n{below}{ABOUT}{others}{END}")

    assert [(each.author, each.text) for each in read.posts] == [("Mara Quist", LONG)]


@pytest.mark.parametrize(
    "among",
    [
        "Press enter or click to view image in full size",
        "Zoom image will be displayed",
        "Get Mara Quist’s stories in your inbox\nJoin Medium for free to get updates.",
    ],
)
def test_what_the_site_says_among_the_words_is_left_out(among: str, read_file: ReadFile) -> None:
    read = read_file(
        f"{TOPS['plain']}{TITLE}\n{HEADS['twice']}{SHORT}\n{among}\n{SHORT}\n{ABOUT}{END}"
    )

    assert [each.text for each in read.posts] == [f"{SHORT}\n{SHORT}"]


@pytest.mark.parametrize("heading", ["Responses", "Comments", "Discussion", "Written by hand"])
def test_a_heading_among_the_words_ends_no_article(heading: str, read_file: ReadFile) -> None:
    words = f"{SHORT}\n{heading}\nWe asked three potters, and all of them dip twice."

    read = read_file(f"{TOPS['plain']}{TITLE}\n{HEADS['twice']}{words}\n{ABOUT}{RESPONSES}{END}")

    assert read.posts[0].text == words
    assert [each.author for each in read.posts] == ["Mara Quist", "Otto Reyes", "Nora Vale"]


@pytest.mark.parametrize(
    "note",
    [
        f"Reading list\nMara Quist\n4 min read\n12 May 2025\n{SHORT}",
        f"4 min read\n{SHORT}\nWritten by Mara Quist",
        f"Open in app\nis what it says.\n{SHORT}\nThat is a 4 min read",
        f"To do\nMara Quist\nFollow\nup on the glaze by 12 May 2025\n{SHORT}",
    ],
)
def test_notes_stay_whole(note: str, read_file: ReadFile) -> None:
    read = read_file(note)

    assert "\n".join(each.text for each in read.posts) == note
