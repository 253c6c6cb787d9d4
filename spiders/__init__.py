"""Spiders: one per site definition, and the definitions themselves."""

from pathlib import Path

SITES = Path(__file__).parent / "sites"
"""Definitions that ship with the package, one file a site."""

PLATFORMS = Path(__file__).parent / "platforms"
"""Defaults of the content management systems they run on."""
