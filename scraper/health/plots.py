"""Plots as inline SVG. They stretch with the page, so no letters stand in them: labels are text of the page around them.

Colours are classes of ``report.css``, so that one drawing serves light and dark.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape

from scraper.health.report import Day
from scraper.health.verdict import Health, Verdict

COLOURS = {
    Health.COMPLETE: "complete",
    Health.INCOMPLETE: "incomplete",
    Health.EMPTY: "empty",
    Health.REBUILT: "rebuilt",
    Health.BLOCKED: "blocked",
    Health.DEAD: "dead",
}
"""Class of each verdict."""

WIDTH = 0.86
"""Width of a column; the rest of 1 is the gap to the next one."""

HEIGHT = 100
"""Height of a chart in units of its drawing."""


def bar_chart(history: Sequence[Day]) -> str:
    """Return the chart of new and changed articles, a column for each day, changed ones standing on the new ones."""
    most = scale_of(history)
    columns = "".join(_column(place, day, most) for place, day in enumerate(history))
    ends = f'x1="0" x2="{len(history)}"'
    lines = "".join(f'<line class="grid" {ends} y1="{height}" y2="{height}" />' for height in (0, HEIGHT // 2))
    return _drawing(len(history), HEIGHT, lines + columns, f"New and changed articles in each of {len(history)} nights")


def scale_of(history: Sequence[Day]) -> int:
    """Return the number at the top of the chart of ``history``."""
    return ceiling(max((day.new + day.changed for day in history), default=0))


def ceiling(number: int) -> int:
    """Return the round number that a chart up to ``number`` ends at.

    >>> [ceiling(number) for number in (0, 7, 41, 180, 2300)]
    [10, 10, 50, 200, 5000]
    """
    tens = 10
    while tens < number:
        for factor in (2, 5, 10):
            if tens * factor >= number:
                return tens * factor
        tens *= 10
    return tens


def _column(place: int, day: Day, most: int) -> str:
    """Return the column of one day; the whole of its height answers when it is pointed at."""
    title = f"<title>{day.day}: {day.new} new, {day.changed} changed, {day.sites} sites</title>"
    new, changed = (HEIGHT * number / most for number in (day.new, day.changed))
    parts = (("hover", 0.0, HEIGHT), ("new", 0.0, new), ("changed", new, changed))
    return f"<g>{title}{''.join(_part(colour, place, above, height) for colour, above, height in parts)}</g>"


def _part(colour: str, place: int, above: float, height: float) -> str:
    """Return a part of a column that begins so far ``above`` its foot."""
    top = HEIGHT - above - height
    return f'<rect class="{colour}" x="{place}" y="{top:.2f}" width="{WIDTH}" height="{height:.2f}" />'


def heat_row(site: str, verdicts: Mapping[date, Verdict], days: Sequence[date]) -> str:
    """Return the row of one site in the heat map: a cell for each day, with the verdict and its first reason behind it."""
    cells = "".join(_cell(site, place, day, verdicts.get(day)) for place, day in enumerate(days))
    return _drawing(len(days), 1, cells, f"{site}: the last {len(days)} nights")


def _cell(site: str, place: int, day: date, verdict: Verdict | None) -> str:
    """Return the cell of one day; it says something when pointed at where there is something to say."""
    shape = f'class="{COLOURS[verdict.health] if verdict else "none"}" x="{place}" y="0" width="{WIDTH}" height="1"'
    if verdict is None or not verdict.is_trouble:
        return f"<rect {shape} />"
    return f"<rect {shape}><title>{escape(f'{site}, {day}: {verdict.health} ({verdict.reasons[0]})')}</title></rect>"


def bar(part: float, colour: str, label: str) -> str:
    """Return one lying bar, ``part`` of its full width long."""
    return _drawing(100, 1, f'<rect class="{colour}" x="0" y="0" width="{max(0.5, 100 * part):.2f}" height="1" />', label)


def _drawing(width: int, height: int, inner: str, label: str) -> str:
    """Return a drawing that stretches to its box."""
    head = f'<svg viewBox="0 0 {width} {height}" preserveAspectRatio="none" role="img" aria-label="{escape(label)}">'
    return f"{head}{inner}</svg>"
