"""`@bot heat` in any chat: films by what is typed so far, at once; nothing of the person is asked."""

from telegram import (
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
)
from telegram.constants import ParseMode

from adapters.messaging.facts import facts
from adapters.parts import SurfaceParts
from adapters.telegram.cards import caption
from adapters.telegram.keyboards import film_door
from adapters.telegram.markup import html
from adapters.telegram.texts.said import Said
from agent.events import FilmCard
from data.films import Film

OFFERED_AT_MOST = 20
CACHED_S = 300
"""The films are the same for everybody, so Telegram may answer for us this long."""
OPEN = "open"
"""Payload of the link that only opens our chat."""


async def offer(query: InlineQuery, parts: SurfaceParts, bot_name: str) -> None:
    """Answer an inline query. Raises TelegramError."""
    said = Said(query.from_user.language_code or "en")
    films = parts.titles.complete(query.query, OFFERED_AT_MOST)
    await query.answer(
        [_offered(film, said, bot_name) for film in films],
        cache_time=CACHED_S,
        button=InlineQueryResultsButton(said("inline.open"), start_parameter=OPEN),
    )


def _offered(film: Film, said: Said, bot_name: str) -> InlineQueryResultArticle:
    card = FilmCard(film)
    return InlineQueryResultArticle(
        id=film.id,
        title=film.label,
        description=" · ".join(facts(card, said)),
        thumbnail_url=film.poster_url,
        input_message_content=InputTextMessageContent(
            html(caption(card, said)),
            parse_mode=ParseMode.HTML,
            link_preview_options=LinkPreviewOptions(
                is_disabled=film.poster_url is None,
                url=film.poster_url,
                prefer_large_media=True,
                show_above_text=True,
            ),
        ),
        reply_markup=film_door(bot_name, film.id, said),
    )
