"""A capture file while it is written: locked, under a name that says so, never left torn by an error of its own."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import FileIO
from itertools import count
from pathlib import Path
from typing import Self

from scraper.errors import OutputError

OPEN = ".open"
"""Suffix of a file that is still being written, or whose writer was killed."""


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A capture file that this process alone may write.

    What ``append`` returned for is with the operating system, what came before ``sync`` is on the disk, and ``finish`` gives
    the file its final name. The lock ends with the process, however that ends.
    """

    path: Path
    """Its name while it is open."""
    stream: FileIO
    """The locked file, unbuffered, at its end."""

    @classmethod
    def begin(cls, folder: Path, stem: str) -> Self:
        """Open ``stem``-001, -002, ... in ``folder``, whichever nobody has yet; raises OutputError where that cannot be."""
        with said_plainly(folder):
            folder.mkdir(parents=True, exist_ok=True)
            return next(file for number in count(1) if (file := cls._new(folder / f"{stem}-{number:03}.warc.gz{OPEN}")))

    @classmethod
    def _new(cls, path: Path) -> Self | None:
        """Create the file ``path``, None where the name is or was somebody's."""
        file = cls._claimed(path, "xb")
        # Asked only now that the open name is ours: before, its owner could still finish between question and answer.
        if file and file.final.exists():
            file.finish()
            return None
        if file:
            sync_folder(path.parent)
        return file

    @classmethod
    def take_over(cls, path: Path) -> Self | None:
        """Return the file that a killed process left at ``path``, None where a living one has it or it is gone."""
        file = cls._claimed(path, "r+b")
        if file:
            file.stream.seek(0, os.SEEK_END)
        return file

    @classmethod
    def _claimed(cls, path: Path, mode: str) -> Self | None:
        """Open and lock ``path``; None where that is another's right."""
        try:
            stream = FileIO(path, mode)
        except (FileExistsError, FileNotFoundError):
            return None
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            stream.close()
            return None
        # Between opening and locking another process may have finished or dropped the file; then we hold a nameless one.
        if stands_at(path, stream):
            return cls(path, stream)
        stream.close()
        return None

    @property
    def final(self) -> Path:
        """Its name once it is whole."""
        return self.path.with_name(self.path.name.removesuffix(OPEN))

    @property
    def size(self) -> int:
        """Bytes written so far."""
        return self.stream.tell()

    def append(self, data: bytes) -> int:
        """Write ``data`` as a whole and return where it begins; after an error (disk full) the file is as it was before."""
        start = self.size
        rest = memoryview(data)
        with said_plainly(self.path):
            try:
                while rest:
                    rest = rest[self.stream.write(rest) :]
            except OSError:
                self.cut(start)
                raise
        return start

    def cut(self, size: int) -> None:
        """Drop all but the first ``size`` bytes."""
        self.stream.truncate(size)
        self.stream.seek(size)

    def sync(self) -> None:
        """Return when everything written so far is on the disk."""
        with said_plainly(self.path):
            os.fsync(self.stream.fileno())

    def finish(self) -> None:
        """Give the file its final name and release it; an empty one is removed."""
        self.sync()
        with said_plainly(self.path):
            if self.size:
                self.path.rename(self.final)
            else:
                self.path.unlink()
            sync_folder(self.path.parent)
        self.stream.close()


def stands_at(path: Path, stream: FileIO) -> bool:
    """Say whether ``path`` still names the file open in ``stream``."""
    try:
        return os.path.samestat(path.stat(), os.fstat(stream.fileno()))
    except FileNotFoundError:
        return False


def sync_folder(folder: Path) -> None:
    """Return when the names in ``folder`` are on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def said_plainly(path: Path) -> Iterator[None]:
    """Turn an error of the operating system into an OutputError that names ``path``."""
    try:
        yield
    except OSError as error:
        raise OutputError(path, f"cannot write captures: {error.strerror or error}") from error
