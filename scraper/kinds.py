"""What an address says by itself, whoever's it is: a file, a feed, a sitemap, a trap."""

import re
from collections import Counter
from enum import StrEnum


class Kind(StrEnum):
    """What an address leads to, as far as the address and the definition of its site can tell."""

    ARTICLE = "article"
    LISTING = "listing"
    FEED = "feed"
    SITEMAP = "sitemap"
    OTHER = "other"
    """Inside the site, and the definition is silent: the page itself decides."""
    FILE = "file"
    """A picture, document or other file: kept as an attachment's address, not crawled."""
    SKIPPED = "skipped"
    """Inside the site, and known to hold nothing new: print twins, logins, searches, calendars."""
    OFFSITE = "offsite"


FILE_NAME = re.compile(
    r"\.(jpe?g|png|gif|bmp|webp|svg|ico|tiff?|pdf|docx?|xlsx?|pptx?|odt|ods|rtf|txt|csv|zip|rar|7z|gz|mp3|mp4|m4a|wav|avi|wmv|flv"
    r"|mov|swf|css|js|json|woff2?|ttf|eot|exe|apk|ics)$",
    re.IGNORECASE,
)
"""Endings of paths that are files and never pages."""

FEED_NAME = re.compile(r"/(feed|rss|atom)(\.(xml|aspx|php))?$|\.(rss|atom)$|[?&](format=feed|feed=\w+)", re.IGNORECASE)
"""Addresses of feeds in most systems."""

SITEMAP_NAME = re.compile(r"/[^/?]*sitemap[^/?]*\.xml(\.gz)?$", re.IGNORECASE)
"""Addresses of sitemaps; those that an index names follow the same habit."""

TRAPS = (
    re.compile(r"[?&](sort\w*|order(_?by|_?dir)?|filter_order\w*|sort_?dir)=", re.IGNORECASE),
    re.compile(r"[?&](print\w*|tmpl|share|download|view_?mode|(return|redirect|back)_?(url|to)?)(=|&|$)", re.IGNORECASE),
    re.compile(r"[?&](search\w*|keywords?|tu_?khoa)=", re.IGNORECASE),
    re.compile(r"[?&](m|month|thang)=\d+(&.*)?&(y|year|nam)=\d{4}|[?&](outlook-)?ical=", re.IGNORECASE),
    re.compile(
        r"/(search|tim-?kiem|(log|sign)-?(in|out)|register|dang-nhap|dang-xuat|quen-mat-khau)(\.\w+)?(/|\?|$)", re.IGNORECASE
    ),
)
"""Sorted copies, other views of the same page, searches, calendars and doors, in whatever system."""

MOST_REPEATS = 2
"""How often a folder may stand in a path; it grows beyond that where relative links lack their leading slash."""


def kind_by_name(address: str) -> Kind | None:
    """Return what the file name in a canonical address says, None where it is a page's or none.

    >>> kind_by_name("https://a.vn/uploads/12.PDF"), kind_by_name("https://a.vn/sitemap-vi.news.xml"), kind_by_name("https://a.vn/tin.55")
    (<Kind.FILE: 'file'>, <Kind.SITEMAP: 'sitemap'>, None)
    """
    path = address.partition("?")[0]
    if SITEMAP_NAME.search(path):
        return Kind.SITEMAP
    return Kind.FILE if FILE_NAME.search(path) else None


def likely_kind(address: str) -> Kind:
    """Return what a canonical address of this form leads to in most systems; OTHER where that cannot be told.

    >>> likely_kind("https://a.vn/tin/rss"), likely_kind("https://a.vn/tin?orderby=date"), likely_kind("https://a.vn/tin?id=5")
    (<Kind.FEED: 'feed'>, <Kind.SKIPPED: 'skipped'>, <Kind.OTHER: 'other'>)
    """
    if FEED_NAME.search(address):
        return Kind.FEED
    return Kind.SKIPPED if is_trap(address) else Kind.OTHER


def is_trap(address: str) -> bool:
    """Say whether a canonical address most likely leads to nothing new: a sorted copy, a calendar, a search, a loop of folders.

    >>> is_trap("https://a.vn/lich?month=5&year=2031"), is_trap("https://a.vn/a/b/a/b/a/b"), is_trap("https://a.vn/tin?page=3")
    (True, True, False)
    """
    folders = Counter(address.partition("?")[0].split("/")[3:])
    return max(folders.values(), default=0) > MOST_REPEATS or any(trap.search(address) for trap in TRAPS)
