"""Saved pages with the record that they must give: what ``vusta case`` writes and the tests read.

A page stands as ``NAME.html``, byte for byte as served; its case beside it as ``NAME.json``.
"""

from scraper.cases.adding import add_case, renew_case
from scraper.cases.case import Case, Expected, load_case, read_case, save_case
from scraper.cases.differences import differences

__all__ = ["Case", "Expected", "add_case", "differences", "load_case", "read_case", "renew_case", "save_case"]
