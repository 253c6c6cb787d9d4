"""What stands inside the body of an article and is not part of it."""

from collections.abc import Container, Iterator, Sequence

from lxml import html

from scraper.extraction.body import Body
from scraper.extraction.lines import ENDS, LineKind, classify_line
from scraper.extraction.outline import Outline
from scraper.extraction.pieces.linkpieces import MACHINE, completes, is_file_label, is_link
from scraper.extraction.pieces.piece import BESIDE_PICTURES, Piece, Role
from scraper.extraction.template import Template
from scraper.extraction.weights import is_sentence
from scraper.text import fold_spaces

BUTTONS = frozenset({LineKind.NOISE, LineKind.ATTACHMENTS, LineKind.DATE, LineKind.POSTER})
DROPPED = BUTTONS | {
    LineKind.END_MARK,
    LineKind.KEYWORDS,
    LineKind.CATEGORY,
    LineKind.RELATED_ITEM,
    LineKind.SOURCE_URL,
}
"""Kinds of lines that are never text."""

MOST_BEHIND = 0.25
"""Largest share of the text that may stand behind a line that ends the article; where there is more, it ended nothing."""

NAMING = frozenset({LineKind.AUTHOR, LineKind.AUTHOR_AND_PHOTO_CREDIT, LineKind.SOURCE})
"""Kinds of lines that are no text over the first paragraph; the readers of byline and source find them on the page."""

RIGHTS = ("ghi rõ nguồn", "vi phạm bản quyền", "giữ bản quyền", "bản quyền thuộc", "cấm sao chép")
"""Words of the notice that some systems print under every article."""


SENTENCE_END = (".", ";", ":", ",")


READ_FIRST = ENDS | {
    LineKind.AUTHOR,
    LineKind.AUTHOR_AND_PHOTO_CREDIT,
    LineKind.POSTER,
    LineKind.CONTRIBUTOR,
    LineKind.NAME,
    LineKind.SOURCE,
    LineKind.PHOTO_CREDIT,
    LineKind.CAPTION,
}
"""Kinds of lines that say something although they stand on every page: a byline, a credit, where the text ends."""


def boxes_in(body: Body, outline: Outline) -> frozenset[html.HtmlElement]:
    """Return the boxes inside the body that hold links to other articles, tags, comments and the like."""
    lines = outline.lines[body.start : body.end]
    boxes = {line.box for line in lines if line.box is not None and body.core in line.box.iterancestors()}
    return frozenset(box for box in boxes if _is_foreign(box, outline))


def _is_foreign(box: html.HtmlElement, outline: Outline) -> bool:
    """Say whether a box holds little running text."""
    lines = outline.within(box)
    if any(classify_line(line.text) in ENDS for line in lines[:2]):
        return True
    clean = sum(len(line.text) for line in lines if is_sentence(line))
    return clean * 2 < sum(len(line.text) for line in lines)


def without_frame(pieces: Sequence[Piece], template: Template, kept: Container[LineKind | None] = ()) -> list[Piece]:
    """Return ``pieces`` without lines of the site's frame, but those of a kind in ``kept``; tables and captions stay whole."""
    if not template.frame:
        return list(pieces)
    return [piece for piece in pieces if not _is_framing(piece, template) or classify_line(piece.text) in kept]


def _is_framing(piece: Piece, template: Template) -> bool:
    """Say whether a piece is a line of the frame."""
    return bool(piece.text) and piece.role not in (Role.TABLE, *BESIDE_PICTURES) and template.is_frame(piece.text)


def without_noise(pieces: Sequence[Piece]) -> list[Piece]:
    """Return ``pieces`` without lines that are no text and without what stands behind the article."""
    kinds = [kind_of(piece) for piece in pieces]
    running = [place for place, piece in enumerate(pieces) if _weight(piece) >= 60 and not _claims_rights(piece)]
    inside = range(running[0], running[-1]) if running else range(0)
    end = _end(pieces, kinds)
    return list(_kept(pieces[:end], kinds, inside))


def kind_of(piece: Piece) -> LineKind | None:
    """Return what a piece is from its words: a row of buttons counts as one."""
    if not piece.text or piece.role is Role.TABLE:
        return None
    kind = classify_line(piece.text)
    if kind is None and len(piece.parts) > 1 and len(piece.text) < 200 and _is_row_of_buttons(piece):
        return LineKind.NOISE
    return kind


def _is_row_of_buttons(piece: Piece) -> bool:
    """Say whether most of a line's text nodes are buttons and counters: "In bài viết | Gửi email | A- A A+"."""
    parts = [text for part in piece.parts if (text := fold_spaces(part))]
    noise = [part for part in parts if classify_line(part) in BUTTONS]
    return len(noise) > 1 and 2 * sum(map(len, noise)) > len(piece.text)


def _end(pieces: Sequence[Piece], kinds: Sequence[LineKind | None]) -> int:
    """Return the place of the first piece behind the article."""
    total = sum(map(_weight, pieces))
    seen = 0
    for place, (piece, kind) in enumerate(zip(pieces, kinds, strict=True)):
        if kind in ENDS and seen and total - seen <= MOST_BEHIND * total:
            return place
        seen += _weight(piece)
    return len(pieces)


def _weight(piece: Piece) -> int:
    """Return the characters of running text in a piece."""
    return 0 if piece.linked else len(piece.text)


def _kept(pieces: Sequence[Piece], kinds: Sequence[LineKind | None], inside: range) -> Iterator[Piece]:
    """Yield the pieces that are part of the article; ``inside`` are the places from its first paragraph to its last."""
    under_related = False
    for place, (piece, kind) in enumerate(zip(pieces, kinds, strict=False)):
        if kind is LineKind.RELATED:
            under_related = True
            continue
        if piece.text and not piece.linked:
            under_related = False
        if under_related or _is_name_of_picture(pieces, place):
            continue
        if _is_noise(piece, kind, place, inside) and not completes(pieces, place, inside):
            continue
        yield piece


def _is_noise(piece: Piece, kind: LineKind | None, place: int, inside: range) -> bool:
    """Say whether a piece is no text; amid paragraphs a line with a sentence's end and the heading of a day are believed."""
    if is_link(piece) or is_file_label(piece) or MACHINE.fullmatch(piece.text):
        return True
    if place >= inside.stop and _claims_rights(piece):
        return True
    if kind in NAMING and place < inside.start:
        return True
    if kind is LineKind.DATE and place in inside:
        return False
    return kind in DROPPED and not (place < inside.stop and kind in BUTTONS and piece.text.endswith(SENTENCE_END))


def _claims_rights(piece: Piece) -> bool:
    """Say whether a piece is the notice that forbids to copy the article."""
    low = piece.text.lower()
    return any(words in low for words in RIGHTS)


def _is_name_of_picture(pieces: Sequence[Piece], place: int) -> bool:
    """Say whether a piece only repeats the file name of the picture before it, as alternative texts do."""
    piece = pieces[place]
    before = pieces[place - 1].picture if place else None
    return before is not None and bool(piece.text) and len(piece.text) < 80 and not before.real_text(piece.text)
