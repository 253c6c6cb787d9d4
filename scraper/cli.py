"""The ``vusta`` command. Exit status: 0 done, 1 some site failed, 2 misused or could not run."""

import json
import sys
from contextlib import closing
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from scraper import demo as demonstration
from scraper import explain, inputs, terminal
from scraper.article import Article
from scraper.captures import Recording
from scraper.cases import add_case, renew_case
from scraper.catalogue import read_catalogue
from scraper.commands.options import OUTPUT, AsJson, Output, Replay, Sites, chosen_sites, folder_of
from scraper.commands.report import report
from scraper.commands.sites import propose
from scraper.commands.sites import sites as show_sites
from scraper.crawling.run import SiteResult, crawl_sites
from scraper.crawling.site_crawl import Limits
from scraper.errors import UsageError, VustaError
from scraper.publishing.dump import write_dump
from scraper.site import Site
from spiders import PLATFORMS
from spiders.loader import shipped_and, spider_class

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=__doc__)
app.command(name="sites")(show_sites)
app.command(name="probe")(propose)
app.command(name="report")(report)


@app.command()
def crawl(
    names: Annotated[list[str] | None, typer.Argument(metavar="SITE...", help="Sites to read.")] = None,
    every: Annotated[bool, typer.Option("--all", help="Read every site.")] = False,
    replay: Replay = None,
    full: Annotated[bool, typer.Option("--full", help="Ask for every known address again.")] = False,
    since: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Keep articles from this day on.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Stop a site after so many articles.")] = None,
    verbose: Annotated[bool, typer.Option("--verbose", help="Scrapy's own log too.")] = False,
    output: Output = OUTPUT,
    sites: Sites = None,
) -> None:
    """Read sites into the archive."""
    terminal.set_up_logging(verbose)
    known = shipped_and(folder_of(sites))
    recording = Recording(replay) if replay else None
    chosen = chosen_sites(known, names or [], every, recording)
    limits = Limits(limit, since.date() if since else None, full)
    _finish(_crawl(chosen, output, recording, limits))


@app.command()
def extract(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="HTML pages or WARCs.")],
    url: Annotated[
        str | None, typer.Option(help="Address that an HTML page was served at, or of the page of a WARC to explain.")
    ] = None,
    as_explained: Annotated[bool, typer.Option("--explain", help="Show what each line was taken as, and why.")] = False,
    html: Annotated[Path | None, typer.Option(help="Write that as a page to this file; implies --explain.")] = None,
    output: Output = OUTPUT,  # noqa: ARG001  (every command takes it)
    sites: Sites = None,
) -> None:
    """Read pages and print one record a line, or what each line of a page was taken as."""
    known = shipped_and(folder_of(sites))
    warcs = {path for path in files if inputs.is_warc(path)}
    for path in warcs:
        inputs.check_warc(path)
    if as_explained or html:
        _explain(files, warcs, url, html, known)
        return
    for path in files:
        found = inputs.articles_in_warc(path, known) if path in warcs else [inputs.article_in_file(path, url, known)]
        for article in found:
            print(article.model_dump_json())


@app.command()
def show(
    wanted: Annotated[str, typer.Argument(metavar="ID|URL", help="Identifier, the start of its UUID, or an address.")],
    history: Annotated[bool, typer.Option("--history", help="Every version, oldest first.")] = False,
    as_json: AsJson = False,
    output: Output = OUTPUT,
    sites: Sites = None,  # noqa: ARG001  (every command takes it)
) -> None:
    """Print one article."""
    with closing(read_catalogue(output)) as catalogue:
        found = catalogue.find(wanted)
        if not found:
            raise UsageError(f"{wanted}: no such article in {output}")
        for article in catalogue.history(found[0].id) if history and len(found) == 1 else found:
            if as_json:
                print(article.model_dump_json())
            else:
                others = [address.url for address in catalogue.addresses.of_article(article.id)]
                terminal.print_record(article, [url for url in others if url != article.url])


@app.command()
def changes(
    after: Annotated[int, typer.Option(min=0, help="Only changes behind this number.")] = 0,
    as_json: AsJson = False,
    output: Output = OUTPUT,
    sites: Sites = None,  # noqa: ARG001  (every command takes it)
) -> None:
    """Print the change log: what became of every article."""
    with closing(read_catalogue(output)) as catalogue:
        for change in catalogue.changes(after):
            if as_json:
                print(json.dumps(asdict(change), default=datetime.isoformat, ensure_ascii=False))
            else:
                print(change.seq, f"{change.moment:%Y-%m-%d %H:%M}", change.kind, f"v{change.version}", change.url, change.id)


