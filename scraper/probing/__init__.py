"""Probing: looking at a site nobody has described, and writing the definition it needs."""

from scraper.probing.answers import Answer, Ask, follow
from scraper.probing.live import LiveCheck, check_live
from scraper.probing.probe import Probe, name_of, probe

__all__ = ["Answer", "Ask", "LiveCheck", "Probe", "check_live", "follow", "name_of", "probe"]
