import random
import typing
from datetime import UTC, datetime

import pytest

from agent.wording import labels
from agent.wording.en import ENGLISH
from agent.wording.phrasebook import Phrasebook, language_of
from agent.wording.results import passage
from agent.wording.words import Words
from memory.ballot_rules import Ballot, Member, Option
from memory.friends import Friend
from memory.preferences import Preference
from recsys.reviews.figures import AspectFigures, Figures
from recsys.types import Constraints, Reason
from tests.agent.house import pick
from tests.support.films import AMELIE, COLLATERAL, HEAT, RONIN, SUSPIRIA_1977, SUSPIRIA_2018
from tools.ballot_results import BallotTold, NoBallot, WhichBallot
from tools.results import (
    BallotFilm,
    ConfirmForget,
    ControlSet,
    DataTaken,
    Explanation,
    FilmFacts,
    Forgotten,
    LibraryEntry,
    LibraryShown,
    LibraryUpdated,
    LookHits,
    NightPlanned,
    NoReviews,
    NothingToForget,
    Pick,
    Picks,
    QuizAsked,
    QuizFinished,
    RatingNeeded,
    Remembered,
    ReviewNeeded,
    ReviewQuote,
    ReviewSource,
    ReviewsSummarised,
    ToolFailed,
    ToolResult,
    UnknownFilm,
    WhichFilm,
)
from tools.social_results import (
    Deed,
    FriendGone,
    FriendsShown,
    FriendWanted,
    NotAFriend,
    NotShared,
    PersonNeeded,
    SeenBy,
    SimilarPeople,
    TasteMatched,
)

RATED = LibraryEntry(HEAT, rating=4.5, seen=True)
NEW = LibraryEntry(HEAT)


def updated(action: str, before: LibraryEntry, after: LibraryEntry) -> LibraryUpdated:
    return LibraryUpdated(action, after, before)


BALLOT = Ballot(
    id=7,
    room="discord/77",
    surface="discord",
    channel="5",
    host_id=2,
    language="en",
    state="open",
    opened_at=datetime(2026, 5, 6, 18, tzinfo=UTC),
    closes_at=None,
    ended_at=None,
    night_at=None,
    zone=None,
    winner=None,
    how=None,
    poll=None,
    posted={},
    options=(Option(1, RONIN.id, votes=2), Option(2, COLLATERAL.id, vetoes=1)),
    members=(Member(2, "Ana"), Member(3, "Luis")),
    voters=3,
)
STANDING = BallotTold("standing", BALLOT, {1: RONIN, 2: COLLATERAL}, suits={1: ("", "Ana")})

