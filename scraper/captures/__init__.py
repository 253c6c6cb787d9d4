"""Captures: every response goes into a WARC before it is read, and any record can be read anew from there."""

from scraper.captures.exchange import Exchange
from scraper.captures.reader import Captured, read_capture, read_captures
from scraper.captures.repair import Repaired, repair_open_files
from scraper.captures.replay import Recording
from scraper.captures.writer import CaptureWriter

__all__ = [
    "CaptureWriter",
    "Captured",
    "Exchange",
    "Recording",
    "Repaired",
    "read_capture",
    "read_captures",
    "repair_open_files",
]
