"""What goes wrong outside of a file that is read, in French, by the English."""

from __future__ import annotations

from typing import Final

from adapters.chat.wording.french.problems.databases import DATABASES
from adapters.chat.wording.french.problems.models import MODELS
from adapters.chat.wording.french.problems.platforms import PLATFORMS
from adapters.chat.wording.french.problems.servers import SERVERS
from adapters.chat.wording.french.problems.settings import SETTINGS

PROBLEMS: Final = DATABASES | SERVERS | SETTINGS | MODELS | PLATFORMS
