"""Why something that a page prints is not part of the text, in the words of a person."""

from collections.abc import Iterator, Sequence

from lxml import html

from scraper.extraction.lines import ENDS, LineKind, classify_line
from scraper.extraction.outline import Line
from scraper.extraction.pictures.pictures import real_alt
from scraper.extraction.pieces.noise import RIGHTS, kind_of
from scraper.extraction.pieces.piece import Piece
from scraper.extraction.pieces.reader import SKIPPED
from scraper.extraction.text import Step
from scraper.extraction.weights import is_footer

STEPS = {
    "frame": "stands on nearly every page of the site",
    "headline": "repeats the headline",
    "captions": "caption without its picture",
    "signature": "closes the article",
    "repeats": "printed before",
    "names": "only names the authors",
}
"""Step of reading the text to what it means that a piece is gone after it; ``noise`` has reasons of its own."""

BEHIND, FILE_NAME = "behind the end of the text", "file name of a picture"
LIST_HEAD, IN_LIST = "heads a list of other articles", "stands in a list of other articles"
LINK = "link to another page"

KINDS: dict[LineKind | None, str] = {
    LineKind.AUTHOR: "names an author",
    LineKind.AUTHOR_AND_PHOTO_CREDIT: "names an author and photographer",
    LineKind.POSTER: "names who posted it",
    LineKind.CONTRIBUTOR: "names an editor or translator",
    LineKind.SOURCE: "credits a source",
    LineKind.SOURCE_URL: "bare address",
    LineKind.PHOTO_CREDIT: "credits a picture",
    LineKind.DATE: "date line",
    LineKind.ATTACHMENTS: "stands over files",
    LineKind.KEYWORDS: "lists tags",
    LineKind.CATEGORY: "names the category",
    LineKind.CONTACT: "address or telephone",
    LineKind.RELATED_ITEM: "title of another article",
    LineKind.RELATED: LIST_HEAD,
    LineKind.COMMENTS: "heads the comments",
    LineKind.END_MARK: "end mark",
    LineKind.NOISE: "button, counter or notice of the site",
}
"""What a line is from its words alone; those that may be text as well are missing."""


def reasons(steps: Sequence[Step]) -> dict[int, tuple[str, str]]:
    """Return the step and the reason for each piece, by its ``id``, that was given to one of ``steps`` and not left."""
    found: dict[int, tuple[str, str]] = {}
    for step in steps:
        left = {id(piece) for piece in step.left}
        whys = dict(_noise(step)) if step.name == "noise" else {}
        for piece in step.given:
            if id(piece) not in left:
                found.setdefault(id(piece), (step.name, whys.get(id(piece)) or STEPS[step.name]))
    return found


def _noise(step: Step) -> Iterator[tuple[int, str]]:
    """Yield the reasons for what is no text."""
    left = {id(piece) for piece in step.left}
    last = max((place for place, piece in enumerate(step.given) if id(piece) in left), default=-1)
    ended = False
    for place, piece in enumerate(step.given):
        kind = kind_of(piece)
        yield id(piece), BEHIND if ended else _why_noise(piece, kind)
        ended = ended or (place > last and kind in ENDS)


def _why_noise(piece: Piece, kind: LineKind | None) -> str:
    """Return why a piece is no text."""
    if not piece.text:
        return IN_LIST
    if kind in ENDS:
        return KINDS[kind]
    if piece.linked:
        return LINK
    if any(words in piece.text.lower() for words in RIGHTS):
        return "notice of rights"
    if not real_alt(piece.text):
        return FILE_NAME
    return KINDS.get(kind, "label of a file" if any(span.href for span in piece.spans) else IN_LIST)


def why_line(line: Line, asides: frozenset[html.HtmlElement]) -> str:
    """Return why a printed line is not part of the article: where it stands before what it says."""
    around = (line.element, *line.element.iterancestors())
    aside = next((element for element in around if element in asides), None)
    if aside is not None:
        return f"in a box beside the text: {named(aside)}"
    if line.box is not None:
        return f"{'foot of the page' if is_footer(line.box) else 'in a menu or box'}: {named(line.box)}"
    skipped = next((element for element in around if element.tag in SKIPPED), None)
    if skipped is not None:
        return f"in a control of the page: {named(skipped)}"
    if not real_alt(line.text):
        return FILE_NAME
    return KINDS.get(classify_line(line.text), LINK if line.linked else "")


def named(element: html.HtmlElement) -> str:
    """Return ``element`` as a selector names it, by its tag, id and classes.

    >>> named(html.fromstring('<div id="left" class="box news"></div>'))
    'div#left.box.news'
    """
    words = [("#", word) for word in (element.get("id") or "").split()]
    words += [(".", word) for word in (element.get("class") or "").split()]
    return str(element.tag) + "".join(mark + word for mark, word in words)
