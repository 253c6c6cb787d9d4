"""The evidence of a page in a terminal: what each line was taken as before it, and why behind it."""

from collections.abc import Iterator
from itertools import groupby

from rich.console import Console
from rich.table import Table
from rich.text import Text

from scraper.evidence import Entry, Evidence, Part, Zone
from scraper.explain.wording import GROUPS, counts, doubts, field_rows, shown, summary

STYLES = {"title": "bold yellow", "text": "cyan", "picture": "magenta", "fact": "green", "out": "dim"}

ZONES = {
    Zone.ABOVE: "above the headline",
    Zone.BETWEEN: "headline, and what stands between it and the text",
    Zone.TEXT: "where the text stands",
    Zone.BEHIND: "behind the text",
}
LABEL = 12
"""Width of the column that says what a line was taken as."""


def print_evidence(evidence: Evidence, console: Console) -> None:
    """Print what became of each line: coloured and folded to the width of a terminal, plain and unfolded elsewhere."""
    _print(console, Text(evidence.page.url, style="bold"))
    for text in _head(evidence):
        _print(console, text, 2)
    if evidence.article:
        for name, reader, value in field_rows(evidence.article):
            _print(console, Text.assemble((f"  {name:<15}", "bold"), (f"{reader or '-':<13}", "green"), value), 30)
    for zone, entries in groupby(evidence.entries, key=lambda entry: entry.zone):
        _print(console, Text(f"\n-- {ZONES[zone]}", style="bold"))
        for entry in entries:
            _print(console, _line(entry), LABEL + 2)
    numbers = ", ".join(f"{number} {part}" for part, number in counts(evidence).items())
    _print(console, Text(f"\n  {numbers}\n", style="dim"), 3)


def _head(evidence: Evidence) -> Iterator[Text]:
    """Yield what is said of the page as a whole, doubts first."""
    if evidence.article:
        for doubt, meaning in doubts(evidence.article):
            yield Text.assemble(("  doubt ", "bold red"), (doubt, "bold"), f": {meaning}" if meaning else "")
    yield Text(f"  {summary(evidence)}")


def _line(entry: Entry) -> Text:
    """Return what is printed of an entry; rows of a table stand one under the other."""
    style = STYLES[GROUPS[entry.part]]
    text = shown(entry.text, entry.is_address).replace("\n", "\n" + " " * (LABEL + 2))
    kept = entry.part is not Part.LEFT_OUT
    return Text.assemble(
        (f"{'|' if kept else ' '} {entry.part:<{LABEL}}", style),
        (text, "" if kept else "dim"),
        (f"  <- {entry.why}", "dim italic"),
    )


def _print(console: Console, text: Text, indent: int = 0) -> None:
    """Print ``text``; a terminal folds it behind its first ``indent`` characters."""
    if not console.is_terminal or len(text) <= console.width or not indent:
        console.print(text, soft_wrap=True)
        return
    label, rest = text.divide([indent])
    grid = Table.grid()
    grid.add_column(width=indent, no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(label, rest)
    console.print(grid)
