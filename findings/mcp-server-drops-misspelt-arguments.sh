#!/usr/bin/env bash
# mcp 2.3.0, the Model Context Protocol's Python SDK: a tool made by MCPServer takes arguments that it
# does not have, and drops them without a word, to its caller or its log. The schema it gives to
# clients does not refuse them either (no additionalProperties). So an assistant that misspells a
# filter is shown everything, as if it had asked for that. A missing argument is refused.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet mcp==2.3.0

"$folder/env/bin/python" - 2>"$folder/log" <<'PYTHON'
import sys
from importlib.metadata import version

import anyio
from mcp import Client
from mcp.server import MCPServer

server = MCPServer("posts")


@server.tool()
def find(words: str, author: str | None = None) -> str:
    return f"{words}, by {author or 'anyone'}"


async def main() -> None:
    async with Client(server) as client:
        (tool,) = (await client.list_tools()).tools
        misspelt = await client.call_tool("find", {"words": "kiln", "autor": "Ada"})
        missing = await client.call_tool("find", {"author": "Ada"})
    print("mcp", version("mcp"))
    print("autor=Ada:", misspelt.is_error, misspelt.content[0].text)
    print("no words:", missing.is_error)
    print("additionalProperties in the schema:", "additionalProperties" in tool.input_schema)
    seen = (misspelt.is_error, misspelt.content[0].text, missing.is_error)
    if seen != (False, "kiln, by anyone", True) or "additionalProperties" in tool.input_schema:
        sys.exit("mcp has changed")


anyio.run(main)
PYTHON
if grep -q autor "$folder/log"; then
    echo "mcp has changed: it logs what it drops"
    exit 1
fi