@app.command()
def schema(output: Output = OUTPUT, sites: Sites = None) -> None:  # noqa: ARG001  (every command takes them)
    """Print the JSON Schema of a record."""
    print(json.dumps(article_schema(), ensure_ascii=False, indent=2))


@app.command()
def dump(output: Output = OUTPUT, sites: Sites = None) -> None:  # noqa: ARG001  (every command takes them)
    """Write every record to the dump: JSON lines by site and month."""
    with closing(read_catalogue(output)) as catalogue:
        done = write_dump(catalogue, output)
    print(f"{done.records} records in {done.files} files under {output / 'dump'}")


@app.command(name="case")
def save_case(
    page: Annotated[Path, typer.Argument(metavar="PAGE|WARC", help="Page to save, or a saved one to read anew.")],
    url: Annotated[str | None, typer.Option(help="Address that the page was served at; makes it a new case.")] = None,
    name: Annotated[str | None, typer.Option(help="What the case shows, in a few words joined by '-'.")] = None,
    into: Annotated[Path, typer.Option(help="Folder of the cases.")] = Path("tests/pages"),
    output: Output = OUTPUT,  # noqa: ARG001  (every command takes it)
    sites: Sites = None,
) -> None:
    """Save a page with the record expected of it, which fails the tests until a person has reviewed it."""
    known = shipped_and(folder_of(sites))
    if url:
        page = add_case(page, url, name, into, known)
    elif page.with_suffix(".json").exists():
        changes = renew_case(page, known)
        print(*changes or [f"{page}: is read as before"], sep="\n")
        if not changes:
            return
    else:
        raise UsageError(f"{page}: no case yet; give the address that it was served at with --url")
    print(f'Compare {page.with_suffix(".json")} with {page.name}, correct it, and set "reviewed" to true.')


@app.command()
def demo(output: Output = OUTPUT, sites: Sites = None) -> None:  # noqa: ARG001  (every command takes them)
    """Crawl the three recorded sites that come with the program, and show what was found."""
    terminal.set_up_logging(verbose=False)
    known = demonstration.sites(PLATFORMS)
    results = _crawl(list(known.values()), output, Recording(demonstration.recordings()), Limits(everything=True))
    with closing(read_catalogue(output)) as catalogue:
        samples = [max(catalogue.articles(name), key=lambda article: len(article.images)) for name in known]
        terminal.print_demo(samples, sum(count.standing for count in catalogue.counts().values()))
    _finish(results)


def _explain(files: list[Path], warcs: set[Path], url: str | None, html: Path | None, known: dict[str, Site]) -> None:
    """Show what each line of the pages was taken as; write it to ``html`` where that is given. Raises UsageError."""
    if html and len(files) > 1:
        raise UsageError(f"--html {html}: shows one page, and {len(files)} files are given; name one of them")
    if html and html.resolve() == files[0].resolve():
        raise UsageError(f"--html {html}: is the page itself; name another file")
    readers = [inputs.evidence_in_warc if path in warcs else inputs.evidence_in_file for path in files]
    found = [read(path, url, known) for read, path in zip(readers, files, strict=True)]
    if html:
        explain.write_page(found[0], html)
    for evidence in found:
        explain.print_evidence(evidence, terminal.out)


def article_schema() -> dict[str, object]:
    """Return the JSON Schema (2020-12) of a record."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Article.model_json_schema(mode="serialization")}


def _crawl(chosen: list[Site], output: Path, recording: Recording | None, limits: Limits) -> list[SiteResult]:
    """Crawl the sites and write the dump."""
    results = crawl_sites([spider_class(site) for site in chosen], output, recording, limits, terminal.progress)
    with closing(read_catalogue(output)) as catalogue:
        write_dump(catalogue, output)
    return results


def _finish(results: list[SiteResult]) -> None:
    """Print how the crawls ended; exit with 1 where one failed."""
    terminal.print_results(results)
    if not all(result.is_sound for result in results):
        raise typer.Exit(1)


def main() -> None:
    """Run the command; what the user can mend is one line on stderr and exit status 2."""
    try:
        app()
    except VustaError as error:
        terminal.fail(error)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
