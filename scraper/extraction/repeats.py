"""What a page prints twice and a record holds once: the lead, a picture, a whole article."""

from collections.abc import Sequence

from scraper.extraction.headline import squeezed
from scraper.extraction.pieces import Piece

REACH = 4
"""How many lines of text may stand between a lead and its repetition."""


def without_repeats(pieces: Sequence[Piece]) -> list[Piece]:
    """Return ``pieces`` without second copies of the lead, of pictures, and of the article as a whole."""
    lines = [squeezed(piece.text) for piece in pieces if piece.text]
    copy = _start_of_copy(lines)
    kept: list[Piece] = []
    pictures: set[str] = set()
    count = 0
    for piece in pieces:
        if piece.image:
            if piece.image.url in pictures:
                continue
            pictures.add(piece.image.url)
        elif piece.text:
            count += 1
            if count > copy or 1 < count <= REACH and lines[count - 1] in lines[: count - 1]:
                continue
        kept.append(piece)
    return kept


def _start_of_copy(lines: Sequence[str]) -> int:
    """Return the number of lines before an article that was pasted twice begins anew; all of them where it was not.

    >>> _start_of_copy(["mở bài", "thân bài", "kết", "mở bài", "thân bài"])
    3
    """
    for start in range(max(2, len(lines) // 2), len(lines)):
        rest = len(lines) - start
        if rest >= max(2, start - 2) and list(lines[:rest]) == list(lines[start:]):
            return start
    return len(lines)
