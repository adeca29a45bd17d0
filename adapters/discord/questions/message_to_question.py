"""Turns what people write on Discord into questions; pure."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from adapters.chat.mentioned import without_us
from adapters.discord.access.citable_posts import Place, is_open_to_all, label_for
from adapters.discord.ids import asker, post_id, reference
from adapters.discord.sync.message_to_post import source_name, title_of
from bot.question_and_answer import Question, question_id
from bot.questions.parsing.filters import filters, merged, narrowed_to, parsed
from bot.questions.unasked import asked_in
from bot.text import one_line
from index.search_scope import Filters

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    import discord


_MENTION = re.compile(r"((?:from|in):)?<(@&|[@#])!?(\d+)>", re.IGNORECASE)

_FILTER = re.compile(r"(?<![^\s(])(from|in):<([@#])!?(\d+)>", re.IGNORECASE)


def asked_text(
    message: discord.Message, me: discord.abc.Snowflake, audience: frozenset[str]
) -> str:
    """Return what a message says, without the bot's mention and with names for the others.

    Args:
        message: The message.
        me: The bot.
        audience: The labels that every reader of the answer may see: no other channel is named.
    """
    names = {f"@{user.id}": user.display_name for user in message.mentions}
    if message.guild is not None:
        named_roles = map(message.guild.get_role, message.raw_role_mentions)
        names |= {f"@&{each.id}": each.name for each in named_roles if each is not None}
    names |= {
        f"#{channel.id}": source_name(channel)
        for channel in message.channel_mentions
        if _is_known(channel, message.channel, audience)
    }
    return _named(message.content, names, me, message.guild)


def _named(
    text: str, names: Mapping[str, str], me: discord.abc.Snowflake, guild: discord.Guild | None
) -> str:
    """Return what is written without the bot's mention, and with these names for the others."""

    def named(match: re.Match[str]) -> str:
        prefix, sign, id_ = match.groups("")
        name = _shown(names.get(sign + id_, ""))
        return f'{prefix}"{name}"' if prefix and name else name or match[0]

    role = guild.self_role if guild else None
    said = without_us(text, {str(me.id), str(role.id if role else "")})
    return one_line(_MENTION.sub(named, said))


def to_question(
    message: discord.Message, me: discord.abc.Snowflake, audience: frozenset[str]
) -> Question | None:
    """Return what a message asks; None where it says nothing.

    Raises:
        AskError: It cannot be asked as it is.
    """
    text = asked_text(message, me, audience)
    if not text:
        return None
    question, narrowed = parsed(text, message.created_at.date(), asker=asker(message.author))
    narrowed = narrowed_to(narrowed, *_mentioned(message.content, message.guild))
    asked = _question(
        message.author,
        message.channel,
        text=question,
        narrowed=narrowed,
        audience=audience,
        asked_at=message.created_at,
    )
    named = {user.id: user.display_name for user in message.mentions if user.id != me.id}
    id_ = question_id(reference(message.channel.id, message.id))
    return replace(asked, id=id_, mentions=_accounts(named))


def command_question(
    interaction: discord.Interaction,
    text: str,
    audience: frozenset[str],
    given: Mapping[str, str],
    *,
    me: discord.abc.Snowflake,
    is_private: bool,
    people: Mapping[int, str] | None = None,
) -> Question:
    """Return what a command asks; filters may stand in its fields and in its text.

    Args:
        interaction: The command.
        text: The question as Discord sends it.
        audience: The labels that every reader of the answer may see.
        given: What stands in its fields, by their names.
        me: The bot.
        is_private: Only the asker reads the answer.
        people: The names of the accounts that are mentioned, by id.

    Raises:
        AskError: It cannot be asked as it is.
    """
    today, user, people = interaction.created_at.date(), asker(interaction.user), people or {}
    names = _names_in(text, interaction.guild, interaction.channel, audience)
    said = _named(text, names | {f"@{id_}": people[id_] for id_ in people}, me, interaction.guild)
    question, typed = parsed(said, today, asker=user)
    typed = narrowed_to(typed, *_mentioned(text, interaction.guild))
    chosen = filters({name: each for name, each in given.items() if each}, today, asker=user)
    asked = _question(
        interaction.user,
        interaction.channel,
        text=question,
        narrowed=merged(chosen, typed),
        audience=audience,
        asked_at=interaction.created_at,
        is_private=is_private,
    )
    return replace(asked, mentions=_accounts(people), locale=str(interaction.locale))


