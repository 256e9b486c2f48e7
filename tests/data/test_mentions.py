"""Titles in sentences: what is meant by people who write in haste, and what is not meant."""

import pytest

from data.titles import TitleIndex

NAMED = """
something like Heat but under two hours => Heat
something like heat but under two hours => Heat
smth like intersteller but shorter => Interstellar
I loved the godfather part ii => The Godfather: Part II
the godfather part ii is better than the godfather => The Godfather: Part II; The Godfather
have you seen It? => It
I loved Her => Her
watched up => Up
rate up 5 stars => Up
watched up last night => Up
I watched "Up" with my kids => Up
"her" was great => Her
home alone is great => Home Alone
like drive but funnier => Drive
movies like drive => Drive
I liked Drive and Her => Drive; Her
I liked heat, drive and up => Heat; Drive; Up
big fan of Jaws => Jaws
saw jaws yesterday => Jaws
I saw heat last night => Heat
saw is my favourite horror film => Saw
save gravity to my watchlist => Gravity
add heat to my watchlist => Heat
put room on my watchlist => Room
rate speed 4 => Speed
I gave Seven 5 stars => Se7en
seven is awesome => Se7en
movies like seven => Se7en
signs was great => Signs
rush was good => Rush
who directed Big? => Big
who directed jaws => Jaws
how long is the godfather => The Godfather
Heat 1995 => Heat
the 1986 fly => The Fly
the fly from 1986 => The Fly
The Fly (1986) please => The Fly
what about M? => M
M is a great film => M
tell me about Her => Her
why Heat? => Heat
why heat? => Heat
something like amelie => Amélie
something like Amélie but darker => Amélie
more like inception => Inception
inception was mind blowing => Inception
just watched the dark knight and loved it => The Dark Knight
the dark knight rises => The Dark Knight Rises
lotr => The Lord of the Rings: The Fellowship of the Ring
i loved lotr and star wars => The Lord of the Rings: The Fellowship of the Ring; Star Wars
something like eternal sunshine => Eternal Sunshine of the Spotless Mind
like crouching tiger => Crouching Tiger, Hidden Dragon
shawshank is my favorite => The Shawshank Redemption
empire strikes back please => The Empire Strikes Back
star wars: the empire strikes back => The Empire Strikes Back
the second godfather => The Godfather: Part II
the first alien was scarier than aliens => Alien; Aliens
now you see me => Now You See Me
no country for old men => No Country for Old Men
there will be blood is a masterpiece => There Will Be Blood
as good as it gets => As Good as It Gets
mark the matrix as seen => The Matrix
i've already seen the matrix and inception => The Matrix; Inception
the matrix 4/5 => The Matrix
give the matrix four stars => The Matrix
matrix 5/5 => The Matrix
I rated Parasite 5 => Parasite
parasite was great => Parasite
more films like parasite => Parasite
i dont want to see the hangover again => The Hangover
films like the ring => The Ring
the good the bad and the ugly => The Good, the Bad and the Ugly
what did you think of blade runner 2049 => Blade Runner 2049
blade runner => Blade Runner
2001: a space odyssey => 2001: A Space Odyssey
I watched 300 => 300
Something Like Heat => Heat
SOMETHING LIKE HEAT => Heat
HEAT => Heat
heat => Heat
forget heat => Heat
life is beautiful => Life Is Beautiful
a beautiful mind => A Beautiful Mind
la vita è bella => Life Is Beautiful
he visto amelie => Amélie
quelque chose comme amélie => Amélie
etwas wie das boot => Das Boot
algo como el laberinto del fauno => Pan's Labyrinth
movies such as whiplash or la la land => Whiplash; La La Land
I enjoyed Whiplash, La La Land and First Man => Whiplash; La La Land; First Man
have you got anything like toy story 3? => Toy Story 3
toy story three => Toy Story 3
mission impossible fallout or john wick => Mission: Impossible - Fallout; John Wick
not like twilight => Twilight
I hated twilight => Twilight
anything but titanic => Titanic
loved "frozen" => Frozen
watch brave => Brave
something like ghost => Ghost
Alien or Aliens? => Alien; Aliens
arrival => Arrival
i just finished watching se7en => Se7en
i just watched pulp fiction and i want more like that => Pulp Fiction
pulp fictoin => Pulp Fiction
godfater => The Godfather
something like the shawshenk redemption => The Shawshank Redemption
the grand budapst hotel => The Grand Budapest Hotel
do you know Rashomon? => Rashomon
how about casablanca => Casablanca
could you recommend something in the vein of Blade Runner => Blade Runner
I watched Heat (1995) yesterday and loved it => Heat
watched Heat 1995 and The Fly 1986 => Heat; The Fly
what's the plot of memento? => Memento
who plays in casablanca => Casablanca
is inception any good? => Inception
remove jaws from my watchlist => Jaws
take up off my list => Up
"It" and "Us" please => It; Us
films like It (2017) => It
it (2017) was scary => It
us (2019) => Us
the dark knight trilogy was fun => Batman Begins
I love Die Hard at christmas => Die Hard
die hard is a christmas movie => Die Hard
do you have something like The Others? => The Others
I want to rewatch The Ring => The Ring
Se7en was dark, Zodiac even darker => Se7en; Zodiac
like zodiac or memories of murder => Zodiac; Memories of Murder
mulholland drive and blue velvet are my favourites => Mulholland Drive; Blue Velvet
my favourite is in bruges => In Bruges
"the room" is so bad => The Room
"""
"""A sentence, and the titles named in it, in order."""

