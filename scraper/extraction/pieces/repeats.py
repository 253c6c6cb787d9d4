"""What a page prints twice and a record holds once: the lead, a picture, a whole article."""

import re
from collections.abc import Iterable, Sequence

from scraper.article import Image
from scraper.extraction.pieces.piece import Piece
from scraper.extraction.titles import squeezed

SIZE = re.compile(r"-\d{2,4}x\d{2,4}(?=\.\w+$)")
REACH = 4
"""How many lines of text may stand between a lead and its repetition."""


def without_repeats(pieces: Sequence[Piece], apart: Iterable[str] = ()) -> list[Piece]:
    """Return ``pieces`` without second copies of the lead, of pictures, and of the article as a whole.

    A picture stands where it is shown first, with the first caption it has, and again only with another one. One above the text
    is known again in another folder or size; those at the addresses in ``apart`` stand there alone.
    """
    lines = [squeezed(piece.text) for piece in pieces if piece.text]
    copy = _start_of_copy(lines)
    kept: list[Piece] = []
    alone = {name for url in apart for name in (url, file_name(url))}
    shown: dict[str, Piece] = {}
    count = 0
    for piece in pieces:
        if piece.image:
            names = (piece.image.url, file_name(piece.image.url))
            first = next((shown[name] for name in names if name in shown), None)
            if first and (not alone.isdisjoint(names) or not _is_shown_anew(piece.image, first)):
                continue
            shown |= dict.fromkeys(names if not count else names[:1], piece)
        elif piece.text:
            count += 1
            if count > copy or (1 < count <= REACH and lines[count - 1] in lines[: count - 1]):
                continue
        kept.append(piece)
    return kept


def _is_shown_anew(image: Image, first: Piece) -> bool:
    """Say whether a picture has another caption than where it was shown ``first``; that takes it over if it has none."""
    shown = first.image
    if shown is None or not image.caption or image.caption == shown.caption:
        return False
    if shown.caption:
        return True
    first.image = shown.model_copy(update={"caption": image.caption, "credit": image.credit or shown.credit})
    return False


def file_name(url: str) -> str:
    """Return the name of the file at ``url``, without the size that systems add to it; the whole of an inlined picture.

    >>> file_name("http://a.vn/2018/anh-1-300x200.jpg?v=2")
    'anh-1.jpg'
    """
    return url if url.startswith("data:") else SIZE.sub("", url.partition("?")[0].rpartition("/")[2])


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
