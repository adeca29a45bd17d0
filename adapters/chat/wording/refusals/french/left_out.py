"""What an import leaves out of a file on purpose, in French, with how much of it there is."""

from __future__ import annotations

from typing import Final

LEFT_OUT: Final = {
    "reposts": "republications ({count:,})",
    "wordless": "messages sans un mot ({count:,})",
    "drafts": "brouillons ({count:,})",
    "old_versions": "versions antérieures ({count:,})",
    "direct_messages": "messages privés ({count:,})",
}
