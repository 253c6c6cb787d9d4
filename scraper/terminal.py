"""What commands print: tables, records, progress. Data goes to stdout, everything else to stderr."""

import json
import logging
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from threading import Event, Thread
from time import monotonic

from rich.console import Console
from rich.live import Live
from rich.logging import RichHandler
from rich.markup import escape
from rich.table import Table

from scraper.article import Article, iso
from scraper.crawling.run import Job, SiteResult
from scraper.probing import LiveCheck, Probe
from scraper.site import Site

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False)

QUIET = ("scrapy", "twisted", "py.warnings", "charset_normalizer")
log = logging.getLogger("vusta")

LOG_EVERY = 30.0
"""Seconds between two lines about a site in a log."""

EXCERPT = 280
"""Characters of text shown of a record."""

NEXT = (
    ("vusta changes", "what became of every article"),
    ("vusta show {id}", "one record; --json for all of it, --history for its versions"),
    ("vusta dump", "JSON lines by site and month, in output/dump"),
    ("vusta sites", "the real sites this program knows"),
    ("vusta crawl ho_chi_minh --limit 20", "read one of them (needs the internet)"),
)

COLUMNS = (("pages", "page/2xx"), ("new", "article/new"), ("changed", "article/changed"), ("unchanged", "article/unchanged"))


def set_up_logging(verbose: bool) -> None:
    """Send our own log lines to stderr, and Scrapy's too where they are asked for."""
    plain = logging.StreamHandler()
    plain.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler = RichHandler(console=err, show_path=False) if err.is_terminal else plain
    if not verbose:
        handler.addFilter(lambda record: not record.name.startswith(QUIET) or record.levelno >= logging.ERROR)
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)


@contextmanager
def waiting(what: str) -> Iterator[None]:
    """Say what is under way while the block runs, on a terminal."""
    if err.is_terminal:
        with err.status(what):
            yield
    else:
        yield


def keep_quiet() -> None:
    """Log nothing: the command itself tells what went wrong."""
    logging.basicConfig(handlers=[logging.NullHandler()], force=True)


def results_table(results: Iterable[SiteResult], seconds: float | None = None) -> Table:
    """Return how the crawls stand, a row a site."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("site")
    for name in (*(column for column, _ in COLUMNS), "failed", *(["pages/s"] if seconds else [])):
        table.add_column(name, justify="right")
    table.add_column("state")
    for result in results:
        numbers = [str(result.counts.get(key, 0)) for _, key in COLUMNS]
        rate = [f"{result.counts.get('page/2xx', 0) / seconds:.1f}"] if seconds else []
        table.add_row(result.site, *numbers, str(result.failed), *rate, result.state)
    return table


@contextmanager
def progress(jobs: Sequence[Job]) -> Iterator[None]:
    """Show how ``jobs`` stand while the block runs: a table on a terminal, a line a site now and then in a log."""
    with _live(jobs) if err.is_terminal else _logged(jobs):
        yield


@contextmanager
def _live(jobs: Sequence[Job]) -> Iterator[None]:
    """Keep a table of ``jobs`` up to date."""
    start = monotonic()

    def shown() -> Table:
        return results_table([job.result() for job in jobs], max(monotonic() - start, 0.1))

    with Live(get_renderable=shown, console=err, refresh_per_second=2, transient=True):
        yield


@contextmanager
def _logged(jobs: Sequence[Job]) -> Iterator[None]:
    """Write a line for each of ``jobs`` at the beginning and every ``LOG_EVERY`` seconds."""
    stop = Event()

    def write() -> None:
        while not stop.wait(LOG_EVERY):
            for job in jobs:
                log.info(log_line(job.result()))

    log.info("crawling %s", ", ".join(job.crawl.site.name for job in jobs))
    writer = Thread(target=write, daemon=True)
    writer.start()
    try:
        yield
    finally:
        stop.set()
        writer.join()


def log_line(result: SiteResult) -> str:
    """Return how one crawl stands, in one line.

    >>> log_line(SiteResult("cao_bang", "running", {"page/2xx": 40, "article/new": 31}, resumed=False))
    'cao_bang: 40 pages, 31 new, 0 changed, 0 unchanged, 0 failed, running'
    """
    numbers = ", ".join(f"{result.counts.get(key, 0)} {name}" for name, key in COLUMNS)
    return f"{result.site}: {numbers}, {result.failed} failed, {result.state}"


def print_results(results: Iterable[SiteResult]) -> None:
    """Print how the crawls ended."""
    err.print(results_table(results))


def print_record(article: Article, others: Sequence[str] = ()) -> None:
    """Print one record as a person reads it, and the ``others`` of its addresses."""
    out.print(f"[bold]{escape(article.headline)}[/]")
    who = ", ".join(article.authors) or "no author named"
    when = iso(article.date_published) or "undated"
    out.print(f"{when} · {escape(who)}" + (f" · Nguồn: {escape(article.source)}" if article.source else ""), style="cyan")
    for doubt in article.read_by.doubts:
        out.print(f"  [bold red]doubt[/] {escape(doubt)}")
    text = article.article_body
    shown = text if len(text) <= EXCERPT else f"{text[:EXCERPT].rsplit(' ', 1)[0]} …"
    for paragraph in shown.split("\n\n"):
        print(textwrap.fill(paragraph, out.width - 2, initial_indent="  ", subsequent_indent="  "))
    for image in article.images:
        out.print(f"  [dim]picture[/] {escape(image.caption or image.url)}")
    for file in article.attachments:
        out.print(f"  [dim]file[/]    {escape(file.name)}")
    for url in others:
        out.print(f"  [dim]also at[/] {escape(url)}")
    out.print(f"  [dim]{article.url}\n  {article.id}[/]\n")


def fail(problem: object) -> None:
    """Print what went wrong: one line."""
    print(f"vusta: {' '.join(str(problem).split())}", file=sys.stderr)


def print_sites(sites: Iterable[Site]) -> None:
    """Print the definitions, a row each."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("site", "status", "platform", "host", "organisation", "to be found out"):
        table.add_column(name, overflow="fold", no_wrap=name in ("site", "status"))
    for site in sites:
        host, platform = next(iter(site.hosts), "-"), site.platform or ("own" if site.hosts else "-")
        table.add_row(site.name, site.status, platform, host, site.organisation, ", ".join(missing_in(site)))
    out.print(table)


