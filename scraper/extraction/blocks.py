"""Pieces of the body made into the blocks of the record."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from scraper.article import Block, Embed, Heading, ListBlock, Paragraph, Quote, Table
from scraper.extraction.pieces.piece import Piece, Role


def blocks_of(pieces: Sequence[Piece]) -> Iterator[Block]:
    """Yield the blocks of the record; items of one list that follow each other make one."""
    for group, members in groupby(pieces, key=lambda piece: piece.group if piece.role is Role.ITEM else None):
        if group is None:
            yield from map(_block, members)
        else:
            yield ListBlock(ordered=group.tag == "ol", items=tuple(piece.spans for piece in members))


def _block(piece: Piece) -> Block:
    """Return the block that one piece makes."""
    if piece.image:
        return piece.image
    match piece.role:
        case Role.EMBED:
            return Embed(url=piece.url)
        case Role.TABLE:
            return Table(rows=piece.rows)
        case Role.HEADING:
            return Heading(level=min(max(piece.level, 2), 6), spans=piece.spans)
        case Role.QUOTE:
            return Quote(spans=piece.spans)
        case _:
            return Paragraph(spans=piece.spans)
