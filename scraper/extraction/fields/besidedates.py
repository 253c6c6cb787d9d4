"""Names without label beside the date under a headline: "Nguyễn Văn An | 12/03/2020 | 0 phản hồi"."""

import re
from collections.abc import Iterator

from scraper.dates import Label
from scraper.extraction.fields.datelines import dates_in, is_bare
from scraper.extraction.fields.names import SURNAMES, is_account, is_person, is_vietnamese, split_names
from scraper.extraction.lines import LineKind, classify_line
from scraper.extraction.outline import Line
from scraper.extraction.surroundings import Surroundings
from scraper.text import fold

FARTHEST = 4
"""Lines behind the headline among which the date stands."""

LONGEST = 100
FEWEST_WORDS = 3
"""Words of a name that begins with a surname and is believed although it is a link."""

CELLS = re.compile(r"\s*(?:[|•·/()\[\]]|\s[-–—](?=\s|$)|^[-–—]\s|\s{2,}|,\s*$|^\s*,)\s*")
"""What parts the name from the date and counters: a bar, a dash with spaces, brackets."""

PREPOSITION = re.compile(r"^(?:by|bởi|viết bởi|đăng bởi|được đăng bởi|posted by|written by)\s+", re.IGNORECASE)
TOPICS = re.compile(
    r"(?:tin|thoi su|su kien|hoat dong|khoa hoc|cong nghe|giao duc|doi song|kinh te|xa hoi|van hoa|van ban|van nghe"
    r"|chinh tri|phap luat|suc khoe|y te|moi truong|thong bao|the thao|the gioi|trong nuoc|quoc te|trong tinh"
    r"|nong nghiep|chuyen|bai viet|thi dua|goc|muc|tu van|phan bien|pho bien|hoi vien|hoi thi|dien dan|nghien cuu"
    r"|to chuc|trang|lich su|van de|cau lac bo)\b"
)
"""Folded words that categories begin with."""

PLACES = frozenset({
    "an giang", "bac giang", "bac kan", "bac lieu", "bac ninh", "ba ria", "ben tre", "binh dinh", "binh duong",
    "binh phuoc", "binh thuan", "ca mau", "can tho", "cao bang", "da nang", "dak lak", "dak nong", "dien bien",
    "dong nai", "dong thap", "gia lai", "ha giang", "ha nam", "ha noi", "ha tinh", "hai duong", "hai phong",
    "hau giang", "hoa binh", "hung yen", "khanh hoa", "kien giang", "kon tum", "lai chau", "lam dong", "lang son",
    "lao cai", "long an", "nam dinh", "nghe an", "ninh binh", "ninh thuan", "phu tho", "phu yen", "quang binh",
    "quang nam", "quang ngai", "quang ninh", "quang tri", "soc trang", "son la", "tay ninh", "thai binh", "thai nguyen",
    "thanh hoa", "thua thien hue", "thua thien", "tien giang", "tra vinh", "tuyen quang", "vinh long", "vinh phuc",
    "yen bai", "ho chi minh", "hue",
})  # fmt: skip
"""Folded names of provinces, which many a name is shaped like."""


def names_beside_date(around: Surroundings) -> Iterator[tuple[Line, tuple[str, ...]]]:
    """Yield the lines under the headline that print a person's name on the line of the date, or right above or below that."""
    lines = around.between[:FARTHEST]
    dated = [line for line in lines if _is_dated(line)]
    for line in dated:
        if names := _names_on(line, around):
            yield line, names
    for line in lines:
        if any(abs(line.place - date.place) == 1 for date in dated) and classify_line(line.text) is LineKind.NAME:
            names = split_names(line.text)
            if all(_is_name(name, line, around) for name in names):
                yield line, names


def _is_dated(line: Line) -> bool:
    """Say whether ``line`` is there for the date it prints."""
    dates = dates_in(line.text, None) if len(line.text) <= LONGEST else ()
    return bool(dates) and dates[0].label is not Label.EVENT and is_bare(line.text, dates[0])


def _names_on(line: Line, around: Surroundings) -> tuple[str, ...]:
    """Return the names on a line with a date where one part of that holds nothing else."""
    date = dates_in(line.text, None)[0]
    parts = (PREPOSITION.sub("", part.strip()) for side in (date.before, date.after) for part in CELLS.split(side) if part)
    found = [names for part in parts if (names := split_names(part)) and all(_is_name(name, line, around) for name in names)]
    return found[0] if len(found) == 1 else ()


def _is_name(name: str, line: Line, around: Surroundings) -> bool:
    """Say whether ``name`` is a person's, and neither a place nor a category, which menus and breadcrumbs print too."""
    folded = fold(name)
    if not (is_person(name) and is_vietnamese(name)) or is_account(name) or folded in PLACES or TOPICS.match(folded):
        return False
    linked = any(name in (link.text or "") for link in line.element.iter("a"))
    if linked and (len(name.split()) < FEWEST_WORDS or name.split()[0].lower() not in SURNAMES):
        return False
    return all(other.place == line.place or other.text.casefold() != name.casefold() for other in around.outline.lines)
