"""The signs by which a night is judged: small tests of what its run counted, held against the nights before."""

from collections.abc import Iterator, Sequence
from statistics import median

from scraper.catalogue import outcomes
from scraper.health.night import Night

MANY_FAILED = 0.1
"""Part of the addresses asked for from which failures are many; a few dead links stand on every site."""

FEWEST_FAILED = 3
"""Failures below which there are never many: small sites have few pages."""

BLOCKED_PART = 0.3
"""Part of the answers that must turn us away; single forbidden corners are common, and repeats count several times."""

FEWEST_BLOCKED = 3
"""Answers that must turn us away, unless all do; robots.txt alone is forbidden on some healthy sites."""

FEWEST_NIGHTS = 3
"""Nights before, from which a site has a habit that can be broken: the first reads everything, the next ones what is new."""

HABIT = 30
"""Nights that make it: what a site shows less of for good is usual after half of them."""

FAR_FEWER = 0.5
"""Part of its own median below which a site shows far fewer; holidays and removed sections stay above."""

FEWEST_USUAL = 10
"""Median below which numbers jump by themselves and only none at all is told."""

FILL_FALL = 0.3
"""How far a fill rate may fall below its own median; the mix of sections moves it by a tenth or two from night to night."""

FEWEST_FILLED = 10
"""Articles of a night from which its fill rates say anything."""

FEWEST_READ = 5
"""Pages read from which it says something that none of them names an article."""

OUTCOMES = {
    outcomes.DEAD: "the site never answered",
    outcomes.UNWELL: "the site answered too seldom to go on",
    outcomes.ROBOTS_UNREACHABLE: "robots.txt could not be had, so nothing was asked for",
    outcomes.ASKED_TO_WAIT: "the site asked to wait for longer than a night has",
    outcomes.OUT_OF_TIME: "the time that one site gets in a night ran out",
    outcomes.OUT_OF_PAGES: "the pages that one site gets in a night ran out",
    outcomes.BROKEN_OFF: "the run was stopped and not gone on with in time",
}
"""Outcomes of runs in words; others speak for themselves."""


def blocked(night: Night, past: Sequence[Night]) -> Iterator[str]:  # noqa: ARG001  (all signs take both)
    """Yield why the night was one of being turned away."""
    turned = {
        "403": night.count("status/403"),
        "429": night.count("status/429"),
        "challenge pages": night.count("not_article/challenge"),
    }
    number, answers = sum(turned.values()), night.answers
    if number and number >= BLOCKED_PART * answers and (number >= FEWEST_BLOCKED or number == answers):
        kinds = ", ".join(f"{count} × {kind}" for kind, count in turned.items() if count)
        yield f"{number} of {answers} answers turned us away: {kinds}"
    if night.count("page/refused") and not night.asked:
        yield f"all {night.count('page/refused')} addresses are not allowed: robots.txt, or no public host"


def rebuilt(night: Night, past: Sequence[Night]) -> Iterator[str]:
    """Yield why the site must be another than the one known."""
    if night.count("template/lost"):
        used, missed = night.count("template/used"), night.count("template/missed")
        yield f"template lost: {missed} of {used + missed} articles stood outside the containers known"
    read, usual = night.count("page/2xx"), _usual("named/article", past)
    if night.is_whole and night.known("named/article") == 0 and read >= FEWEST_READ and not night.count("status/304"):
        yield f"article_url matched none of the addresses on {read} pages" + (f", usually {usual:.0f}" if usual else "")


def incomplete(night: Night, past: Sequence[Night]) -> Iterator[str]:  # noqa: ARG001  (all signs take both)
    """Yield what of the site is missing."""
    if night.outcome is None:
        yield "the run has not ended: under way, or stopped"
    elif night.outcome != outcomes.FINISHED:
        yield OUTCOMES.get(night.outcome, f"the run ended early: {night.outcome}")
    if night.count("crawl/limited"):
        yield f"stopped at a limit after {night.seen} articles"
    if night.failed >= max(FEWEST_FAILED, MANY_FAILED * night.asked):
        yield f"{night.failed} of {night.asked} addresses failed"
    if night.count("spider_exceptions/count"):
        yield f"pages that broke the reader: {night.count('spider_exceptions/count')}"
    waiting = night.count("address/waiting")
    if night.is_whole and waiting >= max(FEWEST_FAILED, MANY_FAILED * (waiting + night.asked)):
        yield f"addresses left waiting: {waiting}"


def empty(night: Night, past: Sequence[Night]) -> Iterator[str]:
    """Yield what the site shows less of than it is wont to; nothing where the night was cut short and must show less."""
    if not night.is_whole:
        return
    if not night.asked:
        yield "nothing was asked for"
        return
    most = max((one.seen for one in past if one.is_whole), default=0)
    if most and not night.seen and not _none_due(night):
        yield f"no article at all, up to {most} in the nights before"
    for name, words in (("named/article", "addresses of articles named"), ("fetched/listing", "listings read")):
        yield from _fewer(night.known(name), _usual(name, past), words)
    if night.seen and not night.count("crawl/uncounted") and not _fewer_were_due(night):
        yield from _fewer(night.seen, _median([one.seen for one in _habit(past)]), "articles seen")
    yield from _unfilled(night, past)


def _usual(name: str, past: Sequence[Night]) -> float | None:
    """Return the median of a count over the nights that have it; null where they are too few to be a habit."""
    return _median([number for one in _habit(past) if (number := one.known(name)) is not None])


def _habit(past: Sequence[Night]) -> list[Night]:
    """Return the nights that show what a site is wont to do."""
    return [one for one in past if one.is_whole and one.pages and not one.count("crawl/uncounted")][-HABIT:]


def _median(numbers: Sequence[float]) -> float | None:
    """Return the median, null for fewer numbers than make a habit."""
    return median(numbers) if len(numbers) >= FEWEST_NIGHTS else None


def _fewer(number: int | None, usual: float | None, words: str) -> Iterator[str]:
    """Yield that ``number`` is far below what is usual, where it is."""
    if number is not None and usual is not None and usual >= FEWEST_USUAL and number < FAR_FEWER * usual:
        yield f"{number} {words}, usually {usual:.0f}"


def _none_due(night: Night) -> bool:
    """Say whether no article was read because none was due, or because the server said that none had changed."""
    asked = night.count("fetched/article") + night.count("fetched/other")
    return night.count("status/304") > 0 or (night.count("named/article") > 0 and not asked)


def _fewer_were_due(night: Night) -> bool:
    """Say whether few articles were seen because few were asked for: most of what was asked for were articles."""
    asked = night.known("fetched/article")
    return asked is not None and night.seen >= FAR_FEWER * asked


def _unfilled(night: Night, past: Sequence[Night]) -> Iterator[str]:
    """Yield the fields that far fewer articles have than they used to."""
    if night.seen < FEWEST_FILLED:
        return
    rates = [one.fill for one in _habit(past) if one.seen >= FEWEST_FILLED and one.fill]
    for field, rate in night.fill.items():
        usual = _median([one[field] for one in rates])
        if usual is not None and rate < usual - FILL_FALL:
            yield f"{field} in {rate:.0%} of the articles, usually {usual:.0%}"
