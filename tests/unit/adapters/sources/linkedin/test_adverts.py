"""Of a copied feed, adverts are left out, counted and named; what people say stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

BAR: Final = "12\nLike\nComment\nRepost\nSend\n"
ADA: Final = f"Ada Berg\nAda Berg\n• 1st\nBoat builder\n2d •\nOak it is.\n{BAR}"
BO: Final = "Bo Lin\nBo Lin\n• 2nd\nSail maker\n"
COMMENT: Final = "Di Holm\nDi Holm\n• 3rd+\nSailor\n5d\nI have one.\nLike\nReply\n"
ADVERT: Final = "The Yard\nThe Yard\n12,345 followers\n{label}\nBuy a hull today.\nLearn more\n"


def feed(*posts: str) -> str:
    return "".join(f"Feed post number {at}\n{post}" for at, post in enumerate(posts, 1))


@pytest.mark.parametrize(
    "label",
    [
        "Promoted", "Promoted by Hulls and Sails", "Sponsored", "Post sponsorisé", "Sponsorisé",
        "Publicidad", "Promocionado", "Promocionado por Cascos", "Anzeige", "Gesponsert",
        "Gesponsert von Rumpf und Segel", "• Promoted",
    ],
)  # fmt: skip
@pytest.mark.parametrize("below", ["", COMMENT])
@pytest.mark.parametrize("is_first", [True, False])
def test_an_advert_and_what_is_said_of_it_are_left_out_and_counted(
    label: str, below: str, is_first: bool, read_file: ReadFile
) -> None:
    advert = f"{ADVERT.format(label=label)}{BAR}{below}"
    own = f"{BO}1w •\nLarch is better.\n{BAR}"
    posts = [advert, ADA, own] if is_first else [ADA, advert, own]

    found = read_file(feed(*posts), "feed.txt")

    assert [(each.author, each.text) for each in found.posts] == [
        ("Ada Berg", "Oak it is."),
        ("Bo Lin", "Larch is better."),
    ]
    assert found.left_out["adverts"] == 1
    assert found.posts == read_file(feed(ADA, own), "feed.txt").posts


def test_an_advert_without_followers_is_one_too(read_file: ReadFile) -> None:
    found = read_file(feed(ADA, f"{BO}Promoted\nBuy a sail today.\n{BAR}", ADA), "feed.txt")

    assert {each.text for each in found.posts} == {"Oak it is."}
    assert found.left_out["adverts"] == 1


@pytest.mark.parametrize(
    "post",
    [
        f"{BO}1w •\nPromoted\nat last: I lead the loft from today.\n{BAR}",
        f"Bo Lin\nBo Lin\n• 2nd\nPublicidad\n1w •\nLarch is better.\n{BAR}",
        f"Bo Lin\nBo Lin\n• 2nd\nPublicidad\n1w • Edited •\nLarch is better.\n{BAR}",
        f"{BO}1w •\nLarch is better.\n{BAR}Di Holm\n• 3rd+\nSailor\n5d\nPromoted\nLike\nReply\n",
        f"{BO}1w •\nHow it went\nAnzeige\nwas what I did first.\n{BAR}",
    ],
)
def test_who_writes_of_adverts_or_works_with_them_stays(post: str, read_file: ReadFile) -> None:
    found = read_file(feed(ADA, post), "feed.txt")

    assert found.posts[1].author == "Bo Lin"
    assert "adverts" not in found.left_out


def test_a_note_whose_lines_say_such_words_stays_whole(read_file: ReadFile) -> None:
    note = "Promoted\nAda leads the yard from Monday.\nPublicidad\nBo paints the sign."

    found = read_file(note)

    assert found.only.text == note
    assert not found.left_out