NOT_NAMED = """
I've seen it already
seen it
is it any good
what is it about
I loved her
what's up
something new
something funny for tonight
I want the best movie
show me some good friends movies
I'm home alone tonight
two hours max
the movie was good
recommend me a good movie for tonight
I like to drive fast
give me seven films
I'm in a rush
big action movies
I like big action movies
I love fast cars
tell me about her
why did you recommend it
not like that
no thanks
yes
ok good
hello there
good night
what can you do
thank you
i want to laugh
make me cry
surprise me
anything by tarantino
films with tom hanks
chris rock comedies
a film by james cameron
steve mcqueen films
something with will smith
a german film about the war
french comedies from the 90s
no horror please
I hate horror
i can't stand musicals
something scary but not gory
feel good movie for a date
date night movie
a movie about time travel
films about an alien invasion
films set in new york
set in paris
I want something dark
the second one
the first film
the last one
get out of here
now you see why
it's about time
I have no time
what if we watch something else
once upon a time
i love you man
the parasite
i have a hangover
with a ring
a long ring
I'd like a western with clint eastwood
films from 2001
films from 1984
made in 2012
under 300 minutes
something short, 90 minutes
IT department stories
in the US
tell us more
let me in
remember that I love romance
remember me
forget about it
who is in it
how long is it
not for me
less violent
more like the second one
what have I seen
show my watchlist
why that one
I'm sad
my wife and I want a thriller
with my friends
family movie
kids
life is hard
the titanic sank
frozen food
a brave man
ghost stories
a ghost film
upon arrival
her smile
smile please
saw something good
set in casablanca
chicago is a nice city
this is it
give it 4 stars
I give it 8 out of 10
it was great
he told me about her and us
out of time
any thoughts?
next
more
another one
something like that
something else please
the first one was better
what about the others
no, the other one
maybe later
in a good mood today
a movie for a rainy day
something under two hours with a strong female lead
I don't like war movies
nothing with zombies
anything from the eighties
japanese animation from the 80s
spanish thriller with a twist
can you find me a film set in bruges
"""
"""Sentences that name no film, though many of their words are titles."""


@pytest.mark.parametrize(("sentence", "meant"), [line.split(" => ") for line in NAMED.strip().splitlines()])
def test_titles_are_found(titles: TitleIndex, sentence: str, meant: str) -> None:
    found = titles.mentions(sentence)
    assert [mention.films[0].title for mention in found] == meant.split("; ")
    assert all(sentence[mention.start : mention.end] == mention.text for mention in found)


@pytest.mark.parametrize("sentence", NOT_NAMED.strip().splitlines())
def test_no_title_is_found(titles: TitleIndex, sentence: str) -> None:
    assert [mention.text for mention in titles.mentions(sentence)] == []


@pytest.mark.parametrize(
    ("sentence", "text", "years"),
    [
        ("something like Heat (1995) please", "Heat (1995)", [1995]),
        ("the 1986 fly was better", "1986 fly", [1986]),
        ("the fly from 1986", "fly from 1986", [1986]),
        ("I saw the fly", "the fly", [1986, 1958]),
        ("like the godfather part ii", "the godfather part ii", [1974]),
    ],
)
def test_the_text_and_the_films_of_a_mention(
    titles: TitleIndex, sentence: str, text: str, years: list[int]
) -> None:
    (mention,) = titles.mentions(sentence)
    assert mention.text in (text, f"the {text}")
    assert [film.year for film in mention.films] == years


def test_a_long_message_is_read_to_its_limit(titles: TitleIndex) -> None:
    assert [mention.text for mention in titles.mentions("I loved Inception. " + "blah " * 5000)] == [
        "Inception"
    ]
    assert titles.mentions("") == []
