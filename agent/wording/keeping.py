"""What is remembered and what is forgotten."""

from collections.abc import Sequence

from agent.wording.passage import Passage
from agent.wording.wishes import enforced
from agent.wording.words import Words, quoted
from tools.results import ConfirmForget, ControlSet, DataTaken, Forgotten, NothingToForget, Remembered


def remembered(result: Remembered, words: Words) -> Passage:
    """A preference kept, and what of it is enforced from now on."""
    text = quoted(result.text, 200)
    lead = words.book("remembered.same" if result.already_known else "remembered", text=text)
    rules = enforced(result.constraints, words)
    if result.themes_avoided:
        rules.append(words.book("wish.no", genres=words.book.join(result.themes_avoided, "or")))
    if result.spoilers:
        rules.append(words.book(f"wish.spoilers.{result.spoilers}"))
    return Passage(lead=lead, tail=_promise(rules, result.weekdays, words) if rules else "")


def _promise(rules: Sequence[str], weekdays: Sequence[int], words: Words) -> str:
    """What is kept to from now on, and on which days."""
    book, wishes = words.book, ", ".join(rules)
    if not weekdays:
        return book("remembered.enforced", wishes=wishes)
    return book(
        "remembered.enforced.days", wishes=wishes, days=book.join([book.day(day) for day in weekdays])
    )


def forgotten(result: Forgotten, words: Words) -> Passage:
    """What is gone."""
    if result.everything:
        left = words.book.join([f"{count} × {name}" for name, count in result.left])
        proof = words.book("forgotten.left", left=left) if left else words.book("forgotten.nothing_left")
        return Passage(lead=words.book("forgotten.everything"), tail=proof)
    said = []
    if result.films:
        said.append(words.book("forgotten.films", films=words.book.join(words.bold(result.films))))
    if result.preferences:
        texts = words.book.join([f"“{quoted(text, 200)}”" for text in result.preferences])
        said.append(words.book("forgotten.preferences", texts=texts))
    return Passage(lead=" ".join(said))


def confirm(result: ConfirmForget, words: Words) -> Passage:
    """The one question before everything is erased, with what of it a person knows they have."""
    book = words.book
    counts = [book.number(f"kept.{name}", n) for name, n in result.counts if n and f"kept.{name}.one" in book]
    if not counts:
        return Passage(lead=book("forget.ask.plain"))
    return Passage(lead=book("forget.ask", counts=book.join([*counts, book("kept.rest")])))


def taken(result: DataTaken, words: Words) -> Passage:
    """The file is there, and what to do with it."""
    return Passage(
        lead=words.book("data.taken", n=words.book.figure(sum(count for _, count in result.counts)))
    )


def control(result: ControlSet, words: Words) -> Passage:
    """What holds from now on."""
    key = f"control.{result.kind}"
    return Passage(lead=words.book(f"{key}.before" if result.before else key))


def nothing(result: NothingToForget, words: Words) -> Passage:
    """Nothing kept answers to that."""
    return Passage(lead=words.book("forget.nothing", what=quoted(result.what)))
