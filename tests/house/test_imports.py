"""Imports point one way: a room may use those before it, never those behind it."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

ORDER = (
    {"scraper", "scraper.errors", "scraper.text", "scraper.dates", "scraper.urls", "scraper.kinds", "scraper.files"},
    {"scraper.article", "scraper.patterns"},
    {"scraper.site"},
    {"scraper.definitions", "scraper.checks"},
    {"scraper.captures", "scraper.extraction"},
    {"scraper.evidence", "scraper.links"},
    {"scraper.probing"},
    {"scraper.inputs", "scraper.cases", "scraper.explain", "scraper.catalogue"},
    {"scraper.publishing", "scraper.health", "scraper.demo"},
    {"scraper.settings"},
    {"scraper.crawling"},
    {"pipelines", "spiders"},
    {"scraper.terminal"},
    {"scraper.commands"},
    {"scraper.cli"},
)
RANK = {room: rank for rank, rooms in enumerate(ORDER) for room in rooms}
SCRAPY_ROOMS = {
    "scraper.settings",
    "scraper.crawling",
    "scraper.terminal",
    "scraper.commands",
    "scraper.cli",
    "spiders",
    "pipelines",
}


def room_of(module: str) -> str:
    parts = module.split(".")
    return parts[0] if parts[0] in ("spiders", "pipelines") else ".".join(parts[:2])


def imports_of(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            whole = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name if name in RANK else node.module for name in whole}
    return found


MODULES = sorted(path for room in ("scraper", "spiders", "pipelines") for path in (ROOT / room).rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_one_way(path):
    module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    own = room_of(module)
    assert own in RANK, f"{own} has no place in the order yet"
    for name in imports_of(path):
        if name.split(".")[0] in ("scraper", "spiders", "pipelines"):
            assert RANK[room_of(name)] <= RANK[own], f"{module} imports {name}"
            assert {room_of(name), own} != {"spiders", "pipelines"}, f"{module} imports {name}"
        if name.split(".")[0] == "scrapy":
            assert own in SCRAPY_ROOMS, f"{module} imports {name}"
