"""Lines that are there for their date, and how they differ from clocks, letterheads and prose."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from lxml import html

from scraper.dates import DateMatch, Label, Order, day_of, find_dates
from scraper.extraction.fields.names import is_person, is_vietnamese
from scraper.extraction.fields.trails import trails
from scraper.extraction.outline import Line
from scraper.extraction.surroundings import Surroundings
from scraper.text import fold

Hit = tuple[Line, DateMatch]
"""A line and the date in it."""

FOREIGN = re.compile(
    r"ban hanh|hieu luc|giay phep|chao mung|ky niem|huong ung|ngay ky|so hieu|copyright|ban quyen|het han|khoi hanh|nhiem ky"
    r"|sinh nhat|ngay su kien|dien ra|khai mac|be mac|bat dau|ket thuc"
    r"|(?:ngay|thoi gian) (?:xu ly|tiep|nhan|nop|sinh|mat|thi|hop|hoan thanh|khoi cong|khanh thanh|phong van|thuc hien)\b"
)
"""Folded words that make a date another than the article's."""

LETTERHEAD = re.compile(r"^[^\W\d_][^\d,:]{1,30}, (?:ngay )?\d")
"""How letters and some site clocks begin: "Thái Bình, ngày 4 tháng 10 năm 2024"; a day of the week is no such place."""

WEEKDAY = re.compile(r"^(?:thu|chu nhat|cn|t[2-7])\b")
CLOCK = re.compile(
    r"clock|now|today|hien-?tai|hom-?nay|current|dong-?ho|site-?date|head(?:er)?-?date|top-?date|lich", re.IGNORECASE
)
NAMED = re.compile(r"date|time|ngay|thoi-?gian|publish|posted|meta|info|created", re.IGNORECASE)
"""What classes and ids of date lines hold; ``CLOCK`` those of the site's clock."""

WORDS = re.compile(
    r"\b(?:thu|chu nhat|ngay|thang|luc|vao|cap nhat|dang|duoc|xuat ban|cuoi|lan|gmt|luot|xem|doc|so|tin|bai"
    r"|viet|boi|posted|on|at|by|published"
    r"|updated|date|in trang|ban in|views?|hits?|comments?|binh luan|phan hoi|chuyen muc|danh muc|chia se"
    r"|nguoi)\b"
)
LONGEST, LONGEST_LABEL = 160, 30
"""Longest line looked at, and longest that tells whose the date on the next line is, characters."""

MOST_OTHER_LETTERS = 40
MOST_IN_TEXT, MOST_IN_HEADING = 12, 8
"""Letters beside the date and its label, near the headline, inside the text, and behind it in a heading."""

MOST_LABEL_LETTERS = 24
PARTED = re.compile(r"[|•·]|\s[-–—]\s(?=\s*\S)|\d\s+(?=[^\W\d_])")
"""What parts the label of a date from other things before it: a bar, a dash, the number of a counter."""

BETWEEN = re.compile(r"[\s|•·,;()\[\]–—-]*")
"""What may stand between two dates beside each other."""

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5"})
ZONE = re.compile(r"\s*\(?GMT[^)]{0,8}\)?")
CLOSING = re.compile(r"\s*[)\]]")
NEAREST = 2
"""Lines from a date to the headline within which its class is believed, however loosely the two hang together."""


@lru_cache(maxsize=256)  # the readers ask for the same few lines one after the other
def dates_in(text: str, order: Order | None) -> tuple[DateMatch, ...]:
    """Return the dates in ``text``."""
    return tuple(find_dates(text, order))


def labelled(lines: Iterable[Line], order: Order | None, label: Label) -> Iterator[Hit]:
    """Yield dates that the words before them say are of the kind ``label``, those in titles of other articles left out."""
    for line in lines:
        for found in dates_in(line.text, order) if len(line.text) <= LONGEST else ():
            title = line.linked and not is_bare(line.text, found, MOST_IN_TEXT)
            if found.label is label and not title and not FOREIGN.search(fold(found.before)):
                yield line, found


def bare(lines: Iterable[Line], order: Order | None, most: int = MOST_OTHER_LETTERS) -> Iterator[Hit]:
    """Yield dates without label, or with that of publication, of lines with at ``most`` so many other letters; few in links."""
    for line in lines:
        dates = dates_in(line.text, order) if len(line.text) <= LONGEST else ()
        found = _earliest([match for match in dates if match.label in (None, Label.PUBLISHED)])
        if found and is_bare(line.text, found, min(most, MOST_IN_TEXT) if line.linked else most):
            yield line, found


def _earliest(dates: Sequence[DateMatch]) -> DateMatch | None:
    """Return the first date of a line, or the earlier of two without label of which the second follows right behind."""
    if len(dates) > 1 and not dates[0].label and not dates[1].label:
        first, second = dates[:2]
        if BETWEEN.fullmatch(first.line, first.end, second.start):
            return min(first, second, key=lambda match: day_of(match.value))
    return dates[0] if dates else None


