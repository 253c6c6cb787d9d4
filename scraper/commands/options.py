"""Options that several commands take, and what they choose."""

from pathlib import Path
from typing import Annotated

import typer

from scraper.captures import Recording
from scraper.errors import UsageError, nearest
from scraper.site import Site

OUTPUT = Path("output")

Output = Annotated[Path, typer.Option("--output", envvar="VUSTA_OUTPUT", help="Folder of the archive.")]
Sites = Annotated[
    Path | None, typer.Option("--sites", envvar="VUSTA_SITES", help="Folder of definitions beside the shipped ones.")
]
Replay = Annotated[list[Path] | None, typer.Option(help="WARC that answers in place of the network; may be repeated.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]


def folder_of(path: Path | None) -> Path | None:
    """Return the folder of definitions; raises UsageError where it is none."""
    if path and not path.is_dir():
        raise UsageError(f"{path}: no such folder of definitions")
    return path


def chosen_sites(known: dict[str, Site], names: list[str], every: bool, recording: Recording | None) -> list[Site]:
    """Return the sites that are meant: those named, all, or those that the recording holds. Raises UsageError."""
    for name in names:
        if name not in known:
            raise UsageError(f"unknown site {name!r}{nearest(name, known)}; `vusta sites` lists them")
        if not known[name].hosts:
            raise UsageError(f"{name}: no address of this site is known")
    if names:
        return [known[name] for name in dict.fromkeys(names)]
    if every:
        return [site for site in known.values() if site.hosts]
    if recording is not None:
        held = [site for site in known.values() if any(site.holds(f"https://{host}/") for host in recording.hosts)]
        if not held:
            raise UsageError("no definition fits these recordings; name a folder of definitions with --sites")
        return held
    raise UsageError("name the sites to crawl, or say --all; `vusta sites` lists them")
