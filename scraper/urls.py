"""Addresses: made absolute for fetching, folded to one spelling for identity.

The two are kept apart. ``absolute`` gives what is asked of the server, scheme and host as the site writes them, because many
union sites answer on http only. ``canonical`` gives the one spelling under which the catalogue knows the page.
"""

import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import parse_qsl, quote, unquote, urlencode, urljoin, urlsplit, urlunsplit

from scraper.errors import AddressError

TRACKING = re.compile(
    r"(utm_\w+|fbclid|gclid|zalo_?id|_ga|mc_[ce]id|phpsessid|jsessionid|sid|asp\.net_sessionid|p_p_auth|nvvithemever|replytocom)$",
    re.IGNORECASE,
)
"""Query parameters that never change what a page is about."""

SESSION_IN_PATH = re.compile(r";jsessionid=[^/?#]*|/\(S\(\w+\)\)", re.IGNORECASE)
"""Session marks that Java and ASP.NET servers write into the path."""

DEFAULT_PORTS = {"http": 80, "https": 443}
MAX_LENGTH = 2000
"""Longest address followed, characters; longer ones on union sites are scripts gone wrong."""


def absolute(base: str, href: str) -> str:
    """Return the address that ``href`` on the page ``base`` leads to, without fragment, percent-encoded for fetching.

    Raises AddressError for links that no request can be made for (``mailto:``, ``javascript:``, broken brackets).

    >>> absolute("http://a.vn/tin/x.html", "../anh/hội nghị.jpg#p")
    'http://a.vn/anh/h%E1%BB%99i%20ngh%E1%BB%8B.jpg'
    """
    try:
        parts = urlsplit(urljoin(base, re.sub(r"[\t\r\n]", "", href.strip())))
        port = parts.port
    except ValueError as error:
        raise AddressError(f"{href[:80]!r} on {base}: {error}") from error
    if parts.scheme not in DEFAULT_PORTS or not parts.hostname:
        raise AddressError(f"{href[:80]!r} on {base}: not an http address")
    netloc = _host(parts.hostname) + (f":{port}" if port and port != DEFAULT_PORTS[parts.scheme] else "")
    path = quote(re.sub(r"^(/\.\.)+(?=/)", "", parts.path) or "/", safe="%/:@!$&'()*+,;=~-._")
    address = urlunsplit((parts.scheme, netloc, path, quote(parts.query, safe="%/:?@!$&'()*+,;=~-._[]"), ""))
    if len(address) > MAX_LENGTH:
        raise AddressError(f"{address[:80]}... on {base}: longer than {MAX_LENGTH} characters")
    return address


def _host(name: str) -> str:
    """Return a host name in lower case ASCII."""
    try:
        return name.lower().rstrip(".") if name.isascii() else name.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise AddressError(f"{name!r}: not a host name") from error


def canonical(url: str, id_parameters: Iterable[str] = ()) -> str:
    """Return the one spelling of ``url`` used for identity.

    https and no ``www.``, no trailing slash, no tracking and session parameters, parameters sorted, percent-encoding and
    Unicode composed. Where ``id_parameters`` are given only those are kept, for sites whose article number is in the query.

    >>> canonical("http://www.a.vn/tin/ho%CC%A3p/?utm_source=fb&id=7&b=1")
    'https://a.vn/tin/h%E1%BB%8Dp?b=1&id=7'
    >>> canonical("http://a.vn/Default.aspx?tabid=3&NewsID=12&ctl=x", ("NewsID",))
    'https://a.vn/Default.aspx?NewsID=12'
    """
    parts = urlsplit(url)
    kept = {name.lower() for name in id_parameters}
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    query = sorted((k, v) for k, v in pairs if (k.lower() in kept if kept else not TRACKING.match(k)))
    path = quote(unicodedata.normalize("NFC", _unquoted(SESSION_IN_PATH.sub("", parts.path))), safe="%/:@!$&'()*+,;=~-._")
    path = re.sub(r"/{2,}", "/", path).rstrip("/") or "/"
    return urlunsplit(("https", parts.netloc.lower().removeprefix("www."), path, urlencode(query), ""))


def _unquoted(path: str) -> str:
    """Return ``path`` with UTF-8 percent-encoding resolved; encoded slashes, percent signs and other bytes stay as they are."""
    safe = re.sub(r"%(25|2f|3f|23)", lambda m: "%25" + m[1], path, flags=re.IGNORECASE)
    try:
        return unquote(safe, errors="strict")
    except UnicodeDecodeError:
        return path


def host_of(url: str) -> str:
    """Return the host of ``url`` in lower case without ``www.``; empty where there is none."""
    return (urlsplit(url).hostname or "").removeprefix("www.")
