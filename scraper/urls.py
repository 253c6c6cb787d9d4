"""Addresses: made absolute for fetching, folded to one spelling for identity.

The two are kept apart. ``absolute`` gives what is asked of the server, scheme and host as the site writes them, because many
union sites answer on http only. ``canonical`` gives the one spelling under which the catalogue knows the page.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit, urlunsplit

from scraper.errors import AddressError

TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|zalo_?id|zarsrc|gidzl|_ga|_gl|mc_[ce]id|_x_tr_\w+"  # whence the reader came
    r"|phpsessid|jsessionid|aspsessionid\w*|asp\.net_sessionid|p_p_auth"  # who the reader is
    r"|nvvithemever|nv_redirect|replytocom|_",  # how the page is to look; a lone underscore keeps caches away
    re.IGNORECASE,
)
"""Names of query parameters that never change what a page is about."""

SESSION_NAME = re.compile(r"s|sid|session(_?id)?", re.IGNORECASE)
"""Names that mark a session, but only with a ``SESSION_VALUE``: ``sid=12`` is an article of PHP-Nuke, ``s=words`` a search."""

SESSION_VALUE = re.compile(r"(?=\w*\d)[0-9A-Za-z]{24,}")
SESSION_SEGMENT = re.compile(r"\(([A-Za-z]\(\w*\))+\)")
"""A whole segment of the path that ASP.NET uses for its session: ``(S(x2y...))``."""

SESSION_SUFFIX = re.compile(r";jsessionid=.*", re.IGNORECASE)
"""What Java servers hang on a segment of the path."""

HOME = re.compile(r"/(index|default)\.(php|html?|aspx?|jsp)", re.IGNORECASE)
"""Second names of a home page, where no parameter stands behind them."""

MOVED = frozenset({301, 302, 303, 307, 308})
"""Statuses of answers that send us to another address."""

DEFAULT_PORTS = {"http": 80, "https": 443}
HOST = re.compile(r"[\w-]+(\.[\w-]+)*", re.ASCII)
MAX_LENGTH = 2000
"""Longest address followed, characters; longer ones on union sites are scripts gone wrong."""

PLAIN = re.compile(
    r"https?://[a-z0-9]+(?:[.-][a-z0-9]+)*(?:/(?!\.)[\w:@!$&'()*+,=~.-]*)+(?:\?[\w:@!$&'()*+,=~./-]+)?", re.ASCII
)
"""Whole addresses that need no change; most are."""

SAFE_TO_FETCH = "%/:@!$&'()*+,;=~-._"
SAFE_IN_SEGMENT = ":@!$&'()*+,;=~-._"
SAFE_IN_QUERY = "/:@!$'()*,;~-._"


def absolute(base: str, href: str) -> str:
    r"""Return the address that ``href`` on the page ``base`` leads to, without fragment, percent-encoded for fetching.

    Raises AddressError for links that no request can be made for (``mailto:``, ``javascript:``, broken brackets).

    >>> absolute("http://a.vn/tin/x.html", "../anh/hội nghị.jpg#p")
    'http://a.vn/anh/h%E1%BB%99i%20ngh%E1%BB%8B.jpg'
    >>> absolute("http://a.vn/tin/", "http://B.vn:80/upload\\anh/../100%.pdf?x=1 2")
    'http://b.vn/upload/100%25.pdf?x=1%202'
    """
    whole = _origin(base) + href if href[:1] == "/" != href[1:2] else href
    if len(whole) <= MAX_LENGTH and PLAIN.fullmatch(whole):
        return whole
    if len(href) > 2 * MAX_LENGTH:
        raise AddressError(f"{href[:80]!r}... on {base}: longer than {MAX_LENGTH} characters")
    return _joined(base, href)


def link(base: str, href: str) -> str | None:
    """Return the address that ``href`` on the page ``base`` leads to, None where no request can be made for it.

    >>> link("http://a.vn/tin/", "x.html"), link("http://a.vn/tin/", "mailto:a@b.vn")
    ('http://a.vn/tin/x.html', None)
    """
    try:
        return absolute(base, href)
    except AddressError:
        return None


@lru_cache(maxsize=1 << 12)  # a page repeats its links, and a site its menu
def _joined(base: str, href: str) -> str:
    """Return the address that ``href`` on the page ``base`` leads to, by all rules; raises AddressError where there is none."""
    try:
        parts = urlsplit(urljoin(base, _cleaned(href)))
        path = _encoded(_without_dots(parts.path))
        address = urlunsplit((parts.scheme, _netloc(parts), path, _encoded(parts.query, "?[]"), ""))
    except ValueError as error:
        raise AddressError(f"{href[:80]!r} on {base}: {error}") from error
    if len(address) > MAX_LENGTH:
        raise AddressError(f"{address[:80]}... on {base}: longer than {MAX_LENGTH} characters")
    return address


@lru_cache(maxsize=64)
def _origin(base: str) -> str:
    """Return scheme, host and port of ``base`` as written."""
    return "/".join(base.split("/", 3)[:3])


def _cleaned(href: str) -> str:
    """Return ``href`` without line breaks, its backslashes turned, as browsers read it."""
    joined = re.sub(r"[\t\r\n]", "", href.strip())
    return re.sub(r"^[^?#]*", lambda path: path[0].replace("\\", "/"), joined)


def _netloc(parts: SplitResult) -> str:
    """Return host and port of an http address, ASCII, without user name; raises ValueError where there is none."""
    if parts.scheme not in DEFAULT_PORTS:
        raise ValueError("not an http address")
    name = (parts.hostname or "").rstrip(".")
    host = name if name.isascii() else name.encode("idna").decode("ascii")
    if not HOST.fullmatch(host):
        raise ValueError(f"{host!r} is no host")
    return f"{host}:{parts.port}" if parts.port and parts.port != DEFAULT_PORTS[parts.scheme] else host


def _without_dots(path: str) -> str:
    """Return ``path`` with its ``.`` and ``..`` segments resolved, which ``urljoin`` leaves in absolute links.

    >>> _without_dots("/a/./b/../../../c/..")
    '/'
    """
    kept: list[str] = []
    segments = path.split("/")[1:]
    for segment in segments:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    if segments and segments[-1] in {".", ".."}:
        kept.append("")
    return "/" + "/".join(kept)


def _encoded(text: str, also_safe: str = "") -> str:
    """Return ``text`` percent-encoded, what is encoded already left alone; raises UnicodeError for lone surrogates."""
    return quote(re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", text), safe=SAFE_TO_FETCH + also_safe)


def canonical(url: str, id_parameters: Iterable[str] = ()) -> str:
    """Return the one spelling of ``url`` used for identity.

    https and no ``www.``, no trailing slash, no ``index.php``, no tracking and session marks, parameters sorted, one way of
    percent-encoding and Unicode composed; bytes that are no UTF-8 stay what they are. Where ``id_parameters`` are given only
    those are kept (capitals and small letters alike), for sites whose article number is in the query. Raises AddressError for
    what is no address at all.

    >>> canonical("http://www.a.vn/tin/ho%CC%A3p/?utm_source=fb&id=7&b=1")
    'https://a.vn/tin/h%E1%BB%8Dp?b=1&id=7'
    >>> canonical("http://a.vn/Default.aspx?tabid=3&NewsID=12&ctl=x", ("newsid",))
    'https://a.vn/Default.aspx?NewsID=12'
    >>> canonical("http://a.vn:80//(S(x1))/index.php/?PHPSESSID=1")
    'https://a.vn/'
    """
    try:
        return _canonical(url, frozenset(name.lower() for name in id_parameters))
    except ValueError as error:
        raise AddressError(f"{url[:80]!r}: {error}") from error


@lru_cache(maxsize=1 << 14)  # a site's menu stands on every one of its pages
def _canonical(url: str, kept: frozenset[str]) -> str:
    """Return ``url`` in its one spelling with the parameters ``kept`` (lower case), or with all that matter where none are."""
    parts = urlsplit(url)
    query = _query(parts.query, kept)
    path = "/" + "/".join(filter(None, map(_segment, parts.path.split("/"))))
    if not query and HOME.fullmatch(path):
        path = "/"
    host = re.sub(r"^(www\.)+|:(80|443)$", "", parts.netloc.lower())
    return urlunsplit(("https", host, path, query, ""))


def _segment(text: str) -> str:
    """Return one segment of a path in its one spelling, empty where it only marks a session."""
    name = SESSION_SUFFIX.sub("", _decoded(text))
    return "" if SESSION_SEGMENT.fullmatch(name) else quote(name, SAFE_IN_SEGMENT, errors="surrogateescape")


def _query(text: str, kept: frozenset[str]) -> str:
    """Return a query with its parameters sorted and freed of those that do not matter."""
    pairs = (pair.partition("=") for pair in text.split("&") if pair.strip("="))
    spelt = sorted((_parameter(name), _parameter(value)) for name, _, value in pairs)
    return "&".join(f"{k}={v}" if v else k for k, v in spelt if (k.lower() in kept if kept else not _is_noise(k, v)))


def _parameter(text: str) -> str:
    """Return the name or value of a parameter in its one spelling."""
    return quote(_decoded(text.replace("+", " ")), SAFE_IN_QUERY, errors="surrogateescape")


def _decoded(text: str) -> str:
    """Return ``text`` with percent-encoding resolved and Unicode composed; bytes that are no UTF-8 become lone surrogates."""
    return unicodedata.normalize("NFC", unquote(text, errors="surrogateescape"))


def _is_noise(name: str, value: str) -> bool:
    """Say whether a parameter never changes what a page is about."""
    marks_session = SESSION_NAME.fullmatch(name) and SESSION_VALUE.fullmatch(value)
    return bool(marks_session or TRACKING.fullmatch(name))


def in_small_letters(address: str) -> str:
    """Return a canonical address with path and parameter names in small letters, for servers that do not tell capitals apart.

    >>> in_small_letters("https://a.vn/Pages/Tin%C3%81.aspx?NewsID=5&q=AB")
    'https://a.vn/pages/tin%C3%81.aspx?newsid=5&q=AB'
    """
    path, mark, query = address.partition("?")
    lowered = "&".join(sorted(re.sub(r"^[^=]+", _lower, pair) for pair in query.split("&")))
    return re.sub(r"(%[0-9A-F]{2})|[^%]+", _lower, path) + mark + lowered


def _lower(found: re.Match[str]) -> str:
    """Return the text found in small letters, a percent-encoded byte as it is."""
    return found[0] if found[0].startswith("%") else found[0].lower()


def host_of(url: str) -> str:
    """Return the host of ``url`` in lower case without ``www.``; empty where there is none."""
    return (urlsplit(url).hostname or "").removeprefix("www.")
