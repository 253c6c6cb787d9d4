"""Pictures and the lines that belong to them: captions and credits."""

import re
from collections.abc import Callable, Sequence
from itertools import groupby, pairwise, takewhile
from operator import attrgetter

from lxml import html

from scraper.article import Image
from scraper.extraction.lines import LineKind, classify_line, value_of
from scraper.extraction.names import bare_end, is_person
from scraper.extraction.pictures import Picture
from scraper.extraction.piece import Piece, Role
from scraper.text import fold

Frame = Callable[[Piece], html.HtmlElement | None]

LONGEST, MOST_LINES = 350, 2
"""Characters of a caption, and lines that stand with a picture in its frame."""

CREDIT = re.compile(
    r"(?P<caption>.{3,}?)[\s(\-–—.,|/]*\(?\b(?:ảnh|photo|hình)(?: minh h(?:ọa|oạ)| tư liệu)?\s*:\s*"
    r"(?P<credit>[^()]{2,60}?)\)?[\s.]*",
    re.IGNORECASE | re.DOTALL,
)
NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*|[IVX]+|[a-z])[.)/] ?[^\W\d_]")
"""How headings inside a text begin: "1. Kết quả", "II. Tồn tại", "a) Thuận lợi"."""

SENTENCE_END = (".", "!", "?", ":", ";", "…")
OWN_KINDS = frozenset({LineKind.CAPTION, LineKind.PHOTO_CREDIT})
OTHER_KINDS = frozenset(LineKind) - OWN_KINDS - {LineKind.DATELINE, LineKind.NAME}


def with_captions(pieces: Sequence[Piece]) -> list[Piece]:
    """Return ``pieces`` with each picture made an image of the record and the lines that belong to it taken out."""
    below = _columns(pieces)
    taken = set(below.values())
    for place, piece in enumerate(pieces):
        if piece.picture is not None:
            lines = [below[place]] if place in below else _lines_of(pieces, place, taken)
            taken.update(lines)
            piece.image = _image(piece.picture, [pieces[line].text for line in lines])
    return [piece for place, piece in enumerate(pieces) if place not in taken and piece.role is not Role.CAPTION]


def _columns(pieces: Sequence[Piece]) -> dict[int, int]:
    """Return the places of the captions below pictures that stand side by side in a row, by the places of the pictures."""
    rows = [list(row) for _, row in groupby(range(len(pieces)), lambda place: _row(pieces[place]))]
    return {
        picture: line
        for upper, lower in pairwise(rows)
        if len(upper) == len(lower) > 1
        and _table(pieces[upper[0]]) is _table(pieces[lower[0]])
        and len({pieces[place].cell for place in (*upper, *lower)}) == 2 * len(upper)
        and all(pieces[place].picture for place in upper)
        and all(0 < len(pieces[place].text) <= LONGEST for place in lower)
        for picture, line in zip(upper, lower, strict=True)
    }


def _lines_of(pieces: Sequence[Piece], place: int, taken: set[int]) -> list[int]:
    """Return the places of the lines that belong to the picture at ``place``."""
    found: list[int] = []
    for following in range(place + 1, len(pieces)):
        if following in taken or not _belongs(pieces, place, following, found):
            break
        found.append(following)
    if (
        not found
        and place
        and place - 1 not in taken
        and pieces[place - 1].role is Role.CAPTION
        and _same_frame(pieces[place - 1], pieces[place])
    ):
        found.append(place - 1)
    return found


def _belongs(pieces: Sequence[Piece], place: int, following: int, found: list[int]) -> bool:
    """Say whether the piece at ``following`` is a line of the picture at ``place``, after the lines in ``found``."""
    picture, line = pieces[place], pieces[following]
    if line.picture is not None or not line.text or len(line.text) > LONGEST:
        return False
    kind = classify_line(line.text)
    if line.role is Role.CAPTION:
        return True
    if found:
        return kind is LineKind.PHOTO_CREDIT
    if line.role not in (Role.PARAGRAPH, Role.ITEM, Role.QUOTE) or kind in OTHER_KINDS:
        return False
    if (kind is LineKind.NAME and is_person(bare_end(line.text))) or _is_listed(pieces, place, following):
        return False
    if kind in OWN_KINDS or _is_alt(line, picture):
        return True
    return _evidence(pieces, place, following) >= 2


