"""The menus of a page, and whether they lead to the page itself."""

import re
from collections.abc import Iterator
from itertools import chain, groupby
from urllib.parse import urlsplit

from lxml import html

from scraper.extraction.lines import LineKind, classify_line
from scraper.extraction.outline import Line, Outline
from scraper.extraction.reading import Reading
from scraper.extraction.titles import squeezed

FEWEST, MOST_WORDS = 3, 6
"""Links in a row that make a menu, and words of one: titles of articles are longer."""

NEAR, LONGEST_NAME = 2, 4
"""Lines before and behind the headline among which its date stands, and words of one that may be a mere name."""

MAIN = re.compile(
    r"trang (?:chủ|nhất)|home|liên hệ|contact(?: us)?|giới thiệu(?: chung)?|about(?: us)?|tin tức(?: .{0,3}sự kiện)?|news"
    r"|văn bản|hỏi đáp|góp ý|sơ đồ .{1,20}|cơ cấu tổ chức|(?:lịch sử|quá trình) .{1,40}|chức năng.{0,40}|đăng nhập"
    r"|thư viện ảnh",
    re.IGNORECASE,
)
"""Entries that menus of sections and standing pages have, and lists of new articles with short titles do not."""

HEADED = re.compile(
    r"menu(?: chính)?|danh mục|chuyên mục|giới thiệu(?: chung)?|tổng quan|(?:cơ cấu|sơ đồ|bộ máy|hệ thống)? ?tổ chức",
    re.IGNORECASE,
)
"""What stands over such a menu."""


def is_in_menu(reading: Reading) -> bool:
    """Say whether a menu of the page leads to the page: those of sections and standing pages do, articles stand in none."""
    parts = urlsplit(reading.page.url)
    tail = parts.query or parts.path.rstrip("/").rpartition("/")[2]
    found = [menu for menu in _menus(reading.outline.lines) if tail and any(_leads_here(line, tail, reading) for line in menu)]
    return any(_is_main(menu, reading.outline.lines) for menu in found) and not _is_dated(reading)


def is_entry(text: str, outline: Outline) -> bool:
    """Say whether ``text`` is what an entry of a menu says."""
    key = squeezed(text)
    return any(squeezed(line.text) == key for menu in _menus(outline.lines) for line in menu)


def _menus(lines: tuple[Line, ...]) -> Iterator[list[Line]]:
    """Yield the menus: short links, many in a row."""
    for short, group in groupby(lines, key=lambda line: line.linked and len(line.text.split()) <= MOST_WORDS):
        entries = list(group) if short else []
        if len(entries) >= FEWEST:
            yield entries


def _leads_here(line: Line, tail: str, reading: Reading) -> bool:
    """Say whether a link leads to the page, whose address ends in ``tail``."""
    href = _href(line)
    target = reading.page.link(href) if tail in href else None
    return target is not None and reading.site.canonical(target) == reading.address


def _is_main(menu: list[Line], lines: tuple[Line, ...]) -> bool:
    """Say whether a menu is one of sections and standing pages, by its entries or by what stands over it."""
    above = lines[max(0, menu[0].place - 1) : menu[0].place]
    return any(MAIN.fullmatch(line.text) for line in menu) or any(HEADED.fullmatch(line.text) for line in above)


def _is_dated(reading: Reading) -> bool:
    """Say whether a date stands beside a headline that is no mere name, as it does on articles."""
    headline = reading.headline
    if headline is None or headline.element is None or len(headline.value.split()) <= LONGEST_NAME:
        return False
    start, end = reading.outline.span(headline.element)
    beside = (*reading.outline.lines[max(0, start - NEAR) : start], *reading.outline.lines[end : end + NEAR])
    return any(classify_line(line.text) is LineKind.DATE for line in beside)


def _href(line: Line) -> str:
    """Return the address of the link that ``line`` is, as written."""
    element = line.element
    around: Iterator[html.HtmlElement] = chain((element,), element.iterancestors("a"), element.iterdescendants("a"))
    return next((href for element in around if (href := element.get("href"))), "")
