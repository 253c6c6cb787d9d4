"""On which printed lines the fields of a record were found."""

from collections.abc import Iterator

from lxml import html

from scraper.evidence.alignment import compact
from scraper.evidence.parts import FIELDS, Part
from scraper.extraction.findings import Findings

REACH = 40
"""Lines behind the first keyword among which the others stand."""


def fields_on(findings: Findings) -> dict[int, list[tuple[Part, str]]]:
    """Return for each line with a field, by its place, what it was taken as and the field with its reader."""
    found: dict[int, list[tuple[Part, str]]] = {}
    readers = findings.fields.readers
    for name, part in FIELDS.items():
        for place in dict.fromkeys(_places(name, findings)):
            found.setdefault(place, []).append((part, f"{name} by {readers[name]}"))
    return found


def _places(name: str, findings: Findings) -> Iterator[int]:
    """Yield the places of the lines that a field was found on; none where it is stated in the page's head only."""
    hit = getattr(findings.fields, name)
    if hit is None or hit.element is None:
        return
    if name == "attachments":
        yield from _of_files({file.url for file in hit.value}, findings)
        return
    outline = findings.reading.outline
    start, end = outline.span(hit.element)
    wanted = [compact(value).casefold() for value in _printed(name, findings)]
    last = max(end, start + REACH) if name == "keywords" else end
    telling = [line.place for line in outline.lines[start:last] if _overlaps(compact(line.text).casefold(), wanted)]
    yield from telling or range(start, end)


def _printed(name: str, findings: Findings) -> tuple[str, ...]:
    """Return the words of a field as the page prints them."""
    value = getattr(findings.fields, name).value
    if name in ("date_published", "date_modified"):
        return (value.raw,)
    if name == "source":
        return (value.name,)
    return (value,) if isinstance(value, str) else tuple(value)


def _overlaps(line: str, wanted: list[str]) -> bool:
    """Say whether a line holds one of the words or is part of one."""
    return any(value in line or line in value for value in wanted)


def _of_files(urls: set[str], findings: Findings) -> Iterator[int]:
    """Yield the places of the links to the files at ``urls``."""
    page, outline = findings.reading.page, findings.reading.outline
    for link in page.root.iter("a"):
        if page.link(link.get("href") or "") in urls and _is_near(link, findings):
            yield from range(*outline.span(link))


def _is_near(link: html.HtmlElement, findings: Findings) -> bool:
    """Say whether ``link`` stands behind the headline."""
    return findings.reading.outline.span(link)[0] >= findings.reading.after
