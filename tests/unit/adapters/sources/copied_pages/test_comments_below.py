"""What others say below an article is theirs, as sites lay comments out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

WORDS: Final = "The thermocouple sat two centimetres too deep in the brick, and read too low."
PAGE: Final = f"""Skip to content
Sign in
Sign up
Home
About
Why our kiln never fires
By Ines Vogt
4 March 2025
{WORDS}
Share this
Facebook
{{below}}
Privacy policy
© 2025 Clay Notes
"""
WORDPRESS: Final = """2 thoughts on “Why our kiln never fires”
Tom Boss
March 5, 2025 at 8:15 am
We had the same.
Reply
Ines Vogt
March 6, 2025 at 9:00 am
Type S lasts longer.
Reply
Leave a comment
Your email address will not be published. Required fields are marked *
"""
GERMAN: Final = """2 Kommentare
Tom Boss sagt:
5. März 2025 um 8:15
We had the same.
Antworten
Ines Vogt sagt:
6. März 2025 um 9:00
Type S lasts longer.
Antworten
"""
FRENCH: Final = """2 commentaires
Tom Boss
5 mars 2025 à 8:15
We had the same.
Répondre
Ines Vogt
6 mars 2025 à 9:00
Type S lasts longer.
Répondre
"""
MEDIUM: Final = """Responses (2)
Write a response
What are your thoughts?
Cancel
Respond
Tom Boss
Tom Boss

Mar 5, 2025

We had the same.

2

Reply

Ines Vogt
Ines Vogt
Author

Mar 6, 2025

Type S lasts longer.

Reply

See all responses
"""
SUBSTACK: Final = """Discussion about this post
Comments
Restacks

Tom Boss
Mar 5, 2025

We had the same.

Like (2)
Reply
Share
1 reply by Ines Vogt
Ines Vogt
Mar 6, 2025
Type S lasts longer.
Like
Reply
Share
"""


@pytest.mark.parametrize("below", [WORDPRESS, GERMAN, FRENCH, MEDIUM, SUBSTACK])
def test_each_comment_is_its_authors(below: str, read_file: ReadFile) -> None:
    found = read_file(PAGE.format(below=below), "page.txt")
    post, *comments = found.posts

    assert (post.title, post.author, post.text) == ("Why our kiln never fires", "Ines Vogt", WORDS)
    assert [(each.author, each.text) for each in comments] == [
        ("Tom Boss", "We had the same."),
        ("Ines Vogt", "Type S lasts longer."),
    ]
    assert {each.parent_id for each in comments} == {post.id}
    assert [str(each.posted_at)[:10] for each in comments] == ["2025-03-05", "2025-03-06"]


def test_no_line_of_a_commented_page_is_lost_uncounted(read_file: ReadFile) -> None:
    page = PAGE.format(below=WORDPRESS)
    found = read_file(page, "page.txt")

    filled = sum(map(bool, page.split("\n")))
    told = 3 + len(found.posts)  # the words of each, and the title, author and date of the first
    assert found.left_out["page_furniture"] == filled - told


def test_a_short_post_below_which_others_say_more_is_without_its_site(read_file: ReadFile) -> None:
    page = PAGE.replace(WORDS, "The kiln is back.").format(below=WORDPRESS)
    post, *comments = read_file(page.replace("We had the same.", WORDS), "page.txt").posts

    assert (post.author, post.text) == ("Ines Vogt", "The kiln is back.")
    assert [each.text for each in comments] == [WORDS, "Type S lasts longer."]


@pytest.mark.parametrize(
    "below",
    [
        "Comments\nWho was there\nTom Boss\n5 March 2025\nsaid little.",
        "2 comments\nBo\nThe kiln is cold.\nReply",
        "Tom Boss\nMarch 5, 2025\nWe had the same.\nReply",
    ],
)
def test_words_whose_author_no_place_tells_stay_with_the_page(
    below: str, read_file: ReadFile
) -> None:
    found = read_file(PAGE.format(below=below), "page.txt")

    assert found.only.author is None
