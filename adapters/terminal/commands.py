"""Names what may be typed at the prompt beside questions."""

from __future__ import annotations

from typing import Final

QUIT: Final = "/quit"
COMMANDS: Final = ("/help", "/more", "/open", "/why", "/from", QUIT)
