from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from lxml.etree import iterwalk

from adapters.sources.formats.pages.html_text import parsed, tree_text
from adapters.sources.transcripts import class_index, message_page
from adapters.sources.transcripts.class_index import ClassIndex

if TYPE_CHECKING:
    import lxml.html

    from tests.unit.adapters.sources.conftest import ReadFile

PAGE = """<html class="a"><body><div id="1" class="a x"><p id="2" class="b"><i id="3" class="A b">
</i></p><p id="4" class="c"><b id="5" class="b"><u id="6" class="b"></u></b></p></div>
<div id="7" class="a"><div id="8" class="a b"></div></div></body></html>"""


def ids(elements: list[lxml.html.HtmlElement]) -> str:
    return "".join(each.get("id", "?") for each in elements)


@pytest.fixture
def tree() -> lxml.html.HtmlElement:
    found = parsed(PAGE)
    assert found is not None
    return found


def test_what_is_in_a_class_is_found_within_the_page_and_within_what_was_found(
    tree: lxml.html.HtmlElement,
) -> None:
    page = ClassIndex(tree, ("a", "b", "c", "d"))
    assert ids(page.within(tree, "a")) == "178"
    assert ids(page.within(tree, "b")) == "23568"
    assert ids(page.outermost(tree, "a")) == "17"
    first, second = page.outermost(tree, "a")
    assert ids(page.within(first, "b")) == "2356"
    assert ids(page.outermost(first, "b")) == "25"
    assert ids(page.within(second, "b")) == "8"
    assert page.within(tree, "d") == []


def test_what_is_in_another_class_is_passed_over_with_all_within(
    tree: lxml.html.HtmlElement,
) -> None:
    page = ClassIndex(tree, ("a", "b", "c"))
    first, second = page.outermost(tree, "a")
    assert ids(page.outside(first, "b", "c")) == "2"
    assert ids(page.outside(second, "b", "c")) == "8"
    assert ids(page.outside(tree, "c", "c")) == ""


DISCORD = (
    '<html><head><style>.chatlog__message {}</style></head><body><div class="chatlog">'
    '<div class="chatlog__message-group"><b class="chatlog__author">Ada</b>%s</div></div></body>'
)
DISCORD_MESSAGE = (
    '<div class="chatlog__message-container" data-message-id="104293719374299545%d">'
    '<p class="chatlog__markdown-preserve">Bees swarm.</p></div>'
)
TELEGRAM = '<html><body><div class="page_wrap"><div class="history">%s</div></div></body></html>'
TELEGRAM_MESSAGE = (
    '<div class="message" id="message%d"><div class="from_name">Ada</div>'
    '<div class="text">Bees swarm.</div></div>'
)


@pytest.mark.parametrize(
    ("page", "message"), [(DISCORD, DISCORD_MESSAGE), (TELEGRAM, TELEGRAM_MESSAGE)]
)
def test_a_page_of_messages_is_walked_once_however_many_there_are(
    page: str, message: str, read_file: ReadFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    walked: list[str] = []

    def walk(tree: lxml.html.HtmlElement, **events: Any) -> object:
        walked.append(tree.tag)
        return iterwalk(tree, **events)

    monkeypatch.setattr(class_index, "iterwalk", walk)
    found = read_file(page % "".join(message % number for number in range(10)), "a.html")
    assert [(post.author, post.text) for post in found.posts] == [("Ada", "Bees swarm.")] * 10
    assert walked == ["html"]


@pytest.mark.parametrize(
    "nested",
    ["text", "from_name", "page_header", "chatlog__author-tag", "chatlog__markdown-preserve"],
)
def test_what_is_nested_is_read_with_what_it_is_nested_in(
    nested: str, read_file: ReadFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def text_of(element: lxml.html.HtmlElement) -> str:
        read.append(element.get("class", ""))
        return tree_text(element)

    monkeypatch.setattr(message_page, "tree_text", text_of)
    deep = f'<div class="{nested}">' * 50 + "Wax." + "</div>" * 50
    page, message = (
        (DISCORD, DISCORD_MESSAGE % 1)
        if nested.startswith("chatlog")
        else (TELEGRAM, TELEGRAM_MESSAGE % 1)
    )
    found = read_file(page % (message.removesuffix("</div>") + deep + "</div>"), "a.html")
    assert len(found.posts) == 1
    assert read.count(nested) <= 2


def test_nested_replies_are_looked_through_once(read_file: ReadFile) -> None:
    reply = '<div class="reply_to">' * 50 + '<a href="#go_to_message1">that</a>' + "</div>" * 50
    messages = TELEGRAM_MESSAGE % 1 + (TELEGRAM_MESSAGE % 2).removesuffix("</div>") + reply
    found = read_file(TELEGRAM % f"{messages}</div>", "a.html")
    assert [post.parent_id for post in found.posts] == [None, found.posts[0].id]