SAID: list[tuple[ToolResult, str]] = [
    (Picks((pick(RONIN.id, Reason("popular")),)), "One film fits:\n1. **Ronin (1998)** – widely watched."),
    (
        Picks((pick(RONIN.id), pick(COLLATERAL.id)), like=(HEAT,), constraints=Constraints(max_runtime=120)),
        (
            "Looking for: like **Heat (1995)**, up to 120 min.\nHere are 2 I'd put on tonight:\n"
            "1. **Ronin (1998)** – fits what you asked for.\n"
            "2. **Collateral (2004)** – fits what you asked for."
        ),
    ),
    (
        Picks((), unknown=("Klingon",), constraints=Constraints(genres=("War",))),
        (
            "Looking for: war.\nI found nothing that fits. Loosen one of your wishes and I'll look again.\n"
            "I don't know “Klingon”, so I left that out."
        ),
    ),
    (
        Picks(
            (),
            constraints=Constraints(max_runtime=60, genres=("Western",)),
            blocking=("max_runtime", "genres"),
        ),
        (
            "Looking for: western, up to 60 min.\n"
            "I found nothing that fits all of that. Drop the length limit or the genre and I'll find some."
        ),
    ),
    (
        Picks((), from_watchlist=True, blocking=("from_watchlist",)),
        (
            "Looking for: from your watchlist.\n"
            "Your watchlist holds nothing to pick from. Say “save” and a title to keep it there."
        ),
    ),
    (
        Picks(()),
        "I have nothing new to suggest right now. Name a film you like, or a genre.",
    ),
    (
        FilmFacts(RATED, None, 4.12),
        (
            "**Heat (1995)**: crime drama, 170 min, directed by Michael Mann, with Al Pacino, "
            "Robert De Niro and Val Kilmer. Audiences give it 4.1 of 5. You gave it 4.5 stars."
        ),
    ),
    (
        FilmFacts(LibraryEntry(AMELIE, saved=True), 4.2, None),
        (
            "**Amélie (2001)**: comedy romance film, 122 min, directed by Jean-Pierre Jeunet, "
            "with Audrey Tautou. Original title: Le Fabuleux Destin d'Amélie Poulain. Original "
            "language: French. My guess for you: 4.2. It is on your watchlist."
        ),
    ),
    (
        LookHits((), "pastel hotel", films_with_pictures=90, like=(HEAT,)),
        "None of the 90 films whose pictures I know fits all of that. Try it with fewer wishes.",
    ),
    (updated("rate", NEW, RATED), "Noted: 4.5 stars for **Heat (1995)**."),
    (
        updated("rate", LibraryEntry(HEAT, rating=1), RATED),
        "Changed: **Heat (1995)** now has 4.5 stars from you, 1 before.",
    ),
    (updated("rate", RATED, RATED), "**Heat (1995)** has 4.5 stars from you already."),
    (updated("seen", NEW, LibraryEntry(HEAT, seen=True)), "Marked **Heat (1995)** as seen."),
    (
        updated("seen", LibraryEntry(HEAT, saved=True), LibraryEntry(HEAT, seen=True)),
        "Marked **Heat (1995)** as seen and took it off your watchlist.",
    ),
    (updated("watchlist_remove", NEW, NEW), "**Heat (1995)** wasn't on your watchlist."),
    (updated("review", NEW, NEW), "Thank you, I kept your words on **Heat (1995)**."),
    (
        LibraryUpdated("review", NEW, NEW, replaced=True, asks="stars"),
        (
            "I kept your words on **Heat (1995)**, in place of the earlier ones.\n"
            "How many stars would you give it?"
        ),
    ),
    (
        LibraryUpdated("review", NEW, NEW, sounded=4.5, preference="I can't stand musicals"),
        (
            "Thank you, I kept your words on **Heat (1995)**.\nIt sounds like 4.5 stars to me, so I put that "
            "down; tell me if it isn't. Shall I remember “I can't stand musicals” for good?"
        ),
    ),
    (
        ReviewNeeded(HEAT),
        "What did you think of **Heat (1995)**? Write as you like, and add stars if you wish.",
    ),
    (RatingNeeded(HEAT), "How many stars for **Heat (1995)**?"),
    (
        LibraryShown("ratings", (RATED,), total=30),
        "You have rated 30 films:\n1. **Heat (1995)** – 4.5 stars\nand 29 more.",
    ),
    (LibraryShown("watchlist"), "Your watchlist is empty. Say “save” and a title, and it is kept here."),
    (
        LibraryShown(
            "profile", (RATED,), (Preference(3, "no musicals", {}),), ("Crime", "Music"), ("Al Pacino",), 12
        ),
        (
            "What I know about you:\n- 12 films in your library\n- you like crime and musicals\n"
            "- you come back to Al Pacino\n- you told me: “no musicals”\n"
            "It is yours: “export my data”, “pause personalisation”, “private mode” or “forget everything "
            "about me”, whenever you like."
        ),
    ),
    (
        Explanation(pick(RONIN.id, Reason("because_of", films=(0,))), was_shown=True),
        (
            "I suggested **Ronin (1998)**: because you loved Heat.\n"
            "What counted most: its themes and makers (100%)."
        ),
    ),
    (
        Remembered("I can't stand musicals", Constraints(exclude_genres=("Music",))),
        "I'll remember that: “I can't stand musicals”.\nI'll keep to that from now on: no musicals.",
    ),
    (Remembered("x", Constraints(), already_known=True), "I had that down already: “x”."),
    (
        Forgotten(everything=True),
        (
            "Done. Everything I knew about you is erased.\n"
            "I have looked again: there is nothing left of you here."
        ),
    ),
    (
        Forgotten(everything=True, left=(("messages", 2),)),
        "Done. Everything I knew about you is erased.\nStill there: 2 × messages.",
    ),
    (
        ControlSet("resume", before=False),
        "Your taste counts again.",
    ),
    (
        DataTaken("mine.zip", b"PK", (("library", 1200), ("turns", 34))),
        (
            "Here is everything I keep about you, 1,234 rows, in one zip: JSON, tables and a page that "
            "explains them. I hand it over once and keep no copy."
        ),
    ),
    (Forgotten(films=(HEAT,)), "I forgot what you told me about **Heat (1995)**."),
    (Forgotten(preferences=("no war", "x")), "I no longer keep: “no war” and “x”."),
    (
        ConfirmForget((("films in your library", 3), ("preferences", 0), ("messages", 1), ("accounts", 1))),
        (
            "That would erase all I keep about you: 3 films in your library, 1 message and all that goes "
            "with them. It cannot be undone. Are you sure?"
        ),
    ),
    (
        QuizAsked("question", 1, 7, (HEAT, RONIN)),
        "(2/7) Which of these do you like best?\n1. **Heat (1995)**\n2. **Ronin (1998)**",
    ),
    (
        QuizAsked("favourites", 5, 7, (RONIN,), chosen=(HEAT,), unknown=("heet",)),
        (
            "I couldn't place “heet”; try the title with its year. The others are noted.\n"
            "(6/7) Name your favourites, five to ten of any film there is, "
            "or press those of these you love:\n"
            "1. **Ronin (1998)**\nNoted so far: **Heat (1995)**."
        ),
    ),
    (
        QuizAsked("mood", 6, 7, resumed=True),
        ("We go on where you stopped.\n(7/7) Last one: what are you in the mood for?"),
    ),
    (
        QuizFinished((HEAT,)),
        (
            "Thank you! I know 1 film that you love now. Here is your first list; tell me what you have seen "
            "and what is not for you, and it gets better."
        ),
    ),
    (
        NightPlanned(
            (
                BallotFilm(pick(RONIN.id), suits=("", "Ana"), seen_by=("Luis",)),
                BallotFilm(pick(COLLATERAL.id)),
            ),
            friends=(Friend(2, "Ana"), Friend(3, "Luis")),
            guests=("Eva",),
            constraints=Constraints(max_runtime=120),
            number=7,
            made_up_for=("Ana",),
        ),
        (
            "Looking for: up to 120 min.\nMy ballot for you and Ana and Luis:\n"
            "1. **Ronin (1998)** – most of all for you and Ana; seen by Luis.\n2. **Collateral (2004)**\n"
            "I don't know the taste of Eva: only friends' tastes count, so they come as guests. "
            "Past nights went against Ana, so that taste counts for more tonight. "
            "Vote with the buttons or say “I vote for the second”; “close the vote” ends it."
        ),
    ),
    (
        FriendsShown((Friend(2, "Ana"),), (Friend(3, "Luis"),), (), (Deed("Ana", HEAT, 4.5, None),)),
        (
            "Luis would like to be your friend; accept with a button, or say “add” and the name. "
            "Your friends: Ana.\n- Ana gave **Heat (1995)** 4.5 stars"
        ),
    ),
    (FriendWanted(Friend(2, "Ana"), "accepted"), "Ana and you are friends now."),
    (FriendGone(Friend(2, "Ana"), was=False), "Ana is not a friend of yours, so there was nothing to end."),
    (
        TasteMatched(Friend(2, "Ana"), 0.684, 3, agreed=(HEAT,), differed=(AMELIE,)),
        (
            "You and Ana match by 68%, judged by 3 films you both know. "
            "That is few, so take it with a grain of salt.\n"
            "You both love **Heat (1995)**.\nYou part over **Amélie (2001)**."
        ),
    ),
    (SeenBy(HEAT, (), 2), "None of your friends has seen **Heat (1995)**, as far as I know."),
    (
        SimilarPeople((TasteMatched(Friend(2, "Ana"), 0.7, 12),), 1),
        "Nearest to your taste among your friends:\n- Ana: 70% (12 films)",
    ),
    (
        NotAFriend("*Ana*"),
        "I don't know anybody called Ana. They must have talked to me once, under that name.",
    ),
    (NotShared(Friend(2, "Ana")), "Ana does not share their taste, so I compare nothing."),
    (PersonNeeded("taste_match"), "Whom do you mean? Tell me the name."),
    (NothingToForget("my *cat*"), "I keep nothing that answers to “my cat”."),
    (
        STANDING,
        (
            "So the vote stands:\n1. **Ronin (1998)** – 2 votes; most of all for you and Ana.\n"
            "2. **Collateral (2004)** – 1 veto.\n"
            "You can change your vote until it closes; “veto” strikes a film, “close the vote” ends it."
        ),
    ),
    (
        WhichBallot((STANDING,)),
        (
            "Several votes are open for you. Which one do you mean? Name a film, or press it:\n"
            "- by Ana: **Ronin (1998)** and **Collateral (2004)**"
        ),
    ),
    (NoBallot(), "There is no vote open here. Say “plan a movie night with Ana” and I'll make a ballot."),
    (
        WhichFilm("suspiria", (SUSPIRIA_1977, SUSPIRIA_2018)),
        "Which “suspiria” do you mean: **Suspiria (1977)** or **Suspiria (2018)**?",
    ),
    (UnknownFilm("Xyz"), "I don't know a film called “Xyz”."),
    (
        UnknownFilm("heet", (HEAT, RONIN)),
        "I don't know a film called “heet”. Did you mean **Heat (1995)** or **Ronin (1998)**?",
    ),
    (
        ToolFailed("forget"),
        "Something went wrong while I was looking at what I know. Please try that again in a moment.",
    ),
    (ToolFailed("forget", "The database is full."), "The database is full."),
    (
        NoReviews(HEAT, 3.9),
        (
            "I know no reviews of **Heat (1995)** yet. "
            "Have you seen it? Tell me what you thought, and you are the first. Audiences give it 3.9 of 5."
        ),
    ),
    (
        ReviewsSummarised(
            HEAT,
            Figures(20, 14, 6, aspects=(AspectFigures("acting", 9, 1), AspectFigures("pace", 0, 4))),
            "none",
            quotes=(
                ReviewQuote("De Niro is superb.", "acting", praise=True),
                ReviewQuote("It drags.", "pace", praise=False, spoiler=True),
            ),
            compared=(RONIN,),
            sources=(ReviewSource("tmdb", "TMDb", 20),),
        ),
        (
            "20 reviews of **Heat (1995)**: most like it (70%), some do not.\n"
            "Praised: acting (9 of 10).\nCriticised: pace (4 of 4).\n"
            "👍 “De Niro is superb.” (acting)\n👎 “||It drags.||” (pace)\n"
            "It may suit you if you care for acting. Less so if you set great store by pace.\n"
            "People who liked it also speak of **Ronin (1998)**."
        ),
    ),
]


