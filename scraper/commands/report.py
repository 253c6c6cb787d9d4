"""``vusta report``: how a night went, site by site."""

from contextlib import closing
from datetime import datetime
from typing import Annotated

import typer

from scraper import terminal
from scraper.catalogue import read_catalogue
from scraper.commands.options import OUTPUT, AsJson, Output, Sites
from scraper.errors import UsageError
from scraper.health import last_night, make_report, print_report, report_json, write_report


def report(
    day: Annotated[
        datetime | None,
        typer.Argument(metavar="[DATE]", formats=["%Y-%m-%d"], help="Night to report on; the last, if not given."),
    ] = None,
    as_json: AsJson = False,
    output: Output = OUTPUT,
    sites: Sites = None,  # noqa: ARG001  (every command takes it)
) -> None:
    """Tell how a night went, and write it to OUTPUT/runs/DATE as a page, as JSON and as metrics."""
    with closing(read_catalogue(output)) as catalogue:
        last = last_night(catalogue)
        if last is None:
            raise UsageError(f"{output}: no site was read yet; `vusta crawl` does")
        found = make_report(catalogue, day.date() if day else last)
    if not found.sites:
        raise UsageError(f"{found.day}: no site was read in this night; the last one was {last}")
    if as_json:
        print(report_json(found))
    else:
        print_report(found, terminal.out)
    folder = write_report(found, output)
    terminal.err.print(f"Written to {folder}: report.html, report.json, metrics.prom", soft_wrap=True)
