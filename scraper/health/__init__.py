"""How the sites do: a verdict on each night of each, the report of a night, and what is worth telling somebody.

A pure reader of what runs left in the catalogue: nothing here asks a site.
"""

from scraper.health.alerts import Digest, digest_of, is_failed
from scraper.health.hooks import ping, post_json
from scraper.health.mail import MailServer, send_mail
from scraper.health.night import Night
from scraper.health.nights import last_night, read_nights
from scraper.health.report import Report, make_report
from scraper.health.screen import print_report
from scraper.health.tables import report_json
from scraper.health.verdict import Health, Verdict, judge
from scraper.health.writing import write_report

__all__ = [
    "Digest",
    "Health",
    "MailServer",
    "Night",
    "Report",
    "Verdict",
    "digest_of",
    "is_failed",
    "judge",
    "last_night",
    "make_report",
    "ping",
    "post_json",
    "print_report",
    "read_nights",
    "report_json",
    "send_mail",
    "write_report",
]
