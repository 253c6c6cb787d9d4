"""Download handler for sites whose pages are written by scripts: a page is loaded in Chromium, and what that shows is its body.

Loaded only for sites with ``browser = true``, and only here is scrapy-playwright imported, when the handler is made.
"""

import asyncio
from contextlib import suppress
from functools import partial
from typing import Any, Protocol, Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadCancelledError, DownloadFailedError, DownloadTimeoutError
from scrapy.http import Headers, HtmlResponse, Response, TextResponse
from scrapy.settings import BaseSettings

from scraper.crawling.guard import Guard
from scraper.errors import AddressError, UsageError
from scraper.site import Kind, Site
from scraper.urls import canonical

RENDERED = "X-Crawler-Rendered"
"""Header of a response whose body is what the browser showed; written into its capture, named like the others we add there."""

DECLARED = "X-Crawler-Content-Type"
"""Header that keeps the type the server declared: what the browser shows is written as UTF-8."""

PAGES = {Kind.ARTICLE, Kind.LISTING, Kind.OTHER}
PAGE_TYPES = (b"text/html", b"application/xhtml+xml")

NEEDLESS = {"image", "media", "font", "texttrack", "manifest", "ping", "cspviolationreport", "prefetch"}
"""What a page loads that no reader looks at, in Playwright's words."""

DOWNLOAD = "Download is starting"
"""What Playwright says where an address is none of a page."""

QUIET = 10.0
"""Seconds that a page gets to come to rest, after it is loaded; what it shows by then is taken."""


class Loading(Protocol):
    """What a page asks the network for, as Playwright tells it."""

    @property
    def resource_type(self) -> str:
        """What it is for."""


def is_needless(request: Loading) -> bool:
    """Say whether nothing is lost without what ``request`` asks for."""
    return request.resource_type in NEEDLESS


class GuardedBrowser:
    """Starts Chromium behind a guard; scrapy-playwright calls it a provider."""

    def __init__(self, config: Any, private: bool) -> None:  # noqa: ANN401  (scrapy-playwright has no types)
        from scrapy_playwright.provider import PlaywrightBrowserProvider

        self.config = config
        self.provider = PlaywrightBrowserProvider(config)
        self.guard = Guard(private)

    async def start(self) -> None:
        """Begin to guard, and get ready to start the browser."""
        self.config.launch_options["proxy"] = {"server": await self.guard.start()}
        await self.provider.start()

    async def launch_browser(self) -> Any:  # noqa: ANN401
        """Return the browser, started; raises UsageError where it does not start."""
        from playwright.async_api import Error

        try:
            return await self.provider.launch_browser()
        except Error as error:
            lines = error.message.splitlines()
            reason = next((line for line in lines if "sandbox" in line.lower()), lines[0])
            path = self.config.launch_options["executable_path"]
            raise UsageError(f"{path}: does not start; in a container set VUSTA_NO_SANDBOX=1 ({reason.strip()})") from error

    async def close(self) -> None:
        """End what was started."""
        await self.provider.close()
        self.guard.close()


