"""The quiz in words and buttons."""

from agent.actions import Action
from agent.events import Choice
from agent.wording.passage import Passage
from agent.wording.words import Words, bold, quoted
from tools.results import QuizAsked, QuizFinished
from tools.start_quiz import DONE, FAVOURITES_AT_MOST, NONE, SKIP

MOODS = ("funny", "tense", "romantic", "thoughtful", "dark", "uplifting", "strange", "epic")
"""Moods offered; any other can be said."""


def asked(result: QuizAsked, words: Words) -> Passage:
    """One step: what is asked, the films by number, and what else may be answered."""
    book = words.book
    head = ""
    if result.repeated:
        head = book("quiz.repeated")
    elif result.resumed:
        head = book("quiz.resumed")
    elif result.unknown:
        head = book("quiz.unknown", titles=book.join([f"“{quoted(title)}”" for title in result.unknown]))
    elif result.step == 0:
        head = book("quiz.begin")
    step = book("quiz.step", n=result.step + 1, of=result.steps)
    lead = f"{step} {book(f'quiz.{result.kind}', most=FAVOURITES_AT_MOST)}"
    lines = [book("quiz.line", n=n, film=bold(film)) for n, film in enumerate(result.films, start=1)]
    chosen = book("quiz.chosen", films=book.join(words.bold(result.chosen))) if result.chosen else ""
    tail = chosen if result.kind == "favourites" else book("quiz.ways") if result.step == 0 else ""
    return Passage(head=head, lead=lead, body=tuple(lines), tail=tail)


def finished(result: QuizFinished, words: Words) -> Passage:
    """Thanks, and what to do with the first list that follows."""
    book = words.book
    if result.before:
        return Passage(lead=book("quiz.before"))
    if not result.liked:
        return Passage(lead=book("quiz.finished.nothing"))
    return Passage(lead=book("quiz.finished", films=words.count(len(result.liked))))


def buttons(result: QuizAsked, words: Words) -> tuple[Choice, ...]:
    """What can be pressed instead of written."""
    book = words.book

    def choice(answer: str, label: str) -> Choice:
        return Choice(Action("quiz", str(result.step), answer=answer).encode(), label)

    films = tuple(choice(film.id, film.label) for film in result.films)
    if result.kind == "question":
        return (*films, choice(NONE, book("button.quiz.none")), choice(SKIP, book("button.quiz.skip")))
    if result.kind == "favourites":
        return (*films, choice(DONE, book("button.quiz.done")))
    moods = tuple(choice(mood, book(f"quiz.mood.{mood}")) for mood in MOODS)
    return (*moods, choice(SKIP, book("button.quiz.surprise")))
