"""What goes wrong outside of a file that is read, in German, by the English."""

from __future__ import annotations

from typing import Final

from adapters.chat.wording.german.problems.databases import DATABASES
from adapters.chat.wording.german.problems.models import MODELS
from adapters.chat.wording.german.problems.platforms import PLATFORMS
from adapters.chat.wording.german.problems.servers import SERVERS
from adapters.chat.wording.german.problems.settings import SETTINGS

PROBLEMS: Final = DATABASES | SERVERS | SETTINGS | MODELS | PLATFORMS
