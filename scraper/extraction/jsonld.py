"""JSON-LD as pages carry it: mended, flattened, read by name."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from scraper.text import clean

Json = object
"""Whatever a JSON document holds: text, number, list, object or nothing."""

Node = Mapping[str, Json]
"""An object of a JSON-LD document."""

LONGEST = 2000
"""Characters of a value that are read; a longer one is the text itself."""

CONTROL = re.compile(r"[\x00-\x1f]+")
TRAILING_COMMA = re.compile(r",\s*(?=[}\]])")
COMMENT = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|/\*.*?\*/)|(?:-->|//\]\]>)\s*$|;\s*$", re.DOTALL)


def parsed(script: str) -> Json:
    r"""Return the JSON of a script, mended where it is broken in the usual ways; None where that does not help.

    >>> parsed('{"headline": "Hội nghị",}')
    {'headline': 'Hội nghị'}
    """
    for text in (script, TRAILING_COMMA.sub("", CONTROL.sub(" ", COMMENT.sub("", script)))):
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):  # the parser calls itself for each bracket
            continue
    return None


def nodes(parsed: Json) -> Iterator[Node]:
    """Yield every object of a JSON-LD document, those in ``@graph`` and lists too."""
    waiting = [parsed]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            yield value
            value = [value.get(key) for key in ("@graph", "mainEntity", "mainEntityOfPage")]
        waiting += reversed(value) if isinstance(value, list) else []


def type_of(node: Node) -> str:
    """Return the type of a node, the first one of several."""
    value = node.get("@type")
    return str((value[0] if value else "") if isinstance(value, list) else value or "")


def text_of(value: Json) -> str:
    """Return a JSON value as text, empty where it is none."""
    if isinstance(value, list):
        value = value[0] if value else ""
    return clean(value[:LONGEST]) if isinstance(value, str) else ""


def last_text(value: Json) -> str:
    """Return the last of several texts: sections are listed from the outermost in."""
    return text_of(value[-1:] if isinstance(value, list) else value)


def name_of(value: Json) -> str:
    """Return the name of a person or organisation, written out or as an object."""
    if isinstance(value, list):
        value = value[0] if value else None
    return text_of(value.get("name")) if isinstance(value, dict) else text_of(value)


def trail_of(node: Node) -> tuple[str, ...]:
    """Return the names in a BreadcrumbList."""
    items = node.get("itemListElement")
    found = [item for item in (items if isinstance(items, list) else [items]) if isinstance(item, dict)]
    return unique(name_of(item) or name_of(item.get("item")) for item in found)


def is_organisation(value: Json) -> bool:
    """Say whether a JSON-LD author calls itself an organisation."""
    return isinstance(value, dict) and "Organization" in type_of(value)


def unique(values: Iterable[str]) -> tuple[str, ...]:
    """Return ``values`` once each, in order, without empty ones."""
    return tuple(dict.fromkeys(value for value in values if value))
