"""A proposal as a definition file: TOML with the evidence in comments."""

import re
from collections.abc import Iterable

import tomlkit

from scraper.probing.proposal import Proposed

CONTROLS = re.compile(r"[\x00-\x1f\x7f]")


def definition_text(heading: Iterable[str], keys: Iterable[Proposed]) -> str:
    """Return the definition with ``keys``, each under its evidence, below the lines of ``heading``."""
    document = tomlkit.document()
    for line in heading:
        document.add(_comment(line))
    for key in keys:
        if key.evidence:
            document.add(tomlkit.nl())
            document.add(_comment(key.evidence))
        document.add(key.name, _item(key.value))
    return tomlkit.dumps(document)


def _comment(text: str) -> tomlkit.items.Comment:
    """Return ``text`` as a comment, without what TOML does not allow in one."""
    return tomlkit.comment(CONTROLS.sub(" ", text))


def _item(value: str | bool | tuple[str, ...]) -> tomlkit.items.Item:
    """Return a value as TOML, patterns in single quotes, several values a line each."""
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, bool):
        return tomlkit.item(value)
    array = tomlkit.array()
    for text in value:
        array.append(_quoted(text))
    return array.multiline(len(value) > 1)


def _quoted(text: str) -> tomlkit.items.String:
    """Return a text in the quotes that need no escapes."""
    return tomlkit.string(text, literal="\\" in text and "'" not in text)
