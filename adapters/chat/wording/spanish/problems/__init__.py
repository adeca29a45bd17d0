"""What goes wrong outside of a file that is read, in Spanish, by the English."""

from __future__ import annotations

from typing import Final

from adapters.chat.wording.spanish.problems.databases import DATABASES
from adapters.chat.wording.spanish.problems.models import MODELS
from adapters.chat.wording.spanish.problems.platforms import PLATFORMS
from adapters.chat.wording.spanish.problems.servers import SERVERS
from adapters.chat.wording.spanish.problems.settings import SETTINGS

PROBLEMS: Final = DATABASES | SERVERS | SETTINGS | MODELS | PLATFORMS
