import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.catalogue import Catalogue
from data.films import Film
from data.pack import StarterPack
from data.short_forms import ShortForms
from data.titles import TitleIndex

ONE_FILM = """
Heat => Heat (1995)
heat => Heat (1995)
HEAT => Heat (1995)
"Heat" => Heat (1995)
Heat (1995) => Heat (1995)
Heat 1995 => Heat (1995)
heat, 1995 => Heat (1995)
the movie Heat => Heat (1995)
tt0113277 => Heat (1995)
the 1986 Fly => The Fly (1986)
the fly from 1986 => The Fly (1986)
The Fly (1958) => The Fly (1958)
matrix => The Matrix (1999)
Matrix, The => The Matrix (1999)
pulp fiction movie => Pulp Fiction (1994)
godfather 2 => The Godfather: Part II (1974)
Godfather II => The Godfather: Part II (1974)
the second Godfather => The Godfather: Part II (1974)
the godfather part ii => The Godfather: Part II (1974)
godfather the third => The Godfather: Part III (1990)
the first Alien => Alien (1979)
the second alien => Aliens (1986)
toy story three => Toy Story 3 (2010)
harry potter 3 => Harry Potter and the Prisoner of Azkaban (2004)
third indiana jones => Indiana Jones and the Last Crusade (1989)
the second star wars => The Empire Strikes Back (1980)
the original ghostbusters => Ghostbusters (1984)
the third man => The Third Man (1949)
first blood => First Blood (1982)
rocky 4 => Rocky IV (1985)
alien 3 => Alien³ (1992)
ocean's 11 => Ocean's Eleven (2001)
12 monkeys => Twelve Monkeys (1995)
twelve angry men => 12 Angry Men (1957)
8 1/2 => 8½ (1963)
2001 => 2001: A Space Odyssey (1968)
1917 => 1917 (2019)
300 => 300 (2006)
blade runner 2049 => Blade Runner 2049 (2017)
crash 2004 => Crash (2004)
lotr => The Lord of the Rings: The Fellowship of the Ring (2001)
LOTR fellowship => The Lord of the Rings: The Fellowship of the Ring (2001)
lotr two towers => The Lord of the Rings: The Two Towers (2002)
lord of the rings => The Lord of the Rings: The Fellowship of the Ring (2001)
harry potter => Harry Potter and the Philosopher's Stone (2001)
goblet of fire => Harry Potter and the Goblet of Fire (2005)
eternal sunshine => Eternal Sunshine of the Spotless Mind (2004)
spotless mind => Eternal Sunshine of the Spotless Mind (2004)
el padrino => The Godfather (1972)
Der Pate => The Godfather (1972)
le parrain 2 => The Godfather: Part II (1974)
el resplandor => The Shining (1980)
Les dents de la mer => Jaws (1975)
stirb langsam => Die Hard (1988)
empire strikes back => The Empire Strikes Back (1980)
silence of the lambs => The Silence of the Lambs (1991)
shawshank => The Shawshank Redemption (1994)
crouching tiger => Crouching Tiger, Hidden Dragon (2000)
grand budapest => The Grand Budapest Hotel (2014)
fury road => Mad Max: Fury Road (2015)
good bad ugly => The Good, the Bad and the Ugly (1966)
no country => No Country for Old Men (2007)
se7en => Se7en (1995)
seven => Se7en (1995)
star wars => Star Wars (1977)
mad max => Mad Max (1979)
dark knight => The Dark Knight (2008)
Le fabuleux destin d'Amélie Poulain => Amélie (2001)
fabuleux destin damelie poulain => Amélie (2001)
La vita è bella => Life Is Beautiful (1997)
vita e bella => Life Is Beautiful (1997)
Das Boot => Das Boot (1981)
boot => Das Boot (1981)
Sen to Chihiro => Spirited Away (2001)
千と千尋の神隠し => Spirited Away (2001)
les quatre cents coups => The 400 Blows (1959)
wall-e => WALL·E (2008)
walle => WALL·E (2008)
spiderman => Spider-Man (2002)
lala land => La La Land (2016)
mash => M*A*S*H (1970)
E.T. => E.T. the Extra-Terrestrial (1982)
I, Robot => I, Robot (2004)
malcolm x => Malcolm X (1992)
amelie => Amélie (2001)
leon => Leon: The Professional (1994)
intersteller => Interstellar (2014)
godfater 2 => The Godfather: Part II (1974)
the godfahter => The Godfather (1972)
inglorious bastards => Inglourious Basterds (2009)
pirates of the carribean => Pirates of the Caribbean: The Curse of the Black Pearl (2003)
the grnd budapest hotel => The Grand Budapest Hotel (2014)
It => It (2017)
Up => Up (2009)
her => Her (2013)
us => Us (2019)
room => Room (2015)
m => M (1931)
parasite => Parasite (2019)
psycho => Psycho (1960)
scarface => Scarface (1983)
joker => Joker (2019)
coco => Coco (2017)
dune 2 => Dune: Part Two (2024)
avatar 2 => Avatar: The Way of Water (2022)
quiet place 2 => A Quiet Place Part II (2021)
no way home => Spider-Man: No Way Home (2021)
portrait de la jeune fille en feu => Portrait of a Lady on Fire (2019)
"""

