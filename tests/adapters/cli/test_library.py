"""`cineaesthete library` on the real starter pack."""

from pathlib import Path

from tests.support.command import Run

TABLE = "Date,Name,Year,Letterboxd URI,Rating\n2024-01-02,Heat,1995,x,4.5\n2024-01-02,No Such Film,1999,x,3\n"


def test_films_come_in_and_go_out(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "ratings.csv"
    table.write_text(TABLE)
    first = run("library", "import", str(table))
    assert first.status == 0, first.err
    assert "new in your library 1" in first.out
    assert "No Such Film (1999)" in first.out
    assert "known already 1" in run("library", "import", str(table)).out
    out = tmp_path / "mine.csv"
    assert run("library", "export", "imdb", "--out", str(out)).status == 0
    assert "tt0113277,9,2024-01-02,Heat" in out.read_text()


def test_a_file_that_is_none_says_so(run: Run, tmp_path: Path) -> None:
    done = run("library", "import", str(tmp_path / "none.csv"))
    assert done.status == 1
    assert "cannot be read" in done.err


def test_a_taste_is_drawn_once_there_are_films(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "taste.jpg"
    few = run("library", "card", "--out", str(out))
    assert few.status == 1
    assert "5 films" in few.err
    films = ("Heat,1995", "Alien,1979", "Amélie,2001", "Ronin,1998", "Collateral,2004")
    table = tmp_path / "ratings.csv"
    head, *_ = TABLE.splitlines()
    table.write_text("\n".join([head, *(f"2024-01-02,{film},x,4.5" for film in films)]))
    assert run("library", "import", str(table)).status == 0
    drawn = run("library", "card", "--out", str(out), "--year", "2024", "--language", "fr")
    assert drawn.status == 0, drawn.err
    assert out.read_bytes().startswith(b"\xff\xd8")
