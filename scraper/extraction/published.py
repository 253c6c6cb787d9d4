"""When an article was published and last changed."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from lxml import html

from scraper.dates import DateMatch, Moment, Order, day_of, find_dates, read_machine_date
from scraper.dates.labels import Label
from scraper.extraction.metadata import Stated
from scraper.extraction.outline import Line, text_of
from scraper.extraction.page import Found
from scraper.extraction.surroundings import Surroundings, select
from scraper.text import fold


@dataclass(frozen=True, slots=True)
class Published:
    """A date with the line it was read from."""

    moment: Moment
    """Moment in +07:00, or the day alone where no time is given."""
    raw: str
    """The line as printed, or the value as stated."""


Reader = Callable[[Surroundings, Order], Found[Published] | None]

LABEL = re.compile(
    r"(?:(?:ngay|thoi gian|duoc|tin|bai(?: viet)?) )?(?:dang|xuat ban|phat hanh|dua tin|dang tin|dang bai|viet|gui|tao|khoi tao)"
    r"|posted|published|created|(?:^|\W)date\b|(?:^|\W)(?:ngay|thoi gian)(?= ?:)"
)
UPDATE = re.compile(r"cap nhat|sua|updated|modified")
FOREIGN = re.compile(
    r"ban hanh|hieu luc|cap ngay|giay phep|hom nay|chao mung|bay gio|ngay ky|van ban|het han|bat dau|ket thuc|dien ra|khoi hanh|copyright|ban quyen"
)
"""Folded words that make a date another than the article's."""

PLACE_BEFORE = re.compile(r"^[^\W\d_][^\d,]{1,30}, ngay \d")
"""How letters and site clocks begin: "Thái Bình, ngày 4 tháng 10 năm 2024"."""

CLOCK = re.compile(r"clock|now|today|hien-?tai|hom-?nay|current|dong-?ho|thoigian-?ht|site-?date|header-?date|top-?date|lich", re.IGNORECASE)
DATE_NAME = re.compile(r"date|time|ngay|thoi-?gian|publish|posted|meta|info|created", re.IGNORECASE)
WORDS = re.compile(
    r"\b(?:thu|hai|ba|tu|nam|sau|bay|chu nhat|ngay|thang|luc|vao|cap nhat|dang|duoc|xuat ban|cuoi|lan|gmt|luot|xem|doc|so|tin|bai|viet|boi|posted"
    r"|on|at|by|published|updated|date|in trang|ban in|sa|ch|am|pm|monday|tuesday|wednesday|thursday|friday|saturday|sunday|views?|hits?|ict)\b"
)
MOST_OTHER_LETTERS = 40
FARTHEST_BEFORE = 4
"""Lines between a date and the headline under it."""


def read_published(around: Surroundings, order: Order = "dmy") -> Found[Published] | None:
    """Return when the article was published; no date rather than one of something else.

    A day printed without a time is completed from a moment that the page states for the same day.
    """
    found = next((hit for reader in READERS if (hit := reader(around, order))), None)
    return _completed(found, around) if found else None


def read_modified(around: Surroundings, published: Published | None, order: Order = "dmy") -> Found[Published] | None:
    """Return when the page says the article was last changed; None where that is no later than its publication."""
    found = next((hit for reader in UPDATE_READERS if (hit := reader(around, order))), None)
    return found if found and published and _is_later(found.value.moment, published.moment) else None


def _selector(around: Surroundings, order: Order) -> Found[Published] | None:
    """Read the element that the site's definition names."""
    for element in select(around.page.root, around.selectors.date):
        text = text_of(element) or element.get("datetime") or element.get("content") or ""
        found = _best(text, order)
        moment = found.value if found else read_machine_date(text)
        if moment:
            return Found(Published(moment, text), "selector", element)
    return None


def _label(around: Surroundings, order: Order) -> Found[Published] | None:
    """Read a line near the headline or behind the text that says it is the date of publication."""
    return _first(_labelled(_near(around), order, LABEL), "label")


def _under_headline(around: Surroundings, order: Order) -> Found[Published] | None:
    """Read a line with a date and little else between headline and text."""
    return _first(_bare(around.between, order), "printed")


