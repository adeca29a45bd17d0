"""Why a file or line is refused, in English; the command line says it so, too."""

from __future__ import annotations

from typing import Final

from adapters.chat.wording.english.refusals.addresses import ADDRESSES
from adapters.chat.wording.english.refusals.archives import ARCHIVES
from adapters.chat.wording.english.refusals.documents import DOCUMENTS
from adapters.chat.wording.english.refusals.files import FILE_TERMS, FILES
from adapters.chat.wording.english.refusals.posts import POST_TERMS, POSTS

REFUSALS: Final = FILES | ADDRESSES | POSTS | ARCHIVES | DOCUMENTS
REFUSAL_TERMS: Final = FILE_TERMS | POST_TERMS
