"""/recommend, /look, /reviews, /why: films, for all to see except where they are about the person."""

from typing import Literal

import discord
from discord import app_commands
from discord.app_commands import Range, describe, locale_str

from adapters.discord.buttons import Click
from adapters.discord.commands.wording import as_typed
from adapters.discord.completion import Completion
from adapters.discord.conversation import Conversation
from adapters.discord.texts.said import Said
from adapters.parts import SurfaceParts
from data.errors import BadInput
from tools.arguments import ExplainPick, RecommendFilms, SearchByLook, SummariseReviews

Command = app_commands.Command[app_commands.Group, ..., None]
Company = Literal["alone", "date", "friends", "kids"]
Year = Range[int, 1870, 2100]
Minutes = Range[int, 1, 1000]
Words = Range[str, 1, 300]


def film_commands(conversation: Conversation, completion: Completion, parts: SurfaceParts) -> list[Command]:
    """The commands, bound to the conversation that answers them."""

    @app_commands.command(description=locale_str("Find films to watch"))
    @describe(
        like=locale_str("A film it should be like"),
        also_like=locale_str("Another film it should be like"),
        genres=locale_str("Genres wanted, with commas between"),
        without=locale_str("Genres not wanted, with commas between"),
        people=locale_str("Directors or actors wanted, with commas between"),
        themes=locale_str("Themes, settings or styles, with commas between"),
        mood=locale_str("A mood: tense, cosy, lighter …"),
        company=locale_str("Who watches along"),
        from_year=locale_str("No older than this year"),
        to_year=locale_str("No newer than this year"),
        minutes=locale_str("No longer than this, in minutes"),
        language=locale_str("Original language: French, Korean …"),
        family=locale_str("Only films fit for children"),
        watchlist=locale_str("Only from your own watchlist; only you see the answer"),
        seen=locale_str("Films you have seen are welcome"),
        count=locale_str("How many films"),
    )
    @app_commands.autocomplete(
        like=completion.title,
        also_like=completion.title,
        genres=completion.genres,
        without=completion.genres,
    )
    async def recommend(
        interaction: Click,
        like: Words | None = None,
        also_like: Words | None = None,
        genres: Words | None = None,
        without: Words | None = None,
        people: Words | None = None,
        themes: Words | None = None,
        mood: Words | None = None,
        company: Company | None = None,
        from_year: Year | None = None,
        to_year: Year | None = None,
        minutes: Minutes | None = None,
        language: Words | None = None,
        family: bool | None = None,
        watchlist: bool | None = None,
        seen: bool | None = None,
        count: Range[int, 1, 20] | None = None,
    ) -> None:
        call = RecommendFilms(
            like=tuple(title for title in (like, also_like) if title),
            genres=parts_of(genres),
            exclude_genres=parts_of(without),
            people=parts_of(people),
            keywords=parts_of(themes),
            mood=mood,
            company=company,
            min_year=from_year,
            max_year=to_year,
            max_runtime=minutes,
            languages=parts_of(language),
            family_safe=family,
            from_watchlist=watchlist,
            include_seen=seen,
            count=count,
        )
        text = as_typed("recommend", call, parts.catalogue)
        await conversation.command(interaction, call, text=text, private=bool(watchlist))

    @app_commands.command(description=locale_str("Find films by how they look"))
    @describe(
        look=locale_str("Colours, light, composition: pastel and symmetrical, neon rain at night …"),
        like=locale_str("A film whose look you want"),
        picture=locale_str("A picture whose look you want: PNG, JPEG or WebP"),
        genres=locale_str("Genres wanted, with commas between"),
        family=locale_str("Only films fit for children"),
    )
    @app_commands.autocomplete(like=completion.title, genres=completion.genres)
    async def look(
        interaction: Click,
        look: Words | None = None,
        like: Words | None = None,
        picture: discord.Attachment | None = None,
        genres: Words | None = None,
        family: bool | None = None,
    ) -> None:
        said = Said(str(interaction.locale))
        if not (look or like or picture):
            raise BadInput(said("one.needed", example="/look look: neon rain at night"))
        named = parts.catalogue.get(like) if like else None
        call = SearchByLook(
            look=look or (named.title if named else like) or said("like.this.picture"),
            like=(like,) if like else (),
            genres=parts_of(genres),
            family_safe=family,
        )
        text = as_typed("look", call, parts.catalogue)
        await conversation.command(interaction, call, text=text, private=False, picture=picture)

    @app_commands.command(description=locale_str("What people say of a film"))
    @describe(
        title=locale_str("The film"),
        sides=locale_str("Only these sides: acting, pace, ending, music …"),
        spoilers=locale_str("How much may be given away"),
        evidence=locale_str("Show the sentences that the summary rests on"),
    )
    @app_commands.autocomplete(title=completion.title)
    async def reviews(
        interaction: Click,
        title: Words,
        sides: Words | None = None,
        spoilers: Literal["none", "mild", "full"] | None = None,
        evidence: bool | None = None,
    ) -> None:
        call = SummariseReviews(title=title, aspects=parts_of(sides), spoilers=spoilers, evidence=evidence)
        text = as_typed("reviews", call, parts.catalogue)
        await conversation.command(interaction, call, text=text, private=False)

    @app_commands.command(description=locale_str("Why a film was suggested to you; only you see it"))
    @describe(title=locale_str("The film"))
    @app_commands.autocomplete(title=completion.title)
    async def why(interaction: Click, title: Words) -> None:
        call = ExplainPick(title=title)
        await conversation.command(
            interaction, call, text=as_typed("why", call, parts.catalogue), private=True
        )

    return [recommend, look, reviews, why]


def parts_of(text: str | None) -> tuple[str, ...]:
    """What stands between commas."""
    return tuple(part.strip() for part in (text or "").split(",") if part.strip())
