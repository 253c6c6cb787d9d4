"""What holds a picture together with its caption: a block, a cell, a table, two rows of one."""

from collections.abc import Callable, Sequence
from itertools import chain, groupby, islice, pairwise, takewhile
from operator import attrgetter

from lxml import html

from scraper.extraction.pieces.piece import Piece

Frame = Callable[[Piece], html.HtmlElement | None]

LONGEST, LONG, MOST_LINES = 350, 160, 2
"""Characters of a caption at most, those from which it is rather a paragraph, and lines with a picture in its frame."""

MOST_BEFORE = 12
"""Pieces before a picture that are looked at for the beginning of its box."""

BOXES = frozenset({"div", "center", "section"})


def captions_below(pieces: Sequence[Piece]) -> dict[int, int]:
    """Return the places of the captions below pictures that stand side by side in a row, by the places of the pictures."""
    rows = [list(row) for _, row in groupby(range(len(pieces)), lambda place: row_of(pieces[place]))]
    return {
        picture: line
        for upper, lower in pairwise(rows)
        if len(upper) == len(lower) > 1
        and table_of(pieces[upper[0]]) is table_of(pieces[lower[0]])
        and len({pieces[place].cell for place in (*upper, *lower)}) == 2 * len(upper)
        and all(pieces[place].picture for place in upper)
        and all(0 < len(pieces[place].text) <= LONGEST for place in lower)
        for picture, line in zip(upper, lower, strict=True)
    }


def share_frame(pieces: Sequence[Piece], place: int, following: int) -> bool:
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
    few = len(texts) <= MOST_LINES * (1 + sum(piece.picture is not None for piece in lines))
    return few and all(len(text) <= LONGEST for text in texts) and sum(len(text) > LONG for text in texts) < MOST_LINES


def share_box(pieces: Sequence[Piece], place: int, following: int) -> bool:
    """Say whether picture and line, each in a block or not, have a box to themselves while the text stands outside it."""
    picture, line = pieces[place].element, pieces[following].element
    box = next((one for one in (picture, picture.getparent()) if one is not None and one is line.getparent()), None)
    if box is None or box.tag not in BOXES:
        return False
    near = reversed(pieces[max(0, place - MOST_BEFORE) : place])
    start = place - sum(1 for _ in takewhile(lambda piece: _is_in(piece, box), near))
    inside = takewhile(lambda piece: _is_in(piece, box), islice(pieces, start, None))
    texts = list(islice(filter(None, (piece.text for piece in inside)), MOST_LINES + 1))
    if len(texts) > MOST_LINES or max(map(len, texts), default=0) > LONG or pieces[start].picture is None:
        return False
    return any(piece.text and not _is_in(piece, box) for piece in chain(reversed(pieces[:start]), pieces[following:]))


def _is_in(piece: Piece, box: html.HtmlElement) -> bool:
    """Say whether ``piece`` stands in ``box``."""
    return piece.element is box or box in piece.element.iterancestors()


def table_of(piece: Piece) -> html.HtmlElement | None:
    """Return the table around the cell of ``piece``."""
    return None if piece.cell is None else next(piece.cell.iterancestors("table"), None)


def row_of(piece: Piece) -> html.HtmlElement | int:
    """Return the row around the cell of ``piece``, something of its own where it stands in none."""
    row = None if piece.cell is None else piece.cell.getparent()
    return row if row is not None and row.tag == "tr" else id(piece)


FRAMES: tuple[Frame, ...] = (attrgetter("element"), attrgetter("cell"), table_of)
"""What may hold a picture and its caption and nothing else."""
