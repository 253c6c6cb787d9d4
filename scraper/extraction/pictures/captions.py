"""Pictures and the lines that belong to them: captions and credits."""

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from lxml import html

from scraper.article import Image
from scraper.extraction.fields.names import bare_end, is_person
from scraper.extraction.lines import LineKind
from scraper.extraction.pictures.credits import credit_in, is_labelled, kind_beside, shows_scene
from scraper.extraction.pictures.frames import LONGEST, captions_below, row_of, share_box, share_frame, table_of
from scraper.extraction.pictures.pictures import Picture
from scraper.extraction.pictures.stories import NUMBERED, OTHER_KINDS, OWN_KINDS, TELLS, story_lines
from scraper.extraction.pieces.piece import BESIDE_PICTURES, Piece, Role
from scraper.text import fold

MOST_BESIDE = 2
"""Pictures of one block that share the caption with the last one; in a longer row it is that one's alone."""

LONG = 120
"""Characters from which a paragraph shows how the text is set."""

CREDIT = re.compile(
    r"(?!(?:hình|trong(?: hình)?) ảnh\s*:[^:]*$)(?P<caption>.{3,})"
    r"[\s(\-–—.,|/]*\(?\b(?:ảnh|photo|hình)(?: minh h(?:ọa|oạ)| tư liệu)?\s*:\s*"
    r"(?P<credit>[^()]{2,60}?)\)?[\s.]*",
    re.IGNORECASE | re.DOTALL,
)
CODE = re.compile(r"\s*\[/?caption[^\]]*\]\s*")
"""What WordPress makes a frame of, printed as it stands where it was replaced by another system."""

SENTENCE_END = (".", "!", "?", ":", ";", "…")


class Setting(NamedTuple):
    """How the long paragraphs of a text are set: their number, and how many are centred and in italics."""

    number: int
    centred: int
    slanted: int


def with_captions(pieces: Sequence[Piece]) -> list[Piece]:
    """Return ``pieces`` with each picture made an image of the record and the lines that belong to it taken out."""
    below, setting, story = captions_below(pieces), _setting(pieces), story_lines(pieces)
    taken = set(below.values())
    for place, piece in enumerate(pieces):
        if piece.picture is not None:
            lines = [below[place]] if place in below else _lines_of(pieces, place, taken, setting, story)
            taken.update(lines)
            piece.image = _image(piece.picture, [pieces[line] for line in lines])
            for beside in _beside(pieces, place) if lines and place < lines[0] else ():
                beside.image = _image(beside.picture, [pieces[line] for line in lines]) if beside.picture else None
    marked = {piece.text: piece.element for piece in pieces if piece.role in BESIDE_PICTURES}
    kept = [piece for place, piece in enumerate(pieces) if place not in taken and piece.role not in BESIDE_PICTURES]
    return [piece for piece in kept if not _repeats_caption(piece, marked)] if marked else kept


def _repeats_caption(piece: Piece, marked: Mapping[str, html.HtmlElement]) -> bool:
    """Say whether a line was read as text too, though it is one of the ``marked`` captions: both stand before the body."""
    caption = marked.get(piece.text)
    return caption is not None and (caption is piece.element or caption in piece.element.iterancestors())


def _beside(pieces: Sequence[Piece], place: int) -> list[Piece]:
    """Return the pictures right before the one at ``place`` that share its caption: one or two in its block, all in its row."""
    picture = pieces[place]
    backwards = (pieces[number] for number in range(place - 1, -1, -1))
    before = list(takewhile(lambda piece: piece.picture is not None, backwards))
    row = [piece for piece in before if row_of(piece) is row_of(picture)]
    block = [piece for piece in before if piece.element is picture.element]
    shared = row or (block if len(block) <= MOST_BESIDE else [])
    return [] if any(piece.image and piece.image.caption for piece in shared) else shared


def _lines_of(pieces: Sequence[Piece], place: int, taken: set[int], setting: Setting, story: frozenset[int]) -> list[int]:
    """Return the places of the lines that belong to the picture at ``place``; those in ``story`` follow theirs."""
    found: list[int] = []
    for following in range(place + 1, len(pieces)):
        if following in taken or not (following in story or _belongs(pieces, place, following, found, setting)):
            break
        found.append(following)
    if not found and place and place - 1 not in taken and _stands_above(pieces, place):
        found.append(place - 1)
    return found