@pytest.mark.parametrize(("result", "said"), SAID, ids=lambda value: type(value).__name__)
def test_every_result_in_words(words: Words, result: ToolResult, said: str) -> None:
    assert passage(result, words).text == said


def test_every_type_of_result_is_tried_and_has_a_label(words: Words) -> None:
    tried = {type(result) for result, _ in SAID}
    assert tried == set(typing.get_args(ToolResult))
    for result, _ in SAID:
        assert labels.finished(result, words.book)


def test_labels(words: Words) -> None:
    assert labels.started("recommend_films", words.book) == "Looking for films…"
    assert labels.finished(Picks((pick(RONIN.id),)), words.book) == "Found 1 film"
    assert labels.finished(Picks(()), words.book) == "Found nothing"


def test_what_was_written_cannot_break_the_layout(words: Words) -> None:
    text = passage(UnknownFilm("**x**\n`y` {z} " + "long " * 100), words).text
    assert "\n" not in text
    assert "*" not in text
    assert "{z}" in text
    assert len(text) < 140


def test_twins_are_told_apart_by_their_directors(words: Words) -> None:
    from dataclasses import replace

    twin = replace(SUSPIRIA_1977, id="tt2", directors=("Somebody Else",))
    said = passage(WhichFilm("suspiria", (SUSPIRIA_1977, twin)), words).text
    assert "**Suspiria (1977)** by Dario Argento or **Suspiria (1977)** by Somebody Else?" in said


