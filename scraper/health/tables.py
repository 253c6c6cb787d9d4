"""The report for machines: ``report.json``, whose shape docs/health.md describes, and ``metrics.prom`` for Prometheus."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from scraper.health.night import ARTICLE_OUTCOMES
from scraper.health.report import Day, Report, SiteReport
from scraper.health.verdict import Health

FORMAT = 1
"""Version of the shape; it changes when a key changes its meaning or goes."""

Values = Sequence[tuple[Mapping[str, str], float]]
"""Values by label."""


def report_json(report: Report) -> str:
    """Return the report as one JSON object on one line."""
    return json.dumps(as_data(report), ensure_ascii=False)


def as_data(report: Report) -> dict[str, Any]:
    """Return the report as plain data; moments are UTC, the date is Vietnam's."""
    return {
        "format": FORMAT,
        "date": report.day.isoformat(),
        "summary": report.sentence,
        "verdicts": {health: report.healths.get(health, 0) for health in Health},
        "totals": {
            "sites": len(report.sites),
            "articles": {outcome: report.total(f"article/{outcome}") for outcome in ARTICLE_OUTCOMES},
            "pages": report.total("page/2xx"),
            "failures": report.failures,
        },
        "attention": [one.site for one in report.trouble],
        "unread": list(report.unread),
        "sites": [_site(one) for one in report.sites],
        "history": [_day(day) for day in report.history],
    }


def _site(one: SiteReport) -> dict[str, Any]:
    """Return what is told of one site."""
    night, verdict = one.night, one.verdict
    return {
        "site": one.site,
        "verdict": verdict.health,
        "reasons": list(verdict.reasons),
        "dead_since": _moment(verdict.since),
        "verdict_before": one.before and one.before.health,
        "started": _moment(night.started),
        "ended": _moment(night.ended),
        "outcome": night.outcome,
        "articles": {outcome: night.count(f"article/{outcome}") for outcome in ARTICLE_OUTCOMES},
        "pages": night.under("page"),
        "failures": night.failures,
        "not_article": night.under("not_article"),
        "doubts": night.under("doubt"),
        "fill": {field: round(rate, 4) for field, rate in night.fill.items()},
        "addresses": night.under("address"),
        "named": night.under("named"),
        "milliseconds": None if night.milliseconds is None else round(night.milliseconds),
    }


def _day(day: Day) -> dict[str, Any]:
    """Return the sums of one night."""
    return {"date": day.day.isoformat(), "new": day.new, "changed": day.changed, "verdicts": dict(day.healths)}


def _moment(moment: datetime | None) -> str | None:
    """Return a moment in ISO 8601, null for none."""
    return moment.isoformat(timespec="seconds") if moment else None


def metrics(report: Report) -> str:
    """Return the report in the text format of Prometheus, for the textfile collector of its node exporter."""
    return "".join(line for name, meaning, values in _metrics(report) for line in _lines(name, meaning, values))


def _metrics(report: Report) -> Iterator[tuple[str, str, Values]]:
    """Yield what is measured: name, meaning, values. All are gauges: they say how the last night was, and fall."""
    sites = report.sites
    yield "vusta_sites", "Sites by verdict.", [({"verdict": health}, report.healths.get(health, 0)) for health in Health]
    yield "vusta_sites_unread", "Sites read within the week before and not in this night.", [({}, len(report.unread))]
    ranks = [({"site": one.site}, one.verdict.health.rank) for one in sites]
    yield "vusta_site_verdict", "Verdict from 0 (complete) to 5 (dead).", ranks
    outcomes = [(one, outcome, one.night.count(f"article/{outcome}")) for one in sites for outcome in ARTICLE_OUTCOMES]
    articles = [({"site": one.site, "outcome": outcome}, number) for one, outcome, number in outcomes]
    yield "vusta_site_articles", "Articles seen, by what became of them.", articles
    pages = [({"site": one.site, "kind": kind}, number) for one in sites for kind, number in one.night.under("page").items()]
    yield "vusta_site_pages", "Addresses by the class of their answer.", pages
    timed = [({"site": one.site}, one.night.milliseconds / 1000) for one in sites if one.night.milliseconds is not None]
    yield "vusta_site_answer_seconds", "Mean time of an answer.", timed
    ended = [({"site": one.site}, one.night.ended.timestamp()) for one in sites if one.night.ended]
    yield "vusta_site_ended_timestamp_seconds", "When the run over the site ended.", ended


def _lines(name: str, meaning: str, values: Values) -> Iterator[str]:
    """Yield one metric in the text format."""
    yield f"# HELP {name} {meaning}\n# TYPE {name} gauge\n"
    for labels, value in values:
        told = ",".join(f'{label}="{_quoted(text)}"' for label, text in labels.items())
        yield f"{name}{{{told}}} {value:.15g}\n" if told else f"{name} {value:.15g}\n"


def _quoted(text: str) -> str:
    r"""Return the value of a label as it stands between quotes.

    >>> print(_quoted('a "b"'))
    a \"b\"
    """
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
