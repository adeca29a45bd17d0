#!/usr/bin/env bash
# lxml 6.1.3 (libxml2 2.14.6): its forgiving HTML parser stops at elements nested 256 deep. It raises
# nothing and returns a tree; what is missing is not the deep part only but all the page after it. Only
# the parser's error_log tells (a FATAL entry, beside the many of ordinary pages). HTMLParser with
# huge_tree=True reads all of it.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet lxml==6.1.3

"$folder/env/bin/python" - <<'PYTHON'
import sys

from lxml import etree, html

page = f"<p>before</p>{'<div>' * 260}deep{'</div>' * 260}<p>after</p>"
parser = html.HTMLParser()
told = html.document_fromstring(page, parser=parser).text_content()
whole = html.document_fromstring(page, parser=html.HTMLParser(huge_tree=True)).text_content()
print("lxml", etree.LXML_VERSION, "libxml2", etree.LIBXML_VERSION)
print("by default:", told, "| huge_tree:", whole)
print("error_log:", [(entry.level_name, entry.type_name) for entry in parser.error_log])
if (told, whole) != ("before", "beforedeepafter"):
    sys.exit("lxml has changed")
PYTHON
