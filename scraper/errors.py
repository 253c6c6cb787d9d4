"""Every error that leaves the package.

VustaError
├── UsageError            the user can mend it: one line on stderr, exit status 2
│   ├── DefinitionError   a site or platform definition is wrong or missing
│   ├── InputError        a file given to a command cannot be read as what it should be
│   └── OutputError       the output folder or the catalogue in it cannot be used
├── DeliveryError         a message could not be handed over: mail, webhook
├── AddressError          an address that no request can be made for
└── NotAnArticle          the page is something else; ``reason`` says what
"""

import difflib
from collections.abc import Iterable
from pathlib import Path


class VustaError(Exception):
    """Anything this package raises on purpose; its message is one line fit to be shown to the user."""


class UsageError(VustaError):
    """A command cannot run as it was called; nothing has been written."""


class DefinitionError(UsageError):
    """A definition cannot be used; the message names the file, the key and the nearest valid one."""

    def __init__(self, path: Path | str, problem: str) -> None:
        super().__init__(f"{path}: {problem}")


class InputError(UsageError):
    """An input file is missing, empty, cut short or of another kind than the command reads."""

    def __init__(self, path: Path | str, problem: str) -> None:
        super().__init__(f"{path}: {problem}")


class OutputError(UsageError):
    """The output folder cannot be written, or its catalogue is locked or of another version."""

    def __init__(self, path: Path | str, problem: str) -> None:
        super().__init__(f"{path}: {problem}")


class DeliveryError(VustaError):
    """A message could not be handed over; it names the host and never a secret: paths of webhooks and passwords are such."""


class AddressError(VustaError):
    """A link that is no fetchable http(s) address; raised by ``urls`` and met by skipping the link."""


class NotAnArticle(VustaError):  # noqa: N818  (a finding, not a failure)
    """A page that holds no article of its own; it is counted under ``reason`` and never stored.

    Reasons: ``listing``, ``home``, ``search``, ``print``, ``static`` (about the site, contact), ``error``, ``login``,
    ``challenge``, ``parked``, ``shell`` (needs JavaScript), ``document`` (not HTML), ``empty``.
    """

    def __init__(self, reason: str, url: str) -> None:
        super().__init__(f"{url}: not an article ({reason})")
        self.reason = reason
        self.url = url


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a hint naming the one of ``known`` that ``word`` was probably meant to be, empty where none is near.

    >>> nearest("organization", ["organisation", "province"])
    " (did you mean 'organisation'?)"
    """
    near = difflib.get_close_matches(word, list(known), n=1)
    return f" (did you mean {near[0]!r}?)" if near else ""
