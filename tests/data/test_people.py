"""People as they are named, alone and in sentences."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.people import PeopleIndex

RESOLVED = """
de niro => Robert De Niro
De Niro => Robert De Niro
deniro => Robert De Niro
tarantino => Quentin Tarantino
quentin tarentino => Quentin Tarantino
Nolan => Christopher Nolan
scorsese => Martin Scorsese
scorcese => Martin Scorsese
villeneuve => Denis Villeneuve
villenueve => Denis Villeneuve
miyazaki => Hayao Miyazaki
kurosawa => Akira Kurosawa
Almodovar => Pedro Almodóvar
Pedro Almodóvar => Pedro Almodóvar
wes anderson => Wes Anderson
hitchcock => Alfred Hitchcock
harrison ford => Harrison Ford
hanks => Tom Hanks
spielburg => Steven Spielberg
steven speilberg => Steven Spielberg
samuel jackson => Samuel L. Jackson
Samuel L Jackson => Samuel L. Jackson
Robert Downey, Jr. => Robert Downey Jr.
Leonardo di caprio => Leonardo DiCaprio
leo => Leonardo DiCaprio
keanu => Keanu Reeves
the rock => Dwayne Johnson
coen brothers => Joel Coen
director david lynch => David Lynch
bong joon ho => Bong Joon-ho
Joon-ho Bong => Bong Joon-ho
wong kar-wai => Wong Kar-wai
Agnès Varda => Agnès Varda
varda => Agnès Varda
fellini => Federico Fellini
mann => Michael Mann
"""

NAMED = """
anything by tarantino => Quentin Tarantino
films with tom hanks => Tom Hanks
something with de niro but not too long => Robert De Niro
the de niro one => Robert De Niro
a nolan film => Christopher Nolan
I like nolan => Christopher Nolan
i love scorsese => Martin Scorsese
more by villeneuve => Denis Villeneuve
miyazaki movies => Hayao Miyazaki
jack black comedies => Jack Black
chris rock => Chris Rock
movies with Ice Cube => Ice Cube
steve mcqueen films => Steve McQueen
a film by james cameron => James Cameron
tarantino's best => Quentin Tarantino
Tarantino's latest => Quentin Tarantino
tom hanks and meg ryan => Tom Hanks; Meg Ryan
no tom cruise please => Tom Cruise
films by quentin tarentino => Quentin Tarantino
robert downey jr. is great => Robert Downey Jr.
samuel l. jackson films => Samuel L. Jackson
anything with emma stone or ryan gosling => Emma Stone; Ryan Gosling
spike lee joint => Spike Lee
depp movies => Johnny Depp
something by the coen brothers => Joel Coen
a family comedy with adam sandler => Adam Sandler
with Denzel => Denzel Washington
arnie films => Arnold Schwarzenegger
no will ferrell => Will Ferrell
directed by michael mann or kathryn bigelow => Michael Mann; Kathryn Bigelow
"""

NOT_NAMED = """
will you recommend something
grace and beauty
rose garden
my friend chris
young people
I hope so
by Young
an ice cube melts
no cruise ships
stone age
page turner
I want something like heat
rock music
bay area
cage fight
what does she say
grant me a wish
the king
kids
with my mother
something from france
set in paris
something funny for tonight
smth like intersteller
"""


def _table(text: str) -> list[list[str]]:
    return [line.split(" => ") for line in text.strip().splitlines()]


@pytest.mark.parametrize(("said", "name"), _table(RESOLVED))
def test_a_name_is_resolved(people: PeopleIndex, said: str, name: str) -> None:
    assert people.resolve(said)[0] == name


@pytest.mark.parametrize("said", ["", "xyzzy", "asdf qwer", "the", "!!!", "x" * 5000])
def test_an_unknown_name_is_nobody(people: PeopleIndex, said: str) -> None:
    assert people.resolve(said) == ()


def test_namesakes_are_given_best_known_first(people: PeopleIndex) -> None:
    andersons = people.resolve("anderson")
    assert {"Wes Anderson", "Paul Thomas Anderson"} <= set(andersons)
    assert people.resolve("coen brothers") == ("Joel Coen", "Ethan Coen")


@pytest.mark.parametrize(
    "sentence",
    ["pastel colours and symmetry", "quiero una película española de miedo", "a tarentino"],
)
def test_a_word_is_set_right_only_where_something_asks_for_a_person(
    people: PeopleIndex, sentence: str
) -> None:
    assert people.mentions(sentence) == []


@pytest.mark.parametrize(("sentence", "names"), _table(NAMED))
def test_people_are_found(people: PeopleIndex, sentence: str, names: str) -> None:
    found = people.mentions(sentence)
    assert [mention.name for mention in found] == names.split("; ")
    assert all(sentence[mention.start : mention.end] == mention.text for mention in found)


@pytest.mark.parametrize("sentence", NOT_NAMED.strip().splitlines())
def test_nobody_is_found(people: PeopleIndex, sentence: str) -> None:
    assert [mention.name for mention in people.mentions(sentence)] == []


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=80))
def test_any_text_can_be_read(people: PeopleIndex, text: str) -> None:
    people.resolve(text)
    for mention in people.mentions(text):
        assert text[mention.start : mention.end] == mention.text