def _in_headline(around: Surroundings, order: Order) -> Found[Published] | None:
    """Read the date that some systems print on the headline's own line."""
    start, end = around.headline_span
    for line in around.outline.lines[start:end]:
        found = find_dates(line.text, order)
        if found and _ends_apart(line.text, found[-1]):
            return Found(Published(found[-1].value, line.text[found[-1].start :].strip(" ()")), "printed", line.element)
    return None


def _above_headline(around: Surroundings, order: Order) -> Found[Published] | None:
    """Read a line with a date and little else right above the headline, unless it is the site's clock."""
    start = around.headline_span[0]
    near = [line for line in around.before if start - line.place <= FARTHEST_BEFORE and not _is_clock(line, around)]
    return _first(_bare(near, order), "printed")


def _atop_text(around: Surroundings, order: Order) -> Found[Published] | None:
    """Read a line with a date and little else among the first of the body."""
    return _first(_bare(around.text[:3], order), "printed")


def _json_ld(around: Surroundings, _order: Order) -> Found[Published] | None:
    """Read ``datePublished`` of JSON-LD."""
    return _from_stated(around.metadata.published, "json-ld")


def _meta(around: Surroundings, _order: Order) -> Found[Published] | None:
    """Read ``article:published_time`` and its like."""
    return _from_stated(around.metadata.published, "meta")


def _time_element(around: Surroundings, _order: Order) -> Found[Published] | None:
    """Read a ``time`` element near the headline."""
    return _from_stated([stated for stated in around.metadata.published if _stands_near(stated, around)], "time")


def _microdata(around: Surroundings, _order: Order) -> Found[Published] | None:
    """Read ``itemprop=datePublished``; NukeViet writes the moment of the last edit there, so it comes late."""
    return _from_stated(around.metadata.published, "microdata")


def _update_label(around: Surroundings, order: Order) -> Found[Published] | None:
    """Read a line near the headline or behind the text that says when the article was brought up to date."""
    return _first(_labelled(_near(around), order, UPDATE), "label")


def _behind_text(around: Surroundings, order: Order) -> Found[Published] | None:
    """Read a line behind the text that holds a date, little else, and bears a class that says so."""
    named = [line for line in around.after[:4] if DATE_NAME.search(_name(line.element)) and not line.linked]
    return _first(_bare(named, order), "printed")


READERS: tuple[Reader, ...] = (
    _selector,
    _label,
    _under_headline,
    _in_headline,
    _above_headline,
    _atop_text,
    _json_ld,
    _meta,
    _time_element,
    _behind_text,
    _update_label,
    _microdata,
)
"""Readers of the publication, most trustworthy first; the first that answers wins and is named in ``read_by``."""


def _stated_update(around: Surroundings, _order: Order) -> Found[Published] | None:
    """Read the last change as JSON-LD, meta elements, ``time`` or microdata state it."""
    return next((hit for name in ("json-ld", "meta", "time", "microdata") if (hit := _from_stated(around.metadata.modified, name))), None)


UPDATE_READERS: tuple[Reader, ...] = (_update_label, _stated_update)
"""Readers of the last change."""


def _near(around: Surroundings) -> Iterator[Line]:
    """Yield the lines around the headline, then the first of the text, then those behind it."""
    yield from around.between
    yield from around.before[:FARTHEST_BEFORE]
    yield from around.text[:4]
    yield from around.after


def _labelled(lines: Iterable[Line], order: Order, label: re.Pattern[str]) -> Iterator[tuple[Line, DateMatch]]:
    """Yield dates that stand right behind words matched by ``label``."""
    for line in lines:
        if len(line.text) > 250:
            continue
        for found in find_dates(line.text, order):
            before = fold(line.text[: found.start])[-40:]
            if label.search(before) and not FOREIGN.search(before) and (label is UPDATE or not UPDATE.search(before[-24:])):
                yield line, found


def _bare(lines: Iterable[Line], order: Order) -> Iterator[tuple[Line, DateMatch]]:
    """Yield dates of lines that hold little else."""
    for line in lines:
        found = _best(line.text, order) if len(line.text) <= 160 else None
        if found and _is_bare(line.text, found):
            yield line, found


