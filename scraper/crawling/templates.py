"""The template that the pages of a crawl are read with, and the one that it learns meanwhile."""

from typing import Literal

from scraper.extraction import Learned, Learner, Template
from scraper.extraction.reading import Reading
from scraper.extraction.template import signature


class TemplateInUse:
    """What earlier crawls ``learned`` of a site, held against what this one sees. It stays as it is until the crawl ends."""

    def __init__(self, learned: Learned) -> None:
        self.learned = learned
        self.learners = Learner(), Learner(learned.gathered)
        """What this crawl sees, and what it sees together with those before it."""
        self.used = self.missed = 0
        """Articles whose text stood in a container that the template knows, and others."""

    @property
    def template(self) -> Template:
        """What pages are read with."""
        return self.learned.template

    def look(self, reading: Reading) -> Literal["used", "missed"] | None:
        """Take in the page of an article; say whether its text stood where the template expects it, None without a template."""
        for learner in self.learners:
            learner.look(reading)
        if not self.template.speaks or reading.body is None:
            return None
        if signature(reading.body.core) in self.template.known:
            self.used += 1
            return "used"
        self.missed += 1
        return "missed"

    @property
    def is_lost(self) -> bool:
        """Whether so few articles stood where the template expects them that the site must have been rebuilt."""
        return self.template.is_lost(self.used, self.missed)

    @property
    def outcome(self) -> Learned:
        """What is known of the site after the crawl."""
        crawl, gathered = (learner.template() for learner in self.learners)
        return self.learned.after(crawl, gathered, self.is_lost)
