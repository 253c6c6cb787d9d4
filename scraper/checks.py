"""What can be wrong with site definitions although each follows the schema; told by ``vusta sites check``."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from scraper.errors import nearest
from scraper.patterns import PAGE, any_matches, compiled
from scraper.site import Generation, Kind, Site

NEVER_MET = re.compile(r"\^http:|\^https\??://www\\?\.|/\$$")
"""Signs of a pattern written for the address as the browser shows it."""


def check_sites(sites: Iterable[Site]) -> list[str]:
    """Return what is wrong with ``sites`` although each follows the schema, one line a problem, each with the site's name."""
    known = list(sites)
    alone = [f"{site.name}: {problem}" for site in known for check in CHECKS for problem in check(site)]
    return [*alone, *_shared_places(known), *_strange_predecessors(known)]


def _patterns_without_key(site: Site) -> Iterator[str]:
    """Yield the article patterns that name no part of the address as the key: with the title the article would change too."""
    for generation in site.all_generations:
        if generation.article_url and "key" not in compiled(generation.article_url).groupindex:
            yield f"{_called(generation)}article_url has no group 'key', as in '-p(?P<key>\\d+)\\.html$'"


def _patterns_never_met(site: Site) -> Iterator[str]:
    """Yield the patterns that ask for what no canonical address has."""
    patterns = [generation.article_url or "" for generation in site.all_generations]
    for pattern in (*patterns, *site.listing_url, *site.skip_url, *(pair[0] for pair in site.twin_url)):
        if NEVER_MET.search(pattern):
            yield f"{pattern!r} never matches: canonical addresses have https, no www. and no slash at the end"


def _starts_misplaced(site: Site) -> Iterator[str]:
    """Yield the start pages that lie outside the site or that its own patterns take for something else."""
    for url in site.start:
        address = next(site.resolved((url,)), url)
        if not site.holds(address):
            yield f"start: {url} lies outside the hosts"
        elif not any_matches(site.listing_url, site.canonical(address)) and site.generation_of(site.canonical(address)):
            yield f"start: {url} is an article by its address"
        elif site.kind_of(address) is not Kind.LISTING:
            yield f"start: {url} is named among the feeds or sitemaps too"


def _counted_in_vain(site: Site) -> Iterator[str]:
    """Yield the counted listings that no second page would be asked of."""
    for listing in site.counted:
        first = next(site.resolved((listing.replace(PAGE, "1"),)), None)
        if first and not site.holds(first):
            yield f"counted: {listing} lies outside the hosts"
        elif first and not site.counted_page(first):
            yield f"counted: {listing} loses its number, for id_parameters do not name the parameter that holds it"


def _generations_confused(site: Site) -> Iterator[str]:
    """Yield what makes the keys of two generations meet, or the wrong one answer for a day."""
    for name, times in Counter(generation.name for generation in site.all_generations).items():
        if times > 1:
            yield f"generations: {times} of them are called {name!r}; their keys would meet"
    days = [generation.until for generation in site.generations if generation.until]
    if days != sorted(days, reverse=True):
        yield "generations: the newest must stand first"


def _empty_province(site: Site) -> Iterator[str]:
    """Yield the provinces that a probe left to be filled in."""
    for key in ("province", "province_2025"):
        if getattr(site, key) == "":
            yield f"{key} is to be filled in"


def _half_a_province(site: Site) -> Iterator[str]:
    """Yield a hint where only one of the two provinces is named: every union has both, the central one none."""
    if bool(site.province) != bool(site.province_2025):
        yield f"{'province_2025' if site.province else 'province'} is missing beside the other"


def _unseen_without_value(site: Site) -> Iterator[str]:
    """Yield the keys said to be unseen that the definition does not give."""
    editions = {"": site} | {f"generation {generation.name!r}: ": generation for generation in site.generations}
    for prefix, edition in editions.items():
        for key in edition.unseen:
            if not getattr(edition, key, None):
                yield f"{prefix}unseen names {key!r}, which is not given"


def _shared_places(sites: Iterable[Site]) -> Iterator[str]:
    """Yield the hosts and folders that several of ``sites`` claim."""
    owners: dict[str, list[str]] = {}
    for site in sites:
        for host in dict.fromkeys(map(site.canonical, site.hosts)):
            owners.setdefault(host, []).append(site.name)
    return (f"{', '.join(names)}: all claim {host}" for host, names in owners.items() if len(names) > 1)


def _strange_predecessors(sites: Iterable[Site]) -> Iterator[str]:
    """Yield the predecessors that are none of ``sites``, or that lie in another province of today."""
    known = {site.name: site for site in sites}
    for site in known.values():
        for name in site.predecessors:
            if name not in known:
                yield f"{site.name}: predecessors: there is no site {name!r}{nearest(name, known)}"
            elif known[name].province_2025 != site.province_2025:
                yield f"{site.name}: predecessors: {name} lies in {known[name].province_2025}, not in {site.province_2025}"


CHECKS: tuple[Callable[[Site], Iterator[str]], ...] = (
    _patterns_without_key,
    _patterns_never_met,
    _starts_misplaced,
    _counted_in_vain,
    _generations_confused,
    _empty_province,
    _half_a_province,
    _unseen_without_value,
)
"""What ``check_sites`` asks of every site by itself."""


def _called(generation: Generation) -> str:
    """Return how a message begins that is about ``generation``."""
    return f"generation {generation.name!r}: " if generation.name else ""
