"""Whether a page holds an article of its own, and what it is where it does not."""

import re
from collections.abc import Callable
from itertools import takewhile
from typing import Literal
from urllib.parse import urlsplit

from lxml import html

from scraper.extraction.body import ENDS
from scraper.extraction.lines import LineKind, classify_line
from scraper.extraction.menus import is_in_menu
from scraper.extraction.outline import Line
from scraper.extraction.reading import Reading
from scraper.extraction.weights import is_sentence
from scraper.site import Kind, Site

Reason = Literal["listing", "home", "search", "print", "static", "error", "login", "challenge", "parked", "shell", "empty"]

SEARCH_ADDRESS = re.compile(
    r"[?&](?:s|q|k|key|keywords?|tu_?khoa|search\w*)=|/(?:seek|search|tim-?kiem)(?:[/.?]|$)", re.IGNORECASE
)
PRINT_ADDRESS = re.compile(
    r"[/.=]print(?:er|able)?(?:[/.&]|$)|[?&](?:print\w*|tmpl=component|dnnprintmode)(?:=|&|$)|/(?:in|print)(?:tin|bai|news)?\.aspx",
    re.IGNORECASE,
)
LOGIN_ADDRESS = re.compile(r"/(?:login|dang-?nhap|signin|wp-login|users/login)(?:[/.?]|$)", re.IGNORECASE)
LISTING_ADDRESS = re.compile(
    r"/(?:page|trang)[/-]?\d+/?$|[?&](?:page|trang|paged|start|limitstart)=\d+|\?cat=\d+$"
    r"|/(?:tags?|tu-khoa|category|chuyen-muc|danh-muc|author|tac-gia|archives?)/[^/]+(?:/[^/]+)*/?$"
    r"|/(?:19|20)\d\d(?:/\d{1,2}){0,2}/?$",
    re.IGNORECASE,
)
"""Addresses of lists in most systems: further pages, tags, categories, authors, months."""

NOT_FOUND = re.compile(
    r"(?:\W|default|error|http|lỗi|mã lỗi|status|trang|page)*(?:404|50[0234])\b|.{0,40}\bnot found\b"
    r"|(?:trang|bài viết|nội dung|tin)(?: này| bạn (?:tìm|yêu cầu).{0,20})? (?:không (?:tìm thấy|tồn tại)|đã bị xóa)"
    r"|không tìm thấy"
    r"|(?:runtime|server|internal server) error|lỗi (?:hệ thống|máy chủ|kết nối)|the page cannot|bad gateway",
    re.IGNORECASE,
)
"""How the titles of error pages begin; news may well contain these words further on ("tỷ lệ 1/500")."""

CHALLENGE = re.compile(
    r"just a moment|checking your browser|ddos|attention required|verify you are human|are you a robot|cloudflare"
    r"|kiểm tra trình duyệt|xác (?:minh|thực) bạn",
    re.IGNORECASE,
)
PARKED = re.compile(
    r"domain (?:is )?(?:may be )?for sale|buy this domain|parked|account suspended|website (?:đang|tạm) "
    r"|tên miền .{0,40}(?:rao bán|hết hạn|chưa được|đã được đăng ký)",
    re.IGNORECASE,
)
SEARCH_TITLE = re.compile(r"(?:kết quả )?tìm kiếm|search(?: results)?", re.IGNORECASE)
HOME_TITLE = re.compile(r"trang (?:chủ|nhất)|home(?: ?page)?", re.IGNORECASE)
WORDPRESS: dict[str, Reason] = {
    "home": "home",
    "blog": "listing",
    "archive": "listing",
    "search": "search",
    "error404": "error",
}
"""What classes of a WordPress page's ``body`` say; ``single`` is an article."""

LONGEST_LEAD = 450
"""Characters of running text a title of a list has at most on average."""

SHORT, LEAST = 600, 40
"""Characters of running text below which a page may be something else, and below which it says nothing."""


STANDING_ADDRESS = re.compile(
    r"/(?:lien-he|contact(?:-us)?|about(?:-us)?|gioi-thieu(?:-chung)?|so-do-(?:to-chuc|cong|trang|site|web)[\w-]*|co-cau-to-chuc"
    r"|chuc-nang-nhiem-vu|site-?map|siteterms/[^/]+|privacy[\w-]*|chinh-sach-bao-mat|dieu-khoan[\w-]*)(?:\.\w{2,5})?/?$",
    re.IGNORECASE,
)
"""How the addresses of standing pages end: about, contact, organisation, terms."""

ADDRESSES: tuple[tuple[re.Pattern[str], Reason], ...] = (
    (SEARCH_ADDRESS, "search"),
    (LOGIN_ADDRESS, "login"),
    (LISTING_ADDRESS, "listing"),
    (STANDING_ADDRESS, "static"),
)
"""What addresses are in most systems."""

Reader = Callable[[Reading], Reason | None]


def read_kind(reading: Reading) -> Reason | None:
    """Return what the page is instead of an article, None where it is one."""
    return next((reason for reader in READERS if (reason := reader(reading))), None)


