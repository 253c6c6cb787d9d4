"""Spider loader: a spider for every definition."""

import builtins
import os
from pathlib import Path
from typing import Self

from scrapy import Request, Spider
from scrapy.settings import BaseSettings

from scraper.definitions import load_sites
from scraper.site import Site
from spiders import PLATFORMS, SITES
from spiders.site import SiteSpider


def shipped_and(folder: Path | None) -> dict[str, Site]:
    """Return the definitions in force: the shipped ones, and those in ``folder``, which replace shipped ones of the same name.

    Defaults of further platforms may stand in ``folder``/platforms. Raises DefinitionError.
    """
    return load_sites([SITES, *([folder] if folder else [])], platform_folders(folder))


def platform_folders(folder: Path | None) -> list[Path]:
    """Return the folders of platform defaults: the shipped one, and ``folder``/platforms where there is one."""
    return [PLATFORMS, *([folder / "platforms"] if folder and (folder / "platforms").is_dir() else [])]


def spider_class(site: Site) -> type[SiteSpider]:
    """Return the spider class that reads ``site``."""
    return type(f"{site.name.title().replace('_', '')}Spider", (SiteSpider,), {"name": site.name, "site": site})


class DefinitionLoader:
    """What ``scrapy list`` and ``scrapy crawl`` see."""

    def __init__(self, sites: dict[str, Site]) -> None:
        self.sites = {name: site for name, site in sites.items() if site.hosts}

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> Self:
        """Return a loader for the definitions in force; ``VUSTA_SITES`` names a folder of further ones."""
        folder = settings.get("VUSTA_SITES") or os.environ.get("VUSTA_SITES")
        return cls(shipped_and(Path(folder) if folder else None))

    def load(self, spider_name: str) -> type[Spider]:
        """Return the spider class of that name; raises KeyError."""
        return spider_class(self.sites[spider_name])

    def list(self) -> "builtins.list[str]":
        """Return the names of all sites that can be crawled."""
        return sorted(self.sites)

    def find_by_request(self, request: Request) -> "builtins.list[str]":
        """Return the names of the sites that hold the address of ``request``."""
        return [name for name, site in self.sites.items() if site.holds(request.url)]
