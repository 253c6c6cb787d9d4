"""What a crawl counted, as the catalogue keeps it with its run: ``thing/outcome`` to number."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from scraper.catalogue import Catalogue, Run
from scraper.site import Kind, Site

STATUS = "downloader/response_status_count/"
"""Scrapy's counts of every answer by its status, repeated ones and robots.txt included; here they are ``status/403``."""

PATTERNED = (Kind.ARTICLE, Kind.LISTING)
"""Kinds whose number is kept even where it is 0: none at all is a sign that the site was rebuilt."""

STANDING = ("address/", "named/", "fetched/")
"""Counts that are read off the address table when a run stops, and so replace what stood there before."""


def counts_in(stats: Mapping[str, Any]) -> dict[str, int]:
    """Return the numbers in the statistics of a crawler that say what it did, as ``thing/outcome``.

    >>> counts_in({"page/2xx": 7, "downloader/response_status_count/403": 2, "elapsed_time_seconds": 1.5})
    {'page/2xx': 7, 'status/403': 2}
    """
    numbers = {name: number for name, number in stats.items() if isinstance(number, int)}
    ours = {name: number for name, number in numbers.items() if name.count("/") == 1}
    return ours | {f"status/{name[len(STATUS) :]}": number for name, number in numbers.items() if name.startswith(STATUS)}


def whole_counts(catalogue: Catalogue, site: Site, run: Run, counts: Mapping[str, int], is_full: bool) -> dict[str, int]:
    """Return the counts of a run: those of this process and of the ones before it, and how its addresses stand.

    ``crawl/limited`` says that it stopped at a limit, ``crawl/uncounted`` that a process before was killed with its counts.
    """
    before = Counter({name: number for name, number in run.counts.items() if not name.startswith(STANDING)})
    marks = Counter({"crawl/limited": int(is_full), "crawl/uncounted": int(run.resumed and not run.counts)})
    return {**(before + Counter(counts) + marks), **dict(_standing(catalogue, site, run))}


def _standing(catalogue: Catalogue, site: Site, run: Run) -> Iterator[tuple[str, int]]:
    """Yield how the addresses of the site stand: by state, and by kind those that the run has met and those it has read."""
    known = catalogue.addresses
    for state, number in known.counts(site.name).items():
        yield f"address/{state}", number
    named = dict.fromkeys(PATTERNED if site.article_url else (), 0) | known.named_in(site.name, run.id)
    for kind, number in named.items():
        yield f"named/{kind}", number
    for kind, number in known.fetched_in(site.name, run.id).items():
        yield f"fetched/{kind}", number
