"""What an address says of the page behind it, in whatever system: lists, searches, doors, print views, standing pages."""

import re
from typing import Literal
from urllib.parse import urlsplit

from scraper.site import Kind, Site

Reason = Literal["listing", "home", "search", "print", "static", "error", "login", "challenge", "parked", "shell", "empty"]
"""What a page without an article of its own is."""

SEARCH_ADDRESS = re.compile(
    r"[?&](?:s|q|k|key|keywords?|tu_?khoa|search\w*)=|/(?:seek|search|tim-?kiem)(?:[/.?]|$)", re.IGNORECASE
)
PRINT_ADDRESS = re.compile(
    r"[/.=]print(?:er|able)?(?:[/.&]|$)|[?&](?:print\w*|tmpl=component|dnnprintmode)(?:=|&|$)|/(?:in|print)(?:tin|bai|news)?\.aspx"
    r"|/(?:in-?(?:bai|tin)(?:-viet)?|print(?:preview|view|page|version|article))(?:[/.?]|$)",
    re.IGNORECASE,
)
LOGIN_ADDRESS = re.compile(
    r"/(?:login|dang-?nhap|signin|wp-login|users/login|authenticate|register|dang-?ky(?:-thanh-vien|-tai-khoan)|quen-mat-khau)"
    r"(?:[/.?]|$)|[?&]ctl=login\b",
    re.IGNORECASE,
)
LISTING_ADDRESS = re.compile(
    r"/(?:page|trang)[/-]?\d+/?$|[?&](?:page|trang|paged|start|limitstart)=\d+|\?cat=\d+$"
    r"|/(?:tags?|tu-khoa|category|chuyen-muc|danh-muc|author|tac-gia|archives?)/[^/]+(?:/[^/]+)*/?$"
    r"|/(?:19|20)\d\d(?:/\d{1,2}){0,2}/?$",
    re.IGNORECASE,
)
"""Addresses of lists in most systems: further pages, tags, categories, authors, months."""

STANDING_ADDRESS = re.compile(
    r"/(?:lien-he|contact(?:-us)?|about(?:-us)?|gioi-thieu(?:-chung)?|so-do-(?:to-chuc|cong|trang|site|web)[\w-]*|co-cau-to-chuc"
    r"|chuc-nang-nhiem-vu|site-?map|siteterms/[^/]+|privacy[\w-]*|chinh-sach-bao-mat|dieu-khoan[\w-]*)(?:\.\w{2,5})?/?$"
    r"|/(?:contact|lien-he|about|gioi-thieu|siteterms)/[^/]+/?$",
    re.IGNORECASE,
)
"""How the addresses of standing pages end, and their folders: about, contact, organisation, terms."""

HOME_PATH = re.compile(
    r"/?(?:(?:vi|vn|en|vi-vn|en-us)/?)?(?:(?:web/guest/)?(?:home|trang-chu)(?:\.(?:html?|aspx|php))?/?|web/guest/?"
    r"|(?:pages/|portal/)*(?:index|default|home)\.(?:php|html?|aspx?|jsp))?",
    re.IGNORECASE,
)
"""Whole paths of home pages in most systems, whatever their language."""

ADDRESSES: tuple[tuple[re.Pattern[str], Reason], ...] = (
    (SEARCH_ADDRESS, "search"),
    (LOGIN_ADDRESS, "login"),
    (LISTING_ADDRESS, "listing"),
    (STANDING_ADDRESS, "static"),
)
"""What addresses are in most systems."""


def kind_by_address(url: str, site: Site) -> Reason | None:
    """Return what the page at ``url`` is from its address alone; the definition is believed before habits of other systems."""
    kind = site.kind_of(url)
    parts = urlsplit(url)
    if parts.path in ("", "/") and (not parts.query or kind is Kind.LISTING):
        return "home"
    if not parts.query and HOME_PATH.fullmatch(parts.path) and kind is not Kind.ARTICLE:
        return "home"
    if kind is Kind.LISTING:
        return "listing"
    if PRINT_ADDRESS.search(url):
        return "print"
    if kind is Kind.ARTICLE:
        return None
    return next((reason for pattern, reason in ADDRESSES if pattern.search(url)), None)
