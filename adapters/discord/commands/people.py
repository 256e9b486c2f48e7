"""/quiz, /friends, /movienight: getting to know somebody, and what several people do together."""

from typing import Literal

from discord import app_commands
from discord.app_commands import Range, describe, locale_str

from adapters.discord.buttons import Click
from adapters.discord.commands.films import Minutes, Words, parts_of
from adapters.discord.commands.wording import as_typed
from adapters.discord.completion import Completion
from adapters.discord.conversation import Conversation
from adapters.parts import SurfaceParts
from tools.arguments import PlanMovieNight, Social, StartQuiz, ToolArguments

Command = app_commands.Command[app_commands.Group, ..., None]
Doing = Literal[
    "friends_activity", "add_friend", "remove_friend", "taste_match", "who_has_seen", "similar_people"
]


def people_commands(conversation: Conversation, completion: Completion, parts: SurfaceParts) -> list[Command]:
    """The commands, bound to the conversation that answers them."""

    async def answer(interaction: Click, name: str, call: ToolArguments, *, private: bool) -> None:
        await conversation.command(
            interaction, call, text=as_typed(name, call, parts.catalogue), private=private
        )

    @app_commands.command(description=locale_str("A short quiz by which I get to know you; only you see it"))
    @describe(again=locale_str("From the first question, whatever you answered before"))
    async def quiz(interaction: Click, again: bool | None = None) -> None:
        await answer(interaction, "quiz", StartQuiz(anew=again), private=True)

    @app_commands.command(
        description=locale_str("Your friends, their films, how far you agree; only you see it")
    )
    @describe(
        do=locale_str("What you want to do or know"),
        person=locale_str("The friend, by name"),
        title=locale_str("The film"),
    )
    @app_commands.autocomplete(title=completion.title)
    async def friends(
        interaction: Click,
        do: Doing = "friends_activity",
        person: Range[str, 1, 100] | None = None,
        title: Words | None = None,
    ) -> None:
        call = Social(kind=do, person=person, title=title)
        await answer(interaction, "friends", call, private=True)

    @app_commands.command(description=locale_str("Films for several people together, to vote on"))
    @describe(
        people=locale_str("Who comes along, by name, with commas between"),
        genres=locale_str("Genres wanted, with commas between"),
        without=locale_str("Genres not wanted, with commas between"),
        mood=locale_str("A mood: tense, cosy, lighter …"),
        minutes=locale_str("No longer than this, in minutes"),
        family=locale_str("Only films fit for children"),
        count=locale_str("How many films"),
        when=locale_str("When it is: Friday at 8pm, or with a zone, like Europe/Madrid"),
    )
    @app_commands.autocomplete(genres=completion.genres, without=completion.genres)
    async def movienight(
        interaction: Click,
        people: Words | None = None,
        genres: Words | None = None,
        without: Words | None = None,
        mood: Words | None = None,
        minutes: Minutes | None = None,
        family: bool | None = None,
        count: Range[int, 3, 7] | None = None,
        when: Range[str, 1, 300] | None = None,
    ) -> None:
        call = PlanMovieNight(
            people=parts_of(people),
            genres=parts_of(genres),
            exclude_genres=parts_of(without),
            mood=mood,
            max_runtime=minutes,
            family_safe=family,
            count=count,
            when=when,
        )
        await answer(interaction, "movienight", call, private=False)

    return [quiz, friends, movienight]
