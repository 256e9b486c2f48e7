"""What a drawn card of a taste says, in the person's language."""

from babel.dates import get_month_names

from agent.events import TasteCard
from agent.wording.words import Words, quoted
from tools.results import LibraryShown

_HEADINGS = ("genres", "eras", "ratings", "directors", "loved", "everybody", "you", "months")


def taste_card(result: LibraryShown, name: str | None, words: Words) -> TasteCard | None:
    """The card of a profile; None where there are too few films to draw one."""
    figures, book = result.figures, words.book
    if figures is None:
        return None
    if figures.year is not None:
        key = "card.year.of" if name else "card.year"
    else:
        key = "card.title.of" if name else "card.title"
    facts = [words.count(figures.films), book("card.hours", n=book.figure(round(figures.minutes / 60)))]
    if figures.countries > 1:
        facts.append(book("card.countries", n=figures.countries))
    if figures.languages > 1:
        facts.append(book("card.languages", n=figures.languages))
    means = ""
    if figures.mean is not None and figures.everybodys_mean is not None:
        mine, theirs = (book.figure(mean, 1) for mean in (figures.mean, figures.everybodys_mean))
        means = book("card.means", mine=mine, theirs=theirs)
    palettes = words.palettes
    colours = [card.swatches for film in figures.loved if palettes and (card := palettes.of(film.id))]
    months = get_month_names("narrow", "stand-alone", locale=book.language)
    return TasteCard(
        title=book(key, name=quoted(name or "", 40), year=figures.year),
        subtitle=" · ".join(facts),
        means=means,
        headings={heading: book(f"card.{heading}") for heading in _HEADINGS},
        genres=tuple(
            label[:1].upper() + label[1:] for share in figures.genres for label in words.genres([share.name])
        ),
        months=tuple(str(months[number]) for number in range(1, 13)),
        figures=figures,
        colours=tuple(colours),
    )
