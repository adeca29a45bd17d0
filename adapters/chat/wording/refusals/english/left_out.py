"""What an import leaves out of a file on purpose, in English, with how much of it there is."""

from __future__ import annotations

from typing import Final

LEFT_OUT: Final = {
    "reposts": "reposts ({count:,})",
    "wordless": "posts without a word ({count:,})",
    "drafts": "drafts ({count:,})",
    "old_versions": "earlier versions ({count:,})",
    "direct_messages": "direct messages ({count:,})",
}
