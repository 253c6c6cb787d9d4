"""What a user can do wrong: one clear line, exit status 2, nothing half-written."""

import gzip
import json
import os

import pytest

from scraper import demo as demonstration
from scraper.article import Article


def refused(done):
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    return done.stderr


def test_an_unknown_site_is_named_with_the_nearest(vusta, tmp_path):
    assert "did you mean 'cao_bang'?" in refused(vusta("crawl", "cao_bangg", "--output", tmp_path / "o"))
    assert not (tmp_path / "o").exists()


def test_a_misspelt_key_is_named_with_its_file(vusta, tmp_path):
    (tmp_path / "x.toml").write_text('organisation = "X"\nprovinse = "Y"\nhosts = ["https://x.example"]\n', "utf-8")
    line = refused(vusta("crawl", "x", "--sites", tmp_path, "--output", tmp_path / "o"))
    assert "x.toml" in line
    assert "did you mean 'province'?" in line


@pytest.mark.parametrize("command", [["extract"], ["crawl", "cao_bang", "--replay"]])
def test_a_truncated_warc_is_refused_before_anything_is_written(vusta, tmp_path, command):
    whole = demonstration.recordings()[0].read_bytes()
    (tmp_path / "cut.warc.gz").write_bytes(whole[: len(whole) * 2 // 3])
    done = vusta(*command, tmp_path / "cut.warc.gz", "--output", tmp_path / "o")
    assert "cut.warc.gz" in refused(done)
    assert done.stdout == ""
    assert not (tmp_path / "o").exists()


@pytest.mark.parametrize("content", [b"", b"  \n", bytes(range(256)) * 8, b"plain words"])
def test_a_file_that_is_no_page_is_refused(vusta, tmp_path, content):
    (tmp_path / "page.html").write_bytes(content)
    assert "page.html" in refused(vusta("extract", tmp_path / "page.html"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_an_output_folder_without_write_permission_is_named(vusta, tmp_path):
    (tmp_path / "o").mkdir(mode=0o555)
    assert str(tmp_path / "o") in refused(vusta("demo", "--output", tmp_path / "o"))


def test_an_output_folder_that_is_a_file_is_named(vusta, tmp_path):
    (tmp_path / "o").write_text("")
    assert str(tmp_path / "o") in refused(vusta("demo", "--output", tmp_path / "o" / "p"))


def test_showing_from_an_empty_folder_says_how_to_fill_it(vusta, tmp_path):
    assert "a crawl makes one" in refused(vusta("show", "abc", "--output", tmp_path))


def test_the_schema_describes_every_field(vusta):
    schema = json.loads(vusta("schema").stdout)
    assert schema["$schema"].endswith("2020-12/schema")
    assert set(schema["properties"]) == set(Article.model_fields)
    assert all("description" in field for field in schema["properties"].values())


def test_extract_prints_one_record_a_line_and_nothing_else(vusta):
    done = vusta("extract", demonstration.recordings()[0])
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert done.stderr == ""
    assert len(records) >= 10


def test_show_and_changes_agree_with_the_dump(demo, vusta):
    output, _ = demo
    path = next((output / "dump").glob("songhong/2017-*.jsonl.gz"))
    record = json.loads(gzip.decompress(path.read_bytes()).splitlines()[0])
    shown = json.loads(vusta("show", record["url"], "--json", "--output", output).stdout)
    assert shown["article_body"] == record["article_body"]
    log = [json.loads(line) for line in vusta("changes", "--json", "--output", output).stdout.splitlines()]
    assert {"seq", "kind", "id", "url", "version"} <= set(log[0])
    assert record["id"] in {entry["id"] for entry in log}


def test_scrapy_lists_every_site_that_can_be_crawled(vusta, tmp_path):
    from spiders.loader import DefinitionLoader, shipped_and

    assert DefinitionLoader(shipped_and(None)).list() == sorted(name for name, site in shipped_and(None).items() if site.hosts)


def test_the_progress_on_a_terminal_does_not_disturb_the_crawl(tmp_path):
    import pty
    import subprocess
    import sys

    ours, theirs = pty.openpty()
    code = "from scraper.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "demo", "--output", tmp_path], stdout=subprocess.DEVNULL, stderr=theirs, check=False
    )
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 0


def test_a_recording_names_the_sites_to_crawl(vusta, tmp_path):
    definitions = demonstration.HERE / "definitions"
    recording = next(path for path in demonstration.recordings() if path.name.startswith("cuulong"))
    done = vusta("crawl", "--replay", recording, "--sites", definitions, "--output", tmp_path)
    assert done.returncode == 0, done.stderr
    assert "cuulong" in done.stderr
    assert "songhong" not in done.stderr
