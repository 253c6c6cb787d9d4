"""Files that are written whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from scraper.errors import OutputError


@contextmanager
def replaced(path: Path) -> Iterator[BinaryIO]:
    """Give a stream whose bytes stand at ``path`` when the block ends well; until then and otherwise the old file stands."""
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    finally:
        with suppress(OSError):
            part.unlink()


def write_text(path: Path, text: str) -> None:
    """Write ``text`` to ``path``; raises OutputError."""
    try:
        with replaced(path) as stream:
            stream.write(text.encode("utf-8", "replace"))
    except OSError as error:
        raise OutputError(path, f"cannot be written: {error.strerror or error}") from error


def make_folder(path: Path) -> None:
    """Make the folder ``path`` with those around it, if it is not there; raises OutputError."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(path, f"cannot be made: {error.strerror or error}") from error
