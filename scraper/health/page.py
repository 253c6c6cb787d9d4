"""The report as one HTML file that needs nothing else: no script, no picture, no network; well-formed, for any reader."""

from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

from scraper.dates import VIETNAM
from scraper.health.plots import COLOURS, bar, bar_chart, heat_row, scale_of
from scraper.health.report import Report, SiteReport
from scraper.health.verdict import Health

STYLE = Path(__file__).with_name("report.css")

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
<title>{title}</title>
<style>
{style}</style></head><body>
{body}
</body></html>
"""
"""The whole file; the policy keeps a browser from fetching or running anything."""

SLOWEST = 12
"""Sites shown with the time of their answers."""

COLUMNS = (
    ("new", ("article/new",), ""),
    ("changed", ("article/changed", "article/restored"), " wide"),
    ("unchanged", ("article/unchanged",), " wide"),
    ("pages", ("page/2xx",), ""),
    ("failed", ("page/failed", "page/5xx", "spider_exceptions/count"), ""),
)
"""Columns of the table of sites: heading, counts summed up, and whether a narrow screen leaves it out."""


def html_page(report: Report) -> str:
    """Return the page of ``report``; everything taken from runs is escaped."""
    title = f"Night of {report.day}: {report.sentence}"
    return PAGE.format(title=escape(title), style=STYLE.read_text("utf-8"), body="\n".join(_body(report)))


def _body(report: Report) -> Iterator[str]:
    """Yield what stands in the page from top to bottom."""
    mood = "bad" if report.trouble else "good"
    yield f'<p class="day">Night of {report.day:%A, %d %B %Y}</p><h1 class="{mood}">{escape(report.sentence)}</h1>'
    yield from _tiles(report)
    yield from _trouble(report)
    yield from _articles(report)
    yield from _heat_map(report)
    yield '<div class="pair">'
    yield from _bars("What went wrong", report.failures, "incomplete", "Nothing went wrong.")
    yield from _bars("Slowest to answer, in milliseconds", _slowest(report), "new", "No answer was timed.")
    yield "</div>"
    yield from _table(report)


def _tiles(report: Report) -> Iterator[str]:
    """Yield the numbers of the night."""
    numbers = {
        "new articles": report.total("article/new"),
        "changed": report.total("article/changed", "article/restored"),
        "unchanged": report.total("article/unchanged"),
        "pages read": report.total("page/2xx"),
        "without an answer": report.total("page/failed"),
    }
    yield '<dl class="tiles">'
    yield from (f"<div><dt>{name}</dt><dd>{number:,}</dd></div>" for name, number in numbers.items())
    yield "</dl>"


def _trouble(report: Report) -> Iterator[str]:
    """Yield the sites that need somebody, with the reasons."""
    if report.trouble or report.unread:
        yield '<section><h2>Needs attention</h2><ul class="trouble">'
        yield from map(_card, report.trouble)
        if report.unread:
            yield f'<li class="none"><b>Not read this night</b><p>{escape(", ".join(report.unread))}</p></li>'
        yield "</ul></section>"


def _card(one: SiteReport) -> str:
    """Return what is said of one site in trouble."""
    health = one.verdict.health
    news = "new" if one.is_worse else "as before" if one.before and one.before.health is health else "better than before"
    reasons = "".join(f"<p>{escape(reason).replace(' × ', '&#160;×&#160;')}</p>" for reason in one.verdict.reasons)
    label = f'<span class="label">{health}</span> <span class="faint">{news}</span>'
    return f'<li class="{COLOURS[health]}"><b>{escape(one.site)}</b> {label}{reasons}</li>'


def _articles(report: Report) -> Iterator[str]:
    """Yield the chart of articles per night."""
    most = scale_of(report.history)
    yield '<section><h2>Articles per night</h2><ul class="legend"><li class="new">new</li><li class="changed">changed</li></ul>'
    yield f'<div class="chart"><div class="scale"><span>{most:,}</span><span>{most // 2:,}</span><span>0</span></div>'
    yield f"<div>{bar_chart(report.history)}{_days(report)}</div></div></section>"


def _days(report: Report) -> str:
    """Return the first, middle and last day under a chart."""
    days = [report.history[place].day for place in (0, len(report.history) // 2, -1)]
    return '<div class="days">' + "".join(f"<span>{day:%d %b}</span>" for day in days) + "</div>"


def _heat_map(report: Report) -> Iterator[str]:
    """Yield every site's last nights, those with most trouble first."""
    days = [day.day for day in report.history]
    weight = {site: sum(one.health.rank for one in row.values()) for site, row in report.grid.items()}
    yield '<section><h2>Sites by night</h2><ul class="legend">'
    yield from (f'<li class="{COLOURS[health]}">{health}</li>' for health in Health)
    yield '<li class="none">not read</li></ul><div class="heat">'
    for site in sorted(report.grid, key=lambda site: (-weight[site], site)):
        yield f"<div><span>{escape(site)}</span>{heat_row(site, report.grid[site], days)}</div>"
    yield f'</div><p class="faint">{days[0]} to {days[-1]}, the last night on the right; most trouble first.</p></section>'


def _bars(heading: str, numbers: Mapping[str, int], colour: str, nothing: str) -> Iterator[str]:
    """Yield numbers as lying bars."""
    yield f"<section><h2>{heading}</h2>"
    if not numbers:
        yield f'<p class="faint">{nothing}</p></section>'
        return
    most = max(numbers.values())
    yield '<div class="bars">'
    for words, number in numbers.items():
        drawn = bar(number / most, colour, f"{words}: {number}")
        yield f"<div><span>{escape(words)}</span>{drawn}<b>{number:,}</b></div>"
    yield "</div></section>"


def _slowest(report: Report) -> dict[str, int]:
    """Return the sites that took longest to answer, with the mean milliseconds."""
    timed = {one.site: round(one.night.milliseconds) for one in report.sites if one.night.milliseconds}
    return dict(sorted(timed.items(), key=lambda pair: -pair[1])[:SLOWEST])


def _table(report: Report) -> Iterator[str]:
    """Yield a row for each site, folded away."""
    yield f"<section><details><summary>Every site ({len(report.sites)})</summary>"
    yield "<table><thead><tr><th>site</th><th>verdict</th>"
    yield from (f'<th class="number{wide}">{name}</th>' for name, _, wide in COLUMNS)
    yield from (f'<th class="number wide">{name}</th>' for name in ("doubts", "with date", "began", "minutes"))
    yield "</tr></thead><tbody>"
    yield from map(_row, report.sites)
    yield '</tbody></table></details><p class="faint">Days and hours are those of Vietnam.</p></section>'


def _row(one: SiteReport) -> str:
    """Return the row of one site."""
    night = one.night
    health = f'<td class="{COLOURS[one.verdict.health]}"><span class="dot"></span>{one.verdict.health}</td>'
    cells = "".join(f'<td class="number{wide}">{sum(map(night.count, names)):,}</td>' for _, names, wide in COLUMNS)
    rest = (
        f"{sum(night.under('doubt').values()):,}",
        f"{night.fill['date']:.0%}" if night.fill else "–",
        f"{night.started.astimezone(VIETNAM):%H:%M}",
        f"{night.seconds / 60:.0f}" if night.seconds is not None else "–",
    )
    further = "".join(f'<td class="number wide">{text}</td>' for text in rest)
    return f"<tr><th>{escape(one.site)}</th>{health}{cells}{further}</tr>"
