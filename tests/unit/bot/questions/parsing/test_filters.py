from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import BadFilter
from bot.questions.parsing.filters import filters, merged, narrowed_to, parsed
from index.search_scope import Filters
from tests.fakes.bot.ledgers import ADA


def test_filters_are_taken_out_of_the_question() -> None:
    text, found = parsed('what did from:jan say in:"team notes" about compost since:2024-09-01?')

    assert text == "what did say about compost"
    assert found == Filters(author="jan", source="team notes", since=date(2024, 9, 1))


def test_the_end_and_the_kind_can_be_told() -> None:
    assert parsed("slugs until:2025-12-31 KIND:Comments")[1] == Filters(
        until=date(2025, 12, 31), kind="comment"
    )


@pytest.mark.parametrize(
    ("typed", "since", "until"),
    [
        ("yesterday", date(2025, 2, 28), date(2025, 2, 28)),
        ("Today", date(2025, 3, 1), date(2025, 3, 1)),
        ("hier", date(2025, 2, 28), date(2025, 2, 28)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_a_day_may_be_a_word_a_month_or_a_year(typed: str, since: date, until: date) -> None:
    _, found = parsed(f"slugs since:{typed} until:{typed}", date(2025, 3, 1))

    assert found == Filters(since=since, until=until)


@pytest.mark.parametrize(
    "text", ["from: the beginning", "sign in: how", "http://x.org", "a from: b", "begin:now"]
)
def test_what_only_looks_like_a_filter_stays(text: str) -> None:
    assert parsed(text) == (text, Filters())


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("since:soon", "write it as since:2024-09-26"),
        ("since:2024-13", "write it as since:2024-09-26"),
        ("since:0000", "write it as since:2024-09-26"),
        ("until:2024-13-01", "write it as until:2024-09-26"),
        ("kind:message", "write kind:post or kind:comment"),
        ('from:""', "from: needs a name"),
        ("in:…", "in: needs a name"),
        ("before:soon", "write it as before:2024-09-26"),
        ("before:0001-01-01", "write it as before:2024-09-26"),
        ("after:9999", "write it as after:2024-09-26"),
        ("on:click", "write it as on:2024-09-26"),
        ("from:me", "write from:NAME"),
        ('from:"zoe', "from: needs a name"),
        ('in:"the square', "in: needs a name"),
        ('since:"2024', "write it as since:2024-09-26"),
        ('kind:"post', "write kind:post"),
        ("during:november", "or during:2024-09 or during:2024 for all days of a month or year"),
        ("since:2027-01-01 until:2020-01-01", "No day is from 2027-01-01 until 2020-01-01"),
        ("on:2024-02-03 before:2024-02-03", "No day is from 2024-02-03 until 2024-02-02"),
    ],
)
def test_a_value_that_cannot_be_used_is_named_with_its_remedy(text: str, remedy: str) -> None:
    with pytest.raises(BadFilter, match=remedy):
        parsed(f"slugs {text}")


@pytest.mark.parametrize(
    ("typed", "since", "until"),
    [
        ("before:2024-03", None, date(2024, 2, 29)),
        ("after:2024-02", date(2024, 3, 1), None),
        ("after:hier", date(2025, 3, 1), None),
        ("on:2024-02-03", date(2024, 2, 3), date(2024, 2, 3)),
        ("During:2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("during:2024 since:2024-06-01 before:2024-07", date(2024, 6, 1), date(2024, 6, 30)),
    ],
)
def test_days_may_be_told_as_chats_do(typed: str, since: date | None, until: date | None) -> None:
    assert parsed(f"slugs {typed}", date(2025, 3, 1)) == (
        "slugs",
        Filters(since=since, until=until),
    )


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("de:ada", Filters(author="ada")),
        ("author:ada", Filters(author="ada")),
        ('von:"Ada K"', Filters(author="Ada K")),
        ("dans:#four", Filters(source="#four")),
        ("en:#horno", Filters(source="#horno")),
        ("depuis:2024-02", Filters(since=date(2024, 2, 1))),
        ("hasta:2024-02-03", Filters(until=date(2024, 2, 3))),
        ("vor:2024", Filters(until=date(2023, 12, 31))),
        ("Après:2024-02", Filters(since=date(2024, 3, 1))),
        ("während:2024-02-03", Filters(since=date(2024, 2, 3), until=date(2024, 2, 3))),
    ],
)
def test_modifiers_are_read_as_chats_call_them_in_other_languages(
    typed: str, found: Filters
) -> None:
    assert parsed(f"slugs {typed}") == ("slugs", found)


