"""What pages of legal documents list about them, number, day, signer: one table, however a system sets it.

That is what such a page has to say, and what its readers search for, so it stays. Rows for files go: those are attachments.
"""

import re
from collections.abc import Sequence

from scraper.extraction.lines import LineKind, classify_line
from scraper.extraction.piece import Piece, Role
from scraper.text import fold

LABEL = re.compile(
    r"(?:so(?:,| va|/)? ?(?:ky hieu|hieu)(?: van ban)?|so van ban|ky hieu|so trang|nganh"
    r"|ngay (?:ban hanh|ky|(?:co |het )?hieu luc|dang cong bao|van ban|ap dung)|trich yeu(?: noi dung)?"
    r"|(?:co quan|don vi|noi) (?:ban hanh|ky)|nguoi ky(?: duyet)?|chuc (?:vu|danh)(?: nguoi ky)?"
    r"|(?:loai|hinh thuc|the loai|ten) van ban|linh vuc(?: van ban)?|(?:tinh trang )?hieu luc|tinh trang"
    r"|pham vi(?: ap dung)?)\s*:?"
)
"""Folded names of the properties of a document."""

LABELLED = re.compile(r"(?P<label>[^:\d]{4,30}):\s*(?P<value>\S.*)")
FEWEST = 3
"""Properties in a row that make a list of them."""

TOOLS = frozenset({LineKind.ATTACHMENTS, LineKind.NOISE})

Row = tuple[str, str]


def with_properties(pieces: Sequence[Piece]) -> list[Piece]:
    """Return ``pieces`` with every list of a document's properties made a table of two columns."""
    kept: list[Piece] = []
    place = 0
    while place < len(pieces):
        rows, end = _rows_from(pieces, place)
        if len(rows) >= FEWEST:
            kept.append(_table(pieces[place], rows))
            place = end
        else:
            piece = pieces[place]
            kept.append(_without_files(piece) if piece.role is Role.TABLE else piece)
            place += 1
    return kept


def is_property(text: str) -> bool:
    """Say whether ``text`` names a property of a document.

    >>> is_property("Số, ký hiệu:"), is_property("Ngày ban hành"), is_property("Người ký tên dưới đây")
    (True, True, False)
    """
    return len(text) <= 30 and bool(LABEL.fullmatch(fold(text).strip()))


def _rows_from(pieces: Sequence[Piece], place: int) -> tuple[list[Row], int]:
    """Return the properties that are listed from ``place`` on, and the place behind them."""
    rows: list[Row] = []
    while place < len(pieces) and (found := _row(pieces, place)):
        row, place = found
        rows.append(row)
    return rows, place


def _row(pieces: Sequence[Piece], place: int) -> tuple[Row, int] | None:
    """Return the property at ``place`` and the place behind it, None where there is none."""
    piece = pieces[place]
    inside = LABELLED.fullmatch(piece.text)
    if inside and is_property(inside["label"]):
        return (f"{inside['label']}:", inside["value"]), place + 1
    parts = [text for part in piece.parts if (text := part.strip())]
    if len(parts) > 1 and is_property(parts[0]):
        return (parts[0], " ".join(parts[1:]).strip(": ")), place + 1
    behind = pieces[place + 1] if place + 1 < len(pieces) else None
    if not is_property(piece.text) or behind is None or not behind.text or is_property(behind.text):
        return None
    return (piece.text, behind.text), place + 2


def _table(first: Piece, rows: Sequence[tuple[str, ...]]) -> Piece:
    """Return a table of ``rows`` in the place of ``first``."""
    text = "\n".join(" | ".join(row) for row in rows)
    return Piece(Role.TABLE, first.element, text=text, cell=first.cell, rows=tuple(rows))


def _without_files(table: Piece) -> Piece:
    """Return ``table`` without the rows that offer a file or count readers."""
    rows = [row for row in table.rows if not _is_tool(row)]
    return table if len(rows) == len(table.rows) else _table(table, rows)


def _is_tool(row: tuple[str, ...]) -> bool:
    """Say whether a row offers a file, or all of it are buttons and counters: "Số lượt xem", "1.204"."""
    kinds = [classify_line(cell) for cell in row]
    return (len(row) <= 2 and kinds[0] is LineKind.ATTACHMENTS) or (row[0][0].isalpha() and TOOLS.issuperset(kinds))