@pytest.mark.parametrize(
    ("bounds", "said"),
    [
        (Constraints(min_year=1990, max_year=1999), "from the 1990s"),
        (Constraints(min_year=1995, max_year=1995), "from 1995"),
        (Constraints(min_year=1991, max_year=1999), "from 1991 to 1999"),
        (Constraints(min_year=1990), "from 1990 on"),
        (Constraints(max_year=1990), "up to 1990"),
        (Constraints(min_runtime=90, max_runtime=100), "90 to 100 min"),
        (Constraints(min_runtime=90), "at least 90 min"),
        (Constraints(languages=("fr", "it")), "in French or Italian"),
        (Constraints(people=("Robert De Niro",)), "with Robert De Niro"),
        (Constraints(people=("John Frankenheimer",)), "directed by John Frankenheimer"),
        (Constraints(family_safe=True), "fit for children"),
        (Constraints(exclude_genres=("Horror", "War")), "no horror or war"),
        (Constraints(exclude_people=("Tom Cruise",)), "without Tom Cruise"),
    ],
)
def test_what_was_looked_for(words: Words, bounds: Constraints, said: str) -> None:
    head = passage(Picks((pick(RONIN.id),), constraints=bounds), words).head
    assert head == f"Looking for: {said}."


def test_wording_varies_with_the_generator_and_repeats_with_its_seed() -> None:
    def leads(seed: int) -> list[str]:
        book = Phrasebook("en", random.Random(seed))
        return [book.number("picks.lead", 5) for _ in range(20)]

    assert len(set(leads(1))) > 2
    assert leads(1) == leads(1)


