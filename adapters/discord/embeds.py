"""Films as embeds, in groups that a message can hold. Pure."""

from collections.abc import Iterable, Sequence

import discord

from adapters.discord.texts.said import Said
from adapters.messaging.facts import facts
from adapters.messaging.splitting import shorten
from agent.events import FilmCard
from recsys.looks.palette import Swatch

EMBEDS_AT_MOST = 10
"""Embeds of a message, Discord's limit."""
CHARACTERS_AT_MOST = 6000
"""Characters over all embeds of a message, Discord's limit."""
TITLE_LIMIT, REASON_LIMIT, FACTS_LIMIT = 200, 400, 200
"""Ours, well below Discord's, so that five films fit in one message."""
COLOUR = 0xC2185B
"""Where no picture's palette is known."""


def film_embed(card: FilmCard, said: Said, number: int | None = None) -> discord.Embed:
    """One film: title, why, what it is, what the person did with it; the poster where it has an address."""
    film = card.film
    place = f"{number}. " if number else ""
    embed = discord.Embed(
        title=shorten(place + film.label, TITLE_LIMIT),
        description=shorten(_escaped(card.reason or ""), REASON_LIMIT) or None,
        colour=_colour(card.palette or (card.stand_in.swatches if card.stand_in else ())),
        url=f"https://www.imdb.com/title/{film.imdb_id}/" if film.imdb_id else None,
    )
    embed.set_footer(text=shorten(" · ".join(facts(card, said)), FACTS_LIMIT))
    if film.poster_url:
        embed.set_thumbnail(url=film.poster_url)
    if card.picture and card.picture.startswith("https://"):
        embed.set_image(url=card.picture)
    return embed


def film_embeds(cards: Sequence[FilmCard], said: Said) -> list[discord.Embed]:
    """The films of a reply, numbered where there are several."""
    numbers = range(1, len(cards) + 1) if len(cards) > 1 else (None,)
    return [film_embed(card, said, number) for card, number in zip(cards, numbers, strict=False)]


def in_messages(embeds: Iterable[discord.Embed]) -> list[list[discord.Embed]]:
    """The embeds in their order, as few groups as there can be, each fit for one message."""
    groups: list[list[discord.Embed]] = []
    for embed in embeds:
        full = not groups or len(groups[-1]) == EMBEDS_AT_MOST
        if full or sum(map(len, groups[-1])) + len(embed) > CHARACTERS_AT_MOST:
            groups.append([])
        groups[-1].append(embed)
    return groups


def _colour(palette: Sequence[Swatch]) -> int:
    return int(palette[0].hex.removeprefix("#"), 16) if palette else COLOUR


def _escaped(text: str) -> str:
    """Code's own sentence: what stands in it of titles and names is no markup."""
    return discord.utils.escape_markdown(text)
