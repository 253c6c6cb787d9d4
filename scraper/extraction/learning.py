"""Learning the template of a site from the pages of its articles, one by one."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from scraper.dates import Votes, order_votes
from scraper.extraction.body import Body
from scraper.extraction.outline import Line, Outline
from scraper.extraction.reading import Reading
from scraper.extraction.template import FEWEST, Template, digest, line_key, signature

ENOUGH = 20
"""Different articles that make a new template as good as any before it."""

MOST = 300
"""Different articles after which no more are looked at."""

SWEEP = 25
"""Articles between two sweeps, which forget the lines that only few pages print: the texts themselves."""

LONGEST_DATED, ABOVE, BELOW = 100, 3, 2
"""Characters of a line whose date is that of a program rather than of a text; how many lines over the headline's end and into
the text it may stand. Clocks in the page's head, which write their dates in their own way, stand further up."""

RARE, SMALL = 0.25, 0.02
"""Shares of the articles below which a line is forgotten, and a container."""


class Learner:
    """Looks at pages of articles and tells what they have in common; goes on from what was ``gathered`` before.

    Its memory holds the lines of ``SWEEP`` pages and those that recur, however many pages it sees.
    """

    def __init__(self, gathered: Template | None = None) -> None:
        self.articles = set(gathered.articles) if gathered else set[str]()
        self.lines = Counter(dict(gathered.lines) if gathered else {})
        self.containers = Counter(dict(gathered.containers) if gathered else {})
        self.votes = gathered.votes if gathered else Votes()

    def look(self, reading: Reading) -> None:
        """Take in the page of one article; one that was taken in before, at this address or another, counts once."""
        key = article_key(reading)
        if reading.body is None or key in self.articles or len(self.articles) >= MOST:
            return
        self.articles.add(key)
        keys = {line_key(line.text) for line in reading.outline.lines if not line.linked}
        self.lines.update(keys - {""})
        self.containers[signature(reading.body.core)] += 1
        seen = order_votes(line.text for line in _date_lines(reading.outline, reading.after, reading.body))
        self.votes = Votes(self.votes.timed + seen.timed, self.votes.untimed + seen.untimed)
        if len(self.articles) % SWEEP == 0:
            self.lines = Counter(self._common(self.lines, RARE))

    def template(self) -> Template:
        """Return what the articles so far have in common."""
        lines, containers = self._common(self.lines, RARE), self._common(self.containers, SMALL)
        return Template(frozenset(self.articles), lines, containers, self.votes)

    def _common(self, counts: Mapping[str, int], share: float) -> dict[str, int]:
        """Return the ``counts`` that reach a share of the articles."""
        return {key: count for key, count in counts.items() if count >= share * len(self.articles)}


def _date_lines(outline: Outline, after: int, body: Body) -> Iterator[Line]:
    """Yield the lines around the headline that the date of the article may stand on."""
    for line in outline.lines[max(0, after - ABOVE) : body.start + BELOW]:
        if len(line.text) <= LONGEST_DATED:
            yield line


def article_key(reading: Reading) -> str:
    """Return what tells the article of a page from others, at whatever address it stands: its headline and its longest line."""
    longest = max((line.text for line in reading.lines), key=len, default="")
    return digest(f"{reading.headline.value if reading.headline else ''}\n{longest}")


@dataclass(frozen=True, slots=True)
class Learned:
    """What is known of a site's pages from one crawl to the next."""

    template: Template = field(default_factory=Template)
    """What pages are read with."""
    gathered: Template = field(default_factory=Template)
    """What the crawls since then saw, none of which saw enough by itself."""

    def after(self, crawl: Template, gathered: Template, lost: bool) -> Self:
        """Return what is known after a crawl that saw ``crawl``, and ``gathered`` together with those before it.

        Either takes the place of the template as a whole, so that nothing stays of a shape that the site has given up: once
        it rests on ``ENOUGH`` articles, or as many as the template, or on few where that is ``lost``.
        """
        enough = min(ENOUGH, max(FEWEST, len(self.template.articles)))
        for seen, least in ((crawl, FEWEST if lost else enough), (gathered, enough)):
            if len(seen.articles) >= least:
                return type(self)(seen)
        return type(self)(self.template, gathered)

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON takes it."""
        return {"template": self.template.to_json(), "gathered": self.gathered.to_json()}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Return what ``data`` holds, as ``to_json`` made it."""
        return cls(Template.from_json(data["template"]), Template.from_json(data["gathered"]))
