"""What is doubtful about the reading of a page: signs that hardly ever stand on a page that was read well."""

from collections.abc import Callable
from urllib.parse import urlsplit

from scraper.extraction.fields.datelines import FOREIGN, is_clock
from scraper.extraction.findings import Findings
from scraper.extraction.lines import LineKind, classify_line
from scraper.extraction.pieces.piece import Role
from scraper.extraction.titles import overlap, parts, plain, site_names, slug_words, squeezed
from scraper.text import fold

BESIDE_TEXT = frozenset({
    LineKind.NOISE, LineKind.RELATED, LineKind.COMMENTS, LineKind.POSTER, LineKind.AUTHOR, LineKind.AUTHOR_AND_PHOTO_CREDIT,
    LineKind.CONTRIBUTOR, LineKind.SOURCE, LineKind.CAPTION, LineKind.PHOTO_CREDIT,
})  # fmt: skip
"""Kinds of lines that stand beside a text, not in it. Not among them are those that notices hold too, as telephone numbers."""

NEAR_HEADLINE, NEAR_START = 4, 4
"""Lines before the headline and of the text among which the date of publication is expected."""

FEWEST_WORDS = 6
"""Words of an address from which it is surely made of a title: "chi-tiet-tin-tuc" stands in those of all articles of a site."""

SHARED = 0.6
"""Share of the words of a headline, or of the address made of it, that both have."""


def doubts_in(findings: Findings) -> tuple[str, ...]:
    """Return the doubts about a reading, in a fixed order; none for nearly every page."""
    return tuple(doubt for doubt, (is_found, _) in DOUBTS.items() if is_found(findings))


def _unprinted(findings: Findings) -> bool:
    """Say whether the page prints no headline."""
    return findings.fields.headline.element is None


def _guessed(findings: Findings) -> bool:
    """Say whether the headline was told by its place alone."""
    return findings.fields.headline.reader == "above-text"


def _sentence(findings: Findings) -> bool:
    """Say whether the headline ends as a sentence does, and nothing the page states is like it."""
    text = findings.fields.headline.value
    return text.endswith(".") and not text.endswith("..") and not _is_stated(findings)


def _unlike(findings: Findings) -> bool:
    """Say whether the address is made of a title, and neither that nor any title the page states is like the headline."""
    if _unprinted(findings) or _is_stated(findings):
        return False
    url = findings.reading.page.url
    return not urlsplit(url).query and len(slug_words(url)) >= FEWEST_WORDS


def _is_stated(findings: Findings) -> bool:
    """Say whether the address or a title in the head of the page is like the headline."""
    key, data = squeezed(findings.fields.headline.value), findings.reading.metadata
    stated = (*data.titles, data.title)
    if any(squeezed(title).startswith(key) for title in stated):  # as nearly all are
        return True
    slug, words = slug_words(findings.reading.page.url), set(plain(key).split())
    if slug and len(words & slug) >= SHARED * min(len(slug), len(words)):
        return True
    titles = {squeezed(text) for title in stated for text in (title, *parts(title))} - site_names(data)
    return any(title == key or overlap(key, title) for title in titles)


def _labelled(findings: Findings) -> bool:
    """Say whether a line that was left in the text is one of those that stand beside it."""
    lines = (piece.text for piece in findings.pieces if piece.text and piece.role is not Role.TABLE)
    return any(classify_line(line) in BESIDE_TEXT for line in lines)


def _undated(findings: Findings) -> bool:
    """Say whether no date was read though a line with one stands where it is expected."""
    if findings.fields.date_published is not None:
        return False
    around = findings.around
    near = (*around.between, *around.before[:NEAR_HEADLINE], *around.text[:NEAR_START], *around.after)
    dates = (line for line in near if classify_line(line.text) is LineKind.DATE and not FOREIGN.search(fold(line.text)))
    return any(not is_clock(line, around) for line in dates)


DOUBTS: dict[str, tuple[Callable[[Findings], bool], str]] = {
    "headline-unprinted": (_unprinted, "the page prints no headline; it was taken from the head of the page"),
    "headline-guessed": (_guessed, "nothing marks the headline; it was told by its place above the text"),
    "headline-sentence": (
        _sentence,
        "the headline ends like a sentence, and no title that the page states is like it",
    ),
    "headline-unlike": (_unlike, "the headline is unlike the address and every title that the page states"),
    "label-in-text": (
        _labelled,
        "the text holds a line worded as a byline, credit, caption, button or head of another list",
    ),
    "date-unread": (_undated, "no date of publication was read, though a date stands where it is expected"),
}
"""Every doubt about a reading: the word that stands in the record, how it is found, what it means."""
