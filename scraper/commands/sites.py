"""``vusta sites`` and ``vusta probe``: what is known of the sites, whether it holds, and what a new one needs."""

import re
from pathlib import Path
from typing import Annotated

import typer

from scraper import terminal, urls
from scraper.captures import Recording
from scraper.checks import check_sites
from scraper.commands.options import OUTPUT, AsJson, Output, Replay, Sites, chosen_sites, folder_of
from scraper.crawling.asking import Task, inquire
from scraper.definitions import load_platforms, load_signs
from scraper.errors import UsageError
from scraper.files import make_folder, write_text
from scraper.probing import Ask, LiveCheck, Probe, check_live, name_of, probe
from scraper.site import Site
from spiders.loader import platform_folders, shipped_and

SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?!\d)", re.IGNORECASE)
"""How an address begins that says how to ask for it; ``a.vn:8080`` does not."""

STOPPED = 130
"""Exit status of a command that the user stopped."""


def sites(
    action: Annotated[str | None, typer.Argument(metavar="[check]", help="Check the definitions.")] = None,
    names: Annotated[list[str] | None, typer.Argument(metavar="[SITE...]", help="Sites to ask; all, if none is named.")] = None,
    live: Annotated[bool, typer.Option("--live", help="Ask the sites themselves whether their definitions still fit.")] = False,
    replay: Replay = None,
    as_json: AsJson = False,
    output: Output = OUTPUT,  # noqa: ARG001  (every command takes it)
    sites: Sites = None,
) -> None:
    """List the sites, check their definitions, or hold these against the sites themselves."""
    known = shipped_and(folder_of(sites))
    if action not in (None, "check"):
        raise UsageError(f"sites {action}: no such action (did you mean 'check'?)")
    if live and action is None:
        raise UsageError("sites --live: say what is to be done, as in 'vusta sites check --live'")
    if not live and (names or replay or as_json):
        raise UsageError("sites: names of sites, --replay and --json go with 'check --live'")
    if live:
        _hold_against_sites(known, names or [], Recording(replay) if replay else None, as_json)
    elif action:
        _check(known)
    else:
        terminal.print_sites(known.values())


def propose(
    url: Annotated[str, typer.Argument(metavar="URL", help="Home page of a site that has no definition yet.")],
    name: Annotated[str | None, typer.Option(help="Name of the definition; made from the host, if not given.")] = None,
    write: Annotated[Path | None, typer.Option(metavar="DIR", help="Write it to this folder, as NAME.toml.")] = None,
    replay: Replay = None,
    output: Output = OUTPUT,  # noqa: ARG001  (every command takes it)
    sites: Sites = None,
) -> None:
    """Look at a site and propose its definition; exit with 1 where that is not good enough to crawl with."""
    terminal.keep_quiet()
    home = urls.absolute(url, url if SCHEME.match(url) else f"https://{url}")
    called = name or name_of(home)
    path = _place_for(called, write) if write else None
    folder = folder_of(sites)
    known, platforms = shipped_and(folder), platform_folders(folder)
    found: list[Probe] = []

    async def look(ask: Ask) -> None:
        owner = owner_in(known[called]) if called in known else None
        found.append(await probe(home, ask, load_platforms(platforms), load_signs(platforms), owner))

    with terminal.waiting(f"Looking at {home} ..."):
        inquire([(None, look)], Recording(replay) if replay else None)
    if not found:
        raise typer.Exit(STOPPED)
    terminal.print_probe(found[0])
    if path:
        write_text(path, found[0].text)
        terminal.err.print(f"Written to {path}.")
    else:
        print(found[0].text, end="")
    for problem in found[0].problems:
        terminal.fail(problem)
    raise typer.Exit(1 if found[0].problems else 0)


def _place_for(name: str, folder: Path) -> Path:
    """Return the file for the definition ``name``, its folder made; raises UsageError where it cannot stand there."""
    if not re.fullmatch("[a-z0-9_]+", name):
        raise UsageError(f"--name {name}: must be ASCII snake case, as in cao_bang")
    path = folder / f"{name}.toml"
    if path.exists():
        raise UsageError(f"{path}: exists already; give another --name, or remove it")
    make_folder(folder)
    return path


def owner_in(site: Site) -> dict[str, str | tuple[str, ...]]:
    """Return the keys of a definition that say whose site it is."""
    keys = site.model_dump(include={"organisation", "province", "province_2025", "predecessors"})
    return {name: tuple(value) if isinstance(value, list | tuple) else value for name, value in keys.items() if value}


def _check(known: dict[str, Site]) -> None:
    """Print what is wrong with the definitions; exit with 2 where something is."""
    problems = check_sites(known.values())
    for problem in problems:
        terminal.fail(problem)
    print(f"{len(known)} definitions, {len(problems)} problems")
    raise typer.Exit(2 if problems else 0)


def _hold_against_sites(known: dict[str, Site], names: list[str], recording: Recording | None, as_json: bool) -> None:
    """Ask the sites whether their definitions still fit and print a line each; exit with 1 where one does not."""
    terminal.keep_quiet()
    checks: list[LiveCheck] = []

    def task(site: Site) -> Task:
        async def run(ask: Ask) -> None:
            checks.append(await check_live(site, ask))
            terminal.print_live(checks[-1], as_json)

        return run

    chosen = chosen_sites(known, names, every=not names and recording is None, recording=recording)
    inquire([(site, task(site)) for site in chosen], recording)
    raise typer.Exit(1 if any(check.problems for check in checks) else 0)