def kind_by_address(url: str, site: Site) -> Reason | None:
    """Return what the page at ``url`` is from its address alone; the definition is believed before habits of other systems."""
    kind = site.kind_of(url)
    parts = urlsplit(url)
    if parts.path in ("", "/") and (not parts.query or kind is Kind.LISTING):
        return "home"
    if kind is Kind.LISTING:
        return "listing"
    if PRINT_ADDRESS.search(url):
        return "print"
    if kind is Kind.ARTICLE:
        return None
    return next((reason for pattern, reason in ADDRESSES if pattern.search(url)), None)


def _system(reading: Reading) -> Reason | None:
    """Judge by what WordPress says in the classes of ``body``."""
    body = reading.page.root.find("body")
    classes = (body.get("class") or "").split() if body is not None else []
    if "single" in classes or "page" in classes:
        return None
    return next((reason for name, reason in WORDPRESS.items() if name in classes), None)


def _stand_in(reading: Reading) -> Reason | None:
    """Recognise pages that stand in for another: errors, doors, guards, parked domains, programs without text."""
    titles = (reading.metadata.title, reading.headline.value if reading.headline else "")
    everything = sum(len(line.text) for line in reading.outline.lines)
    if reading.weight < SHORT:
        if any(NOT_FOUND.match(title) for title in titles):
            return "error"
        if any(CHALLENGE.search(title) for title in titles):
            return "challenge"
        if SEARCH_TITLE.match(titles[1]):
            return "search"
    if everything < SHORT:
        return _bare_page(reading)
    return None


def _bare_page(reading: Reading) -> Reason | None:
    """Recognise a page that prints next to nothing."""
    text = " ".join(line.text for line in reading.outline.lines)
    if CHALLENGE.search(text):
        return "challenge"
    if PARKED.search(text):
        return "parked"
    if any((field.get("type") or "").lower() == "password" for field in reading.page.root.iter("input")):
        return "login"
    if reading.weight < LEAST and next(reading.page.root.iter("script"), None) is not None:
        return "shell"
    return None


def _other_title(reading: Reading) -> Reason | None:
    """Recognise a headline that is the title of another page: it links there, or the one right above the body does."""
    headline = reading.headline
    if headline is not None and headline.element is not None and _leads_elsewhere(headline.element, reading):
        return "listing"
    if reading.body is None:
        return None
    above = reading.outline.lines[max(reading.after, reading.body.start - 4) : reading.body.start]
    return "listing" if any(_is_heading(line) and _leads_elsewhere(line.element, reading) for line in above) else None


def _is_heading(line: Line) -> bool:
    """Say whether ``line`` stands in a heading."""
    return any(element.tag in ("h1", "h2", "h3", "h4") for element in (line.element, *line.element.iterancestors()))


def _leads_elsewhere(element: html.HtmlElement, reading: Reading) -> bool:
    """Say whether ``element`` is, holds or stands in a link to another page of the site."""
    links = [link for link in (*element.iterancestors("a"), *element.iter("a")) if link.get("href")]
    targets = [target for link in links[:1] if (target := reading.page.link(link.get("href") or ""))]
    own = {reading.site.canonical(url) for url in (reading.page.url, reading.metadata.canonical) if url}
    return any(reading.site.canonical(target) not in own for target in targets)


def _cards(reading: Reading) -> Reason | None:
    """Recognise a list of titles with their leads; what stands behind the end of an article does not count."""
    lines = list(takewhile(lambda line: classify_line(line.text) not in ENDS, reading.lines))
    titles = [place for place, line in enumerate(lines) if _is_title(line)]
    cards = [
        place for place in titles if any(is_sentence(line) and not _is_title(line) for line in lines[place + 1 : place + 4])
    ]
    return "listing" if len(cards) >= 3 and reading.weight <= LONGEST_LEAD * len(cards) else None


def _is_title(line: Line) -> bool:
    """Say whether ``line`` is the title of another article: a link of several words, or words with their date in brackets."""
    listed = line.text.endswith(")") and classify_line(line.text) is LineKind.RELATED_ITEM
    return listed or (line.linked and len(line.text.split()) >= 4)


def _unprinted(reading: Reading) -> Reason | None:
    """Refuse a page that prints no headline, and little text or the text of the page's frame."""
    headline, body = reading.headline, reading.body
    if headline is None or body is None:
        return "empty"
    if headline.element is not None:
        return None
    if HOME_TITLE.match(headline.value):
        return "home"
    return "listing" if body.reader == "density" and reading.weight < SHORT else None


def _standing(reading: Reading) -> Reason | None:
    """Recognise a page of the site itself, such as the one about it: a menu of the page leads to it."""
    return "static" if reading.generation is None and is_in_menu(reading) else None


READERS: tuple[Reader, ...] = (_system, _stand_in, _other_title, _cards, _unprinted, _standing)
"""Readers of what a page is, surest first; the first that answers refuses the page."""
