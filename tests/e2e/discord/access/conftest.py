"""A server of chance, with channels that not everybody may read."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from index.posts import EVERYONE
from tests.fakes.discord.world.channels import Overwrite, Thread
from tests.fakes.discord.world.permissions import Permission
from tests.fakes.secrets import leaks, marked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from tests.e2e.discord.conftest import World
    from tests.fakes.discord.world.channels import Channel
    from tests.fakes.discord.world.guilds import Member
    from tests.fakes.discord.world.messages import Message


T = TypeVar("T")
VIEW, HISTORY = Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY
BASES = (0, VIEW | HISTORY, VIEW, Permission.MANAGE_THREADS, Permission.ADMINISTRATOR)


class Town:
    """A server by chance, with posts for each of its places and people who ask.

    Attributes:
        known: Everything that people wrote, which may come back to them.
    """

    def __init__(self, world: World, chance: Random) -> None:
        self.world, self.guild, self.chance = world, world.guild, chance
        self.known = ""
        self._shown: dict[int, str] = {}
        assert self.guild.me
        self.me = self.guild.me
        if chance.random() < 0.3:
            self.guild.everyone.permissions &= ~int(HISTORY)
        self.roles = [self.guild.add_role(f"role{n}", chance.choice(BASES)) for n in range(3)]
        names = ("ben", "cyr", "dot")
        self.people = [self.guild.add_member(name, self.some(self.roles)) for name in names]
        self.people += [world.ada, world.chief]
        self.channels = [world.square, *(self.guild.add_channel(f"c{n}") for n in range(4))]
        for channel in self.channels[1:]:
            channel.overwrites = self.overwrites()
        world.square.overwrites = self.overwrites()[-1:]
        self.channels[4].overwrites = self.channels[3].overwrites
        self.channels[4].nsfw = self.channels[2].nsfw = chance.random() < 0.5
        hidden = [self.me, *self.some(self.people)]
        self.threads = [
            self.channels[1].add_thread("public", world.chief),
            self.channels[0].add_thread("hidden", self.people[0], private=True, members=hidden),
        ]
        places = (*self.channels, self.threads[1])
        self.places = {f"discord:{each.id}": each for each in places}
        guild = f"discord:{self.guild.id}"
        self.labels = [EVERYONE, guild, "discord:1", "slack:C1", *self.places]
        self.posts = marked(self.labels)

    def some(self, things: Sequence[T]) -> list[T]:
        return [each for each in things if self.chance.random() < 0.5]

    def overwrites(self) -> list[Overwrite]:
        targets = [(self.guild.id, 0), *((each.id, 0) for each in self.roles)]
        targets += [(each.id, 1) for each in self.people]
        drawn = [(self.guild.id, 0), *self.chance.sample(targets, 2)]
        made = {id_: self.overwrite(id_, kind) for id_, kind in drawn}
        ours = int(VIEW | HISTORY | Permission.SEND_MESSAGES)
        return [*made.values(), Overwrite(self.me.id, 1, allow=ours)]

    def overwrite(self, id_: int, kind: int) -> Overwrite:
        allow, deny = (self.chance.choice((0, VIEW, HISTORY, VIEW | HISTORY)) for _ in range(2))
        return Overwrite(id_, kind, allow=int(allow) & ~int(deny), deny=int(deny))

    def sees(self, who: Member, label: str) -> bool:
        """Say, from the world alone, whether somebody may see what has a label."""
        if label == EVERYONE:
            return True
        if who.id not in self.guild.members:
            return False
        place = self.places.get(label)
        if place is None:
            return label == f"discord:{self.guild.id}"
        return place.id in self.guild.channels and who.may(place, VIEW, HISTORY)

    def fits(self, label: str, place: Channel) -> bool:
        """Say, from the world alone, whether what has a label may stand in a place at all."""
        source = self.places.get(label)
        is_alone = place.guild is None
        return source is None or not is_adult(source) or is_alone or is_adult(place)

    def readers(self, channel: Channel) -> list[Member]:
        members = [self.guild.members[each.id] for each in self.people if self.is_here(each)]
        if channel.guild is None:
            return [each for each in self.people if each.user in channel.recipients]
        return [each for each in members if each.may(channel, VIEW)]

    def is_here(self, who: Member) -> bool:
        return who.id in self.guild.members

    def check(self) -> None:
        """Look at all that arrived since it last looked, and at who reads it now."""
        for text, readers, place in self.arrived():
            told = self.leaks_in(text, readers, place)
            assert not told, (text, [who.user.name for who in readers])

    def leaks_in(self, text: str, readers: Sequence[Member], place: Channel) -> list[str]:
        seen = {
            label
            for label in self.labels
            if all(self.sees(who, label) for who in readers) and self.fits(label, place)
        }
        return leaks(text, self.posts, seen, self.known)

    async def corrects(self) -> None:
        """Wait until all that stands is for whoever reads it now, however long it stands."""
        await self.world.fake.until(
            lambda: (
                not any(
                    self.leaks_in("\n".join(_words(message)), self.readers(place), place)
                    for place in self.rooms()
                    for message in place.said_by_bot()
                )
            )
        )

    def rooms(self) -> Iterator[Channel]:
        yield from self.guild.channels.values()
        yield from (self.world.fake.world.direct_channel(each) for each in self.people)

    def arrived(self) -> Iterator[tuple[str, list[Member], Channel]]:
        fake = self.world.fake
        for place in self.rooms():
            for message in place.said_by_bot():
                if text := self.news(message.id, *_words(message)):
                    yield text, self.readers(place), place
        for act in fake.interactions.opened:
            alone = [each for each in self.people if each.user is act.user]
            for message in act.messages:
                if message.ephemeral and (text := self.news(message.id, *_words(message))):
                    yield text, alone, act.channel
            if text := self.news(act.id, str(act.choices), str(act.modal)):
                yield text, alone, act.channel

    def news(self, id_: int, *words: str) -> str:
        """Return what something says, unless it said just that when it was last looked at."""
        text = "\n".join(words)
        before, self._shown[id_] = self._shown.get(id_), text
        return text if text != before else ""


def is_adult(place: Channel) -> bool:
    """Return whether a place is age-restricted; threads are so with their channels."""
    return place.parent.nsfw if isinstance(place, Thread) else place.nsfw


def _words(message: Message) -> list[str]:
    return [message.text, *message.links]
