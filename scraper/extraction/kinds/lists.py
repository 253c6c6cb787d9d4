"""Pages that list other pages, told by what they print and where it leads, never by class or id."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise, takewhile

from lxml import html

from scraper.extraction.body import SHOWN
from scraper.extraction.kinds.linked import FEWEST_WORDS, is_file, is_title, leads_elsewhere, target_of
from scraper.extraction.lines import ENDS, LineKind, classify_line
from scraper.extraction.outline import Line
from scraper.extraction.pictures.pictures import read_picture
from scraper.extraction.reading import Reading
from scraper.extraction.titles import parts, squeezed
from scraper.extraction.weights import LISTED, is_sentence

LONGEST_LEAD = 450
"""Characters of running text a title of a list has at most on average."""

WHOLE_TEXT = 300
"""Characters of running text from which what stands under a title is more than its lead."""

LONGEST_TEASER = 800
"""Characters of running text over a link to the rest of it at most on average."""

SECTION_WORDS, SHORT_SECTION = 9, 5
"""Words that the name of a section has at most, and a short one."""

REACH = 4
"""Lines between two titles of a list, and between a title and its text."""

BETWEEN, OWN_TEXT = 8, 40
"""Lines between headline and list at most, and characters from which one of them is text of the page's own."""

MORE = re.compile(
    r"(?:(?:xem|đọc)(?: thêm| tiếp| chi tiết| toàn bộ| toàn văn)?|chi tiết|read more|more|continue reading|view more)\W*"
    r"(?:tại đây)?\W*",
    re.IGNORECASE,
)
"""What links under the leads of a list say."""

ALBUMS = re.compile(
    r"(?:thư viện |tin )?(?:video|ảnh|hình ảnh|clip|album|media|multimedia)s?(?: hoạt động| clips?)?", re.IGNORECASE
)
"""Names of sections that show pictures or a film over their list."""


def leads_on(reading: Reading) -> bool:
    """Recognise a headline that is the title of another page: it links there, or the one right above the text does."""
    headline = reading.headline
    if headline is not None and headline.element is not None and leads_elsewhere(headline.element, reading):
        return not is_stated(reading)
    if reading.body is None:
        return False
    text = next((line.place for line in reading.lines if is_sentence(line)), reading.body.start)
    above = reading.outline.lines[max(reading.after, text - REACH) : text]
    titles = (line for line in above if len(line.text.split()) >= FEWEST_WORDS and _is_heading(line))
    return any(leads_elsewhere(line.element, reading) for line in titles)


def is_stated(reading: Reading) -> bool:
    """Say whether the title of the page is its headline: lists have the name of their section there."""
    title = reading.metadata.title
    stated = {squeezed(text) for text in (title, *parts(title), *reading.metadata.titles)}
    return reading.headline is not None and squeezed(reading.headline.value) in stated


def holds_cards(reading: Reading) -> bool:
    """Recognise a list of titles with their leads; what stands behind the end of an article does not count."""
    lines = _before_end(reading.lines)
    titles = [place for place, line in enumerate(lines) if is_title(line)]
    cards = [
        place for place in titles if any(is_sentence(line) and not is_title(line) for line in lines[place + 1 : place + REACH])
    ]
    if titles and _is_dated_text(lines[: titles[0]], reading):
        return False
    fewest = 2 if words_of(reading) <= SHORT_SECTION and titles[:1] == [0] else 3
    return len(cards) >= fewest and reading.weight <= LONGEST_LEAD * len(cards)


def _is_dated_text(lines: list[Line], reading: Reading) -> bool:
    """Say whether ``lines`` are the text of an article over cards of others: two sentences at least, a date at the headline."""
    start = (
        reading.outline.span(reading.headline.element)[0] if reading.headline and reading.headline.element is not None else 0
    )
    beside = (*reading.outline.lines[max(0, start - 1) : start], *reading.outline.lines[reading.after : reading.after + REACH])
    dated = any(classify_line(line.text) is LineKind.DATE for line in beside)
    return dated and sum(map(is_sentence, lines)) >= 2


def holds_texts(reading: Reading) -> bool:
    """Recognise several whole texts, each under a title that leads to the page where it stands alone."""
    lines = _before_end(reading.lines)
    titles = [place for place, line in enumerate(lines) if is_title(line) and _is_heading(line)]
    whole = [
        start
        for start, end in pairwise([*titles, len(lines)])
        if sum(len(line.text) for line in lines[start:end] if is_sentence(line)) >= WHOLE_TEXT
    ]
    return sum(leads_elsewhere(lines[place].element, reading) for place in whole) >= 2


