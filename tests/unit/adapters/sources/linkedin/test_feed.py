"""A feed that was copied whole is its posts, each with the comments below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

ABOVE: Final = "Skip to main content\nHome\nMy Network\nJobs\nMessaging\nStart a post\n"
BELOW: Final = "Add to your feed\nSome One\nFollow\nAbout\nLinkedIn Corporation © 2025\n"
BAR: Final = "Like\nComment\nRepost\nSend\n"
ADA: Final = (
    f"Ada Berg\nAda Berg\n• 1st\nBoat builder\n2d • 2 days ago\nOak it is.\n\nTwice.\n12\n{BAR}"
)
BO: Final = (
    f"Cy Dahl reposted this\nBo Lin\nBo Lin\n• 2nd\nSail maker\n1w •\nLarch is better.\n{BAR}"
)
DI: Final = "Di Holm\nDi Holm\n• 3rd+\nSailor\n5d\nI think so, too.\nLike\nReply\n"
YARD: Final = f"The Yard\nThe Yard\n12,345 followers\n3d •\nWe open on Sunday.\n{BAR}"


def feed(heading: str) -> str:
    posts = (ADA, f"{BO}{DI}", f"{YARD}{DI}")
    return "".join(f"{heading} {at}\n{post}"
                   for at, post in enumerate(posts, 1))  # fmt: skip


@pytest.mark.parametrize("above", [ABOVE, ""])
@pytest.mark.parametrize("below", [BELOW, ""])
@pytest.mark.parametrize(
    "heading", ["Feed post number", "Post du fil d’actualité numéro", "Feedbeitrag Nr."]
)
def test_each_post_of_a_feed_is_one_with_its_comments(
    heading: str, above: str, below: str, read_file: ReadFile
) -> None:
    found = read_file(f"{above}{feed(heading)}{below}", "feed.txt")

    assert found.errors == []
    ada, bo, di, yard, again = found.posts
    assert [(each.author, each.age, each.text) for each in found.posts] == [
        ("Ada Berg", "2d", "Oak it is.\n\nTwice."),
        ("Bo Lin", "1w", "Larch is better."),
        ("Di Holm", "5d", "I think so, too."),
        ("The Yard", "3d", "We open on Sunday."),
        ("Di Holm", "5d", "I think so, too."),
    ]
    assert [each.parent_id for each in found.posts] == [None, None, bo.id, None, yard.id]
    assert len({each.id for each in (ada, bo, di, yard, again)}) == len(found.posts)


def test_ids_stay_when_the_feed_has_grown_below(read_file: ReadFile) -> None:
    whole = feed("Feed post number")
    begun = read_file(whole[: whole.index("Feed post number 3")], "feed.txt").posts

    assert read_file(whole, "feed.txt").posts[: len(begun)] == begun


def test_one_post_is_no_feed(read_file: ReadFile) -> None:
    found = read_file(f"{ABOVE}Feed post number 1\n{ADA}{DI}{BELOW}", "feed.txt")

    assert [(each.author, each.parent_id) for each in found.posts] == [
        ("Ada Berg", None),
        ("Di Holm", found.posts[0].id),
    ]


def test_posts_without_words_are_passed_over(read_file: ReadFile) -> None:
    empty = f"Feed post number 1\n{BAR}Feed post number 2\n{ADA}"

    assert [each.author for each in read_file(empty, "feed.txt").posts] == ["Ada Berg"]
    nothing = read_file(f"Feed post number 1\n{BAR}Feed post number 2\n{BAR}", "feed.txt")
    assert nothing.posts == []
    assert len(nothing.errors) == 1
