"""Repair: files whose writer was killed lose their torn last record and get their final name."""

import fcntl
import os
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from scraper.captures.reader import CHUNK
from scraper.captures.writer import OPEN, said_plainly


@dataclass(frozen=True, slots=True)
class Repaired:
    """What was done to one file."""

    path: Path
    """Its final name; the file is gone where nothing in it was whole."""
    kept: int
    """Bytes kept: whole records."""
    cut: int
    """Bytes cut off: a record that the writer did not finish."""


def repair_captures(folder: Path) -> list[Repaired]:
    """Finish every file below ``folder`` that a killed process left open; files of living writers are left alone.

    Safe to repeat and to be killed itself: the file is cut before it is renamed.
    """
    with said_plainly(folder):
        return [done for path in sorted(folder.glob(f"*/*{OPEN}")) if (done := _repair(path))]


def _repair(path: Path) -> Repaired | None:
    """Finish the file ``path``; None where another process is writing it."""
    with path.open("r+b") as stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return None
        size = path.stat().st_size
        kept = whole_members(stream)
        stream.truncate(kept)
        os.fsync(stream.fileno())
        final = path.with_name(path.name.removesuffix(OPEN))
        if kept:
            path.rename(final)
        else:
            path.unlink()
    return Repaired(final, kept, size - kept)


def whole_members(stream: BinaryIO) -> int:
    """Return the bytes of ``stream`` up to the end of its last complete gzip member."""
    whole = read = 0
    member, waiting = zlib.decompressobj(wbits=31), b""
    while chunk := waiting or stream.read(CHUNK):
        read += 0 if waiting else len(chunk)
        try:
            member.decompress(chunk)
        except zlib.error:
            break
        waiting = member.unused_data
        if member.eof:
            whole = read - len(waiting)
            member = zlib.decompressobj(wbits=31)
    return whole
