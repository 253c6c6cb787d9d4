"""Tables: those that hold data, and those that only hold the page together."""

import re
from collections.abc import Iterator

from lxml import html

from scraper.extraction.outline import text_of

DAY = re.compile(r"[(\[]?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}[)\]]?")
FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|rar|zip)\b|download", re.IGNORECASE)
CELLS = ("td", "th")
NO_TEXT = ("table", "img", "amp-img", "iframe")
"""What cells of data do not hold."""

LONGEST_CELL = 400
"""Longest cell of a data table, characters; longer ones hold text, and the table lays it out."""


def rows_of(table: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Yield the rows of ``table`` itself, not those of tables inside it."""
    for part in table:
        if part.tag == "tr":
            yield part
        elif part.tag in ("tbody", "thead", "tfoot"):
            yield from (row for row in part if row.tag == "tr")


def cells_of(row: html.HtmlElement) -> list[html.HtmlElement]:
    """Return the cells of ``row``."""
    return [cell for cell in row if cell.tag in CELLS]


def is_data(table: html.HtmlElement) -> bool:
    """Say whether ``table`` holds data: rows of several short cells, nothing but text in them."""
    if (
        table.get("role") == "presentation"
        or next(table.iterdescendants("table", "img", "amp-img", "iframe"), None) is not None
    ):
        return False
    if _lists_articles(table):
        return False
    widths = [width for width in _widths(table) if width]
    full = [width for width in widths if width > 1]
    longest = max((len(cell) for row in read_rows(table) for cell in row), default=0)
    return len(full) >= 2 and len(full) * 2 >= len(widths) and longest <= LONGEST_CELL


def _lists_articles(table: html.HtmlElement) -> bool:
    """Say whether the rows of ``table`` are titles that link to other pages, with their days."""
    rows = [cells for row in rows_of(table) if (cells := [cell for cell in cells_of(row) if text_of(cell)])]
    listing = [cells for cells in rows if any(map(_is_title, cells)) and any(map(_is_day, cells))]
    return bool(rows) and 2 * len(listing) > len(rows)


def _is_title(cell: html.HtmlElement) -> bool:
    """Say whether a link to another page is all of ``cell``; one to a file is a document's."""
    links = list(cell.iter("a"))
    return len(links) == 1 and text_of(links[0]) == text_of(cell) and not FILE.search(links[0].get("href") or "")


def _is_day(cell: html.HtmlElement) -> bool:
    """Say whether ``cell`` holds a date and nothing else."""
    return bool(DAY.fullmatch(text_of(cell)))


def _widths(table: html.HtmlElement) -> Iterator[int]:
    """Yield for each row how many filled columns it has, with cells that reach down from rows above."""
    reaching: list[int] = []
    for row in rows_of(table):
        filled = [cell for cell in cells_of(row) if text_of(cell)]
        yield len(filled) + len(reaching)
        spans = [cell.get("rowspan") or "" for cell in filled]
        reaching = [
            left - 1 for left in (*reaching, *(int(span) for span in spans if span.isdecimal() and len(span) < 4)) if left > 1
        ]


def read_rows(table: html.HtmlElement) -> tuple[tuple[str, ...], ...]:
    """Return the text of the cells, row by row; rows without text are left out, empty cells too."""
    return tuple(row for row in map(read_row, rows_of(table)) if row)


def read_row(row: html.HtmlElement) -> tuple[str, ...]:
    """Return the text of the cells of ``row``, empty ones left out."""
    return tuple(text for cell in cells_of(row) if (text := text_of(cell)))
