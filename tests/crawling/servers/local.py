"""Sites of our own making behind a local proxy, crawled whole with the real command.

The crawler is told of the proxy as of any other (``http_proxy``). So it meets named hosts, and what it asks of hosts that are
none of the site's is written down too.
"""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from subprocess import CompletedProcess
from typing import ClassVar
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from scraper.article import Article, article_id
from scraper.catalogue import Address, read_catalogue

ROBOTS = "/robots.txt"


@dataclass(frozen=True, slots=True)
class Asked:
    """One request."""

    method: str
    host: str
    path: str
    """Path and query as asked for."""
    body: str = ""

    @property
    def folder(self) -> str:
        """The path without its query."""
        return self.path.partition("?")[0]

    @property
    def query(self) -> dict[str, str]:
        """The parameters of the query."""
        return dict(parse_qsl(self.path.partition("?")[2], keep_blank_values=True))

    @property
    def form(self) -> dict[str, str]:
        """The fields that were posted."""
        return dict(parse_qsl(self.body, keep_blank_values=True))


@dataclass(frozen=True, slots=True)
class Answer:
    """What a site answers."""

    text: str
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "text/html; charset=utf-8"})


NOTHING = Answer("<html><title>404</title><body><h1>Không tìm thấy trang</h1></body></html>", 404)
EVERYONE = Answer("User-agent: *\nDisallow:\n", headers={"Content-Type": "text/plain"})


class LocalSite:
    """A site: what it answers, how it is defined, and which articles it holds."""

    name: str
    """Name of its definition."""
    definition: str
    """Its definition, TOML."""
    articles: ClassVar[dict[str, str]]
    """Key and headline of every article."""

    def answer(self, asked: Asked) -> Answer | None:
        """Return the answer, None where there is no such page."""
        raise NotImplementedError

    def page(self, asked: Asked) -> str:
        """Return what is the same for all spellings of the address of one page: nothing of it may be asked for twice."""
        return asked.host + asked.path


@dataclass(frozen=True)
class Crawled:
    """A site that was crawled."""

    site: LocalSite
    output: Path
    asked: list[Asked]

    @cached_property
    def records(self) -> list[Article]:
        """The articles that the archive holds now."""
        with read_catalogue(self.output) as catalogue:
            return list(catalogue.articles())

    @property
    def stored(self) -> list[tuple[str, str]]:
        """Identifier and headline of every record."""
        return sorted((article.id, article.headline) for article in self.records)

    @property
    def expected(self) -> list[tuple[str, str]]:
        """Identifier and headline of every article of the site."""
        return sorted((article_id(self.site.name, key), headline) for key, headline in self.site.articles.items())

    @property
    def asked_twice(self) -> dict[str, int]:
        """The pages that were asked for more than once."""
        counts = Counter(self.site.page(asked) for asked in self.asked)
        return {page: times for page, times in counts.items() if times > 1}

    def article(self, key: str) -> Article:
        """Return the record of the article under ``key``."""
        return next(article for article in self.records if article.id == article_id(self.site.name, key))

    def addresses(self, key: str) -> list[Address]:
        """Return the addresses that lead to the article under ``key``."""
        with read_catalogue(self.output) as catalogue:
            return catalogue.addresses.of_article(article_id(self.site.name, key))


def crawled(site: LocalSite, folder: Path, vusta: Callable[..., CompletedProcess[str]]) -> Crawled:
    """Crawl ``site`` with the command ``vusta`` into ``folder``/output; again, where it was before."""
    (folder / "sites").mkdir(exist_ok=True)
    (folder / f"sites/{site.name}.toml").write_text(site.definition, "utf-8")
    with served(site) as (proxy, asked):
        arguments = ("crawl", site.name, "--sites", folder / "sites", "--output", folder / "output")
        done = vusta(*arguments, http_proxy=proxy, https_proxy=proxy, no_proxy="")
    assert done.returncode == 0, done.stderr
    return Crawled(site, folder / "output", asked)


@contextmanager
def served(site: LocalSite) -> Iterator[tuple[str, list[Asked]]]:
    """Serve ``site``; gives the address of the proxy, and the requests as they come."""
    asked: list[Asked] = []
    handler = type("Proxy", (_Proxy,), {"site": site, "asked": asked})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()


class _Proxy(BaseHTTPRequestHandler):
    """Answers as a forward proxy."""

    site: LocalSite
    asked: list[Asked]

    def do_GET(self):
        """Answer."""
        parts = urlsplit(self.path)
        path = urlunsplit(("", "", parts.path or "/", parts.query, ""))
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        asked = Asked(self.command, parts.netloc or self.headers["Host"], path, body)
        self.asked.append(asked)
        self.send(self.site.answer(asked) or (EVERYONE if path == ROBOTS else NOTHING))

    def do_POST(self):
        """Answer."""
        self.do_GET()

    def do_CONNECT(self):
        """Write down that an https page was asked for, and refuse: the sites here have none."""
        self.asked.append(Asked(self.command, self.path, ""))
        self.send(Answer("", 502))

    def send(self, answer: Answer) -> None:
        """Write ``answer``."""
        payload = answer.text.encode()
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)

    def log_message(self, *_):
        """Keep quiet."""
