"""What the three sites have in common: answers, listings in pages, small files."""

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import TypeVar

T = TypeVar("T")

PICTURE = base64.b64decode(
    "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAAB"
    "AAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z"
)
"""A JPEG of one pixel."""

DOCUMENT = (
    b"%PDF-1.1\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)
"""A PDF without pages."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a site answers at an address."""

    path: str
    """Path and query."""
    body: bytes
    content_type: str = "text/html; charset=utf-8"
    status: int = 200


def page(path: str, text: str) -> Answer:
    """Return an HTML page."""
    return Answer(path, text.encode())


def drawing(path: str) -> Answer:
    """Return a picture."""
    return Answer(path, PICTURE, "image/jpeg")


def document(path: str) -> Answer:
    """Return a file to be downloaded."""
    return Answer(path, DOCUMENT, "application/octet-stream")


def missing(path: str) -> Answer:
    """Return a page that says that there is none."""
    return Answer(path, "<html><title>404</title><h1>Không tìm thấy trang</h1></html>".encode(), status=404)


def pages_of(items: Sequence[T], size: int) -> Iterator[tuple[int, Sequence[T], int]]:
    """Yield number, items and number of all pages of a listing with ``size`` items a page."""
    count = max(1, -(-len(items) // size))
    for number in range(1, count + 1):
        yield number, items[(number - 1) * size : number * size], count


def link(href: str, text: str, attributes: str = "") -> str:
    """Return a link."""
    return f'<a href="{escape(href)}"{attributes}>{escape(text)}</a>'


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return a data table with a head."""
    head, *rest = [[escape(cell) for cell in row] for row in rows]
    lines = ["".join(f"<th>{cell}</th>" for cell in head), *("".join(f"<td>{cell}</td>" for cell in row) for row in rest)]
    return '<table border="1">' + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


def items(rows: Sequence[Sequence[str]]) -> str:
    """Return a bulleted list."""
    return "<ul>" + "".join(f"<li>{escape(row[0])}</li>" for row in rows) + "</ul>"
