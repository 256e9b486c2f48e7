"""A tiny world with obvious answers: two tastes that never mix, and one film that nobody has rated."""

import numpy as np

from data.catalogue import Catalogue
from data.films import Film
from data.ratings import Ratings

N_EACH = 6
"""Films 0 to 5 are westerns, 6 to 11 are comedies, 12 is a western that nobody has rated."""
UNRATED = 12
WESTERN_PEOPLE, COMEDY_PEOPLE = ("John Ford", "John Wayne"), ("Mel Brooks", "Gene Wilder")


def catalogue() -> Catalogue:
    films = [_western(number, 1950 + number, votes=100 + number) for number in range(N_EACH)]
    films += [_comedy(number, 1970 + number, votes=100 + number) for number in range(N_EACH)]
    films.append(_western(UNRATED, 1958, votes=0))
    return Catalogue(films)


def ratings(users_each: int = 12) -> Ratings:
    """Users of the first taste love westerns and shrug at one comedy; the others the reverse. One film is
    left out by each user in turn, so that there is something to predict."""
    users, items, stars = [], [], []
    for user in range(2 * users_each):
        loved = np.arange(N_EACH) + N_EACH * (user >= users_each)
        other = np.arange(N_EACH) + N_EACH * (user < users_each)
        for item in loved[np.arange(N_EACH) != user % N_EACH]:
            users.append(user)
            items.append(item)
            stars.append(5.0 if (user + item) % 3 else 4.0)
        users.append(user)
        items.append(other[user % N_EACH])
        stars.append(1.0)
    arrays = np.array(users, np.int32), np.array(items, np.int32), np.array(stars, np.float32)
    return Ratings(*arrays, n_users=2 * users_each)


def _western(number: int, year: int, votes: int) -> Film:
    return Film(
        id=f"west-{number}",
        title=f"Western {number}",
        year=year,
        genres=("Western", "Drama"),
        runtime=90 + number,
        language="en",
        directors=(WESTERN_PEOPLE[0],),
        cast=(WESTERN_PEOPLE[1],),
        keywords=("gunfight", "frontier", "horse" if number % 2 else "sheriff"),
        certificate="R",
        vote_count=votes,
        vote_average=7.0 if votes else None,
    )


def _comedy(number: int, year: int, votes: int) -> Film:
    return Film(
        id=f"fun-{number}",
        title=f"Comedy {number}",
        year=year,
        genres=("Comedy", "Family"),
        runtime=None if number == 0 else 80 + number,
        language="fr" if number == 1 else "en",
        directors=(COMEDY_PEOPLE[0],),
        cast=(COMEDY_PEOPLE[1],),
        keywords=("slapstick", "parody", "wedding" if number % 2 else "time travel"),
        certificate="PG",
        vote_count=votes,
        vote_average=6.5,
    )
