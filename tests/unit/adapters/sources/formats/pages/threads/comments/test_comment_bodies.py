"""What some software calls a comment is what other software calls the words of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

KEEL: Final = "The keel is of oak and was laid in March, and we oiled it twice before the rain."
SAID: Final = {"Bo Lin": "Larch would have been lighter.", "Ada Berg": "Not where the stones are."}
AROUND: Final = {
    "a list": '<ol class="comment-list">{}</ol>',
    "a section": '<section id="comments" class="comments"><h2>2 comments</h2>{}</section>',
    "a part": '<div id="comments">{}</div>',
}
WORDS: Final = '<div class="comment-body"><p>{text}</p></div>'
NAMED_OUTSIDE: Final = {
    "a line": (
        '<div class="comment" id="c{at}"><p class="comment-meta"><span class="author">{name}</span>'
        ' on <time datetime="2024-05-0{at}">May</time></p>{words}</div>'
    ),
    "a heading": '<li class="comment" id="c{at}"><h4 class="author">{name}</h4>{words}</li>',
    "a link": (
        '<li class="comment" id="c{at}"><div class="wrapper"><div class="comment-author"><div>'
        '<span><a href="/u">{name}</a></span><ul><li><time datetime="2024-05-0{at}">May</time>'
        '</li></ul></div></div>{words}<div class="comment-vote vote">0</div></div></li>'
    ),
    "likes": (
        '<li class="comment" id="c{at}"><img class="avatar"><span class="username">{name}</span>'
        '{words}<div class="likes">3 likes</div></li>'
    ),
    "below": '<div class="comment" id="c{at}">{words}<b class="author">{name}</b></div>',
}
NAMED_INSIDE: Final = {
    "an article": (
        '<li class="comment" id="c{at}"><article class="comment-body"><footer><div'
        ' class="comment-author vcard"><b class="fn">{name}</b></div></footer>'
        '<div class="comment-content"><p>{text}</p></div></article></li>'
    ),
    "a part": (
        '<li class="comment" id="c{at}"><div class="comment-body"><div class="comment-author'
        ' vcard"><cite class="fn">{name}</cite></div><p>{text}</p></div></li>'
    ),
    "alone": (
        '<div class="comment-body" id="c{at}"><div class="comment-author"><b>{name}</b></div>'
        "<p>{text}</p></div>"
    ),
}


def page(form: str, around: str, said: dict[str, str] | None = None) -> str:
    below = "".join(
        form.replace("{words}", WORDS).format(at=at, name=name, text=text)
        for at, (name, text) in enumerate((said or SAID).items(), 1)
    )
    return (
        '<html><head><title>The keel</title><meta name="author" content="Ada Berg"></head><body>'
        f"<main><article><h1>The keel</h1><p>{KEEL}</p></article>{around.format(below)}</main>"
    )


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("form", [*NAMED_OUTSIDE.values(), *NAMED_INSIDE.values()])
def test_each_comment_has_its_words_and_no_others(
    form: str, around: str, read_file: ReadFile
) -> None:
    found = read_file(page(form, AROUND[around]), "keel.html")

    assert [(each.author, each.text) for each in found.posts[1:]] == [*SAID.items()]
    assert KEEL in found.posts[0].text
    assert found.left_out == {}


@pytest.mark.parametrize("form", NAMED_OUTSIDE.values())
def test_whom_a_comment_mentions_is_not_its_author(form: str, read_file: ReadFile) -> None:
    said = {**SAID, "Cy Dahl": 'As <a class="username" href="/u">Bo Lin</a> says, larch it is.'}
    found = read_file(page(form, AROUND["a list"], said), "keel.html")

    assert [each.author for each in found.posts[1:]] == [*said]
    assert found.posts[-1].text == "As Bo Lin says, larch it is."


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("As {} says, larch it is.", "As Bo Lin says, larch it is."),
        ("{} says larch.", "Bo Lin says larch."),
        ("Larch it is.<br>Ask {}, too.", "Larch it is.\nAsk Bo Lin, too."),
        ("<div>Ask {}, too.</div>", "Ask Bo Lin, too."),
        ("<p>Who has what:</p><ul><li>{} has two</li></ul>", "Who has what:\n\n- Bo Lin has two"),
        ("<ul><li>{}</li></ul><p>Larch it is.</p>", "- Bo Lin\n\nLarch it is."),
    ],
)
@pytest.mark.parametrize("form", NAMED_OUTSIDE.values())
def test_a_name_in_running_text_is_mentioned(
    form: str, body: str, text: str, read_file: ReadFile
) -> None:
    words = body.format('<a class="username" href="/u">Bo Lin</a>')
    last = form.replace("{words}", f'<div class="comment-body">{words}</div>')
    both = [form.replace("{words}", WORDS).format(at=1, name="Bo Lin", text="Of elm, then?")]
    both.append(last.format(at=2, name="Cy Dahl"))
    found = read_file(page("", "<section id='comments'>" + "".join(both) + "</section>"), "k.html")

    assert [each.author for each in found.posts[1:]] == ["Bo Lin", "Cy Dahl"]
    assert found.posts[-1].text == text


@pytest.mark.parametrize("head", ["", '<div class="comment-author"><img alt=""></div>'])
@pytest.mark.parametrize("tail", [" on 3 March 2024", " wrote:", ""])
def test_a_head_within_the_words_names_their_author(
    head: str, tail: str, read_file: ReadFile
) -> None:
    below = "".join(
        f'<li class="comment" id="c{at}">{head}<div class="comment-body"><b class="author">{name}'
        f"</b>{tail}<p>{text}</p></div></li>"
        for at, (name, text) in enumerate(SAID.items(), 1)
    )
    found = read_file(page("", f'<ol class="comment-list">{below}</ol>'), "keel.html")

    assert [each.author for each in found.posts[1:]] == [*SAID]


@pytest.mark.parametrize("around", ["{}", "<div class='children'>{}</div>"])
def test_answers_within_the_words_of_a_comment_are_said_once(
    around: str, read_file: ReadFile
) -> None:
    form = NAMED_OUTSIDE["likes"].replace('<div class="likes">3 likes</div>', "")
    form = form.replace("<li", "<div").replace("</li>", "</div>").replace("{words}", WORDS)
    one, two = (
        form.format(at=at, name=name, text=text) for at, (name, text) in enumerate(SAID.items(), 1)
    )
    end = one.rindex("</div></div>")
    both = one[:end] + around.format(two) + one[end:]
    found = read_file(page("", f"<section id='comments'>{both}</section>"), "keel.html")

    assert [(each.author, each.text) for each in found.posts[1:]] == [*SAID.items()]


@pytest.mark.parametrize("form", ["an article", "a part"])
def test_answers_within_a_comment_are_apart(form: str, read_file: ReadFile) -> None:
    one, two = (
        NAMED_INSIDE[form].format(at=at, name=name, text=text)
        for at, (name, text) in enumerate(SAID.items(), 1)
    )
    both = one.replace("</li>", f'<ul class="children">{two}</ul></li>')
    found = read_file(page("{{}}", AROUND["a list"]).replace("{}{}", both), "keel.html")

    assert [(each.author, each.text) for each in found.posts[1:]] == [*SAID.items()]


@pytest.mark.parametrize("form", ["a line", "likes"])
def test_answers_within_a_comment_whose_words_are_apart_are_too(
    form: str, read_file: ReadFile
) -> None:
    one, two = (
        NAMED_OUTSIDE[form].replace("{words}", WORDS).format(at=at, name=name, text=text)
        for at, (name, text) in enumerate(SAID.items(), 1)
    )
    end = one.rindex("</")
    both = f'{one[:end]}<ul class="children">{two}</ul>{one[end:]}'
    found = read_file(page("{{}}", AROUND["a list"]).replace("{}{}", both), "keel.html")

    assert [(each.author, each.text) for each in found.posts[1:]] == [*SAID.items()]


def test_a_date_below_a_name_is_no_part_of_it(read_file: ReadFile) -> None:
    head = (
        '<div class="article-author"><div><a href="/u/1">Ada Berg</a><ul><li>'
        '<time datetime="2024-02-01T10:00:00Z">1 Feb 2024</time></li></ul></div></div>'
    )
    body = f"<main><article><header><h1>The keel</h1>{head}</header><p>{KEEL}</p></article></main>"
    found = read_file(f"<title>The keel</title>{body}", "keel.html")

    assert found.only.author == "Ada Berg"
