"""The live check: whether a definition still fits its site, in a dozen requests."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import nlargest
from itertools import islice

from scraper import urls
from scraper.article import Article, iso
from scraper.links import hrefs_in_xml
from scraper.probing.answers import Answer, Ask, follow
from scraper.probing.visits import Visit, visit
from scraper.site import Kind, Site

MOST_STARTS, MOST_READ = 4, 3
"""Start pages that are asked for at most, and articles until one reads well."""

LISTED = ("feeds", "sitemaps")
"""Keys whose addresses are asked for where nobody has seen them."""


@dataclass
class LiveCheck:
    """How a definition and its site fit each other."""

    site: str
    """Name of the site."""
    home: str = ""
    """What came of asking for its home page: ``status 200``, ``no such host``."""
    robots: str = ""
    """What came of asking for its robots.txt."""
    starts: dict[str, int] = field(default_factory=dict)
    """Start pages to the number of articles, by their addresses, that they link to; -1 for one that is no page."""
    article: Article | None = None
    """An article that was read at an address that the definition calls one's."""
    tried: list[str] = field(default_factory=list)
    """Addresses of articles that were asked for, with what came of it."""
    unseen: dict[str, str] = field(default_factory=dict)
    """Keys nobody had seen to what the site says of them: ``proven``, ``wrong`` or ``open``."""

    def to_json(self) -> dict[str, object]:
        """Return it as JSON takes it."""
        article = self.article and {
            "url": self.article.url,
            "headline": self.article.headline,
            "date_published": iso(self.article.date_published),
        }
        return {
            "site": self.site,
            "fits": not self.problems,
            "problems": self.problems,
            "notes": self.notes,
            "home": self.home,
            "robots": self.robots,
            "starts": self.starts,
            "article": article,
            "unseen": self.unseen,
        }

    @property
    def problems(self) -> list[str]:
        """What is wrong, each in a few words; empty where the site can be crawled."""
        return list(self._problems())

    def _problems(self) -> Iterator[str]:
        """Yield what is wrong."""
        if self.home != "status 200":
            yield f"home page: {self.home}"
            return
        if not any(number >= 0 for number in self.starts.values()):
            yield "no start page answers"
        elif not any(number > 0 for number in self.starts.values()):
            yield "no start page links to an article by article_url"
        elif self.article is None:
            yield f"no article reads well: {'; '.join(self.tried)}"
        elif self.article.date_published is None:
            yield "the article read has no date"
        yield from (f"{key} is wrong" for key, told in self.unseen.items() if told == "wrong" and key not in LISTED)

    @property
    def notes(self) -> list[str]:
        """What is worth knowing and no hindrance."""
        dead = [url for url, number in self.starts.items() if number < 1]
        told = [f"{key} {word}" for key, word in self.unseen.items()]
        doubts = [f"doubts: {', '.join(self.article.read_by.doubts)}"] if self.article and self.article.read_by.doubts else []
        return [*(f"{url} lists nothing" for url in dead), *told, *doubts]


async def check_live(site: Site, ask: Ask) -> LiveCheck:
    """Return how ``site`` and its definition fit each other."""
    check = LiveCheck(site.name)
    home = await follow(ask, site.hosts[0])
    check.home = home.outcome if site.holds(home.url) or not home.is_page else f"leads to {home.url}"
    check.robots = (await follow(ask, urls.absolute(site.hosts[0], "/robots.txt"))).outcome
    if check.home != "status 200":
        return check
    found: dict[str, str] = {}
    for url in islice(site.start_urls, MOST_STARTS):
        answer = home if site.canonical(url) == site.canonical(site.hosts[0]) else await follow(ask, url)
        articles = _articles(visit(site.canonical(url), answer, site), site)
        check.starts[url] = len(articles) if answer.is_page else -1
        found |= articles
    for url in nlargest(MOST_READ, found.values(), key=len):  # the names of sections are short
        one = visit(site.canonical(url), await follow(ask, url), site)
        check.tried.append(f"{url} {one.verdict}")
        check.article = check.article or one.article
        if one.article and one.article.date_published:
            check.article = one.article
            break
    check.unseen = {key: await _told(key, site, check, ask) for key in site.unseen}
    check.unseen |= {f"{key} of {generation.name}": "open" for generation in site.generations for key in generation.unseen}
    return check


def _articles(page: Visit, site: Site) -> dict[str, str]:
    """Return the addresses of articles that ``page`` links to, canonical and as written."""
    return {site.canonical(url): url for url in page.links if site.kind_of(url) is Kind.ARTICLE}


async def _told(key: str, site: Site, check: LiveCheck, ask: Ask) -> str:
    """Return what the site says of a key that nobody had seen."""
    if key in LISTED:
        answers = [await follow(ask, url) for url in site.resolved(getattr(site, key))]
        return "proven" if any(map(_is_list, answers)) else "wrong"
    if key == "start":
        return "proven" if any(number > 0 for number in check.starts.values()) else "wrong"
    if key == "article_url":
        return "proven" if check.article else "open"
    return "proven" if key == "hosts" else "open"


def _is_list(answer: Answer) -> bool:
    """Say whether an answer is a feed or sitemap that names something."""
    return answer.is_page and any(hrefs_in_xml(answer.body))
