"""Repair: files whose writer was killed lose their torn last record and get their final name."""

import os
import shutil
import zlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from scraper.captures.openfile import OPEN, OpenFile, said_plainly, sync_folder
from scraper.captures.records import member

TORN = ".torn"
"""Suffix of a file that keeps what was cut off, beside the one it was cut from."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """What was done to one file."""

    path: Path
    """Its final name; the file is gone where nothing in it was whole."""
    kept: int
    """Bytes kept: whole records."""
    cut: int
    """Bytes cut off, from the first record that is not whole."""
    torn: Path | None
    """File that holds them, None where nothing was cut off.

    After a kill it is one record that ``write`` never returned for. After a power failure whole ones may stand behind it.
    """


def repair_open_files(folder: Path) -> list[Repaired]:
    """Finish every file that killed processes left open in the folders of ``folder``; those of living writers are not touched.

    Safe to repeat, to run twice at once and to be killed: what is cut off is on the disk under its own name before it is cut,
    and the file is cut before it is renamed. Raises OutputError where the folder cannot be written.
    """
    with said_plainly(folder):
        return [repair(file) for path in sorted(folder.glob(f"*/*{OPEN}")) if (file := OpenFile.take_over(path))]


def repair(file: OpenFile) -> Repaired:
    """Cut ``file`` after its last whole record and finish it."""
    with file.stream:
        kept, size = whole_until(file.path), file.size
        torn = keep_torn(file, kept) if kept < size else None
        file.cut(kept)
        file.finish()
    return Repaired(file.final, kept, size - kept, torn)


def whole_until(path: Path) -> int:
    """Return where the last whole gzip member of ``path`` ends that has only whole ones before it."""
    end = 0
    with path.open("rb") as stream, suppress(EOFError, zlib.error):
        while stream.peek(1):
            member(stream)
            end = stream.tell()
    return end


def keep_torn(file: OpenFile, kept: int) -> Path:
    """Copy what follows the first ``kept`` bytes of ``file`` to a file beside it, and return that."""
    torn = file.final.with_name(file.final.name + TORN)
    with file.path.open("rb") as source, torn.open("wb") as target:
        source.seek(kept)
        shutil.copyfileobj(source, target)
        target.flush()
        os.fsync(target.fileno())
    sync_folder(torn.parent)
    return torn
