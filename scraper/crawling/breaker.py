"""The circuit breaker of a site: after many failures nothing is asked for a while, then one request tries."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic
from typing import Literal

State = Literal["closed", "open", "half-open"]


@dataclass(slots=True)
class Breaker:
    """Closed while a site answers; open, with nothing to be asked, while it does not; half-open while one request tries.

    Every opening that no answer came between doubles the time until the next try.
    """

    failures: int = 8
    """Failures in a row that open it."""
    window: int = 20
    """Outcomes among which more than half open it, if they failed."""
    pause: float = 60.0
    """Seconds that it is open for the first time."""
    longest: float = 900.0
    """Seconds that no opening exceeds."""
    openings: int = 3
    """Openings at which the site is given up."""
    patience: float = 300.0
    """Seconds after which the outcome of a try that never came is waited for no more."""
    clock: Callable[[], float] = monotonic
    state: State = "closed"
    opened: int = 0
    """Openings so far."""
    in_a_row: int = 0
    _until: float = 0.0
    """When it stops to be open, or to wait for the try under way."""
    _doublings: int = 0
    _last: deque[bool] = field(default_factory=deque)
    """The last outcomes, true for failures."""

    @property
    def is_given_up(self) -> bool:
        """Whether the site failed so often that it is not to be asked any more."""
        return self.state == "open" and self.opened >= self.openings

    def wait(self) -> float:
        """Return the seconds until something may be asked, as far as is known; 0 for now."""
        return 0.0 if self.state == "closed" else max(0.0, self._until - self.clock())

    def asked(self) -> None:
        """Take note that a request goes out: where the time of an opening is over, it is the one that tries."""
        if self.state != "closed":
            self.state = "half-open"
            self._until = self.clock() + self.patience

    def withdrawn(self) -> None:
        """Take note that a request came to nothing without being asked; another one may try."""
        if self.state == "half-open":
            self._until = self.clock()

    def answered(self) -> None:
        """Take note of an answer; it closes the breaker whenever it comes."""
        if self.state != "closed":
            self.state = "closed"
            self._doublings = 0
            self._last.clear()
        self.in_a_row = 0
        self._remember(failed=False)

    def failed(self) -> None:
        """Take note of a failure; those of requests that were under way at an opening change nothing."""
        if self.state == "open":
            return
        self.in_a_row += 1
        self._remember(failed=True)
        most_failed = len(self._last) == self.window and 2 * sum(self._last) > self.window
        if self.state == "half-open" or self.in_a_row >= self.failures or most_failed:
            self._open()

    def _open(self) -> None:
        """Ask nothing for a while."""
        self.state = "open"
        self.opened += 1
        self._until = self.clock() + min(self.longest, self.pause * 2**self._doublings)
        self._doublings += 1
        self.in_a_row = 0
        self._last.clear()

    def _remember(self, *, failed: bool) -> None:
        """Keep an outcome, and no more of them than count."""
        self._last.append(failed)
        if len(self._last) > self.window:
            self._last.popleft()
