"""Vietnamese dates: as pages print them, and as machines write them. Pure: the clock is an argument."""

from scraper.dates.labels import Label
from scraper.dates.machine import read_machine_date
from scraper.dates.order import Votes, order_votes
from scraper.dates.periods import Period, read_period
from scraper.dates.printed import DateMatch, find_dates
from scraper.dates.publication import best, read_date
from scraper.dates.values import VIETNAM, Moment, Order, day_of

__all__ = [
    "VIETNAM",
    "DateMatch",
    "Label",
    "Moment",
    "Order",
    "Period",
    "Votes",
    "best",
    "day_of",
    "find_dates",
    "order_votes",
    "read_date",
    "read_machine_date",
    "read_period",
]
