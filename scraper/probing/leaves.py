"""What kind of page stands at which addresses, and what in them identifies an article."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from scraper.probing.shapes import DIGITS, FIXED, NAME, TITLE, WORDS, Shape, escaped, pattern_of, shape_of
from scraper.probing.survey import Survey
from scraper.probing.visits import MOVED, Visit

FEWEST, SURE = 2, 0.75
"""Pages of a kind that are seen at least before it is believed, and their share."""

MANY, MIXED = 5, 0.4
"""Articles, and their share, from which other pages may stand at like addresses: sections beside them at the root."""

YEAR = re.compile(r"(?:19|20)\d\d")
DATED = re.compile(r"(?:19|20)\d\d|\d\d?")
NUMBER_BEHIND = re.compile(r"[-_]\d+$")

MANY_NUMBERED = 8
"""Articles from which a number that all their slugs end in counts as theirs."""

LANGUAGES = frozenset({"vi", "en"})
"""Folders that stand for an edition; each may count its articles by itself."""

PLACES = re.compile(
    r"(?:cat|cate|category|menu|tab|topic|lang|language|page|zone|group|section|parent|item|module?)_?(?:id)?", re.IGNORECASE
)
"""Parameters that say from where a page was reached."""

Key = Callable[[str], str | None]
"""Returns what identifies the page at a canonical address, None where the address has no such thing."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """Addresses that end alike, in whatever folder: the end of the path and the names of the parameters."""

    part: str
    """Last segment of the path, as a shape names it; empty for the home page."""
    parameters: tuple[str, ...]

    def __str__(self) -> str:
        """Return it as people read it."""
        return str(Shape((self.part,) if self.part else (), self.parameters))


@dataclass(frozen=True)
class Group:
    """The pages seen at the addresses of one leaf."""

    leaf: Leaf
    addresses: tuple[str, ...]
    """Every address known, asked for or not."""
    visits: tuple[Visit, ...]
    """Visits that found a page."""

    @property
    def articles(self) -> list[Visit]:
        """The visits that found an article."""
        return [one for one in self.visits if one.is_article]

    @property
    def holds_articles(self) -> bool:
        """Whether its pages are articles."""
        number, whole = len(self.articles), len(self.visits)
        return number >= max(1, SURE * whole) or (number >= MANY and number >= MIXED * whole)

    def are_all(self, *verdicts: str) -> bool:
        """Say whether all its pages, several at least, came out as one of ``verdicts``."""
        return len(self.visits) >= FEWEST and all(one.verdict in verdicts for one in self.visits)


def leaf_of(address: str) -> Leaf:
    """Return how an address ends."""
    shape = shape_of(address)
    return Leaf(shape.segments[-1] if shape.segments else "", shape.parameters)


def groups_in(seen: Survey) -> list[Group]:
    """Return what was seen, by the ends of the addresses; the largest group first."""
    addresses: dict[Leaf, list[str]] = defaultdict(list)
    for address in {**seen.known, **seen.visits}:
        addresses[leaf_of(address)].append(address)
    found = [Group(leaf, tuple(members), tuple(_pages(members, seen))) for leaf, members in addresses.items()]
    return sorted(found, key=lambda group: -len(group.addresses))


def _pages(addresses: Iterable[str], seen: Survey) -> Iterator[Visit]:
    """Yield the visits to ``addresses`` that found a page."""
    visits = (seen.visits.get(address) for address in addresses)
    return (one for one in visits if one is not None and one.answer.is_page and one.verdict != MOVED)


def joined(groups: Iterable[Group]) -> list[Group]:
    """Return ``groups`` with those made one whose addresses differ by nothing but the length of a slug."""
    alike: dict[Leaf, list[Group]] = defaultdict(list)
    for group in groups:
        alike[Leaf(group.leaf.part.replace(TITLE, NAME), group.leaf.parameters)].append(group)
    return [members[0] if len(members) == 1 else _one_of(members) for members in alike.values()]


def _one_of(groups: list[Group]) -> Group:
    """Return several groups as one, whose slugs may be of any length."""
    leaf = Leaf(groups[0].leaf.part.replace(TITLE, WORDS).replace(NAME, WORDS), groups[0].leaf.parameters)
    addresses = tuple(address for group in groups for address in group.addresses)
    return Group(leaf, addresses, tuple(one for group in groups for one in group.visits))


def pattern_for(group: Group, host: str) -> str:
    """Return the pattern of a group's articles, with what identifies each as its ``key``."""
    if group.leaf.parameters:
        return _pattern_of_query(group, host)
    addresses = [one.address for one in group.articles]
    last = group.leaf.part
    shapes = [(*shape_of(address).segments[:-1], last) for address in addresses]
    if DIGITS in last and _identifies(_key(pattern_of(last, key=True)), group):
        return f"^https://{host}/{_folders(shapes)}{pattern_of(last, key=True)}$"
    place = _number_before(shapes)
    if place and not _are_dates(addresses, place) and _identifies(lambda address: _segment(address, place), group):
        inner = "/".join(pattern_of(part, key=number == place) for number, part in enumerate(shapes[0][place:], start=place))
        return f"^https://{host}/{_folders([segments[: place + 1] for segments in shapes])}{inner}$"
    if (
        last in (TITLE, NAME, WORDS)
        and len(addresses) >= MANY_NUMBERED
        and all(NUMBER_BEHIND.search(address) for address in addresses)
    ):
        numbered = r"[^/?]+[-_](?P<key>\d+)"
        if _identifies(_key(numbered), group):
            return f"^https://{host}/{_folders(shapes)}{numbered}$"
    if _identifies(_key(pattern_of(last, key=True)), group):
        return f"^https://{host}/{_folders(shapes)}{pattern_of(last, key=True)}$"
    return f"^https://{host}/(?P<key>{_folders(shapes)}{pattern_of(last)})$"


