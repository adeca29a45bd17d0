"""Why a file or line is refused, in German."""

from __future__ import annotations

from typing import Final

from adapters.chat.wording.refusals.german.addresses import ADDRESSES
from adapters.chat.wording.refusals.german.archives import ARCHIVES
from adapters.chat.wording.refusals.german.documents import DOCUMENTS
from adapters.chat.wording.refusals.german.files import FILE_TERMS, FILES
from adapters.chat.wording.refusals.german.posts import POST_TERMS, POSTS

REFUSALS: Final = FILES | ADDRESSES | POSTS | ARCHIVES | DOCUMENTS
REFUSAL_TERMS: Final = FILE_TERMS | POST_TERMS
