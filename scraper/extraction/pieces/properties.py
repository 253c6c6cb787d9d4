"""What pages of legal documents list about them, number, day, signer: one table, however a system sets it.

That is what such a page has to say, and what its readers search for, so it stays. Rows for files go: those are attachments.
"""

import re
from collections.abc import Iterator, Sequence

from scraper.extraction.lines import LineKind, classify_line
from scraper.extraction.pieces.piece import Piece, Role
from scraper.text import fold

LABEL = re.compile(
    r"(?:(?:ma/)?so(?:,| va|/)? ?(?:ky hieu|hieu)(?: van ban)?|so van ban|ky hieu|so trang|nganh"
    r"|ngay (?:ban hanh|ky|(?:co |het )?hieu luc|dang cong bao|van ban|ap dung)|trich (?:yeu|dan)(?: noi dung)?"
    r"|(?:co quan|don vi|noi) (?:ban hanh|ky)|nguoi ky(?: duyet)?|chuc (?:vu|danh)(?: nguoi ky)?"
    r"|(?:loai|hinh thuc|the loai|ten|tieu de) (?:van ban|tai lieu)|linh vuc(?: van ban)?|(?:tinh trang |trang thai )?hieu luc"
    r"|tinh trang|trang thai|pham vi(?: ap dung)?)\s*:?"
)
"""Folded names of the properties of a document."""

LABELLED = re.compile(r"(?P<label>[^:\d]{4,30}):\s*(?P<value>\S.*)")
LONGEST_LABEL = 30
FEWEST, FEWEST_ROWS = 3, 2
"""Properties in a row that make a list of them, and rows of a table that begin with one."""

ASIDE = frozenset({LineKind.NOISE, LineKind.ATTACHMENTS})
"""Kinds of labels in such lists that tell nothing about the document: counters, files."""

Row = tuple[str, str]
"""A label and what stands behind it, empty where nothing does."""


def with_properties(pieces: Sequence[Piece]) -> list[Piece]:
    """Return ``pieces`` with each list of a document's properties made a table of two columns, without labels of nothing."""
    kept: list[Piece] = []
    place = 0
    while place < len(pieces):
        piece = pieces[place]
        rows, end = (_rows_of(piece), place + 1) if piece.role is Role.TABLE else _rows_from(pieces, place)
        if sum(is_property(label) for label, _ in rows) >= FEWEST:
            kept += _tables(piece, rows)
            place = end
        else:
            kept.append(piece)
            place += 1
    return kept


def is_property(text: str) -> bool:
    """Say whether ``text`` names a property of a document.

    >>> is_property("Số, ký hiệu:"), is_property("Ngày ban hành"), is_property("Người ký tên dưới đây")
    (True, True, False)
    """
    return len(text) <= LONGEST_LABEL and bool(LABEL.fullmatch(fold(text).strip()))


def _is_label(text: str) -> bool:
    """Say whether ``text`` names a property or something else that is listed among them."""
    return is_property(text) or (len(text) <= LONGEST_LABEL and classify_line(text) in ASIDE and not text.isdigit())


def _rows_of(table: Piece) -> list[Row]:
    """Return the properties in a table whose rows begin with them, none for a list of documents under such headings."""
    if sum(is_property(row[0]) for row in table.rows) < FEWEST_ROWS:
        return []
    return _paired([cell for row in table.rows for cell in row])


def _rows_from(pieces: Sequence[Piece], place: int) -> tuple[list[Row], int]:
    """Return the properties listed from ``place`` on, each piece one or its label or its value, and the place behind them."""
    cells: list[str] = []
    while place < len(pieces):
        parts = _parted(pieces[place])
        if not parts or not (_is_label(parts[0]) or (cells and len(parts) == 1 and is_property(cells[-1]))):
            break
        cells += parts
        place += 1
    return _paired(cells), place


def _parted(piece: Piece) -> list[str]:
    """Return the text of ``piece``, parted behind the name of a property that it begins with."""
    inside = LABELLED.fullmatch(piece.text)
    if inside and _is_label(inside["label"]):
        return [f"{inside['label']}:", inside["value"]]
    parts = [text for part in piece.parts if (text := part.strip())]
    if len(parts) > 1 and is_property(parts[0]):
        return [parts[0], " ".join(parts[1:]).strip(": ")]
    return [piece.text] if piece.text and piece.role is not Role.TABLE else []


def _paired(cells: Sequence[str]) -> list[Row]:
    """Return the labels among ``cells`` with the values behind them."""
    rows: list[Row] = []
    for cell in cells:
        if _is_label(cell) and not (rows and not rows[-1][1] and not is_property(cell)):
            rows.append((cell, ""))
        elif rows and not rows[-1][1]:
            rows[-1] = (rows[-1][0], cell)
    return rows


def _tables(first: Piece, rows: Sequence[Row]) -> Iterator[Piece]:
    """Yield a table of the properties among ``rows`` in the place of ``first``, where any has a value."""
    told = tuple(row for row in rows if row[1] and is_property(row[0]))
    if told:
        text = "\n".join(" | ".join(row) for row in told)
        yield Piece(Role.TABLE, first.element, text=text, cell=first.cell, rows=told)
