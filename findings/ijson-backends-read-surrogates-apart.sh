#!/usr/bin/env bash
# ijson 3.6.0: half of a surrogate pair, which exports of chats hold where an emoji was cut in two, is
# valid JSON. The C backend, the default, returns a question mark in its place; the Python backend
# returns what json.loads returns, the lone surrogate. So a text and what is reckoned of it (a digest,
# a comparison with json.loads) depend on whether a wheel with the C part was there.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet ijson==3.6.0

"$folder/env/bin/python" - <<'PYTHON'
import io
import json
import sys

import ijson

document = rb'["cut \ud83d here"]'
read = {
    name: next(ijson.get_backend(name).items(io.BytesIO(document), "item"))
    for name in ("yajl2_c", "python")
}
print("ijson", ijson.__version__, "by default", ijson.backend)
print({name: ascii(text) for name, text in read.items()})
if read != {"yajl2_c": "cut ? here", "python": json.loads(document)[0]}:
    sys.exit("ijson has changed")
PYTHON
