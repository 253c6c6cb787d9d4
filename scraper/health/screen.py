"""The report in a terminal: one look. What needs somebody comes first, the rest is one line."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from scraper.health.report import Report, SiteReport
from scraper.health.verdict import Health

STYLES = {
    Health.COMPLETE: "green",
    Health.INCOMPLETE: "yellow",
    Health.EMPTY: "bold yellow",
    Health.REBUILT: "bold magenta",
    Health.BLOCKED: "bold red",
    Health.DEAD: "bold red",
}

MOST_ROWS = 18
"""Sites in trouble that are shown with their reason, so that all fits a terminal of 24 lines; further ones by name."""


def print_report(report: Report, console: Console) -> None:
    """Print the report; on a terminal the reasons are cut to its width."""
    style = "bold red" if report.trouble else "bold green"
    console.print(Text.assemble(f"Night of {report.day}: ", (report.sentence, style)), soft_wrap=True)
    if report.trouble:
        _print_rows(report.trouble[:MOST_ROWS], console)
    for line in _rest(report):
        console.print(Text(line), soft_wrap=True)


def _print_rows(sites: Sequence[SiteReport], console: Console) -> None:
    """Print a row for each site in trouble; a file or a pipe gets the reasons whole."""
    wide = max(len(one.site) for one in sites), max(len(one.verdict.health) for one in sites)
    for one in sites:
        health = (f"{one.verdict.health:<{wide[1]}}", STYLES[one.verdict.health])
        row = Text.assemble((f"  {one.site:<{wide[0]}}  ", "bold"), health, f"  {_why(one)}")
        if console.is_terminal:
            row.truncate(console.width, overflow="ellipsis")
        console.print(row, soft_wrap=True)


def _why(one: SiteReport) -> str:
    """Return the first reason, and whether it is known already."""
    reasons = one.verdict.reasons
    known = "" if one.is_worse else "as before: " if one.before and one.before.health is one.verdict.health else "better: "
    return f"{known}{reasons[0]}" + (f" (+{len(reasons) - 1} more)" if len(reasons) > 1 else "")


def _rest(report: Report) -> Iterator[str]:
    """Yield what is left to say, a line each."""
    if further := report.trouble[MOST_ROWS:]:
        yield f"  and {len(further)} more: {', '.join(one.site for one in further)}"
    if report.unread:
        yield f"  not read: {', '.join(report.unread)}"
    if recovered := [one.site for one in report.sites if one.is_recovered]:
        yield f"  complete again: {', '.join(recovered)}"
    new, known = report.total("article/new"), report.total("article/unchanged")
    changed = report.total("article/changed", "article/restored")
    articles = f"articles: {new:,} new, {changed:,} changed, {known:,} unchanged; {report.total('page/2xx'):,} pages"
    yield f"  {report.healths.get(Health.COMPLETE, 0)} complete; {articles}"
