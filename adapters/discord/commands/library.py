"""/rate, /review, /watchlist, /profile: the person's own library, which only they see."""

from typing import Literal

from discord import app_commands
from discord.app_commands import Choice, Range, describe, locale_str

from adapters.discord.buttons import STARS, Click
from adapters.discord.commands.wording import as_typed
from adapters.discord.completion import Completion
from adapters.discord.conversation import Conversation
from adapters.parts import SurfaceParts
from tools.arguments import ShowLibrary, ToolArguments, UpdateLibrary

Command = app_commands.Command[app_commands.Group, ..., None]
Title = Range[str, 1, 300]


def library_commands(
    conversation: Conversation, completion: Completion, parts: SurfaceParts
) -> list[Command]:
    """The commands, bound to the conversation that answers them."""

    async def answer(interaction: Click, name: str, call: ToolArguments, *, private: bool = True) -> None:
        await conversation.command(
            interaction, call, text=as_typed(name, call, parts.catalogue), private=private
        )

    @app_commands.command(description=locale_str("Give a film stars; only you see it"))
    @describe(title=locale_str("The film"), stars=locale_str("0.5 to 5 stars"))
    @app_commands.autocomplete(title=completion.title)
    @app_commands.choices(stars=[Choice(name=f"★ {stars:g}", value=stars) for stars in STARS])
    async def rate(interaction: Click, title: Title, stars: float) -> None:
        await answer(interaction, "rate", UpdateLibrary(action="rate", title=title, rating=stars))

    @app_commands.command(description=locale_str("Write what you think of a film; only you see the answer"))
    @describe(
        title=locale_str("The film"),
        text=locale_str("Your words; leave them out to get a form to write in"),
        stars=locale_str("0.5 to 5 stars"),
    )
    @app_commands.autocomplete(title=completion.title)
    @app_commands.choices(stars=[Choice(name=f"★ {stars:g}", value=stars) for stars in STARS])
    async def review(
        interaction: Click, title: Title, text: Range[str, 1, 4000] | None = None, stars: float | None = None
    ) -> None:
        if text is None and stars is None:
            film = parts.catalogue.get(title)
            await conversation.review(interaction, title, film.label if film else title)
            return
        await answer(
            interaction, "review", UpdateLibrary(action="review", title=title, text=text, rating=stars)
        )

    @app_commands.command(description=locale_str("A watchlist: show it, add to it, take off it"))
    @describe(
        add=locale_str("A film to keep for later"),
        remove=locale_str("A film to take off the list"),
        whose=locale_str("Yours, which only you see, or the one of all in this server"),
    )
    @app_commands.autocomplete(add=completion.title, remove=completion.title)
    async def watchlist(
        interaction: Click,
        add: Title | None = None,
        remove: Title | None = None,
        whose: Literal["mine", "ours"] = "mine",
    ) -> None:
        shared = True if whose == "ours" else None
        call: ToolArguments = ShowLibrary(kind="watchlist", shared=shared)
        if add:
            call = UpdateLibrary(action="watchlist_add", title=add, shared=shared)
        elif remove:
            call = UpdateLibrary(action="watchlist_remove", title=remove, shared=shared)
        await answer(interaction, "watchlist", call, private=shared is None)

    @app_commands.command(description=locale_str("What I know of your taste; only you see it"))
    @describe(show=locale_str("Which part of it"), year=locale_str("A year to look back on"))
    async def profile(
        interaction: Click,
        show: Literal["profile", "ratings", "seen", "achievements"] = "profile",
        year: Range[int, 1900, 2100] | None = None,
    ) -> None:
        await answer(interaction, "profile", ShowLibrary(kind=show if year is None else "profile", year=year))

    return [rate, review, watchlist, profile]