@pytest.mark.parametrize(
    "text", ["une liste de: pain", "besoin de:", "aber:morgen", "das gilt bis:"]
)
def test_a_word_before_a_colon_is_a_word_where_no_value_stands_behind(text: str) -> None:
    assert parsed(text) == (text, Filters())


@pytest.mark.parametrize("name", ["contient", "contiene", "enthält", "mentionne", "angeheftet"])
def test_modifiers_of_other_languages_that_narrow_nothing_are_refused_by_name(name: str) -> None:
    with pytest.raises(BadFilter, match=f"^{name}: is no filter here"):
        parsed(f"slugs {name}:brot")


@pytest.mark.parametrize("me", ["me", "moi", "ich", "mir", "mí"])
def test_who_asks_for_their_own_posts_may_do_so_in_their_language(me: str) -> None:
    assert parsed(f"slugs de:{me}", asker=ADA)[1].author_id == "discord:1"


@pytest.mark.parametrize("me", ["me", "Me.", "moi", "ich", "mí"])
def test_who_asks_for_their_own_posts_is_found_by_their_account(me: str) -> None:
    mine = Filters(author="Ada", author_id="discord:1")

    assert parsed(f"slugs from:{me}", asker=ADA) == ("slugs", mine)
    assert narrowed_to(mine, (), ()) == mine


def test_somebody_who_is_called_like_the_asker_is_meant_in_quotes() -> None:
    assert parsed('slugs from:"Me"', asker=ADA) == ("slugs", Filters(author="Me"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("has:link slugs", "has: is no filter here"),
        ("slugs user:bob", "user: is no filter here"),
        ("slugs sender:bob", "sender: is no filter here"),
        ("slugs date:2024-09", "date: is no filter here"),
        ("slugs usuario:bob", "usuario: is no filter here"),
        ("slugs IS:saved", "is: is no filter here"),
        ("slugs mentions:@bob", "mentions: is no filter here"),
        ("slugs pinned:true", "pinned: is no filter here"),
        ("slugs with:@bob", "with: is no filter here"),
        ("to:me slugs", "to: is no filter here"),
        ("slugs has::eyes:", "has: is no filter here"),
        ("hasmy::eyes: slugs", "hasmy: is no filter here"),
        ("slugs -from:bob", "-from: leaves nothing out"),
        ("slugs -has:file", "-has: leaves nothing out"),
        ("slugs –in:#news", "-in: leaves nothing out"),
        ('slugs -from:"Mira Lopez"', "-from: leaves nothing out"),
        ("slugs -guests", "-guests leaves nothing out"),
        ("-snails slugs", "-snails leaves nothing out"),
        ("where are slugs −rain?", "-rain leaves nothing out"),
        ("slugs -règles", "-règles leaves nothing out"),
        ("slugs with:ben", "with: is no filter here"),
        ("to:ben slugs", "to: is no filter here"),
        ("slugs from:", "from: needs a value"),
        ("slugs in: since:2024", "in: needs a value"),
        ("slugs before:?", "before:"),
        ("when are pots fired? -birch", "-birch leaves nothing out"),
        ("slugs! −snails", "-snails leaves nothing out"),
        ("slugs. -Guests -snails", "-snails leaves nothing out"),
        ("slugs has:", "has: is no filter here"),
        ("where are slugs is:?", "is: is no filter here"),
        ("slugs (has:link)", "has: is no filter here"),
        ("(is:saved) slugs?", "is: is no filter here"),
        ("slugs (in:#lane has::eyes:)", "has: is no filter here"),
        ("slugs (mentions:@bob)", "mentions: is no filter here"),
        ("slugs (with:ben)", "with: is no filter here"),
    ],
)
def test_a_modifier_that_narrows_nothing_here_is_refused_by_name(text: str, said: str) -> None:
    with pytest.raises(BadFilter, match=said):
        parsed(text)


