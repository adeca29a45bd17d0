#!/usr/bin/env bash
# feedparser 6.0.14: an RSS item with `content:encoded`, `description` and `itunes:summary`, as feeds
# of podcasts have them, comes back without its own description: `summary` is the podcast's note. And
# whether the item's own words are its `summary` or its `content` depends on whether
# `media:description`, which tells of a picture, stands before or after them.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet feedparser==6.0.14

"$folder/env/bin/python" - <<'PYTHON'
import sys

import feedparser

SPACES = (
    'xmlns:media="http://search.yahoo.com/mrss/"'
    ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
)
WHOLE = "<content:encoded>Whole.</content:encoded>"
OWN = "<description>Own.</description>"
NOTE = "<itunes:summary>Note.</itunes:summary>"
PICTURE = "<media:description>Picture.</media:description>"


def read(item):
    feed = f"<rss version='2.0' {SPACES}><channel><item><title>T</title>{item}</item></channel></rss>"
    entry = feedparser.parse(feed).entries[0]
    return entry.get("summary"), [each.value for each in entry.get("content", [])]


seen = [read(WHOLE + OWN + NOTE), read(OWN + PICTURE), read(PICTURE + OWN)]
print("feedparser", feedparser.__version__)
print(*seen, sep="\n")
if seen != [("Note.", ["Whole."]), ("Own.", ["Picture."]), ("Picture.", ["Own."])]:
    sys.exit("feedparser has changed")
PYTHON