class RenderingHandler:
    """Answers requests for pages as Chromium shows them, all others as they come."""

    lazy = False

    def __init__(self, crawler: Crawler) -> None:
        from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler

        self.site: Site = crawler.spidercls.site  # type: ignore[attr-defined]  # a spider of a definition
        self.plain = ScrapyPlaywrightDownloadHandler.from_crawler(crawler)
        private = crawler.settings.getbool("ALLOW_PRIVATE_HOSTS")
        self.plain.browser_provider_cls = partial(GuardedBrowser, private=private)
        self.maximum = crawler.settings.getint("DOWNLOAD_MAXSIZE")
        self.longest = 2 * crawler.settings.getfloat("DOWNLOAD_TIMEOUT")
        self.context = context_of(self.site, crawler.settings)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the handler for the site of the spider."""
        return cls(crawler)

    async def download_request(self, request: Request) -> Response:
        """Return the page as shown; what turns out to be none is asked for again without the browser."""
        if not self.is_page(request):
            return await self.asked(request)
        response = await self.loaded(request)
        if response is not None and _is_left(request, response):
            return _redirect(request, response)
        if response is None or not _declared(response).lower().startswith(PAGE_TYPES):
            return await self.asked(request)
        if self.maximum and len(response.body) > self.maximum:
            raise DownloadCancelledError(f"{request.url}: the page shown is larger than {self.maximum} bytes")
        return as_shown(request, response)

    def is_page(self, request: Request) -> bool:
        """Say whether ``request`` asks for a page that a browser would show."""
        url = request.url
        return request.method == "GET" and self.site.kind_of(url) in PAGES and not self.site.counted_page(url)

    async def asked(self, request: Request) -> Response:
        """Return the answer as it comes."""
        request.meta.pop("playwright", None)
        response: Response = await self.plain.download_request(request)
        return response

    async def loaded(self, request: Request) -> Response | None:
        """Return what Chromium shows of the page, None where it is a file to be downloaded.

        Raises what Scrapy does where a page cannot be had, and UsageError where the browser does not start.
        """
        from playwright.async_api import Error
        from playwright.async_api import TimeoutError as LateError
        from scrapy_playwright.page import PageMethod

        request.meta.pop("redirect_urls", None)  # of an earlier try
        request.meta.update(
            playwright=True,
            playwright_include_page=True,  # closed below, also where it hangs
            playwright_context_kwargs=self.context,
            playwright_page_methods=[PageMethod(_rest)],
        )
        try:
            async with asyncio.timeout(self.longest):
                response: Response = await self.plain.download_request(request)
                return response
        except (LateError, TimeoutError) as error:
            raise DownloadTimeoutError(f"{request.url}: the browser did not get it in time") from error
        except Error as error:
            if DOWNLOAD in error.message:
                return None
            raise DownloadFailedError(f"{request.url}: {str(error).splitlines()[0]}") from error
        finally:
            if page := request.meta.pop("playwright_page", None):
                with suppress(Error):
                    await page.close()

    async def close(self) -> None:
        """End the browser."""
        await self.plain.close()


def context_of(site: Site, settings: BaseSettings) -> dict[str, object]:
    """Return what the browser is told of itself: who we are, and that it stands in Vietnam."""
    return {
        "user_agent": settings["USER_AGENT"],
        "locale": site.in_language,
        "timezone_id": "Asia/Ho_Chi_Minh",
        "service_workers": "block",  # they would load without being seen
        "accept_downloads": False,
        "ignore_https_errors": not site.verify_certificate,
    }


def as_shown(request: Request, response: Response) -> Response:
    """Return ``response`` of the browser as the answer to ``request``: in UTF-8, and marked as rendered."""
    headers = Headers(response.headers)
    headers[DECLARED], headers["Content-Type"], headers[RENDERED] = _declared(response), "text/html; charset=utf-8", "Chromium"
    text = response.text if isinstance(response, TextResponse) else response.body.decode("utf-8", "replace")
    return HtmlResponse(
        request.url,
        status=response.status,
        headers=headers,
        body=text.encode("utf-8", "replace"),
        encoding="utf-8",
        request=request,
        flags=response.flags,
        ip_address=response.ip_address,
    )


def _declared(response: Response) -> bytes:
    """Return the Content-Type header of ``response``, that of a page where the server sends none."""
    return response.headers.get("Content-Type") or PAGE_TYPES[0]


def _is_left(request: Request, response: Response) -> bool:
    """Say whether the browser was sent on to another address, by the server or by a script."""
    try:
        return bool(request.meta.get("redirect_urls")) or canonical(response.url) != canonical(request.url)
    except AddressError:  # about:blank
        return True


def _redirect(request: Request, response: Response) -> Response:
    """Return the redirect that the browser followed: its target is asked for as any address is, if it lies inside the site."""
    reasons = request.meta.get("redirect_reasons") or [None]
    headers = {"Location": response.url, RENDERED: "Chromium"}
    return Response(request.url, status=reasons[0] or 302, headers=headers, request=request)


async def _rest(page: Any) -> None:  # noqa: ANN401
    """Wait until the page asks for nothing more, but not for ever."""
    from playwright.async_api import TimeoutError as LateError

    with suppress(LateError):
        await page.wait_for_load_state("networkidle", timeout=QUIET * 1000)
