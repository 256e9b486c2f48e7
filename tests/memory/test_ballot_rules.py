from memory.ballot_rules import Member, Option, decided, gained

HEAT, ALIEN, AMELIE = (Option(position, film) for position, film in enumerate(("heat", "alien", "amelie"), 1))


def voted(option: Option, votes: int, vetoes: int = 0) -> Option:
    return Option(option.position, option.film_id, votes, vetoes)


def test_most_votes_win() -> None:
    winner, how = decided([voted(HEAT, 1), voted(ALIEN, 2), voted(AMELIE, 0)], ())
    assert (winner.film_id, how) == ("alien", "votes")


def test_a_tie_goes_to_what_suits_the_members_best() -> None:
    members = [Member(1, "Ana", shares={"heat": 0.5, "alien": 0.9}), Member(2, "Luis", shares={"heat": 0.1})]
    winner, how = decided([voted(HEAT, 2), voted(ALIEN, 2), voted(AMELIE, 1)], members)
    assert (winner.film_id, how) == ("alien", "tie")


def test_who_lost_before_tips_a_tie() -> None:
    ana, luis = {"heat": 0.9, "alien": 0.3}, {"heat": 0.3, "alien": 0.8}
    tied = [voted(HEAT, 1), voted(ALIEN, 1)]
    assert decided(tied, [Member(1, "Ana", 1.0, ana), Member(2, "Luis", 1.0, luis)])[0].film_id == "heat"
    assert decided(tied, [Member(1, "Ana", 1.0, ana), Member(2, "Luis", 2.0, luis)])[0].film_id == "alien"


def test_of_what_suits_alike_the_higher_on_the_ballot() -> None:
    assert decided([voted(AMELIE, 1), voted(ALIEN, 1)], ())[0].film_id == "alien"


def test_nobody_voted() -> None:
    members = [Member(1, "Ana", shares={"amelie": 1.0})]
    winner, how = decided([HEAT, ALIEN, AMELIE], members)
    assert (winner.film_id, how) == ("amelie", "nobody")


def test_a_vetoed_film_wins_only_where_all_are() -> None:
    assert decided([voted(HEAT, 5, 1), voted(ALIEN, 1)], ())[0].film_id == "alien"
    assert decided([voted(HEAT, 5, 2), voted(ALIEN, 0, 1)], ())[0].film_id == "alien"
    assert decided([voted(HEAT, 5, 1), voted(ALIEN, 1, 1)], ())[0].film_id == "heat"


def test_what_was_voted_tells_what_was_gained() -> None:
    ana = Member(1, "Ana", shares={"heat": 0.4})
    assert gained(ana, HEAT, [1, 2]) == 1.0
    assert gained(ana, HEAT, [2]) == 0.0
    assert gained(ana, HEAT, []) == 0.4
    assert gained(Member(2, "Luis"), HEAT, []) == 0.5