@pytest.mark.parametrize(
    "text",
    [
        "chown user:staff /srv", "curl user:password", "date:time", "stand-by:",
        "what is: a slug", 'what does "is:open" mean', "`on:click`", "has::before",
        "mail to:a@b.org", "to:port/2", "opt-in:yes", "-5 degrees", "is://x",
        "ls -l -all", "find . -name x", "java -version", "rm -rf", 'what is "-guests"',
        "`tar -xzf`", "the oven -the big one- is cold", "is it open? -Ada", "pouvez -vous dire",
        "wifi - guests", "self-hosting", "is it open? -Élodie", "is it open. −Ada",
        "the error is:", "what my problem is:", "it says what it is:", "open (is it?)",
        "(is: open)", "has:/x", "mail (to:a@b.org)", "f(is:open)", "slugs (has link)", "(see https://x.org/is:open)",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_modifier_stays(text: str) -> None:
    assert parsed(text) == (text, Filters())


@given(
    st.text()
    | st.text('from:in:since:until:kind:"2024-09- \ud83d', max_size=40)
    | st.lists(
        st.sampled_from('- before: after: on: has: is: me 2024 9999 0001-01-01 x " '.split(" "))
    ).map("".join)
)
def test_any_text_is_either_parsed_or_refused_with_a_sentence(text: str) -> None:
    assert is_parsed_or_refused(text)


def is_parsed_or_refused(text: str) -> bool:
    try:
        rest, _ = parsed(text)
    except BadFilter as error:
        return str(error).endswith(".")
    return rest == " ".join(rest.split())


@pytest.mark.parametrize(
    ("text", "rest", "author"),
    [
        ("slugs \ud83d?", "slugs ??", None),
        ("\udce9t\udce9", "?t?", None),
        ("slugs from:jan\udce9", "slugs", "jan"),
        ('slugs from:"jan \udce9 b"', "slugs", "jan ? b"),
    ],
)
def test_half_a_character_from_a_broken_input_becomes_a_question_mark(
    text: str, rest: str, author: str | None
) -> None:
    assert parsed(text) == (rest, Filters(author=author))


def test_a_filter_given_as_an_option_is_mended_too() -> None:
    assert filters({"from": "jan \udce9"}) == Filters(author="jan ?")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("slugs (from:ada)", Filters(author="ada")),
        ('slugs (in:"the lane" since:2024-02)', Filters(source="the lane", since=date(2024, 2, 1))),
        ("(avant:2024) slugs", Filters(until=date(2023, 12, 31))),
    ],
)
def test_filters_in_parentheses_are_filters(text: str, found: Filters) -> None:
    assert parsed(text) == ("slugs", found)


def test_filters_that_leave_no_day_together_are_refused() -> None:
    with pytest.raises(BadFilter, match="No day is from 2024-01-01 until 2023-12-31"):
        merged(Filters(since=date(2024, 1, 1)), Filters(until=date(2023, 12, 31)))


def test_filters_that_go_first_are_completed_by_the_others() -> None:
    first = Filters(author="ada", until=date(2025, 12, 31))
    then = Filters(author="jan", source="notes", since=date(2024, 9, 1), kind="post")

    assert merged(first, then) == Filters(
        "ada", "notes", date(2024, 9, 1), date(2025, 12, 31), "post"
    )


def test_an_account_and_a_channel_go_with_the_names_that_stand_for_them() -> None:
    mentioned = Filters("ada", "news", author_id="discord:1", channel="discord:1/2")

    assert merged(Filters(), mentioned) == merged(mentioned, Filters("jan", "notes")) == mentioned
    assert merged(Filters("jan", "notes"), mentioned) == Filters("jan", "notes")


@pytest.mark.parametrize("taken_back", [{"from": "anyone"}, {"since": "ever"}])
def test_either_filters_take_back_what_would_be_read(taken_back: dict[str, str]) -> None:
    wide, other = filters(taken_back), Filters(source="notes")

    assert not merged(wide, other).is_read
    assert not merged(other, wide).is_read
