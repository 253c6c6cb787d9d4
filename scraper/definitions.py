"""Definition files: found, laid over their platform's defaults, checked, and refused with one clear line."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from scraper.errors import DefinitionError, nearest
from scraper.site import Generation, Selectors, Site

SIGNS = "signs"
"""Key of a platform alone: patterns that give it away in the HTML of a page."""

Table = dict[str, Any]
"""A TOML table as read."""

JOINED = frozenset({"listing_url", "skip_url", "twin_url", "remove"})
"""Lists that a site adds to its platform's; any other list replaces the platform's, so that ``feeds = []`` means none."""

SITE_ONLY = frozenset({
    "name", "organisation", "province", "province_2025", "predecessors", "platform", "status", "hosts", "start",
})  # fmt: skip
"""Keys that say whose site it is, and so have no place among a platform's defaults."""


def load_sites(folders: Iterable[Path], platforms: Iterable[Path]) -> dict[str, Site]:
    """Return the definitions in ``folders`` by name; a later folder's definition replaces an earlier one of the same name.

    ``platforms`` are folders of platform defaults. Raises DefinitionError naming the file and the key.
    """
    defaults = load_platforms(platforms)
    paths = {path.stem: path for folder in folders for path in _files(folder)}
    return {name: load_site(path, defaults) for name, path in sorted(paths.items())}


def load_platforms(folders: Iterable[Path]) -> dict[str, Table]:
    """Return the defaults of every platform in ``folders`` by name, each checked by itself."""
    return {path.stem: load_platform(path) for folder in folders for path in _files(folder)}


def load_platform(path: Path) -> Table:
    """Return the defaults in the file ``path``; raises DefinitionError where they could not stand in a site's definition."""
    table = read_toml(path)
    table.pop(SIGNS, None)
    for key in table:
        if key in SITE_ONLY:
            raise DefinitionError(path, f"{key!r} belongs into a site's definition, not into a platform's")
    _checked(path, {**table, "name": "platform", "organisation": "none", "status": "unknown"})
    return table


def load_signs(folders: Iterable[Path]) -> dict[str, tuple[re.Pattern[str], ...]]:
    """Return what gives each platform in ``folders`` away in the HTML of a page, by its name; raises DefinitionError."""
    return {path.stem: tuple(_signs(path, read_toml(path).get(SIGNS, []))) for folder in folders for path in _files(folder)}


def _signs(path: Path, signs: object) -> Iterator[re.Pattern[str]]:
    """Yield the patterns in ``signs``; raises DefinitionError where they are none."""
    if not isinstance(signs, list) or not all(isinstance(sign, str) for sign in signs):
        raise DefinitionError(path, f"{SIGNS}: must be a list of patterns")
    for sign in signs:
        try:
            yield re.compile(sign, re.IGNORECASE)
        except re.error as error:
            raise DefinitionError(path, f"{SIGNS}: {sign!r} is no regular expression: {error}") from error


def load_site(path: Path, platforms: Mapping[str, Table]) -> Site:
    """Return the site defined in the file ``path``, laid over the defaults of its platform."""
    table = read_toml(path)
    if "name" in table:
        raise DefinitionError(path, "a site is named by its file; 'name' is a key of generations only")
    platform = table.get("platform")
    if isinstance(platform, str) and platform not in platforms:
        raise DefinitionError(path, f"platform: {platform!r} is unknown{nearest(platform, platforms)}")
    defaults = platforms[platform] if isinstance(platform, str) else {}
    return _checked(path, {**merge(defaults, table), "name": path.stem})


def read_toml(path: Path) -> Table:
    """Return the table in the file ``path``; raises DefinitionError where it is no TOML."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DefinitionError(path, f"is no TOML: {error}") from error
    except UnicodeDecodeError as error:
        raise DefinitionError(path, f"is no UTF-8 text: byte {error.start}") from error
    except OSError as error:
        raise DefinitionError(path, error.strerror or str(error)) from error


def merge(defaults: Table, table: Table) -> Table:
    """Return ``table`` over ``defaults``: tables are merged, the lists in ``JOINED`` joined, all else replaced.

    >>> merge({"skip_url": ["a"], "feeds": ["/rss"]}, {"skip_url": ["b"], "feeds": []})
    {'skip_url': ['a', 'b'], 'feeds': []}
    """
    merged = dict(defaults)
    for key, value in table.items():
        match merged.get(key), value:
            case dict() as below, dict():
                merged[key] = merge(below, value)
            case list() as below, list() if key in JOINED:
                merged[key] = below + value
            case _:
                merged[key] = value
    return merged


def _files(folder: Path) -> list[Path]:
    """Return the definition files in ``folder``; raises DefinitionError where there are none to be found."""
    if not folder.is_dir():
        raise DefinitionError(folder, "no such folder of definitions")
    return sorted(folder.glob("*.toml"))


def _checked(path: Path, table: Table) -> Site:
    """Return ``table`` as a site; raises DefinitionError with the first thing wrong in it."""
    try:
        return Site.model_validate(table)
    except ValidationError as error:
        raise DefinitionError(path, _explained(error)) from error


def _explained(error: ValidationError) -> str:
    """Return the first problem of ``error`` in one line, with the nearest valid key where one is misspelt."""
    first = min(error.errors(), key=lambda problem: problem["type"] != "extra_forbidden")
    where = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        return f"unknown key {where!r}{nearest(str(first['loc'][-1]), _model_at(first['loc']).model_fields)}"
    if first["loc"] == ("name",):
        return "the name of the file must be ASCII snake case, as in cao_bang.toml"
    return f"{where}: {_plain(first['msg'])}" if where else _plain(first["msg"])


def _plain(message: str) -> str:
    """Return a message of pydantic's in the words of someone who writes TOML.

    >>> _plain("Input should be a valid tuple"), _plain("Field required")
    ('must be a list', 'is missing')
    """
    words = {"Value error, ": "", "Input should": "must", "a valid tuple": "a list", "a valid string": "text in quotes"}
    for theirs, ours in words.items():
        message = message.replace(theirs, ours)
    return "is missing" if message == "Field required" else message


def _model_at(location: tuple[int | str, ...]) -> type[BaseModel]:
    """Return the model whose key stands last in ``location``."""
    if "selectors" in location[:-1]:
        return Selectors
    return Generation if "generations" in location[:-1] else Site
