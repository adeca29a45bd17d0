"""What stands below an article under other names to be read next is neither it nor a comment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

OWN: Final = (
    "The keel is of oak and was laid in March. We oiled it twice, because the first coat did not"
    " hold in the rain. Next week we turn to the planks, which are of larch from the north."
)
TEASERS: Final = (
    ("Old mill", "Bo Lin", "The old mill was sold to a family from the north of the county."),
    ("New school", "Cy Dahl", "The new school will be open in autumn for all the children."),
    ("Wet harvest", "Di Holm", "The harvest was wet and the farmers ask for help from the state."),
)
NAMES: Final = {name for _, name, _ in TEASERS}
ARTICLE: Final = f"<main><article><h1>The keel</h1><p>{OWN}</p></article></main>"
SIGNED: Final = ARTICLE.replace("</h1>", "</h1><span class='author'>Ada Berg</span>")
LONG: Final = SIGNED.replace(OWN, OWN * 5)
CARD: Final = (
    "<div class='card'><h3><a href='/p/{at}'>{title}</a></h3><span class='author'>{name}</span>"
    "<time datetime='2025-03-0{at}'>{at} March</time><p>{text}</p></div>"
)


def cards(form: str) -> str:
    return "".join(
        form.format(at=at, title=title, name=name, text=text)
        for at, (title, name, text) in enumerate(TEASERS, 1)
    )


def page(body: str, head: str = "") -> str:
    return f"<html><head><title>The keel</title>{head}</head><body>{body}</body></html>"


def test_a_short_article_is_not_lost_for_the_teasers_below_it(read_file: ReadFile) -> None:
    related = cards(CARD.replace("div", "article").replace("h3", "h2"))
    found = read_file(
        page(
            f'{ARTICLE}<section class="related"><h2>Read next</h2>{related}</section>',
            '<meta name="author" content="Ada Berg">',
        ),
        "keel.html",
    )

    (article,) = found.posts
    assert (article.author, article.text) == ("Ada Berg", OWN)
    assert found.left_out["passages"] == len(TEASERS)


@pytest.mark.parametrize("article", [SIGNED, LONG])
@pytest.mark.parametrize(
    "form",
    [
        CARD,
        CARD.replace("div", "li"),
        CARD.replace("div", "article"),
        f"<div class='col'>{CARD}</div>",
        CARD.replace("<h3><a href='/p/{at}'>{title}</a></h3>", "<a href='/p'><h3>{title}</h3></a>"),
        CARD.replace("<p>{text}</p>", ""),
        CARD.replace("<span class='author'>{name}</span>", "<p>By {name}</p>"),
        CARD.replace("<span", "<img class='avatar' src='a.png'><span"),
        CARD.replace("<div class='card'>", "").replace("</div>", ""),
        (
            "<div class='card'><a rel='author' class='author' href='/by/{at}'>{name}</a>"
            "<h3><a href='/p/{at}'>{title}</a></h3></div>"
        ),
    ],
)
def test_teasers_are_no_comments(article: str, form: str, read_file: ReadFile) -> None:
    found = read_file(page(f"{article}<div class='x'>{cards(form)}</div>"), "keel.html")

    (post,) = found.posts
    assert post.author == "Ada Berg"
    assert post.text == (OWN if article is SIGNED else OWN * 5)
    assert found.left_out["passages"] == len(TEASERS)


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (LONG.replace("</main>", f"<div class='more'>{cards(CARD)}</div></main>"), ""),
        (LONG.replace("h1", "h2") + f"<aside>{cards(CARD)}</aside>", ""),
        (f"<h1><a href='/'>Site</a></h1>{LONG}<div>{cards(CARD)}</div>", ""),
        (
            f"{LONG}<div>{cards(CARD.replace('/p/', 'https://a.example/p/'))}</div>",
            "<link rel='canonical' href='https://a.example/keel'>",
        ),
        (
            (
                f"<div><h1>The keel</h1><span class='author'>Ada Berg</span><p>{OWN}</p>"
                f"<div class='grid'>{cards(CARD)}</div></div>"
            ),
            "",
        ),
        (f"{LONG}<div>{cards(CARD)}</div><form><textarea></textarea></form>", ""),
    ],
)
def test_teasers_are_known_wherever_they_stand(body: str, head: str, read_file: ReadFile) -> None:
    found = read_file(page(body, head), "keel.html")

    assert [post.author for post in found.posts] == ["Ada Berg"]
    assert found.left_out["passages"] == len(TEASERS)


@pytest.mark.parametrize("author", [CARD, CARD.replace("span class='author'", "p")])
@pytest.mark.parametrize(
    "form",
    [
        "<div>{}</div>",
        "<aside>{}</aside>",
        "<section><h2>More stories</h2>{}</section>",
        "<div class='related-posts'><h2>Related</h2><div>{}</div></div>",
        "<div class='related'>{}</div><p>The end.</p>",
    ],
)
def test_teasers_within_an_article_are_not_its_author_s(
    form: str, author: str, read_file: ReadFile
) -> None:
    shown = cards(author.replace("{name}", "By {name}"))
    found = read_file(page(LONG.replace("</article>", form.format(shown) + "</article>")), "a.html")

    (article,) = found.posts
    assert article.author == "Ada Berg"
    assert not any(text in article.text for *_, text in TEASERS)
    assert found.left_out["passages"] == len(TEASERS)


@pytest.mark.parametrize(
    "form",
    [
        CARD.replace("<a href='/p/{at}'>{title}</a>", "{title}"),
        CARD.replace("/p/{at}", "#part-{at}"),
        CARD.replace("<span class='author'>{name}</span>", ""),
        CARD.replace("/p/", "https://books.example/"),
    ],
)
def test_what_an_article_has_that_is_no_teaser_stays(form: str, read_file: ReadFile) -> None:
    below = f"<div>{cards(form)}</div></article>"
    found = read_file(page(LONG.replace("</article>", below)), "a.html")

    assert all(any(text in each.text for each in found.posts) for *_, text in TEASERS)


def test_an_article_that_is_about_others_keeps_them(read_file: ReadFile) -> None:
    below = f"<div>{cards(CARD)}</div></article>"
    found = read_file(page(ARTICLE.replace(OWN, OWN[:90]).replace("</article>", below)), "a.html")

    assert all(any(text in each.text for each in found.posts) for *_, text in TEASERS)


@pytest.mark.parametrize(
    "form",
    [
        CARD.replace("/p/{at}", "#c{at}"),
        CARD.replace("/p/{at}", "?c={at}"),
        CARD.replace("/p/{at}", "https://a.example/keel#c{at}"),
        CARD.replace("/p/{at}", "https://a.example/keel/{at}"),
        CARD.replace("{title}", "Re: keel"),
        CARD.replace("{title}", "Comment {at}"),
        CARD.replace("</div>", "<a href='/reply/{at}'>Reply</a></div>"),
        CARD.replace("card", "CommentBox"),
        CARD.replace("card", "answer"),
        CARD.replace("/p/", "https://other.example/"),
    ],
)
def test_comments_whose_headings_lead_to_them_stay(form: str, read_file: ReadFile) -> None:
    head = "<link rel='canonical' href='https://a.example/keel'>"
    found = read_file(page(f"{LONG}<div class='x'>{cards(form)}</div>", head), "keel.html")

    assert {post.author for post in found.posts} == {"Ada Berg", *NAMES}
    assert not found.left_out["passages"]


def test_comments_below_their_heading_stay(read_file: ReadFile) -> None:
    found = read_file(page(f"{LONG}<div><h2>3 comments</h2>{cards(CARD)}</div>"), "keel.html")

    assert {post.author for post in found.posts} == {"Ada Berg", *NAMES}


def test_comments_beside_teasers_stay(read_file: ReadFile) -> None:
    comment = "<div class='item'><b class='author'>{name}</b><p>{text} I think so.</p></div>"
    body = f"{LONG}<div><div>{cards(CARD)}</div><div>{cards(comment)}</div></div>"
    found = read_file(page(body), "keel.html")

    assert {post.author for post in found.posts} == {"Ada Berg", *NAMES}
    assert len(found.posts) == 1 + len(TEASERS)
    assert found.left_out["passages"] == len(TEASERS)


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (f"<h1>Ada's blog</h1>{cards(CARD.replace('div', 'article'))}", ""),
        (f"<h1>Ada's blog</h1><p>Welcome.</p>{cards(CARD)}", ""),
        (f"<h1>Boats</h1><p>All that we wrote on boats, for you.</p><div>{cards(CARD)}</div>", ""),
        (f"<h1>Results</h1><ol>{cards(CARD.replace('div', 'li'))}</ol>", ""),
        (f"<h1>Volume 12</h1><time datetime='2025-01-01'>2025</time><div>{cards(CARD)}</div>", ""),
        (
            f"<main><article><h1>Hello</h1><p>{OWN}</p></article><div>{cards(CARD)}</div></main>",
            "<link rel='canonical' href='https://a.example/'>",
        ),
        (f"<div><h1>The keel</h1></div><div>{cards(CARD.replace('card', 'msg'))}</div>", ""),
    ],
)
def test_of_a_list_each_article_stays(body: str, head: str, read_file: ReadFile) -> None:
    found = read_file(page(body, head), "list.html")

    assert {post.author for post in found.posts} >= NAMES


def test_books_of_other_sites_stay_the_words_of_who_reads_them(read_file: ReadFile) -> None:
    books = cards(CARD.replace("/p/", "https://books.example/"))
    found = read_file(page(f"<main><h1>Books</h1><p>{OWN}</p>{books}</main>"), "books.html")

    assert TEASERS[0][2] in "\n".join(post.text for post in found.posts)


def test_of_a_page_with_an_address_that_is_none_nothing_is_taken(read_file: ReadFile) -> None:
    head = "<link rel='canonical' href='http://[keel'>"
    found = read_file(page(f"{LONG}<div>{cards(CARD)}</div>", head), "keel.html")

    assert OWN in found.posts[0].text


def test_a_page_of_very_many_cards_is_a_list_of_them(read_file: ReadFile) -> None:
    many = "".join(
        CARD.format(at=at, title=f"Title {at}", name=f"Ada {at} Holm", text=f"Words of {at}.")
        for at in range(1, 502)
    )
    found = read_file(page(f"{LONG}<div>{many}</div>"), "list.html")

    assert len(found.posts) == 502
