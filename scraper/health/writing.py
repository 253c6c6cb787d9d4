"""The files of a report, each whole or not at all: the page, the same for machines, and the metrics."""

from pathlib import Path

from scraper.files import make_folder, write_text
from scraper.health.page import html_page
from scraper.health.report import Report
from scraper.health.tables import metrics, report_json

RUNS = "runs"
"""Folder of the reports inside the output folder."""

FILES = {"report.html": html_page, "report.json": report_json, "metrics.prom": metrics}


def write_report(report: Report, output: Path) -> Path:
    """Write the report into ``output``/runs/<date> and return that folder; raises OutputError."""
    folder = output / RUNS / report.day.isoformat()
    make_folder(folder)
    for name, made_of in FILES.items():
        write_text(folder / name, made_of(report).rstrip("\n") + "\n")
    return folder
