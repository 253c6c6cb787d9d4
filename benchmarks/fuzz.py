"""Reads thousands of broken pages: whatever a server sends ends as a record or as NotAnArticle, and soon.

    python benchmarks/fuzz.py [--pages N] [--seed N] [--keep DIR] FILE.warc.gz...     (by default the recordings of the demo)

Each page is one of the recordings after one to four mutations, all drawn from the seed and its number, so that a page can be
made again. Prints what came of the pages, the slowest ones and the memory; exit status 1 where an exception of another kind
came through or a page took longer than two seconds of CPU. ``--keep`` writes those pages.
"""

import argparse
import random
import resource
import sys
import time
import traceback
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from mutations import MUTATIONS

from scraper import demo
from scraper.captures import Captured, read_captures
from scraper.errors import NotAnArticle
from scraper.extraction import extract, read_page
from scraper.site import anonymous

LONGEST = 2.0
"""Seconds of CPU that a page may take."""

MOST_MUTATIONS = 4
SLOWEST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one page."""

    number: int
    mutations: tuple[str, ...]
    seconds: float
    end: str
    """``record``, the reason of a NotAnArticle, or the last line of a traceback."""
    body: bytes
    is_foreign: bool = False

    @property
    def is_wrong(self) -> bool:
        """Whether the page must not end so."""
        return self.is_foreign or self.seconds > LONGEST

    def __str__(self) -> str:
        return f"page {self.number} ({', '.join(self.mutations)}; {len(self.body)} bytes): {self.seconds:.2f} s, {self.end}"


def mutated(pages: list[Captured], seed: int, number: int) -> tuple[Captured, bytes, tuple[str, ...]]:
    """Return the page with this number: the recording it comes from, its bytes, and the names of the mutations."""
    chance = random.Random(f"{seed}-{number}")
    page = chance.choice(pages)
    chosen = chance.choices(MUTATIONS, k=chance.randint(1, MOST_MUTATIONS))
    body = page.body
    for mutation in chosen:
        body = mutation(body, chance)
    return page, body, tuple(mutation.__name__ for mutation in chosen)


def read(pages: list[Captured], seed: int, number: int) -> Outcome:
    """Read the page with this number."""
    page, body, names = mutated(pages, seed, number)
    start, is_foreign = time.process_time(), False
    try:
        extract(read_page(body, page.url, page.content_type), anonymous(page.url))
        end = "record"
    except NotAnArticle as finding:
        end = finding.reason
    except Exception as error:  # noqa: BLE001  (what is looked for)
        frame = traceback.extract_tb(error.__traceback__)[-1]
        end, is_foreign = f"{error!r} at {frame.filename}:{frame.lineno}", True
    return Outcome(number, names, time.process_time() - start, end, body, is_foreign)


def resident() -> int:
    """Return the most memory the process has held so far, MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> int:
    """Read the pages; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--pages", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="folder for the pages that end as none must")
    options = parser.parse_args()
    answers = (captured for path in options.files or demo.recordings() for captured in read_captures(path))
    pages = [captured for captured in answers if captured.status == 200 and "html" in (captured.content_type or "")]
    ends: Counter[str] = Counter()
    slowest: list[Outcome] = []
    wrong: list[Outcome] = []
    for number in range(options.pages):
        outcome = read(pages, options.seed, number)
        ends["foreign" if outcome.is_foreign else outcome.end] += 1
        slowest = sorted([*slowest, outcome], key=lambda one: -one.seconds)[:SLOWEST_SHOWN]
        wrong += [outcome] if outcome.is_wrong else []
    print(f"{options.pages} pages:", ", ".join(f"{count} {end}" for end, count in ends.most_common()))
    print(f"at most {resident()} MiB; slowest:", *slowest, sep="\n  ")
    for outcome in wrong:
        print("WRONG", outcome)
        if options.keep:
            (options.keep / f"{options.seed}-{outcome.number}.html").write_bytes(outcome.body)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
