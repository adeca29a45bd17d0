"""Who may see one channel of a server and not read another, told by roles and overwrites; pure.

Discord tells a bot without the members intent neither who is on a server nor who has which roles.
So whoever it may be counts: anybody with any of the roles, and each account that a channel names.

Overwrites apply in Discord's order: @everyone's, those of all roles together, the member's; in
each step what is denied goes first (discord.com/developers/docs/topics/permissions). So two roles
show whatever any number of them do: one that brings somebody in here, and one that keeps them out
there. No role that somebody has besides can take either away but by letting them in there.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

import discord

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from discord.abc import GuildChannel


Needed = Literal["view_channel", "read_message_history", "connect"]

READING: Final[tuple[Needed, ...]] = ("view_channel", "read_message_history", "connect")
"""What it takes to read what was written in a channel; to join only where people also speak."""

Voiced = discord.VoiceChannel | discord.StageChannel
"""What is written there is only for who may join: seeing the channel is not enough."""

_Bit = bool | None
_Bits = tuple[_Bit, _Bit, _Bit]
"""What is granted, denied or left open, as `READING` lists it."""

_OPEN: Final[_Bits] = (None, None, None)
_GONE: Final[_Bits] = (True, False, False)


class KeptOut(NamedTuple):
    """Somebody who may see one channel and not read another.

    Attributes:
        roles: The ids of the roles that it takes, at most two; none for who has no role.
        member: The account that an overwrite names; 0 for whoever has these roles.
        needed: What they lack.
    """

    roles: tuple[int, ...]
    member: int
    needed: Needed


class Rules(NamedTuple):
    """The overwrites of a channel, but for those of the bot itself.

    Attributes:
        everyone: That of @everyone.
        roles: Those of roles, by id.
        members: Those of accounts, by id.
        needed: How many of `READING` it takes to read it.
    """

    everyone: _Bits
    roles: Mapping[int, _Bits]
    members: Mapping[int, _Bits]
    needed: int


class _Role(NamedTuple):
    """A role as it counts here: what it grants everywhere, here and there."""

    id: int
    base: _Bits
    here: _Bits
    there: _Bits


class Roles:
    """The roles of a server, but for those whose members read everything, and the bot's own."""

    def __init__(self, guild: discord.Guild) -> None:
        everyone = guild.default_role
        self._guild_id = guild.id
        self._all_read = everyone.permissions.administrator
        self._everyone = _granted_by(everyone)
        self._ours = _own_ids(guild)
        self._exempt = {guild.owner_id, *self._ours}
        self._bases: dict[int, _Bits] = {
            role.id: _granted_by(role)
            for role in guild.roles
            if role.id not in {guild.id, *self._ours}
        }
        self._readers = {role.id for role in guild.roles if role.permissions.administrator}
        self._groups: dict[_Bits, list[int]] = {}
        for id_, base in self._bases.items():
            if id_ not in self._readers:
                self._groups.setdefault(base, []).append(id_)

    def rules(self, channel: GuildChannel) -> Rules:
        """Return what a channel says of who may read it."""
        roles: dict[int, _Bits] = {}
        members: dict[int, _Bits] = {}
        for target, overwrite in channel.overwrites.items():
            bits = (
                overwrite.view_channel,
                overwrite.read_message_history,
                overwrite.connect,
            )
            if bits != _OPEN and target.id not in self._exempt | self._readers:
                (roles if _is_role(target) else members)[target.id] = bits
        everyone = roles.pop(self._guild_id, _OPEN)
        needed = len(READING) if isinstance(channel, Voiced) else 2
        return Rules(everyone, roles, members, needed)

    def kept_out(
        self, there: Rules, here: Rules | None, needed: Iterable[Needed] = READING
    ) -> Iterator[KeptOut]:
        """Yield who may see a channel and not read another; nobody where all of them may.

        Whoever has fewer roles comes first, accounts last.

        Args:
            there: The channel that is to be read.
            here: The channel that they see; None for all members of the server.
            needed: What it takes.
        """
        asked = [at for at in range(there.needed) if READING[at] in needed]
        if self._all_read or self._lets_all_in(there, asked):
            return
        groups = self._grouped(there, here)
        for account in (0, *self._named(there, here)):
            for roles in _few([each[0] for each in groups]):
                for at in asked:
                    if self._is_kept_out(there, here, account, roles, at):
                        yield from _told(roles, groups, account, READING[at])
                        break

    def _lets_all_in(self, there: Rules, asked: Iterable[int]) -> bool:
        denied = [*there.roles.values(), *there.members.values()]
        return all(
            self._grants((), ([there.everyone],), at)
            and not any(bits[at] is False for bits in denied)
            for at in asked
        )

    def _named(self, there: Rules, here: Rules | None) -> list[int]:
        """Return the accounts that may see the one and be kept from the other by an overwrite."""
        seen: Mapping[int, _Bits] = here.members if here else {}
        both = dict.fromkeys((*seen, *there.members))
        return [each for each in both if seen.get(each, _OPEN)[0] is not False]

    def _is_kept_out(
        self, there: Rules, here: Rules | None, account: int, roles: tuple[_Role, ...], at: int
    ) -> bool:
        if here is not None:
            member = here.members.get(account, _OPEN)
            steps = ([here.everyone], [each.here for each in roles], [member])
            if not self._grants(roles, steps, 0):
                return False
        member = there.members.get(account, _OPEN)
        steps = ([there.everyone], [each.there for each in roles], [member])
        return not self._grants(roles, steps, at)

    def _grants(self, roles: tuple[_Role, ...], steps: Iterable[Iterable[_Bits]], at: int) -> bool:
        granted = bool(self._everyone[at]) or any(each.base[at] for each in roles)
        for step in steps:
            said = {bits[at] for bits in step}
            granted = True in said or (granted and False not in said)
        return granted

    def _grouped(self, there: Rules, here: Rules | None) -> list[list[_Role]]:
        """Return the roles, those together that count alike."""
        here_roles: Mapping[int, _Bits] = here.roles if here else {}
        named = here_roles.keys() | there.roles.keys()
        found: dict[tuple[_Bits, _Bits, _Bits], list[_Role]] = {}
        for base, ids in self._groups.items():
            rest = [_Role(id_, base, _OPEN, _OPEN) for id_ in ids if id_ not in named]
            if rest:
                found[base, _OPEN, _OPEN] = rest
        for id_ in sorted(named):
            role = _Role(
                id_,
                self._bases.get(id_, _GONE),  # of a role that is gone, the worst is assumed
                here_roles.get(id_, _OPEN),
                there.roles.get(id_, _OPEN),
            )
            found.setdefault(role[1:], []).append(role)
        return list(found.values())


