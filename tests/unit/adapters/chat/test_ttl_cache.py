from __future__ import annotations

import asyncio

from adapters.chat.ttl_cache import TtlCache


async def test_a_value_is_fetched_once_until_it_is_too_old_or_dropped() -> None:
    now, fetched = 0.0, 0

    async def fetch() -> int:
        nonlocal fetched
        fetched += 1
        return fetched

    known: TtlCache[int] = TtlCache(10, clock=lambda: now)
    assert [await known.get("a", fetch), await known.get("a", fetch)] == [1, 1]
    assert await known.get("b", fetch) == 2
    now = 11.0
    assert known.peek("b") is None
    assert await known.get("a", fetch) == 3
    known.drop("a")
    assert await known.get("a", fetch) == 4
    known.put("a", 9)
    assert known.peek("a") == 9


async def test_what_is_dropped_while_it_is_fetched_is_not_remembered() -> None:
    known: TtlCache[str] = TtlCache(10)

    async def changing() -> str:
        known.drop("a")
        return "stale"

    assert await known.get("a", changing) == "stale"
    assert known.peek("a") is None

    async def fresh() -> str:
        return "fresh"

    assert await known.get("a", fresh) == "fresh"
    assert known.peek("a") == "fresh"


async def test_what_two_ask_for_at_once_again_and_again_is_fetched_once() -> None:
    known: TtlCache[str] = TtlCache(10)
    fetched = 0

    async def fetch() -> str:
        nonlocal fetched
        fetched += 1
        await asyncio.sleep(0)  # lets the other one begin, too
        return "Ada"

    async def ask() -> None:
        for _ in range(100):
            assert await known.get("a", fetch) == "Ada"

    await asyncio.gather(ask(), ask())
    assert fetched == 1


async def test_a_burst_waits_for_one_fetching_and_hears_of_its_failure() -> None:
    known: TtlCache[str] = TtlCache(10)
    goes_on, fetched = asyncio.Event(), 0

    async def fetch() -> str:
        nonlocal fetched
        fetched += 1
        await goes_on.wait()
        raise TimeoutError

    waiting = [asyncio.create_task(known.get("a", fetch)) for _ in range(50)]
    await asyncio.sleep(0)
    waiting[0].cancel()  # who began it may give up
    await asyncio.sleep(0)
    goes_on.set()
    ended = await asyncio.gather(*waiting, return_exceptions=True)
    assert isinstance(ended[0], asyncio.CancelledError)
    assert {type(each) for each in ended[1:]} == {TimeoutError}
    assert fetched == 1
