"""The shipped recordings are what their content gives, byte for byte and small."""

import gzip

import pytest

from scraper import demo as demonstration
from scraper.captures import read_captures
from scraper.demo.record import SITES, recording_of

RECORDINGS = demonstration.recordings()


def test_each_site_has_a_recording_and_a_definition(sites):
    assert {path.name.removesuffix(".warc.gz") for path in RECORDINGS} == set(SITES) == set(sites)


@pytest.mark.parametrize("site", SITES)
def test_the_shipped_recording_is_what_the_content_gives(site):
    shipped = next(path for path in RECORDINGS if path.name.startswith(site))
    # Unpacked, because another zlib packs the same records into other bytes.
    assert gzip.decompress(shipped.read_bytes()) == gzip.decompress(recording_of(site)), "run python -m scraper.demo.record"


@pytest.mark.parametrize("site", SITES)
def test_recording_twice_gives_the_same_bytes(site):
    assert recording_of(site) == recording_of(site)


@pytest.mark.parametrize("path", RECORDINGS, ids=lambda path: path.name)
def test_a_recording_is_read_without_complaint_and_holds_each_address_once(path):
    addresses = [captured.url for captured in read_captures(path)]
    assert len(addresses) == len(set(addresses)) > 40


def test_all_recordings_together_are_small():
    assert sum(path.stat().st_size for path in RECORDINGS) < 600 * 1024
