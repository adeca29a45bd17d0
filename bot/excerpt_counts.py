"""How many excerpts an answer has, wherever it is shown.

How many of them one post may give is said in `bot/questions/quoting/excerpts.py`.
"""

from __future__ import annotations

from typing import Final

USUAL: Final = 3
"""What an answer has at most where nothing else is asked for: so on the command line."""

IN_CHAT: Final = 9
"""What an answer in a chat has at most: three pages of three."""

ON_A_PAGE: Final = 3
"""What one page of an answer in a chat shows."""

NEAREST: Final = 3
"""So many posts are pointed to where nothing answers."""
