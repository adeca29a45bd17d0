"""Whatever a post holds, none of it acts on a terminal or a chat, and no link leads elsewhere."""

from __future__ import annotations

import json
import re
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from adapters.chat.cards import answer_card, related_card
from adapters.chat.wording import ENGLISH
from adapters.discord.rendering.layout import card_view
from adapters.mcp.results import answer_result, hits_result
from adapters.report.figures import words
from adapters.slack.rendering.blocks import laid_out
from adapters.terminal import show
from adapters.terminal.whole_post import show_post
from bot.cli.ask import answer_record, hits_record
from bot.cli.console import Harmless
from bot.posts.surroundings import Surroundings
from bot.question_and_answer import Answer
from bot.text import json_line, one_line
from tests.fakes.bot.answers import answered
from tests.fakes.bot.ledgers import asked
from tests.fakes.examples import at_most
from tests.fakes.index.hits import hit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from index.posts import Hit

ACTS = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e0fff]"
)
"""What a text may not bring to a terminal or a chat."""

UNSEEN = re.compile(ACTS.pattern[:-1] + r"\u00ad\u061c\u200b\u200e\u200f\u2060\ufeff]")
"""What a name or an address may not."""

ODD = st.sampled_from(
    ["\x1b[2J", "\x1b]8;;//evil.example\x07", "\x9b31m", "\u202e", "\u2066", "\u200b", "\u200e",
     "\u061c", "\u2060", "\ufeff", "\u00ad", "\u200d", "\U000e0041\U000e007f", "\r", "\x07",
     "\x00", "a", "é", "🌻", " ", "Ada", "<@U1>", "@everyone"]
)  # fmt: skip
TEXTS = st.lists(ODD, min_size=1, max_size=12).map(lambda signs: f"The oven {''.join(signs)} lit.")
NAMES = st.lists(ODD, max_size=8).map("".join)
IDS = NAMES.map(lambda odd: f"x{odd}".replace(":", "").replace("\x1b]8", ""))
URLS = st.one_of(
    st.none(),
    st.sampled_from(
        ["https://", "http://", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd",
         "ftp://example.org/", "https:///path", "https://bank.example@evil.example/",
         "https://bank.example\\@evil.example", "HTTPS://example.org/", "slack://open",
         "https://example.org:0/", "https://example.org:nine/", "https://[::1", " https://a.example",
         "//example.org/a", "https:example.org", "https://..", "https://a.example/b"]
    ),
    NAMES.map(lambda odd: f"https://exa{odd}mple.org/"),
    NAMES.map(lambda odd: f"https://example.org/{odd}"),
)  # fmt: skip
HITS = st.builds(
    lambda text, url, **names: hit((text, 0.9), url=url, **names),
    TEXTS, URLS, title=NAMES, author=NAMES, source=IDS, name=IDS, age=NAMES,
)  # fmt: skip
SAFE = re.compile(r"https?://[\w.-]*\w[\w.-]*(:\d+)?([/?#]\S*)?", re.IGNORECASE)


def printed(act: Callable[[Console], None], kind: type[Console] = Console) -> str:
    """Return what a terminal gets."""
    screen = StringIO()
    act(kind(file=screen, width=200, force_terminal=True, color_system=None, markup=False))
    return screen.getvalue()


def strings(found: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield all strings of a payload, each with the key under which it stands."""
    if isinstance(found, dict):
        for name, each in found.items():
            yield from strings(each, name)
    elif isinstance(found, list | tuple):
        for each in found:
            yield from strings(each, key)
    elif isinstance(found, str):
        yield key, found


def payloads(answer: Answer) -> Iterator[dict[str, Any] | list[Any]]:
    """Yield an answer as Discord, Slack and an assistant get it, found and only pointed at."""
    nothing = Answer(answer.question, (), tuple(e.citation for e in answer.excerpts), 0.01, 0.3)
    for each in (answer, nothing):
        for card in (answer_card(each, ENGLISH), related_card(each, ENGLISH)):
            components: list[Any] = card_view(card, ENGLISH).to_components()  # type: ignore[no-untyped-call]
            yield components
            message = laid_out(card, ENGLISH)
            yield {"text": message.text, "blocks": list(message.blocks)}
        yield answer_result(each).model_dump()


@settings(max_examples=at_most(60), deadline=None)
@given(HITS)
def test_nothing_in_a_post_acts_on_a_chat_or_an_assistant_and_every_link_is_of_the_web(
    found: Hit,
) -> None:
    answer = answered(asked(), found)
    assert answer.excerpts
    for payload in [*payloads(answer), hits_result([found]).model_dump()]:
        for key, text in strings(payload):
            if key != "post_id":
                assert ACTS.search(text) is None, (key, text)
            if key == "url":
                assert SAFE.fullmatch(text), text
                assert UNSEEN.search(text) is None
            if key in {"title", "author", "source"}:
                assert UNSEEN.search(text) is None


@settings(max_examples=at_most(60), deadline=None)
@given(HITS)
def test_nothing_in_a_post_acts_on_a_terminal_and_no_link_of_another_kind_is_shown(
    found: Hit,
) -> None:
    answer = answered(asked(), found)
    around = Surroundings((found.post,), (), (), (found.post,), 1)
    screens = [
        printed(lambda console: show(answer, console, ENGLISH)),
        printed(lambda console: show_post(found.post, around, console, ENGLISH)),
    ]
    for screen in screens:
        assert ACTS.search(screen) is None
        url = found.post.url or ""
        if url.startswith(("javascript:", "data:", "file:", "ftp:", "slack:", "https:///")):
            assert url not in screen


@settings(max_examples=at_most(60), deadline=None)
@given(HITS)
def test_json_shows_only_links_of_the_web_and_acts_on_no_terminal_and_says_the_same(
    found: Hit,
) -> None:
    answer = answered(asked(), found)
    for record in (answer_record(answer), hits_record(asked(), [found], 0.1)):
        line = json_line(record)
        assert UNSEEN.search(line) is None
        assert json.loads(line) == record
        for key, text in strings(record):
            assert key != "url" or SAFE.fullmatch(text)


def test_a_refused_link_costs_the_link_and_not_the_answer() -> None:
    answer = answered(asked(), hit(("The oven is lit.", 0.9), url="javascript:alert(1)"))
    (excerpt,) = answer.excerpts
    assert excerpt.citation.url is None
    for payload in payloads(answer):
        assert "javascript" not in json.dumps(payload)
    assert "The oven is lit." in printed(lambda console: show(answer, console, ENGLISH))


@pytest.mark.parametrize(
    "name", ["Ada\u200b", "\u2066Ada\u2069", "A\u00adda", "Ad\U000e0041a", "Ada\u200d"]
)
def test_a_name_is_read_as_it_looks(name: str) -> None:
    assert one_line(name) == words(name) == "Ada"


@pytest.mark.parametrize("name", ["👩‍💻 Ada", "می‌خواهم", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "क्‍ष", "❤️"])
def test_what_spells_a_word_or_a_sign_stays_in_a_name(name: str) -> None:
    assert one_line(name) == name


def test_a_console_of_the_command_line_lets_nothing_through_that_rich_did_not_make() -> None:
    def say(console: Console) -> None:
        console.print("a\x1b]0;title\x07b", style="bold")

    assert printed(say, Harmless) == "a]0;titleb\n"
