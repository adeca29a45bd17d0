#!/usr/bin/env bash
# discord.py 2.7.1: AutoShardedClient.start(token, reconnect=False) does not end where the gateway does
# not open. Its first connection is tried again every five seconds without a bound, each try inside
# the one before it, and reconnect is read only once a shard was connected. Client, told the same,
# raises at its first try. Who runs a bot of many servers and leaves starting again to a supervisor
# waits for an exit that does not come.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet discord.py==2.7.1

"$folder/env/bin/python" - 2>"$folder/log" <<'PYTHON'
import asyncio
import json
import sys

import discord
import yarl
from aiohttp import web
from discord.gateway import DiscordWebSocket
from discord.http import Route

TRIES = 3
USER = {"id": "1", "username": "bot", "discriminator": "0", "avatar": None, "bot": True}
tries = 0
enough = asyncio.Event()


def as_json(data: object) -> web.Response:
    # discord.py takes no other content type, nor one with a charset, for JSON.
    body = json.dumps(data).encode()
    return web.Response(body=body, headers={"Content-Type": "application/json"})


async def me(_: web.Request) -> web.Response:
    return as_json(USER)


async def application(_: web.Request) -> web.Response:
    about = {"id": "1", "name": "bot", "description": "", "icon": None, "owner": USER}
    return as_json({**about, "bot_public": True, "bot_require_code_grant": False, "verify_key": ""})


async def gateway(_: web.Request) -> web.Response:
    global tries
    tries += 1
    if tries >= TRIES:
        enough.set()
    return web.Response(status=503)


async def ended(client: discord.Client) -> str:
    """Return how a start ends: by an error, or not before the third try."""
    global tries
    tries = 0
    enough.clear()
    start = asyncio.ensure_future(client.start("token", reconnect=False))
    await asyncio.wait({start, asyncio.ensure_future(enough.wait())}, return_when="FIRST_COMPLETED")
    if not start.done():
        return f"still trying, {tries} tries"
    return f"{type(start.exception()).__name__}, {tries} try"


async def main() -> None:
    app = web.Application()
    app.add_routes(
        [
            web.get("/api/users/@me", me),
            web.get("/api/oauth2/applications/@me", application),
            web.get("/gateway/", gateway),
        ]
    )
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    Route.BASE = f"http://127.0.0.1:{port}/api"
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(f"ws://127.0.0.1:{port}/gateway/")
    intents = discord.Intents.default()
    one = await ended(discord.Client(intents=intents))
    many = await ended(discord.AutoShardedClient(intents=intents, shard_count=1))
    await runner.cleanup()
    print("discord.py", discord.__version__)
    print("Client, reconnect=False:", one)
    print("AutoShardedClient, reconnect=False:", many)
    if (one, many) != ("WSServerHandshakeError, 1 try", f"still trying, {TRIES} tries"):
        sys.exit("discord.py has changed")


asyncio.run(main())
PYTHON
