"""What people write on Discord, as questions and as posts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import pytest

from adapters.chat.wording import ENGLISH, FRENCH, GERMAN, SPANISH
from adapters.discord.locale import wording_for_locale, wording_of
from adapters.discord.questions.message_to_question import asked_text, to_question
from adapters.discord.rendering.modals import form, typed_text
from adapters.discord.sender import is_gone, reason
from adapters.discord.sync.message_to_post import source_name, to_posts
from bot.errors import AskError
from tests.fakes.discord.world.mirror import Mirror
from tests.fakes.discord.world.world import World

if TYPE_CHECKING:
    from index.search_scope import Filters
    from tests.fakes.discord.world.channels import Channel
    from tests.fakes.discord.world.guilds import Guild, Member
    from tests.fakes.discord.world.messages import Message


@pytest.fixture
def guild() -> Guild:
    return World().add_guild()


@pytest.fixture
def square(guild: Guild) -> Channel:
    return guild.add_channel("square")


@pytest.fixture
def ada(guild: Guild) -> Member:
    return guild.add_member(guild.world.add_user("ada", "Ada \\1 Lovelace"), nick="")


def asked(guild: Guild, message: Message, *audience: str) -> str:
    mirror = Mirror(guild)
    return asked_text(mirror.message(message), mirror.me, frozenset(audience))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("{me} when?", "when?"),
        ("when {me}?", "when?"),
        ("so {me}, when do we meet?", "so, when do we meet?"),
        ("<@!{id}>  when\n\n?", "when ?"),
        ("{me} what does {ada} say?", "what does Ada \\1 Lovelace say?"),
        ("{me} oven from:{ada}", 'oven from:"Ada \\1 Lovelace"'),
        ("{me} oven in:{square} IN:<#1>", 'oven in:"#square" IN:<#1>'),
        ("{me} <@1> <:oven:2>", "<@1> <:oven:2>"),
    ],
)
def test_a_question_has_names_in_place_of_mentions(
    guild: Guild, square: Channel, ada: Member, written: str, read: str
) -> None:
    me = guild.world.bot
    text = written.format(me=me.mention, id=me.id, ada=ada.mention, square=square.mention)
    assert asked(guild, square.add_message(ada, text)) == read


def test_who_is_mentioned_in_the_words_is_told_by_account(
    guild: Guild, square: Channel, ada: Member
) -> None:
    mirror, me = Mirror(guild), guild.world.bot
    text = f"{me.mention} what did {ada.mention} say about the fee?"
    question = to_question(mirror.message(square.add_message(ada, text)), mirror.me, frozenset())
    assert question is not None
    assert question.mentions == (("Ada \\1 Lovelace", f"discord:{ada.id}"),)


def test_two_who_are_mentioned_are_two_although_they_have_one_name(
    guild: Guild, square: Channel, ada: Member
) -> None:
    mirror, other = Mirror(guild), guild.add_member(guild.world.add_user("bob", "Bob"), nick="")
    namesake = guild.add_member(guild.world.add_user("bob2", "Bob"), nick="")
    lane, lane2 = guild.add_channel("lane"), guild.add_channel("lane")

    def narrowed(text: str) -> Filters:
        message = mirror.message(square.add_message(ada, text))
        question = to_question(message, mirror.me, frozenset())
        assert question is not None
        return question.filters

    twice = f"oven from:{other.mention} from:{other.mention} in:{lane.mention} in:{lane.mention}"
    found = narrowed(twice)
    assert found.author_id == f"discord:{other.id}"
    assert found.channel == f"discord:{guild.id}/{lane.id}"
    for name, one, two in (("from", other, namesake), ("in", lane, lane2)):
        with pytest.raises(AskError, match=f"{name}: can be only one"):
            narrowed(f"oven {name}:{one.mention} {name}:{two.mention}")


def test_a_question_names_only_channels_that_every_reader_of_the_answer_may_see(
    guild: Guild, square: Channel, ada: Member
) -> None:
    secret, lake = guild.add_channel("secret", readers=[]), guild.add_channel("lake")
    inner = secret.add_thread("inner", ada)
    text = f"when? {secret.mention} {inner.mention} {lake.mention} in:{secret.mention}"
    message = square.add_message(ada, text)
    hidden = f"when? {secret.mention} {inner.mention} #lake in:{secret.mention}"
    assert asked(guild, message) == hidden
    assert asked(guild, message, f"discord:{lake.id}") == hidden
    known = 'when? #secret #secret #lake in:"#secret"'
    assert asked(guild, message, f"discord:{secret.id}") == known
    own = secret.add_message(ada, f"when? {secret.mention} {inner.mention}")
    assert asked(guild, own) == "when? #secret #secret"


def test_a_question_knows_who_asks_where_and_for_whom(
    guild: Guild, square: Channel, ada: Member
) -> None:
    mirror = Mirror(guild)
    message = square.add_message(ada, f"{guild.world.bot.mention} when? kind:post")
    question = to_question(mirror.message(message), mirror.me, frozenset({"everyone"}))
    assert question
    assert (question.asker.account, question.asker.name) == (
        f"discord:{ada.id}",
        "Ada \\1 Lovelace",
    )
    assert (question.conversation, question.workspace_id) == (
        f"discord:{square.id}",
        f"discord:{guild.id}",
    )
    assert question.filters.kind == "post"
    assert not question.is_private
    nothing = square.add_message(ada, guild.world.bot.mention)
    assert to_question(mirror.message(nothing), mirror.me, frozenset()) is None
    only = mirror.message(square.add_message(ada, f"{guild.world.bot.mention} kind:post"))
    with pytest.raises(AskError):
        to_question(only, mirror.me, frozenset())


def test_our_language_follows_the_setting_or_else_the_asker() -> None:
    assert wording_of("quand le four est-il allumé dans le village ?", "auto") is FRENCH
    assert wording_of("when is the oven lit?", "auto") is ENGLISH
    assert wording_of("when is the oven lit?", "fr") is FRENCH
    assert wording_for_locale(discord.Locale.french, "auto") is FRENCH
    assert wording_for_locale(discord.Locale.french, "en") is ENGLISH
    assert wording_for_locale(discord.Locale.german, "auto") is GERMAN
    assert wording_for_locale(discord.Locale.latin_american_spanish, "auto") is SPANISH
    assert wording_for_locale(discord.Locale.italian, "auto") is ENGLISH
    assert wording_of("¿dónde está la llave?", "auto") is SPANISH


def test_a_message_is_a_post_with_names_date_and_link(
    guild: Guild, square: Channel, ada: Member
) -> None:
    mirror = Mirror(guild)
    message = square.add_message(ada, f"Ask {ada.mention} in {square.mention}.")
    [made] = to_posts(mirror.message(message), mirror.me)
    assert made.id == f"discord:{guild.id}/{square.id}/{message.id}"
    assert made.text == "Ask @Ada \\1 Lovelace in #square."
    assert (made.author, made.author_id) == ("Ada \\1 Lovelace", f"discord:{ada.id}")
    assert made.source == "#square"
    assert made.url == f"https://discord.com/channels/{guild.id}/{square.id}/{message.id}"
    assert made.posted_at
    assert made.audience == f"discord:{square.id}"
    assert made.parent_id is None


def test_a_reply_belongs_to_what_it_answers(guild: Guild, square: Channel, ada: Member) -> None:
    mirror = Mirror(guild)
    first = square.add_message(ada, "One.")
    second = square.add_message(ada, "Two.", reply_to=first)
    second.kind = 19
    [made] = to_posts(mirror.message(second), mirror.me)
    assert made.parent_id == f"discord:{guild.id}/{square.id}/{first.id}"


def test_what_a_link_shows_of_its_page_is_the_page_s_and_not_its_sender_s(
    guild: Guild, square: Channel, ada: Member
) -> None:
    mirror = Mirror(guild)
    message = square.add_message(ada, "https://example.org")
    message.embeds = [{"type": "link", "title": "Somebody else's words", "description": "More."}]
    sent, page = to_posts(mirror.message(message), mirror.me)
    assert sent.text == "https://example.org"
    assert (page.id, page.part, page.parent_id) == (f"{sent.id}~page", "page", sent.id)
    assert (page.text, page.title, page.author) == ("More.", "Somebody else's words", None)
    assert page.author_id == sent.author_id  # it goes when its sender asks to be forgotten


def test_bots_notices_and_empty_messages_are_no_posts(
    guild: Guild, square: Channel, ada: Member
) -> None:
    mirror, me = Mirror(guild), guild.world.bot
    joined = square.add_message(ada, "Ada joined.")
    joined.kind = 7
    answer = square.add_message(me, "It is lit on Fridays.")
    for message in (
        joined,
        answer,
        square.add_message(ada, "  "),
        square.add_message(ada, f"{me.mention} when?"),
        square.add_message(ada, "and why?", reply_to=answer),
        square.add_message(guild.world.add_user("feed", bot=True), "News."),
    ):
        message.reply_pings = False
        assert to_posts(mirror.message(message), mirror.me) == []


def test_a_source_is_called_like_its_channel_and_can_be_typed(guild: Guild) -> None:
    odd = guild.add_channel("news: old\nand new " + "x" * 99)
    name = source_name(Mirror(guild).channel(odd))
    assert name.startswith("#news  old and new x")
    assert len(name) == 81


def test_a_form_fits_and_what_was_typed_is_read_from_any_shape_of_it() -> None:
    made: Any = form("t" * 99, "l" * 99, "pullquote:wrong:1:q").to_dict()
    assert (made["title"], made["custom_id"]) == ("t" * 45, "pullquote:wrong:1:q")
    assert made["components"][0]["label"] == "l" * 45
    field = {"type": 4, "value": " It was wrong. "}
    for components in (
        [{"type": 18, "component": field}],
        [{"type": 10}, {"type": 1, "components": [field]}],
    ):
        sent = _Sent({"components": components})
        assert typed_text(sent) == "It was wrong."  # type: ignore[arg-type]
    assert typed_text(_Sent(None)) == ""  # type: ignore[arg-type]


def test_why_discord_refused_is_told_without_a_page_of_html() -> None:
    refused = discord.Forbidden(_Response(403, "Forbidden"), {"code": 50001, "message": "No"})
    broken = discord.HTTPException(_Response(502, "Bad Gateway"), "<html>…</html>")
    assert reason(refused) == "No"
    assert reason(broken) == "502 Bad Gateway"
    assert reason(OSError("gone")) == "gone"
    late = discord.NotFound(_Response(404, "Not Found"), {"code": 10062, "message": "Unknown"})
    assert is_gone(late)
    assert not is_gone(refused)
    assert not is_gone(None)


class _Sent:
    """A form as it arrives."""

    def __init__(self, data: Any) -> None:
        self.data = data


class _Response:
    """The head of an answer, as discord.py keeps it."""

    def __init__(self, status: int, why: str) -> None:
        self.status = status
        self.reason = why
