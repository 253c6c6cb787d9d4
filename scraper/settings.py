"""Scrapy settings: differences from the defaults, each with its unit and reason."""

import os

from scraper import __version__

BOT_NAME = "vusta-archive"
CONTACT = os.environ.get("VUSTA_CONTACT", "no contact given")  # whom a webmaster may write to: an address or a page
USER_AGENT = f"vusta-archive/{__version__} (archive of Vietnam's science unions; {CONTACT})"
SPIDER_LOADER_CLASS = "spiders.loader.DefinitionLoader"  # a spider per definition, not per module

# Politeness: these are small servers. A definition may ask for less delay.
POLITE = True  # our own: keep to the delay of the definition; off when recordings are replayed
RENDER = True  # our own: show pages of sites with ``browser`` in Chromium; off when recordings are replayed
ROBOTSTXT_OBEY = True
DOWNLOAD_DELAY = 1.0  # seconds
DOWNLOAD_DELAY_JITTER = 0.0  # the delay is the least that is kept; half of it is not
CONCURRENT_REQUESTS_PER_DOMAIN = 1
CONCURRENT_REQUESTS = 8  # per site: one crawler each
DOWNLOAD_TIMEOUT = 60  # seconds for the whole answer; the default of three minutes lets one dying server hold a night
RETRY_TIMES = 2
RETRY_BASE = 2.0  # our own, seconds: the first wait at most; each further one is twice as long, up to 5 minutes
MOST_MINUTES = 120  # our own, per site and night; a definition may say otherwise
MOST_PAGES = 20_000  # our own, likewise
BREAKER_FAILURES = 8  # our own: in a row; then nothing is asked for a while
BREAKER_PAUSE = 60.0  # our own, seconds; doubled every time
BREAKER_LONGEST_PAUSE = 900.0  # our own, seconds
COOKIES_ENABLED = False  # sessions would make one page many

# The address table is the frontier: no dupefilter, no queue files.
SCHEDULER = "scraper.crawling.scheduler.FrontierScheduler"
DOWNLOADER_MIDDLEWARES = {
    "scraper.crawling.safety.PublicHostsMiddleware": 10,
    "scraper.crawling.obedience.RobotsMiddleware": 100,
    "scraper.crawling.pace.PaceMiddleware": 110,
    "scraper.crawling.retrying.RetryMiddleware": 550,
    "scraper.crawling.capture.CaptureMiddleware": 585,  # right behind HttpCompressionMiddleware (590): bodies decoded
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,  # the definition decides, with path prefixes
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,  # takes a dying server for one that allows everything
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,  # asks again at once
}
EXTENSIONS = {"scraper.crawling.committer.Committer": 500, "scraper.crawling.timing.Timing": 500}
ITEM_PIPELINES = {
    "pipelines.validate.ValidatePipeline": 100,
    "pipelines.deduplicate.DeduplicatePipeline": 200,
    "pipelines.store.StorePipeline": 300,
}

# Safety: what a hostile page could reach.
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False  # on by default since Scrapy 2.19, runs code it is sent
DOWNLOAD_HANDLERS = {"data": None, "file": None, "ftp": None, "s3": None}
DOWNLOAD_MAXSIZE = 32 << 20  # bytes, also after decompression
DOWNLOAD_VERIFY_CERTIFICATES = True  # off by default; a definition says where a certificate is broken
TWISTED_DNS_RESOLVER = "scraper.crawling.safety.PublicResolver"

LOG_LEVEL = "INFO"
