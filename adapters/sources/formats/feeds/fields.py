"""Lists what an entry of a feed may hold, and names what it holds beside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from adapters.sources.left_out_fields import Known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from adapters.sources.left_out_fields import Fate, Fields

_ITUNES: Final = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
_MEDIA: Final = "{http://search.yahoo.com/mrss/}"
_PODCAST: Final = "{https://podcastindex.org/namespace/1.0}"

_WORDPRESS: Final = "{http://wordpress.org/export/1.2/"

_FIELDS: Final[Fields] = {
    "title": "title",
    "summary": "text",
    "description": "text",
    "content": "text",
    "encoded": "text",
    "author": "author",
    "creator": "author",
    "link": "url",
    "guid": "id",
    "id": "id",
    "pubDate": "posted_at",
    "published": "posted_at",
    "date": "posted_at",
    "updated": "posted_at",
    "img.alt": "alt_texts",
    "blockquote.cite": "quotes",
    f"{_MEDIA}title": "alt_texts",
    f"{_MEDIA}description": "alt_texts",
    f"{_MEDIA}text": "alt_texts",
    f"{_ITUNES}title": "summaries",
    f"{_ITUNES}summary": "summaries",
    f"{_ITUNES}subtitle": "summaries",
    "{http://purl.org/rss/1.0/modules/slash/}department": "other_records",
    "{http://wellformedweb.org/CommentAPI/}comment": "other_records",
    "{http://www.georss.org/georss}featurename": "other_records",
    f"{_PODCAST}soundbite": "other_records",
    f"{_WORDPRESS}excerpt/}}encoded": "summaries",
    f"{_WORDPRESS}}}comment_content": "comments",
}

_BESIDE: Final = frozenset(
    "abstract body category comments contributor copyright coverage created enclosure format"
    " fullitem generator identifier issued language lastBuildDate modified publisher relation"
    " rights source subject type".split()
)
_BESIDE_ELSEWHERE: Final = frozenset(
    f"{space}{name}"
    for space, names in {
        _ITUNES: "author block category duration episode episodeType explicit image"
        " isClosedCaptioned keywords order season",
        _MEDIA: "adult category community content copyright credit embed group hash keywords"
        " license player price rating restriction starRating statistics status tags thumbnail",
        _PODCAST: "alternateEnclosure chapters episode images integrity license location person"
        " season source socialInteract transcript value valueRecipient",
        "{http://purl.org/rss/1.0/modules/slash/}": "comments hit_parade section",
        "{http://wellformedweb.org/CommentAPI/}": "commentRss",
        "{http://www.georss.org/georss}": "box elev featuretypetag floor line point polygon radius",
        "{http://www.w3.org/2003/01/geo/wgs84_pos#}": "Point lat long",
        "{http://purl.org/syndication/thread/1.0}": "in-reply-to total",
        "{http://rssnamespace.org/feedburner/ext/1.0}": "awareness origEnclosureLink origLink",
        "{http://www.w3.org/2007/app}": "control draft edited",
        "{http://purl.org/atom/app#}": "control draft edited",
        f"{_WORDPRESS}}}": "attachment_url base_blog_url comment comment_agent comment_approved"
        " comment_author comment_author_IP comment_author_email comment_author_url comment_date"
        " comment_date_gmt comment_id comment_parent comment_status comment_type comment_user_id"
        " commentmeta is_sticky menu_order meta_key meta_value ping_status post_date"
        " post_date_gmt post_id post_modified post_modified_gmt post_name post_parent"
        " post_password post_type postmeta status",
        "{http://schemas.google.com/blogger/2018}": "created filename inReplyTo lastUpdated"
        " location metaDescription pageTitle parent status trashed type",
        "{http://schemas.google.com/g/2005}": "extendedProperty image",
        "{http://www.youtube.com/xml/schemas/2015}": "channelId videoId",
        "{com-wordpress:feed-additions:1}": "post-id site",
        "{http://www.discourse.org/}": "topicArchived topicClosed topicPinned",
        "{http://backend.userland.com/creativeCommonsRssModule}": "license",
        "{http://creativecommons.org/ns#}": "license",
    }.items()
    for name in names.split()
)

KNOWN: Final = Known(
    "RSS, Atom",
    "RSS 0.9 to 2.0 and Atom 0.3 to 1.0",
    _FIELDS,
    _BESIDE | _BESIDE_ELSEWHERE,
)
"""What an entry may hold, by its element; the fullest text is the post's."""

_OWN: Final = frozenset(
    {
        "",
        "http://www.w3.org/2005/Atom",
        "http://purl.org/atom/ns#",
        "http://purl.org/rss/1.0/",
        "http://my.netscape.com/rdf/simple/0.9/",
        "http://channel.netscape.com/rdf/simple/0.9/",
        "http://purl.org/rss/1.0/modules/content/",
        "http://purl.org/dc/elements/1.1/",
        "http://purl.org/dc/terms/",
        "http://www.w3.org/1999/xhtml",
    }
)
"""The namespaces whose elements are known by their names alone; "" is none."""

_TITLES: Final = {f"{{{space}}}title" if space else "title" for space in _OWN}
_ALL: Final = KNOWN.fields.keys() | KNOWN.beside
_OLDER: Final = {
    name.replace("/1.2/", f"/1.{version}/"): name
    for name in _ALL
    if name.startswith(_WORDPRESS)
    for version in "01"
}
"""The elements of WordPress's older exports, which say the same."""
_SET_APART: Final = {
    name: _FIELDS[as_now]
    for name in (*_FIELDS, *_OLDER)
    if name.startswith("{") and (as_now := _OLDER.get(name, name)) in _FIELDS
}
_LOCAL: Final = frozenset(name.rpartition("}")[2] for name in _ALL)
"""Their names where nobody declared the namespace: then a prefix stands before them."""

_MOST: Final = 100
"""So many elements that are not known are looked at in an entry."""


def set_apart_in(entry: etree._Element) -> tuple[Fate, ...]:
    """Return what the elements of an entry, in which somebody wrote, are left out as.

    A title that only repeats the entry's is none.
    """
    titled = {words_of(each) for each in entry if str(each.tag) in _TITLES}
    found = (each for each in entry.iter(*_SET_APART) if words_of(each))
    return tuple(
        _SET_APART[str(each.tag)]
        for each in found
        if not (str(each.tag).endswith("}title") and words_of(each) in titled)
    )


def unknown_in(entry: etree._Element) -> tuple[str, ...]:
    """Return the names of an entry's elements that hold words and that no table knows."""
    return tuple(dict.fromkeys(_unknown(entry)))[:_MOST]


def _unknown(entry: etree._Element) -> Iterator[str]:
    walk = etree.iterwalk(entry, events=("start",))
    for _, element in walk:
        if element is entry or not isinstance(element.tag, str):
            continue
        space, _, name = element.tag.removeprefix("{").rpartition("}")
        if space not in _OWN:
            is_known = _OLDER.get(element.tag, element.tag) in _ALL
        elif is_known := name.rpartition(":")[2] in (_LOCAL if ":" in name else _ALL):
            walk.skip_subtree()  # what is in a text, or says more of a person, is of that
        if not is_known and words_of(element):
            yield f"{element.prefix}:{name}" if element.prefix else name


def words_of(element: etree._Element) -> str:
    """Return the words that stand in an element before any other, in a line."""
    return " ".join((element.text or "").split())
