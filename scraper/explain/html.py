"""The evidence of a page as one HTML file that needs nothing else: no script, no picture, no network."""

from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path

from scraper.evidence import Entry, Evidence, Part
from scraper.explain.terminal import ZONES
from scraper.explain.wording import GROUPS, counts, doubts, field_rows, shown, summary
from scraper.files import write_text

STYLE = Path(__file__).with_name("page.css")

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
{style}</style></head><body>
{body}
</body></html>
"""
"""The whole file; the policy keeps a browser from fetching or running anything, whatever stands in it."""


def html_page(evidence: Evidence) -> str:
    """Return the page that shows the evidence; everything taken from the read page is escaped."""
    title = evidence.article.headline if evidence.article else f"No article: {evidence.page.url}"
    return PAGE.format(title=escape(title), style=STYLE.read_text("utf-8"), body="\n".join(_body(evidence)))


def write_page(evidence: Evidence, path: Path) -> None:
    """Write the page to ``path``, whole or not at all; raises OutputError."""
    write_text(path, html_page(evidence))


def _body(evidence: Evidence) -> Iterator[str]:
    """Yield what stands in the page from top to bottom."""
    article = evidence.article
    yield f'<h1 lang="vi">{escape(article.headline)}</h1>' if article else "<h1>No article</h1>"
    yield f'<div class="url">{escape(evidence.page.url)}</div><p>{escape(summary(evidence))}</p>'
    if article and article.read_by.doubts:
        yield '<ul class="doubts">'
        yield from (f"<li>doubt: {escape(doubt)} <span>{escape(meaning)}</span></li>" for doubt, meaning in doubts(article))
        yield "</ul>"
    if article:
        yield "<table><thead><tr><th>field</th><th>reader</th><th>value</th></tr></thead><tbody>"
        for name, reader, value in field_rows(article):
            yield f'<tr><th>{name}</th><td>{escape(reader) or "–"}</td><td lang="vi">{escape(value) or "–"}</td></tr>'
        yield "</tbody></table>"
    yield '<h2>What is on the page</h2><ul class="legend">'
    yield from (f'<li class="label {GROUPS[part]}">{part} {number}</li>' for part, number in counts(evidence).items())
    yield "</ul>"
    for zone, entries in groupby(evidence.entries, key=lambda entry: entry.zone):
        yield f"<section><h2>{ZONES[zone].capitalize()}</h2>"
        yield from map(_entry, entries)
        yield "</section>"


def _entry(entry: Entry) -> str:
    """Return one line of the read page with its label, and the reason under it."""
    kind = {Part.HEADLINE: " is-title", Part.HEADING: " is-heading", Part.LEAD: " is-lead"}.get(entry.part, "")
    text = escape(shown(entry.text, entry.is_address))
    return (
        f'<div class="entry {GROUPS[entry.part]}{kind}"><span class="label">{entry.part}</span>'
        f'<p lang="vi">{text}</p><span class="why">{escape(entry.why)}</span></div>'
    )
