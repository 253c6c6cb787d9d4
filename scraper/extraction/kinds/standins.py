"""Pages that stand in for another: errors with status 200, doors, guards, parked domains, programs without text."""

import re
from collections.abc import Iterator
from functools import cached_property

from lxml import html

from scraper.extraction.kinds.standinwords import BEGINNINGS, FINGERPRINTS, HEADINGS, PHRASES, SCRIPTED, Standin
from scraper.extraction.outline import Line
from scraper.extraction.reading import Reading
from scraper.extraction.titles import parts
from scraper.extraction.weights import is_sentence

SHORT, LEAST = 600, 40
"""Characters of running text below which a page may be something else, and below which it says nothing."""

SILENT = 200
"""Characters that a page without an article prints at most before its scripts have run."""

STOP = re.compile(r"(?<=[.!?…])\s")
EDGES = " .!…:\"'“”*»›|-–"
LONGEST = 200
"""Characters of a title or message at most."""

MESSAGES: frozenset[Standin | None] = frozenset({"error", "login"})
FEWEST_WORDS = 3
"""What messages in the place of an article say the page is, and their words: what is shorter is a label."""

APP_NAMES = frozenset({"root", "app", "__nuxt", "__next", "q-app", "___gatsby", "svelte", "main-app"})
"""Ids of the element that a program fills."""


class _Look:
    """A page as far as these rules look at it; most pages are done with at the first of them."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    @cached_property
    def printed(self) -> int:
        """Characters that the whole page prints."""
        return sum(len(line.text) for line in self.reading.outline.lines)

    @cached_property
    def text(self) -> str:
        """What the whole page prints."""
        return " ".join(line.text for line in self.reading.outline.lines)

    @cached_property
    def scripts(self) -> str:
        """What its scripts say and where they come from, and the frames it shows."""
        found = self.reading.page.root.iter("script", "iframe")
        return " ".join(f"{element.get('src') or ''} {element.text or ''}" for element in found)


def stand_in(reading: Reading) -> Standin | None:
    """Recognise a page that stands in for another by its title, its headline or, where it says little, by all it prints."""
    look = _Look(reading)
    return _by_heading(reading) or (_by_silence(look) if look.printed < SILENT else None) or _by_phrase(look)


def message(reading: Reading) -> Standin | None:
    """Recognise a message in the place of the article, where nothing else stands there: "Bài viết không tồn tại"."""
    lines = reading.outline.lines[reading.after : reading.body.end] if reading.body else reading.outline.lines
    told = [(line, kind) for line in lines if (kind := _message_of(line)) in MESSAGES]
    if not told or reading.weight - sum(len(line.text) for line, _ in told if is_sentence(line)) >= LEAST:
        return None
    return told[0][1]


def _message_of(line: Line) -> Standin | None:
    """Return what a line of several words says the page is."""
    words = STOP.split(line.text, 1)[0]
    return _heading_kind(words) if not line.linked and len(words.split()) >= FEWEST_WORDS else None


def _by_heading(reading: Reading) -> Standin | None:
    """Judge by the printed headline, which is believed always, and by the page's title, which is where there is little text."""
    headline = reading.headline
    if headline is not None and headline.element is not None:
        kind = _heading_kind(headline.value)
        if kind and (kind in ("error", "challenge", "parked") or reading.weight < SHORT):
            return kind
    if reading.weight >= SHORT:
        return None
    return next((kind for title in _titles(reading) if (kind := _heading_kind(title))), None)


def _titles(reading: Reading) -> Iterator[str]:
    """Yield the title of the page, its parts, and the first heading that it prints."""
    title = reading.metadata.title
    yield title
    yield from parts(title)
    heading = next(reading.page.root.iter("h1"), None)
    if heading is not None:
        yield " ".join(line.text for line in reading.outline.within(heading))


def _heading_kind(text: str) -> Standin | None:
    """Return what a whole title says the page is."""
    bare = text.strip(EDGES).lower()
    if bare and len(bare) <= LONGEST:
        for kind, pattern in HEADINGS.items():
            if pattern.fullmatch(bare):
                return kind
    return next((kind for kind, pattern in BEGINNINGS.items() if pattern.match(bare)), None)


def _by_silence(look: _Look) -> Standin | None:
    """Judge a page that prints next to nothing by its scripts: a guard's, a parked domain's, a program's."""
    root = look.reading.page.root
    for kind, pattern in FINGERPRINTS.items():
        if pattern.search(look.scripts):
            return kind
    if _waits_for_program(root) or next(root.iter("frameset"), None) is not None or _sends_on(root):
        return "shell"
    return "shell" if look.printed < LEAST and look.scripts and not look.reading.weight else None


def _waits_for_program(root: html.HtmlElement) -> bool:
    """Say whether a program is to fill the page: its element is there, or the page asks for JavaScript."""
    asked = any(SCRIPTED.search(element.text_content()) for element in root.iter("noscript"))
    body = root.find("body")
    roots = (element for element in (body if body is not None else ()) if isinstance(element.tag, str))
    return asked or any("-root" in str(element.tag) or element.get("id") in APP_NAMES for element in roots)


def _sends_on(root: html.HtmlElement) -> bool:
    """Say whether the page only sends the reader on to another."""
    return any((element.get("http-equiv") or "").lower() == "refresh" for element in root.iter("meta"))


def _by_phrase(look: _Look) -> Standin | None:
    """Judge a page that prints little by words anywhere in it, and by the field for a password."""
    if look.printed >= SHORT:
        return None
    for kind, pattern in PHRASES.items():
        if pattern.search(look.text):
            return kind
    fields = look.reading.page.root.iter("input")
    return "login" if any((field.get("type") or "").lower() == "password" for field in fields) else None
