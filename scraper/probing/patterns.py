"""The patterns that tell a site's articles, listings and useless pages, from what a survey saw."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from scraper.patterns import compiled
from scraper.probing.leaves import Group, Leaf, doubles, groups_in, joined, leaf_of, pattern_for
from scraper.probing.shapes import DIGITS, escaped, pattern_of
from scraper.probing.survey import Survey
from scraper.probing.visits import Visit

ALONE = 0.9
"""Share of the articles that one pattern must meet to do without others."""

LEAST = 0.5
"""Share of the articles that a pattern must meet to be worth having."""

WRONG = 0.1
"""Share of the pages at its addresses that may be something else in a platform's pattern."""

FEWEST_LISTED = 3
"""Listings at like addresses from which a pattern is made of them."""

FEWEST_IN_FOLDER, FEWEST_LIKE = 5, 2
"""Listings in a folder from which all in it are taken for some, and among them those whose addresses end as articles' do."""

NAMED = re.compile(r"\(\?P<\w+>")
USELESS = ("print", "login", "search")


@dataclass(frozen=True)
class Patterns:
    """What the addresses of a site say, as far as a survey saw it."""

    seen: Survey

    @cached_property
    def host(self) -> str:
        """Host in canonical addresses, as a pattern."""
        return escaped(urlsplit(self.seen.site.canonical(self.seen.home.url)).netloc)

    @cached_property
    def groups(self) -> list[Group]:
        """What was seen, by the ends of the addresses."""
        return groups_in(self.seen)

    @cached_property
    def pages(self) -> list[Visit]:
        """The visits that found a page."""
        return [one for group in self.groups for one in group.visits]

    @cached_property
    def articles(self) -> list[Visit]:
        """The visits that found an article, at every address it has."""
        return [one for one in self.pages if one.is_article]

    @cached_property
    def _article_groups(self) -> list[tuple[Group, str]]:
        """The groups whose pages are articles with their patterns, without those that the pattern of a larger one meets too."""
        found: list[tuple[Group, str]] = []
        for group in joined(group for group in self.groups if group.holds_articles):
            if not any(all(_meets(pattern, one) for one in group.articles) for _, pattern in found):
                found.append((group, pattern_for(group, self.host)))
        return found

    @cached_property
    def article_url(self) -> str | None:
        """The pattern of the articles; None where there is none that tells most of them.

        Where they stand at addresses of several kinds, the whole path is their key.
        """
        patterns = [pattern for _, pattern in self._article_groups]
        single = next((pattern for pattern in patterns[:1] if self.share_of(pattern) >= ALONE), None)
        if single is None and patterns:
            prefix = f"^https://{self.host}/"
            inner = (NAMED.sub("(?:", pattern).removeprefix(prefix).removesuffix("$") for pattern in patterns)
            single = f"{prefix}(?P<key>{'|'.join(inner)})$"
        return single if single and self.share_of(single) >= LEAST else None

    def share_of(self, pattern: str) -> float:
        """Return the share of the articles seen that ``pattern`` meets."""
        return sum(_meets(pattern, one) for one in self.articles) / max(1, len(self.articles))

    def others_at(self, pattern: str) -> list[Visit]:
        """Return the pages that ``pattern`` meets and that are no articles."""
        return [one for one in self.pages if not one.is_article and _meets(pattern, one)]

    def fits(self, pattern: str | None) -> bool:
        """Say whether ``pattern`` tells most articles and little else."""
        if pattern is None or self.share_of(pattern) < ALONE:
            return False
        others = len(self.others_at(pattern))
        return others <= WRONG * (others + self.share_of(pattern) * len(self.articles))

    @property
    def doubtful(self) -> list[str]:
        """Addresses worth asking for, because the key in them is that of others: twins of one article, or two articles."""
        return [address for group, pattern in self._article_groups for address in doubles(group, pattern)]

    def listings(self, article_url: str | None, told: Sequence[str]) -> list[str]:
        """Return the patterns of the listings: numbered pages, folders, and single ones that ``article_url`` would meet.

        ``told`` are the patterns of listings that the platform has.
        """
        found = [
            pattern
            for pattern in (*self._numbered(), *self._folders())
            if not any(_meets(pattern, one) for one in self.articles)
        ]
        known = [*told, *found]
        lists = [one for one in (self.others_at(article_url) if article_url else ()) if one.verdict == "listing"]
        single = (one.address for one in lists if not any(_meets(pattern, one) for pattern in known))
        return [*found, *(f"^{escaped(address)}$" for address in sorted(single))]

    def _numbered(self) -> Iterator[str]:
        """Yield the patterns of listings that are numbered."""
        for group in self.groups:
            if (
                DIGITS in group.leaf.part
                and not group.leaf.parameters
                and len(group.visits) >= FEWEST_LISTED
                and group.are_all("listing")
            ):
                yield f"^https://{self.host}/(?:[^/?]+/)*{pattern_of(group.leaf.part)}$"

    def _folders(self) -> Iterator[str]:
        """Yield the patterns of folders that hold listings only, such as those of tags and authors."""
        folders: dict[str, list[Visit]] = defaultdict(list)
        known: dict[str, set[Leaf]] = defaultdict(set)
        for one in self.pages:
            folders[_folder(one.address)].append(one)
        for address in self.seen.known:
            known[_folder(address)].add(leaf_of(address))
        like = {group.leaf for group, _ in self._article_groups}
        for folder, visits in folders.items():
            if not folder or len(visits) < FEWEST_IN_FOLDER or any(one.verdict != "listing" for one in visits):
                continue
            leaves = [leaf_of(one.address) for one in visits]
            if all(leaves.count(leaf) >= (FEWEST_LIKE if leaf in like else 1) for leaf in known[folder]):
                yield f"^https://{self.host}/{escaped(folder)}(?:/|$)"

    def useless(self) -> list[str]:
        """Return the patterns of print views, doors and searches that a parameter of their page gives away."""
        found = []
        for group in self.groups:
            others = (one for one in self.groups if one.leaf.part == group.leaf.part and not one.are_all(*USELESS))
            needed = {name for one in others for name in one.leaf.parameters}
            names = sorted(set(group.leaf.parameters) - needed) if group.are_all(*USELESS) else []
            ends = {urlsplit(address).path.rpartition("/")[2] for address in group.addresses}
            page = escaped(ends.pop()) if len(ends) == 1 else pattern_of(group.leaf.part)
            found += [rf"^https://{self.host}/(?:[^/?]+/)*{page}\?(?:.*&)?{escaped(name)}=" for name in names[:1]]
        return [pattern for pattern in dict.fromkeys(found) if not any(_meets(pattern, one) for one in self.articles)]


def _meets(pattern: str, one: Visit) -> bool:
    """Say whether ``pattern`` is found in the address of a visit."""
    return compiled(pattern).search(one.address) is not None


def _folder(address: str) -> str:
    """Return the first folder of an address, empty where it lies in none."""
    first, _, rest = urlsplit(address).path.strip("/").partition("/")
    return first if rest else ""
