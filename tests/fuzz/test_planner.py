"""The planner on anything: a valid decision, and no film that neither exists nor was written."""

from hypothesis import given
from hypothesis import strategies as st

from agent.decision import Decision, ToolCall
from agent.focus import (
    AwaitingFilm,
    AwaitingOpinion,
    AwaitingQuiz,
    AwaitingRating,
    AwaitingVote,
    AwaitingYes,
    FilmRequest,
    Focus,
    Question,
)
from agent.planner import Planner
from data.catalogue import Catalogue
from data.films import Film
from data.names import fold
from data.titles import TitleIndex
from tests.fuzz.cases import cases
from tools.arguments import FilmDetails, FilmFilters, Forget, PlanMovieNight, RecommendFilms, SearchByLook

REQUESTS: st.SearchStrategy[FilmRequest | None] = st.one_of(
    st.none(),
    st.builds(
        RecommendFilms,
        genres=st.sampled_from([(), ("Crime",), ("Comedy", "Romance")]),
        people=st.sampled_from([(), ("Alfred Hitchcock",)]),
        max_year=st.sampled_from([None, 1969]),
        count=st.sampled_from([None, 3]),
    ),
    st.builds(SearchByLook, look=st.sampled_from(["neon rain", "pastel"])),
    st.builds(PlanMovieNight, people=st.sampled_from([(), ("Ana", "Ben")])),
)


def questions(film_ids: tuple[str, ...]) -> st.SearchStrategy[Question | None]:
    """Any question of ours that may be open."""
    details = ToolCall(arguments=FilmDetails(title="Heat"))
    return st.sampled_from(
        [
            None,
            AwaitingFilm(call=details, choices=film_ids),
            AwaitingRating(film_id=film_ids[0]),
            AwaitingOpinion(film_id=film_ids[0]),
            AwaitingYes(call=ToolCall(arguments=Forget(what="everything"))),
            AwaitingQuiz(step=0, choices=film_ids),
            AwaitingVote(ballot=1, choices=film_ids),
        ]
    )


@st.composite
def conversations(draw: st.DrawFn, films: st.SearchStrategy[Film]) -> Focus:
    """What a conversation may be about when a message comes."""
    film_ids = tuple(film.id for film in draw(st.lists(films, min_size=1, max_size=5)))
    return Focus(
        request=draw(REQUESTS),
        shown=draw(st.sampled_from([(), (film_ids,)])),
        film_id=draw(st.sampled_from([None, film_ids[-1], "no-such-film"])),
        pending=draw(questions(film_ids)),
    )


@cases
@given(data=st.data())
def test_any_message_in_any_conversation_gives_a_decision(
    planner: Planner, messages: st.SearchStrategy[str], films: st.SearchStrategy[Film], data: st.DataObject
) -> None:
    text, focus = data.draw(messages), data.draw(conversations(films))
    decision = planner.decide(text, focus)
    assert decision == Decision.model_validate_json(decision.model_dump_json())
    assert decision == planner.decide(text, focus)


@cases
@given(data=st.data())
def test_no_film_is_invented(
    planner: Planner,
    titles: TitleIndex,
    catalogue: Catalogue,
    messages: st.SearchStrategy[str],
    films: st.SearchStrategy[Film],
    data: st.DataObject,
) -> None:
    text, focus = data.draw(messages), data.draw(conversations(films))
    for call in planner.decide(text, focus).calls:
        arguments = call.arguments
        named = (
            (*arguments.like, *arguments.exclude_films)
            if isinstance(arguments, FilmFilters)
            else (getattr(arguments, "title", None),)
        )
        for title in filter(None, named):
            exists = titles.resolve(title).film or titles.resolve(title).choices or catalogue.get(title)
            assert exists or fold(title) in fold(text) or title == focus.film_id
