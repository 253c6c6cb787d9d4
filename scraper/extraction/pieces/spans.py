"""Runs of text as they stand in the tree, made into lines of clean spans."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from scraper.article import Span
from scraper.text import clean

Mark = Literal["strong", "emphasis", "underline", "subscript", "superscript"]
NUMBER = re.compile(r"\d[\d.,/]*%?(?:,| +(?P<next>[^\W\d_]))")
"""A number with which a sentence goes on: "150.000 con giống", "2011, đến nay"; no number of an item."""

ORDER: tuple[Mark, ...] = ("strong", "emphasis", "underline", "subscript", "superscript")


class Run(NamedTuple):
    """Text of one text node, or BREAK."""

    text: str
    marks: frozenset[Mark] = frozenset()
    href: str | None = None


BREAK = Run("\n")
"""A line break inside a block."""


class TextLine(NamedTuple):
    """A line of text as a reader sees it."""

    spans: tuple[Span, ...]
    parts: tuple[str, ...]
    """Its text nodes as they stand: what a row of buttons is made of."""


def read_spans(runs: Sequence[Run]) -> list[TextLine]:
    r"""Return the lines that ``runs`` make, as spans of clean text; empty lines are left out.

    >>> strong = frozenset({"strong"})
    >>> lines = read_spans([Run("Hội ng"), Run("hị", strong), Run(" \u0111\u01b0\u01a1\u0323c "), BREAK, Run("Ảnh: An")])
    >>> [[span.text for span in line.spans] for line in lines]
    [['Hội ng', 'hị', ' được'], ['Ảnh: An']]
    """
    lines: list[list[Run]] = [[]]
    for run in runs:
        if run is BREAK:
            lines.append([])
        else:
            lines[-1].append(run)
    found = [TextLine(spans, tuple([run.text for run in line])) for line in lines if (spans := _spans(line))]
    return _rejoined(found)


def _spans(runs: Sequence[Run]) -> tuple[Span, ...]:
    """Return one line of spans, white space folded, empty where it holds only white space."""
    if len(runs) == 1:
        text = clean(runs[0].text)
        return (_span(text, runs[0]),) if text else ()
    merged = [
        Run("".join(run.text for run in group), *key) for key, group in groupby(runs, key=lambda run: (run.marks, run.href))
    ]
    folded = list(_folded(merged))
    whole = "".join(run.text for run in folded)
    cleaned = clean(whole)
    if cleaned == whole:
        return tuple(_span(run.text, run) for run in folded)
    single = [Run(_clean_inside(run.text), run.marks, run.href) for run in folded]
    if "".join(run.text for run in single) == cleaned:
        return tuple(_span(run.text, run) for run in single if run.text)
    return (Span(text=cleaned),) if cleaned else ()


def _folded(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield ``runs`` with single spaces, none at either end of the line."""
    found: list[Run] = []
    space = True
    for run in runs:
        text = " ".join(run.text.split())
        before = " " if not space and run.text[:1].isspace() else ""
        behind = " " if text and run.text[-1:].isspace() else ""
        if before or text:
            space = bool(behind or not text)
            found.append(Run(before + text + behind, run.marks, run.href))
    while found and found[-1].text.endswith(" "):
        last = found.pop()
        if last.text.strip():
            found.append(last._replace(text=last.text.rstrip()))
    return iter(found)


def _clean_inside(text: str) -> str:
    """Return ``text`` cleaned, the spaces at its ends kept."""
    return (" " if text[0] == " " else "") + clean(text) + (" " if text[-1] == " " and len(text) > 1 else "")


def _span(text: str, run: Run) -> Span:
    """Return a span with the marks of ``run``."""
    return Span(text=text, marks=tuple(mark for mark in ORDER if mark in run.marks), href=run.href)


def _rejoined(lines: Sequence[TextLine]) -> list[TextLine]:
    """Return ``lines`` with those joined that were broken inside a sentence, as texts pasted from mail and Word are."""
    rows: list[list[TextLine]] = []
    for line in lines:
        if rows and _goes_on(rows[-1][-1].spans[-1].text, line.spans[0].text):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_joined(row) for row in rows]


def _joined(row: Sequence[TextLine]) -> TextLine:
    """Return one line of several, a space between them."""
    if len(row) == 1:
        return row[0]
    runs: list[tuple[str, Span]] = []
    for line in row:
        if runs:
            runs[-1] = (runs[-1][0] + " ", runs[-1][1])
        runs += [(span.text, span) for span in line.spans]
    alike = groupby(runs, key=lambda run: (run[1].marks, run[1].href))
    spans = [Span(text="".join(text for text, _ in group), marks=marks, href=href) for (marks, href), group in alike]
    return TextLine(tuple(spans), tuple(part for line in row for part in line.parts))


def cut(spans: Sequence[Span], place: int) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return what of ``spans`` stands before a place in their text and what behind it.

    >>> [[span.text for span in part] for part in cut([Span(text="Hội nghị."), Span(text=" (Theo TTXVN)")], 10)]
    [['Hội nghị.', ' '], ['(Theo TTXVN)']]
    """
    before: list[Span] = []
    behind: list[Span] = []
    for span in spans:
        left, right = span.text[: max(0, place)], span.text[max(0, place) :]
        before += [span.model_copy(update={"text": left})] if left else []
        behind += [span.model_copy(update={"text": right})] if right else []
        place -= len(span.text)
    return tuple(before), tuple(behind)


def _goes_on(before: str, behind: str) -> bool:
    """Say whether a line break between two texts stands inside a sentence."""
    number = NUMBER.match(behind)
    goes_on = behind[:1].islower() or (number is not None and (number["next"] or "a").islower())
    return goes_on and (before[-1:].isalpha() or before[-1:] == ",")
