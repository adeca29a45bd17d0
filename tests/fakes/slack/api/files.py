"""The methods about files that the bot sends: an address to send one to, and its message."""

from __future__ import annotations

import mimetypes
from typing import TYPE_CHECKING

from aiohttp import web

from tests.fakes.slack.api.errors import Refused
from tests.fakes.slack.shapes import file_json
from tests.fakes.slack.world import File, Message

if TYPE_CHECKING:
    from tests.fakes.slack.site import Visit
    from tests.fakes.slack.world import Json, World


def upload_url(visit: Visit) -> Json:
    """Answer files.getUploadURLExternal: a file that is in no channel and holds nothing yet."""
    name, length = visit.need("filename"), visit.number("length", 0)
    if not length:
        raise Refused("invalid_arguments")
    world, base = visit.site.world, visit.site.base_url
    file_id = world.next_id("F")
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    url = f"{base}/files/{file_id}/{name}"
    world.files[file_id] = File(
        file_id, name, visit.team.bot.id, b"", kind, url, "", told_size=length
    )
    return {"file_id": file_id, "upload_url": f"{base}/upload/{file_id}"}


async def receive(world: World, request: web.Request) -> web.Response:
    """Take what a file holds, at the address that was given out for it, as Slack takes it."""
    file = world.files.get(request.match_info["file"])
    content = await request.read()
    if file is None or len(content) != file.told_size:
        raise web.HTTPBadRequest
    file.content = content
    return web.Response(text=f"OK - {len(content)}")


def complete_upload(visit: Visit) -> Json:
    """Answer files.completeUploadExternal: the files stand in a message from now on."""
    channel, files = visit.joined("channel_id"), []
    for each in visit.parsed("files"):
        file = visit.site.world.files.get(each["id"])
        if file is None or not file.content or file.channel_id:
            raise Refused("invalid_arguments")
        file.channel_id = channel.id
        files.append(file)
    bot, ts = visit.team.bot, visit.site.world.next_ts()
    text = visit.text("initial_comment")
    message = Message(
        channel.id, bot.id, visit.team.id, text, ts, subtype="file_share", bot_id=bot.bot_id,
        files=files, arguments=dict(visit.arguments),
    )  # fmt: skip
    channel.messages.append(message)
    visit.site.announce(message, channel)
    return {"files": [file_json(each, visit.site.world) for each in files]}