def doubles(group: Group, pattern: str) -> list[str]:
    """Return addresses not yet asked for to which ``pattern`` gives the key of another: twins, or a key that is none."""
    visited = {one.address for one in group.visits}
    by_key: dict[str, list[str]] = defaultdict(list)
    for address in group.addresses:
        if found := re.search(pattern, address, re.IGNORECASE):
            by_key[found["key"]].append(address)
    pairs = (members[:2] for members in by_key.values() if len(members) > 1)
    return [address for pair in pairs for address in pair if address not in visited]


def _key(pattern: str) -> Key:
    """Return the reader of the key that ``pattern`` marks in the end of an address."""
    compiled = re.compile(f"{pattern}$", re.IGNORECASE)

    def read(address: str) -> str | None:
        found = compiled.search(address)
        return found["key"] if found else None

    return read


def _identifies(key: Key, group: Group) -> bool:
    """Say whether every article of ``group`` has a ``key``, and different ones never the same."""
    headlines: dict[str, set[str]] = defaultdict(set)
    for one in group.articles:
        value = key(one.address)
        if value is None or one.article is None:
            return False
        headlines[value].add(one.article.headline)
    if all(YEAR.fullmatch(value) for value in headlines):
        return False
    return all(len(same) == 1 for same in headlines.values()) and (len(headlines) > 1 or len(group.articles) == 1)


def _number_before(shapes: list[tuple[str, ...]]) -> int:
    """Return the place, counted back from the end, of a segment that is a number in all of ``shapes``; 0 for none."""
    depth = min(len(segments) for segments in shapes)
    places = (place for place in range(-2, -depth - 1, -1) if all(DIGITS in segments[place] for segments in shapes))
    same = (place for place in places if len({segments[place:] for segments in shapes}) == 1)
    return next(same, 0)


def _are_dates(addresses: Iterable[str], place: int) -> bool:
    """Say whether one segment of all ``addresses`` is a day, a month or a year."""
    return all(DATED.fullmatch(_segment(address, place) or "") for address in addresses)


def _segment(address: str, place: int) -> str | None:
    """Return one segment of the path of an address."""
    segments = [text for text in urlsplit(address).path.split("/") if text]
    return segments[place] if len(segments) >= -place else None


def _folders(shapes: list[tuple[str, ...]]) -> str:
    """Return the pattern of the folders before the last segment of ``shapes``, with what systems write in all of them.

    Where some of them begin with a language, that is the part of the key: each edition may count by itself.
    """
    languages = {segments[0] for segments in shapes if len(segments) > 1 and segments[0] in LANGUAGES}
    spoken = [bool(languages) and segments[0] in languages for segments in shapes]
    if languages and (len(languages) > 1 or not all(spoken)):
        part = f"(?P<part>{'|'.join(sorted(languages))})/"
        without = [segments[spoken[place] :] for place, segments in enumerate(shapes)]
        return (part if all(spoken) else f"(?:{part})?") + _folders(without)
    folders = [segments[:-1] for segments in shapes]
    least, most = min(map(len, folders)), max(map(len, folders))
    fixed = 0
    while fixed < least and folders[0][fixed] in FIXED and all(one[fixed] == folders[0][fixed] for one in folders):
        fixed += 1
    written = "".join(f"{escaped(part)}/" for part in folders[0][:fixed])
    return written + _repeated(least - fixed, most - fixed)


def _repeated(least: int, most: int) -> str:
    """Return the pattern of so many folders."""
    if most == 0:
        return ""
    times = (
        ""
        if least == most == 1
        else "?"
        if (least, most) == (0, 1)
        else f"{{{least}}}"
        if least == most
        else f"{{{least},{most}}}"
    )
    return f"(?:[^/?]+/){times}"


def _pattern_of_query(group: Group, host: str) -> str:
    """Return the pattern of articles whose number, or name, is a parameter."""
    shapes = [shape_of(one.address).segments for one in group.articles]
    path = f"{_folders(shapes)}{pattern_of(shapes[0][-1])}" if shapes[0] else ""
    for name in sorted(group.leaf.parameters, key=lambda name: _likelihood(name, group.addresses)):
        if _identifies(_key(rf"[?&]{escaped(name)}=(?P<key>[^&]+)(?:&.*)?"), group):
            return rf"^https://{host}/{path}\?(?:.*&)?{escaped(name)}=(?P<key>[^&]+)(?:&|$)"
    return f"^https://{host}/(?P<key>{path}\\?.+)$"


def _likelihood(name: str, addresses: Iterable[str]) -> tuple[bool, int, bool, str]:
    """Return the order of parameters as identifiers: no place, of most different values, called one."""
    value = re.compile(rf"[?&]{escaped(name)}=([^&]*)")
    values = {found[1] for address in addresses if (found := value.search(address))}
    return bool(PLACES.fullmatch(name)), -len(values), not name.lower().endswith("id"), name
