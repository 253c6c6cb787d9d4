"""Definition files: found, laid over their platform's defaults, checked, and refused with one clear line."""

import difflib
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from scraper.errors import DefinitionError
from scraper.site import Generation, Selectors, Site

Table = dict[str, Any]
"""A TOML table as read."""


def load_sites(folders: Iterable[Path], platforms: Iterable[Path]) -> dict[str, Site]:
    """Return the definitions in ``folders`` by name; a later folder's definition replaces an earlier one of the same name.

    ``platforms`` are folders of platform defaults. Raises DefinitionError naming the file and the key.
    """
    defaults = {path.stem: read_toml(path) for folder in platforms for path in sorted(folder.glob("*.toml"))}
    paths = {path.stem: path for folder in folders for path in sorted(folder.glob("*.toml"))}
    return {name: load_site(path, defaults) for name, path in sorted(paths.items())}


def load_site(path: Path, platforms: Mapping[str, Table]) -> Site:
    """Return the site defined in the file ``path``, laid over the defaults of its platform."""
    table = read_toml(path)
    platform = table.get("platform")
    if platform is not None and platform not in platforms:
        raise DefinitionError(path, f"unknown platform {platform!r}{_nearest(str(platform), platforms)}")
    merged = merge(platforms.get(platform, {}) if platform else {}, table)
    try:
        return Site.model_validate({**merged, "name": path.stem})
    except ValidationError as error:
        raise DefinitionError(path, _explained(error)) from error


def read_toml(path: Path) -> Table:
    """Return the table in the file ``path``; raises DefinitionError where it is no TOML."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DefinitionError(path, str(error)) from error


def merge(defaults: Table, table: Table) -> Table:
    """Return ``table`` over ``defaults``: tables are merged, lists joined with the default's first, the rest replaced."""
    merged = dict(defaults)
    for key, value in table.items():
        match merged.get(key), value:
            case dict() as below, dict():
                merged[key] = merge(below, value)
            case list() as below, list():
                merged[key] = below + value
            case _:
                merged[key] = value
    return merged


def _explained(error: ValidationError) -> str:
    """Return the first problem of ``error`` in one line, with the nearest valid key where one is misspelt."""
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    if first["type"] != "extra_forbidden":
        return f"{where}: {first['msg'].removeprefix('Value error, ')}"
    key = str(first["loc"][-1])
    return f"unknown key {where!r}{_nearest(key, _model_at(first['loc']).model_fields)}"


def _model_at(location: tuple[int | str, ...]) -> type[BaseModel]:
    """Return the model whose key stands last in ``location``."""
    if "selectors" in location[:-1]:
        return Selectors
    return Generation if "generations" in location[:-1] else Site


def _nearest(word: str, known: Iterable[str]) -> str:
    """Return a hint naming the one of ``known`` that ``word`` was probably meant to be, empty where none is near."""
    near = difflib.get_close_matches(word, list(known), n=1)
    return f" (did you mean {near[0]!r}?)" if near else ""
