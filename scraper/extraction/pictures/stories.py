"""Photo stories: pictures in a row, each with one line under it that says what it shows."""

import re
from collections.abc import Iterator, Sequence
from statistics import median

from scraper.extraction.fields.names import bare_end, is_person
from scraper.extraction.lines import LineKind, classify_line
from scraper.extraction.pictures.frames import LONG
from scraper.extraction.pieces.piece import BESIDE_PICTURES, Piece, Role

FEWEST = 3
"""Pictures, each with its line, that make a story; two may stand between paragraphs as well."""

LONGEST = 250
"""Characters of a line under a picture at most; a longer one is a paragraph."""

OWN_KINDS = frozenset({LineKind.CAPTION, LineKind.PHOTO_CREDIT})
OTHER_KINDS = frozenset(LineKind) - OWN_KINDS - {LineKind.DATELINE, LineKind.NAME}
"""Kinds of lines that belong to pictures, and those that never do."""

NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*|[IVX]+|[a-z])[.)/] ?[^\W\d_]")
"""How headings inside a text begin: "1. Kết quả", "II. Tồn tại", "a) Thuận lợi"."""

STEP = re.compile(r"bước \d", re.IGNORECASE)
STOP = re.compile(r"(?<=[^\W\dA-ZĐ_]{2})[.!?…]\s+(?=[^\W\d_])")
"""Between two sentences; "TS. Phạm Văn Tân" is one."""

TELLS = re.compile(
    r"(?:tại|theo|trong|sau|trước|kết thúc|bên cạnh|ngoài ra|cùng với|đồng thời|nhân dịp|dịp này|qua|với|để|từ|khi|do|vì|tuy"
    r"|hiện|đến|năm|ngày|sáng|chiều|tối|tham dự|tham gia|về|đây|song|mặc dù|nhờ|cũng|thời gian|tiếp|hội nghị"
    r"|hội thảo)\b"
    r"|.*\b(?:đã|cho biết|nhấn mạnh|khẳng định|đề nghị|yêu cầu|cho rằng)\b",
    re.IGNORECASE,
)
"""How a text goes on from one sentence to the next, as what only names the scene does not."""


def story_lines(pieces: Sequence[Piece]) -> frozenset[int]:
    """Return the places of the lines under pictures that follow each other with nothing else between them."""
    if sum(piece.picture is not None for piece in pieces) < FEWEST:
        return frozenset()
    return frozenset(line for run in _runs(pieces) if _is_story(pieces, run) for line in run)


def _runs(pieces: Sequence[Piece]) -> Iterator[list[int]]:
    """Yield the places of the lines of each row of pictures that have one line under them, the last one's among them."""
    run: list[int] = []
    for place in (place for place, piece in enumerate(pieces[:-1]) if piece.picture and not pieces[place + 1].picture):
        if not _is_line(pieces, place + 1):
            yield run
            run = []
            continue
        run.append(place + 1)
        if not _goes_on(pieces, place + 1):
            yield run
            run = []
    yield run


def _goes_on(pieces: Sequence[Piece], line: int) -> bool:
    """Say whether the next picture stands behind a line, the credit of its own between them or not."""
    behind = pieces[line + 1 : line + 3]
    if behind and classify_line(behind[0].text) is LineKind.PHOTO_CREDIT:
        behind = behind[1:]
    return bool(behind) and behind[0].picture is not None


def _is_line(pieces: Sequence[Piece], place: int) -> bool:
    """Say whether the piece at ``place`` may say what a picture shows: a line of no kind of its own, and no paragraph."""
    piece = pieces[place]
    text, kind = piece.text, classify_line(piece.text)
    if piece.role in BESIDE_PICTURES:
        return True
    if piece.role not in (Role.PARAGRAPH, Role.QUOTE) or not 0 < len(text) <= LONGEST or kind in OTHER_KINDS:
        return False
    if text.endswith(":") or text.isupper() or NUMBERED.match(text) or STEP.match(text) or _is_prose(text):
        return False
    return kind is not LineKind.DATELINE and (_goes_on(pieces, place) or not is_person(bare_end(text)))


def _is_prose(text: str) -> bool:
    """Say whether ``text`` is a paragraph: several sentences.

    >>> _is_prose("TS. Phạm Văn Tân phát biểu khai mạc."), _is_prose("Lúa được mùa. Giá cũng cao. Bà con phấn khởi.")
    (False, True)
    """
    stops = len(STOP.findall(text))
    return stops > 1 or (stops == 1 and len(text) > LONG)


def _is_story(pieces: Sequence[Piece], run: Sequence[int]) -> bool:
    """Say whether the lines of a row of pictures are captions: set apart, or short and none that a text goes on with."""
    if len(run) < FEWEST or _stand_above(pieces, run):
        return False
    lines, own = [pieces[place] for place in run], set(run)
    around = [piece for place, piece in enumerate(pieces) if len(piece.text) > LONG and place not in own]
    if around and (_all_centred(lines, around) or _all_slanted(lines, around)):
        return True
    telling = sum(bool(TELLS.match(line.text)) for line in lines if line.role not in BESIDE_PICTURES)
    return median(len(line.text) for line in lines) <= LONG and 3 * telling <= len(lines)


def _stand_above(pieces: Sequence[Piece], run: Sequence[int]) -> bool:
    """Say whether each line belongs to the picture behind it: one stands above the first picture, none below the last."""
    first = next((place for place in range(run[0] - 1, -1, -1) if pieces[place].picture is None), None)
    return first is not None and _goes_on(pieces, run[-1]) and _is_line(pieces, first)


def _all_centred(lines: Sequence[Piece], around: Sequence[Piece]) -> bool:
    """Say whether ``lines`` are centred and the text ``around`` them is not."""
    return all(line.centred for line in lines) and not any(piece.centred for piece in around)


def _all_slanted(lines: Sequence[Piece], around: Sequence[Piece]) -> bool:
    """Say whether ``lines`` are in italics and the text ``around`` them is not."""
    return all(line.all("emphasis") for line in lines) and not any(piece.all("emphasis") for piece in around)