SEVERAL = """
The Fly => The Fly (1986); The Fly (1958)
Beauty and the Beast => Beauty and the Beast (2017); Beauty and the Beast (1991); Beauty and the Beast (2014)
Ghostbusters => Ghostbusters (1984); Ghostbusters (2016)
Godzilla => Godzilla (2014); Godzilla (1998)
King Kong => King Kong (2005); King Kong (1933)
A Star Is Born => A Star Is Born (2018); A Star Is Born (1954)
Little Women => Little Women (2019); Little Women (1994)
Suspiria => Suspiria (2018); Suspiria (1977)
Dune => Dune (2021); Dune (1984)
the thing => The Thing (1982); The Thing (2011)
planet of the apes => Planet of the Apes (1968); Planet of the Apes (2001)
oldboy => Oldboy (2003); Oldboy (2013)
total recall => Total Recall (1990); Total Recall (2012)
cinderella => Cinderella (1950); Cinderella (2015)
"""

NO_FILM = """
asdkjh qwe
flurbly wurbly grobnob
Blorptastic Voyage of the Snark
the xyzzy chronicles
qqqqqqqq
zzz
the
!!!
Heat 2050
The Fly (1999)
tt9999999
"""


def _table(text: str) -> list[tuple[str, list[str]]]:
    lines = (line.partition(" => ") for line in text.strip().splitlines())
    return [(said, meant.split("; ") if meant else []) for said, _, meant in lines]


@pytest.mark.parametrize(("said", "meant"), _table(ONE_FILM))
def test_one_film_is_meant(titles: TitleIndex, said: str, meant: list[str]) -> None:
    found = titles.resolve(said)
    assert [found.film.label if found.film else found] == meant
    assert found.choices == found.suggestions == ()


@pytest.mark.parametrize(("said", "meant"), _table(SEVERAL))
def test_films_of_one_title_are_asked_about(titles: TitleIndex, said: str, meant: list[str]) -> None:
    found = titles.resolve(said)
    assert found.film is None
    labels = [film.label for film in found.choices]
    assert set(meant) <= set(labels)
    assert len({film.year for film in found.choices}) == len(labels)


@pytest.mark.parametrize(("said", "_"), _table(NO_FILM))
def test_an_unknown_title_is_no_film(titles: TitleIndex, said: str, _: list[str]) -> None:
    found = titles.resolve(said)
    assert found.film is None
    assert found.choices == ()
    assert len(found.suggestions) <= 3


@pytest.mark.parametrize(
    ("said", "near"),
    [("moonlight kingdom", "Moonrise Kingdom"), ("Heat 2050", "Heat"), ("the lion kind", "The Lion King")],
)
def test_an_unknown_title_gets_the_nearest_as_suggestion(titles: TitleIndex, said: str, near: str) -> None:
    assert titles.resolve(said).suggestions[0].title == near


def test_a_year_chooses(titles: TitleIndex) -> None:
    for year in (1958, 1986):
        film = titles.resolve("The Fly", year=year).film
        assert film is not None
        assert film.year == year
    wrong = titles.resolve("The Fly", year=1925)
    assert wrong.film is None
    assert {film.title for film in wrong.suggestions} == {"The Fly"}


def test_a_year_may_be_one_off(titles: TitleIndex) -> None:
    film = titles.resolve("Heat", year=1996).film
    assert film is not None
    assert film.label == "Heat (1995)"


