from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from adapters.sources.file_defaults import Labels
from adapters.sources.linkedin import pasted_page
from adapters.sources.linkedin.boilerplate import Line, classify
from adapters.sources.linkedin.pasted_page import MOST_LINES, linkedin_posts
from index.errors import PostFormatError
from index.posts import Post
from tests.unit.adapters.sources.conftest import Told

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile, ReadPaths


PAYLOADS = Path(__file__).parents[4] / "payloads" / "sources"


def written(page: str) -> list[tuple[str | None, str, str]]:
    """Return who wrote what, and how long ago, as (author, age, text)."""
    found = list(linkedin_posts(page, Labels("page", "page", "page")))
    posts = [each for each in found if isinstance(each, Post)]
    assert len(posts) == len(found)
    return [(post.author, post.age, post.text) for post in posts]


def test_a_page_without_blank_lines_is_a_post_and_its_comments(read_paths: ReadPaths) -> None:
    found = read_paths(PAYLOADS / "epicerie.txt")
    post, *comments = found.posts

    assert found.errors == []
    assert post.id == "epicerie:epicerie.txt"
    assert (post.kind, post.author, post.age) == ("post", None, "")
    assert post.text.startswith("Notre épicerie")
    assert post.text.endswith("affaire à suivre.")
    assert {comment.parent_id for comment in comments} == {post.id}
    assert [(comment.author, comment.age) for comment in comments] == [
        (None, ""),
        (None, ""),
        (None, "4 mois"),
    ]
    assert comments[1].text == "Quelle histoire ! 💛"
    assert comments[2].text.startswith("Le plus étonnant est la vitesse.")


def test_a_comment_is_named_by_its_text(read_paths: ReadPaths) -> None:
    comment = read_paths(PAYLOADS / "epicerie.txt").posts[2]
    mark = hashlib.sha256("Quelle histoire ! 💛".encode()).hexdigest()[:12]

    assert comment.id == f"epicerie:epicerie.txt#{mark}"


def test_a_headline_is_never_somebodys_words(read_paths: ReadPaths) -> None:
    texts = " ".join(post.text for post in read_paths(PAYLOADS / "epicerie.txt").posts)

    assert "Tiers-lieux" not in texts


def test_a_whole_page_keeps_paragraphs_and_names(read_paths: ReadPaths) -> None:
    posts = read_paths(PAYLOADS / "orchard_page.txt").posts

    assert [(post.author, post.age, post.text) for post in posts] == [
        (
            "Ines Calder",
            "2mo",
            (
                "We pulled out forty apple trees this winter, and I would do it again.\n\n"
                "They were sick, all of them, and we spent three years pretending otherwise.\n\n"
                "#orchards #soil"
            ),
        ),
        (
            "Marek Dvor",
            "1mo",
            "I disagree: canker can be pruned out.\n\nIt takes ten years, though.",
        ),
        ("Ines Calder", "3w", "Ten years is more than we had."),
    ]


def test_paragraphs_before_the_first_furniture_are_the_post() -> None:
    page = "One.\n\nTwo.\n\nJ'aime\nRépondre\n\nTrès bien.\n\nEt vous ?\nJ'aime\n"

    assert written(page) == [
        (None, "", "One.\n\nTwo."),
        (None, "", "Très bien."),
        (None, "", "Et vous ?"),
    ]


def test_the_posts_own_buttons_end_a_post_of_several_lines() -> None:
    page = (
        "One.\nTwo.\n12 réactions\n3 commentaires\nJ’aime\nCommenter\nMerci !\n2 moisBravo à tous"
    )

    assert written(page) == [
        (None, "", "One.\nTwo."),
        (None, "", "Merci !"),
        (None, "2 mois", "Bravo à tous"),
    ]


def test_lines_between_a_header_and_a_button_are_one_comment() -> None:
    page = "Post.\nAda Quill\nPoet at Home\n3w\nFirst line\nsecond line\nLike\nReply\nNice!"

    assert written(page) == [
        (None, "", "Post."),
        ("Ada Quill", "3w", "First line\nsecond line"),
        (None, "", "Nice!"),
    ]


def test_lines_after_a_header_that_no_button_ends_are_comments_of_their_own() -> None:
    page = "Post.\n3wFirst comment\nSecond comment\n2wThird comment\nFourth"

    assert written(page) == [
        (None, "", "Post."),
        (None, "3w", "First comment"),
        (None, "", "Second comment"),
        (None, "2w", "Third comment"),
        (None, "", "Fourth"),
    ]


