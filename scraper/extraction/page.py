"""A captured page: decoded and parsed once."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from lxml import html

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page:
    """A page ready to be read."""

    url: str
    """Address it was fetched from."""
    root: html.HtmlElement
    """Root element. Readers never change it."""
    encoding: str
    """Encoding it was decoded from."""


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """What a reader found, and where."""

    value: T
    reader: str
    """Name of the reader, as it will stand in ``read_by``."""
    element: html.HtmlElement | None = None
    """Element it was printed in; None where it came from the page's head."""
