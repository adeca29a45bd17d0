"""Comments below an article that nothing marks are not its author's: each is under its own name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.unit.adapters.sources.conftest import Found, ReadFile

OWN: Final = (
    "The keel is of oak and was laid in March. We oiled it twice, because the first coat did not"
    " hold in the rain. Next week we turn to the planks, which are of larch from the north."
)
MAST: Final = "The mast is of ash, which bends before it breaks. I cut it behind the mill."
SAIL: Final = "The sail came back from the loft on Friday, with its reef points too low."
ROT: Final = "Nice. But ash rots below the water line, as we found in our own boat."
COMMENTS: Final = (
    ("Ben Lund", "3 May 2024", MAST),
    ("Cleo Dahl", "14 May 2024", SAIL),
    ("dag_77", "15 May 2024", ROT),
)
AUTHOR: Final = '<meta name="author" content="Ada Berg"><meta property="og:type" content="article">'
HEADING: Final = "<h3>Comments</h3>"
ARTICLE: Final = f"<h1>Laying the keel</h1><p>By Ada Berg</p><p>{OWN}</p><p>{OWN[:90]}</p>"


def items(name: str, date: str, text: str) -> str:
    return f"<li><b>{name}</b> <span>{date}</span><p>{text}</p></li>"


def lines(name: str, date: str, text: str) -> str:
    return f"<div><div>{name} · {date}</div><div>{text}</div></div>"


def broken_lines(name: str, date: str, text: str) -> str:
    return f"<div><strong>{name}</strong><br><small>{date}</small><p>{text}</p></div>"


def moments(name: str, date: str, text: str) -> str:
    day = date.split(maxsplit=1)[0].zfill(2)
    return (
        f'<section class="c7x"><span class="q1">{name}</span> <time datetime="2024-05-{day}">then'
        f"</time><p>{text}</p></section>"
    )


def said(name: str, date: str, text: str) -> str:
    return f"<p><b>{name}</b> said on {date}:</p><p>{text}</p>"


def wrote(name: str, date: str, text: str) -> str:
    return f"<div><p>{name} wrote on {date}:</p><p>{text}</p></div>"


def rows(name: str, date: str, text: str) -> str:
    return f"<tr><td>{name}<br>{date}</td><td>{text}</td></tr>"


def terms(name: str, date: str, text: str) -> str:
    return f"<dt>{name}, {date}</dt><dd>{text}</dd>"


def signed(name: str, date: str, text: str) -> str:
    return f"<div><p>{text}</p><p>{name}, {date}</p></div>"


def linked(name: str, date: str, text: str) -> str:
    return f'<li><a href="/user/7">{name}</a> <i>{date}</i><p>{text}</p></li>'


SHAPES: Final = (
    items, lines, broken_lines, moments, said, wrote, rows, terms, signed, linked,
)  # fmt: skip
AROUND: Final[dict[object, str]] = {items: "ul", linked: "ol", rows: "table", terms: "dl"}


def page(below: str, place: str, head: str = AUTHOR, heading: str = HEADING) -> str:
    below = f"{heading}{below}"
    body = {
        "within": f"<article>{ARTICLE}{below}</article>",
        "after": f"<article>{ARTICLE}</article>{below}",
        "beside": f"<div>{ARTICLE}</div><div>{below}</div>",
        "plain": f"{ARTICLE}{below}",
    }[place]
    return (
        f"<!DOCTYPE html><html><head><title>Laying the keel</title>{head}</head>"
        f"<body><main>{body}</main></body></html>"
    )


def all_of(shape: Callable[[str, str, str], str]) -> str:
    tag = AROUND.get(shape, "section")
    return f"<{tag}>{''.join(shape(*each) for each in COMMENTS)}</{tag}>"


def by_author(found: Found) -> dict[str | None, list[str]]:
    told: dict[str | None, list[str]] = {}
    for each in found.posts:
        told.setdefault(each.author, []).append(each.text)
    return told


@pytest.mark.parametrize("place", ["within", "after", "beside", "plain"])
@pytest.mark.parametrize("shape", SHAPES)
def test_each_comment_is_under_its_own_name_and_date(
    shape: Callable[[str, str, str], str], place: str, read_file: ReadFile
) -> None:
    found = read_file(page(all_of(shape), place), "keel.html")

    article, *comments = found.posts
    assert [(each.author, each.text) for each in comments] == [
        (name, text) for name, _, text in COMMENTS
    ]
    assert [each.posted_at and each.posted_at.day for each in comments] == [3, 14, 15]
    assert {each.parent_id for each in comments} == {article.id}
    assert article.author == "Ada Berg"
    assert OWN in article.text
    assert not any(text in article.text for *_, text in COMMENTS)


@pytest.mark.parametrize("place", ["within", "after", "beside", "plain"])
def test_one_comment_alone_is_not_the_authors(place: str, read_file: ReadFile) -> None:
    found = read_file(page(f"<ul>{items(*COMMENTS[0])}</ul>", place), "keel.html")

    assert by_author(found).get("Ben Lund") == [MAST]
    assert MAST not in "".join(by_author(found)["Ada Berg"])


def test_the_authors_own_replies_stay_the_authors(read_file: ReadFile) -> None:
    reply = items("Ada Berg", "4 May 2024", "Thanks, I will look for ash at the mill.")
    below = f"<ul>{items(*COMMENTS[0])}{reply}{items(*COMMENTS[2])}</ul>"
    found = by_author(read_file(page(below, "within"), "keel.html"))

    assert len(found["Ada Berg"]) == 2
    assert found["Ada Berg"][1] == "Thanks, I will look for ash at the mill."
    assert found["Ben Lund"] == [MAST]


def test_replies_within_a_comment_are_apart(read_file: ReadFile) -> None:
    inner = f"<ul>{items(*COMMENTS[1])}{items(*COMMENTS[2])}</ul>"
    first = items(*COMMENTS[0]).replace("</li>", f"{inner}</li>")
    second = items("Eva Holm", "16 May 2024", "Larch is a good choice for planks.")
    found = by_author(read_file(page(f"<ul>{first}{second}</ul>", "within"), "keel.html"))

    assert found["Ben Lund"] == [MAST]
    assert found["Cleo Dahl"] == [SAIL]
    assert found["dag_77"] == [ROT]


def test_where_single_words_may_be_no_names_nobody_wrote_it(read_file: ReadFile) -> None:
    below = "".join(items(name, "3 May 2024", MAST) for name in ("Launch", "Refit"))
    found = read_file(page(f"<ul>{below}</ul>", "within"), "keel.html")

    assert {each.author for each in found.posts} == {None}


def test_of_more_comments_than_are_told_apart_none_is_the_authors(read_file: ReadFile) -> None:
    below = "".join(items(f"ben_{at}", "3 May 2024", f"Ash {at}.") for at in range(2_100))
    found = read_file(page(f"<ul>{below}</ul>", "within"), "keel.html")

    assert {each.author for each in found.posts} == {None}


@pytest.mark.parametrize(
    "below",
    [
        "<p>Ada Berg, 3 May 2024</p>",
        "<ul><li>3 May 2024: The launch of it went well.</li><li>4 May 2024: We rest.</li></ul>",
        (
            "<ul><li><b>Version 2.0</b> 3 May 2024 <p>The pump is mended.</p></li>"
            "<li><b>Version 2.1</b> 4 May 2024 <p>The rudder is mended.</p></li></ul>"
        ),
        "<figure><img><figcaption>Photo: Ben Lund, 3 May 2024</figcaption></figure><p>So far.</p>",
        (
            '<div><div><a href="/x">Laying the planks</a> <i>3 May 2024</i><p>In short.</p></div>'
            '<div><h3><a href="/y">Spring Refit</a></h3> <i>3 May 2024</i><p>So.</p></div></div>'
        ),
        "<h3>2.1.0 – 2025-05-03</h3><p>More sails.</p><h3>2.0.0 – 2025-03-03</h3><p>First.</p>",
        (
            "<ul><li><b>Spring Market</b>, 3 May 2025<br>The stalls open at nine.</li>"
            "<li><b>River Walk</b>, 4 May 2025<br>We walk to the mill.</li></ul>"
        ),
        (
            "<table><tr><td>Adult Day</td><td>1 May 2025</td><td>twelve euros a day</td></tr>"
            "<tr><td>Child Day</td><td>1 May 2025</td><td>six euros a day</td></tr></table>"
        ),
        (
            "<dl><dt>Bridge Closed (3 May 2024)</dt><dd>Until June.</dd>"
            "<dt>Bridge Open (9 June 2024)</dt><dd>For good.</dd></dl>"
        ),
        (
            "<ul><li><span>Clara Schumann</span> <span>13 September 1819</span> Three romances</li>"
            "<li><span>Fanny Hensel</span> <span>14 November 1805</span> The year</li></ul>"
        ),
        "<div><strong>Spring Market</strong> – 3 May 2025<p>The stalls open at nine.</p></div>",
        (
            "<p>Maria Huber wrote on 3 May 2024:</p><p>The bridge is ours.</p>"
            "<p>Karl Meier wrote on 5 May 2024:</p><p>It is mine.</p><p>I answered neither.</p>"
        ),
    ],
)
def test_what_only_looks_so_stays_with_the_author(below: str, read_file: ReadFile) -> None:
    found = read_file(page(below, "within", heading=""), "keel.html")

    assert [each.author for each in found.posts] == ["Ada Berg"]


@pytest.mark.parametrize(
    "evidence",
    [
        lambda shown: f'<div class="c-comments-x">{shown}</div>',
        lambda shown: f"{shown}<form><textarea></textarea></form>",
        lambda shown: shown.replace("</p></li>", "</p><a href='#'>Reply</a></li>"),
        lambda shown: shown.replace("<li>", "<li><img src='/avatar/7.png'>"),
        lambda shown: f"<div>2 Kommentare</div>{shown}",
    ],
)
def test_a_page_tells_by_more_than_the_form_that_blocks_are_comments(
    evidence: Callable[[str], str], read_file: ReadFile
) -> None:
    shown = f"<ul>{items(*COMMENTS[0])}{items(*COMMENTS[1])}</ul>"
    told = by_author(read_file(page(evidence(shown), "within", heading=""), "keel.html"))
    plain = by_author(read_file(page(shown, "within", heading=""), "keel.html"))

    assert "Ben Lund" in told
    assert [*plain] == ["Ada Berg"]
