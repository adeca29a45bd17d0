from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import pytest

from adapters.sources.formats.pages.linked_data import Said
from adapters.sources.formats.pages.threads.blocks import Block
from adapters.sources.formats.pages.threads.told_posts import completed

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import Found, ReadFile

PAGE: Final = "https://boats.example/t/7"
SAID: Final = {
    "Ada": "The mast of my boat is cracked below the boom. Can it be glued?",
    "Ben": "Cut a long scarf and glue a new piece of spruce into it.",
    "Zoe": "Wind rope around the crack for now, and sail with half the canvas.",
}
DAYS: Final = {"Ada": "2022-02-01", "Ben": "2022-02-02", "Zoe": "2022-02-03"}


def told(name: str, **more: object) -> dict[str, object]:
    return {
        "@type": "Comment",
        "text": SAID[name],
        "author": {"@type": "Person", "name": name},
        "datePublished": DAYS[name],
        **more,
    }


def page(opener: dict[str, object], *shown: str) -> str:
    head = {"@type": "DiscussionForumPosting", "headline": "The mast", "url": PAGE}
    posts = "".join(
        f'<div class="post"><span class="username">{name}</span><div class="post-body">{SAID[name]}'
        "</div></div>"
        for name in shown
    )
    return (
        f'<html><head><title>The mast</title><link rel="canonical" href="{PAGE}">'
        f'<script type="application/ld+json">{json.dumps(opener | head)}</script></head>'
        f"<body><h1>The mast</h1>{posts}</body></html>"
    )


def days(found: Found) -> dict[str | None, str]:
    return {post.author: str(post.posted_at)[:10] for post in found.posts if post.posted_at}


def test_the_date_of_the_opener_alone_is_the_opener_s_alone(read_file: ReadFile) -> None:
    found = read_file(page(told("Ada"), "Ada", "Ben", "Zoe"), "t.html")

    assert {post.author: post.text for post in found.posts} == SAID
    assert days(found) == {"Ada": DAYS["Ada"]}


def test_what_is_told_of_the_accepted_answer_alone_is_its_own(read_file: ReadFile) -> None:
    answer = told("Zoe", url=f"{PAGE}#p3")
    found = read_file(page(told("Ada", acceptedAnswer=answer), "Ada", "Ben", "Zoe"), "t.html")

    assert days(found) == {"Ada": DAYS["Ada"], "Zoe": DAYS["Zoe"]}
    assert [post.is_accepted for post in found.posts] == [None, False, True]
    assert [post.url for post in found.posts] == [PAGE, PAGE, f"{PAGE}#p3"]


def test_each_post_has_the_date_and_the_link_that_are_told_of_it_in_any_order(
    read_file: ReadFile,
) -> None:
    below = [told(name, url=f"{PAGE}#{name}") for name in ("Zoe", "Ben")]
    found = read_file(page(told("Ada", comment=below), "Ada", "Ben", "Zoe"), "t.html")

    assert days(found) == DAYS
    assert [post.url for post in found.posts] == [PAGE, f"{PAGE}#Ben", f"{PAGE}#Zoe"]


@pytest.mark.parametrize("author", [{"url": "https://boats.example/u/ben"}, {"name": ["Ben"]}])
def test_words_whose_author_is_not_told_are_known_by_themselves(
    read_file: ReadFile, author: dict[str, Any]
) -> None:
    below = [told("Ben", author=author), {"@type": "Comment", "text": "", "author": "Eve"}]
    found = read_file(page(told("Ada", comment=below), "Ada", "Ben", "Zoe"), "t.html")

    assert days(found) == {"Ada": DAYS["Ada"], "Ben": DAYS["Ben"]}


def test_posts_of_which_one_place_is_told_stay_apart(read_file: ReadFile) -> None:
    below = [told(name, url=PAGE) for name in ("Ben", "Zoe")]
    bare = page(told("Ada", comment=below))
    for html in (page(told("Ada", comment=below), "Ada", "Ben", "Zoe"), bare):
        found = read_file(html.replace("<h1>", f"<p>{' '.join(SAID.values())}</p><h1>"), "t.html")
        assert found.errors == []
        assert len({post.id for post in found.posts}) == len(found.posts)


def block(author: str, text: str, date: str = "", anchor: str = "") -> Block:
    return Block(author, text, date, anchor, 0)


def said(author: str, text: str, url: str = "", date: str = "2022-02-01") -> Said:
    return Said("", author, text, date, url, is_accepted=True)


def is_told(shown: Block, of: Said) -> bool:
    return completed([shown, block("Eve", "Another one.")], [of])[0].is_accepted


@pytest.mark.parametrize(
    ("shown", "of"),
    [
        ("Cut a long scarf and glue a new piece in.", "Cut a long scarf and glue a new…"),
        ("Cut a <long> scarf!", "cut a LONG scarf"),
        ("> Can it be glued?\nCut a long scarf.", "Cut a long scarf."),
        (f"{SAID['Zoe']} See the manual.", f"{SAID['Zoe']} See https://boats.example/manual"),
    ],
)
def test_words_are_the_same_shortened_or_written_otherwise(shown: str, of: str) -> None:
    assert is_told(block("Ben", shown), said("ben", of))


@pytest.mark.parametrize(
    ("author", "shown", "of"),
    [
        ("Zoe", SAID["Ben"], SAID["Ben"]),
        ("Ben", SAID["Ben"], SAID["Zoe"]),
        ("Ben", "Yes, glue it.", "Yes"),
        ("", f"{SAID['Zoe']} See the manual.", f"{SAID['Zoe']} Or not."),
        ("Ben", "", ""),
    ],
)
def test_other_words_or_those_of_another_are_not(author: str, shown: str, of: str) -> None:
    assert not is_told(block(author, shown), said("Ben", of))


