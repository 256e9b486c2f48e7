"""A handful of real films for tests of what is above the data."""

from data.catalogue import Catalogue
from data.films import Film

HEAT = Film(
    id="tt0113277",
    title="Heat",
    year=1995,
    genres=("Crime", "Drama", "Thriller"),
    runtime=170,
    language="en",
    directors=("Michael Mann",),
    cast=("Al Pacino", "Robert De Niro", "Val Kilmer"),
    keywords=("heist", "los angeles"),
)
COLLATERAL = Film(
    id="tt0369339",
    title="Collateral",
    year=2004,
    genres=("Crime", "Thriller"),
    runtime=120,
    language="en",
    directors=("Michael Mann",),
    cast=("Tom Cruise", "Jamie Foxx"),
    keywords=("taxi", "night"),
)
RONIN = Film(
    id="tt0122690",
    title="Ronin",
    year=1998,
    genres=("Action", "Crime"),
    runtime=122,
    language="en",
    directors=("John Frankenheimer",),
    cast=("Robert De Niro", "Jean Reno"),
)
AMELIE = Film(
    id="tt0211915",
    title="Amélie",
    year=2001,
    original_title="Le Fabuleux Destin d'Amélie Poulain",
    genres=("Comedy", "Romance"),
    runtime=122,
    language="fr",
    directors=("Jean-Pierre Jeunet",),
    cast=("Audrey Tautou",),
)
SUSPIRIA_1977 = Film(
    id="tt0076786",
    title="Suspiria",
    year=1977,
    genres=("Horror",),
    runtime=99,
    language="it",
    directors=("Dario Argento",),
)
SUSPIRIA_2018 = Film(
    id="tt1034415",
    title="Suspiria",
    year=2018,
    genres=("Horror", "Fantasy"),
    runtime=152,
    language="en",
    directors=("Luca Guadagnino",),
)

CATALOGUE = Catalogue((HEAT, COLLATERAL, RONIN, AMELIE, SUSPIRIA_1977, SUSPIRIA_2018))
