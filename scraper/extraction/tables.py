"""Tables: those that hold data, and those that only hold the page together."""

from collections.abc import Iterator

from lxml import html

from scraper.extraction.outline import text_of

CELLS = ("td", "th")
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
    if table.get("role") == "presentation" or next(table.iterdescendants("table", "img", "iframe"), None) is not None:
        return False
    rows = [[text_of(cell) for cell in cells_of(row)] for row in rows_of(table)]
    filled = [[cell for cell in row if cell] for row in rows]
    full = [row for row in filled if len(row) > 1]
    cells = [cell for row in filled for cell in row]
    return len(full) >= 2 and len(full) * 2 >= len([row for row in filled if row]) and max(map(len, cells)) <= LONGEST_CELL


def read_rows(table: html.HtmlElement) -> tuple[tuple[str, ...], ...]:
    """Return the text of the cells, row by row; rows without text are left out, empty cells too."""
    rows = (tuple(text for cell in cells_of(row) if (text := text_of(cell))) for row in rows_of(table))
    return tuple(row for row in rows if row)
