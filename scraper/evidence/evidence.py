"""What each printed line of a page was taken as, and why: the steps of the extraction, laid beside the page."""

from dataclasses import dataclass

from scraper.article import Article
from scraper.errors import NotAnArticle
from scraper.evidence.entries import entries_around, entries_of
from scraper.evidence.parts import IN_TEXT, Entry
from scraper.extraction.kinds.addresses import kind_by_address
from scraper.extraction.kinds.kind import READERS
from scraper.extraction.page import Page
from scraper.extraction.reading import Reading, look_at
from scraper.extraction.record import article_of, examine, findings_in
from scraper.extraction.template import Template
from scraper.site import Site


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a page holds no article."""

    reason: str
    """What it is instead, as in NotAnArticle."""
    rule: str
    """Name of the rule that decided."""
    meaning: str
    """What that rule looks for, a sentence."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A page with what became of everything it prints."""

    page: Page
    entries: tuple[Entry, ...]
    article: Article | None
    """The record; None where the page holds none."""
    verdict: Verdict | None
    """Why it holds none; None where it holds one."""

    @property
    def text(self) -> str:
        """The lines taken as text, put together as ``article_body`` is."""
        lines = (line for entry in self.entries if entry.part in IN_TEXT for line in entry.text.split("\n"))
        return "\n\n".join(line for line in lines if line)


def explain(page: Page, site: Site, template: Template | None = None) -> Evidence:
    """Return what ``extract``, given the same, makes of ``page``, line by line; of a page that it refuses the reason."""
    try:
        findings = findings_in(examine(page, site, template))
    except NotAnArticle as finding:
        reading = look_at(page, site)
        return Evidence(page, tuple(entries_around(reading)), None, _verdict(finding, reading))
    return Evidence(page, tuple(entries_of(findings)), article_of(findings), None)


def _verdict(finding: NotAnArticle, reading: Reading) -> Verdict:
    """Return which rule refused the page."""
    if kind_by_address(reading.page.url, reading.site) == finding.reason:
        return Verdict(finding.reason, "address", "The address is one of such a page.")
    for reader in READERS:
        if reader(reading) == finding.reason:
            return Verdict(finding.reason, reader.__name__.strip("_"), reader.__doc__ or "")
    return Verdict(finding.reason, "nothing left", "Nothing is left when all that is no text is taken away.")
