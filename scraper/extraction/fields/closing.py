"""What may stand behind the signature of a text and is text all the same: an album of pictures, a note, references."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from scraper.extraction.pieces.piece import Piece, Role

LONGEST = 200
"""Characters of a caption or note."""

MOST_NOTES, MOST_REFERENCES = 4, 20
"""Lines among which notes are looked for, and of a list of references."""

ALBUM = re.compile(
    r"(?:(?:dưới đây|sau đây) là )?(?:một (?:số|vài)|những|các|chùm|vài|thêm)? ?(?:hình )?ảnh(?!\s*:)"
    r"(?: [^.:!?]{1,120})?[\s:./]*",
    re.IGNORECASE,
)
"""The line over an album: "Một số hình ảnh tại hội thảo:"."""

NOTE = re.compile(
    r"[(\[][^()]{3,}(?:\([^()]*\)[^()]*)*[)\]][\s./]*|(?:\(\*+\)|\*+|\[\d+\]) ?\S.+|(?:ghi chú|chú thích|\* ?ghi chú)\s*:.+",
    re.I,
)
REFERENCES = re.compile(r"(?:các )?(?:tài liệu (?:tham khảo|trích dẫn)|tham khảo|chú thích|ghi chú)\s*:?", re.IGNORECASE)


def lines_behind(pieces: Sequence[Piece]) -> frozenset[int]:
    """Return which of the last lines of text may stand behind a signature; the last line of all is number 1."""
    lines = [place for place, piece in enumerate(pieces) if piece.text]
    return frozenset((*_notes(pieces, lines), *_beside_pictures(pieces, lines), *_references(pieces, lines)))


def _notes(pieces: Sequence[Piece], lines: Sequence[int]) -> Iterator[int]:
    """Yield the numbers of the notes among the last few lines, and of a last one that headed a list of files."""
    for number, place in enumerate(reversed(lines[-MOST_NOTES:]), start=1):
        text = pieces[place].text
        if len(text) <= LONGEST and (NOTE.fullmatch(text) or (number == 1 and text.endswith(":"))):
            yield number


def _beside_pictures(pieces: Sequence[Piece], lines: Sequence[int]) -> Iterator[int]:
    """Yield the numbers of the lines that stand over an album or beside the pictures in it."""
    for number, place in enumerate(reversed(lines), start=1):
        piece = pieces[place]
        if piece.role is Role.TABLE or len(piece.text) > LONGEST:
            return
        over = any(map(_is_picture, pieces[place + 1 : place + 2]))
        if (over and ALBUM.fullmatch(piece.text)) or (place and _is_picture(pieces[place - 1])):
            yield number


def _references(pieces: Sequence[Piece], lines: Sequence[int]) -> Iterator[int]:
    """Yield the numbers of the lines from the heading of a list of references on, where that ends the text."""
    behind = list(takewhile(lambda place: not REFERENCES.fullmatch(pieces[place].text), reversed(lines[-MOST_REFERENCES:])))
    if len(behind) < len(lines[-MOST_REFERENCES:]):
        yield from range(1, len(behind) + 2)


def _is_picture(piece: Piece) -> bool:
    """Say whether a piece is a picture, its caption with it or still to come."""
    return piece.picture is not None or piece.image is not None
