"""What the catalogue keeps of the delays that sites taught us."""

from datetime import timedelta

from scraper.catalogue import open_catalogue
from scraper.catalogue.tables import paces


def test_a_delay_is_kept_until_the_next_one_and_nothing_is_no_row(tmp_path, now):
    with open_catalogue(tmp_path) as catalogue:
        catalogue.put_pace("lam_giang", 8.0, now)
        catalogue.put_pace("cao_bang", 2.0, now)
        catalogue.put_pace("lam_giang", 6.0, now + timedelta(days=1))
        catalogue.put_pace("cao_bang", 0.0, now + timedelta(days=1))
    with open_catalogue(tmp_path) as catalogue:
        assert (catalogue.pace("lam_giang"), catalogue.pace("cao_bang"), catalogue.pace("vusta")) == (6.0, 0.0, 0.0)
        with catalogue.database.reading() as connection:
            assert len(connection.execute(paces.select()).all()) == 1


def test_a_catalogue_from_before_there_were_paces_goes_on_working(tmp_path, now):
    with open_catalogue(tmp_path) as catalogue, catalogue.database.writing() as connection:
        paces.drop(connection)
    with open_catalogue(tmp_path) as catalogue:
        catalogue.put_pace("lam_giang", 8.0, now)
        assert catalogue.pace("lam_giang") == 8.0