@pytest.mark.parametrize(
    ("locale", "language"),
    [("en-GB", "en"), ("FR", "fr"), ("xx", "en"), ("", "en"), ("de_AT", "de"), ("es-419", "es")],
)
def test_the_language_of_our_texts(locale: str, language: str) -> None:
    assert language_of(locale) == language


def test_every_tool_has_its_labels_and_is_named_when_it_fails() -> None:
    from agent.decision_schema import ARGUMENT_TYPES

    for name in ARGUMENT_TYPES:
        assert f"start.{name}" in ENGLISH
        assert f"failed.doing.{name}" in ENGLISH


def test_cards_and_buttons(words: Words) -> None:
    from agent.cards import cards, choices

    found: Pick = pick(RONIN.id, Reason("because_of", films=(0,)))
    (card,) = cards(Picks((found,)), words)
    assert card.reason == "Because you loved Heat."
    assert card.contributions == {"content": 1.0}
    assert card.predicted_rating == 4.2
    (known,) = cards(FilmFacts(LibraryEntry(HEAT), None, None), words)
    assert (known.rating, known.seen, known.saved) == (5, True, False)
    assert [choice.id for choice in choices(ConfirmForget(()), words)] == ["yes", "no"]
    assert all(len(choice.id.encode()) <= 64 for choice in choices(RatingNeeded(HEAT), words))
    assert cards(UnknownFilm("x"), words) == ()


def test_every_preference_of_the_profile_can_be_dropped_by_a_button(words: Words) -> None:
    from agent.cards import choices

    profile = LibraryShown(
        "profile", preferences=(Preference(3, "no musicals", {}), Preference(7, "x" * 200, {}))
    )
    first, second = choices(profile, words)
    assert (first.id, first.label) == ("unlearn:3", "Forget “no musicals”")
    assert second.id == "unlearn:7"
    assert len(second.label) <= 80


def test_a_theme_avoided_is_said(words: Words) -> None:
    said = passage(
        Remembered("no zombies", Constraints(), already_known=False, themes_avoided=("zombies",)), words
    )
    assert said.tail == "I'll keep to that from now on: no zombies."
