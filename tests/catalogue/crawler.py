"""A crawl in a process of its own, to be killed: walks a made-up site and keeps what it reads as a real one does.

``python crawler.py FOLDER ARTICLES`` prints each address when it asks for it, once it was told to by a line on its input. What
is captured is buffered and reaches ``FOLDER/captures`` only when the catalogue asks for that.
"""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from scraper.article import Article, ReadBy, article_id
from scraper.catalogue import Address, AddressState, Catalogue, Fetch, FoundAddress, Frontier, open_catalogue
from scraper.site import Kind

HOST = "https://lamgiang.example.vn"
PER_LISTING = 20


def found(path: str, kind: Kind) -> FoundAddress:
    """Return an address of the made-up site."""
    return FoundAddress(f"{HOST}/{path}", f"{HOST}/{path}", kind)


def links(address: Address, articles: int) -> list[FoundAddress]:
    """Return what a listing names: its articles and the next listing."""
    page = int(address.canonical.rsplit("/", 1)[1])
    first, last = page * PER_LISTING, min((page + 1) * PER_LISTING, articles)
    further = [found(f"trang/{page + 1}", Kind.LISTING)] if last < articles else []
    return [*further, *(found(f"tin/{number}", Kind.ARTICLE) for number in range(first, last))]


def read(address: Address) -> Article:
    """Return the article at an address."""
    key = address.canonical.rsplit("/", 1)[1]
    told = {"headline": f"Tin số {key}", "blocks": (), "article_body": "", "read_by": ReadBy(extractor="1")}
    place = {"url": address.url, "canonical_url": address.canonical, "site": "lam_giang", "organisation": "Lam Giang"}
    return Article.model_validate({"id": article_id("lam_giang", key), **place, **told})


def fetch(catalogue: Catalogue, frontier: Frontier, address: Address, articles: int) -> None:
    """Do with one address what a crawl does."""
    now = datetime.now(UTC)
    article = None
    if address.kind is Kind.LISTING:
        frontier.discover(links(address, articles), now)
    else:
        article = read(address)
        catalogue.put(article, now)
    frontier.done(address, Fetch(AddressState.DONE, now, now + timedelta(days=1), 200), article and article.id)


def crawl(folder: Path, articles: int) -> None:
    """Crawl until nothing is left."""
    with open_catalogue(folder) as catalogue, (folder / "captures").open("a", buffering=1 << 20) as captures:
        catalogue.before_commit.append(captures.flush)
        catalogue.batch.size = 12
        run = catalogue.begin_run("lam_giang", datetime.now(UTC))
        frontier = catalogue.frontier(run)
        frontier.discover([found("trang/0", Kind.LISTING)], datetime.now(UTC))
        while taken := frontier.take(7, datetime.now(UTC)):
            for address in taken:
                sys.stdin.readline()
                print(address.canonical, flush=True)
                captures.write(f"{address.canonical}\n")
                fetch(catalogue, frontier, address, articles)
                catalogue.commit_when_full()
        catalogue.finish_run(run, datetime.now(UTC), "finished", {})


if __name__ == "__main__":
    crawl(Path(sys.argv[1]), int(sys.argv[2]))