def own(hits: Iterator[Hit], around: Surroundings) -> Iterator[Hit]:
    """Yield ``hits`` without headings, and those that the line before gives a meaning: "Ngày ban hành" in the cell before."""
    start, end = around.headline_span
    for line, found in hits:
        if line.element.tag in HEADINGS and _goes_on(found.after):
            continue
        label = around.outline.lines[line.place - 1].text if line.place and not start < line.place <= end else ""
        if not (0 < len(label) <= LONGEST_LABEL and FOREIGN.search(fold(label)) and not label.endswith(".")):
            yield line, found


def _goes_on(text: str) -> bool:
    """Say whether what stands behind a date is the title of an article rather than a counter or a name."""
    words = WORDS.sub("", fold(text))
    return sum(map(str.isalpha, words)) > MOST_IN_HEADING and not is_person(text.strip(" -–—|•:."))


def is_bare(text: str, found: DateMatch, most: int = MOST_OTHER_LETTERS) -> bool:
    """Say whether the line is there for its date: no sentence around it, no letterhead, nothing that makes it another date.

    >>> [is_bare(text, find_dates(text)[0]) for text in ("14/8/2017 09:02 | 612 lượt xem", "Hà Nội, ngày 10 tháng 8 năm 2017")]
    [True, False]
    """
    folded = fold(text)
    if FOREIGN.search(folded) or (LETTERHEAD.match(folded) and not WEEKDAY.match(folded)):
        return False
    rest = WORDS.sub("", fold(f"{found.before} {found.after}"))
    return sum(map(str.isalpha, rest)) <= (0 if text.endswith(".") else most)


def as_printed(text: str, found: DateMatch) -> str:
    """Return the date in ``text`` with its label and the brackets around it as printed, without other things beside it.

    >>> lines = "Thứ hai, 14/9/2020 08:30 In ra", "Lượt xem: 12 Ngày đăng: 14/9/2020", "(Đăng ngày 14/9/2020) - Mai Lan"
    >>> [as_printed(text, find_dates(text)[0]) for text in lines]
    ['Thứ hai, 14/9/2020 08:30', 'Ngày đăng: 14/9/2020', '(Đăng ngày 14/9/2020)']
    """
    start = max((part.end() for part in PARTED.finditer(text, 0, found.start)), default=0)
    start = max(start, _last_label(text, start, found.start))
    label = text[start : found.start].strip()
    name = label.rstrip(" -–—|,:([")
    if (is_person(name) and is_vietnamese(name)) or dates_in(label, None):
        return found.text
    if sum(map(str.isalpha, label)) > MOST_LABEL_LETTERS:
        return found.text
    zone = ZONE.match(text, found.end)
    end = zone.end() if zone else found.end
    if not label.startswith(("(", "[")):
        return text[start:end].strip()
    closing = CLOSING.match(text, end)
    return text[start : closing.end()].strip() if closing else text[start:end].strip(" ([")


def _last_label(text: str, start: int, end: int) -> int:
    """Return where the last of several labels with a colon between ``start`` and ``end`` begins: with a capital letter."""
    if text.count(":", start, end) < 2:
        return start
    return max(place for place in range(start, end) if place == start or (text[place].isupper() and text[place - 1] == " "))


def is_clock(line: Line, around: Surroundings) -> bool:
    """Say whether a date above the headline is the site's clock: named so, or tied to the headline by the whole page only."""
    name = names_around(line.element)
    if CLOCK.search(name):
        return True
    if around.headline is None or (NAMED.search(name) and around.headline_span[0] - line.place <= NEAREST):
        return False
    shared = _common_ancestor(line.element, around.headline)
    start, end = around.outline.span(shared)
    return shared.tag in ("body", "html", "form") or end - start >= 0.9 * len(around.outline.lines)


def is_over_trail(element: html.HtmlElement, around: Surroundings) -> bool:
    """Say whether a breadcrumb parts a date above the headline from that: it is the clock in the site's head then."""
    place, start = around.outline.span(element)[1], around.headline_span[0]
    trail = (around.outline.span(crumbs) for _, crumbs in trails(around)) if place <= start else ()
    return any(place <= first and last <= start for first, last in trail)


def names_around(element: html.HtmlElement) -> str:
    """Return classes and ids of ``element`` and its parent."""
    parent = element.getparent()
    names = [element.get("class"), element.get("id"), *((parent.get("class"), parent.get("id")) if parent is not None else ())]
    return " ".join(filter(None, names))


def _common_ancestor(one: html.HtmlElement, other: html.HtmlElement) -> html.HtmlElement:
    """Return the innermost element that holds both."""
    mine = {one, *one.iterancestors()}
    return next((element for element in (other, *other.iterancestors()) if element in mine), other)
