"""Whether a page holds an article of its own, and what it is where it does not."""

import re
from collections.abc import Callable
from itertools import islice

from scraper.extraction.jsonld import nodes, parsed, type_of
from scraper.extraction.kinds import columns, lists
from scraper.extraction.kinds.addresses import Reason
from scraper.extraction.kinds.menus import is_in_menu
from scraper.extraction.kinds.standins import SHORT, message, stand_in
from scraper.extraction.metadata import JSON_LD
from scraper.extraction.reading import Reading

HOME_TITLE = re.compile(r"trang (?:chủ|nhất)|home(?: ?page)?", re.IGNORECASE)
STANDING_TITLE = re.compile(
    r"(?:giới thiệu(?: chung| về chúng tôi)?|(?:sơ đồ|cơ cấu)(?: tổ chức)?(?: bộ máy)?|sơ đồ (?:site|trang|cổng|website)"
    r"|chức năng(?:,| và|,? -)? nhiệm vụ(?:,? (?:và )?quyền hạn)?(?:, cơ cấu tổ chức)?|liên hệ|góp ý|contact(?: us)?"
    r"|lịch sử (?:hình thành|phát triển)(?: và phát triển)?|quá trình hình thành(?: và phát triển)?|about(?: us)?|tổng quan"
    r"|tầm nhìn(?: và|,| -)? sứ mệnh|ban (?:lãnh đạo|giám đốc|giám hiệu|biên tập|thường vụ|chấp hành)|danh bạ(?: điện thoại)?"
    r"|điều khoản(?: và điều kiện)?(?: sử dụng| dịch vụ)?|chính sách (?:bảo mật|riêng tư)|thăm dò ý kiến"
    r"|kết quả (?:bình chọn|thăm dò)(?: ý kiến)?"
    r"|điều kiện tự nhiên|site ?map)(?: ?\(.{0,30}\))?\W*",
    re.IGNORECASE,
)
"""Whole headlines of pages about the site and its owner."""

SYSTEMS: tuple[tuple[re.Pattern[str], Reason | None], ...] = (
    (re.compile(r"single(?:-post|-format-\w+)?|view-article|node-type-\w+|page-node-\d+"), None),
    (re.compile(r"error404"), "error"),
    (re.compile(r"path-frontpage"), "home"),
    (re.compile(r"view-search|path-search"), "search"),
    (re.compile(r"view-(?:login|registration|remind|reset)"), "login"),
    (re.compile(r"view-(?:category|categories|featured|archive|tag|tags)|page-taxonomy|path-taxonomy"), "listing"),
    (re.compile(r"page-id-\d+|view-contact"), "static"),
)
"""Classes of ``body`` in WordPress, Joomla and Drupal, and what the page is; an article's come first."""

WORDPRESS: dict[str, Reason] = {"home": "home", "search": "search", "blog": "listing", "archive": "listing"}
"""Its classes that others use for other things."""

SCHEMA: dict[str, Reason] = {
    "CollectionPage": "listing",
    "SearchResultsPage": "search",
    "AboutPage": "static",
    "ContactPage": "static",
}
"""Types of JSON-LD of pages without an article."""

FEW_LINKS = 3
"""Links to other pages of one made for printing at most: it has no menus."""

PRINTS = re.compile(r"(?:window|self|document|this)\.print\s*\(|(?:^|[;\s:])print\s*\(\)")

Reader = Callable[[Reading], Reason | None]


def read_kind(reading: Reading) -> Reason | None:
    """Return what the page is instead of an article, None where it is one."""
    return next((reason for reader in READERS if (reason := reader(reading))), None)


def _system(reading: Reading) -> Reason | None:
    """Judge by what the system of the site says in the classes of ``body``."""
    body = reading.page.root.find("body")
    classes = (body.get("class") or "").split() if body is not None else []
    for pattern, reason in SYSTEMS:
        if any(pattern.fullmatch(name) for name in classes):
            return reason
    told = [WORDPRESS[name] for name in WORDPRESS if name in classes]
    return told[0] if told and _is_wordpress(reading) else None


def _is_wordpress(reading: Reading) -> bool:
    """Say whether the page was made by WordPress: it says so, or fetches what stands in its folders."""
    links = reading.page.root.iter("link", "script", "img")
    return "wordpress" in reading.metadata.generator.lower() or any(
        "/wp-" in (link.get("href") or link.get("src") or "") for link in links
    )


def _schema(reading: Reading) -> Reason | None:
    """Judge by the type that JSON-LD gives the page, where it describes no article."""
    if reading.metadata.type not in ("", "website", "object"):
        return None
    scripts = (script.text or "" for script in reading.page.root.iter("script") if script.get("type") == JSON_LD)
    types = {type_of(node) for text in scripts if "Page" in text for node in nodes(parsed(text))}
    return next((SCHEMA[kind] for kind in SCHEMA if kind in types), None)


def _print(reading: Reading) -> Reason | None:
    """Recognise the print view of an article: a page without menus that prints itself or has a button for it."""
    root = reading.page.root
    links = (link for link in root.iter("a") if reading.page.link(link.get("href") or ""))
    if len(tuple(islice(links, FEW_LINKS + 1))) > FEW_LINKS:
        return None
    elements = root.iter("body", "a", "button", "input")
    told = (element.get(name) or "" for element in elements for name in ("onload", "onclick", "href"))
    return "print" if any(PRINTS.search(script) for script in told) else None


def _list(reading: Reading) -> Reason | None:
    """Recognise a list of other pages: their titles, with or without leads, in columns, as a month's sheet."""
    return "listing" if any(rule(reading) for rule in LISTS) else None


LISTS: tuple[Callable[[Reading], bool], ...] = (
    lists.leads_on,
    lists.stands_among_titles,
    lists.holds_cards,
    lists.holds_texts,
    lists.is_followed_by_titles,
    lists.has_more_links,
    columns.is_table_of_pages,
    columns.is_search_form,
    columns.is_calendar,
    columns.says_nothing,
)


def _standing(reading: Reading) -> Reason | None:
    """Recognise a page of the site itself, such as the one about it: it is called so, or a menu of the page leads to it."""
    if reading.headline and STANDING_TITLE.fullmatch(reading.headline.value):
        return "static"
    lists_others = (reading.headline is None or reading.body is None) and lists.has_titles(reading)
    return "static" if not lists_others and is_in_menu(reading) else None


def _unprinted(reading: Reading) -> Reason | None:
    """Refuse a page that prints no headline, and little text or the text of the page's frame."""
    headline, body = reading.headline, reading.body
    if headline is None or body is None:
        return "listing" if lists.has_titles(reading) else "empty"
    if headline.element is not None:
        return None
    if HOME_TITLE.match(headline.value):
        return "home"
    return "listing" if body.reader == "density" and reading.weight < SHORT else None


READERS: tuple[Reader, ...] = (stand_in, _system, _schema, _print, _list, _standing, message, _unprinted)
"""Readers of what a page is, surest first; the first that answers refuses the page."""