@pytest.mark.parametrize(
    ("header", "author", "age"),
    [
        ("Ada Quill\n3w", "Ada Quill", "3w"),
        ("Ada Quill\n• 3rd+\nPoet\n3w", "Ada Quill", "3w"),
        ("Ada Quill\nAda Quill\n   • 2e et +\nPoète\n3 sem.", "Ada Quill", "3 sem."),
        ("Ada Quill • 2nd\nPoet\n1yr", "Ada Quill", "1yr"),
        ("Ada Quill • 3rd+ • 2mo", "Ada Quill", "2mo"),
        ("Ada Quill\nPremium • 1er\nPoète\n1 an • Modifié", "Ada Quill", "1 an"),
        ("Ada Quill\nAuteur\nPoète\n5 h", "Ada Quill", "5 h"),
        ("Ada Quill\nPoet | Baker\n2 d", "Ada Quill", "2 d"),
        ("Ada Quill\nPoet at Home\n2 d", "Ada Quill", "2 d"),
        ("Poet | Baker\n2 d", None, "2 d"),
        ("Poet @ Home\n2 d", None, "2 d"),
        ("The Long Meadow\n1,204 followers\n2mo •", "The Long Meadow", "2mo"),
        ("Ada Quill\nPoet | Baker | Cook", "Ada Quill", ""),
        ("Poet | Baker | Cook", None, ""),
        ("il y a 2 mois", None, "il y a 2 mois"),
        ("2 mois\n(modifié)", None, "2 mois"),
        ("• 1st", None, ""),
    ],
)
def test_a_header_says_who_wrote_what_follows(header: str, author: str | None, age: str) -> None:
    page = f"Post.\nJ'aime\nRépondre\n{header}\nTrès juste.\nJ'aime\nRépondre\n"

    assert written(page) == [(None, "", "Post."), (author, age, "Très juste.")]


@pytest.mark.parametrize(
    "comment", ["Merci Jean", "Thanks Ada", "Love this! 💚", "Intéressant merci 💡", "So true"]
)
def test_a_short_comment_before_a_header_is_not_taken_for_a_name(comment: str) -> None:
    page = f"Post.\n{comment}\nPoet | Baker\n3wSecond"

    assert written(page) == [(None, "", "Post."), (None, "", comment), (None, "3w", "Second")]


def test_a_mark_without_an_age_leaves_the_comment_to_its_author() -> None:
    page = "Post.\nReply\nAda Quill\n• 2nd\nVery true.\nReply\nTom Wexley\n• 3rd+\nNo.\nReply"

    assert written(page)[1:] == [
        ("Ada Quill", "", "Very true."),
        ("Tom Wexley", "", "No."),
    ]


def test_a_long_text_before_a_mark_is_not_a_name() -> None:
    long = "A sentence of some length, which nobody would take for the name of a person at all"
    page = f"{long}\n• 2nd\nPoet\n3w\nYes.\nLike"

    assert written(page) == [(None, "", long), (None, "3w", "Yes.")]


def test_a_long_text_after_a_mark_is_not_a_headline() -> None:
    long = "word " * 50 + "end."
    page = f"Post.\nReply\nAda Quill\n• 2nd\n{long}\n3wNext"

    assert written(page)[1:] == [("Ada Quill", "", long), (None, "3w", "Next")]


def test_a_number_is_a_count_only_beside_a_button() -> None:
    page = "Post:\n\n2024\n\nwas it.\n12\n3 comments\nLike\n\n3w\n42\n\nis it.\nLike\n·\n5\nReply"

    assert written(page) == [
        (None, "", "Post:\n\n2024\n\nwas it."),
        (None, "3w", "42\n\nis it."),
    ]


def test_a_button_under_a_picture_ends_its_header() -> None:
    page = "Post.\nReply\nAda Quill\n3w\nLike\nReply\nSomebody else's words."

    assert written(page) == [(None, "", "Post."), (None, "", "Somebody else's words.")]


def test_what_hides_the_end_of_a_text_is_cut_off() -> None:
    assert written("A long post …see more\nLike\nReply")[0][2] == "A long post"


def test_the_same_comment_is_kept_once_and_that_of_two_people_twice(
    read_file: ReadFile,
) -> None:
    page = "Post.\nReply\nMerci !\nReply\nMerci !\nReply\nAda Quill\n3w\nMerci !\nReply"
    found = read_file(page)
    _, anonymous, named = found.posts

    assert found.errors == []
    assert named.author == "Ada Quill"
    assert named.id == f"{anonymous.id}-2"


def test_the_options_reach_every_comment(read_file: ReadFile) -> None:
    posts = read_file("Post.\n3wBravo", source="li", audience="slack:C1").posts

    assert [post.audience for post in posts] == ["slack:C1", "slack:C1"]
    assert posts[1].parent_id == "li:notes.txt"


def test_spaces_of_french_print_stay_in_the_text() -> None:
    assert written("Post.\nRépondre\nVraiment\u00a0?\u202f!")[1][2] == "Vraiment\u00a0?\u202f!"


def test_a_page_of_more_lines_than_any_page_is_refused_before_they_are_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_at: list[str] = []

    def counted(line: str) -> Line:
        looked_at.append(line)
        return classify(line)

    monkeypatch.setattr(pasted_page, "classify", counted)
    labels = Labels("page.txt", "page", "page")
    [found] = linkedin_posts("Like\n" * MOST_LINES, labels)
    assert isinstance(found, PostFormatError)
    assert Told(found).problem == (
        "it looks copied from LinkedIn, but has 100,001 lines, more than 100,000: split it"
    )
    assert not looked_at
    assert list(linkedin_posts("Like\n" * 5, labels))
    assert len(looked_at) == 2  # a line that comes again is known
