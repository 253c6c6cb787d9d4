"""The demo's articles as they were written: one file a site, in order of publication."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

CONTENT = Path(__file__).parent / "content"


@dataclass(frozen=True, slots=True)
class Written:
    """One article as written; the sites print it in their own ways."""

    number: int
    """Position in its file, from 1: the article's number on its site."""
    slug: str
    section: str
    headline: str
    body: str
    """Blocks parted by blank lines; ``blocks`` reads them."""
    date: date | datetime | None = None
    """When it was published, on Vietnamese clocks; None where the page is to print no date."""
    updated: datetime | None = None
    """When it was brought up to date, where the page is to say so."""
    authors: tuple[str, ...] = ()
    source: str = ""
    lead: str = ""
    tags: tuple[str, ...] = ()
    attachments: tuple[tuple[str, str], ...] = ()
    """File and name of each."""
    quirks: tuple[str, ...] = ()
    """Habits of old pages that its site knows by these names."""

    @property
    def blocks(self) -> tuple["Block", ...]:
        """The blocks of the body in order."""
        return tuple(read_block(part) for part in self.body.strip().split("\n\n"))


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list, quote, picture or table."""

    kind: str
    """``p``, ``h``, ``li``, ``q``, ``img`` or ``table``."""
    rows: tuple[tuple[str, ...], ...]
    """Its lines, each split at ``|`` where the kind has columns: the parts of a picture, the cells of a table."""

    @property
    def text(self) -> str:
        """The text of a block that is one line."""
        return self.rows[0][0]

    @property
    def picture(self) -> "Picture":
        """The parts of a picture."""
        return Picture(*self.rows[0])


class Picture(NamedTuple):
    """A picture as written: ``! file | caption | credit | line left under it``."""

    file: str
    caption: str = ""
    credit: str = ""
    left: str = ""
    """The name of a file or camera shot that the editor forgot under the picture; no part of the article."""

    @property
    def stem(self) -> str:
        """The file's name without its ending."""
        return self.file.rpartition(".")[0]


MARKS = {"## ": "h", "- ": "li", "> ": "q", "! ": "img", "| ": "table"}


def read_block(part: str) -> Block:
    """Return the block in a part of a body.

    >>> read_block("! hop.jpg | Quang cảnh | Minh Hà")
    Block(kind='img', rows=(('hop.jpg', 'Quang cảnh', 'Minh Hà'),))
    """
    lines = [line.strip() for line in part.strip().split("\n")]
    kind = MARKS.get(lines[0][: 3 if lines[0].startswith("##") else 2], "p")
    if kind == "p":
        return Block(kind, ((" ".join(lines),),))
    bare = [line.strip("|").strip() if kind == "table" else line.split(" ", 1)[1] for line in lines]
    if kind in ("img", "table"):
        return Block(kind, tuple(tuple(cell.strip() for cell in line.split("|")) for line in bare))
    return Block(kind, tuple((line,) for line in bare))


def articles_of(site: str) -> tuple[Written, ...]:
    """Return the articles of ``site``, oldest first."""
    tables = tomllib.loads((CONTENT / f"{site}.toml").read_text("utf-8"))["articles"]
    return tuple(Written(number, **dict(_fields(table))) for number, table in enumerate(tables, 1))


def _fields(table: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the fields of an article in its table."""
    for name, value in table.items():
        if name in ("date", "updated"):
            yield name, datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
        elif isinstance(value, list):
            yield name, tuple(tuple(item) if isinstance(item, list) else item for item in value)
        else:
            yield name, value