def test_every_film_is_found_by_its_label_and_its_id(starter: StarterPack, titles: TitleIndex) -> None:
    lost = []
    for film in starter.catalogue.films[::7]:
        by_id, by_label = titles.resolve(film.id), titles.resolve(film.label)
        if by_id.film != film or film not in (by_label.film, *by_label.choices):
            lost.append(film.label)
    assert lost == []


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("hea", "Heat (1995)"),
        ("godf", "The Godfather (1972)"),
        ("the godf", "The Godfather (1972)"),
        ("budap", "The Grand Budapest Hotel (2014)"),
        ("intersteller", "Interstellar (2014)"),
        ("up", "Up (2009)"),
    ],
)
def test_completing(titles: TitleIndex, typed: str, first: str) -> None:
    films = titles.complete(typed)
    assert first in [film.label for film in films[:3]]
    assert len(films) <= 25


def test_completing_nothing_offers_the_best_known(titles: TitleIndex) -> None:
    assert len(titles.complete("", limit=5)) == 5
    assert titles.complete("zzqqxx") == []


def test_an_article_tells_two_films_apart(titles: TitleIndex) -> None:
    for said, meant in (
        ("heat", "Heat (1995)"),
        ("the heat", "The Heat (2013)"),
        ("the batman", "The Batman (2022)"),
    ):
        film = titles.resolve(said).film
        assert film is not None
        assert film.label == meant


@settings(max_examples=300, deadline=None)
@given(text=st.text(max_size=80))
def test_any_text_resolves_to_something(toy: TitleIndex, text: str) -> None:
    found = toy.resolve(text)
    assert (found.film is not None) + bool(found.choices) <= 1
    toy.complete(text)
    for mention in toy.mentions(text):
        assert text[mention.start : mention.end] == mention.text


@pytest.fixture(scope="module")
def toy() -> TitleIndex:
    films = [
        Film("tt1", "Heat", 1995, vote_count=2000),
        Film("tt2", "The Fly", 1986, vote_count=1000),
        Film("tt3", "The Fly", 1958, vote_count=120),
        Film("tt4", "Amélie", 2001, "Le fabuleux destin d'Amélie Poulain", language="fr", vote_count=3000),
        Film("tt5", "8½", 1963, vote_count=500),
    ]
    return TitleIndex(Catalogue(films), ShortForms({"ze fly": ("tt2",)}))


def test_a_toy_catalogue(toy: TitleIndex) -> None:
    assert [film.year for film in toy.resolve("fly").choices] == [1986, 1958]
    film = toy.resolve("ze fly").film
    assert film is not None
    assert film.id == "tt2"
    assert toy.resolve("x" * 20_000).film is None


def test_short_forms_name_films_of_the_pack(starter: StarterPack) -> None:
    named = {film_id for ids in ShortForms.read().films.values() for film_id in ids}
    assert sorted(film_id for film_id in named if starter.catalogue.get(film_id) is None) == []


def test_titles_abroad_name_films_of_the_pack(starter: StarterPack, titles: TitleIndex) -> None:
    abroad = ShortForms.read().abroad
    assert [film_id for film_id in abroad if starter.catalogue.get(film_id) is None] == []
    for film_id, names in abroad.items():
        for name in names:
            found = titles.resolve(name)
            assert film_id in {film.id for film in (found.film, *found.choices) if film}, name


@pytest.mark.parametrize(
    "said",
    ["muestra los otros", "was habe ich da oben", "montre-moi les autres", "algo de la vida de un pianista"],
)
def test_ordinary_words_of_other_languages_are_no_titles(titles: TitleIndex, said: str) -> None:
    assert titles.mentions(said) == []


@pytest.mark.parametrize(
    ("said", "film"),
    [
        ("wie lang ist Der Pate", "The Godfather (1972)"),
        ("algo como el resplandor pero corto", "The Shining (1980)"),
    ],
)
def test_titles_abroad_are_found_in_sentences(titles: TitleIndex, said: str, film: str) -> None:
    assert [mention.films[0].label for mention in titles.mentions(said)] == [film]


def test_titles_abroad_complete_too(titles: TitleIndex) -> None:
    assert titles.complete("el resplan")[0].label == "The Shining (1980)"
