"""Cards inside a body: rows of pictures, titles and leads of other articles, which no class or heading sets apart."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, takewhile

from lxml import html

from scraper import urls
from scraper.extraction.body import Body
from scraper.extraction.kinds.linked import is_file, is_title, target_of
from scraper.extraction.lines import LineKind, classify_line
from scraper.extraction.outline import Line
from scraper.extraction.reading import Reading
from scraper.extraction.weights import is_sentence

FEWEST, FEWEST_PICTURED = 3, 2
"""Elements beside each other that make a row of cards, and where each has the picture that leads where its title does."""

BESIDES = frozenset({LineKind.DATE, LineKind.RELATED_ITEM})
"""Kinds of lines that stand in a card beside its title."""

MOST_LINES = 3
"""Lines of the innermost element around the title in a card at most."""

LARGEST = 12
"""Lines of a card at most."""

MOST_BEHIND = 3
"""Elements behind the one with the title that may belong to a card: its date, its lead, a button."""

Row = dict[html.HtmlElement, Line]
"""Elements beside each other, each with the title of another article in it."""

Card = tuple[html.HtmlElement, ...]
Cards = dict[Card, Line]
"""Cards beside each other with their titles."""


def cards_in(reading: Reading, body: Body) -> frozenset[html.HtmlElement]:
    """Return the cards behind the first running text of ``body``."""
    lines = reading.outline.lines[body.start : body.end]
    text = next((place for place, line in enumerate(lines) if is_sentence(line)), len(lines))
    apart = (line for line in lines[text + 1 :] if len(reading.outline.within(line.element)) <= MOST_LINES)
    titles = [line for line in apart if _leads_to_article(line, reading)]
    if len(titles) < FEWEST_PICTURED:
        return frozenset()
    cards = (_with_leads(row) for row in _rows(titles, body))
    return frozenset(element for row in cards if _are_cards(row, reading) for card in row for element in card)


def _leads_to_article(line: Line, reading: Reading) -> bool:
    """Say whether a line is the title of another page of the same host; an outline's jump marks and files are none."""
    target = target_of(line.element, reading) if is_title(line) else None
    if target is None or is_file(target) or urls.host_of(target) != urls.host_of(reading.page.url):
        return False
    return reading.site.canonical(target) not in reading.own_addresses


def _rows(titles: Sequence[Line], body: Body) -> Iterator[Row]:
    """Yield the rows that ``titles`` stand in: of all elements around a title, the innermost that have several beside them."""
    rows: dict[html.HtmlElement, Row] = defaultdict(dict)
    holders = {title.place: list(_holders(title.element, body)) for title in titles}
    for title in titles:
        for child, parent in holders[title.place]:
            rows[parent].setdefault(child, title)
    tags = {parent: Counter(child.tag for child in row) for parent, row in rows.items()}
    innermost = (next((up for child, up in holders[title.place] if tags[up][child.tag] > 1), None) for title in titles)
    return (rows[parent] for parent in dict.fromkeys(innermost) if parent is not None)


def _holders(element: html.HtmlElement, body: Body) -> Iterator[tuple[html.HtmlElement, html.HtmlElement]]:
    """Yield the elements from ``element`` outwards to the body's, each with the one around it."""
    inside = takewhile(lambda holder: holder is not body.element, (element, *element.iterancestors()))
    return ((child, parent) for child in inside if (parent := child.getparent()) is not None)


def _with_leads(row: Row) -> Cards:
    """Return the elements of ``row``, each with those behind it up to the next where that is the same number every time."""
    elements = sorted(row, key=lambda element: row[element].place)
    counts = {_distance(one, other) for one, other in pairwise(elements)}
    behind = counts.pop() - 1 if len(counts) == 1 else 0
    if not 0 <= behind <= MOST_BEHIND:
        behind = 0
    return {(element, *islice(element.itersiblings(), behind)): row[element] for element in elements}


def _distance(one: html.HtmlElement, other: html.HtmlElement) -> int:
    """Return how many elements ``other`` stands behind ``one``, 0 where it does not."""
    return next((place for place, sibling in enumerate(one.itersiblings(), 1) if sibling is other), 0)


def _are_cards(cards: Cards, reading: Reading) -> bool:
    """Say whether a row is one of cards: different pages, and more beside each title than other titles."""
    sizes = (sum(len(reading.outline.within(element)) for element in card) for card in cards)
    if max(sizes, default=0) > LARGEST:
        return False
    if len({target_of(title.element, reading) for title in cards.values()}) < len(cards):
        return False
    if all(_is_pictured(card, title, reading) for card, title in cards.items()):
        return len(cards) >= FEWEST_PICTURED
    return len(cards) >= FEWEST and all(_has_more(card, title, reading) for card, title in cards.items())


def _is_pictured(card: Card, title: Line, reading: Reading) -> bool:
    """Say whether a card shows a picture that leads where its title does."""
    target = target_of(title.element, reading)
    return any(target_of(picture, reading) == target for element in card for picture in element.iter("img", "amp-img"))


def _has_more(card: Card, title: Line, reading: Reading) -> bool:
    """Say whether a card has a date or a lead beside its title, and no text that goes beyond one."""
    beside = [line for element in card for line in reading.outline.within(element) if line.place != title.place]
    dated = any(classify_line(line.text) in BESIDES for line in (title, *beside))
    return bool(dated or beside) and sum(map(is_sentence, beside)) <= 1