def mentioned_people(text: str, me: discord.abc.Snowflake) -> list[int]:
    """Return the ids of the accounts that a command mentions, without the bot's."""
    found = (int(match[3]) for match in _MENTION.finditer(text) if match[2] == "@")
    return [each for each in dict.fromkeys(found) if each != me.id]


def _accounts(people: Mapping[int, str]) -> tuple[tuple[str, str], ...]:
    """Return names as they stand in a question, with the accounts that they stand for."""
    named = ((_shown(name), f"discord:{id_}") for id_, name in people.items())
    return tuple(each for each in named if each[0])


def _shown(name: str) -> str:
    return one_line(name).replace('"', "'")


def _names_in(
    text: str, guild: discord.Guild | None, here: object, audience: frozenset[str]
) -> dict[str, str]:
    """Return the names of what a command mentions, as far as its readers may know of them."""
    if guild is None:
        return {}
    ids = {match[2] + match[3]: int(match[3]) for match in _MENTION.finditer(text)}
    names = {}
    for mark, id_ in ids.items():
        if mark.startswith("#"):
            channel = guild.get_channel_or_thread(id_)
            if channel is not None and _is_known(channel, here, audience):
                names[mark] = source_name(channel)
        elif role := guild.get_role(id_) if mark.startswith("@&") else None:
            names[mark] = role.name
    return names


def question_of(
    interaction: discord.Interaction,
    message: discord.Message,
    audience: frozenset[str],
    *,
    text: str = "",
) -> Question:
    """Return what a message says, or a text, as a private question of whoever chose its menu.

    Nothing in it is a filter, and the message itself is not what is sought.

    Raises:
        AskError: It cannot be asked as it is.
    """
    asked = _question(
        interaction.user,
        interaction.channel,
        text=text or asked_in(title_of(message), message.clean_content),
        narrowed=Filters(),
        audience=audience,
        asked_at=interaction.created_at,
        is_private=True,
        locale=str(interaction.locale),
    )
    itself = post_id(interaction.guild_id or 0, message.channel.id, message.id)
    return replace(asked, without=itself)


def question_in(message: discord.Message, text: str, audience: frozenset[str]) -> Question:
    """Return what is asked by a message to nobody in particular, in which nothing is a filter."""
    return _question(
        message.author,
        message.channel,
        text=text,
        narrowed=Filters(),
        audience=audience,
        asked_at=message.created_at,
    )


def _is_known(channel: Place, here: object, audience: frozenset[str]) -> bool:
    """Return whether every reader of an answer may know of a channel: many have no posts yet."""
    is_here = isinstance(here, Place) and label_for(here) == label_for(channel)
    return is_here or label_for(channel) in audience or is_open_to_all(channel)


def _mentioned(text: str, guild: discord.Guild | None) -> tuple[frozenset[str], frozenset[str]]:
    """Return the accounts and the channels that filters mention.

    Args:
        text: A question as Discord sends it.
        guild: The server it is asked on.
    """
    accounts, channels = set(), set()
    for match in _FILTER.finditer(text):
        prefix, sign, id_ = match.groups()
        if prefix.lower() == "from" and sign == "@":
            accounts.add(f"discord:{id_}")
        elif prefix.lower() == "in" and sign == "#" and guild:
            channels.add(f"discord:{guild.id}/{id_}")
    return frozenset(accounts), frozenset(channels)


def _question(
    user: discord.abc.User,
    channel: object,
    *,
    text: str,
    narrowed: Filters,
    audience: frozenset[str],
    asked_at: datetime,
    is_private: bool = False,
    locale: str = "",
) -> Question:
    guild = getattr(channel, "guild", None)
    return Question(
        id=uuid4().hex,
        text=text,
        asker=asker(user),
        conversation=f"discord:{getattr(channel, 'id', 0)}",
        audience=audience,
        asked_at=asked_at,
        filters=narrowed,
        workspace_id=f"discord:{guild.id}" if guild is not None else "",
        is_private=is_private or guild is None,
        locale=locale,
    )
