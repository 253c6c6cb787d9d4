"""What the catalogue keeps of the pages that a site's articles have in common."""

from datetime import timedelta

import pytest
from sqlalchemy import inspect, update

from scraper.catalogue import open_catalogue
from scraper.catalogue.tables import alembic_version, templates
from scraper.errors import OutputError
from scraper.extraction import Learned, Template


def learned(line, articles=9):
    keys = frozenset(f"article {number}" for number in range(articles))
    return Learned(Template(keys, {line: articles}, {"div.noi-dung<td<tr": articles}), Template(frozenset({"article 10"})))


def test_a_template_is_kept_until_the_next_one(tmp_path, now):
    with open_catalogue(tmp_path) as catalogue:
        catalogue.put_template("lam_giang", learned("a"), now)
        catalogue.put_template("cao_bang", learned("b"), now)
        catalogue.put_template("lam_giang", learned("c"), now + timedelta(days=1))
    with open_catalogue(tmp_path) as catalogue:
        assert catalogue.template("lam_giang") == learned("c")
        assert catalogue.template("cao_bang") == learned("b")


def test_the_template_of_an_unknown_site_says_nothing(catalogue):
    assert catalogue.template("lam_giang") == Learned()
    assert not catalogue.template("lam_giang").template.speaks


def without_templates(catalogue):
    """Make a catalogue one of before there were templates."""
    with catalogue.database.writing() as connection:
        templates.drop(connection)


def test_a_catalogue_from_before_there_were_templates_goes_on_working(tmp_path, make_article, now):
    with open_catalogue(tmp_path) as catalogue:
        catalogue.put(make_article(), now)
        catalogue.commit()
        without_templates(catalogue)
    with open_catalogue(tmp_path) as catalogue:
        assert len(list(catalogue.articles())) == 1
        catalogue.put_template("lam_giang", learned("a"), now)
        assert catalogue.template("lam_giang") == learned("a")


def test_a_catalogue_of_another_version_is_left_alone(tmp_path):
    with open_catalogue(tmp_path) as catalogue:
        without_templates(catalogue)
        with catalogue.database.writing() as connection:
            connection.execute(update(alembic_version).values(version_num="0099"))
        with pytest.raises(OutputError):
            open_catalogue(tmp_path)
        with catalogue.database.reading() as connection:
            assert not inspect(connection).has_table("templates")
