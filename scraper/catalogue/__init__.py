"""The catalogue: the one place of truth on addresses, articles and their versions, changes and crawls."""

from scraper.catalogue.addresses import Address, AddressState, Fetch, FoundAddress
from scraper.catalogue.articles import Outcome
from scraper.catalogue.catalogue import Catalogue, open_catalogue
from scraper.catalogue.changes import Change, ChangeKind
from scraper.catalogue.frontier import Frontier
from scraper.catalogue.runs import Run

__all__ = [
    "Address",
    "AddressState",
    "Catalogue",
    "Change",
    "ChangeKind",
    "Fetch",
    "FoundAddress",
    "Frontier",
    "Outcome",
    "Run",
    "open_catalogue",
]
