"""`cineaesthete ingest reviews` on the real starter pack."""

from pathlib import Path

from tests.support.command import Run

TABLE = "review,film,year,rating\nThe acting is superb.,Heat,1995,4.5\nFine.,No Such Film,,3\n,Heat,1995,4\n"


def test_rows_come_in_once_and_are_taken_back(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "mine.csv"
    table.write_text(TABLE)
    first = run("ingest", "reviews", str(table))
    assert first.status == 0, first.err
    assert "1 reviews of 1 films kept; 0 were known; 2 of 3 rows refused" in first.out
    assert 'row 2 names "No Such Film", which is not in the catalogue' in first.err
    assert "row 3 has no text" in first.err
    assert '"known": 1' in run("ingest", "reviews", str(table), "--json").out
    assert "1 reviews" in run("ingest", "reviews", "--remove", "mine.csv").out
    assert run("ingest", "reviews", "--remove", "mine.csv").status == 1


def test_one_source_at_a_time_and_tmdb_needs_a_key(run: Run) -> None:
    assert "Name one of" in run("ingest", "reviews").err
    assert "CINE_TMDB_KEY" in run("ingest", "reviews", "--tmdb").err
