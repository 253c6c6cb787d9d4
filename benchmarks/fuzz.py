"""Reads thousands of broken pages: whatever a server sends ends as a record or as an error of the package, and soon.

    python benchmarks/fuzz.py [--pages N] [--seed N] [--processes N] [--keep DIR] FILE.warc.gz...
    python benchmarks/fuzz.py --only NUMBER FILE.warc.gz...

By default 50,000 pages made of the recordings of the demo. Each page is one of the recordings after one to four mutations, all
drawn from the seed and its number, so that a page can be made again; one in five hundred is swollen to megabytes. Prints what
came of the pages, the slowest ones, the time and the memory; exit status 1 where a foreign exception came through or a page
took longer than two seconds of CPU. ``--keep`` writes those pages, ``--only`` reads a single one, tracebacks and all.
"""

import argparse
import random
import resource
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from heapq import nlargest
from itertools import chain
from multiprocessing import Pool
from pathlib import Path

from benchmarks.junk import LABELS
from benchmarks.mutations import MUTATIONS, swell
from scraper import demo
from scraper.captures import Captured, read_captures
from scraper.errors import NotAnArticle, VustaError
from scraper.extraction import extract, read_page
from scraper.site import anonymous

LONGEST = 2.0
"""Seconds of CPU that a page may take."""

MOST_MUTATIONS = 4
SWOLLEN = 500
"""One page in so many is swollen."""

SHARE = 250
"""Pages that a process reads before it asks for more."""

SLOWEST_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Broken:
    """A page to be read."""

    body: bytes
    url: str
    content_type: str | None
    mutations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one page."""

    number: int
    mutations: tuple[str, ...]
    size: int
    seconds: float
    end: str
    """``record``, the reason of a NotAnArticle, another error of the package, or a foreign exception and its place."""
    is_foreign: bool
    memory: int
    """The most that the process has held so far, MiB."""

    @property
    def is_wrong(self) -> bool:
        """Whether no page may end so."""
        return self.is_foreign or self.seconds > LONGEST

    def __str__(self) -> str:
        return f"page {self.number} ({', '.join(self.mutations)}; {self.size} bytes): {self.seconds:.2f} s, {self.end}"


def pages_of(files: Iterable[Path]) -> list[Captured]:
    """Return the HTML pages of recordings."""
    answers = (captured for path in files for captured in read_captures(path))
    return [captured for captured in answers if captured.status == 200 and "html" in (captured.content_type or "")]


def broken(pages: list[Captured], seed: int, number: int) -> Broken:
    """Return the page with this number."""
    chance = random.Random(f"{seed}-{number}")
    page = chance.choice(pages)
    chosen = chance.choices(MUTATIONS, k=chance.randint(1, MOST_MUTATIONS)) + [swell] * (chance.randrange(SWOLLEN) == 0)
    body = page.body
    for mutation in chosen:
        body = mutation(body, chance)
    said = chance.choice((page.content_type, page.content_type, None, f"text/html; charset={chance.choice(LABELS)}"))
    return Broken(body, page.url, said, tuple(mutation.__name__ for mutation in chosen))


def read(pages: list[Captured], seed: int, number: int) -> Outcome:
    """Read the page with this number and write its record as JSON."""
    page = broken(pages, seed, number)
    start, is_foreign = time.process_time(), False
    try:
        extract(read_page(page.body, page.url, page.content_type), anonymous(page.url)).model_dump_json()
        end = "record"
    except VustaError as finding:
        end = finding.reason if isinstance(finding, NotAnArticle) else type(finding).__name__
    except Exception as error:  # noqa: BLE001  (what is looked for)
        frames = traceback.extract_tb(error.__traceback__)
        place = next((frame for frame in reversed(frames) if "scraper" in Path(frame.filename).parts), frames[-1])
        end, is_foreign = f"{type(error).__name__} at {Path(place.filename).name}:{place.lineno}", True
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return Outcome(number, page.mutations, len(page.body), seconds, end, is_foreign, memory)


def read_share(files: list[Path], seed: int, numbers: range) -> list[Outcome]:
    """Read the pages with these numbers."""
    pages = pages_of(files)
    return [read(pages, seed, number) for number in numbers]


def outcomes(files: list[Path], seed: int, count: int, processes: int) -> Iterator[Outcome]:
    """Yield what came of the pages up to ``count``, not in order where there are several processes."""
    if processes == 1:
        yield from map(partial(read, pages_of(files), seed), range(count))
        return
    shares = [range(start, min(start + SHARE, count)) for start in range(0, count, SHARE)]
    with Pool(processes) as pool:
        yield from chain.from_iterable(pool.imap_unordered(partial(read_share, files, seed), shares))


def report(found: list[Outcome]) -> None:
    """Print what came of the pages."""
    ends = Counter(outcome.end for outcome in found)
    spent = Counter[str]()
    for outcome in found:
        spent.update(dict.fromkeys(outcome.mutations, outcome.seconds))
    seconds = sum(outcome.seconds for outcome in found)
    print(f"{len(found)} pages:", ", ".join(f"{count} {end}" for end, count in ends.most_common()))
    print(f"{seconds / len(found) * 1000:.1f} ms of CPU a page, at most {max(one.memory for one in found)} MiB")
    print("share of the time by mutation:", ", ".join(f"{name} {took / seconds:.0%}" for name, took in spent.most_common(8)))
    print("slowest:", *nlargest(SLOWEST_SHOWN, found, key=lambda outcome: outcome.seconds), sep="\n  ")


def keep(folder: Path, seed: int, page: Broken, number: int) -> None:
    """Write a page."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{seed}-{number}.html").write_bytes(page.body)


def main() -> int:
    """Read the pages; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, default=demo.recordings())
    parser.add_argument("--pages", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--only", type=int, metavar="NUMBER")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="folder for the pages that end as none must")
    options = parser.parse_args()
    if options.only is not None:
        page = broken(pages_of(options.files), options.seed, options.only)
        print(", ".join(page.mutations), len(page.body), "bytes", page.url, repr(page.content_type)[:80], flush=True)
        extract(read_page(page.body, page.url, page.content_type), anonymous(page.url))
        return 0
    found = list(outcomes(options.files, options.seed, options.pages, options.processes))
    report(found)
    wrong = [outcome for outcome in found if outcome.is_wrong]
    for outcome in wrong:
        print("WRONG", outcome)
        if options.keep:
            keep(options.keep, options.seed, broken(pages_of(options.files), options.seed, outcome.number), outcome.number)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
