"""The caption under a picture that stands before the text, where nothing but its place says what it is."""

import re
from collections.abc import Iterator

from lxml import html

from scraper.extraction.fields.lead import named_lead
from scraper.extraction.lines import LineKind, classify_line
from scraper.extraction.outline import Line, Outline
from scraper.extraction.pictures.frames import LONG
from scraper.extraction.pictures.stories import LONGEST, OWN_KINDS, TELLS
from scraper.extraction.titles import squeezed
from scraper.extraction.weights import is_sentence

CAPTION = re.compile(
    r"caption|chu-?thich|photo-?note|img-?desc|image-?desc|pic-?desc|photocms_caption|figdesc|ghi-?chu-?anh", re.IGNORECASE
)
"""Classes of captions."""

STOPS = (".", "!", "?", "…")
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
FEWEST_WORDS, SHORT, MOST_LINES, REACH = 4, 120, 2, 4
"""Words of a caption that nothing marks at least, characters of a sentence that is none of the text at most, lines with a
picture in its frame, and how far behind them the text begins."""


def lines_under(picture: html.HtmlElement, outline: Outline) -> list[Line]:
    """Return the caption right under ``picture`` and the credit under that; none where the next line is something else."""
    place = outline.spans.get(picture, (len(outline.lines), 0))[0]
    near = outline.lines[place : place + MOST_LINES]
    if not near or near[0].linked or len(near[0].text) > LONGEST or not _is_caption(near[0], picture, outline):
        return []
    return [line for number, line in enumerate(near) if not number or classify_line(line.text) is LineKind.PHOTO_CREDIT]


def _is_caption(line: Line, picture: html.HtmlElement, outline: Outline) -> bool:
    """Say whether ``line`` is the caption of the picture before it: marked as one, or shaped and placed like one."""
    holders = list(_holders(line.element, picture))
    if any(holder.tag in HEADINGS for holder in holders):
        return False
    if any(CAPTION.search(holder.get("class") or "") for holder in holders) or _repeats(line.text, picture.get("alt") or ""):
        return True
    kind = classify_line(line.text)
    if kind in OWN_KINDS:
        return True
    return kind is None and _is_shaped(line, picture) and _is_placed(line, picture, outline)


def _holders(element: html.HtmlElement, picture: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Yield ``element`` and those around it up to the one that holds the picture too."""
    around = set(picture.iterancestors())
    for holder in (element, *element.iterancestors()):
        if holder in around:
            return
        yield holder


def _repeats(text: str, other: str) -> bool:
    """Say whether two texts are one."""
    return bool(other) and squeezed(text) == squeezed(other)


def _is_shaped(line: Line, picture: html.HtmlElement) -> bool:
    """Say whether a line may be a caption from its words: no lead, no headline, no sentence of the text, no label."""
    text = line.text
    if line.bold or len(text.split()) < FEWEST_WORDS or not text[0].isupper() or text.endswith(":"):
        return False
    if len(text) > (SHORT if text.endswith(STOPS) else LONG) or (text.endswith(STOPS) and TELLS.match(text)):
        return False
    title = picture.getroottree().find("head/title")
    told = squeezed(title.text or "") if title is not None else ""
    return squeezed(text) not in told and named_lead(line) is None


def _is_placed(line: Line, picture: html.HtmlElement, outline: Outline) -> bool:
    """Say whether a line stands alone with the picture, or in a block of its own right under it, and the text begins behind."""
    behind = outline.lines[line.place + 1 : line.place + 1 + REACH]
    if not any(is_sentence(other) for other in behind):
        return False
    frame = next(holder for holder in picture.iterancestors() if outline.span(holder)[1] > line.place)
    start, end = outline.span(frame)
    if start == line.place and end - start <= MOST_LINES:
        return True
    block = list(_holders(line.element, picture))[-1:]
    return bool(block) and len(outline.within(block[0])) == 1 and not line.text.endswith(STOPS)
