"""Sites whose pages are written by scripts: what a crawl of one needs, told before it begins. Nothing here loads a browser."""

import os
import shutil
from importlib.util import find_spec

from scrapy.settings import BaseSettings

from scraper.errors import UsageError
from scraper.site import Site

HANDLER = "scraper.crawling.rendering.RenderingHandler"

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
"""What Chromium is called where it is installed."""


def use_browser(settings: BaseSettings, site: Site) -> None:
    """Have the pages of ``site`` rendered, where its definition says so and no recording is read.

    Raises UsageError where the extra or Chromium is missing.
    """
    if not site.browser or not settings.getbool("RENDER"):
        return
    if find_spec("scrapy_playwright") is None:
        command = "pip install -c constraints.txt -e '.[browser]'"
        raise UsageError(f"{site.name}: 'browser = true' needs the extra 'browser'; install it with: {command}")
    timeout = settings.getfloat("DOWNLOAD_TIMEOUT") * 1000
    own = {
        "DOWNLOAD_HANDLERS": {**settings.getdict("DOWNLOAD_HANDLERS"), "http": HANDLER, "https": HANDLER},
        "PLAYWRIGHT_LAUNCH_OPTIONS": launch_options(chromium(site)),
        "PLAYWRIGHT_ABORT_REQUEST": "scraper.crawling.rendering.is_needless",
        "PLAYWRIGHT_PROCESS_REQUEST_HEADERS": None,  # the browser's own, and it has our user agent
        "PLAYWRIGHT_DEFAULT_NAVIGATION_TIMEOUT": timeout,
        "PLAYWRIGHT_DOWNLOAD_TIMEOUT": 0,  # downloads are refused, there is nothing to wait for
        "PLAYWRIGHT_MAX_PAGES_PER_CONTEXT": 64,  # Scrapy limits them; a page that hangs must not hold the next one up
    }
    for name, value in own.items():
        settings.set(name, value, priority="spider")


def chromium(site: Site) -> str:
    """Return the path of Chromium: what ``VUSTA_CHROMIUM`` names, else what is installed. Raises UsageError."""
    named = os.environ.get("VUSTA_CHROMIUM")
    for name in (named,) if named else NAMES:
        if found := shutil.which(name):
            return found
    hint = f"VUSTA_CHROMIUM names none: {named}" if named else "apt-get install chromium, or name it in VUSTA_CHROMIUM"
    raise UsageError(f"{site.name}: 'browser = true' needs Chromium; {hint}")


def launch_options(path: str) -> dict[str, object]:
    """Return how the browser at ``path`` is started; ``VUSTA_NO_SANDBOX`` is for containers, where its sandbox cannot work."""
    arguments = [
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # names are the guard's to look up
        "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",  # calls between browsers would go around it
    ]
    sandbox = os.environ.get("VUSTA_NO_SANDBOX", "") in ("", "0")
    return {"executable_path": path, "headless": True, "chromium_sandbox": sandbox, "args": arguments}
