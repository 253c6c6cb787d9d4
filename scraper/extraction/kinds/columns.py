"""Lists of documents in columns, months' sheets and empty sections, told by what they print."""

import re
from itertools import takewhile

from lxml import html

from scraper.extraction.kinds.linked import is_file, leads_elsewhere
from scraper.extraction.kinds.lists import SECTION_WORDS, words_of
from scraper.extraction.reading import Reading

COLUMNS = re.compile(
    r"stt|tt|số(?:/| )?(?:ký|kí|hiệu)[\w ./]*|số văn bản|ngày (?:ban hành|hiệu lực|đăng|ký)|trích yếu[\w ]*"
    r"|tên (?:văn bản|tài liệu|thủ tục)|tiêu đề|tệp đính kèm|file đính kèm|tải về|tải|lượt xem",
    re.IGNORECASE,
)
"""Heads of the columns of a list of documents."""

SEARCHED = re.compile(r"nội dung (?:cần )?tìm|từ khóa|tìm (?:theo|kiếm|trong)|tìm", re.IGNORECASE)
FIELDS = re.compile(
    SEARCHED.pattern
    + r"|(?:cơ quan|đơn vị|năm|ngày) ban hành|lĩnh vực|loại văn bản|(?:từ|đến) ngày|từ|đến|date|thể loại|người ký",
    re.IGNORECASE,
)
"""Labels of the form that searches them."""

FILES = re.compile(r"index of /", re.IGNORECASE)
NOTHING = re.compile(
    r"(?:hiện )?(?:chưa|không) có (?:bài viết|tin|tin bài|dữ liệu|văn bản|nội dung)(?: nào)?"
    r"(?: (?:trong|thuộc|để) .{0,60})?\W*",
    re.IGNORECASE,
)
"""What an empty section says."""

DAYS = frozenset(map(str, range(1, 32)))
MOST_OF_MONTH = 28

FEWEST_ROWS, FEWEST_FIELDS = 4, 3
LEAST = 80
"""Characters of running text from which a page that says it is empty is not."""


def is_table_of_pages(reading: Reading) -> bool:
    """Recognise a table of documents whose rows lead to other pages."""
    if reading.body is None or words_of(reading) > SECTION_WORDS:
        return False
    rows = [row for row in reading.body.element.iter("tr") if row.find("td") is not None and row.find(".//table") is None]
    leading = sum(_row_leads(row, reading) for row in rows)
    heads = {line.text.lower() for line in reading.lines if COLUMNS.fullmatch(line.text)}
    return leading >= FEWEST_ROWS and 2 * leading > len(rows) and len(heads) >= 2


def is_search_form(reading: Reading) -> bool:
    """Recognise the form that searches documents, its fields right under the headline, and the list under it."""
    headline = reading.headline
    if headline is None or headline.element is None or words_of(reading) > SECTION_WORDS:
        return False
    lines = reading.outline.lines
    start = reading.outline.span(headline.element)[0] + (not _is_field(headline.value))
    before = takewhile(lambda line: _is_field(line.text), reversed(lines[:start]))
    fields = [*before, *takewhile(lambda line: _is_field(line.text), lines[start:])]
    return len(fields) >= FEWEST_FIELDS and any(SEARCHED.match(line.text) for line in fields)


def is_calendar(reading: Reading) -> bool:
    """Recognise a month's sheet."""
    lines = reading.lines
    days = sum(line.text in DAYS for line in lines)
    return days >= MOST_OF_MONTH and 2 * days > len(lines)


def says_nothing(reading: Reading) -> bool:
    """Recognise a section that says it is empty, and a folder of files."""
    title = reading.headline.value if reading.headline else reading.metadata.title
    if FILES.match(title) or FILES.match(reading.metadata.title):
        return True
    return reading.weight < LEAST and any(NOTHING.fullmatch(line.text) for line in reading.lines if not line.linked)


def _is_field(text: str) -> bool:
    """Say whether a line is the label of a field in a form that searches documents."""
    return FIELDS.fullmatch(text.rstrip(" :")) is not None


def _row_leads(row: html.HtmlElement, reading: Reading) -> bool:
    """Say whether a row of a table leads to another page of the site."""
    return any(leads_elsewhere(link, reading) and not is_file(link.get("href") or "") for link in row.iter("a"))
