"""Whether reading page after page takes ever more memory.

    python benchmarks/memory.py [--pages N] FILE.warc.gz...     (by default 20,000 pages, the recordings of the demo in a loop)

Prints the resident memory as it goes. Exit status 1 where the second half of the pages took more than ``MOST_GROWTH`` more.
"""

import argparse
import sys
from contextlib import suppress
from itertools import cycle, islice
from pathlib import Path

from scraper import demo
from scraper.captures import read_captures
from scraper.errors import NotAnArticle
from scraper.extraction import extract, read_page
from scraper.site import anonymous

MOST_GROWTH = 0.03
STEPS = 10


def resident() -> float:
    """Return the memory the process holds now, MiB; read from /proc, so Linux only."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * 4096 / (1 << 20)


def main() -> int:
    """Read the pages; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--pages", type=int, default=20_000)
    options = parser.parse_args()
    answers = [captured for path in options.files or demo.recordings() for captured in read_captures(path)]
    found = [captured for captured in answers if captured.status == 200 and "html" in (captured.content_type or "")]
    held: list[float] = []
    for number, page in enumerate(islice(cycle(found), options.pages), start=1):
        with suppress(NotAnArticle):
            extract(read_page(page.body, page.url, page.content_type), anonymous(page.url))
        if number % max(1, options.pages // STEPS) == 0:
            held.append(resident())
            print(f"{number:8} pages {held[-1]:8.1f} MiB", flush=True)
    growth = held[-1] / held[len(held) // 2] - 1
    print(f"growth over the second half: {growth:.1%}")
    return 1 if growth > MOST_GROWTH else 0


if __name__ == "__main__":
    sys.exit(main())