def test_who_says_the_same_again_does_so_in_order_or_it_is_not_told_when() -> None:
    shown = [block("Ada", "+1"), block("Ben", SAID["Ben"]), block("Ada", "+1")]
    both = [said("Ada", "+1", date=day) for day in ("2022-02-01", "2022-02-05")]

    assert [each.date for each in completed(shown, both)] == ["2022-02-01", "", "2022-02-05"]
    assert completed(shown, both[:1]) == shown


def test_what_several_may_be_is_none_of_them() -> None:
    begun = "Cut a long scarf and glue a new piece"
    shown = [block("", f"{begun} of oak in."), block("", f"{begun} of ash in.")]

    assert completed(shown, [said("Ben", f"{begun}…")]) == shown


def test_without_words_authors_in_order_tell_which_is_which() -> None:
    shown = [block("Ada", SAID["Ada"]), block("Ben", SAID["Ben"])]
    both = [said("Ada", ""), said("Ben", "", date="2022-02-02")]

    assert [each.date for each in completed(shown, both)] == ["2022-02-01", "2022-02-02"]
    assert completed(shown, both[:1]) == shown


@pytest.mark.parametrize(
    ("shown", "of"),
    [
        (("Ada", "Ben", "Zoe"), ("Ada", "", "Zoe")),
        (("Ada", "", "Zoe"), ("Ada", "Ben", "Zoe")),
        (("Ada", "Ben", "Zoe"), ("Ada", "Ben, Eve", "Zoe")),
        (("Ada", "Ben & Eve", "Zoe"), ("Ada", "Ben, Eve", "Zoe")),
        (("Ada", "Eve and Ben", "Zoe"), ("Ada", "Ben, Eve", "Zoe")),
        (("Ada", "Ben et Eve", "Zoe"), ("Ada", "Ben", "Zoe")),
    ],
)
def test_who_is_not_named_or_is_one_of_two_leaves_the_others_in_order(
    shown: tuple[str, ...], of: tuple[str, ...]
) -> None:
    blocks = [block(name, text) for name, text in zip(shown, SAID.values(), strict=True)]
    told = [said(name, "", date=day) for name, day in zip(of, DAYS.values(), strict=True)]

    found = completed(blocks, told)

    assert [each.date for each in found] == [*DAYS.values()]
    assert [each.author for each in found] == [a or b for a, b in zip(shown, of, strict=True)]


@pytest.mark.parametrize(
    "of",
    [
        ("Ada", "Zoe", "Ben"), ("Ada", "Eve", "Zoe"), ("", "", "Zoe"), ("Ada", ""),
        ("Ada", "Ben, Eve", "Eve"), ("Ada", "Eve, Una", "Zoe"),
    ],
)  # fmt: skip
def test_another_order_or_another_author_tells_no_day(of: tuple[str, ...]) -> None:
    blocks = [block(name, text) for name, text in SAID.items()]
    assert completed(blocks, [said(name, "") for name in of]) == blocks


def test_other_words_in_order_are_not_those_of_whom_nothing_names() -> None:
    blocks = [block(name, text) for name, text in SAID.items()]
    told = [said("Ada", ""), said("", "It rains on the quay, and has all week."), said("Zoe", "")]
    assert completed(blocks, told) == blocks


def test_the_same_short_words_are_told_apart_by_one_of_two_authors() -> None:
    blocks = [block("Ada", "Thanks!"), block("Ben", "Thanks!")]
    told = [said("Ben", "Thanks!", date="2022-02-02"), said("Ada, Eve", "Thanks!")]
    found = completed(blocks, told)
    assert [(each.author, each.date) for each in found] == [
        ("Ada", "2022-02-01"), ("Ben", "2022-02-02"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("url", "anchor"),
    [("#p2", "p2"), ("/t/7#p2", "/t/7#p2"), ("t/7", ""), ("javascript:void(0)", ""), ("", "")],
)
def test_a_place_is_an_address_or_a_mark_of_the_page(url: str, anchor: str) -> None:
    [found] = completed([block("Ben", SAID["Ben"])], [said("Ben", SAID["Ben"], url)])
    assert found.anchor == anchor


def test_what_a_page_shows_stays_where_linked_data_tells_less() -> None:
    shown = block("Ben", SAID["Ben"], "2022-03-01", "p2")
    [found] = completed([shown], [said("Ben", SAID["Ben"], f"{PAGE}#x", "yesterday")])

    assert (found.date, found.anchor) == ("2022-03-01", "p2")


def renamed(*names: str) -> list[Said]:
    return [
        Said("", name, text, DAYS[own], "")
        for name, (own, text) in zip(names, SAID.items(), strict=True)
    ]


@pytest.mark.parametrize("length", [1_000, 56])
def test_who_is_told_by_an_account_and_shown_by_a_name_keeps_the_date(length: int) -> None:
    told = [
        Said("", each.author, each.text[:length], each.date, "")
        for each in renamed("ada_b", "ben77", "zoe-d")
    ]
    found = completed([Block(name, text, "", "", 0) for name, text in SAID.items()], told)

    assert {each.author: each.date for each in found} == DAYS


@pytest.mark.parametrize(
    "names",
    [("ada_b", "Zoe", "Ben"), ("ada_b", "Ada", "Zoe"), ("one", "one", "one"), ("Ada", "Zoe", "x")],
)
def test_the_words_of_another_who_is_there_are_not_whose_name_is_shown(
    names: tuple[str, str, str],
) -> None:
    blocks = [Block(name, text, "", "", 0) for name, text in SAID.items()]
    found = completed(blocks, renamed(*names))

    assert all(each.date in {"", DAYS[each.author]} for each in found)
    assert "" in {each.date for each in found}