def _is_listed(pieces: Sequence[Piece], place: int, following: int) -> bool:
    """Say whether the line at ``following`` is one of several items of a list that the picture at ``place`` is no part of."""
    group = pieces[following].group
    behind = pieces[following + 1].group if following + 1 < len(pieces) else None
    return group is not None and group is behind and group is not pieces[place].group


def _is_alt(line: Piece, picture: Piece) -> bool:
    """Say whether a line repeats the alternative text of the picture."""
    alt = picture.picture.alt if picture.picture else ""
    return bool(alt) and fold(alt) == fold(line.text)


def _same_frame(line: Piece, picture: Piece) -> bool:
    """Say whether a line stands in the same figure or cell as the picture."""
    return line.cell is not None and line.cell is picture.cell


def _evidence(pieces: Sequence[Piece], place: int, following: int) -> int:
    """Return how many things speak for a plain line behind a picture being its caption."""
    line = pieces[following]
    rest = [piece for piece in pieces if piece.role is Role.PARAGRAPH and piece is not line and len(piece.text) > 120]
    odd = sum(piece.centred for piece in rest) * 2 < len(rest)
    return (
        2 * (line.centred and odd)
        + 2 * (line.all("emphasis") and not all(piece.all("emphasis") for piece in rest))
        + 2 * _share_frame(pieces, place, following)
        + (not line.text.endswith(SENTENCE_END))
        + (len(line.text) < 160)
        - (len(line.text) > 250)
        - (line.text[:1].islower())
        - 2 * bool(NUMBERED.match(line.text))
        - 2 * _runs_on(line, pieces[place])
        - 2 * line.text.endswith(":")
        - 2 * (line.all("strong") and not line.all("emphasis") and not line.centred)
        - 3 * line.text.isupper()
    )


def _runs_on(line: Piece, picture: Piece) -> bool:
    """Say whether a sentence follows a picture on its line, as the text of a paragraph does that the picture floats in."""
    return line.element is picture.element and line.text.endswith(SENTENCE_END) and next(line.element.iter("br"), None) is None


def _share_frame(pieces: Sequence[Piece], place: int, following: int) -> bool:
    """Say whether picture and line stand alone together in a block, cell or table.

    Whole articles stand in one block or table too, where a theme lays the page out with them: the frame of a picture holds no
    text before it and few lines behind.
    """
    picture, line = pieces[place], pieces[following]
    return any(
        mine is not None and mine is frame(line) and _is_small(pieces, place, mine, frame)
        for frame in FRAMES
        if (mine := frame(picture)) is not None
    )


def _is_small(pieces: Sequence[Piece], place: int, mine: html.HtmlElement, frame: Frame) -> bool:
    """Say whether the frame ``mine`` begins with the picture at ``place``, or other pictures, and holds few lines."""
    if place and pieces[place - 1].text and frame(pieces[place - 1]) is mine:
        return False
    lines = list(takewhile(lambda piece: frame(piece) is mine, pieces[place + 1 :]))
    texts = [piece.text for piece in lines if piece.text]
    return len(texts) <= MOST_LINES * (1 + sum(piece.picture is not None for piece in lines)) and all(
        len(text) <= LONGEST for text in texts
    )


def _table(piece: Piece) -> html.HtmlElement | None:
    """Return the table around the cell of ``piece``."""
    return None if piece.cell is None else next(piece.cell.iterancestors("table"), None)


def _row(piece: Piece) -> html.HtmlElement | int:
    """Return the row around the cell of ``piece``, something of its own where it stands in none."""
    row = None if piece.cell is None else piece.cell.getparent()
    return row if row is not None and row.tag == "tr" else id(piece)


FRAMES: tuple[Frame, ...] = (attrgetter("element"), attrgetter("cell"), _table)
"""What may hold a picture and its caption and nothing else."""


def _image(picture: Picture, lines: Sequence[str]) -> Image:
    """Return ``picture`` with the caption and credit in ``lines``."""
    captions = [line for line in lines if classify_line(line) is not LineKind.PHOTO_CREDIT]
    credit_lines = [value_of(LineKind.PHOTO_CREDIT, line) for line in lines if classify_line(line) is LineKind.PHOTO_CREDIT]
    caption = " ".join(dict.fromkeys(captions)) or picture.title
    alt = "" if fold(picture.alt) == fold(caption) else picture.alt
    found = CREDIT.fullmatch(caption)
    credit = credit_lines[0] if credit_lines else found["credit"].strip(" .") if found else ""
    return Image(url=picture.url, alt=alt, caption=caption, credit=credit)