def _own_ids(guild: discord.Guild) -> set[int]:
    """Return the ids of the bot and of the role that it came with, which nobody else is given."""
    # A connection that only looks knows neither: to it the bot is somebody like others.
    me, own = getattr(guild, "me", None), guild.self_role
    found = {me.id} if me else set()
    if own is not None and own.tags is not None and own.tags.bot_id:
        found |= {own.id, own.tags.bot_id}
    return found


def _told(
    roles: tuple[_Role, ...], groups: list[list[_Role]], account: int, needed: Needed
) -> Iterator[KeptOut]:
    """Yield who is kept out, for each of the roles that count alike where one is enough."""
    if len(roles) == 1:
        (alike,) = (each for each in groups if each[0] is roles[0])
        yield from (KeptOut((each.id,), account, needed) for each in alike)
    else:
        yield KeptOut(tuple(each.id for each in roles), account, needed)


def _few(roles: list[_Role]) -> Iterator[tuple[_Role, ...]]:
    for count in range(3):
        yield from combinations(roles, count)


def _granted_by(role: discord.Role) -> _Bits:
    granted = role.permissions
    return granted.view_channel, granted.read_message_history, granted.connect


def _is_role(target: object) -> bool:
    if isinstance(target, discord.Object):  # not in the cache
        return target.type is discord.Role
    return isinstance(target, discord.Role)