def stands_among_titles(reading: Reading) -> bool:
    """Recognise a headline that is only the first lead of a list: the lines before and behind it are titles of other pages."""
    headline = reading.headline
    if headline is None or headline.element is None:
        return False
    start, end = reading.outline.span(headline.element)
    beside = (*reading.outline.lines[max(0, start - 1) : start], *reading.outline.lines[end : end + 1])
    return len(beside) == 2 and all(map(is_title, beside))


def is_followed_by_titles(reading: Reading) -> bool:
    """Recognise a list of bare titles right under the name of the section, with nothing of the page's own between."""
    headline = reading.headline
    if headline is None or headline.element is None or words_of(reading) > SECTION_WORDS:
        return False
    albums = bool(ALBUMS.fullmatch(headline.value))
    behind = reading.outline.lines[reading.after :]
    lines = list(behind) if albums else _before_end(behind)
    titles = list(_row_of_titles(lines))
    if len(titles) < 3 and not (len(titles) == 2 and words_of(reading) <= SHORT_SECTION and _is_dated(titles, lines)):
        return False
    return albums or next(_shown_between(headline.element, titles[0].element, reading), None) is None


def has_more_links(reading: Reading) -> bool:
    """Recognise a list by the links that lead from its leads to their texts, two or more to different pages."""
    links = [line for line in _before_end(reading.lines) if line.linked and MORE.fullmatch(line.text)]
    targets = (target for line in links if (target := target_of(line.element, reading)))
    pages = {target for target in targets if not is_file(target)}
    return len(pages) >= 2 and reading.weight <= LONGEST_TEASER * len(pages)


def has_titles(reading: Reading) -> bool:
    """Say whether a page without article prints titles of others: two with dates, or many."""
    titles = [line for line in reading.outline.lines if is_title(line)]
    dated = sum(bool(LISTED.search(line.text)) for line in titles)
    return dated >= 2 or len(titles) >= 5


def _before_end(lines: Iterable[Line]) -> list[Line]:
    """Return ``lines`` before the one that ends an article."""
    return list(takewhile(lambda line: classify_line(line.text) not in ENDS, lines))


def words_of(reading: Reading) -> int:
    """Return the number of words of the headline."""
    return len(reading.headline.value.split()) if reading.headline else 0


def _row_of_titles(lines: list[Line]) -> Iterator[Line]:
    """Yield the titles that follow each other closely from the beginning of ``lines``, before any text of the page's own."""
    last = None
    for place, line in enumerate(lines):
        if is_title(line):
            last = place
            yield line
        elif (place >= BETWEEN or _is_own(line)) if last is None else place - last > REACH:
            return


def _is_own(line: Line) -> bool:
    """Say whether a line under the headline is text of the page's own."""
    return not line.linked and len(line.text) >= OWN_TEXT and classify_line(line.text) is None


def _is_dated(titles: list[Line], lines: list[Line]) -> bool:
    """Say whether each of ``titles`` has its date, in its brackets or on the next line."""
    behind = {line.place: line for line in lines}
    after = (behind.get(title.place + 1) for title in titles)
    dates = [line is not None and classify_line(line.text) is LineKind.DATE for line in after]
    return all(LISTED.search(title.text) or date for title, date in zip(titles, dates, strict=True))


def _shown_between(start: html.HtmlElement, end: html.HtmlElement, reading: Reading) -> Iterator[html.HtmlElement]:
    """Yield the pictures, films and files of the page's own between two elements; those that lead to other pages are not."""
    inside = False
    for element in reading.page.root.iter():
        inside = inside or element is start
        if element is end:
            return
        if not inside:
            continue
        if is_file(element.get("href") or "") if element.tag == "a" else _is_shown(element, reading):
            yield element


def _is_shown(element: html.HtmlElement, reading: Reading) -> bool:
    """Say whether ``element`` is a picture or film that does not stand for another page."""
    if element.tag not in SHOWN or any(leads_elsewhere(link, reading) for link in element.iterancestors("a")):
        return False
    return element.tag != "img" or read_picture(element, reading.page) is not None


def _is_heading(line: Line) -> bool:
    """Say whether ``line`` stands in a heading."""
    return any(element.tag in ("h1", "h2", "h3", "h4") for element in (line.element, *line.element.iterancestors()))