def _stands_above(pieces: Sequence[Piece], place: int) -> bool:
    """Say whether the line before the picture at ``place`` is its caption: marked as one, or alone with it in a table."""
    line, picture = pieces[place - 1], pieces[place]
    if line.role in BESIDE_PICTURES:
        return _same_frame(line, picture) or line.element.getparent() is picture.element
    table = table_of(picture)
    around = (*pieces[max(0, place - 2) : place - 1], *pieces[place + 1 : place + 2])
    alone = table is not None and table_of(line) is table and not any(table_of(piece) is table for piece in around)
    return alone and 0 < len(line.text) <= LONGEST and not line.text.endswith(SENTENCE_END)


def _belongs(pieces: Sequence[Piece], place: int, following: int, found: list[int], setting: Setting) -> bool:
    """Say whether the piece at ``following`` is a line of the picture at ``place``, after the lines in ``found``."""
    picture, line = pieces[place], pieces[following]
    if line.picture is not None or not line.text or len(line.text) > LONGEST:
        return False
    kind = kind_beside(line.text)
    if line.role in BESIDE_PICTURES:
        return True
    if found:
        return kind is LineKind.PHOTO_CREDIT or is_labelled(line.text)
    if line.role not in (Role.PARAGRAPH, Role.ITEM, Role.QUOTE) or kind in OTHER_KINDS:
        return False
    if (kind is LineKind.NAME and is_person(bare_end(line.text))) or _is_listed(pieces, place, following):
        return False
    if kind in OWN_KINDS or _is_alt(line, picture):
        return True
    return _evidence(pieces, place, following, setting) >= 2


def _is_listed(pieces: Sequence[Piece], place: int, following: int) -> bool:
    """Say whether the line at ``following`` is one of several items of a list that the picture at ``place`` is no part of."""
    group = pieces[following].group
    behind = pieces[following + 1].group if following + 1 < len(pieces) else None
    return group is not None and group is behind and group is not pieces[place].group


def _is_alt(line: Piece, picture: Piece) -> bool:
    """Say whether a line repeats the alternative text or the title of the picture."""
    told = (picture.picture.alt, picture.picture.title) if picture.picture else ()
    return fold(line.text) in [fold(text) for text in told if text]


def _same_frame(line: Piece, picture: Piece) -> bool:
    """Say whether a line stands in the same figure or cell as the picture."""
    return line.cell is not None and line.cell is picture.cell


def _evidence(pieces: Sequence[Piece], place: int, following: int, setting: Setting) -> int:
    """Return how many things speak for a plain line behind a picture being its caption."""
    line, picture = pieces[following], pieces[place].picture
    own = _setting([line])
    number, centred, slanted = (whole - part for whole, part in zip(setting, own, strict=True))
    return (
        2 * (line.centred and centred * 2 < number)
        + 2 * (line.all("emphasis") and slanted < number)
        + 2 * share_frame(pieces, place, following)
        + 2 * (not TELLS.match(line.text) and share_box(pieces, place, following))
        + (not line.text.endswith(SENTENCE_END))
        + (len(line.text) < 160)
        - (len(line.text) > 250)
        - (line.text[:1].islower())
        - 2 * bool(NUMBERED.match(line.text))
        - 2 * _runs_on(line, pieces[place])
        - 2 * line.text.endswith(":")
        - 2 * (line.all("strong") and not line.all("emphasis") and not line.centred)
        - 2 * (picture is not None and bool(picture.title))
        - 3 * line.text.isupper()
    )


def _setting(pieces: Sequence[Piece]) -> Setting:
    """Return how the long paragraphs among ``pieces`` are set."""
    long = [piece for piece in pieces if piece.role is Role.PARAGRAPH and len(piece.text) > LONG]
    return Setting(len(long), sum(piece.centred for piece in long), sum(piece.all("emphasis") for piece in long))


def _runs_on(line: Piece, picture: Piece) -> bool:
    """Say whether a sentence follows a picture on its line, as the text of a paragraph does that the picture floats in."""
    return line.element is picture.element and line.text.endswith(SENTENCE_END) and next(line.element.iter("br"), None) is None


def _image(picture: Picture, lines: Sequence[Piece]) -> Image:
    """Return ``picture`` with the caption and credit in ``lines``."""
    credited = [line for line in lines if line.role is Role.CREDIT or kind_beside(line.text) is LineKind.PHOTO_CREDIT]
    captions = [line.text for line in lines if line not in credited]
    credit_lines = [credit_in(line.text) for line in credited]
    caption = CODE.sub("", " ".join(dict.fromkeys(captions))) or picture.title
    alt = "" if fold(picture.alt) == fold(caption) else picture.alt
    found = CREDIT.fullmatch(caption)
    named = found["credit"].strip(" .") if found and not shows_scene(found["credit"]) else ""
    credit = credit_lines[0] if credit_lines else named
    return Image(url=picture.url, alt=alt, caption=caption, credit=credit)
