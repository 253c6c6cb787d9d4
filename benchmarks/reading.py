"""How long reading a page takes, against parsing it with lxml alone and against trafilatura, in one process.

    python benchmarks/reading.py FILE.warc.gz...        (by default the recordings of the demo)

Prints CPU milliseconds a page and the ratios. trafilatura is left out where it is not installed.
"""

import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from lxml import html

from scraper import demo
from scraper.captures import Captured, read_captures
from scraper.errors import NotAnArticle
from scraper.extraction import extract, read_page
from scraper.site import anonymous


def pages(paths: list[Path]) -> list[Captured]:
    """Return the HTML pages of the recordings."""
    answers = (captured for path in paths for captured in read_captures(path))
    return [captured for captured in answers if captured.status == 200 and "html" in (captured.content_type or "")]


def parse(page: Captured) -> None:
    """Parse a page with lxml alone."""
    html.document_fromstring(page.body.decode("utf-8", "replace").encode(), parser=html.HTMLParser(encoding="utf-8"))


def ours(page: Captured) -> None:
    """Read a page whole."""
    try:
        extract(read_page(page.body, page.url, page.content_type), anonymous(page.url))
    except NotAnArticle:
        return


def theirs(page: Captured) -> None:
    """Read a page with trafilatura, its metadata too."""
    import trafilatura

    trafilatura.bare_extraction(page.body, url=page.url, with_metadata=True)


def milliseconds(readers: dict[str, Callable[[Captured], None]], found: list[Captured]) -> dict[str, float]:
    """Return each reader's CPU time, milliseconds a page.

    Every page is read once, as in a crawl, by all readers in turn, so that a busy machine slows them alike.
    """
    times = dict.fromkeys(readers, 0.0)
    for page in found:
        for name, read in readers.items():
            start = time.process_time()
            read(page)
            times[name] += time.process_time() - start
    return {name: seconds * 1000 / len(found) for name, seconds in times.items()}


def main() -> None:
    """Print the times."""
    found = pages([Path(name) for name in sys.argv[1:]] or demo.recordings())
    readers = {"lxml": parse, "ours": ours} | ({"trafilatura": theirs} if find_spec("trafilatura") else {})
    milliseconds(readers, found[:1])  # modules are loaded, patterns compiled
    times = milliseconds(readers, found)
    print(f"{len(found)} pages")
    for name, value in times.items():
        print(f"{name:12} {value:8.2f} ms a page   {value / times['lxml']:6.1f} x lxml   {value / times['ours']:6.1f} x ours")


if __name__ == "__main__":
    main()
