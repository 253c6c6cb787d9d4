"""Lines of a body that link somewhere: which of them are there for the link, and which the text needs all the same."""

import re
from collections.abc import Sequence
from itertools import takewhile

from scraper.extraction.fields.attachments import DOWNLOAD, FILE
from scraper.extraction.pieces.piece import Piece

ACT = re.compile(r"[^\W\d_][\w ]{2,30}(?: số)? \d+/(?:\d{4}/)?[A-ZĐ]{2,}[\w-]*")
"""An act named by its number: "Nghị định 76/2012/NĐ-CP"."""

BULLET = re.compile(r"[-–+•*] ?(?=[^\W\d_])")
"""What items begin with."""

SHORTEST_OPEN = 30
"""Characters of a line that breaks off before an address, so that it is no label."""

LONGEST_LABEL = 25
"""Characters around the links of a line that is there for its files."""

MACHINE = re.compile(r"(?:(?:https?://|/[\w-]+/|\d{4}-\d\d-\d\dT\d\d:)\S*(?:\s|$))+")
"""Addresses and timestamps alone: values meant for programs, shown where their style sheet is missing."""

DAY_BESIDE = re.compile(r"\W*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\W*(?:\d{1,2}[:h]\d\d\W*)?")
"""The day of another article, beside the link to it."""


def completes(pieces: Sequence[Piece], place: int, inside: range) -> bool:
    """Say whether the text needs a line that links somewhere: an act by its number, an item of a list, an address announced.

    ``inside`` are the places from the first paragraph to the last.
    """
    piece, before = pieces[place], pieces[place - 1] if place else None
    if before is not None and MACHINE.fullmatch(piece.text):
        return not before.linked and len(before.text) >= SHORTEST_OPEN and before.text[-1:].isalpha()
    if place not in inside or not any(span.href for span in piece.spans):
        return False
    return bool(ACT.fullmatch(piece.text)) or _is_among_items(pieces, place)


def _is_among_items(pieces: Sequence[Piece], place: int) -> bool:
    """Say whether a line is one of a row with the same bullet of which not all link to pages or files."""
    bullet = BULLET.match(pieces[place].text)
    if bullet is None:
        return False
    rows = (reversed(pieces[:place]), pieces[place + 1 :])
    beside = (item for row in rows for item in takewhile(lambda piece: piece.text.startswith(bullet[0]), row))
    return any(not is_link(item) and not is_file_label(item) for item in beside)


def is_link(piece: Piece) -> bool:
    """Say whether a line is there for the page it links to, the day of that beside it or not; a whole sentence is not."""
    if piece.text.endswith(".") or len(piece.text.split()) < 3:
        return False
    if piece.linked:
        return True
    rest = "".join(span.text for span in piece.spans if not span.href)
    return len(rest) < len(piece.text) and bool(DAY_BESIDE.fullmatch(rest))


def is_file_label(piece: Piece) -> bool:
    """Say whether a line is there for the file it links to: "(Xem chi tiết CV_263.pdf)"."""
    links = [span for span in piece.spans if span.href and (FILE.search(span.href) or DOWNLOAD.search(span.href))]
    rest = len(piece.text) - sum(len(span.text) for span in links)
    return bool(links) and rest <= LONGEST_LABEL