def missing_in(site: Site) -> list[str]:
    """Return what is not known of a site.

    >>> missing_in(Site(name="a", organisation="A", status="unknown")), missing_in(Site(name="b", organisation="B", hosts=("http://b.vn",)))
    (['its address'], [])
    """
    if not site.hosts:
        return ["its address"]
    earlier = [f"{key} of {generation.name}" for generation in site.generations for key in generation.unseen]
    return [*site.unseen, *earlier]


def print_demo(samples: Sequence[Article], number: int) -> None:
    """Print some records of the demo, and what to type next."""
    for article in samples:
        print_record(article)
    out.print(f"[bold]{number} articles are in the archive.[/] Go on with:")
    for command, meaning in NEXT:
        typed = command.format(id=samples[0].id.removeprefix("urn:uuid:")[:8])
        out.print(f"  .venv/bin/{typed:<38} [dim]{meaning}[/]")
    out.print()


def print_probe(found: Probe) -> None:
    """Print the articles that a probe read, and what it saw of the site."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("date", no_wrap=True)
    for name in ("headline", "key", "doubts"):
        table.add_column(name, overflow="fold")
    for article, key in found.samples:
        day, doubts = (iso(article.date_published) or "none")[:10], ", ".join(article.read_by.doubts) or "none"
        table.add_row(day, escape(article.headline), escape(key), doubts)
    err.print(table)
    for line in found.heading():
        err.print(f"[dim]{escape(line)}[/]")


def print_live(check: LiveCheck, as_json: bool) -> None:
    """Print how a definition and its site fit each other: one line."""
    if as_json:
        print(json.dumps(check.to_json(), ensure_ascii=False))
        return
    told = "[bold red]fails[/]" if check.problems else "[green]fits[/] "
    read = f"read “{check.article.headline}”, {iso(check.article.date_published) or 'undated'}" if check.article else ""
    listed = f"{sum(max(0, number) for number in check.starts.values())} articles on {len(check.starts)} start pages"
    parts = check.problems or [f"robots.txt {check.robots}", listed, read]
    out.print(f"{told} {check.site}: {escape('; '.join([*parts, *check.notes]))}")