def _is_bare(text: str, found: DateMatch) -> bool:
    """Say whether the line is there for its date: no sentence around it, no letterhead, no other date's label."""
    folded = fold(text)
    if PLACE_BEFORE.match(folded) or FOREIGN.search(folded) or found.label is Label.EVENT:
        return False
    rest = WORDS.sub("", fold(f"{text[: found.start]} {text[found.end :]}"))
    return sum(map(str.isalpha, rest)) <= MOST_OTHER_LETTERS


def _best(text: str, order: Order) -> DateMatch | None:
    """Return the first date in ``text`` that is not labelled as an update or event, else the first one."""
    found = find_dates(text, order)
    return next((match for match in found if match.label in (Label.PUBLISHED, None)), found[0] if found else None)


def _first(hits: Iterator[tuple[Line, DateMatch]], reader: str) -> Found[Published] | None:
    """Return the first of ``hits`` as found by ``reader``."""
    hit = next(hits, None)
    return Found(Published(hit[1].value, _raw(*hit)), reader, hit[0].element) if hit else None


def _raw(line: Line, found: DateMatch) -> str:
    """Return the line as printed, cut to the date where it is long."""
    return line.text if len(line.text) <= 80 else line.text[found.start : found.end]


def _ends_apart(text: str, found: DateMatch) -> bool:
    """Say whether the date ends the headline's line without being part of its wording."""
    before, behind = text[: found.start].rstrip(), text[found.end :].strip(" )")
    return not behind and bool(before) and (before[-1] in "(|" or not fold(before).endswith(("ngay", "tu", "den", "thang", "ky", "hom", ",", "-")))


def _is_clock(line: Line, around: Surroundings) -> bool:
    """Say whether a date above the headline is the site's clock: named so, or tied to the headline by the whole page only."""
    name = _name(line.element)
    if CLOCK.search(name):
        return True
    if DATE_NAME.search(name) or around.headline is None:
        return False
    shared = _common_ancestor(line.element, around.headline)
    start, end = around.outline.span(shared)
    return shared.tag in ("body", "html", "form") or end - start >= 0.9 * len(around.outline.lines)


def _name(element: html.HtmlElement) -> str:
    """Return classes and ids of ``element`` and its parent."""
    parent = element.getparent()
    names = [element.get("class"), element.get("id"), *((parent.get("class"), parent.get("id")) if parent is not None else ())]
    return " ".join(filter(None, names))


def _common_ancestor(one: html.HtmlElement, other: html.HtmlElement) -> html.HtmlElement:
    """Return the innermost element that holds both."""
    mine = {one, *one.iterancestors()}
    return next((element for element in (other, *other.iterancestors()) if element in mine), other)


def _from_stated(statements: Sequence[Stated], reader: str) -> Found[Published] | None:
    """Return the first readable moment that was stated in the place called ``reader``."""
    for stated in statements:
        if stated.reader == reader and (moment := read_machine_date(stated.value)):
            return Found(Published(moment, stated.value), reader, stated.element)
    return None


def _stands_near(stated: Stated, around: Surroundings) -> bool:
    """Say whether a ``time`` element stands near headline or text rather than in a list of other articles."""
    if stated.element is None:
        return True
    place = around.outline.span(stated.element)[0]
    return any(line.place == place for line in (*around.between, *around.before, *around.after, *around.text[:3]))


def _completed(found: Found[Published], around: Surroundings) -> Found[Published]:
    """Return ``found`` with the time of a stated moment on the same day, where it has none itself."""
    if isinstance(found.value.moment, datetime):
        return found
    for stated in around.metadata.published:
        moment = read_machine_date(stated.value)
        if isinstance(moment, datetime) and day_of(moment) == found.value.moment:
            return Found(Published(moment, found.value.raw), found.reader, found.element)
    return found


def _is_later(one: Moment, other: Moment) -> bool:
    """Say whether ``one`` is after ``other``, to the minute where both have a time."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one.replace(second=0, microsecond=0) > other.replace(second=0, microsecond=0)
    return day_of(one) > day_of(other)
