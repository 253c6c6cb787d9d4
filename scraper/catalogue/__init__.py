"""The catalogue: the one place of truth on addresses, articles and their versions, changes and runs."""

from scraper.catalogue.addresses import Address, FoundAddress
from scraper.catalogue.answers import Fetch
from scraper.catalogue.articles import Count
from scraper.catalogue.catalogue import Catalogue, open_catalogue, read_catalogue
from scraper.catalogue.changes import Change
from scraper.catalogue.drafts import Outcome
from scraper.catalogue.frontier import Frontier
from scraper.catalogue.runs import Run
from scraper.catalogue.tables import AddressState, ChangeKind

__all__ = [
    "Address",
    "AddressState",
    "Catalogue",
    "Change",
    "ChangeKind",
    "Count",
    "Fetch",
    "FoundAddress",
    "Frontier",
    "Outcome",
    "Run",
    "open_catalogue",
    "read_catalogue",
]
